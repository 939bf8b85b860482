"""How old somebody is, worked out from a birthday or from the age on another day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify import rules
from verify.claims.ages import age_told
from verify.claims.names import contains_name, find_names
from verify.claims.places import country
from verify.judge.compare_dates import say_dates
from verify.judge.compared import compared
from verify.records import Claim, Comparison, Outcome, When

_NEAR = dt.timedelta(days=7)
"""A story of the week may have been written before the birthday."""
_THEN = re.compile(r"\b(?:at\s+(?:the\s+)?age|then|(?<!who\s)was|were)\s+(?:of\s+|aged\s+)?$", re.I)
_AT_THE_AGE = re.compile(r"(?:at\s+)?(?:the\s+)?age\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:died|dies|dead|killed|late)\b")
"""Nobody grows older then."""


@dataclass(frozen=True, slots=True)
class _Birth:
    """The days on which somebody can have been born, and how that is told."""

    first: dt.date
    last: dt.date
    told: str


def is_age(claim: Claim) -> bool:
    """Whether a claim tells how old somebody is, which is no duration of its own; a bridge may be
    45 years old as well."""
    return age_told(claim) is not None and bool(_persons(claim))


def compare_ages(
    claim: Claim, source: Claim, as_of: dt.date, published: dt.date | None
) -> Comparison | None:
    """An age against a birthday or an age on another day, or a birthday against an age; None where
    a source tells neither of the same person, or not on which day."""
    age = age_told(claim)
    if (age is None and age_told(source) is None) or not _same_person(claim, source):
        return None
    mine, theirs = _birth(claim, as_of), _birth(source, published)
    if mine is None or theirs is None:
        return None
    fits = mine.first - _NEAR <= theirs.last and theirs.first <= mine.last + _NEAR
    a = claim.text
    put, apart = "", f"{abs(mine.first.year - theirs.last.year)} years"
    if age is None:
        reason = f"the draft says {mine.told}, the source says {theirs.told}"
        b = f"born {_span(theirs)}"
    else:
        day = _day(claim, as_of) or as_of
        ages = sorted({_age(theirs.last, day), _age(theirs.first, day)})
        b = " or ".join(map(str, ages))
        reason = f"the draft says {age}, by the source it is {b}: {theirs.told}"
        years = age - ages[-1] if age > ages[-1] else ages[0] - age
        apart = f"{abs(years)} too {'old' if age > ages[-1] else 'young'}"
        put = a.replace(str(age), b) if len(ages) == 1 and not fits else ""
    outcome = Outcome.SAME if fits else Outcome.DIFFERENT
    found = compared(claim, outcome, a, b, reason, rule=rules.AGE)
    return found.model_copy(update={"suggestion": put, "difference": "" if fits else apart})


def _same_person(claim: Claim, source: Claim) -> bool:
    """Whether both speak of one person, by name."""
    mine, theirs = (_persons(one) for one in (claim, source))
    return len(mine) == 1 and len(theirs) == 1 and contains_name(theirs, mine[0])


def _persons(one: Claim) -> Sequence[str]:
    """Whom a statement is about, where that can be a person."""
    told = {n.text: n.person for n in find_names(one.sentence.text)}
    named = one.frame.subject or one.frame.names[:1]
    return [name for name in named if not country(name) and told.get(name) is not False]


def _birth(one: Claim, spoken: dt.date | None) -> _Birth | None:
    """When somebody was born, by an age on a day or by a date of birth."""
    age = age_told(one)
    if age is not None:
        day = _day(one, spoken)
        if day is None:
            return None
        return _Birth(
            _years_before(day, age + 1) + dt.timedelta(days=1),
            _years_before(day, age),
            f"{age} on {day.day} {day:%B} {day.year}",
        )
    when = one.value
    if not isinstance(when, When) or not when.certain or "bear" not in one.frame.verb:
        return None
    return _Birth(when.start, when.end, f"born {say_dates(when)}")


def _day(one: Claim, spoken: dt.date | None) -> dt.date | None:
    """The day on which somebody is as old as is told: a day that is told, or that of the text."""
    text = one.sentence.text
    before = text[: one.span.start - one.sentence.span.start]
    then = _THEN.search(before) or _AT_THE_AGE.match(one.text) or _DEAD.search(text)
    if then is None:
        return spoken
    period = one.frame.period
    return period.start if period and period.start == period.end else None


def _years_before(day: dt.date, years: int) -> dt.date:
    last = day.month == 2 and day.day == 29
    return day.replace(year=day.year - years, day=28 if last else day.day)


def _age(born: dt.date, day: dt.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _span(born: _Birth) -> str:
    return (
        f"{born.first.year} or {born.last.year}"
        if born.first.year != born.last.year
        else str(born.first.year)
    )
