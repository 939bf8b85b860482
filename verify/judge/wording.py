"""The words, days and figures of a sentence, as they are laid beside another sentence's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.numberwords import SMALL_NUMBERS
from verify.claims.quantities import find_quantities
from verify.claims.words import Token, tokenize
from verify.judge.compare import quantities_agree
from verify.records import Claim, Quantity, Span

_WIDTH = 5
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SPELT = {"mln": "million", "bln": "billion", "pct": "percent", "%": "percent", "dlrs": "dollar"}
_OPENED = re.compile(r"\s*\(\s*")
_CLOSED = re.compile(r"\s*\)")


def within(claim: Claim) -> Span:
    """Where a claim stands in its sentence."""
    start = claim.sentence.span.start
    return Span(start=max(claim.span.start - start, 0), end=max(claim.span.end - start, 0))


def place(claim: Claim) -> Span:
    """Where a claim stands in its sentence, with the same amount in another unit where one of the
    two is in brackets: 90 km (56 mi)."""
    span = within(claim)
    if not isinstance(claim.value, Quantity) or not claim.value.unit:
        return span
    text = claim.sentence.text
    for start, end, unit in _amounts(text):
        if unit != claim.value.unit:
            continue
        if _OPENED.fullmatch(text, end, span.start) and (after := _CLOSED.match(text, span.end)):
            return Span(start=start, end=after.end())
        if _OPENED.fullmatch(text, span.end, start) and (after := _CLOSED.match(text, end)):
            return Span(start=span.start, end=after.end())
    return span


@lru_cache(maxsize=20_000)
def _amounts(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and unit of the amounts of a text that have one."""
    found = ((m.start, m.end, m.value) for m in find_quantities(text))
    return tuple((s, e, q.unit) for s, e, q in found if isinstance(q, Quantity) and q.unit)


def said(claim: Claim) -> tuple[Token, ...]:
    """The words of the claim's sentence but for its value."""
    span = place(claim)
    return tuple(
        t for t in tokenize(claim.sentence.text) if t.end <= span.start or t.start >= span.end
    )


def content(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The lemmas of words that tell something, each once, in one spelling; no numbers."""
    return tuple(
        dict.fromkeys(
            _SPELT.get(t.lower, t.lemma)
            for t in tokens
            if t.is_word and t.lower not in lexicon.FUNCTION_WORDS | lexicon.NUMBER_WORDS
        )
    )


@lru_cache(maxsize=20_000)
def lemmas(text: str) -> frozenset[str]:
    """The lemmas of all words of a text."""
    return frozenset(t.lemma for t in tokenize(text))


def days(tokens: Sequence[Token]) -> set[str]:
    """Years, months with the day beside them, and weekdays."""
    found = {t.text for t in tokens if _YEAR.fullmatch(t.text)}
    for at, token in enumerate(tokens):
        if token.lower in lexicon.WEEKDAYS:
            found.add(token.lower)
        if token.is_capital and token.lower in lexicon.MONTHS:
            beside = (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
            day = next((t.text for t in beside if t.text.isdigit() and len(t.text) < 3), "")
            found.add(f"{lexicon.MONTHS[token.lower]} {day}")
    return found


def figures(tokens: Sequence[Token]) -> frozenset[str]:
    """Numbers, in digits where they are small words; "one" is mostly none."""
    numbers = (t for t in tokens if t.lower != "one")
    found = (SMALL_NUMBERS.get(t.lower, t.text.replace(",", "")) for t in numbers)
    return frozenset(one for one in found if one[:1].isdigit())


def figures_said(mine: str, theirs: str) -> bool:
    """Whether a text has every number, year, day and amount of another one, be it in another unit:
    15 barrels are not 15 gallons."""
    here, there = tokenize(mine), tokenize(theirs)
    told = figures(there) | converted(mine, theirs)
    measures = _measures(theirs)
    return (
        days(here) <= days(there)
        and figures(here) <= told
        and all(any(_is_one(one, other) for other in measures) for one in _measures(mine))
    )


def _is_one(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and quantities_agree(one, other)


def converted(mine: str, theirs: str) -> frozenset[str]:
    """The numbers of amounts that the other text has in another unit: 19,700 ft for 6,000 m."""
    return frozenset(
        figure
        for one in _measures(mine)
        if any(_is_one(one, other) for other in _measures(theirs))
        for figure in figures(tokenize(one.text))
    )


@lru_cache(maxsize=20_000)
def _measures(text: str) -> tuple[Quantity, ...]:
    return tuple(q for m in find_quantities(text) if isinstance(q := m.value, Quantity) and q.unit)


def figures_apart(one: str, other: str) -> bool:
    """Whether two sentences give figures, and none that is the same, but for years and days."""
    both = [_plain_figures(tokenize(text)) for text in (one, other)]
    return all(both) and not both[0] & both[1]


def _plain_figures(tokens: Sequence[Token]) -> frozenset[str]:
    of_days = {day for one in days(tokens) for day in one.split()}
    return frozenset(f for f in figures(tokens) if f not in of_days)


def is_last(claim: Claim) -> bool:
    """Whether no word of the sentence comes after a value."""
    return not window(claim)[1]


def window(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after a value, the closest first."""
    span = place(claim)
    return _sides(claim.sentence.text, span.start, span.end)


@lru_cache(maxsize=20_000)
def _sides(text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    tokens = [t for t in tokenize(text) if t.is_word or t.is_number or t.text == "%"]
    keys = [_SPELT.get(t.lower, t.lemma) for t in tokens]
    before = [k for t, k in zip(tokens, keys, strict=True) if t.end <= start][-_WIDTH:]
    after = [k for t, k in zip(tokens, keys, strict=True) if t.start >= end][:_WIDTH]
    return tuple(reversed(before)), tuple(after)
