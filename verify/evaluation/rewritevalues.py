"""A value in other words: 3.4 mln dlrs as $3.4 million, 20 km as 12.4 miles, two as 2."""

from __future__ import annotations

import re
from decimal import Decimal

from verify.claims.numberwords import ordinal_ending
from verify.evaluation.changewords import (
    AMOUNT,
    COUNTED,
    DATE,
    NAMED,
    RANKS,
    SCALES,
    SMALL,
    any_of,
)

_VALUES = {
    "more than": "over",
    "less than": "under",
    "at least": "no less than",
    "at most": "no more than",
    "rose": "went up",
    "fell": "went down",
    "increased": "grew",
    "decreased": "shrank",
}
_FIGURE = re.compile(
    rf"\s(?:by\s|to\s|from\s)?(?:about\s|nearly\s)?(?:[$£]?\d|(?:one|half|{any_of(SMALL)})\b)"
)
"""What stands behind one of those where the other may stand as well."""
_SIGNS = {"dlrs": "$", "dollars": "$", "stg": "£"}
_LONG = {"mln": "million", "bln": "billion", "dlr": "dollar"}
_FACTORS = {
    "km": ("miles", "0.621371"),
    "kilometres": ("miles", "0.621371"),
    "kilometers": ("miles", "0.621371"),
    "miles": ("km", "1.60934"),
    "mi": ("km", "1.60934"),
    "metres": ("feet", "3.28084"),
    "meters": ("feet", "3.28084"),
    "m": ("ft", "3.28084"),
    "ft": ("m", "0.3048"),
    "feet": ("metres", "0.3048"),
    "sq km": ("square miles", "0.386102"),
    "sq mi": ("square kilometres", "2.58999"),
    "square kilometres": ("square miles", "0.386102"),
    "square kilometers": ("square miles", "0.386102"),
    "square miles": ("square kilometres", "2.58999"),
    "hectares": ("acres", "2.47105"),
    "acres": ("hectares", "0.404686"),
    "kg": ("pounds", "2.20462"),
    "kilograms": ("pounds", "2.20462"),
}
"""The unit that an amount is rewritten in, and how many of it one makes. Not from pounds, which may
be money.
"""
_RANGE = re.compile(
    rf"(?:\d|\b(?:one|{any_of(SMALL)}|{any_of(SCALES)}|dlrs?|dollars|cts|cents|pct|percent))"
    r"\s(?:to|and|or)\s$"
)
"""What stands before the end of a range."""
_ARTICLE = re.compile(r"\b[Aa]n?\s$")
_RACE = re.compile(
    r"(?i)\b(?:relay|sprint|hurdles|races?|runners?|swimm|freestyle|olympic|medal|champion|athlet)"
)
"""Where metres may be the name of a contest."""
_CONVERTED = re.compile(r"\s\([^()]*[\d\ue000]")
"""Behind an amount, the same in another unit."""


def is_fixed(text: str, start: int, end: int) -> bool:
    """Whether a value must stand as it does there: in a bracket or before one that converts it, at
    the end of a range, in the name of something.
    """
    value, before, after = text[start:end], text[:start], text[end:]
    if re.search(r"\([^()]*$", before) and ")" in after:
        return True
    if value in _VALUES:
        return not _FIGURE.match(after)
    if DATE.search(value):
        return bool(re.match(r"\s(?:to|and|or|through)\s\d|[-\u2013]", after))
    if not (amount := AMOUNT.fullmatch(value)):
        return False
    if NAMED.search(before) or _RANGE.search(before) or _CONVERTED.match(after):
        return True
    parts = amount.groupdict()
    if parts["unit"]:
        return bool(_ARTICLE.search(before) or (parts["unit"][0] == "m" and _RACE.search(text)))
    said = any(parts[name] for name in ("sign", "scale", "currency", "percent", "time"))
    return not said and not COUNTED.match(text, end)


def rewrite_value(value: str) -> str:
    """A value in other words, if there are any."""
    if value in _VALUES:
        return _VALUES[value]
    if value in RANKS:
        at = RANKS.index(value) + 1
        return f"{at}{ordinal_ending(at)}"
    if (date := DATE.fullmatch(value)) and (date["m1"] or date["m2"]):
        return _turned(date)
    amount = AMOUNT.fullmatch(value)
    return _amount(amount) if amount else value


def _turned(date: re.Match[str]) -> str:
    """June 30, 1987 as 30 June 1987, and the other way."""
    if date["m1"]:
        return f"{date['d1']} {date['m1']}" + (f" {date['y1']}" if date["y1"] else "")
    return f"{date['m2']} {date['d2']}" + (f", {date['y2']}" if date["y2"] else "")


def _amount(found: re.Match[str]) -> str:
    parts = found.groupdict()
    number, unit, scale = parts["number"], parts["unit"], parts["scale"]
    scale = _LONG.get(scale, scale) if scale else ""
    if unit in _FACTORS and not scale:
        other, factor = _FACTORS[unit]
        return f"{_rounded(_figures(number) * Decimal(factor))} {other}"
    number = _numeral(number, bare=not any(found.group("scale", "sign", "currency", "percent")))
    scaled = f"{number} {scale}".rstrip()
    if parts["sign"]:
        return f"{parts['sign']}{scaled}"
    if currency := parts["currency"]:
        sign = _SIGNS.get(currency)
        return f"{sign}{scaled}" if sign else f"{scaled} {_LONG.get(currency, currency)}"
    if parts["percent"]:
        return f"{number}%" if parts["percent"] != "%" else f"{number} percent"
    tail = parts["time"] or unit
    return f"{scaled} {tail}" if tail else scaled


def _figures(number: str) -> Decimal:
    return Decimal(SMALL.index(number) + 2) if number in SMALL else Decimal(number.replace(",", ""))


def _numeral(number: str, *, bare: bool) -> str:
    """Figures for a number word, and the word for a small figure that stands alone."""
    if number in SMALL:
        return str(SMALL.index(number) + 2)
    if bare and number.isdigit() and 2 <= int(number) <= 12:
        return SMALL[int(number) - 2]
    if bare and "," in number and number.endswith("00,000") and len(number) > 8:
        return f"{(_figures(number) / 1_000_000).normalize():f} million"
    return number


def _rounded(value: Decimal) -> str:
    """Three digits that count."""
    places = max(2 - value.adjusted(), 0)
    step = Decimal(1).scaleb(max(value.adjusted() - 2, 0))
    rounded = (value / step).quantize(Decimal(1).scaleb(-places)) * step
    return f"{rounded.normalize():,f}" if rounded else "0"
