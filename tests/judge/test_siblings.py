"""Several values of one sort in one sentence: which of them a claim speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import read_claims
from verify.judge.siblings import singled_out

DAY = dt.date(2025, 6, 26)
REGIONS = "Halcyon sales grew 14% in Asia, 6% in North America and 3% in Europe."


def spoken_of(claim: str, source: str) -> list[str]:
    """The values of the source that the claim singles out."""
    (mine,) = read_claims(claim, DAY)
    statements = read_claims(source, DAY)
    return [s.text for s in statements if singled_out(mine, s, statements)]


@pytest.mark.parametrize(
    ("claim", "values"),
    [
        ("Halcyon sales grew 5% in Europe.", ["3%"]),
        ("Halcyon sales grew 5% in Asia.", ["14%"]),
        ("Halcyon sales grew 5%.", []),
        ("Halcyon sales grew 5% in Africa.", []),
    ],
)
def test_the_region_tells(claim: str, values: list[str]) -> None:
    assert spoken_of(claim, REGIONS) == values


def test_a_value_without_a_neighbour_is_singled_out() -> None:
    assert spoken_of("Halcyon sales grew 5%.", "Halcyon sales grew 6%.") == ["6%"]


def test_values_of_another_sort_are_no_neighbours() -> None:
    source = "Halcyon sales grew 6% to $5 million on 3 June."
    assert spoken_of("Halcyon sales grew 5%.", source) == ["6%", "$5 million", "3 June"]


def test_the_same_value_twice_is_one() -> None:
    source = "Sales grew 6% in Asia and 6% in Europe."
    assert spoken_of("Sales grew 5%.", source) == ["6%", "6%"]


def test_one_value_in_two_units_has_no_neighbour_in_itself() -> None:
    source = "The Orrin is 2,850 km (1,770 mi) long."
    assert spoken_of("The Orrin is 3,100 km long.", source) == ["2,850 km", "1,770 mi"]


def test_what_a_value_rose_from_is_no_neighbour_of_what_it_rose_to() -> None:
    source = "Net profit rose to $412m from $365m."
    assert "$412m" in spoken_of("Net profit climbed to $421m.", source)


def test_values_of_two_sentences_are_no_neighbours() -> None:
    source = "Sales grew 6% in Asia. Sales grew 3% in Europe."
    assert spoken_of("Sales grew 5%.", source) == ["6%", "3%"]
