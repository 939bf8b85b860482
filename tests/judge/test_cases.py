"""The tables of `cases/`: on each row a rule fires or stays silent, as an editor would have it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from verify.checker import Checker
from verify.claims.numbers import find_numbers
from verify.drafts import draft_from_text
from verify.records import (
    Comparison,
    Finding,
    Hit,
    Label,
    Passage,
    Probabilities,
    Report,
    StanceLabel,
)
from verify.reports.findings import decisive, findings_of
from verify.rules import AGE, LOCAL, OVERLAP, POINTS, POSSIBLE, RULES, TOTAL, UNCHECKED, WEEKDAY
from verify.testing import FixedStance

CASES = Path(__file__).parent / "cases"
DAY = dt.date(2025, 6, 26)
CLOSE = 0.7
"""The cosine that the bundled model gives to two wordings of one thing, give or take a tenth."""


class Source(NamedTuple):
    """A passage of one sentence: its day, and what a stance model is to read in it, if any."""

    published: dt.date | None
    text: str
    reading: Probabilities | None = None


class Case(NamedTuple):
    """One row: a draft, its sources, and the rules that an editor would see fire."""

    rule: str
    draft: str
    sources: tuple[Source, ...]
    expected: frozenset[str]
    known_wrong: bool
    why: str


class Shelf:
    """Answers every search with the same few passages, as close as the bundled model finds them."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._hits = tuple(
            Hit(
                passage=Passage(
                    id=number, document=f"s/{number}", text=one.text, published=one.published
                ),
                score=1.0,
                similarity=CLOSE,
            )
            for number, one in enumerate(sources, start=1)
        )

    def search_many(self, queries: Sequence[str], k: int) -> Sequence[tuple[Hit, ...]]:
        return [self._hits[:k] for _ in queries]


def cases(rule: str) -> tuple[Case, ...]:
    """The rows of a rule's table."""
    page = (CASES / f"{rule}.md").read_text(encoding="utf-8")
    _, _, *rows = (line for line in page.splitlines() if line.startswith("|"))
    return tuple(_case(rule, *re.split(r"\s\|\s", row.strip("| "))) for row in rows)


def _case(rule: str, expected: str, draft: str, *rest: str) -> Case:
    *sources, why = rest
    said = expected.removesuffix(" (known wrong)")
    fires = {"fires": [rule], "silent": []}.get(said, [said])
    listed = tuple(_source(s) for column in sources for s in column.split(" <br> ") if s)
    return Case(
        rule, draft.replace(" <br> ", "\n\n"), listed, frozenset(fires), said != expected, why
    )


_SOURCE = re.compile(
    r"(?:(?P<day>\d{4}-\d\d-\d\d)\s*)?"
    r"(?:\((?P<stance>supports|refutes) (?P<share>0\.\d\d)\))?:?\s*(?P<text>.*)"
)


def _source(written: str) -> Source:
    found = _SOURCE.fullmatch(written)
    assert found is not None
    reading = None
    if found["stance"]:
        share = float(found["share"])
        none = dict.fromkeys(("supports", "refutes", "neutral"), 0.0)
        reading = Probabilities(**none | {"neutral": 1 - share, found["stance"]: share})
    day = dt.date.fromisoformat(found["day"]) if found["day"] else None
    return Source(day, found["text"], reading)


@cache
def report(
    text: str, sources: tuple[Source, ...], as_of: dt.date = DAY, most: float | None = None
) -> Report:
    """A draft checked beside these sources, with at most a share of `most` false alarms."""
    stance = FixedStance({one.text: one.reading for one in sources if one.reading})
    checker = Checker(Shelf(sources), stance=stance, max_false_alarms=most)
    return checker.check(draft_from_text(text, as_of=as_of))


def checked(
    text: str, sources: tuple[Source, ...], as_of: dt.date = DAY, most: float | None = None
) -> tuple[Finding, ...]:
    """Everything found in it."""
    made = report(text, sources, as_of, most)
    return findings_of(made.draft, made.verdicts)


def seen(case: Case, text: str = "", day: dt.date = DAY) -> tuple[Finding, ...]:
    """What an editor would see: all but what is only not verified, unless the table is of that."""
    most = 0.0 if case.rule == POSSIBLE else None
    everything = checked(text or case.draft, case.sources, day, most)
    if case.rule.startswith("claim."):
        return tuple(f for f in everything if f.rule == case.rule)
    return tuple(f for f in everything if not f.rule.startswith("claim."))


def fired(case: Case) -> frozenset[str]:
    return frozenset(f.rule for f in seen(case))


def told(case: Case) -> str:
    """The row as it is shown where it fails."""
    sources = "".join(f"\n    {one.published or 'undated'}: {one.text}" for one in case.sources)
    fires = ", ".join(sorted(fired(case))) or "nothing"
    wanted = ", ".join(sorted(case.expected)) or "nothing"
    return f"{fires} fires, not {wanted} ({case.why})\n    draft: {case.draft}{sources}"


