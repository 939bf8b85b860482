"""Every rule has a page, and what the page shows is what happens."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.index import build_index, open_index
from verify.models import StanceModel, load_stance
from verify.records import Label
from verify.reports.findings import SEVERITIES, findings_of
from verify.rules import RULES
from verify.testing import HashingEmbedder

PAGES = Path(__file__).parents[1] / "docs" / "rules"
DAY = dt.date(2025, 6, 26)


class Example(NamedTuple):
    """A draft, the sentences of its sources, each with a date, and whether the rule fires."""

    draft: str
    sources: tuple[tuple[str, str], ...]
    fires: bool


def examples(rule: str) -> list[Example]:
    """The examples of a page, under "Fires" and "Stays silent"."""
    page = (PAGES / f"{rule}.md").read_text(encoding="utf-8")
    found = []
    for title, section in re.findall(
        r"^## (Fires|Stays silent)\n(.*?)(?=^## |\Z)", page, re.M | re.S
    ):
        for draft, sources in re.findall(
            r"^Draft:\n\n((?:> .*\n)+)(?:\nSources:\n\n((?:- .*\n(?:  .*\n)*)+))?", section, re.M
        ):
            text = " ".join(line.removeprefix("> ") for line in draft.splitlines())
            listed = re.findall(r"^- (\d{4}-\d\d-\d\d|undated): (.*(?:\n  .*)*)", sources, re.M)
            cited = tuple((date, " ".join(words.split())) for date, words in listed)
            found.append(Example(text, cited, title == "Fires"))
    return found


def fired(example: Example, folder: Path, stance: StanceModel | None) -> set[str]:
    corpus = folder / "sources.jsonl"
    rows = [
        {"id": f"s/{n}", "text": text, "publisher": f"Source {n}"}
        | ({} if date == "undated" else {"published": date})
        for n, (date, text) in enumerate(example.sources)
    ]
    rows.append({"id": "s/other", "text": "The ferry was painted white."})
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    embedder = HashingEmbedder(64)
    build_index([corpus], folder / "index", embedder)
    draft = draft_from_text(example.draft, as_of=DAY)
    with open_index(folder / "index", embedder) as index:
        report = Checker(index, stance=stance).check(draft)
    return {finding.rule for finding in findings_of(draft, report.verdicts)}


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    pages = {page.stem for page in PAGES.glob("*.md")} - {"README"}
    assert pages == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_page_says_what_the_rule_is(rule: str) -> None:
    page = (PAGES / f"{rule}.md").read_text(encoding="utf-8")
    lines = page.splitlines()
    assert lines[0] == f"# {rule}"
    assert lines[2] == RULES[rule].says
    assert f"Severity: {RULES[rule].severity.value}." in page
    assert {example.fires for example in examples(rule)} == {True, False}


@pytest.mark.parametrize("rule", RULES)
def test_what_a_page_shows_is_what_happens(rule: str, tmp_path: Path) -> None:
    for number, example in enumerate(examples(rule)):
        folder = tmp_path / str(number)
        folder.mkdir()
        # Plain statements are judged by the model alone, and not checked without one.
        stance = load_stance("fast") if rule.startswith("event.") else None
        assert (rule in fired(example, folder, stance)) == example.fires, example


def test_rules_weigh_as_their_verdicts_do() -> None:
    for rule in RULES.values():
        assert SEVERITIES[rule.label] is rule.severity
    assert {rule.label for rule in RULES.values()} == set(SEVERITIES)
    assert Label.SUPPORTED not in SEVERITIES
