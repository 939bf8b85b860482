"""Numbers with what they count or measure: 10-member, 12 days, 5 per cent, £3.4m, 330 km.

Every unit is brought to one of its dimension, so that values compare without a table elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from verify.claims import lexicon
from verify.claims.numbers import Number, find_numbers
from verify.claims.words import tokenize
from verify.records import Kind, Quantity

_UNITS: dict[str, tuple[str, str]] = {}
for _canonical, _factor, _spellings in (
    ("day", "1", "day days"),
    ("day", "7", "week weeks"),
    ("day", "14", "fortnight fortnights"),
    ("month", "1", "month months"),
    ("month", "12", "year years yr yrs"),
    ("month", "120", "decade decades"),
    ("month", "1200", "century centuries"),
    ("hour", "1", "hour hours hr hrs"),
    ("hour", "0.0166666667", "minute minutes min mins"),
    ("hour", "0.000277777778", "second seconds"),
    ("m", "1", "m metre metres meter meters"),
    ("m", "1000", "km kilometre kilometres kilometer kilometers"),
    ("m", "0.01", "cm centimetre centimetres centimeter centimeters"),
    ("m", "0.001", "mm millimetre millimetres millimeter millimeters"),
    ("m", "1609.344", "mile miles mi"),
    ("m", "0.3048", "ft foot feet"),
    ("m", "0.0254", "inch inches"),
    ("m", "0.9144", "yard yards"),
    ("m", "1852", "nautical-mile nautical-miles"),
    ("m2", "1", "square-metre square-metres square-meter square-meters sq-m m2 m²"),
    ("m2", "1000000", "square-kilometre square-kilometres square-kilometer square-kilometers"
     " sq-km km2 km²"),
    ("m2", "2589988.11", "square-mile square-miles sq-mi"),
    ("m2", "0.09290304", "square-foot square-feet sq-ft"),
    ("m2", "10000", "hectare hectares ha"),
    ("m2", "4046.8564", "acre acres"),
    ("m3", "1", "cubic-metre cubic-metres cubic-meter cubic-meters m3 m³"),
    ("m3", "1000000000", "cubic-kilometre cubic-kilometres km3 km³"),
    ("m3", "0.001", "litre litres liter liters"),
    ("m3", "0.158987", "barrel barrels"),
    ("kg", "1", "kg kilogram kilograms kilo kilos"),
    ("kg", "0.001", "gram grams"),
    ("kg", "1000", "tonne tonnes metric-ton metric-tons ton tons"),
    ("kg", "0.45359237", "pound-weight lb lbs"),
    ("kg", "0.0283495", "ounce ounces oz"),
    ("kg", "27.2155", "bushel bushels"),
    ("km/h", "1", "km/h kph kmh kilometres-per-hour kilometers-per-hour kilometres-an-hour"
     " kilometers-an-hour"),
    ("km/h", "1.609344", "mph miles-per-hour miles-an-hour"),
    ("km/h", "1.852", "knot knots"),
    ("°C", "1", "°c degrees-celsius degree-celsius celsius degrees-centigrade"),
    ("°F", "1", "°f degrees-fahrenheit degree-fahrenheit fahrenheit"),
    ("degree", "1", "degree degrees"),
    ("W", "1000", "kw kilowatt kilowatts"),
    ("W", "1000000", "mw megawatt megawatts"),
    ("W", "1000000000", "gw gigawatt gigawatts"),
    ("Wh", "1000000", "mwh megawatt-hour megawatt-hours"),
    ("Wh", "1000000000", "gwh gigawatt-hour gigawatt-hours"),
    ("Wh", "1000000000000", "twh terawatt-hour terawatt-hours"),
    ("hectopascal", "1", "hpa millibar millibars hectopascal hectopascals"),
    ("light-year", "1", "light-year light-years"),
):  # fmt: skip
    for _spelling in _spellings.split():
        _UNITS[_spelling] = (_canonical, _factor)
DURATIONS = frozenset({"day", "month", "hour"})

_CURRENCIES = {
    "USD": r"US\s?\$|\$|USD|(?:US\s|U\.S\.\s|American\s)?dollars?",
    "EUR": r"€|EUR|euros?",
    "GBP": r"£|GBP|(?:British\s)?pounds?(?:\ssterling)?|sterling",
    "JPY": r"JPY|(?:Japanese\s)?yen",
    "CNY": r"RMB|CNY|(?:Chinese\s)?yuan|renminbi",
    "INR": r"₹|INR|Rs\.?|(?:Indian\s)?rupees?",
    "RUB": r"RUB|(?:Russian\s)?rou?bles?",
    "CHF": r"CHF|(?:Swiss\s)?francs?",
    "CAD": r"C\$|CA\$|CAD|Canadian\sdollars?",
    "AUD": r"A\$|AU\$|AUD|Australian\sdollars?",
    "KRW": r"₩|KRW|(?:South\sKorean\s)?won(?=\b)",
    "BRL": r"R\$|BRL|(?:Brazilian\s)?reai?s",
    "SEK": r"SEK|(?:Swedish\s)?krona|kronor",
    "NOK": r"NOK|(?:Norwegian\s)?kroner?",
    "ZAR": r"ZAR|rand",
    "TRY": r"₺|TRY|(?:Turkish\s)?lira",
    "MXN": r"MXN|pesos?",
}
# Longer names first, so that "Canadian dollars" is not read as dollars.
_BY_LENGTH = ("CAD", "AUD", "BRL", *(c for c in _CURRENCIES if c not in {"CAD", "AUD", "BRL"}))
_MONEY_BEFORE = re.compile(
    r"(?:" + "|".join(f"(?P<{c}>(?<![A-Za-z])(?:{_CURRENCIES[c]}))" for c in _BY_LENGTH) + r")\s?$"
)
_MONEY_AFTER = re.compile(
    r"[\s\u00a0-]?(?:" + "|".join(f"(?P<{c}>(?:{_CURRENCIES[c]})\\b)" for c in _BY_LENGTH) + r")",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(?P<pp>[\s\u00a0-]?(?:percentage|per\s?cent)[\s-]points?\b|[\s-]?pp\b)"
    r"|(?P<pc>\s?%|[\s\u00a0-]?per\s?cent\b|[\s-]?pct\b)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[\s\u00a0-]?(?P<unit>"
    + "|".join(re.escape(u).replace(r"\-", r"[\s-]") for u in sorted(_UNITS, key=len, reverse=True))
    + r")(?![A-Za-z²³0-9])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[ap]\.?m\b|o['’]clock|GMT|ET\b", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"[\s\u00a0-]\(?")


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with its span, its kind, and where the words after it go on."""

    start: int
    end: int
    kind: Kind
    value: Quantity
    attributive: bool
    """Written as 10-member, 12-day: the noun it describes comes next."""


