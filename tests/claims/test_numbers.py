"""Numbers: how they are written, hedged and ranged, and what only looks like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import SLOW, any_text, quick
from verify.claims.numbers import Number, find_numbers
from verify.records import Hedge

_SIGNS = {
    Hedge.EXACT: "", Hedge.ABOUT: "~", Hedge.AT_LEAST: ">=", Hedge.MORE_THAN: ">",
    Hedge.AT_MOST: "<=", Hedge.LESS_THAN: "<",
}  # fmt: skip


def plain(value: Decimal) -> str:
    """The shortest way to write it in figures."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def say(number: Number) -> str:
    low, high = plain(number.low), plain(number.high)
    return _SIGNS[number.hedge] + (low if low == high else f"{low}..{high}")


WRITTEN = [
    # in figures
    ("7 ships", "7"),
    ("1,648,195 residents", "1648195"),
    ("1\u00a0648\u00a0195 residents", "1648195"),
    ("12,34,56,789 voters", "123456789"),
    ("3.25 runs", "3.25"),
    ("0.5 points", "0.5"),
    ("2½ hours", "2.5"),
    ("£3.4m.", "3400000"),
    ("3.4bn barrels", "3400000000"),
    ("4 billion tonnes", "4000000000"),
    ("250k downloads", "250000"),
    ("1.5 crore voters", "15000000"),
    ("2 lakh crore rupees", "2000000000000"),
    ("30 mln bushels", "30000000"),
    ("$1.2 trillion", "1200000000000"),
    ("\u22125 degrees", "-5"),
    ("minus 5 degrees", "-5"),
    # in words
    ("twenty-two ministers", "22"),
    ("thirty one people", "31"),
    ("two hundred and fifty-six children", "256"),
    ("a hundred homes", "100"),
    ("one million people", "1000000"),
    ("fifteen hundred troops", "1500"),
    ("five lakh voters", "500000"),
    ("two and a half million", "2500000"),
    ("half a million", "500000"),
    ("half a dozen", "6"),
    ("a dozen eggs", "12"),
    ("two dozen soldiers", "24"),
    ("three-quarters of voters", "0.75"),
    ("a third of voters", "0.3333"),
    # ranges
    ("between 10 and 12 people", "10..12"),
    ("10-12%", "10..12"),
    ("10 to 12 days", "10..12"),
    ("10–12 days", "10..12"),
    ("five to ten people", "5..10"),
    ("two or three ships", "2..3"),
    ("a 10-to-15-year sentence", "10..15"),
    ("3 to 4 million people", "3000000..4000000"),
    ("$10-$12 million", "10000000..12000000"),
    ("£1.5-2bn", "1500000000..2000000000"),
    # two values, no range
    ("rose from 5 to 7", "5 7"),
    ("rose 5 to 120", "5 120"),
    ("10 and 12 members", "10 12"),
    ("ten and twelve members", "10 12"),
    ("12 to 10", "12 10"),
    ("2 or 30 people", "2 30"),
    # hedges
    ("about 400", "~400"),
    ("nearly a dozen", "~12"),
    ("just over 400", "~400"),
    ("an estimated 2,000", "~2000"),
    ("~400", "~400"),
    ("at least 30", ">=30"),
    ("no fewer than 30", ">=30"),
    ("50 or more", ">=50"),
    ("50+ people", ">=50"),
    ("500-plus guests", ">=500"),
    ("two hundred or so", "~200"),
    ("more than $30 million", ">30000000"),
    ("over 30", ">30"),
    ("up to 30", "<=30"),
    ("no more than 30", "<=30"),
    ("fewer than 30", "<30"),
    ("under £30", "<30"),
]
NO_NUMBERS = [
    "the 22nd edition",
    "the twenty-second edition",
    "the two hundred and first",
    "hundreds of thousands of people",
    "dozens of people, tens of thousands of homes",
    "a few hundred people, several thousand more",
    "COVID-19 and H5N1",
    "an F-16, a B52, the G20",
    "24/7 and 9/11",
    "6/7/2025",
    "2025-06-24",
    "at 9 a.m., 9.30pm or 9 am",
    "at 9:30, 18:00 and 18:00:05",
    "at 1800 GMT",
    "at 9 o’clock",
    "won 3-1, a 2-0 win, lost 1-3 at home",
    "the court ruled 5-4",
    "call 020 7946 0958 or +44 20 7946 0958",
    "call (202) 555-0147 or 555-010-0147",
    "agent 007",
    "Python 3.11.2 on 192.168.1.1",
    "the 2017-18 season",
    "3M said",
    "",
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_numbers_are_read_as_written(text: str, expected: str) -> None:
    assert " ".join(say(number) for number in find_numbers(text)) == expected


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_looks_like_a_number(text: str) -> None:
    assert [text[n.start : n.end] for n in find_numbers(text)] == []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("3.4", "0.1"), ("3.40", "0.01"), ("10", "1"), ("120", "10"), ("1,200", "100"),
        ("3.4m", "100000"), ("3 million", "1000000"), ("2,504", "1"), ("two hundred", "100"),
        ("3 to 4 million", "1000000"), ("2½", "0.25"),
    ],
)  # fmt: skip
def test_the_step_of_the_last_digit(text: str, step: str) -> None:
    (number,) = find_numbers(text)
    assert number.precision == Decimal(step)


_ONES = ("", *"one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
         " fifteen sixteen seventeen eighteen nineteen".split())  # fmt: skip
_TENS = ("", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split())


def in_words(number: int, link: str = " and ", hyphen: str = "-") -> str:
    """A number below a million in English words, British or American."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        joint = (link if rest < 100 else " ") if rest else ""
        return f"{in_words(thousands, link, hyphen)} thousand{joint}{in_words(rest, link, hyphen)}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred{link if rest else ''}{in_words(rest, link, hyphen)}"
    if number >= 20:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (hyphen if ones else "") + _ONES[ones]
    return _ONES[number]


@given(
    st.integers(1, 999_999),
    st.sampled_from(["{}", "{} people", "the {}, who", "“{}”"]),
    st.sampled_from([" and ", " "]),
    st.sampled_from(["-", " "]),
)
def test_an_integer_is_read_back(number: int, frame: str, link: str, hyphen: str) -> None:
    written = [
        str(number),
        f"{number:,}",
        f"{number:,}".replace(",", "\u202f"),
        in_words(number, link, hyphen),
        in_words(number, link, hyphen).upper(),
    ]
    for words in written:
        text = frame.format(words)
        (found,) = find_numbers(text)
        assert found.low == found.high == number
        assert text[found.start : found.end] == words


@given(st.integers(0, 10**12), st.integers(1, 4))
def test_a_decimal_is_read_back(digits: int, places: int) -> None:
    number = Decimal(digits).scaleb(-places)
    (found,) = find_numbers(f"{number:f}")
    assert found.low == number
    (found,) = find_numbers(f"{number:,f} million")
    assert found.low == number * 10**6


@given(any_text)
def test_spans_are_in_order_and_in_the_text(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert number.hedge_start <= number.start
        assert number.low <= number.high
        assert number.precision >= 0
        end = number.end


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_a_hostile_text_takes_no_longer(text: str) -> None:
    assert quick(find_numbers, text)
