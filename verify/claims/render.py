"""Typed values put into words again, in a style of choice; reading the words gives the value back.

`worded_like` writes a value as a draft wrote another: "twenty-second" stays in words and "$3.4m"
short.
"""

from __future__ import annotations

import re
from decimal import Decimal

from verify.claims import lexicon
from verify.claims.currencies import name_of, sign_of
from verify.claims.dictionary import superlative
from verify.claims.numberwords import Style, in_words, ordinal_ending, say_number
from verify.claims.rates import rate_words
from verify.claims.saydates import say_when
from verify.claims.spelling import any_of
from verify.claims.units import words_of
from verify.claims.vague import vague_words
from verify.records import Hedge, Ordinal, Quantity, When

_HEDGES = {
    Hedge.EXACT: "", Hedge.ABOUT: "about ", Hedge.AT_LEAST: "at least ",
    Hedge.MORE_THAN: "more than ", Hedge.AT_MOST: "up to ", Hedge.LESS_THAN: "less than ",
    Hedge.OPEN: "",
}  # fmt: skip
_IN_WORDS = re.compile(
    rf"\b(?:{any_of(lexicon.NUMBER_WORDS)}|{any_of(lexicon.ORDINAL_WORDS)}|last|only)\b",
    re.IGNORECASE,
)
_STYLES = (
    (Style.INDIAN, re.compile(r"\b(?:lakh|crore)\b|\d,\d\d,\d", re.IGNORECASE)),
    (Style.SHORT, re.compile(r"\d\s?(?:m|bn|tn)\b")),
    (Style.LONG, re.compile(r"\d\s?(?:million|billion|trillion)\b", re.IGNORECASE)),
    (Style.FIGURES, re.compile(r"\d")),
    (Style.WORDS, _IN_WORDS),
)
_WINDOW = re.compile(
    r"(?:an?|\d+|[a-z]+|(?:more|nearly|over|almost|about|at).*)\s+"
    r"(?:years?|months?|decades?|generations?|century|games|matches)\b"
)
_EVER = re.compile(r"on record|ever|of all time|in .*(?:memory|history)")


def render(value: Quantity | Ordinal | When, style: Style = Style.FIGURES, noun: str = "") -> str:
    """The value in words. `noun` is what a count counts, or an ordinal ranks."""
    match value:
        case Quantity():
            return _quantity(value, style, noun)
        case Ordinal():
            return _ordinal(value, style, noun)
        case When():
            return say_when(value)


def worded_like(value: Quantity | Ordinal | When, written: str, noun: str = "") -> str:
    """The value in the style in which other words are written."""
    return render(value, style_of(written), noun)


def style_of(written: str) -> Style:
    """The style of a number's words in a draft."""
    return next((style for style, shows in _STYLES if shows.search(written)), Style.FIGURES)


# --- quantities -------------------------------------------------------------------------------


def _quantity(value: Quantity, style: Style, noun: str) -> str:
    words = _HEDGES[value.hedge] + _measure(value, style, noun)
    if value.per:
        words += f" per {rate_words(value.per)}"
    for link, when in ((" from ", value.begins), (" until ", value.ends)):
        if when:
            words += link + say_when(when)
    return words


def _measure(value: Quantity, style: Style, noun: str) -> str:
    if value.hedge is Hedge.OPEN:
        size, unit = vague_words(value.low, value.high), value.unit
        by, name = words_of(unit, Decimal(0))
        if by != 1:
            size = vague_words(value.low / by, value.high / by)
        return f"{size} {name_of(unit) or name or noun}"
    sign = sign_of(value.unit)
    low, high = value.low, value.high
    if sign:
        amounts = [sign + say_number(n, _few_words(style)) for n in _ends(low, high)]
        return " to ".join(amounts)
    by, name = words_of(value.unit, high)
    numbers = " to ".join(say_number(n / by, style) for n in _ends(low, high))
    if not value.unit:
        return f"{numbers} {noun}"
    if style is Style.WORDS:
        name = _SPELT.get(name, name)
    return f"{numbers}{'' if name in _TIGHT else ' '}{name}"


_TIGHT = frozenset({"%", "°C", "°F", "-fold"})
_SPELT = {"%": "per cent", "°C": "degrees Celsius", "°F": "degrees Fahrenheit"}


def _ends(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    return (low,) if low == high else (low, high)


def _few_words(style: Style) -> Style:
    """A sign stands before figures only: $3.4 million."""
    return Style.LONG if style is Style.WORDS else style


# --- ordinals ---------------------------------------------------------------------------------


def _ordinal(value: Ordinal, style: Style, noun: str) -> str:
    rank = _rank(value.rank, style)
    if value.quality:
        ranked = superlative(value.quality)
        rank = ranked if value.rank == 1 else f"{rank}{'-' if ' ' not in ranked else ' '}{ranked}"
    words = f"{rank} {noun}".strip()
    if value.field:
        words += f" in {value.field}"
    if value.since:
        words += f" {_window(value.since)}"
    return words


def _window(since: str) -> str:
    if _EVER.fullmatch(since):
        return since
    return f"in {since}" if _WINDOW.match(since) else f"since {since}"


_EDGES = {0: "only", -1: "last", -2: "penultimate"}
_BY_RANK = {number: word for word, number in lexicon.ORDINAL_WORDS.items()}


def _rank(rank: int, style: Style) -> str:
    if rank in _EDGES:
        return _EDGES[rank]
    if style is Style.WORDS and rank < 100:
        tens, ones = divmod(rank, 10)
        if rank in _BY_RANK:
            return _BY_RANK[rank]
        return f"{in_words(10 * tens)}-{_BY_RANK[ones]}"
    return f"{rank:,}{ordinal_ending(rank)}"