def find_quantities(text: str) -> tuple[Measured, ...]:
    """All numbers of a text that say how much or how many of something. Years, clock times,
    addresses, numbered things ("No. 10") and bare numbers are not among them."""
    found = []
    for number in find_numbers(text):
        measured = (
            _money(text, number)
            or _percentage(text, number)
            or _with_unit(text, number)
            or _count(text, number)
        )
        if measured:
            found.append(measured)
    return tuple(found)


def _value(text: str, number: Number, start: int, end: int, unit: str, factor: str) -> Quantity:
    by = Decimal(factor)
    return Quantity(
        low=number.low * by,
        high=number.high * by,
        unit=unit,
        hedge=number.hedge,
        precision=number.precision * by,
        text=text[start:end],
    )


def _money(text: str, number: Number) -> Measured | None:
    if before := _MONEY_BEFORE.search(text, max(0, number.start - 24), number.start):
        start, end, unit = before.start(), number.end, before.lastgroup
    elif after := _MONEY_AFTER.match(text, number.end):
        start, end, unit = number.start, after.end(), after.lastgroup
    else:
        return None
    start = min(start, number.hedge_start)
    value = _value(text, number, start, end, unit or "", "1")
    return Measured(start, end, Kind.MONEY, value, text[end : end + 1] == "-")


def _percentage(text: str, number: Number) -> Measured | None:
    match = _PERCENT.match(text, number.end)
    if not match:
        return None
    unit = "pp" if match["pp"] else "%"
    start = number.hedge_start
    value = _value(text, number, start, match.end(), unit, "1")
    return Measured(start, match.end(), Kind.PERCENTAGE, value, False)


