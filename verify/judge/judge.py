"""Claim + Hits -> Verdict: read the passages, align, compare, weigh, decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from verify.claims.names import contains_name
from verify.claims.rolewords import THINGS
from verify.judge.ages import is_age
from verify.judge.align import Alignment, Context, align, align_in_place
from verify.judge.apart import apart
from verify.judge.compare import compare, compare_in_place
from verify.judge.compare_lists import is_past_deed
from verify.judge.difference import difference, normalised
from verify.judge.doubts import NO_ANSWERS, Answers, asked_of, is_doubted
from verify.judge.named import of_the_same
from verify.judge.parallel import parallel, stands_beside
from verify.judge.plain import contradicted_events, supported_events
from verify.judge.policy import Weighed, decide
from verify.judge.qualify import qualification
from verify.judge.quotes import judge_quote
from verify.judge.reading import NO_READINGS, Readings
from verify.judge.rivals import NO_RIVAL, weigh_rivals
from verify.judge.seeking import Sought
from verify.judge.siblings import singled_out
from verify.judge.stance import aligned_by_reading
from verify.judge.statements import figures, statements
from verify.judge.story import ONE_STORY, same_story
from verify.judge.suggest import suggestion
from verify.judge.told import by_reading
from verify.judge.workedout import worked_out
from verify.records import (
    Basis,
    Claim,
    Comparison,
    Evidence,
    Hit,
    Kind,
    Label,
    Outcome,
    Passage,
    Role,
    Stance,
    StanceLabel,
    Verdict,
    When,
)

_STANCE = {
    Outcome.SAME: StanceLabel.SUPPORTS,
    Outcome.DIFFERENT: StanceLabel.REFUTES,
    Outcome.COMPATIBLE: StanceLabel.NEUTRAL,
}
_TIMELESS = frozenset(
    {Kind.DATE, Kind.QUOTE, Kind.EVENT, Kind.ORDINAL, Kind.SUPERLATIVE, Kind.DURATION}
)
_SURE = 0.9
"""How well a statement fits that is meant for sure, whatever else stands beside the claim."""


def judge(
    claim: Claim,
    hits: Sequence[Hit],
    context: Context,
    readings: Readings = NO_READINGS,
    sought: Sought | None = None,
    answers: Answers = NO_ANSWERS,
) -> Verdict:
    """The verdict on one claim, by what the passages found for it say; rivals to it are looked for
    where it is told what would be one."""
    if claim.kind is Kind.QUOTE:
        return judge_quote(claim, hits, context)
    if claim.kind is Kind.EVENT:
        stated = (*supported_events(claim, hits), *contradicted_events(claim, hits))
        plain = [Weighed(_shown(e, context), fit=1.0) for e in stated]
        same = {w.evidence.passage.id for w in plain}
        read = [
            Weighed(_shown(e, context), fit=e.fit)
            for h in hits
            if h.passage.id not in same and (e := by_reading(claim, h, context, readings))
        ]
        if not plain and not any((claim.id, hit.passage.id) in readings for hit in hits):
            cause = "no value to compare, and not read by a stance model"
            return Verdict(claim=claim, label=Label.NOT_CHECKED, cause=cause)
        return decide(claim, [*plain, *read], context.as_of)
    weighed = [w for hit in hits if (w := _weigh(claim, hit, context, readings, answers))]
    if sought is None:
        return decide(claim, weighed, context.as_of)
    rivals = weigh_rivals(sought, hits, context)
    if rivals is None:
        return decide(claim, weighed, context.as_of)
    told = {(w.evidence.passage.id, w.evidence.span) for w in rivals}
    # A sentence that calls another one the only one does not say it of this one.
    others = [w for w in weighed if (w.evidence.passage.id, w.evidence.span) not in told]
    verdict = decide(claim, [*others, *rivals], context.as_of)
    alone = verdict.label is Label.NOT_ENOUGH_EVIDENCE and not rivals
    return verdict.model_copy(update={"cause": NO_RIVAL}) if alone else verdict


def _weigh(
    claim: Claim, hit: Hit, context: Context, readings: Readings, answers: Answers
) -> Weighed | None:
    """What a passage's best fitting statement says of the claim, unless a model doubts it."""
    passage = hit.passage
    told = (*statements(passage), *figures(passage)) if claim.bare else statements(passage)
    # Of an age it must be told on which day.
    best = None if is_age(claim) else _best(claim, hit, told, context)
    reading = readings.get((claim.id, passage.id))
    if best is None and not claim.bare:
        best = worked_out(claim, told, passage, context)
    if best is None and not claim.bare:
        read = aligned_by_reading(claim, told, reading, alone=context.alone)
        best = (*read, Basis.READ) if read else None
    if best is None:
        return None
    alignment, statement, comparison, basis = best
    comparison = comparison.model_copy(update=_shown_beside(claim, statement, comparison, context))
    comparison = comparison.model_copy(update={"aligned_by": alignment.by})
    comparison = of_the_same(comparison, claim, statement.sentence.text, passage, told)
    evidence = Evidence(
        passage=passage,
        span=statement.sentence.span,
        sentence=statement.sentence.text,
        stance=Stance(label=_STANCE[comparison.outcome]),
        comparison=comparison,
        reading=reading.probabilities if reading else None,
        fit=round(alignment.score, 3),
        basis=basis,
        qualification=qualification(claim, statement),
    )
    asked = asked_of(claim, evidence)
    if asked and is_doubted(asked, answers.get(asked, 0.0)):
        return None
    return Weighed(
        _shown(evidence, context),
        fit=alignment.score,
        about=_about(claim, statement),
        dated=_dated(claim, statement, passage, context.as_of),
        published=statement.frame.period is None,
    )


