"""Figures of which no reading tells what they are."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import each_claim, find_claims, read_figures
from verify.drafts import draft_from_text
from verify.records import Claim, Kind, Ordinal, Quantity, When

DAY = dt.date(2025, 6, 26)
# sentence | kind: figure ; ...
FIGURES = """
The port handled 529 million tonnes of cargo in 1985. | date: 1985
Great Western opened nine branches in 1986 and three in May. | date: 1986; quantity: three
The economy grew by 5.3 per cent, up from 4.1 per cent in 2022. | date: 2022
The death toll rose from a previously reported 85. | quantity: 85
Shares outstanding rose to 39 million from 27.8 million. | quantity: 27.8 million
Pong was built in 1972 as one of the first such games. | ordinal: first
Orlia became independent in 1960 and took in three provinces in 1963. | date: 1963
"""
# What is read as a value is no bare figure, nor is what belongs to a name or stands in a quotation.
NONE = """
The tunnel is 57 kilometres long and cost 12 billion francs.
The bridge opened on 4 May 2012.
The Group of Seven met in Torva.
One of them left.
“We sold 40 of them in 1998,” she said.
Half of the members left last year.
"""


def figures(text: str) -> list[Claim]:
    return list(find_claims(draft_from_text(text, as_of=DAY)).figures)


@pytest.mark.parametrize("row", FIGURES.strip().splitlines())
def test_figures_without_a_reading(row: str) -> None:
    text, wanted = row.split(" | ")
    found = figures(text)
    assert [f"{f.kind.value}: {f.text}" for f in found] == wanted.split("; ")
    assert all(f.span.of(text) == f.text and f.bare for f in found)


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_read_named_or_quoted_is_none(text: str) -> None:
    assert figures(text) == []


def test_each_has_its_value() -> None:
    year, number = figures("Great Western opened nine branches in 1986 and three in May.")
    assert isinstance(year.value, When)
    assert (year.value.start, year.value.end) == (dt.date(1986, 1, 1), dt.date(1986, 12, 31))
    assert isinstance(number.value, Quantity)
    assert (int(number.value.low), number.value.unit, number.kind) == (3, "", Kind.QUANTITY)
    (rank,) = figures("Pong was built in 1972 as one of the first such games.")
    assert isinstance(rank.value, Ordinal)
    assert rank.value.rank == 1


def test_they_are_no_claims() -> None:
    draft = draft_from_text("The port handled 529 million tonnes in 1985.", as_of=DAY)
    found = find_claims(draft)
    assert [f.id for f in found.figures] == ["f1"]
    assert all(not claim.bare for claim in found.claims)
    assert tuple(each_claim(draft)) == found.claims


def test_a_source_is_read_the_same_way() -> None:
    (figure,) = read_figures("The port handled 529 million tonnes of cargo in 1985.", DAY)
    assert (figure.kind, figure.text) == (Kind.DATE, "1985")
