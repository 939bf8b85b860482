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
AMOUNT = re.compile(
    rf"(?<![\w.,/$£€¥-])(?P<sign>(?:US|C|A)?[$£€¥]\s?)?(?P<number>{DIGITS}|{any_of(SMALL)})"
    rf"(?:\s(?P<scale>{any_of(SCALES)})\b)?"
    r"(?:\s(?P<currency>dlrs?|dollars|stg|yen|marks|francs|euros|cts|cents|rupees|pesos|crowns)\b"
    r"|\s?(?P<percent>%|(?:pct|percent|per\scent)\b)"
    rf"|\s(?P<time>{any_of(TIMES)})\b(?!\s(?:old|ago|later))"
    rf"|\s(?P<unit>{any_of(UNITS)})(?![\w-]))?"
    r"(?![\w/:-]|[.,]\d|\s(?:to|or)\s\d|\s\d)"
)
"""A number with all that says what it is a number of."""
COUNTED = re.compile(
    r"\s(?:(?!(?:and|or|of|to|in|per|on|at|for|with)\b)[a-z]+\s)?(?!(?:less|was|is|has|does|years?)\b)[a-z]{3,}s\b"
)
"""A plural right behind a number, with a word between at most."""
NAMED = re.compile(
    rf"(?i)\b(?:{any_of(MONTHS)}|no\.?|number|chapter|page|article|aged?)\s$"
    rf"|(?:\d|{any_of(SMALL)})\s(?:to|and|or)\s$|\bbetween\s$"
)
"""What stands before a number that names something, or ends a range."""
BOUND = re.compile(
    r"(?i)\b(?:more|less|fewer|greater|higher|lower) than\s(?:\w+\s)?$"
    r"|\b(?:over|under|above|below|at (?:least|most)|up to|as \w+ as|exceed\w*)\s$"
    r"|\b(?:max|min)imum of\s$"
)
"""What stands before a number that another one may satisfy as well."""
DATE = re.compile(
    rf"\b(?:(?P<m1>{any_of(MONTHS)})\s(?P<d1>\d{{1,2}})(?:,\s(?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})\s(?P<m2>{any_of(MONTHS)})(?:\s(?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{any_of(MONTHS)})\s(?P<y3>\d{{4}})"
    r"|(?<=\b[Ii]n\s)(?P<y4>1[4-9]\d\d|20[0-2]\d)|(?<=\b[Ss]ince\s)(?P<y5>1[4-9]\d\d|20[0-2]\d))"
    r"\b(?![\d–-])"
)
WEEKDAY = re.compile(rf"\b(?:{any_of(WEEKDAYS)})\b(?!['’])")
ORDINAL = re.compile(
    rf"\b(?:the|its|his|her|their)\s(?P<rank>{any_of(RANKS)}|\d{{1,2}}(?:st|nd|rd|th))\b"
    r"(?![\s-](?:quarter|half|centur|millenni|day|week|month|year|few|and\b|to\b"
    rf"|{any_of(SMALL)}|\d|[A-Z]))"
)
"""A place in a series; a quarter or a century is a time."""
_WORD = r"[A-Z][a-zà-ÿ]+(?:[-'’][A-Z][a-zà-ÿ]+)*"
_PERSON = (
    rf"(?P<name>{_WORD}\s(?:[A-Z]\.\s)?{_WORD}(?:\s{_WORD})?)(?![\w’'-]|\s(?:of|and|[A-Z]{{2,}})\b)"
)
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
BETWEEN_MEMBERS = re.compile(r",\sand\s|,\s|\sand\s")
NEGATABLE = re.compile(
    r"\b(?:is|was|were|are|(?:has|have|had)(?=\s(?:been|\w+ed)\b))(?=\s[a-z])(?!\s(?:not|no)\b)"
)
"""A verb that "not" can follow."""
OPPOSITE = re.compile(
    r"\b(?:(?:up|down)(?=\s(?:\d|from|by))"
    rf"|{any_of(one for one in OPPOSITES if one not in {'up', 'down'})})"
    r"\b(?!\sto\b|-)"
)
COMPANY = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|Plc|Bank|Industries|Group|Holdings|Oil|Systems|International|Trust"
    r"|Company|Motors|Airlines|Securities|Association|Department|Ministry|University|Press|Journal"
    r"|Energy|Resources|Brothers|Financial|Services|Capital|Partners|Street|House|World|National"
    r"|Institute|Gas|Credit|Steel|Electric|Life|American|Party|Union|Council|Board|Commission|Court|Army|Empire|Times|News|Exchange|States?)\b"
)
"""Words of names that are no person's."""
