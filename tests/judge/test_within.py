"""What a draft contradicts by itself; half of the cases are traps."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge.within import contradictions

DAY = dt.date(2025, 6, 26)


def found(text: str) -> list[str]:
    draft = draft_from_text(text, as_of=DAY)
    return [one.rule for one in contradictions(find_claims(draft).claims, DAY)]


def causes(text: str) -> list[str]:
    draft = draft_from_text(text, as_of=DAY)
    return [one.cause for one in contradictions(find_claims(draft).claims, DAY)]


@pytest.mark.parametrize(
    "text",
    [
        "The summit began on Friday, 26 June 2025.",
        "The summit began on Friday 26 June.",
        "The summit began on Tuesday, June 23.",
        "Holt was born on Sunday, 3 May 1971.",
        "The vote is on Wednesday, 1 July 2025.",
    ],
)
def test_a_weekday_that_is_not_the_dates(text: str) -> None:
    assert found(text) == ["date.weekday"]


@pytest.mark.parametrize(
    "text",
    [
        "The summit began on Thursday, 26 June 2025.",
        "The summit began on Monday, June 23.",
        "Holt was born on Monday, 3 May 1971.",
        "The summit ran from Friday to Sunday, 29 June 2025.",
        "The summit began on Friday.",
        "Bloody Sunday was remembered on 30 January 2025.",
        "The Sunday Times of 26 June 2025 printed it.",
        "On Friday 13 people were hurt.",
        "Black Friday 2024 was the busiest yet.",
    ],
)
def test_weekdays_that_are_right_or_no_part_of_the_date(text: str) -> None:
    assert found(text) == []


def test_the_right_weekday_is_told() -> None:
    assert causes("The summit began on Friday, 26 June 2025.") == [
        "26 June 2025 is a Thursday, not a Friday"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The crew of 12 sailors, 7 men and 6 women, was saved.",
        "The jury has 12 members: seven women and four men.",
        "The bloc has ten members (six from Asia, three from Europe).",
        "The fleet has 30 ships – 12 ferries, 10 tankers and 9 tugs.",
        "The council has 45 seats: 20 for Labour, 15 for the Greens and 11 for the Liberals.",
    ],
)
def test_parts_that_are_not_the_total(text: str) -> None:
    assert found(text) == ["count.total"]


@pytest.mark.parametrize(
    "text",
    [
        "The crew of 13 sailors, 7 men and 6 women, was saved.",
        "The jury has 12 members: eight women and four men.",
        "The bloc has ten members, six of them in Asia and five with a coast.",
        "The bloc has ten members, including six from Asia and three from Europe.",
        "The bloc has ten members, six from Asia and three with a coast.",
        "The fleet has 30 ships, 12 ferries among them and 10 tankers.",
        "The jury has 12 members, and 3 were absent.",
        "The firm has 300 staff, 12 shops and 4 vans.",
        "He scored 30 points, 12 rebounds and 4 assists.",
        "The house has 12 rooms: 3 bedrooms and 2 baths, and more besides.",
        "Some 12 sailors, 7 men and 6 women, were saved.",
        "In 2024 the firm had 12 shops: in Elsnes 7 and in Holm 6.",
    ],
)
def test_parts_that_are_the_total_or_not_all_of_it(text: str) -> None:
    assert found(text) == []


def test_the_sum_is_told() -> None:
    (cause,) = causes("The jury has 12 members: seven women and four men.")
    assert cause == "the draft says 12 members and counts 7 + 4 = 11"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "Fire kills 14 people in Elsnes hotel\n\nA fire killed 40 people in a hotel in Elsnes"
            " on Monday.",
            "count.twice",
        ),
        (
            "Elsnes paid 41 million euros for the ferry terminal. It opened in May. Elsnes paid 14"
            " million euros for the new ferry terminal.",
            "money.twice",
        ),
        (
            "The ferry carried 300 passengers to Holm on Monday. Nobody was hurt. The ferry to Holm"
            " carried 330 passengers.",
            "count.twice",
        ),
    ],
)
def test_one_figure_given_in_two_ways(text: str, rule: str) -> None:
    assert found(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Fire kills 14 people in Elsnes\n\nA fire killed 14 people in a hotel in Elsnes.",
        "The ferry carried 300 passengers to Holm in May. The ferry carried 330 passengers to Holm"
        " in June.",
        "Acme sold 300 ferries in Norway in 2024. Holt Group sold 200 ferries in Norway in 2024.",
        "The fire killed 14 people in Elsnes. A fire in Holm killed 40 people.",
        "The terminal cost 41 million euros. The terminal was to cost 30 million euros.",
        "The vaccine helped 83% of patients in the trial. In the trial the vaccine helped 88% of"
        " children.",
        "The town gave 3 million euros to schools in May. The town gave 5 million euros to"
        " hospitals in May.",
        "Sales rose 5 per cent in Asia. Sales rose 7 per cent in Europe.",
        "About 40 people were killed in the fire in Elsnes. The fire in Elsnes killed 38 people.",
        "Shr 55 cts vs 42 cts\n\nShr 23 cts vs 18 cts",
    ],
)
def test_figures_of_two_things(text: str) -> None:
    assert found(text) == []
