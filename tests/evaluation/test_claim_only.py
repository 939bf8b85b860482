import numpy as np

from verify.evaluation.claim_only import guess
from verify.evaluation.figures import LABELS
from verify.evaluation.rows import Row
from verify.records import StanceLabel

SUPPORTS, REFUTES, NEUTRAL = LABELS


def accuracy(rows: list[Row]) -> float:
    answers = guess(rows).argmax(axis=1)
    return float(np.mean([LABELS[a] is row.label for a, row in zip(answers, rows, strict=True)]))


def test_a_telltale_word_is_found() -> None:
    labels = (SUPPORTS, REFUTES, NEUTRAL) * 40
    words = {SUPPORTS: "indeed", REFUTES: "never", NEUTRAL: "perhaps"}
    rows = [
        Row(claim=f"Town {n} was {words[label]} large.", evidence=f"{n}", label=label)
        for n, label in enumerate(labels)
    ]
    assert accuracy(rows) > 0.95


def test_claims_that_betray_nothing_are_guessed_at_random() -> None:
    draw = np.random.default_rng(3)
    rows = [
        Row(claim=f"Town {n} is large.", evidence=f"{n}", label=LABELS[draw.integers(3)])
        for n in range(300)
    ]
    assert 0.2 < accuracy(rows) < 0.47


def test_a_claim_is_never_learnt_by_heart() -> None:
    """Twice each claim, once under each label: who had seen its twin would always be wrong."""
    rows = [
        Row(claim=f"Town number{n} lies high.", evidence=f"{n} {label}", label=label)
        for n in range(100)
        for label in (SUPPORTS, REFUTES)
    ]
    assert accuracy(rows) == 0.5


def test_minimal_pairs_over_one_evidence_share_a_fold() -> None:
    rows = [
        Row(claim=f"Town number{n} {verb} high.", evidence=f"table {n}", label=label)
        for n in range(100)
        for verb, label in (("lies", SUPPORTS), ("sits", REFUTES))
    ]
    assert accuracy(rows) > 0.95, "the verb tells, and the town's own name is not learnt"


def test_probabilities_are_probabilities() -> None:
    rows = [Row(claim=f"{n}", evidence="", label=StanceLabel.NEUTRAL) for n in range(7)]
    told = guess(rows)
    assert told.shape == (7, 3)
    assert np.allclose(told.sum(axis=1), 1)
    assert guess([]).shape == (0, 3)
    assert np.allclose(guess(rows), told)
