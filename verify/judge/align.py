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
from verify.claims.places import country
from verify.claims.senses import is_marked
from verify.judge.deeds import same_deed
from verify.judge.fit import Fit, meet
from verify.judge.parallel import Parallel
from verify.judge.periods import ends_period, same_period
from verify.judge.placings import is_place, same_contest
from verify.judge.roles import align_roles
from verify.judge.subjects import same_subject
from verify.judge.things import same_thing
from verify.records import Claim, Comparative, Kind, Membership, Ordinal, Quantity, Role, When

RANKS = frozenset({Kind.ORDINAL, Kind.SUPERLATIVE})
# A claim in one of these senses never meets a source in another.
_SENSES = frozenset({"change", "from", "prior"})
# In these it may, but then only an equal value counts.
_SOFT_SENSES = frozenset({"planned", "earlier", "part", "then"})
_SOFT_FOR_RANKS = frozenset({"then"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole draft says around a claim: its names, the subjects of the sentences right
    before, its day, and whether the claim has its sentence for itself."""

    known: tuple[str, ...]
    near: tuple[str, ...]
    as_of: dt.date
    alone: bool = True
    own: frozenset[str] = frozenset()
    """Documents that are the draft itself: its copies and earlier versions."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How well a source's statement fits a claim, 0 to 1, and by what."""

    score: float
    by: tuple[str, ...]
    weak: bool = False
    strong: bool = False
    """Both the subject and the thing are named: a different value is a contradiction."""


def align(
    claim: Claim,
    source: Claim,
    context: Context,
    similarity: float = 0.0,
    published: dt.date | None = None,
) -> Alignment | None:
    """The alignment of two statements, or None where they speak of different things.

    `similarity` is the cosine of their wordings, `published` the day of the source.
    """
    if not _same_type(claim, source):
        return None
    if isinstance(claim.value, Role) and isinstance(source.value, Role):
        fit = align_roles(
            claim,
            claim.value,
            source,
            source.value,
            context.near,
            context.as_of,
            published,
        )
        return Alignment(fit.score, fit.by) if fit else None
    mine, theirs = claim.frame, source.frame
    senses = set(mine.marks) ^ set(theirs.marks)
    if claim.kind not in {Kind.DATE, Kind.MEMBERSHIP} | RANKS and senses & _SENSES:
        return None
    if "not" in senses or ("elapsed" in senses and claim.kind is Kind.DURATION):
        return None
    subject = same_subject(claim, source, context.known, context.near)
    period = same_period(claim, source, context.as_of, published) if subject else None
    thing = same_thing(claim, source, context.near) if period else None
    if subject and period and not thing:
        thing = _alike(claim, source, subject, similarity)
    if not subject or not period or not thing:
        return None
    soft = bool(senses & (_SOFT_FOR_RANKS if claim.kind in RANKS else _SOFT_SENSES))
    soft = soft or _other_scale(claim.value, source.value) or _other_scope(claim, source)
    # A subject that neither sentence names may be told by the thing measured and the wording.
    # Ranks and comparatives have it in their series and sides; figures are many.
    close = _VERY_LIKE if isinstance(claim.value, Quantity) else _CLOSE
    told = subject.score >= 0.5 or (thing.score >= 0.85 and similarity >= close)
    weak = soft or thing.score < 0.5 or not told or period.score < 0.5
    if claim.kind is Kind.DATE:
        weak = weak or subject.score < 0.6 or thing.score < 0.7
        weak = weak or ends_period(claim) or ends_period(source)
    if weak and not _is_rounded(claim.value, source.value):
        return None
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
    return Alignment(
        score, (*subject.by, *thing.by, *period.by), weak, not weak and thing.score >= 0.85
    )


def align_in_place(
    claim: Claim, source: Claim, alike: Parallel, as_of: dt.date, published: dt.date | None = None
) -> Alignment | None:
    """The alignment of two values that fill one place of like sentences; None where their senses or
    periods tell them apart. A source of another day supports and does not refute: what a report
    says daily in the same words has another figure each day.
    """
    if type(claim.value) is not type(source.value):
        return None
    senses = set(claim.frame.marks) ^ set(source.frame.marks)
    if senses & {"from", "prior"} or ("not" in senses and not alike.opposed):
        return None
    if any(_marked(claim, mark) != _marked(source, mark) for mark in senses & _SOFT_SENSES):
        return None
    placed = not claim.bare and is_place(claim) and is_place(source)
    if placed and not same_contest(claim, source):
        return None
    period = None if isinstance(claim.value, When) else same_period(claim, source, as_of, published)
    if not period and not isinstance(claim.value, When):
        return None
    weak = (period is not None and period.score < 0.5) or (
        claim.kind is Kind.COUNT and not same_deed(claim, source)
    )
    score = 0.7 + 0.3 * alike.share * alike.beside * alike.kept
    return Alignment(score, alike.by, weak, strong=not weak)


def _marked(one: Claim, mark: str) -> bool:
    """Whether the words beside the value give it a sense."""
    return is_marked(one.sentence.text.replace(one.text, " ", 1), mark)


_BY_WORDING = "close in wording"
"""How two values are aligned of which no word tells that they are of one thing."""
_LIKE = 0.45
_CLOSE = 0.5
_VERY_LIKE = 0.68
"""Cosines from which two wordings most likely, and almost surely, speak of one thing."""


def _is_bare(one: Claim) -> bool:
    """Whether it is a list of which no more is told than that its names stand together."""
    return isinstance(one.value, Membership) and not one.value.relation


def _alike(claim: Claim, source: Claim, subject: Fit, similarity: float) -> Fit | None:
    """One thing by its wording as a whole, where no single word tells."""
    mine, theirs = claim.frame, source.frame
    if _is_bare(claim) or _is_bare(source):
        return None
    said = (*theirs.head, *theirs.topic, *theirs.verb, *theirs.series)
    if (mine.head and theirs.head and not meet(mine.head, said)) or isinstance(
        claim.value, Ordinal | Comparative
    ):
        return None
    if (
        similarity >= _VERY_LIKE
        and subject.score >= 0.6
        and claim.kind not in {Kind.DATE, Kind.COUNT}
    ):
        return Fit(0.7, (_BY_WORDING,))
    if _is_small(claim.value) and (similarity < _CLOSE or subject.score < 0.5):
        return None  # two days, three goals: such values meet by chance
    return Fit(0.3, (_BY_WORDING,)) if similarity >= _LIKE else None


def _is_small(value: object) -> bool:
    """Whether a number has fewer than three digits written."""
    return isinstance(value, Quantity) and sum(c.isdigit() for c in value.text) < 3


def _same_type(claim: Claim, source: Claim) -> bool:
    if claim.kind in RANKS:
        return source.kind in RANKS
    if isinstance(claim.value, Quantity):
        return isinstance(source.value, Quantity) and (
            claim.value.unit == source.value.unit
            or claim.kind is source.kind is Kind.MONEY
            or {claim.value.unit, source.value.unit} == {"%", "pp"}
        )
    return claim.kind is source.kind


# What a figure is counted over: goals in a final are not goals in a season.
_SCOPES = frozenset("final match game season league tournament career quarter half race".split())


def _other_scope(claim: Claim, source: Claim) -> bool:
    """Whether each says what it is counted over, and the two differ."""
    if not isinstance(claim.value, Quantity):
        return False
    mine, theirs = (_SCOPES.intersection(c.frame.terms) for c in (claim, source))
    if mine and theirs and not mine & theirs:
        return True
    # "Iran's border with Iraq" is not its border with Turkey.
    either = (*claim.frame.subject, *source.frame.subject)
    beside, there = (
        [n for n in c.frame.names if country(n) and not contains_name(either, n)]
        for c in (claim, source)
    )
    return bool(beside and there) and not any(contains_name(there, n) for n in beside)


def _other_scale(mine: object, theirs: object) -> bool:
    """Whether two numbers are too far apart for an error: two doses, 120,000 doses. Digits that
    agree are a slip of scale all the same: 3.4m for 3.4bn."""
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return False
    low, high = sorted((abs(mine.low), abs(theirs.low)))
    same_digits = str(low.normalize().as_tuple().digits) == str(high.normalize().as_tuple().digits)
    return low > 0 and high / low > 10 and not same_digits


def _is_rounded(mine: object, theirs: object) -> bool:
    """Whether two numbers are one, or one is the other rounded: 4.1 million for 4,108,226, but not
    2,625 for 2,574. What is only near is no sign that one thing is measured."""
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity):
        return True
    step = max(mine.precision, theirs.precision)
    return all(
        2 * abs(a - b) <= step for a, b in ((mine.low, theirs.low), (mine.high, theirs.high))
    )


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
