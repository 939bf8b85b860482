"""Two values side by side: each in one spelling, and in words how far apart they are."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from verify.claims.names import same_name
from verify.claims.render import render
from verify.records import (
    Claim,
    Comparative,
    Hedge,
    Membership,
    Ordinal,
    Quantity,
    Quote,
    Role,
    Value,
    When,
)


def normalised(value: Value | None) -> str:
    """A value in the spelling that all wordings of it share: 3400000 USD, 22, 2025-06-23."""
    match value:
        case Quantity():
            unit = " ".join(filter(None, (value.unit, value.per and f"per {value.per}")))
            hedge = "" if value.hedge is Hedge.EXACT else f"{value.hedge.value} "
            number = _plain(value.low)
            if value.low != value.high:
                number = f"{number} to {_plain(value.high)}"
            whole = "" if value.whole is None else f" of {_plain(value.whole)}"
            return f"{hedge}{number}{whole} {unit}".strip()
        case Ordinal():
            quality = f" {value.quality}" if value.quality else ""
            since = f" since {value.since}" if value.since else ""
            return f"{value.rank}{quality}{since}"
        case When():
            one = value.start.isoformat()
            return one if value.start == value.end else f"{one} to {value.end.isoformat()}"
        case Role():
            of = f" of {value.of}" if value.of else ""
            return f"{'former ' if value.former else ''}{value.office}{of}: {value.holder}"
        case Membership():
            return ", ".join(sorted(value.members))
        case Comparative():
            return f"{value.degree} {value.quality} than {value.than}"
        case Quote():
            return value.words
        case None:
            return ""


def difference(claim: Claim, source: Claim) -> str:
    """How far a claim's value is from a source's, in words; "" where that cannot be said."""
    mine, theirs = claim.value, source.value
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        return _amount(mine, theirs)
    if isinstance(mine, Ordinal) and isinstance(theirs, Ordinal):
        steps = mine.rank - theirs.rank
        if mine.rank <= 0 or theirs.rank <= 0 or not steps:
            return "another window" if not steps else "another place"
        return f"{abs(steps)} too {'many' if steps > 0 else 'few'}"
    if isinstance(mine, When) and isinstance(theirs, When):
        return _time(mine, theirs)
    if isinstance(mine, Role) and isinstance(theirs, Role):
        return f"{mine.holder} for {theirs.holder}"
    if isinstance(mine, Membership) and isinstance(theirs, Membership):
        return _members(mine, theirs)
    if isinstance(mine, Comparative) and isinstance(theirs, Comparative):
        return "the other way round"
    return ""


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _amount(mine: Quantity, theirs: Quantity) -> str:
    if mine.unit != theirs.unit:
        return f"{mine.unit or 'a number'} for {theirs.unit or 'a number'}"
    gap = mine.low - theirs.low or mine.high - theirs.high
    if not gap:
        return "the other direction"
    way = ("many", "few") if not mine.unit else ("much", "little")
    exact = {"low": abs(gap), "high": abs(gap), "hedge": Hedge.EXACT, "whole": None, "per": ""}
    unit = mine.unit if mine.unit != "%" else "pp"
    said = render(mine.model_copy(update={**exact, "unit": unit}))
    said = _ONE.sub(r"1 \1", said.strip())
    return f"{said} too {way[0] if gap > 0 else way[1]}"


_ONE = re.compile(r"^1 (\w+?)s\b")
"""One of something: "1 hours"."""


def _time(mine: When, theirs: When) -> str:
    """In days, or in years where both are told in no more."""
    if mine.end < theirs.start:
        gap, way = theirs.start - mine.end, "early"
    elif mine.start > theirs.end:
        gap, way = mine.start - theirs.end, "late"
    else:
        return "another stretch of time"
    long = min(w.end - w.start for w in (mine, theirs)) > dt.timedelta(days=300)
    number = abs(mine.start.year - theirs.start.year) if long else gap.days
    unit = "year" if long else "day"
    return f"{number} {unit}{'' if number == 1 else 's'} too {way}"


def _members(mine: Membership, theirs: Membership) -> str:
    extra = [m for m in mine.members if not any(same_name(m, t) for t in theirs.members)]
    missing = [t for t in theirs.members if not any(same_name(t, m) for m in mine.members)]
    told = (("not there: ", extra), ("missing: ", missing))
    return "; ".join(f"{lead}{', '.join(names)}" for lead, names in told if names)
