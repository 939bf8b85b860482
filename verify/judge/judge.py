"""Claim + Hits -> Verdict: read the passages, align, compare, weigh, decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from verify.claims import read_claims
from verify.claims.names import contains_name, find_names
from verify.claims.senses import CHANGE_VERBS
from verify.judge.align import Alignment, Context, align, align_in_place
from verify.judge.comparatives import is_of_time
from verify.judge.compare import compare, compare_in_place
from verify.judge.parallel import parallel, stands_beside
from verify.judge.plain import contradicted_events, supported_events, supported_quotes
from verify.judge.policy import Weighed, decide
from verify.judge.qualify import qualification
from verify.judge.reading import NO_READINGS, Readings
from verify.judge.siblings import singled_out
from verify.judge.stance import aligned_by_reading, sure
from verify.judge.suggest import suggestion
from verify.records import (
    Claim,
    Comparison,
    Evidence,
    Hit,
    Kind,
    Label,
    Outcome,
    Passage,
    Stance,
    StanceLabel,
    Verdict,
)

_STANCE = {
    Outcome.SAME: StanceLabel.SUPPORTS,
    Outcome.DIFFERENT: StanceLabel.REFUTES,
    Outcome.COMPATIBLE: StanceLabel.NEUTRAL,
}
_TIMELESS = frozenset(
    {Kind.DATE, Kind.ROLE, Kind.QUOTE, Kind.EVENT, Kind.ORDINAL, Kind.SUPERLATIVE, Kind.DURATION}
)
_ONE_STORY = dt.timedelta(days=10)
"""Reports further apart may say of another day what they say in the same words."""


@lru_cache(maxsize=20_000)
def _statements(text: str, published: dt.date | None, title: str) -> tuple[Claim, ...]:
    return read_claims(text, published, title)


def judge(
    claim: Claim, hits: Sequence[Hit], context: Context, readings: Readings = NO_READINGS
) -> Verdict:
    """The verdict on one claim, by what the passages found for it say."""
    if claim.kind is Kind.QUOTE:
        return _quoted(claim, hits, context.as_of)
    if claim.kind is Kind.EVENT:
        stated = (*supported_events(claim, hits), *contradicted_events(claim, hits))
        plain = [Weighed(_shown(e, context.as_of), fit=1.0) for e in stated]
        same = {w.evidence.passage.id for w in plain}
        read = [
            w
            for h in hits
            if h.passage.id not in same and (w := _told(claim, h, context, readings))
        ]
        if not plain and not any((claim.id, hit.passage.id) in readings for hit in hits):
            cause = "no value to compare, and not read by a stance model"
            return Verdict(claim=claim, label=Label.NOT_CHECKED, cause=cause)
        return decide(claim, [*plain, *read], context.as_of)
    weighed = [w for hit in hits if (w := _weigh(claim, hit, context, readings))]
    return decide(claim, weighed, context.as_of)


def _weigh(claim: Claim, hit: Hit, context: Context, readings: Readings) -> Weighed | None:
    """What a passage's best fitting statement says of the claim."""
    passage = hit.passage
    statements = _statements(passage.text, passage.published, passage.title)
    best = _best(claim, hit, statements, context)
    reading = readings.get((claim.id, passage.id))
    if best is None:
        best = aligned_by_reading(claim, statements, reading, alone=context.alone)
    if best is None:
        return None
    alignment, statement, comparison = best
    comparison = comparison.model_copy(
        update={
            "aligned_by": alignment.by,
            "suggestion": suggestion(claim, statement, context.as_of)
            if comparison.outcome is Outcome.DIFFERENT
            else "",
        }
    )
    evidence = Evidence(
        passage=passage,
        span=statement.sentence.span,
        sentence=statement.sentence.text,
        stance=Stance(label=_STANCE[comparison.outcome]),
        comparison=comparison,
        reading=reading.probabilities if reading else None,
        fit=round(alignment.score, 3),
        qualification=qualification(claim, statement),
        later=_later(passage, context.as_of),
    )
    return Weighed(
        evidence,
        fit=alignment.score,
        strong=alignment.strong,
        weak=alignment.weak,
        about=statement.frame.subject,
        dated=_dated(claim, statement, passage, context.as_of),
        published=statement.frame.period is None,
    )


