"""What follows from a source that does not say it: an age from a birthday, the place in a series
from that of another year, that two terms in one office overlap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.names import contains_name
from verify.claims.places import country
from verify.judge.ages import compare_ages
from verify.judge.align import Alignment, Context
from verify.judge.series import count_on
from verify.judge.subjects import same_subject
from verify.judge.tenures import compare_tenures
from verify.judge.things import same_thing
from verify.records import Basis, Claim, Comparison, Ordinal, Outcome, Passage

_FIT = 0.85
"""One person's name, one office or one series: no more is needed to speak of the same."""
_SAME_SERIES = 0.7
_NAMED = 0.5
_THEIR_OWN = re.compile(r"\b(?:his|her)\s+$", re.IGNORECASE)
"""What somebody counts of their own does not come round: her sixth title."""

WorkedOut = tuple[Alignment, Claim, Comparison, Basis]


def worked_out(
    claim: Claim, told: Sequence[Claim], passage: Passage, context: Context
) -> WorkedOut | None:
    """The first comparison that follows, one that says otherwise before one that fits."""
    found = [one for statement in told if (one := _follows(claim, statement, passage, context))]
    return min(found, key=lambda one: one[2].outcome is not Outcome.DIFFERENT, default=None)


def _follows(
    claim: Claim, statement: Claim, passage: Passage, context: Context
) -> WorkedOut | None:
    as_of, published = context.as_of, passage.published
    if age := compare_ages(claim, statement, as_of, published):
        by = (f"same person: {claim.frame.subject[0]}",) if claim.frame.subject else ()
        return Alignment(_FIT, by, strong=True), statement, age, Basis.NAMED
    if term := compare_tenures(claim, statement, as_of):
        return Alignment(_FIT, ("same office",), strong=True), statement, term, Basis.NAMED
    counted = count_on(claim, statement, as_of, published, passage.text)
    if counted and _one_series(claim, statement, context):
        return Alignment(_FIT, ("same series",), weak=True), statement, counted, Basis.WEAK
    return None


def _one_series(claim: Claim, statement: Claim, context: Context) -> bool:
    """Whether both number one series, whatever the year and whoever is the host."""
    if not isinstance(claim.value, Ordinal) or _THEIR_OWN.search(_before(claim)):
        return False
    thing = same_thing(claim, statement, context.near)
    if thing is None or thing.score < _SAME_SERIES:
        return False
    names = [n for n in claim.frame.names if not country(n)]
    if any(contains_name(statement.frame.names, n) for n in names):
        return True
    subject = same_subject(claim, statement, context.known, context.near)
    return subject is not None and subject.score >= _NAMED


def _before(claim: Claim) -> str:
    return claim.sentence.text[: claim.span.start - claim.sentence.span.start]
