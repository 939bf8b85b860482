"""The whole way of a draft over a real index: right verdicts, and the same in every run."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.index import Index, build_index, open_index
from verify.records import Draft, Label, Report, Skip, Verdict
from verify.testing import HashingEmbedder

DAY = dt.date(2025, 6, 26)
FACTS = (
    ("The Shanghai Cooperation Organisation has 10 members.", "2025-06-26"),
    (
        "The Shanghai Cooperation Organisation was founded on 15 June 2001 in Shanghai.",
        "2025-06-25",
    ),
    ("Chinese Defence Minister Dong Jun chaired the meeting in Qingdao.", "2025-06-26"),
    ("Kenya gained independence on 12 December 1963.", "2020-01-01"),
    ("The Shanghai Cooperation Organisation has 11 members.", "2026-06-26"),
    ("The café in Zürich opened in 1911.", "2025-06-26"),
)
DRAFT = (
    "China's defence minister, Dong Jun, chaired the talks in Qingdao. "
    "The Shanghai Cooperation Organisation has nine members. "
    "The Shanghai Cooperation Organisation was founded on 15 June 2001. "
    "Kenya has 4,200 petrol stations. "
    "Was it worth it?"
)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """An index of FACTS, open."""
    corpus = tmp_path / "facts.jsonl"
    lines = [
        json.dumps(
            {
                "id": f"f/{number}",
                "text": text,
                "publisher": "Wire",
                "url": f"https://example.org/{number}",
                "published": published,
            }
        )
        for number, (text, published) in enumerate(FACTS)
    ]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    embedder = HashingEmbedder(64)
    build_index([corpus], tmp_path / "index", embedder)
    with open_index(tmp_path / "index", embedder) as opened:
        yield opened


@pytest.fixture
def draft() -> Draft:
    return draft_from_text(DRAFT, as_of=DAY)


@pytest.fixture
def report(index: Index, draft: Draft) -> Report:
    return Checker(index).check(draft)


def on(report: Report, phrase: str) -> Verdict:
    (verdict,) = (v for v in report.verdicts if phrase in v.claim.text)
    return verdict


@pytest.mark.parametrize(
    ("phrase", "label", "rule"),
    [
        ("Dong Jun", Label.SUPPORTED, ""),
        ("nine members", Label.REFUTED, "count.mismatch"),
        ("15 June 2001", Label.SUPPORTED, ""),
        ("4,200 petrol stations", Label.NOT_ENOUGH_EVIDENCE, ""),
    ],
)
def test_verdicts(report: Report, phrase: str, label: Label, rule: str) -> None:
    verdict = on(report, phrase)
    assert (verdict.label, verdict.rule) == (label, rule)


def test_every_claim_has_one_verdict_and_the_rest_is_skipped(report: Report) -> None:
    assert [v.claim.id for v in report.verdicts] == ["c1", "c2", "c3", "c4"]
    assert [(s.sentence.text, s.reason) for s in report.skipped] == [
        ("Was it worth it?", Skip.QUESTION)
    ]
    assert report.count(Label.SUPPORTED) == 2
    assert report.count(Label.CONFLICTING) == 0


def test_a_refutation_shows_its_source(report: Report) -> None:
    verdict = on(report, "nine members")
    best = verdict.evidence[0]
    assert verdict.cause == "the draft says nine members, the source says 10 members, 1 too few"
    assert best.sentence == FACTS[0][0]
    assert best.span.of(best.passage.text) == best.sentence
    assert (best.passage.publisher, best.passage.url) == ("Wire", "https://example.org/0")


def test_a_passage_of_next_year_is_marked_and_decides_nothing(report: Report) -> None:
    shown = on(report, "nine members").evidence
    assert [(e.sentence, e.later) for e in shown if e.sentence == FACTS[4][0]] == [
        (FACTS[4][0], True)
    ]


def test_seen_from_next_year_the_newer_count_is_the_one(index: Index) -> None:
    draft = draft_from_text(
        "The Shanghai Cooperation Organisation has 10 members.", as_of=dt.date(2026, 7, 1)
    )
    (verdict,) = Checker(index).check(draft).verdicts
    assert verdict.label is Label.REFUTED
    assert verdict.evidence[0].sentence == FACTS[4][0]


def test_two_runs_are_equal(index: Index, draft: Draft, report: Report) -> None:
    assert Checker(index).check(draft) == report


def test_progress_counts_the_claims(index: Index, draft: Draft) -> None:
    seen: list[tuple[str, int, int]] = []
    Checker(index).check(draft, lambda *step: seen.append(step))
    assert seen == [("judging", n, 4) for n in range(4)]


def test_a_draft_without_claims_has_an_empty_report(index: Index) -> None:
    report = Checker(index).check(draft_from_text("Was it worth it?", as_of=DAY))
    assert report.verdicts == ()
    assert len(report.skipped) == 1


def test_what_a_draft_contradicts_itself_needs_no_source(index: Index) -> None:
    text = (
        "The ferry hall in Elsnes burnt on Monday, 26 June 2025. The jury has 12 members: seven"
        " women and four men. The Shanghai Cooperation Organisation has nine members."
    )
    report = Checker(index).check(draft_from_text(text, as_of=DAY))
    found = {v.rule: v for v in report.verdicts if v.label in {Label.REFUTED, Label.CONFLICTING}}
    assert set(found) == {"date.weekday", "count.total", "count.mismatch"}
    assert found["date.weekday"].cause == "26 June 2025 is a Thursday, not a Monday"
    assert found["count.total"].label is Label.CONFLICTING
    assert found["count.mismatch"].evidence
