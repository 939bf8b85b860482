"""Typed comparisons: do two aligned values say the same? Each answer has its reason in words.

Nothing here asks whether the values speak of the same thing; `align` has answered that before.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from verify.claims.names import same_name
from verify.claims.offices import same_office
from verify.claims.places import country
from verify.judge.comparatives import degrees
from verify.judge.opposites import Opposed
from verify.records import (
    Claim,
    Comparative,
    Comparison,
    Hedge,
    Membership,
    Ordinal,
    Outcome,
    Quantity,
    Role,
    When,
)

# A rounded number may be off by half its last step, but never by more than this share of itself.
_ROUNDING = Decimal("0.025")
_ABOUT = Decimal("0.06")
_DAYS = {"minute": Decimal(1) / 1440, "day": Decimal(1), "month": Decimal("30.44")}
"""The units of time, in days."""
_OPEN_LIST = re.compile(
    r"\b(?:includ(?:e[sd]?|ing)|such as|among|like|e\.g\.)(?!\w)", re.IGNORECASE
)
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def compare(claim: Claim, source: Claim) -> Comparison | None:
    """The claim's value against a source's of the same type; None where they do not compare."""
    mine, theirs = claim.value, source.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        if mine.unit != theirs.unit and {mine.unit, theirs.unit} <= _DAYS.keys():
            return _quantities(claim, _in_days(mine), _in_days(theirs), source)
        return _quantities(claim, mine, theirs, source)
    if isinstance(mine, Ordinal) and isinstance(theirs, Ordinal):
        return _ordinals(claim, mine, theirs)
    if isinstance(mine, Comparative) and isinstance(theirs, Comparative):
        found = degrees(claim, mine, source, theirs)
        return _comparison(claim, found[0], mine.text, theirs.text, found[1]) if found else None
    if isinstance(mine, When) and isinstance(theirs, When):
        return _dates(claim, mine, theirs)
    if isinstance(mine, Role) and isinstance(theirs, Role):
        return _roles(claim, mine, theirs)
    if isinstance(mine, Membership) and isinstance(theirs, Membership):
        return _members(claim, mine, theirs)
    return None


def compare_in_place(claim: Claim, source: Claim, opposite: Opposed | None) -> Comparison | None:
    """The same for values that fill one place of two like sentences: there, another unit, another
    name in a list and an opposite word beside the value tell them apart as well.
    """
    mine, theirs = claim.value, source.value
    if opposite and not isinstance(mine, Comparative):  # turned round, the opposite says the same
        return contradiction(claim, opposite)
    units = {q.unit for q in (mine, theirs) if isinstance(q, Quantity)}
    if (
        isinstance(mine, Quantity)
        and isinstance(theirs, Quantity)
        and len(units) == 2
        and not units <= _DAYS.keys()
    ):
        # 3.42 in pounds may be 4.30 in dollars; 3.42 in dollars it is not.
        if not mine.unit or not theirs.unit or (mine.low, mine.high) != (theirs.low, theirs.high):
            return None
        reason = f"the draft says {mine.text}, the source says {theirs.text}: another unit"
        return _comparison(claim, Outcome.DIFFERENT, mine.text, theirs.text, reason)
    if isinstance(mine, Membership) and isinstance(theirs, Membership):
        return _exchanged(claim, source, mine, theirs) or _members(claim, mine, theirs)
    return compare(claim, source)


def contradiction(claim: Claim, opposite: Opposed) -> Comparison:
    """The source says the opposite in the same place."""
    reason = f"the draft says “{opposite.mine}”, the source “{opposite.theirs}”"
    return _comparison(claim, Outcome.DIFFERENT, opposite.mine, opposite.theirs, reason)


def _comparison(claim: Claim, outcome: Outcome, mine: str, theirs: str, reason: str) -> Comparison:
    return Comparison(
        rule=f"{claim.kind.value}.mismatch",
        outcome=outcome,
        claim_value=mine,
        source_value=theirs,
        reason=reason,
    )


# --- numbers ----------------------------------------------------------------------------------


def _quantities(claim: Claim, mine: Quantity, theirs: Quantity, source: Claim) -> Comparison | None:
    if mine.unit != theirs.unit or (mine.per and theirs.per and mine.per != theirs.per):
        return None
    a, b = mine.text, theirs.text
    directions = {m for m in (*claim.frame.marks, *source.frame.marks) if m in {"up", "down"}}
    if "change" in claim.frame.marks and len(directions) == 2:
        way = "rise" if "up" in claim.frame.marks else "fall"
        other = "a fall" if way == "rise" else "a rise"
        return _comparison(
            claim,
            Outcome.DIFFERENT,
            a,
            b,
            f"the draft says a {way} of {a}, the source {other} of {b}",
        )
    if _quantities_agree(mine, theirs):
        if theirs.hedge is Hedge.OPEN and mine.hedge is not Hedge.OPEN:
            reason = f"the draft says {a}, the source only {b}"
            return _comparison(claim, Outcome.COMPATIBLE, a, b, reason)
        exact = (mine.low, mine.high) == (theirs.low, theirs.high)
        how = "the same" if exact else "the same within the rounding of what is written"
        return _comparison(
            claim, Outcome.SAME, a, b, f"the draft says {a}, the source says {b}: {how}"
        )
    return _comparison(
        claim,
        Outcome.DIFFERENT,
        a,
        b,
        f"the draft says {a}, the source says {b}{_delta(mine, theirs)}",
    )


def _quantities_agree(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the two can be one number, given how roughly each is written.

    Only the rougher of the two is a rounding of the other: 3.4m can be 3.36m, 3.4 is not 3.5.
    """
    rough, fine = sorted((mine, theirs), key=lambda q: -q.precision)
    if {_side(mine.hedge), _side(theirs.hedge)} == {1, -1} and mine.high == theirs.high:
        return False  # more than 500 and less than 500 have nothing in common
    low, high = _reach(rough, rough.precision if rough.precision > fine.precision else Decimal(0))
    other_low, other_high = _reach(fine, Decimal(0))
    return low <= other_high and other_low <= high


