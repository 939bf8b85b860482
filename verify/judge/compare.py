"""Typed comparisons: do two aligned values say the same? Each answer has its reason in words.

Nothing here asks whether the values speak of the same thing; `align` has answered that before.
"""

from __future__ import annotations

from decimal import Decimal

from verify.claims.numbers import find_numbers
from verify.judge.comparatives import degrees
from verify.judge.compare_dates import compare_dates, is_other_thing, next_day, weekdays_in
from verify.judge.compare_lists import compare_exchanged, compare_members, compare_roles
from verify.judge.compare_ranks import compare_ranks
from verify.judge.compare_units import compare_currencies, compare_points, other_prices
from verify.judge.compared import compared
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
_POUND = Decimal("0.45359237")
"""A pound in kilograms."""


def compare(claim: Claim, source: Claim) -> Comparison | None:
    """The claim's value against a source's of the same type; None where they do not compare."""
    mine, theirs = claim.value, source.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        if mine.unit == theirs.unit:
            found = _quantities(claim, mine, theirs, source)
            return None if found and other_prices(claim, source, found) else found
        if {mine.unit, theirs.unit} <= _DAYS.keys():
            return _quantities(claim, _in_days(mine), _in_days(theirs), source)
        if {mine.unit, theirs.unit} == {"GBP", "kg"}:
            return _quantities(claim, _weighed(mine), _weighed(theirs), source)
        points = compare_points(claim, mine, source, theirs)
        return points or compare_currencies(claim, mine, source, theirs)
    if isinstance(mine, Ordinal) and isinstance(theirs, Ordinal):
        return compare_ranks(claim, mine, theirs)
    if isinstance(mine, Comparative) and isinstance(theirs, Comparative):
        degree = degrees(claim, mine, source, theirs)
        return compared(claim, degree[0], mine.text, theirs.text, degree[1]) if degree else None
    if isinstance(mine, When) and isinstance(theirs, When):
        return compare_dates(claim, mine, source, theirs)
    if isinstance(mine, Role) and isinstance(theirs, Role):
        return compare_roles(claim, mine, theirs)
    if isinstance(mine, Membership) and isinstance(theirs, Membership):
        return compare_members(claim, mine, theirs)
    return None


def compare_in_place(
    claim: Claim, source: Claim, opposite: Opposed | None, *, same: bool = False
) -> Comparison | None:
    """The same for values that fill one place of two like sentences: there, another unit, another
    name in a list and an opposite word beside the value tell them apart as well. `same`: all else
    that the sentences say is the same.
    """
    mine, theirs = claim.value, source.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity) and theirs.unit == "kg":
        mine = _weighed(mine)
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
        if not mine.unit or not theirs.unit or _written(mine) != _written(theirs):
            return None
        if points := compare_points(claim, mine, source, theirs):
            return points
        reason = f"the draft says {mine.text}, the source says {theirs.text}: another unit"
        return compared(claim, Outcome.DIFFERENT, mine.text, theirs.text, reason)
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity) and _other_range(mine, theirs):
        reason = f"the draft says {mine.text}, the source says {theirs.text}: another range"
        return compared(claim, Outcome.DIFFERENT, mine.text, theirs.text, reason)
    if isinstance(mine, When) and isinstance(theirs, When) and _other_weekday(claim, source):
        if is_other_thing(claim, source):
            return None
        if night := next_day(claim, mine, source, theirs):
            return night
        reason = f"the draft says {claim.text}, the source says {source.text}"
        return compared(claim, Outcome.DIFFERENT, claim.text, source.text, reason)
    if isinstance(mine, Membership) and isinstance(theirs, Membership):
        exchanged = compare_exchanged(claim, source, mine, theirs, same=same)
        return exchanged or compare_members(claim, mine, theirs)
    return compare(claim, source)


def _written(q: Quantity) -> tuple[Decimal, Decimal]:
    """The number as it stands, in whatever unit: barrels are kept in cubic metres."""
    number = next(iter(find_numbers(q.text)), None)
    return (number.low, number.high) if number else (q.low, q.high)


