"""The patterns that values are found by in real sentences, and the words that exclude each other.

They are no part of the grammar of claims, and wider in places: what that grammar does not read is
to count as missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
SMALL = "two three four five six seven eight nine ten eleven twelve".split()
"""From two on: "one" rarely counts."""
SCALES = {
    "thousand": "million",
    "million": "billion",
    "billion": "million",
    "trillion": "billion",
    "mln": "bln",
    "bln": "mln",
}
TIMES = {
    "years": "months",
    "months": "weeks",
    "weeks": "days",
    "days": "hours",
    "hours": "minutes",
    "minutes": "seconds",
}
UNITS = {
    "km": "miles",
    "kilometres": "miles",
    "kilometers": "miles",
    "miles": "kilometres",
    "mi": "km",
    "metres": "feet",
    "meters": "feet",
    "feet": "metres",
    "m": "ft",
    "ft": "m",
    "sq km": "sq mi",
    "sq mi": "sq km",
    "square kilometres": "square miles",
    "square kilometers": "square miles",
    "square miles": "square kilometres",
    "hectares": "acres",
    "acres": "hectares",
    "kg": "pounds",
    "kilograms": "pounds",
    "pounds": "kilograms",
    "tonnes": "kilograms",
    "tons": "kilograms",
    "ounces": "kilograms",
    "barrels": "gallons",
    "litres": "gallons",
    "liters": "gallons",
    "gallons": "barrels",
    "bushels": "tonnes",
    "°C": "°F",
    "°F": "°C",
}
"""A unit, and one that makes another amount of the same number."""
OPPOSITES = {
    one: other
    for pair in (
        ("more than", "less than"),
        ("at least", "at most"),
        ("rose", "fell"),
        ("rise", "fall"),
        ("increased", "decreased"),
        ("increase", "decrease"),
        ("gained", "lost"),
        ("up", "down"),
        ("higher", "lower"),
        ("larger", "smaller"),
        ("older", "younger"),
        ("above", "below"),
        ("before", "after"),
        ("largest", "smallest"),
        ("oldest", "youngest"),
        ("highest", "lowest"),
        ("longest", "shortest"),
    )
    for one, other in (pair, pair[::-1])
}
_OFFICES = (
    "president|chairman|minister|secretary|governor|director|chief executive|chancellor|king|queen"
    "|premier|ambassador|senator|leader|mayor|treasurer|emperor|pope"
)


def any_of(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_GLUED = "\u2013\u2212\u00d7\u22c5\u00b7^"
"""Dashes and signs that tie a number to another: 6\u201310 m, 4 \u00d7 100 metres, s\u22123."""
AMOUNT = re.compile(
    rf"(?<![\w.,/$£€¥{_GLUED}-])(?<!\u00d7\s)"
    rf"(?P<sign>(?:US|C|A)?[$£€¥]\s?)?(?P<number>{DIGITS}|{any_of(SMALL)})(?![{_GLUED}])"
    rf"(?>(?:\s(?P<scale>{any_of(SCALES)})\b)?"
    r"(?:\s(?P<currency>dlrs?|dollars|stg|yen|marks|francs|euros|cts|cents|rupees|pesos|crowns)\b"
    r"|\s?(?P<percent>%|(?:pct|percent|per\scent)\b)"
    rf"|\s(?P<time>{any_of(TIMES)})\b(?!\s(?:old|ago|later))"
    rf"|\s(?P<unit>{any_of(UNITS)})(?![\w⋅·²³^/-]))?)"
    rf"(?![\w/:-]|[.,]\d|\s(?:to|or)\s(?:[$£€]?\d|(?:{any_of(SMALL)})\b)|\s?[{_GLUED}]|\s\d)"
)
"""A number with all that says what it is a number of; never without its scale or unit, and none
that a range begins with.
"""
COUNTED = re.compile(
    r"\s(?!(?:third|quarter|half|halve|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)s?\b)"
    r"(?:(?!(?:and|or|of|to|in|per|on|at|for|with)\b)[a-z]+\s)?"
    r"(?!(?:less|was|is|has|does|years?)\b)[a-z]{3,}s\b"
)
"""A plural right behind a number, with a word between at most; two thirds are no count."""
NAMED = re.compile(
    rf"(?i)\b(?:{any_of(MONTHS)}|no\.?|number|chapter|page|article|aged?)\s$"
    rf"|(?:\d|\b(?:one|{any_of(SMALL)}))\s(?:to|and|or)\s$|\bbetween\s$"
)
"""What stands before a number that names something, or ends a range."""
BOUND = re.compile(
    r"(?i)\b(?:more|less|fewer|greater|higher|lower) than\s(?:\w+\s)?$"
    r"|\b(?:over|under|above|below|at (?:least|most)|up to|as \w+ as|exceed\w*)\s$"
    r"|\b(?:max|min)imum of\s$"
)
"""What stands before a number that another one may satisfy as well."""
_UTMOST = (
    r"(?i)\b(?:(?:low|high|larg|small|bigg|strong|weak|fast|slow|long|short|steep|sharp|old|young|heavi"
    r"|great|wett|dri|warm|hott|cold|deep|wors|b)est|most|least|first|last)\b[^,;]{0,40}\b"
)
IMPLIED = re.compile(
    rf"{_UTMOST}(?:in|for)\s(?:(?:about|nearly|almost|over|at least|the (?:last|past))\s)?$"
)
SINCE = re.compile(rf"{_UTMOST}since\s$")
"""What stands before a span of time, or a year, of which a shorter one is true as well: the lowest
in nine years is the lowest in five."""
CONVERTED = re.compile(r"\s\S+\s\S+\s\($")
"""An amount whose other unit a bracket begins with."""
DATE = re.compile(
    rf"\b(?:(?P<m1>{any_of(MONTHS)})\s(?P<d1>\d{{1,2}})(?:,\s(?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})\s(?P<m2>{any_of(MONTHS)})(?:\s(?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{any_of(MONTHS)})\s(?P<y3>\d{{4}})"
    r"|(?<=\b[Ii]n\s)(?P<y4>1[4-9]\d\d|20[0-2]\d)|(?<=\b[Ss]ince\s)(?P<y5>1[4-9]\d\d|20[0-2]\d))"
    r"\b(?![\d–-])"
)
WEEKDAY = re.compile(rf"\b(?:{any_of(WEEKDAYS)})\b(?!['’])")
ORDINAL = re.compile(
    rf"(?<!\bone of\s)(?<!\bsome of\s)(?<!\bamong\s)"
    rf"\b(?:the|its|his|her|their)\s(?P<rank>{any_of(RANKS)}|\d{{1,2}}(?:st|nd|rd|th))\b"
    r"(?![\s-](?:quarter|half|centur|millenni|day|week|month|year|few|and\b|or\b|to\b"
    rf"|{any_of(SMALL)}|\d|[A-Z])|\s(?:[a-z]+\s)?[a-z]{{2,}}[^\W\d_sui]s\b)"
)
"""A place in a series, and of one thing: a quarter or a century is a time, and nothing is one of
the fourth, nor the third settlers."""
_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’][A-Z][a-zà-ÿ]+)*"
_PERSON = (
    r"(?P<name>(?!(?:New|Los|San|Santa|Saint|North|South|East|West|Hong|Great|Fort|Port|Lake)\s)"
    rf"{_WORD}\s(?:[A-Z]\.\s)?{_WORD}(?:\s{_WORD})?)"
    r"(?![\w’'-]|\s(?:(?:of|and)\b|[A-ZÀ-Þ]{2}))"
)
"""Two names or three, none of a place, and no family name in capitals behind them."""
HOLDERS = (
    re.compile(rf"\b(?i:{_OFFICES})\s{_PERSON}"),
    re.compile(rf"{_PERSON},\s(?:the\s|its\s|a\s)?(?:[a-z]+\s){{0,3}}(?:{_OFFICES})\b"),
)
"""A person beside an office."""
PEOPLE = (
    re.compile(
        r"\b(?:written|directed|founded|composed|painted|led|designed|created|produced|introduced"
        rf"|developed|invented|discovered|killed|defeated|succeeded|proposed)\sby\s{_PERSON}"
    ),
    re.compile(
        r"\b(?:Mr\.?|Mrs\.?|Dr\.?|stars|starring|analyst|spokesman|spokeswoman|physicist|novelist"
        r"|writer|economist|philosopher|composer|scientist|actor|actress|brother|son|wife|daughter"
        rf"|father)\s{_PERSON}"
    ),
    re.compile(rf"^{_PERSON}(?=\swas\sborn\b|\s\([^)]*\b(?:born|\d{{4}})\b)"),
)
"""A person by what is said of them."""
PLACE = re.compile(r"\b(?:in|of|to|from|with|by|between|into|and|against)\s(?=[A-Z])")
"""What a country's name may stand behind."""
CAPITALS = re.compile(r"[A-Z][\w’'-]*(?:\s(?:and\s)?[A-Z][\w’'-]*){0,3}")
_MEMBER = r"[A-Z][\w’'-]*\w(?:\s[A-Z][\w’'-]*\w){0,2}"
LIST = re.compile(rf"(?:{_MEMBER},\s)+{_MEMBER},?\sand\s{_MEMBER}(?![\w-]|\s[A-Z])")
"""Three names or more."""
OPEN = re.compile(
    r"\b(?:including|includes?|included|such as|like|especially|notably|particularly|among(?:st)?)"
    r"\s(?:(?:in|of|from|to|for|by|on|at|with)\s)?(?:the\s)?$"
)
"""What stands before a list that others belong to as well."""
FRONTED = re.compile(
    r"^(?:After|Before|In|Within|On|At|Under|During|Since|From|With|By|For|Until|Throughout)\s[^,]*$"
)
"""What stands before a name that is in no list with those behind it: After the War, A and B ..."""
OF_A_NAME = re.compile(r"\b[A-Z][\w’'-]*\sof\s(?:the\s)?$")
"""What stands before the rest of a name: Gulf of, Kingdom of."""
FIRM = re.compile(r"\b(?:Co|Corp|Inc|Ltd|Plc|PLC|Sons|Brothers|Associates|Agency|Partners)\b")
"""A word of a list that is a firm's name: Bear, Stearns and Co."""
BETWEEN_MEMBERS = re.compile(r",\sand\s|,\s|\sand\s")
NEGATABLE = re.compile(
    r"\b(?:is|was|were|are|(?:has|have|had)(?=\s(?:been|\w+ed)\b))(?=\s[a-z])(?!\s(?:not|no)\b)"
)
"""A verb that "not" can follow."""
_GUARDED = {"up", "down", "after", "fall", "rose", "fell", "higher", "lower"}
OPPOSITE = re.compile(
    r"\b(?:(?:up|down)(?=\s(?:\d|from|by))"
    r"|(?<!named\s)(?<!modelled\s)(?<!modeled\s)(?<!called\s)after"
    r"|(?<!this\s)(?<!last\s)(?<!next\s)(?<!the\s)fall"
    r"|(?:rose|fell)(?!\s(?:as|in love|ill|asleep|into|through)\b)"
    r"|(?:higher|lower)(?!\s(?:education|house)\b)"
    rf"|{any_of(OPPOSITES.keys() - _GUARDED)})"
    r"\b(?!\sto\b|-)"
)
"""A word with an opposite, where the opposite makes sense: nobody is named before another."""
COMPANY = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|Plc|Bank|Industries|Group|Holdings|Oil|Systems|International|Trust"
    r"|Bros|Foundation|Society|Museum|College|School|Academy|Church|Company|Motors|Airlines|Securities|Association|Department|Ministry|University|Press|Journal"
    r"|Energy|Resources|Brothers|Financial|Services|Capital|Partners|Street|House|World|National"
    r"|Studios|Pictures|Records|Films|Minister|President|Chairman|Secretary|Governor"
    r"|Institute|Gas|Credit|Steel|Electric|Life|American|Party|Union|Council|Board|Commission|Court|Army|Empire|Times|News|Exchange|States?)\b"
)
"""Words of names that are no person's."""
