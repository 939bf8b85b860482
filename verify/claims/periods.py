"""Stretches of days, and how months, quarters, weekdays and "last week" are counted into them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace

from verify.claims import lexicon

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of days. `how` is "given", "weekday" or "relative", as for `Dated`."""

    start: dt.date
    end: dt.date
    how: str = "given"
    certain: bool = True
    throughout: bool = False


def day(year: int, month: int, number: int) -> Period | None:
    """One day; None where the calendar has no such day."""
    try:
        date = dt.date(year, month, number)
    except ValueError:
        return None
    return Period(date, date)


def months(year: int, first: int, last: int) -> Period:
    """From the first day of one month to the last day of another of that year."""
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    return Period(dt.date(year, first, 1), end)


def years(first: int, last: int) -> Period | None:
    """Whole years; None outside the calendar's 1 to 9999."""
    if not 1 <= first <= last <= dt.MAXYEAR:
        return None
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


def quarter(year: int, number: int) -> Period:
    """The quarter 1 to 4 of a calendar year."""
    return months(year, 3 * number - 2, 3 * number)


def months_until(year: int, month: int, count: int) -> Period | None:
    """The `count` months that end with the given one: the year to March."""
    first = year * 12 + month - count
    if first < 12:
        return None
    return Period(dt.date(first // 12, first % 12 + 1, 1), months(year, month, month).end)


def part_of(period: Period, part: str) -> Period:
    """The early, mid or late half of a period: as in what people write, the parts overlap."""
    length = (period.end - period.start).days + 1
    half, quarter_of = dt.timedelta(days=length // 2), dt.timedelta(days=length // 4)
    match part:
        case "early":
            return replace(period, end=period.start + half)
        case "late":
            return replace(period, start=period.end - half)
        case "mid":
            return replace(period, start=period.start + quarter_of, end=period.end - quarter_of)
    return period


def nearest_year(month: int, number: int, as_of: dt.date) -> int:
    """The year that puts the day closest to `as_of`, at most a third of one ahead.

    What is still to come is told months ahead, what is past for most of a year.
    """
    ahead = (as_of + dt.timedelta(days=120)).timetuple()[:3]
    year = as_of.year + 1
    while (year, month, number) > ahead or not _exists(year, month, number):
        year -= 1
        if year < as_of.year - 8:
            return as_of.year  # 31 June is in no year
    return year


def _exists(year: int, month: int, number: int) -> bool:
    return day(year, month, number) is not None


def latest_quarter(number: int, as_of: dt.date) -> Period:
    """The last quarter of that number to have begun."""
    return quarter(as_of.year - (3 * number - 2 > as_of.month), number)


def week(of: dt.date, how: str) -> Period:
    """The week that a day is in, or that begins or ends with it, by the first letters of `how`."""
    if how.startswith(("end", "to")):
        start = of - dt.timedelta(days=6)
    else:
        start = _monday(of) if how == "of" else of
    return Period(start, start + dt.timedelta(days=6))


def weekday(number: int, as_of: dt.date, ahead: bool = False) -> Period:
    """The last day of the week of that number, 0 for Monday, or the coming one; today is both."""
    back = (as_of.weekday() - number) % 7
    date = as_of + dt.timedelta(days=-back % 7 if ahead else -back)
    return Period(date, date, "weekday")


def ago(count: int, unit: str, as_of: dt.date) -> Period | None:
    """What "three weeks ago" can mean: the longer ago, the wider. None before the calendar."""
    if unit in {"day", "week"}:
        slack = dt.timedelta(days=0 if unit == "day" else 3)
        date = as_of - dt.timedelta(days=count * (1 if unit == "day" else 7))
        return Period(date - slack, date + slack, "relative")
    if unit == "year" and count > 1:
        period = years(as_of.year - count, as_of.year - count)
    else:
        index = as_of.year * 12 + as_of.month - 1 - count * (12 if unit == "year" else 1)
        period = months(index // 12, index % 12 + 1, index % 12 + 1) if index >= 12 else None
    return replace(period, how="relative") if period else None


def which(word: str, unit: str, as_of: dt.date) -> Period | None:
    """Last week, this year, next Monday, last summer: counted from `as_of`."""
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[word]
    if unit in lexicon.WEEKDAYS:
        return _which_weekday(step, lexicon.WEEKDAYS[unit], as_of)
    if word == "past":
        days = {"week": 7, "month": 31, "year": 366}.get(unit, 7)
        return Period(as_of - dt.timedelta(days=days), as_of, "relative")
    if unit in {"week", "weekend"}:
        start = _monday(as_of) + dt.timedelta(weeks=step)
        end = start + dt.timedelta(days=6)
        return Period(start if unit == "week" else end - dt.timedelta(days=1), end, "relative")
    if unit == "month":
        year, month = divmod(as_of.year * 12 + as_of.month - 1 + step, 12)
        return replace(months(year, month + 1, month + 1), how="relative")
    if unit == "year":
        period = years(as_of.year + step, as_of.year + step)
        return replace(period, how="relative") if period else None
    return _which_month(step, unit, as_of)


def _monday(as_of: dt.date) -> dt.date:
    return as_of - dt.timedelta(days=as_of.weekday())


def _which_weekday(step: int, number: int, as_of: dt.date) -> Period:
    if step == 0:
        date = _monday(as_of) + dt.timedelta(days=number)
        return Period(date, date, "weekday")
    yesterday, tomorrow = as_of - dt.timedelta(days=1), as_of + dt.timedelta(days=1)
    period = weekday(number, tomorrow if step > 0 else yesterday, ahead=step > 0)
    # "Next Friday" on a Thursday can be tomorrow or the week after.
    return replace(period, certain=step < 0 or number <= as_of.weekday())


def _which_month(step: int, unit: str, as_of: dt.date) -> Period:
    month = lexicon.MONTHS.get(unit) or SEASONS[unit]
    year = as_of.year - (step < 0 and month >= as_of.month) + (step > 0 and month <= as_of.month)
    if unit in lexicon.MONTHS:
        return replace(months(year, month, month), how="relative")
    end = months(year + month // 12, (month + 2) % 12 or 12, (month + 2) % 12 or 12).end
    return Period(dt.date(year, month, 1), end, "relative")
