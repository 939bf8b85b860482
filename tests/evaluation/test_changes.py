"""What can be changed in a sentence, to what, and how a sentence is said otherwise."""

# ruff: noqa: E501, S311 - a case is one line; seeds are no secrets

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.evaluation.changes import Donors, find_changes, find_donors
from verify.evaluation.figures import ChangeKind
from verify.evaluation.othervalues import APART, other_number, other_rank, other_share, other_year
from verify.evaluation.rewriting import GAP, rewrite, rewrite_value

DONORS = Donors(
    people=("Mary Fallow", "Jon Thwaite"),
    countries=("Peru", "Chad"),
    members=("Corby", "Port Arden"),
)

# sentence | kind: what is changed, ...
FOUND = """
The firm paid $3.4 million for it. | money: $3.4 million, scale word: $3.4 million
The firm paid 3.4 mln dlrs for it. | money: 3.4 mln dlrs, scale word: 3.4 mln dlrs
Sales rose 12 pct in June. | percentage: 12 pct, comparative: rose
The river is 220 km long. | number: 220 km, unit: 220 km
The strike lasted three weeks. | duration: three weeks, unit: three weeks
The band has recorded seven albums. | count: seven, negation: has
The bridge opened on 4 May 1931. | date: 4 May 1931
The bridge was opened in 1931. | date: 1931, negation: was
Ministers met on Tuesday. | weekday: Tuesday
Arden is the third port of the coast. | ordinal: third, negation: is
President Ann Lowell signed the bill. | role: Ann Lowell
The bill was signed by Ann Lowell, president of the league. | role: Ann Lowell, negation: was
The opera was composed by Ann Lowell. | name: Ann Lowell, negation: was
The line runs through Kenya to Uganda. | place: Uganda
The clubs are Wexmouth, Arden, Lowick and Thame. | list member: Wexmouth/Arden/Lowick/Thame
The village lies below the dam. | comparative: below
"""
# No number of these is to be changed: another would be as true, or it counts nothing.
LEFT = """
More than 500 boats took part.
It has up to 12 rooms.
Prices rose to nine or ten cents.
Between 10 and 20 boats took part.
Trains stop at Platform No. 5 there.
The fund pays May 5 dividends.
It sells the 747-400 jets.
"""


def changed(sentence: str, seed: int = 0) -> list[tuple[ChangeKind, str, str]]:
    found = find_changes(sentence, DONORS, random.Random(seed), 2026)
    return [(c.kind, sentence[c.start : c.end], c.changed) for c in found]


@pytest.mark.parametrize("row", FOUND.strip().splitlines())
def test_what_can_be_changed(row: str) -> None:
    sentence, wanted = (part.strip() for part in row.split("|"))
    found = {kind.value: old for kind, old, _ in changed(sentence)}
    for one in wanted.split(", "):
        kind, old = one.split(": ")
        assert found.pop(kind) in old.split("/")
    assert not found


@pytest.mark.parametrize("sentence", LEFT.strip().splitlines())
def test_numbers_that_are_left_alone(sentence: str) -> None:
    numeric = {ChangeKind.COUNT, ChangeKind.MONEY, ChangeKind.NUMBER, ChangeKind.DURATION}
    assert not [one for one in changed(sentence) if one[0] in numeric]


def test_names_that_may_stand_elsewhere() -> None:
    donors = find_donors("President Ann Lowell met the Chadian chairman, who lives in Peru.")
    assert donors == Donors(people=("Ann Lowell",), countries=("Peru",))
    assert find_donors("It was led by Jon Thwaite.").people == ("Jon Thwaite",)
    assert find_donors("It was led by Thwaite Oil Corp.").people == ()


@given(st.decimals(min_value=1, max_value=10**9, places=2), st.integers(0, 10**6))
def test_another_number_is_no_rounding(value: Decimal, seed: int) -> None:
    written = f"{value:,.1f}"
    before = float(written.replace(",", ""))
    after = other_number(written, random.Random(seed))
    assert abs(float(after.replace(",", "")) - before) >= 0.99 * float(APART) * before
    assert after.partition(".")[2].isdigit() == written.partition(".")[2].isdigit()


@given(st.integers(0, 10**6))
def test_other_values_differ_and_keep_their_form(seed: int) -> None:
    chance = random.Random(seed)
    assert other_number("three", chance) in "two four five six seven".split()
    assert 2 <= int(other_number("4", chance)) <= 8
    assert float(other_share("64", chance)) <= 100
    assert int(other_year("1990", chance, 1990)) < 1990
    assert other_rank("second", chance) in "first third fourth fifth".split()
    assert other_rank("21st", chance) in "17th 18th 19th 20th 22nd 23rd 24th 25th".split()


# value | in other words
VALUES = """
3.4 mln dlrs | $3.4 million
12 pct | 12%
12% | 12 percent
three weeks | 3 weeks
4 weeks | four weeks
220 km | 137 miles
137 miles | 220 km
second | 2nd
tenth | 10th
June 30, 1987 | 30 June 1987
30 June | June 30
more than | over
2,400,000 | 2.4 million
Ann Lowell | Ann Lowell
1931 | 1931
"""
SENTENCES = f"""
In May, the mill (founded in 1902) employed {GAP} people, which is fewer than before, the owner said. | The mill employed {GAP} people in May.
The mill, a large plant near Arden, makes {GAP} tons a week. | The mill makes {GAP} tons a week.
The mill made {GAP} tons of paper in June 1990. | In June 1990, the mill made {GAP} tons of paper.
On March 4 it sold 3 mln dlrs of paper to {GAP}. | On March 4 it sold $3 million of paper to {GAP}.
"""


@pytest.mark.parametrize("row", VALUES.strip().splitlines())
def test_a_value_in_other_words(row: str) -> None:
    value, other = (part.strip() for part in row.split("|"))
    assert rewrite_value(value) == other


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_a_sentence_in_other_words(row: str) -> None:
    sentence, other = (part.strip() for part in row.split("|"))
    assert rewrite(sentence, random.Random(2)) == other
