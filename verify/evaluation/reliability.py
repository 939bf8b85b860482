"""Whether verdicts are right as often as their confidence says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from verify.evaluation.figures import Calibration, Sample
from verify.evaluation.metrics import calibration
from verify.judge.confidence import strength
from verify.records import Claim, Label, Span, StanceLabel, Verdict

SIDES = {Label.SUPPORTED: StanceLabel.SUPPORTS, Label.REFUTED: StanceLabel.REFUTES}
"""Verdicts that say whether a claim is true, and what the evidence says that decides them."""


def sample(verdict: Verdict, *, true: bool, changed: bool) -> Sample:
    """A verdict on a claim that is known to be true or false."""
    side = SIDES.get(verdict.label)
    deciding = [
        e
        for e in verdict.evidence
        if e.stance.label is side and not (e.later or e.own or e.superseded)
    ]
    return Sample(
        kind=verdict.claim.kind,
        true=true,
        changed=changed,
        label=verdict.label,
        basis=deciding[0].basis if deciding else None,
        strength=round(strength(deciding[0]), 3) if deciding else 0.0,
        sources=len(deciding),
        confidence=verdict.confidence,
    )


def is_about(claim: Claim, span: Span, *, anywhere: bool = False) -> bool:
    """Whether a claim has words of the span: in its value or, where it has none or it may be
    `anywhere`, in all that it says.
    """
    if claim.assertion is None or (claim.value is not None and not anywhere):
        return claim.span.overlaps(span)
    return any(part.overlaps(span) for part in claim.assertion.parts)


def is_right(one: Sample) -> bool:
    """Whether the verdict says of the claim what is so."""
    return one.true == (one.label is Label.SUPPORTED)


def calibrated(samples: Sequence[Sample]) -> Calibration | None:
    """How far confidence and truth lie apart, over verdicts on values that were changed or not yet:
    as many false as true. None where there is none.
    """
    told = [s for s in samples if s.changed and s.confidence is not None]
    if not told:
        return None
    right = np.array([is_right(s) for s in told])
    return calibration(right, np.array([s.confidence for s in told], dtype=np.float64))
