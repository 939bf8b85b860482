"""What each measure is. Labels are numbers, -1 stands for "no answer"."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np

from verify.evaluation.figures import Bin, Calibration, Scores
from verify.evaluation.intervals import Bools, Floats, Ints, resampled, share

UNANSWERED = -1
BINS = 15


def scores(gold: Ints, answers: Ints, labels: int) -> Scores:
    """Accuracy and macro-F1 of answers 0 to labels - 1, at least one case. No answer is wrong."""
    return Scores(
        accuracy=share(int((gold == answers).sum()), len(gold)),
        macro_f1=resampled(_cells(gold, answers, labels), lambda s: _macro_f1(s, gold, labels)),
    )


def confusion(gold: Ints, answers: Ints, labels: int) -> tuple[tuple[int, ...], ...]:
    """Counts by gold (rows) and answer (columns); the last column is for no answer."""
    table = _cells(gold, answers, labels).sum(axis=0).reshape(labels, labels + 1)
    return tuple(tuple(int(count) for count in row) for row in table)


def calibration(right: Bools, confidence: Floats) -> Calibration:
    """Expected calibration error over 15 bins of equal width: how far confidence and accuracy
    lie apart, weighted by rows.

    Resampling adds noise to every bin and so can only widen the gaps: the interval of a well
    calibrated model may lie above its value.
    """
    place = np.clip(np.ceil(confidence * BINS).astype(np.int64) - 1, 0, BINS - 1)
    inside = np.eye(BINS)[place]
    gaps = inside * (confidence - right)[:, None]
    rows = inside.sum(axis=0)
    sums = np.stack([confidence, right.astype(np.float64)]) @ inside
    means = sums / np.maximum(rows, 1)
    return Calibration(
        error=resampled(gaps, lambda sums: np.abs(sums).sum(axis=1) / len(right)),
        bins=tuple(
            Bin(
                low=number / BINS,
                high=(number + 1) / BINS,
                rows=int(rows[number]),
                confidence=float(means[0, number]),
                accuracy=float(means[1, number]),
            )
            for number in range(BINS)
        ),
    )


def f1(found: Floats, given: Floats, wanted: Floats) -> Floats:
    """2 * found / (given + wanted), element by element; 0 where nothing was given or wanted."""
    return np.asarray(2 * found / np.maximum(given + wanted, 1))


def ndcg(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """Normalised discounted cumulative gain of the first k; everything relevant gains the same."""
    gain = sum(1 / math.log2(n + 2) for n, one in enumerate(ranked[:k]) if one in relevant)
    return gain / sum(1 / math.log2(n + 2) for n in range(min(k, len(relevant))))


def recall(ranked: Sequence[str], relevant: Collection[str], k: int) -> float:
    """The share of what is relevant that is among the first k."""
    return len(set(ranked[:k]) & set(relevant)) / len(relevant)


def _cells(gold: Ints, answers: Ints, labels: int) -> Floats:
    """One row a case, with a 1 in its cell of the confusion table."""
    column = np.where(answers == UNANSWERED, labels, answers)
    return np.eye(labels * (labels + 1))[gold * (labels + 1) + column]


def _macro_f1(sums: Floats, gold: Ints, labels: int) -> Floats:
    table = sums.reshape(-1, labels, labels + 1)
    right = np.diagonal(table, axis1=1, axis2=2)
    each = f1(right, table[:, :, :labels].sum(axis=1), table.sum(axis=2))
    return np.asarray(each[:, np.unique(gold)].mean(axis=1))
