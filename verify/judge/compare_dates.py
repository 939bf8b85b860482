"""Do two dates say the same?"""

from __future__ import annotations

import datetime as dt
import re

from verify import rules
from verify.claims import lexicon
from verify.claims.ordinals import find_ordinals
from verify.judge.compared import compared
from verify.judge.fit import meet
from verify.records import Claim, Comparison, Outcome, When

_ZONE = re.compile(
    r"\b(?:local\s+time|(?:[A-Z]\w+|[a-z]+ern)\s+time(?!s)|GMT|UTC|[BI]ST|CES?T|[ECMP][SD]?T|JST|AE[SD]T)\b"
)
_NIGHT = re.compile(
    r"\b(?:(?:over)?night|late\s+on|late\s+(?=[A-Z])|evening|midnight|early\s+on|early\s+(?=[A-Z])"
    r"|early\s+(?:hours|morning)|small\s+hours|before\s+dawn|pre-dawn)\b"
)

_STAGES = frozenset({"semi", "quarter"})
"""A semi-final is not the final."""


def compare_dates(claim: Claim, mine: When, source: Claim, theirs: When) -> Comparison | None:
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
    reason = f"the draft says {a}, the source says {b}"
    if is_other_thing(claim, source) or _is_window(claim, mine, source):
        return None
    return next_day(claim, mine, source, theirs) or compared(claim, Outcome.DIFFERENT, a, b, reason)


def _is_window(claim: Claim, mine: When, source: Claim) -> bool:
    """Whether a date is since when something is a first or a most, and the source's is not: an
    album of 2014 says nothing of since when this is the first."""
    if "since" in source.frame.marks:
        return False
    return any(mine.text in r.value.since for r in find_ordinals(claim.sentence.text))


def is_other_thing(claim: Claim, source: Claim) -> bool:
    """Whether something befalls one thing here and another there: the quake, an aftershock."""
    mine, theirs = claim.frame, source.frame
    if _STAGES.intersection(mine.topic) ^ _STAGES.intersection(theirs.topic):
        return True
    if not mine.topic or not theirs.topic or meet(mine.topic, theirs.topic):
        return False
    return not meet(mine.topic, theirs.wider_terms) and not meet(theirs.topic, mine.wider_terms)


def next_day(claim: Claim, mine: When, source: Claim, theirs: When) -> Comparison | None:
    """Two days one after the other, where the hour of another place is told, or the night between
    them."""
    if mine.start != mine.end or theirs.start != theirs.end:
        return None
    if abs(mine.start - theirs.start) != dt.timedelta(days=1):
        return None
    a, b = say_dates(mine), say_dates(theirs)
    reason = f"the draft says {a}, the source says {b}"
    for one in (source, claim):
        if zone := _ZONE.search(one.sentence.text):
            whose = "the source" if one is source else "the draft"
            why = f"{reason}; {whose} gives “{zone.group()}”, and it can be one moment"
            return compared(claim, Outcome.DIFFERENT, a, b, why, rule=rules.LOCAL)
    if _NIGHT.search(claim.sentence.text) or _NIGHT.search(source.sentence.text):
        return compared(claim, Outcome.COMPATIBLE, a, b, f"{reason}: one night has both")
    return None


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