def _with_unit(text: str, number: Number) -> Measured | None:
    match = _UNIT.match(text, number.end)
    if not match:
        return None
    written = re.sub(r"[\s-]", "-", match["unit"])
    if written in {"m", "mi", "M"} and text[number.end : match.start("unit")] == "":
        if written == "M" or text[: number.start].rstrip().endswith(("$", "£", "€")):
            return None  # 3M, £3m
    if (
        match["unit"] in {"second", "seconds"}
        and number.low == int(number.low)
        and number.low > 600
    ):
        return None
    unit, factor = _UNITS[written.lower()]
    attributive = text[number.end : number.end + 1] == "-"
    kind = Kind.DURATION if unit in DURATIONS else Kind.QUANTITY
    start, end = number.hedge_start, match.end()
    return Measured(start, end, kind, _value(text, number, start, end, unit, factor), attributive)


def _count(text: str, number: Number) -> Measured | None:
    """A number that counts the noun after it."""
    if number.low != number.low.to_integral_value() and number.precision < 1:
        return None
    gap = _NOUN_AFTER.match(text, number.end)
    if not gap or _names_a_thing(text, number):
        return None
    attributive = text[number.end] == "-"
    end = noun_phrase_end(text, gap.end())
    if end <= gap.end() or _CLOCK.match(text, gap.end()):
        return None
    start = number.hedge_start
    value = _value(text, number, start, end, "", "1")
    return Measured(start, end, Kind.COUNT, value, attributive)


def _names_a_thing(text: str, number: Number) -> bool:
    """Years, numbered things, parts of dates and addresses."""
    before = text[max(0, number.start - 14) : number.start].rstrip(" \u00a0-").split()
    last = before[-1].strip("(").lower() if before else ""
    if last in {
        "no.",
        "no",
        "number",
        "nos.",
        "flight",
        "route",
        "article",
        "section",
        "page",
        "chapter",
        "phase",
        "group",
        "room",
        "gate",
        "boeing",
        "airbus",
        "world",
        "type",
        "level",
        "grade",
        "class",
        "figure",
        "table",
        "area",
        "highway",
        "under-",
        "step",
    }:
        return True  # fmt: skip
    if last.rstrip(".") in lexicon.MONTHS and number.low <= 31:
        return True
    if (
        not number.in_words
        and 1400 <= number.low <= 2199
        and "," not in text[number.start : number.end]
    ):
        # A bare four-digit number is a year unless something countable follows "more than".
        return number.hedge_start == number.start or last in {"in", "since", "of", "until", "by"}
    return number.in_words and number.low == 1


_NOUN_PHRASE_STOP = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.AUXILIARIES | lexicon.PRONOUNS
) - {"over", "like"}


def noun_phrase_end(text: str, start: int, limit: int = 5) -> int:
    """Where the noun phrase that begins at `start` ends; `start` when there is none.

    A phrase is up to `limit` words that can be adjectives or nouns and ends with a noun.
    """
    end, seen = start, 0
    position = start
    for token in tokenize(text[start : start + 120]):
        gap = text[position : start + token.start]
        position = start + token.end
        if gap.strip(" \u00a0-") or seen == limit or "\n" in gap:
            break
        if not token.is_word or token.lower in _NOUN_PHRASE_STOP | {"'s"}:
            break
        if token.lower in lexicon.DETERMINERS or token.lower in lexicon.MONTHS:
            break
        if end > start and token.tags and not token.tags & {"NOUN", "ADJ"}:
            break
        seen += 1
        if "NOUN" in token.tags or (not token.tags and seen <= 3):
            if end > start and "VERB" in token.tags and _verb_here(token.lower):
                break
            end = position
        elif token.tags & {"VERB", "ADJ", "ADV"} and seen <= 3:
            continue
        else:
            break
    return end


def _verb_here(lower: str) -> bool:
    """Words that are nouns by the dictionary and verbs after a noun in news."""
    return lower in {"left", "rose", "fell", "met", "shared", "saw", "bit", "lay", "wound", "felt"}
