"""A sentence said otherwise: reordered, shortened, with other words, numerals and units.

What is said stays true. The value that a plant is about is left out of the sentence (`GAP`) while
it is rewritten, and is put into other words by itself, so that the true and the changed value end
up in the same sentence.
"""

from __future__ import annotations

import random
import re
from decimal import Decimal

from verify.evaluation.changewords import (
    AMOUNT,
    DATE,
    MONTHS,
    NAMED,
    RANKS,
    SMALL,
    WEEKDAYS,
    any_of,
)

GAP = "\ue000"
"""Stands for the value."""
_WORDS = {
    "said": "stated",
    "rose": "climbed",
    "fell": "dropped",
    "bought": "acquired",
    "began": "started",
    "also": "",
    "because": "since",
    "located": "situated",
    "however": "though",
    "several": "a number of",
    "large": "big",
    "main": "principal",
    "usually": "generally",
    "known as": "called",
    "built": "constructed",
    "film": "movie",
    "helped": "assisted",
    "company": "firm",
    "agreed to": "consented to",
    "previously": "earlier",
    "compared with": "against",
    "mln": "million",
    "bln": "billion",
    "pct": "percent",
    "dlrs": "dollars",
    "dlr": "dollar",
}
_SYNONYM = re.compile(rf"\b(?:{any_of(_WORDS)})\b")
_VALUES = {
    "more than": "over",
    "less than": "under",
    "at least": "no fewer than",
    "at most": "no more than",
    "rose": "went up",
    "fell": "went down",
    "increased": "grew",
    "decreased": "shrank",
}
_ASIDE = re.compile(r"\s?(?:\([^()]*\)|<[^<>]*>)")
_RELATIVE = re.compile(r", (?:which|who|where)\b[^,;:.]*(?:,|(?=\.$))")
_APPOSITION = re.compile(r", (?:a|an|the) [a-z][^,;:]{5,60},(?= [a-z]+(?:ed|s)\b| (?:is|was|has) )")
_ATTRIBUTION = re.compile(r", (?:[A-Z][\w.]+|the \w+|it|he|she|they|[a-z]+ \w+) (?:also )?said\.$")
_OPENER = "The A An It He She They Its His Her Their This These In On At Both Some Most".split()
_FRONTED = re.compile(
    rf"^((?:In(?! addition)|On|At|During|After|Since|By) [^,{GAP}]{{3,45}}), (\S[^:;]*)\.$"
)
_TRAILING = re.compile(
    rf"^([^,:;]+?) ((?:in|on|during|since) [^,{GAP}]{{0,25}}?"
    rf"(?:\b\d{{4}}|{any_of(MONTHS)}|{any_of(WEEKDAYS)}|centur(?:y|ies)|\b(?:year|month|week)s?))\.$"
)
"""Only a time can move without a look at the grammar."""
_SIGNS = {"dlrs": "$", "dollars": "$", "stg": "£"}
_ROUGHLY = re.compile(r"\babout(?=\s[$£]?\d)")
_LONG = {"mln": "million", "bln": "billion"}
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
    "pounds": ("kilograms", "0.453592"),
}
"""The unit that an amount is rewritten in, and how many of it one makes."""


def rewrite(sentence: str, chance: random.Random) -> str:
    """The sentence in other words and another order, shorter where that is possible."""
    text = sentence
    for pattern, left in ((_ASIDE, ""), (_ATTRIBUTION, "."), (_RELATIVE, ""), (_APPOSITION, "")):
        text = _left_out(pattern, left, text)
    text = _moved(text)
    text = AMOUNT.sub(lambda m: _unless_named(m, text), text)
    text = _ROUGHLY.sub("roughly", text)
    text = _SYNONYM.sub(lambda m: _WORDS[m.group()] if chance.random() < 0.8 else m.group(), text)
    return re.sub(r"\s+(?=[,.])|(?<=\s)\s+", "", text).strip()


def _left_out(pattern: re.Pattern[str], left: str, text: str) -> str:
    """The text without what a pattern finds, unless the value is in it."""
    return pattern.sub(lambda m: m.group() if GAP in m.group() else left, text)


def _unless_named(found: re.Match[str], text: str) -> str:
    """An amount in other words, but for the 4 of March 4 and the end of a range."""
    named = NAMED.search(text[: found.start()])
    return found.group() if named else rewrite_value(found.group())


def _moved(text: str) -> str:
    """The adverbial at one end of a sentence at its other end."""
    if found := _FRONTED.match(text):
        rest = found[2]
        return f"{rest[0].upper()}{rest[1:]} {found[1][0].lower()}{found[1][1:]}."
    found = _TRAILING.match(text)
    if found and len(found[1].split()) > 4:
        return f"{found[2][0].upper()}{found[2][1:]}, {_lowered(found[1])}."
    return text


def _lowered(text: str) -> str:
    first = text.split(maxsplit=1)[0]
    return text[0].lower() + text[1:] if first in _OPENER else text


def rewrite_value(value: str) -> str:
    """A value in other words: 3.4 mln dlrs as $3.4 million, 20 km as 12.4 miles, two as 2."""
    if value in _VALUES:
        return _VALUES[value]
    if value in RANKS:
        at = RANKS.index(value) + 1
        return f"{at}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(at, 'th') }"
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
    if parts["currency"]:
        sign = _SIGNS.get(parts["currency"])
        return f"{sign}{scaled}" if sign else f"{scaled} {parts['currency']}"
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
