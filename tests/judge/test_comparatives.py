# ruff: noqa: E501 - a case is one line
"""Comparatives beside one source: what is the same, what contradicts, and what must not."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.judge.test_align import DAY, on_values
from tests.judge.test_compare import only
from verify.claims import read_claims
from verify.judge import Context, judge
from verify.judge.compare import compare
from verify.records import Comparative, Hit, Label, Passage

# draft | source | verdict
JUDGED = """
Norway is larger than Finland. | Norway is bigger than Finland. | supported
Norway is larger than Finland. | Finland is smaller than Norway. | supported
Norway is larger than Finland. | Norway is smaller than Finland. | refuted
Norway is larger than Finland. | Finland is larger than Norway. | refuted
Norway’s economy is larger than Finland’s. | Norway’s economy is smaller than that of Finland. | refuted
The mast of the Orla is as tall as the Elsnes spire. | The mast of the Orla is as tall as the Elsnes spire. | supported
The Elsnes bridge is less expensive than the Berrow tunnel. | The Elsnes bridge was cheaper than the Berrow tunnel. | supported
The Elsnes bridge is less expensive than the Berrow tunnel. | The Elsnes bridge was more expensive than the Berrow tunnel. | refuted
The Elsnes bridge is less expensive than the Berrow tunnel. | The Berrow tunnel was more expensive than the Elsnes bridge. | supported
The Berrow mine produces more copper than the Elsnes pit. | The Berrow mine produces less copper than the Elsnes pit. | refuted
The Berrow mine produces more copper than the Elsnes pit. | The Elsnes pit produces more copper than the Berrow mine. | refuted
Holt Mining’s output was higher than in 2023. | Holt Mining’s output was lower than in 2023. | refuted
Ann Bell is older than Ben Hart. | Ben Hart is younger than Ann Bell. | supported
Ann Bell is older than Ben Hart. | Ann Bell is younger than Ben Hart. | refuted
Norway has a larger population than Finland. | Norway has a smaller population than Finland. | refuted
Norway has a larger population than Finland. | Norway is larger in population than Finland. | supported
The bridge is longer than the tunnel. | The bridge is shorter than the tunnel. | refuted
The old stone bridge at the mouth of the river is longer than the new road tunnel. | The old stone bridge at the mouth of the river is longer than the new road tunnel, Ann Bell said. | supported
The old stone bridge at the mouth of the river is longer than the new road tunnel. | The old stone bridge at the mouth of the river is shorter than the new road tunnel. | refuted
"""

# what tells the two apart | draft | source
TRAPS = """
another to compare with | Norway is larger than Finland. | Norway is smaller than Sweden.
another subject | Norway is larger than Finland. | Denmark is smaller than Finland.
another quality | Norway is larger than Finland. | Norway is warmer than Finland.
another thing of it | Norway is larger than Finland. | Norway has a smaller population than Finland.
another respect | Norway is larger than Finland. | In population, Norway is smaller than Finland.
another part | Norway’s economy is larger than Finland’s. | Norway’s army is smaller than Finland’s.
another part | The eastern coast of Norway is longer than that of Finland. | The western coast of Norway is shorter than that of Finland.
another tunnel | The Elsnes bridge is longer than the old tunnel. | The Elsnes bridge is shorter than the new tunnel.
exchanged, another tunnel | The bridge is longer than the old tunnel. | The new tunnel is longer than the bridge.
about as large | Norway is larger than Finland. | Norway is as large as Finland.
denied | Norway is larger than Finland. | Norway is not smaller than Finland.
supposed | Norway is larger than Finland. | Norway may be smaller than Finland.
another act | The Berrow mine produces more copper than the Elsnes pit. | The Berrow mine exports less copper than the Elsnes pit.
another metal | The Berrow mine produces more copper than the Elsnes pit. | The Berrow mine produces less zinc than the Elsnes pit.
another year each time | Holt Mining’s output was higher than last year. | Holt Mining’s output was lower than last year.
another year | Holt Mining’s output was higher than in 2023. | Holt Mining’s output was lower than in 2021.
measured in another year | In 2024 Holt Mining’s output was higher than in 2021. | In 2022 Holt Mining’s output was lower than in 2021.
long ago | Norway is richer than Finland. | In 1930 Norway was poorer than Finland.
turned round in a long sentence | The old stone bridge at the mouth of the river is longer than the new road tunnel. | The new road tunnel is shorter than the old stone bridge at the mouth of the river.
"""


@pytest.mark.parametrize("row", JUDGED.strip().splitlines())
def test_judged(row: str) -> None:
    draft, source, label = (part.strip() for part in row.split("|"))
    (verdict,) = on_values(draft, source)
    assert isinstance(verdict.claim.value, Comparative)
    assert verdict.label == label
    assert verdict.rule == ("comparative.mismatch" if label == "refuted" else "")
    (evidence,) = verdict.evidence
    assert evidence.comparison is not None
    assert verdict.cause == evidence.comparison.reason


@pytest.mark.parametrize("row", TRAPS.strip().splitlines())
def test_trap(row: str) -> None:
    _, draft, source = (part.strip() for part in row.split("|"))
    (verdict,) = on_values(draft, source)
    assert isinstance(verdict.claim.value, Comparative)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("Norway is smaller than Finland.",
         "the draft says larger than Finland, the source says smaller than Finland"),
        ("Norway is bigger than Finland.",
         "the draft says larger than Finland, the source says bigger than Finland: the same"),
        ("Finland is larger than Norway.",
         "the draft says larger than Finland, of Finland the source says larger than Norway"),
        ("Norway is as large as Finland.",
         "the draft says larger than Finland, the source says as large as Finland: about the same"),
    ],
)  # fmt: skip
def test_reason(source: str, reason: str) -> None:
    found = compare(only("Norway is larger than Finland."), only(source))
    assert found is not None
    assert found.reason == reason


@pytest.mark.parametrize(
    ("published", "label"), [("2025-06-20", Label.REFUTED), ("2024-06-20", "not_enough_evidence")]
)
def test_higher_than_in_a_year_is_said_of_the_days_of_its_text(published: str, label: str) -> None:
    (claim,) = read_claims("Holt Mining’s output was higher than in 2019.", DAY)
    passage = Passage(
        id=1,
        document="d/1",
        text="Holt Mining’s output was lower than in 2019.",
        published=dt.date.fromisoformat(published),
    )
    hit = Hit(passage=passage, score=1.0, similarity=0.6)
    assert judge(claim, [hit], Context(("Holt Mining",), (), DAY)).label == label
