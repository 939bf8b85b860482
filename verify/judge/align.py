"""Whether a source's statement speaks of the same thing as a claim, and how that was decided.

A comparison may only fire on aligned values: same thing measured, same one it is said of, same
sense, same period. What speaks against that closes the gate. What speaks for it is scored, so
that of two statements the closer one decides; where too little speaks for it the alignment is
weak, and an equal value may support the claim but a different one says nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.names import contains_name, same_name
from verify.judge.periods import same_period
from verify.judge.roles import align_roles
from verify.judge.subjects import same_subject
from verify.judge.things import same_thing
from verify.records import Claim, Kind, Quantity, Role

RANKS = frozenset({Kind.ORDINAL, Kind.SUPERLATIVE})
# A claim in one of these senses never meets a source in another.
_SENSES = frozenset({"change", "from", "elapsed", "not"})
# In these it may, but then only an equal value counts.
_SOFT_SENSES = frozenset({"planned", "earlier", "part"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole draft says around a claim: its names, those near by, and its day."""

    known: tuple[str, ...]
    near: tuple[str, ...]
    as_of: dt.date


@dataclass(frozen=True, slots=True)
class Alignment:
    """How well a source's statement fits a claim, 0 to 1, and by what."""

    score: float
    by: tuple[str, ...]
    weak: bool = False


def align(
    claim: Claim, source: Claim, context: Context, similarity: float = 0.0
) -> Alignment | None:
    """The alignment of two statements, or None where they speak of different things.

    `similarity` is the cosine of their wordings.
    """
    if not _same_type(claim, source):
        return None
    if isinstance(claim.value, Role) and isinstance(source.value, Role):
        fit = align_roles(claim, claim.value, source, source.value, context.as_of)
        return Alignment(fit.score, fit.by) if fit else None
    mine, theirs = claim.frame, source.frame
    senses = set(mine.marks) ^ set(theirs.marks)
    if claim.kind not in {Kind.DATE, Kind.MEMBERSHIP} | RANKS and senses & _SENSES:
        return None
    if "not" in senses or "elapsed" in senses:
        return None
    subject = same_subject(claim, source, context.known, context.near)
    period = same_period(claim, source, context.as_of) if subject else None
    thing = same_thing(claim, source) if period else None
    if not subject or not period or not thing:
        return None
    soft = claim.kind not in RANKS | {Kind.DATE, Kind.MEMBERSHIP} and bool(senses & _SOFT_SENSES)
    weak = soft or thing.score < 0.5 or subject.score < 0.4 or period.score < 0.5
    names = _coverage(mine.names, theirs.wider_names, same_name)
    terms = _coverage(mine.terms, (*theirs.wider_terms, *theirs.head), lexicon.same_word)
    back = _coverage(theirs.terms, (*mine.wider_terms, *mine.head), lexicon.same_word)
    words = 0.4 * names + 0.3 * terms + 0.3 * back
    score = (
        0.3 * thing.score
        + 0.2 * subject.score
        + 0.05 * period.score
        + 0.2 * words
        + 0.25 * _scaled(similarity)
        - (0.1 if soft else 0.0)
    )
    return Alignment(score, (*subject.by, *thing.by, *period.by), weak)


def _same_type(claim: Claim, source: Claim) -> bool:
    if claim.kind in RANKS:
        return source.kind in RANKS
    if isinstance(claim.value, Quantity):
        return isinstance(source.value, Quantity) and claim.value.unit == source.value.unit
    return claim.kind is source.kind


def _scaled(similarity: float) -> float:
    """Cosines of the bundled model run from about 0.2 (unrelated) to 0.8 (the same said anew)."""
    return min(1.0, max(0.0, (similarity - 0.2) / 0.6))


def _coverage(
    wanted: Sequence[str], there: Sequence[str], same: Callable[[str, str], bool]
) -> float:
    """The share of `wanted` that is there; a half where nothing is wanted."""
    if not wanted:
        return 0.5
    return sum(any(same(w, t) for t in there) for w in wanted) / len(wanted)


def names_in(names: Sequence[str], of: Sequence[str]) -> bool:
    """Whether any of `names` can mean one of `of`."""
    return any(contains_name(of, n) for n in names)