def _best(
    claim: Claim, hit: Hit, statements: Sequence[Claim], context: Context
) -> tuple[Alignment, Claim, Comparison] | None:
    """The statement of a passage that fits a claim best."""
    passage = hit.passage
    best: tuple[Alignment, Claim, Comparison] | None = None
    in_place = [_in_place(claim, one, statements, passage, context) for one in statements]
    # In a like sentence each value has its place: the others in it tell nothing of this one.
    alike = {s.sentence.span for s, (placed, _) in zip(statements, in_place, strict=True) if placed}
    for statement, (placed, found) in zip(statements, in_place, strict=True):
        if not placed and statement.sentence.span in alike:
            continue
        alignment = placed or align(claim, statement, context, hit.similarity or 0.0)
        comparison = found or (compare(claim, statement) if alignment else None)
        if alignment is None or comparison is None:
            continue
        if comparison.outcome is Outcome.DIFFERENT and (
            alignment.weak
            or not (placed or singled_out(claim, statement, statements))
            or (not placed and stands_beside(claim, statement))
            or not _same_story(claim, statement, passage, context)
        ):
            continue
        if best is None or _rank(alignment, comparison) > _rank(best[0], best[2]):
            best = alignment, statement, comparison
    return best


def _in_place(
    claim: Claim,
    statement: Claim,
    statements: Sequence[Claim],
    passage: Passage,
    context: Context,
) -> tuple[Alignment | None, Comparison | None]:
    """Alignment and comparison of values in like sentences; None where they are not alike."""
    alike = parallel(claim, statement, statements)
    alignment = align_in_place(claim, statement, alike, context.as_of) if alike else None
    if alike is None or alignment is None:
        return None, None
    comparison = compare_in_place(claim, statement, alike.opposed)
    other_day = (
        passage.published is not None and abs(context.as_of - passage.published) > _ONE_STORY
    )
    if comparison and comparison.outcome is Outcome.DIFFERENT and other_day:
        return None, None
    return (alignment, comparison) if comparison else (None, None)


def _same_story(claim: Claim, statement: Claim, passage: Passage, context: Context) -> bool:
    """Whether a passage can contradict: by its date, and by whom it is about."""
    published = passage.published
    moving = (
        "change" in claim.frame.marks
        or not CHANGE_VERBS.isdisjoint(claim.frame.verb)
        or is_of_time(claim.value)
    )
    if moving and published and claim.frame.period is None:
        return abs(context.as_of - published) <= _ONE_STORY  # what moved in another week
    title = passage.title
    if statement.frame.subject or not title or not _is_name(title):
        return True
    # "She is a five-time champion", on the page of somebody whom the draft does not name.
    return contains_name((*context.known, *claim.frame.wider_names), title)


@lru_cache(maxsize=20_000)
def _is_name(title: str) -> bool:
    """Whether a title is one name and nothing else."""
    return any(name.text == title for name in find_names(title))


def _told(claim: Claim, hit: Hit, context: Context, readings: Readings) -> Weighed | None:
    """What the stance model says of a claim that has no value to compare, if it is sure enough."""
    reading = readings.get((claim.id, hit.passage.id))
    if reading is None or not sure(reading.probabilities):
        return None
    stance = reading.probabilities.stance
    evidence = Evidence(
        passage=hit.passage,
        span=reading.span,
        sentence=reading.sentence,
        stance=stance,
        reading=reading.probabilities,
        fit=round(stance.probability or 0.0, 3),
    )
    return Weighed(_shown(evidence, context.as_of), fit=evidence.fit)


def _rank(alignment: Alignment, comparison: Comparison) -> float:
    # Of two values in one passage the equal one is meant, unless the other fits far better; one
    # that is only coarser says the least.
    bonus = {Outcome.SAME: 0.15, Outcome.COMPATIBLE: -0.2}
    return alignment.score + bonus.get(comparison.outcome, 0.0)


def _dated(claim: Claim, statement: Claim, passage: Passage, as_of: dt.date) -> dt.date | None:
    """The day a changing value speaks from; None for what does not change with time."""
    if claim.kind in _TIMELESS or claim.frame.period is not None:
        return None
    period = statement.frame.period
    if period and period.text in claim.sentence.text:
        return None  # the draft speaks of that time, too
    day = period.end if period else passage.published
    return day if day is not None and day <= as_of else None


def _shown(evidence: Evidence, as_of: dt.date) -> Evidence:
    return evidence.model_copy(update={"later": _later(evidence.passage, as_of)})


def _later(passage: Passage, as_of: dt.date) -> bool:
    return passage.published is not None and passage.published > as_of


def _quoted(claim: Claim, hits: Sequence[Hit], as_of: dt.date) -> Verdict:
    """Verdict on a quotation: there word for word, or not."""
    shown = tuple(_shown(e, as_of) for e in supported_quotes(claim, hits))
    there = any(not e.later for e in shown)
    return Verdict(
        claim=claim,
        label=Label.SUPPORTED if there else Label.NOT_ENOUGH_EVIDENCE,
        cause="the same quotation is in the source"
        if there
        else "these words are not in the corpus",
        evidence=shown,
    )
