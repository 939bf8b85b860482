"""The windows of two superlatives: the worst drought since 1976, the first visit in a decade."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.dates import find_dates
from verify.claims.quantities import DURATIONS, find_quantities
from verify.claims.words import content_lemmas, tokenize
from verify.records import Ordinal, Quantity, When

_ALWAYS = re.compile(r"ever|record|history|all time|memory")


class Reach(Enum):
    """How far back a source's window goes, beside a claim's."""

    SAME = auto()
    FURTHER = auto()
    LESS_FAR = auto()
    UNKNOWN = auto()


def reach(mine: Ordinal, theirs: Ordinal) -> Reach:
    """How two windows lie to each other; without one, the rank is of all time."""
    if mine.since == theirs.since:
        return Reach.SAME
    if is_open(mine) or is_open(theirs):
        if is_open(mine) and is_open(theirs):
            return Reach.SAME
        return Reach.LESS_FAR if is_open(mine) else Reach.FURTHER
    one, other = _window(mine.since), _window(theirs.since)
    if isinstance(one, When) and isinstance(other, When):
        if one.start <= other.end and other.start <= one.end:
            return Reach.SAME
        return Reach.FURTHER if other.end < one.start else Reach.LESS_FAR
    if isinstance(one, Quantity) and isinstance(other, Quantity) and one.unit == other.unit:
        if one.low == other.low:
            return Reach.SAME
        return Reach.FURTHER if other.low > one.low else Reach.LESS_FAR
    unbounded = one is None or other is None
    return Reach.SAME if unbounded and _same_words(mine, theirs) else Reach.UNKNOWN


def _same_words(mine: Ordinal, theirs: Ordinal) -> bool:
    """Whether two windows open with one event: the fighting in May, the fighting in May 2025."""
    one, other = (content_lemmas(tokenize(v.since)) for v in (mine, theirs))
    short, long = sorted((one, other), key=len)
    return any(lexicon.same_word(short[0], word) for word in long) if short else False


def is_open(value: Ordinal) -> bool:
    """Whether something is ranked among all there ever was."""
    return not value.since or _ALWAYS.search(value.since) is not None


def is_since(value: Ordinal) -> bool:
    """Whether a window opens with a date: what was as bad was then."""
    return isinstance(_window(value.since), When)


@lru_cache(maxsize=2_000)
def _window(since: str) -> When | Quantity | None:
    """A window as the time it opens or as its length; None where it has no bound that is told."""
    if dates := find_dates(f"since {since}", None):
        return dates[0].value
    spans = (m.value for m in find_quantities(f"for {since}") if m.value.unit in DURATIONS)
    return next(spans, None)
