"""Whether a statement aligned by single words speaks of the claim at all, asked of a stance model.

A comparison knows whether two values differ, and a frame of a few words says only roughly whether
they are values of one thing: "told the commission it bought 5 per cent" fits a hundred filings. A
model that reads both sentences whole is the better judge of that, and a worse one of numbers. So
each is asked what it knows: a difference aligned by frames, and an equal value aligned weakly,
count where the model does not read two things more surely than the frames fit. Sentences in the
same words need no such answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from verify.claims.places import country
from verify.judge.align import Context
from verify.judge.rewording import in_the_words_of
from verify.models.protocols import Pair, StanceModel
from verify.records import (
    Basis,
    Claim,
    Evidence,
    Label,
    Outcome,
    Passage,
    Role,
    Verdict,
)

SURE = 0.6
MARGIN = 0.05
"""How surely the model must read two things, and how much more surely than the frames fit. No right
verdict on planted errors is lost by it on the tuning seeds, of those on the fields one in ten."""
SPOKEN = frozenset({Label.SUPPORTED, Label.REFUTED, Label.CONFLICTING})
"""Verdicts that say something of a claim."""
_BY_FRAMES = frozenset({Basis.NAMED, Basis.ALIGNED})


class Asked(NamedTuple):
    """A claim, a sentence of a passage by its offset, and how well its statement fits the claim."""

    claim: str
    passage: int
    start: int
    fit: float


Answers = Mapping[Asked, float]
"""How likely each two are about different things, by the wording in which they are most alike."""
NO_ANSWERS: Answers = MappingProxyType({})


def asked_of(claim: Claim, evidence: Evidence) -> Asked | None:
    """What is to be asked before this evidence may decide; None: nothing."""
    comparison = evidence.comparison
    if comparison is None or evidence.later or evidence.own:
        return None
    frames = comparison.outcome is Outcome.DIFFERENT and evidence.basis in _BY_FRAMES
    weakly = comparison.outcome is Outcome.SAME and evidence.basis is Basis.WEAK
    if not frames and not weakly:
        return None
    return Asked(claim.id, evidence.passage.id, evidence.span.start, evidence.fit)


def ask(
    verdicts: Iterable[Verdict],
    contexts: Mapping[str, Context],
    model: StanceModel,
    answers: Answers,
) -> dict[Asked, float]:
    """What `model` answers of all that verdicts rest on and nobody was asked of yet; nothing where
    it cannot say."""
    pairs = {
        asked: _pairs(verdict.claim, evidence, contexts[verdict.claim.id])
        for verdict in verdicts
        if verdict.label in SPOKEN
        for evidence in verdict.evidence
        if (asked := asked_of(verdict.claim, evidence)) and asked not in answers
    }
    read = iter(model.classify([pair for some in pairs.values() for pair in some]))
    said = {asked: [next(read) for _ in some] for asked, some in pairs.items()}
    return {
        asked: min(one.neutral for one in some if one) for asked, some in said.items() if any(some)
    }


def _pairs(claim: Claim, evidence: Evidence, context: Context) -> tuple[Pair, ...]:
    passage, sentence = evidence.passage, evidence.sentence
    about = _about(claim, passage, context)
    return tuple(
        Pair(in_the_words_of(wording, sentence), sentence, passage.title, passage.published)
        for wording in _wordings(claim, about)
    )


def _about(claim: Claim, passage: Passage, context: Context) -> str:
    """The name of what a claim is about, where only the sentences before it tell."""
    there = f"{passage.title} {passage.text}"
    if any(name in there for name in claim.frame.names if name not in claim.text):
        return ""
    return next((n for n in (*context.near, *context.known) if n in there), "")


def _wordings(claim: Claim, about: str) -> tuple[str, ...]:
    """The claim's sentence and the claim by itself, as no source says all of a long sentence; of an
    office, who holds it."""
    value = claim.value
    if isinstance(value, Role):
        of = country(value.of).title() or value.of or about
        return (f"{value.holder} is {value.office}{f' of {of}' if of else ''}.",)
    said = dict.fromkeys((claim.resolved, claim.assertion.wording if claim.assertion else ""))
    return tuple(f"{about}: {w}" if about and about not in w else w for w in said if w)


def is_doubted(asked: Asked, neutral: float) -> bool:
    """Whether the model is surer that the sentences are about two things than their frames are that
    they are about one."""
    return neutral > max(asked.fit + MARGIN, SURE)
