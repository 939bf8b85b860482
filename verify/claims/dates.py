"""Dates as people write them, each as an interval of days: 26 June, on Monday, last week, in 2024,
two days ago, 30 May to 2 June 2025. Relative dates are counted from the day the text speaks from.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from verify.claims import daydates, relativedates, yeardates
from verify.claims.spelling import fold
from verify.records import When

_RULES = (*daydates.RULES, *yeardates.RULES, *relativedates.RULES)
_NEEDS = frozenset(rule.needs for rule in _RULES)
# A text that speaks from near an end of the calendar could count past it; none does.
_SPEAKABLE = range(1000, 9000)
_BEFORE_CHRIST = re.compile(r",?\s*(?:\d{1,4}\s*)?B\.?C\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its span. `how` is "given" (a calendar date), "weekday" or "relative"."""

    start: int
    end: int
    value: When
    how: str


def find_dates(text: str, as_of: dt.date | None) -> tuple[Dated, ...]:
    """All dates of a text in order.

    `as_of` is the day the text speaks from; without it, what is relative to it is left out.
    A year that is not written is the one that puts the date nearest before `as_of`.
    """
    if as_of and as_of.year not in _SPEAKABLE:
        as_of = None
    # Of the rules that match at one place the longest match wins, then the first rule. A match
    # that is read as no date ("31 June 2025") still takes its words, so that no part of it is one.
    folded = fold(text)
    needed = {needs: needs.search(folded) is not None for needs in _NEEDS}
    matches = sorted(
        (match.start("date"), -match.end("date"), number, match)
        for number, rule in enumerate(_RULES)
        if needed[rule.needs]
        for match in rule.pattern.finditer(text)
    )
    found: list[Dated] = []
    taken = 0
    for start, minus_end, number, match in matches:
        if start < taken:
            continue
        taken = -minus_end
        if period := _RULES[number].read(match, as_of):
            words = text[start:taken].rstrip(". ")
            if _BEFORE_CHRIST.match(text, taken):
                continue  # the calendar begins with the year 1
            when = When(
                start=period.start,
                end=period.end,
                certain=period.certain,
                throughout=period.throughout,
                text=words,
            )
            found.append(Dated(start, start + len(words), when, period.how))
    return tuple(found)