def _in_days(q: Quantity) -> Quantity:
    """A duration in days, a month as long as it is on average."""
    days = _DAYS[q.unit]
    return q.model_copy(
        update={"low": q.low * days, "high": q.high * days, "unit": "day", "hedge": Hedge.ABOUT}
    )


def _side(hedge: Hedge) -> int:
    """1 for a bound from below, -1 for one from above."""
    if hedge in {Hedge.AT_LEAST, Hedge.MORE_THAN}:
        return 1
    return -1 if hedge in {Hedge.AT_MOST, Hedge.LESS_THAN} else 0


def _reach(q: Quantity, precision: Decimal) -> tuple[Decimal, Decimal]:
    """The numbers that a written quantity allows."""
    size = max(abs(q.low), abs(q.high))
    slack = min(precision / 2, size * _ROUNDING)
    if q.hedge is Hedge.ABOUT:
        slack = max(slack, size * _ABOUT)
    low, high = q.low - slack, q.high + slack
    # "More than 600" is said of 627, not of 6,000: a bound is near what it bounds.
    if q.hedge in {Hedge.AT_LEAST, Hedge.MORE_THAN}:
        high = max(high, q.high * Decimal("1.1"))
    if q.hedge in {Hedge.AT_MOST, Hedge.LESS_THAN}:
        low = min(low, q.low * Decimal("0.9"))
    return low, high


def _delta(mine: Quantity, theirs: Quantity) -> str:
    if mine.low != mine.high or theirs.low != theirs.high:
        return ""
    difference = mine.low - theirs.low
    if mine.unit == "" and difference == difference.to_integral_value() and abs(difference) < 1000:
        return f", {abs(int(difference))} too {'many' if difference > 0 else 'few'}"
    if not theirs.low:
        return ""
    share = abs(difference) / abs(theirs.low) * 100
    return f", {share:.0f}% too {'much' if difference > 0 else 'little'}" if share >= 1 else ""


# --- ordinals ---------------------------------------------------------------------------------


def _ordinals(claim: Claim, mine: Ordinal, theirs: Ordinal) -> Comparison | None:
    if mine.quality != theirs.quality or _other_field(mine.field, theirs.field):
        return None  # the largest in Africa, the largest in the world
    if mine.rank == theirs.rank:
        return _comparison(
            claim,
            Outcome.SAME,
            mine.text,
            theirs.text,
            f"the source has it as {rank_word(theirs.rank)} too",
        )
    if mine.rank <= 0 or theirs.rank <= 0:
        return None  # the last can be the third; the only one is the first
    return _comparison(
        claim,
        Outcome.DIFFERENT,
        mine.text,
        theirs.text,
        f"the draft says {rank_word(mine.rank)}, the source says {rank_word(theirs.rank)}",
    )


def _other_field(mine: str, theirs: str) -> bool:
    """Whether each is ranked among something with a name, and the names differ."""
    one, other = (field.removeprefix("the ").removeprefix("The ") for field in (mine, theirs))
    named = all(field[:1].isupper() or field == "world" for field in (one, other))
    return named and one != other and not same_name(one, other)


