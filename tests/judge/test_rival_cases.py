"""The tables for rivals and quotations in `cases/`: on each row the rule fires or stays silent."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.records import Hit, Passage, Severity
from verify.reports.findings import findings_of

CASES = Path(__file__).parent / "cases"
RULES = ("first.rival", "only.rival", "most.rival", "quote.altered", "quote.misattributed")
DAY = dt.date(2025, 6, 26)


class Shelf:
    """Answers every search with the same few passages."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._hits = tuple(_hit(n, text) for n, text in enumerate(sources, start=1))

    def search_many(self, queries: Sequence[str], k: int) -> Sequence[tuple[Hit, ...]]:
        return [self._hits[:k] for _ in queries]


def _hit(number: int, text: str) -> Hit:
    dated = re.match(r"(\d{4}-\d\d-\d\d): ", text)
    passage = Passage(
        id=number,
        document=f"s/{number}",
        text=text[dated.end() :] if dated else text,
        published=dt.date.fromisoformat(dated[1]) if dated else None,
    )
    return Hit(passage=passage, score=1.0, similarity=0.7)


def rows(rule: str) -> list[list[str]]:
    page = (CASES / f"{rule}.md").read_text(encoding="utf-8")
    _, _, *lines = (line for line in page.splitlines() if line.startswith("|"))
    return [re.split(r"\s\|\s", line.strip("| ")) for line in lines]


@pytest.mark.parametrize(
    ("rule", "row"),
    [pytest.param(rule, row, id=f"{rule}: {row[-1]}") for rule in RULES for row in rows(rule)],
)
def test_case(rule: str, row: list[str]) -> None:
    expected, text, sources, _ = row
    draft = draft_from_text(text, as_of=DAY)
    report = Checker(Shelf(sources.split(" <br> "))).check(draft)
    found = {f.rule for f in findings_of(draft, report.verdicts) if f.severity is not Severity.INFO}
    assert found == ({rule} if expected == "fires" else set())


@pytest.mark.parametrize("rule", RULES)
def test_a_table_has_both_sorts_of_rows(rule: str) -> None:
    expected = [row[0] for row in rows(rule)]
    assert len(expected) >= 30
    assert min(expected.count("fires"), expected.count("silent")) >= 15