def _shown_beside(
    claim: Claim, statement: Claim, comparison: Comparison, context: Context
) -> dict[str, object]:
    """Both values in one spelling, where the source's stands, how far apart they are, and what the
    draft could say."""
    both: dict[str, object] = {
        "claim_normalised": normalised(claim.value),
        "source_normalised": normalised(statement.value),
        "source_span": statement.span,
    }
    if comparison.outcome is not Outcome.DIFFERENT:
        return both
    put = comparison.suggestion or suggestion(claim, statement, context.as_of)
    apart_by = comparison.difference or difference(claim, statement)
    return {**both, "suggestion": put, "difference": apart_by}


def _basis(alignment: Alignment, *, placed: bool) -> Basis:
    if alignment.weak:
        return Basis.WEAK
    if placed:
        return Basis.WORDING
    return Basis.NAMED if alignment.strong else Basis.ALIGNED


def _about(claim: Claim, statement: Claim) -> tuple[str, ...]:
    """Whom a source speaks of: its subject, and the claim's where it names that. Whose an office is
    has been compared by the alignment."""
    if claim.kind is Kind.ROLE:
        return ()
    there = statement.frame.wider_names
    return (
        *statement.frame.subject,
        *(n for n in claim.frame.subject if contains_name(there, n)),
    )


def _best(
    claim: Claim, hit: Hit, told: Sequence[Claim], context: Context
) -> tuple[Alignment, Claim, Comparison, Basis] | None:
    """The statement of a passage that fits a claim best, and how it was found to."""
    passage = hit.passage
    best: tuple[Alignment, Claim, Comparison, Basis] | None = None
    in_place = [_in_place(claim, one, told, passage, context) for one in told]
    # In a like sentence each value has its place: the others in it tell nothing of this one.
    alike = {s.sentence.span for s, (placed, _) in zip(told, in_place, strict=True) if placed}
    for statement, (placed, found) in zip(told, in_place, strict=True):
        if not placed and statement.sentence.span in alike:
            continue
        alignment = placed
        if not placed and not claim.bare:
            alignment = align(claim, statement, context, hit.similarity or 0.0, passage.published)
        comparison = found or (compare(claim, statement) if alignment else None)
        if alignment is None or comparison is None:
            continue
        if alignment.weak and _is_rougher(statement, claim):
            continue
        if comparison.outcome is Outcome.DIFFERENT and (
            alignment.weak
            or not (placed or singled_out(claim, statement, told))
            or (not placed and alignment.score < _SURE and stands_beside(claim, statement))
            or not same_story(claim, statement, passage, context)
            or apart(claim, statement, context.as_of.year)
        ):
            continue
        if best is None or _rank(alignment, comparison) > _rank(best[0], best[2]):
            best = alignment, statement, comparison, _basis(alignment, placed=bool(placed))
    return best


def _is_rougher(statement: Claim, claim: Claim) -> bool:
    """Whether a source tells a date less finely: "next week" is no support for a Tuesday."""
    mine, theirs = claim.value, statement.value
    if not isinstance(mine, When) or not isinstance(theirs, When):
        return False
    return not (mine.start <= theirs.start and theirs.end <= mine.end)


def _in_place(
    claim: Claim,
    statement: Claim,
    told: Sequence[Claim],
    passage: Passage,
    context: Context,
) -> tuple[Alignment | None, Comparison | None]:
    """Alignment and comparison of values in like sentences; None where they are not alike."""
    alike = parallel(claim, statement, told)
    alignment = (
        align_in_place(claim, statement, alike, context.as_of, passage.published) if alike else None
    )
    if alike is None or alignment is None:
        return None, None
    comparison = compare_in_place(claim, statement, alike.opposed, same=alike.all_but_same)
    other_day = passage.published is not None and abs(context.as_of - passage.published) > ONE_STORY
    if comparison and comparison.outcome is Outcome.DIFFERENT and other_day:
        return None, None
    return (alignment, comparison) if comparison else (None, None)


def _rank(alignment: Alignment, comparison: Comparison) -> float:
    # Of two values in one passage the equal one is meant, unless the other fits far better; one
    # that is only coarser says the least.
    bonus = {Outcome.SAME: 0.15, Outcome.COMPATIBLE: -0.2}
    return alignment.score + bonus.get(comparison.outcome, 0.0)


def _dated(claim: Claim, statement: Claim, passage: Passage, as_of: dt.date) -> dt.date | None:
    """The day a changing value speaks from; None for what does not change with time, and for a
    claim that says itself of when it speaks."""
    thing = isinstance(claim.value, Role) and claim.value.office in THINGS
    if claim.kind in _TIMELESS or thing or claim.frame.period is not None or is_past_deed(claim):
        return None
    # "President since 2015" speaks of the day it was published.
    period = statement.frame.period if claim.kind is not Kind.ROLE else None
    if period and period.text in claim.sentence.text:
        return None  # the draft speaks of that time, too
    day = period.end if period else passage.published
    return day if day is not None and day <= as_of else None


def _shown(evidence: Evidence, context: Context) -> Evidence:
    """Evidence with the reasons for which it may not decide."""
    passage = evidence.passage
    later = passage.published is not None and passage.published > context.as_of
    own = passage.document in context.own
    return evidence.model_copy(update={"later": later, "own": own})
