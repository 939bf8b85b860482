# ruff: noqa: E501 - a case is one line
"""Bare figures beside a source's sentence, and statements that lack a figure of the draft."""

from __future__ import annotations

import pytest

from tests.judge.finding import report

# draft | source | the bare figures with a verdict
TOLD = """
The port handled 529 million tonnes of cargo in 1975. | The port handled 529 million tonnes of cargo in 1985. | 1975 date.mismatch
The port handled 529 million tonnes of cargo in 1985. | The port handled 529 million tonnes of cargo in 1985. | 1985 supported
The bank opened nine branches in Fry's stores in 1986 and three earlier this year. | The bank opened nine branches in Fry's stores in 1986 and two earlier this year. | 1986 supported, three quantity.mismatch
The toll rose from a previously reported 58 as news of a third village came in. | The toll rose from a previously reported 85 as news of a third village came in. | 58 quantity.mismatch
The tower was built in 1962 as one of the fourth such works in Torva. | The tower was built in 1962 as one of the first such works in Torva. | fourth ordinal.mismatch
"""
# Nothing tells which figure of the source is meant, or its sentence is about another thing.
SILENT = """
The port handled 529 million tonnes of cargo in 1975. | Ports handled more cargo in 1985.
The port handled 529 million tonnes of cargo in 1975. | The port handled 617 million tonnes of grain and ore in 1985.
The bank opened nine branches in 1986 and three earlier this year. | The bank has two branches.
The toll rose from a previously reported 58. | Of the 85 wounded, most were flown to Torva.
The port of Elbia handled 529 million tonnes of cargo in 1975. | The port of Torva handled 529 million tonnes of cargo in 1985.
Torva's port handled 40 ships in 2024, up from 36 in 2019. | Torva's port handled 40 ships in 2024, up from 36 in 2019 and 31 in 2014.
"""


def told(draft: str, source: str) -> list[str]:
    """Each bare figure with the rule that fires, or its label."""
    verdicts = [v for v in report(draft, source).verdicts if v.claim.bare]
    return [f"{v.claim.text} {v.rule or v.label.value}" for v in verdicts]


@pytest.mark.parametrize("row", TOLD.strip().splitlines())
def test_a_figure_is_compared_where_the_source_has_its_sentence(row: str) -> None:
    draft, source, expected = row.split(" | ")
    assert told(draft, source) == expected.split(", ")


@pytest.mark.parametrize("row", SILENT.strip().splitlines())
def test_elsewhere_it_is_not_spoken_of_or_agrees(row: str) -> None:
    draft, source = row.split(" | ")
    assert not [one for one in told(draft, source) if not one.endswith(" supported")]


def test_the_rest_of_a_report_stays_as_it_is() -> None:
    draft = "The port handled 529 million tonnes of cargo in 1975."
    verdicts = report(draft, "The weather in Torva was fine.").verdicts
    assert [v.claim.bare for v in verdicts] == [False] * len(verdicts)


def test_verdicts_come_in_the_order_of_the_draft() -> None:
    draft = "The bank opened nine branches in Fry's stores in 1986 and three earlier this year."
    source = "The bank opened nine branches in Fry's stores in 1986 and two earlier this year."
    spans = [v.claim.span.start for v in report(draft, source).verdicts]
    assert spans == sorted(spans)


# draft | source | label of the statement without a typed value
STATEMENTS = """
The port handled 529 million gross tonnes of cargo in 1986, according to the latest available statistics from the harbour authority. | The port handled 529 million gross tonnes of cargo in 1987, according to the latest available statistics from the harbour authority. | not_checked
The port handled 529 million gross tonnes of cargo in 1986, according to the latest available statistics from the harbour authority. | The port handled 529 million gross tonnes of cargo in 1986, according to the latest available statistics from the harbour authority. | supported
Halden Oil said its reserves of oil and gas at the end of the year came to 211 million gallons equivalent. | Halden Oil said its reserves of oil and gas at the end of the year came to 211 million barrels equivalent. | not_checked
The board approved the sale of the ferries. | The board approved the sale of the ferries, which were not repaired. | supported
The board approved the sale of the ferries. | The board approved the sale of the ferries, the mayor denied. | not_checked
The harbour board stated that the ferries were sold to Elbia. | The harbour board said that the ferries were sold to Elbia. | supported
"""


@pytest.mark.parametrize("row", STATEMENTS.strip().splitlines())
def test_a_statement_is_said_only_with_its_figures(row: str) -> None:
    draft, source, label = row.split(" | ")
    events = [v for v in report(draft, source).verdicts if v.claim.kind == "event"]
    whole = max(events, key=lambda v: len(v.claim.text))
    assert whole.label.value == label
