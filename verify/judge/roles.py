"""Whether two statements speak of one office: the same office of the same country or body."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from verify.claims.names import contains_name, same_name
from verify.claims.offices import same_office
from verify.judge.fit import Fit
from verify.records import Claim, Role

# Offices that several people hold at once: another name is no contradiction.
SHARED = frozenset(
    "spokesman deputy founder co-founder author owner director ambassador commissioner striker"
    " judge head leader envoy designer composer architect minister secretary champion editor"
    " prosecutor governor curator".split()
)


_THEN = re.compile(r"\bthen(?:-|\s+)(?=[a-z])|\bat\s+the\s+time\b", re.IGNORECASE)
_TERM = dt.timedelta(days=365)
"""How far from a time that a claim names another holder is still told of that time."""


def _another_time(claim: Claim, source: Claim, as_of: dt.date, published: dt.date | None) -> bool:
    """Whether a claim names a time, and the source does not speak of it. A reference without a date
    speaks of the draft's own days."""
    mine, theirs = claim.frame.period, source.frame.period
    if mine is None:
        return False
    if theirs is not None:
        return theirs.end < mine.start or mine.end < theirs.start
    if published is None:
        return mine.end < as_of - _TERM
    return not mine.start <= published <= mine.end + _TERM


def align_roles(
    claim: Claim,
    mine: Role,
    source: Claim,
    theirs: Role,
    near: Sequence[str],
    as_of: dt.date,
    published: dt.date | None = None,
) -> Fit | None:
    """How surely both name the holder of one office; None where they do not, and where another
    holds it at another time."""
    if mine.former != theirs.former or not same_office(mine.office, theirs.office):
        return None
    period = source.frame.period
    if period is not None and "since" in source.sentence.text and period.start > as_of:
        return None
    of_mine = (mine.of,) if mine.of else (*claim.frame.wider_names, *near)
    of_theirs = (theirs.of,) if theirs.of else source.frame.wider_names
    of_mine = tuple(n for n in of_mine if not same_name(n, mine.holder))
    of_theirs = tuple(n for n in of_theirs if not same_name(n, theirs.holder))
    same_body = any(contains_name(of_theirs, n) for n in of_mine)
    office = f"same office: {theirs.office}"
    if same_name(mine.holder, theirs.holder):
        if same_body or not of_theirs:
            return Fit(0.93, (office, f"same holder: {theirs.holder}"))
        return None
    if "earlier" in source.frame.marks and "earlier" not in claim.frame.marks:
        return None  # until 1998
    if not same_body or mine.office in SHARED or not (mine.of or theirs.of):
        return None  # two presidents of nobody knows what
    if (
        mine.former
        or _THEN.search(source.sentence.text)
        or _another_time(claim, source, as_of, published)
    ):
        return None  # a predecessor
    score = 0.9 if mine.of and theirs.of else 0.6
    return Fit(score, (office, f"of the same: {theirs.of or mine.of}"))
