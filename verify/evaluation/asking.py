"""One claim with several texts at a time: asked of the stance model in a single batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verify.models import Pair, StanceModel
from verify.records import Label, Probabilities, StanceLabel

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
"""Probabilities from which on a stance counts. One is asked for; the others are tried on the same
answers, which costs nothing.
"""

Answers = tuple[Probabilities | None, ...]


def ask(
    model: StanceModel, asked: Sequence[Sequence[Pair]], progress: Callable[[int, int], None]
) -> list[Answers]:
    """The answers to each group of pairs. One call, so that the model can sort them by length."""
    answers = iter(model.classify([pair for group in asked for pair in group], progress))
    return [tuple(next(answers) for _ in group) for group in asked]


def told(answers: Answers, threshold: float) -> StanceLabel:
    """What a document says of a claim: the label of its most telling text, if that is sure enough.

    A text is as telling as its larger probability of supports and refutes.
    """
    sides = [
        (probability, label)
        for answer in answers
        if answer
        for probability, label in (
            (answer.supports, StanceLabel.SUPPORTS),
            (answer.refutes, StanceLabel.REFUTES),
        )
    ]
    probability, label = max(sides, default=(0.0, StanceLabel.NEUTRAL), key=lambda side: side[0])
    return label if probability >= threshold else StanceLabel.NEUTRAL


def verdict(answers: Answers, threshold: float) -> Label:
    """What several documents together say of a claim, each with one answer."""
    if not any(answers):
        return Label.NOT_CHECKED
    labels = {told((answer,), threshold) for answer in answers}
    if {StanceLabel.SUPPORTS, StanceLabel.REFUTES} <= labels:
        return Label.CONFLICTING
    if StanceLabel.SUPPORTS in labels:
        return Label.SUPPORTED
    return Label.REFUTED if StanceLabel.REFUTES in labels else Label.NOT_ENOUGH_EVIDENCE
