"""Dates: which days the words mean, and words that only look like a date."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import SLOW, any_text, quick
from verify.claims.dates import _RULES, Dated, find_dates
from verify.claims.spelling import fold

AS_OF = dt.date(2025, 6, 26)
"""A Thursday."""


def say(dated: Dated) -> str:
    """E.g. "2025-06-25..2025-06-26: 25-26 June"; a question mark where two readings fit."""
    start, end = dated.value.start, dated.value.end
    days = f"{start}" if start == end else f"{start}..{end}"
    return f"{days}{'' if dated.value.certain else '?'}: {dated.value.text}"


GIVEN = [
    # days
    ("on 24 June 2025", "2025-06-24: 24 June 2025"),
    ("on 24\u00a0June\u00a02025", "2025-06-24: 24\u00a0June\u00a02025"),
    ("on June 24, 2025, in Oslo", "2025-06-24: June 24, 2025"),
    ("on June 24 2025", "2025-06-24: June 24 2025"),
    ("the 24th of June, 2025", "2025-06-24: the 24th of June, 2025"),
    ("Jan 1st, 2025", "2025-01-01: Jan 1st, 2025"),
    ("Dec. 25, 2024.", "2024-12-25: Dec. 25, 2024"),
    ("Sept. 11, 2001", "2001-09-11: Sept. 11, 2001"),
    ("born 12 February 1809", "1809-02-12: 12 February 1809"),
    ("Tuesday, 24 June 2025", "2025-06-24: Tuesday, 24 June 2025"),
    ("Tuesday, June 24, 2025", "2025-06-24: Tuesday, June 24, 2025"),
    ("the Fourth of July, 1976", "1976-07-04: Fourth of July, 1976"),
    ("2025-06-24", "2025-06-24: 2025-06-24"),
    ("2025-06-24T09:30", "2025-06-24: 2025-06-24"),
    ("13/7/2025", "2025-07-13: 13/7/2025"),
    ("7/13/2025", "2025-07-13: 7/13/2025"),
    ("6/6/2025", "2025-06-06: 6/6/2025"),
    ("6/7/2025", "2025-06-07..2025-07-06?: 6/7/2025"),
    ("24.06.2025", "2025-06-24: 24.06.2025"),
    ("29 February 2024", "2024-02-29: 29 February 2024"),
    # several days
    ("25-26 June 2025", "2025-06-25..2025-06-26: 25-26 June 2025"),
    ("25 and 26 June 2025", "2025-06-25..2025-06-26: 25 and 26 June 2025"),
    ("25, 26 and 27 June 2025", "2025-06-25..2025-06-27: 25, 26 and 27 June 2025"),
    ("25 or 26 June 2025", "2025-06-25..2025-06-26?: 25 or 26 June 2025"),
    ("June 25–26, 2025", "2025-06-25..2025-06-26: June 25–26, 2025"),
    ("30 May to 2 June 2025", "2025-05-30..2025-06-02: 30 May to 2 June 2025"),
    ("30 May – 2 June 2025", "2025-05-30..2025-06-02: 30 May – 2 June 2025"),
    ("May 30 to June 2, 2025", "2025-05-30..2025-06-02: May 30 to June 2, 2025"),
    ("between 30 May and 2 June 2025", "2025-05-30..2025-06-02: 30 May and 2 June 2025"),
    ("on 30 May 2025 and 2 June 2025", "2025-05-30: 30 May 2025; 2025-06-02: 2 June 2025"),
    ("28 December to 3 January 2025", "2024-12-28..2025-01-03: 28 December to 3 January 2025"),
    # months
    ("in June 2025", "2025-06-01..2025-06-30: June 2025"),
    ("in February 2024", "2024-02-01..2024-02-29: February 2024"),
    ("in mid-June 2025", "2025-06-08..2025-06-23: mid-June 2025"),
    ("the end of June 2025", "2025-06-15..2025-06-30: end of June 2025"),
    ("January to March 2025", "2025-01-01..2025-03-31: January to March 2025"),
    ("November-January 2025", "2024-11-01..2025-01-31: November-January 2025"),
    ("the year to March 2025", "2024-04-01..2025-03-31: year to March 2025"),
    ("the three months to June 2025", "2025-04-01..2025-06-30: three months to June 2025"),
    ("the year ended 31 March 2025", "2024-04-01..2025-03-31: year ended 31 March 2025"),
    # years
    ("in 1998", "1998-01-01..1998-12-31: 1998"),
    ("the 2025 meeting", "2025-01-01..2025-12-31: 2025"),
    ("(1809–1882)", "1809-01-01..1882-12-31: 1809–1882"),
    ("the 2017-18 season", "2017-01-01..2018-12-31: 2017-18"),
    ("1999-00", "1999-01-01..2000-12-31: 1999-00"),
    ("in 1066,", "1066-01-01..1066-12-31: 1066"),
    ("in AD 79", "0079-01-01..0079-12-31: AD 79"),
    ("early 2024", "2024-01-01..2024-07-02: early 2024"),
    ("in late 2024", "2024-07-01..2024-12-31: late 2024"),
    ("the first half of 2025", "2025-01-01..2025-06-30: first half of 2025"),
    ("H2 2024", "2024-07-01..2024-12-31: H2 2024"),
    ("the first quarter of 2025", "2025-01-01..2025-03-31: first quarter of 2025"),
    ("1987 first-quarter profit", "1987-01-01..1987-03-31: 1987 first-quarter"),
    ("born June 9 , 1980", "1980-06-09: June 9 , 1980"),
    ("Q3 2024", "2024-07-01..2024-09-30: Q3 2024"),
    ("summer 2024", "2024-01-01..2024-12-31: summer 2024"),
    ("the winter of 1941-42", "1941-12-01..1942-02-28: winter of 1941-42"),
    ("fiscal 2024", "2023-01-01..2024-12-31?: fiscal 2024"),
    ("FY2024", "2023-01-01..2024-12-31?: FY2024"),
    ("FY24", "2023-01-01..2024-12-31?: FY24"),
    ("the 1990s", "1990-01-01..1999-12-31: the 1990s"),
    ("the early 1990s", "1990-01-01..1995-01-01: the early 1990s"),
    ("the 19th century", "1801-01-01..1900-12-31: 19th century"),
    ("the nineteenth century", "1801-01-01..1900-12-31: nineteenth century"),
]
FROM_THE_DAY = [
    ("on 24 June", "2025-06-24: 24 June"),
    ("on June 24th", "2025-06-24: June 24th"),
    ("Tuesday, 24 June", "2025-06-24: Tuesday, 24 June"),
    ("25 and 26 June", "2025-06-25..2025-06-26: 25 and 26 June"),
    ("30 May to 2 June", "2025-05-30..2025-06-02: 30 May to 2 June"),
    ("on 30 December", "2024-12-30: 30 December"),
    ("29 February", "2024-02-29: 29 February"),
    ("in May", "2025-05-01..2025-05-31: May"),
    ("mid-June", "2025-06-08..2025-06-23: mid-June"),
    ("in the year to March", "2024-04-01..2025-03-31: year to March"),
    ("in the second quarter", "2025-04-01..2025-06-30: second quarter"),
    ("the second half of last year", "2024-07-01..2024-12-31: second half of last year"),
    ("last year’s third quarter", "2024-07-01..2024-09-30: last year’s third quarter"),
    ("in May last year", "2024-05-01..2024-05-31: May last year"),
    ("on 24 May last year", "2024-05-24: 24 May last year"),
    ("since late last year", "2024-07-01..2024-12-31: late last year"),
    ("on the 24th,", "2025-06-24?: the 24th"),
    ("on Monday", "2025-06-23: Monday"),
    ("on Thursday", "2025-06-26: Thursday"),
    ("Friday’s meeting", "2025-06-20: Friday"),
    ("last Monday", "2025-06-23: last Monday"),
    ("last Thursday", "2025-06-19: last Thursday"),
    ("next Monday", "2025-06-30: next Monday"),
    ("this Friday", "2025-06-27: this Friday"),
    ("they will meet on Friday", "2025-06-27: Friday"),
    ("said on Friday that they will meet", "2025-06-20: Friday"),
    ("yesterday", "2025-06-25: yesterday"),
    ("the day before yesterday", "2025-06-24: the day before yesterday"),
    ("today and tomorrow", "2025-06-26: today; 2025-06-27: tomorrow"),
    ("last week", "2025-06-16..2025-06-22: last week"),
    ("next month", "2025-07-01..2025-07-31: next month"),
    ("last year", "2024-01-01..2024-12-31: last year"),
    ("earlier this year", "2025-01-01..2025-06-26: earlier this year"),
    ("last June", "2024-06-01..2024-06-30: last June"),
    ("last summer", "2024-06-01..2024-08-31: last summer"),
    ("last winter", "2024-12-01..2025-02-28: last winter"),
    ("two days ago", "2025-06-24: two days ago"),
    ("three weeks ago", "2025-06-02..2025-06-08: three weeks ago"),
    ("a year ago", "2024-06-01..2024-06-30: a year ago"),
    ("more than five years ago", "2020-01-01..2020-12-31?: five years ago"),
]
NO_DATES = [
    "31 June, 30 February 2025, 31 April",
    "29 February 2023",
    "you may 5 times a day go",
    "May said she would leave, Theresa May said",
    "by May’s cabinet",
    "they march on Rome, March on Washington",
    "the Sun said, he sat down, Sat there",
    "Minister Dong Jun 24",
    "2,000 people, 2000 people, about 1900 houses",
    "in 1,998 cases",
    "1500 metres, 1800 euros",
    "$2000, £1999",
    "at 2000 GMT",
    "No. 1984, room 2024, flight 1999, Windows 2000",
    "44 BC, 1500 BC, the 5th century BC",
    "the previous day, the next day, the following week",
    "the past two years, the last 12 months",
    "the last week of the war",
    "Monday to Friday",
    "every Sunday, Good Friday, Bloody Sunday",
    "the Sunday Times, Friday the 13th",
    "on Mondays",
    "USA Today",
    "in the second half",
    "the quarter-final, the first quarter-final",
    "5/6 of it, 24/7",
    "version 3.11.2",
    "the 90s",
    "he is 1.98 tall",
    "12-1998-3",
    "",
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_dates_with_a_year_need_no_day_to_count_from(text: str, expected: str) -> None:
    for as_of in (None, AS_OF, dt.date(1990, 1, 1)):
        assert "; ".join(say(d) for d in find_dates(text, as_of)) == expected


@pytest.mark.parametrize(("text", "expected"), FROM_THE_DAY)
def test_dates_counted_from_the_day_of_the_text(text: str, expected: str) -> None:
    assert "; ".join(say(d) for d in find_dates(text, AS_OF)) == expected
    assert find_dates(text, None) == ()


@pytest.mark.parametrize("text", NO_DATES)
def test_what_looks_like_a_date(text: str) -> None:
    assert [say(d) for d in find_dates(text, AS_OF)] == []


@pytest.mark.parametrize(
    ("text", "how"),
    [("24 June 2025", "given"), ("on Monday", "weekday"), ("yesterday", "relative")],
)
def test_how_a_date_is_told(text: str, how: str) -> None:
    (dated,) = find_dates(text, AS_OF)
    assert dated.how == how


_FORMATS = (
    "{d} {m} {y}",
    "{m} {d}, {y}",
    "{w}, {d} {m} {y}",
    "the {d}{th} of {m}, {y}",
    "{y}-{n:02}-{d:02}",
    "{a} {d}, {y}",
)


@given(
    st.dates(dt.date(1500, 1, 1), dt.date(2199, 12, 31)),
    st.sampled_from(_FORMATS),
    st.sampled_from(["{}", "On {}, it rained.", "({})", "It ended {}."]),
)
def test_a_date_is_read_back(date: dt.date, form: str, frame: str) -> None:
    th = "th" if 10 < date.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(date.day % 10, "th")
    words = form.format(
        d=date.day,
        m=f"{date:%B}",
        a=f"{date:%b}.",
        y=date.year,
        n=date.month,
        w=f"{date:%A}",
        th=th,
    )
    (found,) = find_dates(frame.format(words), None)
    assert (found.value.start, found.value.end, found.value.certain) == (date, date, True)
    assert found.value.text == words


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 181))
def test_a_date_without_a_year_is_the_nearest(as_of: dt.date, days: int) -> None:
    date = as_of - dt.timedelta(days=days)
    (found,) = find_dates(f"on {date.day} {date:%B}", as_of)
    assert found.value.start == date


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_a_weekday_is_the_last_one(as_of: dt.date) -> None:
    for back in range(7):
        date = as_of - dt.timedelta(days=back)
        (found,) = find_dates(f"on {date:%A}", as_of)
        assert found.value.start == date


@pytest.mark.parametrize("as_of", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("text", [text for text, _ in GIVEN + FROM_THE_DAY])
def test_the_calendar_has_ends(text: str, as_of: dt.date) -> None:
    for dated in find_dates(text, as_of):
        assert dated.value.start <= dated.value.end


@given(any_text)
def test_a_text_has_what_its_dates_need(text: str) -> None:
    for rule in _RULES:
        assert rule.needs.search(fold(text)) or not rule.pattern.search(text)


@given(any_text, st.none() | st.dates())
def test_spans_are_exact(text: str, as_of: dt.date | None) -> None:
    end = 0
    for dated in find_dates(text, as_of):
        assert end <= dated.start < dated.end <= len(text)
        assert dated.value.text == text[dated.start : dated.end]
        assert dated.value.start <= dated.value.end
        end = dated.end


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_a_hostile_text_takes_no_longer(text: str) -> None:
    assert quick(lambda some: find_dates(some, AS_OF), text)
