"""Dates put into words, shortest first: 26 June 2025, June 2025, early 2024, from 2010 to 2014."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from verify.claims import periods
from verify.claims.periods import Period
from verify.records import When

_ORDINALS = ("first", "second", "third", "fourth")


def say_when(when: When) -> str:
    """The days in words, for after "in" or "on", as the case may be."""
    if not when.certain:
        return _uncertain(when)
    if when.start == when.end:
        return _day(when.start)
    if when.throughout:
        whole = when.start.year, when.end.year
        if periods.years(*whole) == Period(when.start, when.end):
            return f"{whole[0]} to {whole[1]}"
        return f"{_day(when.start)} to {_day(when.end)}"
    for words, period in _named(when.start, when.end):
        if (period.start, period.end) == (when.start, when.end):
            return words
        for part in ("early", "mid", "late"):
            half = periods.part_of(period, part)
            if (half.start, half.end) == (when.start, when.end):
                return f"{part}-{words}" if part == "mid" else f"{part} {words}"
    return f"{_day(when.start)} and {_day(when.end)}"


def _named(start: dt.date, end: dt.date) -> Iterator[tuple[str, Period]]:
    """Stretches that have a name and could be or hold the days."""
    year, month = start.year, start.month
    yield f"{start:%B} {year}", periods.months(year, month, month)
    quarter = (month + 2) // 3
    yield f"{_ORDINALS[quarter - 1]} quarter of {year}", periods.quarter(year, quarter)
    if whole := periods.years(year, end.year):
        half = 1 if month <= 6 else 2
        yield (
            f"{_ORDINALS[half - 1]} half of {year}",
            periods.months(year, 6 * half - 5, 6 * half),
        )
        if year == end.year:
            yield f"{year}" if year >= 1000 else f"AD {year}", whole
    decade, century = year // 10 * 10, (year - 1) // 100 + 1
    if decade % 100 and (ten := periods.years(decade, decade + 9)):
        yield f"{decade}s", ten
    if hundred := periods.years(100 * century - 99, 100 * century):
        yield f"{century}th century" if century != 21 else "21st century", hundred


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _uncertain(when: When) -> str:
    """6/7/2025 for what can be read both ways, else 25 or 30 June 2025."""
    start, end = when.start, when.end
    if (start.month, start.day) == (end.day, end.month) and start.year == end.year:
        return f"{start.day}/{start.month}/{start.year}"
    if (start, end) == (dt.date(1900, 1, 1), dt.date(1999, 12, 31)):
        return "1900s"
    if periods.years(end.year - 1, end.year) == Period(start, end):
        return f"fiscal {end.year}"
    if (start.month, start.year) == (end.month, end.year):
        return f"{start.day} or {_day(end)}"
    return f"{_day(start)} or {_day(end)}"
