"""95 % intervals: Wilson's for a share, the bootstrap for everything else."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from verify.evaluation.figures import SEED, Figure

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

RESAMPLES = 1_000
Z = 1.959964
"""The normal quantile that leaves 2.5 % on either side."""


def share(right: int, n: int) -> Figure:
    """`right` of `n` cases with Wilson's interval, which stays within 0 to 1; `n` is at least 1.

    It takes the cases as independent. Where several share a claim or a page, as in most benchmark
    files, the true interval is somewhat wider.
    """
    value = right / n
    spread = 1 + Z**2 / n
    middle = (value + Z**2 / (2 * n)) / spread
    half = Z / spread * math.sqrt(value * (1 - value) / n + Z**2 / (4 * n**2))
    # At 0 and 1 the interval ends there; rounding must not put its ends elsewhere.
    low, high = max(middle - half, 0.0), min(middle + half, 1.0)
    return Figure(value=value, n=n, low=min(low, value), high=max(high, value))


def resampled(cases: Floats, statistic: Callable[[Floats], Floats]) -> Figure:
    """A statistic of the column sums of `cases`, with its percentile bootstrap interval.

    `cases` has one row a case, shape (n, columns); `statistic` gets sums of shape (m, columns) and
    gives m values. Means, F1 and calibration error are all of this form, which is why a resample
    needs no loop: drawing n cases is one multinomial draw over the distinct ones.
    """
    distinct, times = np.unique(cases, axis=0, return_counts=True)
    draws = np.random.default_rng(SEED).multinomial(len(cases), times / len(cases), RESAMPLES)
    low, high = np.percentile(statistic(draws @ distinct), [2.5, 97.5])
    value = statistic(cases.sum(axis=0, keepdims=True))[0]
    return Figure(value=float(value), n=len(cases), low=float(low), high=float(high))


def mean(values: Floats) -> Figure:
    """The mean of one value a case, with its bootstrap interval."""
    return resampled(values[:, None], lambda sums: sums[:, 0] / len(values))
