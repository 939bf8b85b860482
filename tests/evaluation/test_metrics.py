import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import (  # type: ignore[import-untyped]
    accuracy_score,
    f1_score,
    ndcg_score,
)

from verify.evaluation.intervals import mean, resampled, share
from verify.evaluation.metrics import UNANSWERED, calibration, confusion, f1, ndcg, recall, scores

LABELS = st.integers(0, 2)
PAIRS = st.lists(st.tuples(LABELS, LABELS), min_size=1, max_size=60)


def test_scores_by_hand() -> None:
    # Gold S S R R N; answers S R R none N.
    gold, answers = np.array([0, 0, 1, 1, 2]), np.array([0, 1, 1, UNANSWERED, 2])
    found = scores(gold, answers, 3)
    assert found.accuracy.value == 3 / 5
    assert found.accuracy.n == 5
    # F1: S 2*1/(1+2), R 2*1/(2+2), N 1.
    assert found.macro_f1.value == pytest.approx((2 / 3 + 1 / 2 + 1) / 3)
    assert confusion(gold, answers, 3) == ((1, 1, 0, 0), (0, 1, 0, 1), (0, 0, 1, 0))


def test_a_label_that_the_gold_lacks_has_no_share_in_macro_f1() -> None:
    found = scores(np.array([0, 0, 1]), np.array([0, 2, 1]), 3)
    assert found.macro_f1.value == pytest.approx((2 / 3 + 1) / 2)


@settings(deadline=None)  # a thousand resamples each
@given(PAIRS)
def test_scores_as_sklearn_has_them(pairs: list[tuple[int, int]]) -> None:
    gold, answers = (np.array(side) for side in zip(*pairs, strict=True))
    found = scores(gold, answers, 3)
    macro = f1_score(gold, answers, labels=np.unique(gold), average="macro", zero_division=0)
    assert found.accuracy.value == pytest.approx(accuracy_score(gold, answers))
    assert found.macro_f1.value == pytest.approx(macro)
    assert 0 <= found.macro_f1.low <= found.macro_f1.high <= 1


@given(st.permutations(range(12)), st.sets(st.integers(0, 11), min_size=1), st.integers(1, 12))
def test_ndcg_as_sklearn_has_it(order: list[int], relevant: set[int], k: int) -> None:
    truth = [[float(n in relevant) for n in range(12)]]
    ranks = [[-float(order.index(n)) for n in range(12)]]
    ranked = [str(n) for n in order]
    assert ndcg(ranked, {str(n) for n in relevant}, k) == pytest.approx(
        ndcg_score(truth, ranks, k=k)
    )


def test_ndcg_and_recall_by_hand() -> None:
    ranked = ["a", "b", "c", "d"]
    best = 1 + 1 / math.log2(3)
    assert ndcg(ranked, {"b", "z"}, 10) == pytest.approx((1 / math.log2(3)) / best)
    assert ndcg([], {"b"}, 10) == 0
    assert recall(ranked, {"b", "z"}, 2) == 0.5
    assert recall(ranked, {"c"}, 2) == 0


def test_calibration_by_hand() -> None:
    # Two rows of one bin, half right at 0.9; two of another, both right at 0.7.
    found = calibration(np.array([True, False, True, True]), np.array([0.9, 0.9, 0.7, 0.7]))
    assert found.error.value == pytest.approx(0.5 * 0.4 + 0.5 * 0.3)
    filled = [one for one in found.bins if one.rows]
    assert [(b.rows, b.accuracy) for b in filled] == [(2, 1.0), (2, 0.5)]
    assert [b.confidence for b in filled] == pytest.approx([0.7, 0.9])
    assert all(b.low < b.confidence <= b.high for b in filled)
    assert len(found.bins) == 15


def test_probabilities_of_none_and_one_have_a_bin() -> None:
    found = calibration(np.array([False, True]), np.array([0.0, 1.0]))
    assert found.error.value == 0
    assert [b.rows for b in found.bins] == [1, *[0] * 13, 1]


def test_f1_of_nothing_is_none() -> None:
    assert f1(np.array([0.0]), np.array([0.0]), np.array([0.0])).tolist() == [0]


@pytest.mark.parametrize(
    # As Wilson's interval is tabled: 81 of 263, 0 of 20, 20 of 20.
    ("right", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0)],
)
def test_wilson(right: int, n: int, low: float, high: float) -> None:
    found = share(right, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)
    assert found.low <= found.value <= found.high
    assert found.n == n


def test_the_bootstrap_of_a_mean_agrees_with_theory() -> None:
    values = np.random.default_rng(1).normal(5, 2, 400)
    found = mean(values)
    error = values.std() / math.sqrt(400)
    assert found.value == pytest.approx(values.mean())
    assert found.low == pytest.approx(values.mean() - 1.96 * error, abs=error / 3)
    assert found.high == pytest.approx(values.mean() + 1.96 * error, abs=error / 3)
    assert found == mean(values), "the same draws each time"


def test_cases_are_drawn_whole() -> None:
    # Both columns are the same in every case, so no resample can part them.
    cases = np.repeat([[1.0, 1.0], [5.0, 5.0]], 10, axis=0)
    found = resampled(cases, lambda sums: sums[:, 0] / sums[:, 1])
    assert (found.value, found.low, found.high) == (1, 1, 1)
