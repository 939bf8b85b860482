"""From which probability on refutations count."""

from __future__ import annotations

import pytest

from training.rows import Row
from training.thresholds import choose, refutes_at
from verify.models.protocols import REFUTES_AT
from verify.records import Probabilities
from verify.testing import FixedStance

SURE = [(0.95, True)] * 40
HALF_SURE = [(0.65, True)] * 37 + [(0.65, False)] * 3
UNSURE = [(0.55, True)] * 20 + [(0.55, False)] * 20


@pytest.mark.parametrize(
    ("pairs", "threshold"),
    [
        ([], REFUTES_AT),
        (SURE[:20], REFUTES_AT),
        (SURE, 0.5),
        (SURE + UNSURE, 0.56),
        (SURE + HALF_SURE + UNSURE, 0.56),
        (HALF_SURE, 0.5),
        (UNSURE, REFUTES_AT),
        # A stretch of luck under one that is not good enough does not count.
        (SURE + [(0.7, False)] * 20 + [(0.55, True)] * 500, 0.71),
    ],
)
def test_the_least_probability_that_is_right_often_enough(
    pairs: list[tuple[float, bool]], threshold: float
) -> None:
    assert choose([p for p, _ in pairs], [right for _, right in pairs]) == threshold


def test_a_model_is_asked_the_pairs_and_what_it_cannot_read_is_left_out() -> None:
    says = {
        "yes": Probabilities(supports=0.05, refutes=0.9, neutral=0.05),
        "no": Probabilities(supports=0.1, refutes=0.6, neutral=0.3),
    }
    rows = [Row("c", "yes", 1)] * 40 + [Row("c", "no", 2)] * 40 + [Row("c", "unread", 1)] * 40
    assert refutes_at(FixedStance(says), rows) == 0.61
