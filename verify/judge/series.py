"""What comes round regularly is counted on: the 13th in 2016 and one a year make the 22nd in 2025.

A year can have been left out, so what is worked out is shown and decides nothing.
"""

from __future__ import annotations

import datetime as dt
import re

from verify import rules
from verify.claims.numberwords import ordinal_ending
from verify.judge.compared import compared
from verify.judge.placings import is_place
from verify.records import Claim, Comparison, Ordinal, Outcome

_EVERY = {
    1: re.compile(r"\b(?:annual(?:ly)?|yearly|(?:every|each)\s+year|once\s+a\s+year)\b", re.I),
    2: re.compile(r"\b(?:biennial(?:ly)?|(?:every|each)\s+(?:two|second|other)\s+years?)\b", re.I),
    4: re.compile(r"\b(?:quadrennial(?:ly)?|(?:every|each)\s+(?:four|fourth)\s+years?)\b", re.I),
}
_FURTHEST = 80
"""Years over which it is counted."""


def count_on(
    claim: Claim, source: Claim, as_of: dt.date, published: dt.date | None, around: str
) -> Comparison | None:
    """The claim's place in a series as it follows from a source of another year, where claim or
    source say how often it comes round; `around` is the text that the source stands in."""
    mine, theirs = claim.value, source.value
    if not isinstance(mine, Ordinal) or not isinstance(theirs, Ordinal):
        return None
    plain = all(v.rank > 0 and not v.quality and not v.since for v in (mine, theirs))
    here, there = _year(claim, as_of), _year(source, published)
    every = _every(f"{claim.sentence.text} {around}")
    if not plain or is_place(claim) or not here or not there or here == there or not every:
        return None
    steps, rest = divmod(here - there, every)
    rank = theirs.rank + steps
    if rest or rank < 1 or abs(here - there) > _FURTHEST:
        return None
    often = "one a year" if every == 1 else f"one every {every} years"
    a, b = _th(mine.rank), _th(rank)
    counted = f"the {_th(theirs.rank)} in {there} and {often} make the {b} in {here}"
    reason = (
        f"{counted}, as the draft says"
        if rank == mine.rank
        else f"the draft says {a}; {counted}, if none was left out"
    )
    return compared(claim, Outcome.COMPATIBLE, a, b, reason, rule=rules.COUNTED_ON)


def _every(text: str) -> int:
    """How many years lie between two of a series; 0 where that is not told."""
    told = [years for years, words in _EVERY.items() if words.search(text)]
    return told[0] if len(told) == 1 else 0


def _year(one: Claim, spoken: dt.date | None) -> int:
    """The year that a statement speaks of: the one it tells, or its own; 0 for none."""
    period = one.frame.period
    if period is not None:
        return period.start.year if period.start.year == period.end.year else 0
    return spoken.year if spoken else 0


def _th(rank: int) -> str:
    return f"{rank}{ordinal_ending(rank)}"