def rank_word(rank: int) -> str:
    """1 -> 1st, 0 -> only, -1 -> last, -2 -> last but one."""
    if rank <= 0:
        return {0: "only", -1: "last"}.get(rank, "last but one")
    ending = "th" if 10 <= rank % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{ending}"


# --- dates ------------------------------------------------------------------------------------


def _dates(claim: Claim, mine: When, theirs: When) -> Comparison | None:
    if not mine.certain or not theirs.certain:
        return None
    a, b = say_dates(mine), say_dates(theirs)
    named = _weekday(claim.text)
    if named and theirs.start == theirs.end and f"{theirs.start:%A}".casefold() != named:
        reason = f"the draft says {claim.text}, {b} was a {theirs.start:%A}"
        if mine.start <= theirs.start <= mine.end:
            return _comparison(claim, Outcome.DIFFERENT, claim.text, b, reason)
    if mine.throughout and theirs.throughout and _other_ends(mine, theirs):
        return _comparison(
            claim, Outcome.DIFFERENT, a, b, f"the draft says {a}, the source says {b}"
        )
    if theirs.start >= mine.start and theirs.end <= mine.end:
        return _comparison(
            claim, Outcome.SAME, a, b, f"the draft says {a}, the source says {b}: it fits"
        )
    short = (theirs.end - theirs.start) <= dt.timedelta(days=14)
    if theirs.start <= mine.end and mine.start <= theirs.end:
        outcome = Outcome.SAME if short else Outcome.COMPATIBLE
        return _comparison(claim, outcome, a, b, f"the draft says {a}, within the source's {b}")
    return _comparison(claim, Outcome.DIFFERENT, a, b, f"the draft says {a}, the source says {b}")


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


def _weekday(text: str) -> str:
    """The weekday that a date is written with, in full; "" without one."""
    words = (word.strip(".,").casefold() for word in text.split())
    return next((day for w in words for day in _WEEKDAYS if len(w) >= 3 and day.startswith(w)), "")


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


# --- roles and lists --------------------------------------------------------------------------


def _roles(claim: Claim, mine: Role, theirs: Role) -> Comparison | None:
    a, b = _say_role(mine), _say_role(theirs)
    holders = same_name(mine.holder, theirs.holder)
    if holders and same_office(mine.office, theirs.office):
        return _comparison(
            claim, Outcome.SAME, a, b, f"the source names {theirs.holder} as {theirs.office} too"
        )
    if same_office(mine.office, theirs.office):
        return _comparison(
            claim,
            Outcome.DIFFERENT,
            a,
            b,
            f"the draft names {mine.holder} as {mine.office}, the source names {theirs.holder}",
        )
    return None


def _say_role(role: Role) -> str:
    of = country(role.of).title() or role.of
    return f"{role.office} of {of}: {role.holder}" if of else f"{role.office}: {role.holder}"


def _members(claim: Claim, mine: Membership, theirs: Membership) -> Comparison | None:
    strangers = [m for m in mine.members if not any(same_name(m, t) for t in theirs.members)]
    a, b = ", ".join(mine.members), ", ".join(theirs.members)
    if not strangers:
        missing = [t for t in theirs.members if not any(same_name(t, m) for m in mine.members)]
        if mine.closed and theirs.closed and missing:
            return _comparison(
                claim,
                Outcome.DIFFERENT,
                a,
                b,
                f"the source's full list has {_and(missing)} as well",
            )
        return _comparison(claim, Outcome.SAME, a, b, "the source lists all of them")
    if not theirs.closed:
        return None
    verb = "is" if len(strangers) == 1 else "are"
    return _comparison(
        claim,
        Outcome.DIFFERENT,
        a,
        b,
        f"{_and(strangers)} {verb} not in the source's full list: {b}",
    )


def _exchanged(
    claim: Claim, source: Claim, mine: Membership, theirs: Membership
) -> Comparison | None:
    """Two lists of one length that differ in less than half of their names, where neither says that
    it is only a part."""
    if _OPEN_LIST.search(claim.sentence.text) or _OPEN_LIST.search(source.sentence.text):
        return None
    strangers = [m for m in mine.members if not any(same_name(m, t) for t in theirs.members)]
    missing = [t for t in theirs.members if not any(same_name(t, m) for m in mine.members)]
    if not strangers or len(strangers) != len(missing) or 2 * len(strangers) >= len(mine.members):
        return None
    return _comparison(
        claim,
        Outcome.DIFFERENT,
        ", ".join(mine.members),
        ", ".join(theirs.members),
        f"the draft lists {_and(strangers)} where the source lists {_and(missing)}",
    )


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
