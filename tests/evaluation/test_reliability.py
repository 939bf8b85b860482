"""Whether verdicts are right as often as they say, and the tables that say so."""

from __future__ import annotations

import pytest

from benchmarks.measured import cross_calibration, fit, rising
from tests.judge.test_policy import CLAIM, DAY, said
from verify.evaluation.figures import Sample
from verify.evaluation.reliability import calibrated, is_about, sample
from verify.judge.policy import decide
from verify.records import Assertion, Basis, Form, Kind, Label, Span


def some(
    number: int,
    *,
    true: bool,
    label: Label = Label.REFUTED,
    strength: float = 0.8,
    kind: Kind = Kind.COUNT,
    changed: bool = True,
) -> list[Sample]:
    return [
        Sample(
            kind=kind,
            true=true,
            changed=changed,
            label=label,
            basis=Basis.NAMED,
            strength=strength,
            sources=1,
            confidence=0.9,
        )
        for _ in range(number)
    ]


def test_a_sample_says_what_the_verdict_rests_on() -> None:
    verdict = decide(CLAIM, [said("against", 0.7), said("against", 0.6, number=2)], DAY)
    found = sample(verdict, true=True, changed=False)
    told = (found.label, found.basis, found.strength, found.sources)
    assert told == (Label.REFUTED, Basis.ALIGNED, 0.7, 2)
    nothing = sample(decide(CLAIM, [], DAY), true=True, changed=False)
    assert (nothing.basis, nothing.sources) == (None, 0)


def test_a_claim_is_about_its_value_or_all_that_it_says() -> None:
    there, elsewhere = Span(start=14, end=15), Span(start=4, end=8)
    assert is_about(CLAIM, there)
    assert not is_about(CLAIM, elsewhere)
    said_of = Assertion(form=Form.MAIN, parts=(Span(start=0, end=21),), wording="")
    claim = CLAIM.model_copy(update={"assertion": said_of})
    assert is_about(claim, elsewhere)  # this one has no value
    assert is_about(claim, elsewhere, anywhere=True)


def test_the_error_is_of_verdicts_on_values_that_were_changed_or_not_yet() -> None:
    samples = [*some(18, true=False), *some(2, true=True), *some(50, true=True, changed=False)]
    found = calibrated(samples)
    assert found is not None
    assert found.error.n == 20
    assert found.error.value == pytest.approx(0)
    assert calibrated(some(3, true=True, changed=False)) is None


def test_rows_rise_with_strength_and_small_ones_join() -> None:
    weak = [*some(10, true=False, strength=0.5), *some(10, true=True, strength=0.5)]
    strong = [*some(19, true=False, strength=0.9), *some(1, true=True, strength=0.9)]
    worse = some(20, true=True, strength=0.99)
    told = [(r.strength, r.right, r.verdicts) for r in rising(Label.REFUTED, Basis.NAMED, 1, weak)]
    assert told == [(0.0, 10, 20)]
    rows = rising(Label.REFUTED, Basis.NAMED, 1, [*weak, *strong])
    assert [(r.strength, r.right) for r in rows] == [(0.0, 10), (0.85, 19)]
    rows = rising(Label.REFUTED, Basis.NAMED, 1, [*weak, *strong, *worse])
    assert [(r.strength, r.right, r.verdicts) for r in rows] == [(0.0, 29, 60)]
    assert rising(Label.REFUTED, Basis.NAMED, 1, some(3, true=False)) == []


def test_alarms_are_the_true_claims_that_are_refuted() -> None:
    samples = [
        *some(18, true=False),
        *some(2, true=True),
        *some(30, true=True, label=Label.SUPPORTED, changed=False),
        *some(5, true=True, kind=Kind.DATE, changed=False, label=Label.NOT_ENOUGH_EVIDENCE),
        *some(9, true=True, kind=Kind.EVENT, changed=False, label=Label.NOT_CHECKED),
    ]
    tables = fit(samples, ["some"])
    (row,) = tables.confidence
    assert (row.right, row.verdicts, row.confidence) == (18, 20, 0.864)
    assert [(a.kind, a.claims, a.refuted) for a in tables.alarms] == [
        (Kind.COUNT, 32, (0.864, 0.864)),
        (Kind.DATE, 5, ()),
    ]


def test_the_calibration_of_a_file_is_by_tables_fitted_without_it() -> None:
    files = {"one": [*some(90, true=False), *some(10, true=True)], "two": some(5, true=True)}
    found = cross_calibration(files, "one")
    assert found is not None
    assert found.error.n == 100
    assert 0 <= found.error.value < 0.1