def _other_range(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two written ranges have another end: one to three weeks, one to seven weeks."""
    ranges = all(q.low < q.high and q.hedge is not Hedge.OPEN for q in (mine, theirs))
    if not ranges or mine.unit != theirs.unit:
        return False
    ends = ((mine.low, theirs.low), (mine.high, theirs.high))
    return any(abs(a - b) > max(abs(a), abs(b)) * _ROUNDING for a, b in ends)


def _other_weekday(claim: Claim, source: Claim) -> bool:
    """Whether both name a weekday, and not the same: the week to Friday, the week to Wednesday."""
    mine, theirs = weekdays_in(claim.text), weekdays_in(source.text)
    return bool(mine and theirs) and not set(mine) & set(theirs)


def contradiction(claim: Claim, opposite: Opposed) -> Comparison:
    """The source says the opposite in the same place."""
    reason = f"the draft says “{opposite.mine}”, the source “{opposite.theirs}”"
    return compared(claim, Outcome.DIFFERENT, opposite.mine, opposite.theirs, reason)


# --- numbers ----------------------------------------------------------------------------------


def _quantities(claim: Claim, mine: Quantity, theirs: Quantity, source: Claim) -> Comparison | None:
    if mine.unit != theirs.unit or (mine.per and theirs.per and mine.per != theirs.per):
        return None
    a, b = mine.text, theirs.text
    if mine.whole and theirs.whole and mine.whole != theirs.whole:
        if mine.low != theirs.low:
            return None  # another chamber's seats
        reason = f"the draft says {a}, the source says {b}"
        return compared(claim, Outcome.DIFFERENT, a, b, reason)
    directions = {m for m in (*claim.frame.marks, *source.frame.marks) if m in {"up", "down"}}
    if "change" in claim.frame.marks and len(directions) == 2:
        way = "rise" if "up" in claim.frame.marks else "fall"
        other = "a fall" if way == "rise" else "a rise"
        return compared(
            claim,
            Outcome.DIFFERENT,
            a,
            b,
            f"the draft says a {way} of {a}, the source {other} of {b}",
        )
    sides = _side(mine.hedge), _side(theirs.hedge)
    if sides in {(1, -1), (-1, 1)} and (theirs.low - mine.high) * sides[0] > 0:
        reason = f"the draft says {a}, the source says {b}: both can hold"
        return compared(claim, Outcome.COMPATIBLE, a, b, reason)
    if quantities_agree(mine, theirs):
        if theirs.hedge is Hedge.OPEN and mine.hedge is not Hedge.OPEN:
            reason = f"the draft says {a}, the source only {b}"
            return compared(claim, Outcome.COMPATIBLE, a, b, reason)
        exact = (mine.low, mine.high) == (theirs.low, theirs.high)
        how = "the same" if exact else "the same within the rounding of what is written"
        return compared(
            claim, Outcome.SAME, a, b, f"the draft says {a}, the source says {b}: {how}"
        )
    return compared(
        claim,
        Outcome.DIFFERENT,
        a,
        b,
        f"the draft says {a}, the source says {b}{_delta(mine, theirs)}",
    )


def quantities_agree(mine: Quantity, theirs: Quantity) -> bool:
    """Whether the two can be one number, given how roughly each is written.

    Only the rougher of the two is a rounding of the other: 3.4m can be 3.36m, 3.4 is not 3.5.
    """
    rough, fine = sorted((mine, theirs), key=lambda q: -q.precision)
    if {_side(mine.hedge), _side(theirs.hedge)} == {1, -1} and mine.high == theirs.high:
        return False  # more than 500 and less than 500 have nothing in common
    if mine.hedge is theirs.hedge is Hedge.ABOUT:  # one slack is enough for two
        fine = fine.model_copy(update={"hedge": Hedge.EXACT})
    low, high = _reach(rough, rough.precision if rough.precision > fine.precision else Decimal(0))
    other_low, other_high = _reach(fine, Decimal(0))
    return low <= other_high and other_low <= high


def _in_days(q: Quantity) -> Quantity:
    """A duration in days, a month as long as it is on average."""
    days = _DAYS[q.unit]
    return q.model_copy(
        update={"low": q.low * days, "high": q.high * days, "unit": "day", "hedge": Hedge.ABOUT}
    )


def _weighed(q: Quantity) -> Quantity:
    """Pounds as a weight, where they are written out: that is what a weight is compared with."""
    if q.unit != "GBP" or not q.text.endswith(("pound", "pounds")):
        return q
    return q.model_copy(update={"low": q.low * _POUND, "high": q.high * _POUND, "unit": "kg"})


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
        high = max(high, q.high * Decimal("1.1"), q.high + _step(q))
    if q.hedge in {Hedge.AT_MOST, Hedge.LESS_THAN}:
        low = min(low, q.low * Decimal("0.9"), q.low - _step(q))
    return low, high


def _step(q: Quantity) -> Decimal:
    """How far a bound of one digit may be from what it bounds: more than five years are six."""
    return q.precision if abs(q.high) < 10 * q.precision else Decimal(0)


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
