"""What several measures give: a figure with its interval, scores, calibration."""

from __future__ import annotations

from verify.records import Record, StanceLabel

SEED = 20
"""Of every sample, fold and resample: the same data and model give the same figures."""
LABELS: tuple[StanceLabel, ...] = (StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL)
"""The order of labels in every array of this room."""


class Figure(Record):
    """A measured value, the number of cases it stands on, and its 95 % interval."""

    value: float
    n: int
    low: float
    high: float


class Scores(Record):
    """How well labels were told. The macro-F1 is over the labels that occur in the gold."""

    accuracy: Figure
    macro_f1: Figure


class Bin(Record):
    """The rows whose top probability lies in (low, high]: how sure the model was, and how often
    it was right. Empty bins have zeros.
    """

    low: float
    high: float
    rows: int
    confidence: float
    accuracy: float


class Calibration(Record):
    """The expected calibration error of the three-way answers, and the bins it is the sum of."""

    error: Figure
    bins: tuple[Bin, ...]