def test_every_rule_has_a_table() -> None:
    assert {page.stem for page in CASES.glob("*.md")} - {"README"} == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_table_is_long_and_half_of_it_traps(rule: str) -> None:
    rows = cases(rule)
    assert len(rows) >= 30
    assert 2 * sum(rule not in row.expected for row in rows) >= len(rows)
    assert len({(row.draft, row.sources) for row in rows}) == len(rows)
    assert all(row.expected <= RULES.keys() for row in rows)


def test_few_rows_are_known_to_be_wrong() -> None:
    rows = [row for rule in RULES for row in cases(rule)]
    assert sum(row.known_wrong for row in rows) * 10 <= len(rows)


@pytest.mark.parametrize("rule", RULES)
def test_each_row_is_as_an_editor_would_have_it(rule: str) -> None:
    rows = cases(rule)
    wrong = [told(row) for row in rows if not row.known_wrong and fired(row) != row.expected]
    assert not wrong, "\n".join(wrong)
    right = [row.draft for row in rows if row.known_wrong and fired(row) == row.expected]
    assert not right, f"no longer wrong, so take the mark away: {right}"


@pytest.mark.parametrize("rule", RULES)
def test_a_corrected_draft_is_silent(rule: str) -> None:
    """With the source's value put in, with the source's own words, with no second source, or with a
    model that reads it."""
    firing = [row for row in cases(rule) if rule in row.expected and not row.known_wrong]
    wrong = [
        f"{text} ({row.why})"
        for row in firing
        for text, sources, day in corrected(row)
        if rule in {f.rule for f in seen(row._replace(sources=sources), text, day)}
    ]
    assert not wrong, "\n".join(wrong)
    assert len(firing) >= 8


COMPARED = [r for r in RULES if r.endswith((".mismatch", ".conflict")) and r[:5] != "event"]
"""The rules by which two values stand side by side."""


@pytest.mark.parametrize("rule", [*COMPARED, AGE, LOCAL, OVERLAP])
def test_both_values_are_shown_with_the_difference(rule: str) -> None:
    shown = [(row, one) for row in cases(rule) for one in contradicting(row)]
    assert len(shown) >= 8
    for row, one in shown:
        assert one.claim_normalised, row
        assert one.source_normalised, row
        assert one.difference, row
        texts = [source.text for source in row.sources]
        assert one.source_span, row
        assert any(one.source_span.of(text) for text in texts), row


def contradicting(row: Case) -> Iterator[Comparison]:
    """The comparisons by which the rule of a row fires."""
    for verdict in report(row.draft, row.sources).verdicts:
        if verdict.rule == row.rule and verdict.label in {Label.REFUTED, Label.CONFLICTING}:
            for evidence in decisive(verdict):
                against = evidence.stance.label is StanceLabel.REFUTES
                if against and evidence.comparison:
                    yield evidence.comparison


def corrected(row: Case) -> Iterator[tuple[str, tuple[Source, ...], dt.date]]:
    """A row's draft with what is wrong put right, and what it is checked beside."""
    finding = next(f for f in seen(row) if f.rule == row.rule)
    put = finding.suggestion or _put_right(row, finding)
    if put:
        text = row.draft[: finding.span.start] + put + row.draft[finding.span.end :]
        yield text, row.sources, DAY
    if row.rule == UNCHECKED:
        silent = Probabilities(supports=0.0, refutes=0.0, neutral=1.0)
        yield row.draft, tuple(one._replace(reading=silent) for one in row.sources), DAY
    elif row.rule.endswith(".conflict"):
        yield row.draft, row.sources[:1], DAY
    elif row.sources:
        unread = tuple(one._replace(reading=None) for one in row.sources)
        for one in row.sources:
            yield one.text, unread, one.published or DAY


def _put_right(row: Case, finding: Finding) -> str:
    """The words of a finding with what the draft itself says elsewhere."""
    words = finding.span.of(row.draft)
    if row.rule.endswith(".twice"):
        (said,) = re.findall(r"here and (.+?) in “", finding.message)
        return str(said)
    if row.rule == WEEKDAY:
        ((actual, named),) = re.findall(r"is a (\w+), not a (\w+)", finding.message)
        short = named not in words
        return words.replace(named[:3], actual[:3]) if short else words.replace(named, actual)
    if row.rule == POINTS and not row.sources:
        (points,) = re.findall(r"is ([\d.]+) percentage points", finding.message)
        return f"{points} percentage points"
    if row.rule == TOTAL:
        (total,) = re.findall(r"= ([\d,]+)$", finding.message)
        (number,) = find_numbers(words)
        return words[: number.start] + str(total) + words[number.end :]
    return ""
