"""Two who are said to have held one office at the same time."""

from __future__ import annotations

import datetime as dt

from verify import rules
from verify.claims.dates import find_dates
from verify.claims.names import contains_name, same_name
from verify.claims.offices import same_office
from verify.judge.compare_dates import say_dates
from verify.judge.compared import compared
from verify.judge.roles import SHARED
from verify.records import Claim, Comparison, Outcome, Role, When

_HANDOVER = dt.timedelta(days=366)
"""How long two terms may overlap where they are told in years: one ends and one begins in it."""


def compare_tenures(claim: Claim, source: Claim, as_of: dt.date) -> Comparison | None:
    """Another holder of the same office, whose term lies over the claim's by more than the year in
    which one follows the other."""
    mine, theirs = claim.value, source.value
    if not isinstance(mine, Role) or not isinstance(theirs, Role):
        return None
    if not same_office(mine.office, theirs.office) or mine.office in SHARED:
        return None
    if (
        same_name(mine.holder, theirs.holder)
        or not mine.of
        or not contains_name([theirs.of], mine.of)
    ):
        return None
    one, other = _term(claim, as_of), _term(source, as_of)
    if one is None or other is None:
        return None
    both = min(one.end, other.end) - max(one.start, other.start)
    if both <= _HANDOVER:
        return None
    a, b = (
        f"{role.holder}, {say_dates(term.model_copy(update={'text': ''}))}"
        for role, term in ((mine, one), (theirs, other))
    )
    reason = f"both are said to have been {mine.office}: the draft has {a}, the source {b}"
    found = compared(claim, Outcome.DIFFERENT, a, b, reason, rule=rules.OVERLAP)
    return found.model_copy(update={"difference": f"{both.days // 365} years in common"})


def _term(one: Claim, as_of: dt.date) -> When | None:
    """The time from one day to another that is told right behind the role."""
    text = one.sentence.text
    behind = one.span.end - one.sentence.span.start
    spans = [
        d
        for d in find_dates(text, as_of)
        if d.start >= behind and (d.value.throughout or text.endswith("between ", 0, d.start))
    ]
    near = [d for d in spans if d.start - behind <= len(" in office between ") and d.value.certain]
    return near[0].value if len(spans) == 1 and near else None
