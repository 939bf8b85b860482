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
from verify.rates import read_rate
from verify.records import Label, Probabilities
from verify.reports.findings import SEVERITIES, findings_of
from verify.rules import RULES
from verify.testing import FixedStance, HashingEmbedder

PAGES = Path(__file__).parents[1] / "docs" / "rules"
DAY = dt.date(2025, 6, 26)


_SOURCE = re.compile(
    r"^- (?P<date>\d{4}-\d\d-\d\d|undated)"
    r"(?: \((?P<stance>supports|refutes) (?P<share>0\.\d\d)\))?: (?P<text>.*(?:\n  .*)*)",
    re.M,
)


class Source(NamedTuple):
    """A source of one sentence with its date, and what a stance model is to read in it, if any."""

    date: str
    text: str
    reading: Probabilities | None


class Example(NamedTuple):
    """A draft, the sources it is checked against, and whether the rule fires."""

    draft: str
    sources: tuple[Source, ...]
    fires: bool
    most: float | None
    """The share of true claims that may be refuted, where the example says so."""


def examples(rule: str) -> list[Example]:
    """The examples of a page, under "Fires" and "Stays silent"."""
    page = (PAGES / f"{rule}.md").read_text(encoding="utf-8")
    found = []
    for title, section in re.findall(
        r"^## (Fires|Stays silent)\n(.*?)(?=^## |\Z)", page, re.M | re.S
    ):
        for most, draft, sources in re.findall(
            r"^Draft(?:, at most (\d+%) false alarms)?:\n\n((?:> .*\n)+)"
            r"(?:\nSources:\n\n((?:- .*\n(?:  .*\n)*)+))?",
            section,
            re.M,
        ):
            text = " ".join(line.removeprefix("> ") for line in draft.splitlines())
            listed = tuple(_source(match) for match in _SOURCE.finditer(sources))
            assert len(listed) == len(re.findall(r"^- ", sources, re.M)), sources
            share = read_rate(most) if most else None
            found.append(Example(text, listed, title == "Fires", share))
    return found


def _source(match: re.Match[str]) -> Source:
    reading = None
    if match["stance"]:
        share = float(match["share"])
        none = dict.fromkeys(("supports", "refutes", "neutral"), 0.0)
        reading = Probabilities(**none | {"neutral": 1 - share, match["stance"]: share})
    return Source(match["date"], " ".join(match["text"].split()), reading)


def fired(example: Example, folder: Path) -> set[str]:
    corpus = folder / "sources.jsonl"
    rows = [
        {"id": f"s/{n}", "text": source.text, "publisher": f"Source {n}"}
        | ({} if source.date == "undated" else {"published": source.date})
        for n, source in enumerate(example.sources)
    ]
    stance = FixedStance({s.text: s.reading for s in example.sources if s.reading})
    rows.append({"id": "s/other", "text": "The ferry was painted white."})
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    embedder = HashingEmbedder(64)
    build_index([corpus], folder / "index", embedder)
    draft = draft_from_text(example.draft, as_of=DAY)
    with open_index(folder / "index", embedder) as index:
        report = Checker(index, stance=stance, max_false_alarms=example.most).check(draft)
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
        assert (rule in fired(example, folder)) == example.fires, example


def test_rules_weigh_as_their_verdicts_do() -> None:
    for rule in RULES.values():
        assert SEVERITIES[rule.label] is rule.severity
    assert {rule.label for rule in RULES.values()} == set(SEVERITIES)
    assert Label.SUPPORTED not in SEVERITIES
