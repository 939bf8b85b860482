"""The four drafts of `examples/`, checked with the real models against their corpora."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sampledrafts import EXAMPLES, ROOT
from verify.checker import Checker
from verify.drafts import read_draft
from verify.index import open_index
from verify.models import load_embedder, load_stance, load_worth
from verify.records import Label, Report, Verdict

pytestmark = pytest.mark.real_model


def rows(name: str) -> list[dict[str, str]]:
    """What is expected of an example: phrase, verdict, and rule where it is refuted."""
    expected: list[dict[str, str]] = json.loads((ROOT / EXAMPLES[name][1]).read_text("utf-8"))
    return expected


@pytest.fixture(scope="session")
def reports(example_index: Callable[[str], Path]) -> dict[str, Report]:
    found = {}
    for name, (draft, _, corpus) in EXAMPLES.items():
        with open_index(example_index(corpus), load_embedder()) as index:
            checker = Checker(index, stance=load_stance(), worth=load_worth())
            found[name] = checker.check(read_draft(str(ROOT / draft)))
    return found


def over(report: Report, phrase: str) -> list[Verdict]:
    """The verdicts on claims that share a character with the phrase."""
    at = report.draft.text.index(phrase)
    end = at + len(phrase)
    return [v for v in report.verdicts if v.claim.span.start < end and at < v.claim.span.end]


@pytest.mark.parametrize(
    ("name", "row"),
    [pytest.param(n, r, id=f"{n}: {r['text']}") for n in EXAMPLES for r in rows(n)],
)
def test_example(reports: dict[str, Report], name: str, row: dict[str, str]) -> None:
    verdicts = over(reports[name], row["text"])
    labels = {v.label.value for v in verdicts}
    if row["verdict"] == "not_enough_evidence":
        assert not labels & {"supported", "refuted", "conflicting"}
        return
    assert row["verdict"] in labels
    if row.get("rule"):
        assert row["rule"] in {v.rule for v in verdicts}
    if row["verdict"] == "supported":
        assert "refuted" not in labels


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_false_alarm(reports: dict[str, Report], name: str) -> None:
    """Nothing is refuted but what was planted."""
    planted = [r["text"] for r in rows(name) if r["verdict"] in {"refuted", "conflicting"}]
    expected = {v.claim.id for phrase in planted for v in over(reports[name], phrase)}
    alarms = [v for v in reports[name].verdicts if v.label is Label.REFUTED]
    assert [v.claim.text for v in alarms if v.claim.id not in expected] == []


def test_every_refutation_shows_its_evidence(reports: dict[str, Report]) -> None:
    for report in reports.values():
        for verdict in report.verdicts:
            if verdict.label in {Label.REFUTED, Label.SUPPORTED, Label.CONFLICTING}:
                top = verdict.evidence[0]
                assert top.span.of(top.passage.text) == top.sentence
                assert top.passage.publisher
                assert top.passage.url
