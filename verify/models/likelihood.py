"""From a stance model's logits to probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from verify.records import Probabilities


def softmax(logits: npt.NDArray[Any], labels: Sequence[str]) -> Probabilities:
    """Probabilities of logits (3,) that are in the order of `labels`, names of stances."""
    powers = np.exp(logits.astype(np.float64) - logits.max())
    shares = (powers / powers.sum()).tolist()
    return Probabilities(**dict(zip(labels, shares, strict=True)))


def most_telling(windows: Iterable[Probabilities]) -> Probabilities | None:
    """Those of the window that has most to say; None where there is no window.

    The others may be about something else, so the least neutral one speaks for the evidence.
    """
    return min(windows, key=lambda one: one.neutral, default=None)
