"""What a stance model reads in the passages found for claims: one batch for a whole draft.

First every claim is read against its best passages as a whole. Where the model finds a passage
telling, it is asked again of each sentence, so that the one that tells most can be quoted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from verify.judge.rewording import in_the_words_of
from verify.models.protocols import REFUTES_AT, Pair, Progress, StanceModel
from verify.records import Claim, Hit, Passage, Probabilities, Sentence, Span, StanceLabel
from verify.sentences import split_sentences

SUPPORTS_AT = 0.5
"""The probability from which on a support counts."""
TELLING = 0.5
"""A passage is telling where it is less likely than this to be neutral."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A stance model's probabilities for a claim and a passage, with its most telling sentence."""

    probabilities: Probabilities
    span: Span
    sentence: str
    refutes_at: float = REFUTES_AT

    @property
    def says(self) -> StanceLabel:
        """What counts of it: support where that is the likeliest, and refutation where the model
        is as sure as it must be, by its own measure."""
        if self.probabilities.supports >= SUPPORTS_AT:
            return StanceLabel.SUPPORTS
        refutes = self.probabilities.refutes >= self.refutes_at
        return StanceLabel.REFUTES if refutes else StanceLabel.NEUTRAL


Readings = Mapping[tuple[str, int], Reading]
"""By claim id and passage id."""
NO_READINGS: Readings = MappingProxyType({})


def read(
    claims: Sequence[Claim],
    hits: Mapping[str, Sequence[Hit]],
    model: StanceModel,
    most: int,
    progress: Progress | None = None,
) -> Readings:
    """What `model` reads in the `most` closest passages of each claim; no entry where it cannot."""
    asked = [(claim, hit.passage) for claim in claims for hit in _closest(hits[claim.id], most)]
    whole = model.classify([_pair(c, p, p.text) for c, p in asked], progress)
    readings: dict[tuple[str, int], Reading] = {}
    telling: list[tuple[Claim, Passage, Sentence]] = []
    for (claim, passage), probabilities in zip(asked, whole, strict=True):
        if probabilities is None:
            continue
        sentences = split_sentences(passage.text)
        first = sentences[0].span
        readings[claim.id, passage.id] = Reading(
            probabilities, first, passage.text[first.start : first.end], model.refutes_at
        )
        if len(sentences) > 1 and probabilities.neutral < TELLING:
            telling += [(claim, passage, sentence) for sentence in sentences]
    alone = model.classify([_pair(c, p, s.text) for c, p, s in telling])
    best: dict[tuple[str, int], float] = {}
    for (claim, passage, sentence), probabilities in zip(telling, alone, strict=True):
        key = claim.id, passage.id
        label = readings[key].probabilities.stance.label.value
        score = float(getattr(probabilities, label)) if probabilities else 0.0
        if score > best.get(key, 0.0):
            best[key] = score
            readings[key] = replace(readings[key], span=sentence.span, sentence=sentence.text)
    return readings


def _closest(hits: Sequence[Hit], most: int) -> Sequence[Hit]:
    return sorted(hits, key=lambda hit: -(hit.similarity or 0.0))[:most]


def _pair(claim: Claim, passage: Passage, text: str) -> Pair:
    said = in_the_words_of(claim.resolved, text)
    return Pair(said, text, passage.title, passage.published)
