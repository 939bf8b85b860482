"""Do two dates say the same?"""

from __future__ import annotations

import datetime as dt

from verify.claims import lexicon
from verify.judge.compared import compared
from verify.records import Claim, Comparison, Outcome, When


def compare_dates(claim: Claim, mine: When, theirs: When) -> Comparison | None:
    """Intervals of days: equal, one within the other, apart, or on another weekday."""
    if not mine.certain or not theirs.certain:
        return None
    a, b = say_dates(mine), say_dates(theirs)
    named = weekdays_in(claim.text)[:1]
    if named and theirs.start == theirs.end and [theirs.start.weekday()] != named:
        reason = f"the draft says {claim.text}, {b} was a {theirs.start:%A}"
        if mine.start <= theirs.start <= mine.end:
            return compared(claim, Outcome.DIFFERENT, claim.text, b, reason)
    if mine.throughout and theirs.throughout and _other_ends(mine, theirs):
        return compared(claim, Outcome.DIFFERENT, a, b, f"the draft says {a}, the source says {b}")
    if theirs.start >= mine.start and theirs.end <= mine.end:
        return compared(
            claim, Outcome.SAME, a, b, f"the draft says {a}, the source says {b}: it fits"
        )
    short = (theirs.end - theirs.start) <= dt.timedelta(days=14)
    if theirs.start <= mine.end and mine.start <= theirs.end:
        outcome = Outcome.SAME if short else Outcome.COMPATIBLE
        return compared(claim, outcome, a, b, f"the draft says {a}, within the source's {b}")
    return compared(claim, Outcome.DIFFERENT, a, b, f"the draft says {a}, the source says {b}")


def _other_ends(mine: When, theirs: When) -> bool:
    """Whether two stretches of time begin or end apart, as finely as the rougher one is told."""
    if _in_years(mine) or _in_years(theirs):
        return (mine.start.year, mine.end.year) != (theirs.start.year, theirs.end.year)
    return (mine.start, mine.end) != (theirs.start, theirs.end) and not (
        _in_months(mine) or _in_months(theirs)
    )


def _in_years(when: When) -> bool:
    return (when.start.month, when.start.day, when.end.month, when.end.day) == (1, 1, 12, 31)


def _in_months(when: When) -> bool:
    return when.start.day == 1 and (when.end + dt.timedelta(days=1)).day == 1


def weekdays_in(text: str) -> list[int]:
    """The weekdays that a date is written with, 0 for Monday."""
    words = (word.strip(".,").casefold() for word in text.split())
    return [lexicon.WEEKDAYS[word] for word in words if word in lexicon.WEEKDAYS]


def say_dates(when: When) -> str:
    """The interval for reading: "Monday (23 June 2025)", "26 June 2025", "June 2025"."""
    start, end = when.start, when.end
    if start == end:
        day = f"{start.day} {start:%B} {start.year}"
    elif _in_years(when):
        day = str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    elif _in_months(when) and start.month == end.month:
        day = f"{start:%B} {start.year}"
    else:
        first = f"{start.day} {start:%B}" if start.month != end.month else str(start.day)
        day = f"{first} to {end.day} {end:%B} {end.year}"
    relative = not any(c.isdigit() for c in when.text)
    return f"{when.text} ({day})" if relative and when.text else day
