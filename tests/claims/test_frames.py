"""What a value is said of: subject, thing, period and sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from verify.claims import read_claims
from verify.records import Claim

DAY = dt.date(2025, 6, 26)


def value(sentence: str, text: str) -> Claim:
    """The claim of a sentence that has this text."""
    (claim,) = (c for c in read_claims(sentence, DAY) if c.text == text)
    return claim


# value in the sentence -> part of the frame -> what it holds
FRAMES = """
Iran has 31 provinces. | 31 provinces | subject | Iran
Iran has 31 provinces. | 31 provinces | head | province
Iran's 31 provinces voted. | 31 provinces | subject | Iran
The 10-member SCO met. | 10-member | subject | SCO
The 10-member SCO met. | 10-member | head | member
The 10-member SCO met. | 10-member | verb | meet
The tower is 300 metres tall. | 300 metres | head | height
The tower is 300 metres tall. | 300 metres | topic | tower
The area of Iran is 1,648,195 square kilometres. | 1,648,195 square kilometres | topic | area
The area of Iran is 1,648,195 square kilometres. | 1,648,195 square kilometres | subject | Iran
It had dammed the river 4 years earlier in 1929. | 4 years | head |
It had dammed the river two years later than planned. | two years | head |
Spending was 5% of GDP. | 5% | series | gdp
The group expects revenue of $4 billion. | $4 billion | head | revenue
The group expects revenue of $4 billion. | $4 billion | marks | planned
Revenue rose 5% in 2024. | 5% | marks | change up
Revenue fell by 5%. | 5% | marks | change down
Revenue rose from $3 billion to $4 billion. | $3 billion | marks | from
Revenue rose from $3 billion to $4 billion. | $4 billion | marks |
Iran does not have 31 provinces. | 31 provinces | marks | not
The population has grown since 1994. | 1994 | marks | since
Revenue was $4 billion. | $4 billion | marks |
"""


@pytest.mark.parametrize("row", FRAMES.strip().splitlines())
def test_frame(row: str) -> None:
    sentence, text, part, expected = (p.strip() for p in row.split("|"))
    held: Iterable[str] = getattr(value(sentence, text).frame, part)
    assert " ".join(held) == expected


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("In 2024, revenue was $4 billion.", 2024),
        ("Revenue was $4 billion in 2023.", 2023),
        ("Revenue was $4 billion.", None),
        ("Revenue has been $4 billion since 2019.", None),
    ],
)
def test_period(sentence: str, year: int | None) -> None:
    period = value(sentence, "$4 billion").frame.period
    assert (period and period.start.year) == year


def test_a_value_is_said_of_its_own_clause() -> None:
    sentence = "The war stopped on 24 June, and Mr Trump called it the 12 Day War."
    assert value(sentence, "24 June").frame.verb == ("stop",)
    assert value(sentence, "24 June").frame.topic == ("war",)


def test_a_relative_clause_is_said_of_what_it_describes() -> None:
    claim = value("Belarus, which has 6 regions, joined NATO's talks in May.", "6 regions")
    assert claim.frame.subject == ("Belarus",)
