"""What a value is told for one of: $80 a barrel, 5p a share, 40 miles per gallon, 500 a day."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.claims.spelling import any_of, fold

# canonical name, spellings; "a day" is a rate, "a person" hardly: those need "per"
_THINGS = (
    ("share", "share"), ("barrel", "barrel bbl"), ("tonne", "tonne ton metric-ton"),
    ("ounce", "ounce oz troy-ounce"), ("lb", "pound lb"), ("bushel", "bushel"),
    ("litre", "litre liter"), ("gallon", "gallon"), ("kg", "kilo kilogram kg"),
    ("minute", "minute"), ("hour", "hour"), ("day", "day"), ("night", "night"),
    ("week", "week"), ("month", "month"), ("year", "year annum"),
    ("km", "kilometre kilometer km"), ("mile", "mile"), ("acre", "acre"), ("ha", "hectare"),
    ("game", "game match"), ("bottle", "bottle"), ("ticket", "ticket"), ("word", "word"),
)  # fmt: skip
_PER_ONLY = (
    ("person", "person head capita inhabitant resident"), ("household", "household family home"),
    ("second", "second"), ("season", "season"), ("quarter", "quarter"),
    ("unit", "unit"), ("quintal", "quintal"),
    ("pupil", "pupil student child"), ("passenger", "passenger"), ("customer", "customer"),
    ("m2", "square-metre square-meter sq-m"), ("km2", "square-kilometre square-kilometer sq-km"),
    ("mi2", "square-mile sq-mile sq-mi"), ("ft2", "square-foot sq-ft"),
    ("m3", "cubic-metre cubic-meter"), ("kWh", "kilowatt-hour kwh"), ("MWh", "megawatt-hour mwh"),
    ("employee", "employee worker"), ("patient", "patient"), ("vehicle", "vehicle car"),
    ("100 km", "100-km 100-kilometres 100-kilometers"), ("100 g", "100-g 100-grams"),
    ("1,000", "thousand 1,000"), ("100,000", "100,000"),
)  # fmt: skip


def _named(*tables: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {
        spelling.replace("-", " "): name
        for table in tables
        for name, spellings in table
        for spelling in spellings.split()
    }


_PER = _named(_THINGS, _PER_ONLY)


def _any_gap(spellings: Iterable[str]) -> str:
    return any_of(spellings).replace(r"\s+", r"[\s-]+")


_RATE = re.compile(
    rf"(?:\s+(?:per\s+(?P<per>{_any_gap(_PER)})|an?\s+(?P<a>{_any_gap(_named(_THINGS))}))"
    rf"|/(?P<slash>{_any_gap(_PER)}))(?![\w-]|\s+(?:ago|after|before|later|earlier|since|off|old)\b)",
    re.IGNORECASE,
)


_SAID = {
    "lb": "pound", "kg": "kilogram", "km": "kilometre", "ha": "hectare", "m2": "square metre",
    "km2": "square kilometre", "mi2": "square mile", "ft2": "square foot", "m3": "cubic metre",
}  # fmt: skip


def rate_words(name: str) -> str:
    """A canonical name as it is written after "per"."""
    return _SAID.get(name, name)


def rate_after(text: str, end: int) -> tuple[str, int]:
    """What the value that ends at `end` is told for one of, and where that ends; "" for none."""
    match = _RATE.match(text, end)
    if match is None:
        return "", end
    written = match["per"] or match["a"] or match["slash"]
    return _PER[" ".join(re.split(r"[\s-]+", fold(written)))], match.end()
