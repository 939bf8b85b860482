"""How sure a refutation must be for the false alarms that an editor will bear."""

from __future__ import annotations

import pytest

from tests.judge.test_policy import CLAIM, DAY, said
from verify import rules
from verify.judge import soften
from verify.judge.alarms import least_confidence, rate
from verify.judge.confidence import Alarms, Row, look_up, measured
from verify.judge.policy import decide
from verify.records import Basis, Kind, Label, Verdict

TABLE = (
    Alarms(kind=Kind.COUNT, claims=900, refuted=(0.5, 0.7, 0.7, 0.9)),
    Alarms(kind=Kind.MONEY, claims=100, refuted=()),
    Alarms(kind=Kind.DATE, claims=10, refuted=(0.9,)),
)


@pytest.mark.parametrize(
    ("kind", "most", "confidence", "stays"),
    [
        (Kind.COUNT, 1.0, 0.0, True),
        (Kind.COUNT, 0.01, 0.0, True),  # four of 900 are fewer than one in a hundred
        (Kind.COUNT, 0.004, 0.5, False),
        (Kind.COUNT, 0.004, 0.6, True),
        (Kind.COUNT, 0.002, 0.7, False),
        (Kind.COUNT, 0.002, 0.8, True),
        (Kind.COUNT, 0.0, 0.9, False),
        (Kind.COUNT, 0.0, 0.91, True),
        (Kind.MONEY, 0.003, 0.5, True),  # none was refuted, but of few: others are counted in
        (Kind.MONEY, 0.002, 0.5, False),
        (Kind.DATE, 0.01, 0.9, False),  # one of ten
        (Kind.DATE, 0.02, 0.9, True),
        (Kind.ROLE, 0.01, 0.1, True),  # never measured: as all others
    ],
)
def test_what_a_rate_takes(kind: Kind, most: float, confidence: float, stays: bool) -> None:
    assert (confidence >= least_confidence(kind, most, TABLE)) is stays


def test_a_higher_rate_never_takes_more() -> None:
    for kind in Kind:
        needed = [least_confidence(kind, most / 1000, TABLE) for most in range(60)]
        assert needed == sorted(needed, reverse=True)
        assert all(rate(kind, one, TABLE) <= n / 1000 for n, one in enumerate(needed))


def refuted(confidence: float | None) -> Verdict:
    found = decide(CLAIM, [said("against")], DAY)
    return found.model_copy(update={"confidence": confidence})


def test_a_refutation_that_is_not_sure_enough_becomes_a_possible_conflict() -> None:
    before = refuted(0.0)
    after = soften(before, 0.0, TABLE)
    assert (after.label, after.rule) == (Label.NOT_ENOUGH_EVIDENCE, rules.POSSIBLE)
    assert after.evidence == before.evidence
    assert after.cause == f"possible conflict: {before.cause}"


def test_one_that_was_never_measured_stays_only_where_all_do() -> None:
    assert soften(refuted(None), None, TABLE) == refuted(None)
    assert soften(refuted(None), 0.99, TABLE).rule == rules.POSSIBLE


def test_nothing_else_is_softened() -> None:
    for found in (
        refuted(1.0),
        decide(CLAIM, [said("for")], DAY),
        decide(CLAIM, [said("for"), said("against", number=2)], DAY),
    ):
        assert soften(found, 0.0, TABLE) == found


ROWS = tuple(
    Row(label=Label.REFUTED, basis=Basis.NAMED, sources=s, strength=t, verdicts=98, right=r)
    for s, t, r in ((1, 0.0, 49), (1, 0.75, 79), (2, 0.0, 89))
)


@pytest.mark.parametrize(
    ("strength", "sources", "confidence"),
    [(0.5, 1, 0.5), (0.75, 1, 0.8), (0.9, 1, 0.8), (0.5, 2, 0.9), (0.9, 3, 0.9)],
)
def test_a_better_fit_and_more_sources_are_surer(
    strength: float, sources: int, confidence: float
) -> None:
    assert look_up(Label.REFUTED, Basis.NAMED, strength, sources, ROWS) == confidence


def test_what_was_not_measured_has_no_confidence() -> None:
    assert look_up(Label.REFUTED, Basis.READ, 0.9, 1, ROWS) is None
    assert look_up(Label.SUPPORTED, Basis.NAMED, 0.9, 1, ROWS) is None


def test_the_shipped_tables_are_whole() -> None:
    tables = measured()
    assert tables.made_of
    for row in tables.confidence:
        assert 0 <= row.right <= row.verdicts
        assert row.label in {Label.SUPPORTED, Label.REFUTED}
    known = {row.confidence for row in tables.confidence} | {0.0}
    for alarms in tables.alarms:
        assert len(alarms.refuted) <= alarms.claims
        assert set(alarms.refuted) <= known
