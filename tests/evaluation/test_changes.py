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
from verify.evaluation.rewritevalues import is_fixed, rewrite_value
from verify.evaluation.rewriting import GAP, rewrite

DONORS = Donors(
    people=("Mary Fallow", "Jon Thwaite"),
    countries=("Peru", "Chad"),
    lists=(("Corby", "Arden", "Thame"), ("Lowell", "Fallow", "Pike"), ("Harte", "Arden", "Pole")),
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
Wages fell for nine years. | duration: nine years, unit: nine years, comparative: fell
Arden was the first settlement of the coast. | ordinal: first, negation: was
Its mills are Kenya, Uganda and Niger. | list member: Kenya/Uganda/Niger, place: Niger
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
Wages fell to their lowest in nine years.
It was the worst harvest for over 20 years.
It grows within one to three weeks.
The town lost two thirds of its workers.
It has 45–65 species.
They grow to less than 6–10 m (20–33 ft).
It is 12 kg⋅m2 in all.
Mats of 3 × 12 metres lay there.
The road is over 12 km (8 miles) long.
"""
# Nothing of this kind is to be changed: the other would be as true, or no sentence.
UNTOUCHED = """
Wages were the highest since 1985. | date
Arden was one of the first towns of the coast. | ordinal
The first settlers came by sea. | ordinal
It fell in the second or third century. | ordinal
The mill was named after the river. | comparative
The rain fell as snow. | comparative
Prices were low this fall. | comparative
She went into higher education. | comparative
Shares of Bear, Lowell and Co were bought. | list member
Shares of Corby, Arden and Thame Agency were bought. | list member
He met <Corby, Arden and Thame> there. | list member
It runs to ports such as Corby, Arden and Thame. | list member
It is made in many towns, especially in Corby, Arden and Thame. | list member
It left the Kingdom of Corby, Arden, and Lowick. | list member
It joined the Pacific, Southern, and Atlantic oceans. | list member
After World War, Corby and Arden joined it. | list member
He sailed the Gulf of Mexico. | place
It was led by New York investor Ann Lowell. | name
The former President Juan Diego LOPÉZ came. | role
The film was produced by Lowell Bros. | name
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


@pytest.mark.parametrize("row", UNTOUCHED.strip().splitlines())
def test_what_is_left_alone(row: str) -> None:
    sentence, kind = (part.strip() for part in row.split("|"))
    assert not [one for one in changed(sentence) if one[0].value == kind]


def test_a_member_of_a_list_gives_way_to_its_like() -> None:
    for seed in range(20):
        (one,) = changed("The clubs are Arden, Lowick and Thame.", seed)
        assert one[2] == "Corby"
        (one,) = changed("It has mills in Kenya, Uganda and Niger.", seed)[-1:]
        assert one[2] in {"Peru", "Chad"}
    assert not changed("The ports are Ardén, Lowick and Thame.")


def test_names_that_may_stand_elsewhere() -> None:
    donors = find_donors("President Ann Lowell met the Chadian chairman, who lives in Peru.")
    assert donors == Donors(people=("Ann Lowell",), countries=("Peru",))
    assert find_donors("Corby, Arden and Thame.").lists == (("Corby", "Arden", "Thame"),)
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
2.5 mln dlr | 2.5 million dollar
20 pounds | 20 pounds
211 mln gallons | 211 million gallons
"""
# a sentence with its value in {} that must stand as it does there, or may be written otherwise
FIXED = """
It grows to {6 m} (20 ft). | fixed
It grows to 20 ft ({6 m}). | fixed
It grows to {6 m} (wild). | free
It costs 20 to {30 dlrs} a ton. | fixed
It costs {30 dlrs} a ton. | free
She won the {200 metres} at the Olympics. | fixed
The wall is {200 metres} long. | free
A {20 km} march began. | fixed
Iron is in group {8} of the table. | fixed
Iron has {8} forms. | free
It rained {more than} once. | fixed
It rained {more than} 20 days. | free
Rain {fell} as snow. | fixed
Prices {fell} 20 pct. | free
It ran from {June 20} to 28. | fixed
It ended on {June 20}. | free
"""
# None of it may lose its sense. A word that stays is one that would not be the same in other words.
SENTENCES = f"""
In May, the mill (founded in 1902) employed {GAP} people, which is fewer than before, the owner said. | The mill employed {GAP} people in May.
The mill, a large plant near Arden, makes {GAP} tons a week. | The mill makes {GAP} tons a week.
The mill made {GAP} tons of paper in June 1990. | In June 1990, the mill made {GAP} tons of paper.
On March 4 it sold 3 mln dlrs of paper to {GAP}. | On March 4 it sold $3 million of paper to {GAP}.
Four ships, which fired about 1,000 five-inch shells, sank {GAP} boats. | Four ships, which fired roughly 1,000 five-inch shells, sank {GAP} boats.
It ruled a realm, which had Kenya, Uganda, and {GAP} in it. | It ruled a realm, which had Kenya, Uganda, and {GAP} in it.
It has five seas, which are (by size) the Blue, Red, and {GAP}. | It has 5 seas, which are the Blue, Red, and {GAP}.
It harmed roads, the port of Arden, communications, and {GAP} farms. | It harmed roads, the port of Arden, communications, and {GAP} farms.
The loss rose from a previously reported {GAP} to 30. | The loss rose from an earlier reported {GAP} to 30.
They met over the next several weeks because of {GAP} fires. | They met over the next several weeks because of {GAP} fires.
The mill had to grow and increase as in 1986 by {GAP}. | The mill had to grow and increase as in 1986 by {GAP}.
It is the largest town of Lowick with {GAP} people in the city proper in 2024. | In 2024, it is the largest town of Lowick with {GAP} people in the city proper.
Lowell was the first to see it in 1722 and died in {GAP}. | Lowell was the first to see it in 1722 and died in {GAP}.
In 1861, the town joined the realm, but two years later {GAP} left it. | In 1861, the town joined the realm, but two years later {GAP} left it.
In 1861, {GAP} towns joined the realm. | In 1861, {GAP} towns joined the realm.
In the year ended October 31, 1985, it lost {GAP}. | In the year ended October 31, 1985, it lost {GAP}.
Ethnic Thames came from {GAP} towns in 1985. | Ethnic Thames came from {GAP} towns in 1985.
Traders came from {GAP} in the 2nd century A.D. | Traders came from {GAP} in the 2nd century A.D.
Arden Paper <ARD.L> bought <Thame Mills> for {GAP}. | Arden Paper acquired Thame Mills for {GAP}.
Arden (Pacific) Ltd (a mill) made {GAP} tons. | Arden (Pacific) Ltd made {GAP} tons.
It is less than 6–10 m (20–{GAP}) tall, and grows. | It is less than 6–10 m (20–{GAP}) tall, and grows.
It equals 1 kg⋅m2⋅s−3 or {GAP}. | It equals 1 kg⋅m2⋅s−3 or {GAP}.
She holds the record in the 100 metres and the 4 × 100 metres relay of {GAP}. | She holds the record in the 100 metres and the 4 × 100 metres relay of {GAP}.
The bank lent 150 mln to 200 mln dlrs to {GAP}. | The bank lent 150 million to 200 million dollars to {GAP}.
Rain fell as snow on {GAP} towns and was to become known as best known as rain. | Rain fell as snow on {GAP} towns and was to become known as best known as rain.
"""


@pytest.mark.parametrize("row", VALUES.strip().splitlines())
def test_a_value_in_other_words(row: str) -> None:
    value, other = (part.strip() for part in row.split("|"))
    assert rewrite_value(value) == other


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_a_sentence_in_other_words(row: str) -> None:
    sentence, other = (part.strip() for part in row.split("|"))
    assert rewrite(sentence) == other


def test_a_time_does_not_move_into_another_clause() -> None:
    """Where the value itself joins two clauses."""
    sentence = f"The isle was settled {GAP} the Dutch came in 1602."
    assert rewrite(sentence, "before") == sentence
    assert rewrite(sentence, "by 30 farmers, and") == sentence
    assert (
        rewrite(f"The isle had {GAP} farms in 1602.", "30") == f"In 1602, the isle had {GAP} farms."
    )


@pytest.mark.parametrize("row", FIXED.strip().splitlines())
def test_a_value_that_must_stand_as_it_is(row: str) -> None:
    sentence, wanted = (part.strip() for part in row.split("|"))
    start, end = sentence.index("{"), sentence.index("}") - 1
    text = sentence.replace("{", "").replace("}", "")
    assert is_fixed(text, start, end) is (wanted == "fixed")
