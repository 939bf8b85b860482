"""Dates as people write them, each as an interval of days: 26 June, on Monday, last week, in 2024,
two days ago, 25 and 26 June 2025. Relative dates are counted from the day the text speaks from."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.numbers import find_numbers
from verify.records import When

_MONTH = "|".join(sorted(lexicon.MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(lexicon.WEEKDAYS, key=len, reverse=True))
_YEAR = r"(?:1[4-9]|20|21)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a\s+few)"
)
_DATE = re.compile(
    rf"""
    \b(?:(?P<wd>{_WEEKDAY})\.?,?\s+)?(?:the\s+)?
      (?P<d1>{_DAY})(?:\s*(?:-|–|and|to|&|until)\s*(?P<d2>{_DAY}))?\s+(?:of\s+)?(?P<m1>{_MONTH})\b\.?(?:,?\s+(?P<y1>{_YEAR})\b)?
    | \b(?:(?P<wd3>{_WEEKDAY})\.?,?\s+)?(?P<m2>{_MONTH})\b\.?\s+(?P<d3>{_DAY})(?:\s*(?:-|–|and|to|&)\s*(?P<d4>{_DAY}))?(?![\d:%]|\s*(?:per\b|%|million|billion))(?:,?\s+(?P<y2>{_YEAR})\b)?
    | \b(?P<y3>{_YEAR})-(?P<n3>0[1-9]|1[0-2])-(?P<d5>0[1-9]|[12]\d|3[01])\b
    | \b(?P<n4>\d{{1,2}})/(?P<n5>\d{{1,2}})/(?P<y4>(?:19|20)?\d\d)\b
    | \b(?P<m3>{_MONTH})\b\.?,?\s+(?:of\s+)?(?P<y5>{_YEAR})\b
    | \b(?P<q>first|second|third|fourth)[\s-]quarter(?:\s+of(?:\s+(?P<y6>{_YEAR}))?)?
    | \bQ(?P<q2>[1-4])(?:\s+(?P<y7>{_YEAR}))?\b
    | \b(?P<rel>(?:the\s+day\s+before\s+)?yesterday|today|tonight|tomorrow)\b
    | \b(?P<which>last|next|this|past)\s+(?P<unit>week|month|year|weekend|{_WEEKDAY}|{_MONTH}|spring|summer|autumn|winter)\b
    | \b(?P<ago_n>{_COUNT})\s+(?P<ago_unit>day|week|month|year)s?\s+ago\b
    | \bthe\s+(?P<decade>(?:1[4-9]|20)\d0)s\b
    | \b(?P<wd2>{_WEEKDAY})\b(?!\s*-)
    | (?<![\d.,$£€/-])(?P<y8>{_YEAR})(?:\s*[-–/]\s*(?P<y9>\d\d(?:\d\d)?))?(?![\d,.]?\d|[%/]|\s*(?:per\s?cent|people|metres|km|miles|tonnes))\b
    | \b(?:in|since|by|until|during|of|from|last|this|next|early|late|mid)[\s-](?P<m4>{_MONTH})\b(?!\s+\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|to|during|before|after|early|late|mid|and|or|the|its"
    r"|for|year|around|about|between|through|season|than|versus|over|his|her|their)[\s-]|[(,'’\-–:]\s?|^|[;]\s)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its span. `how` is "given" (a calendar date), "weekday" or "relative"."""

    start: int
    end: int
    value: When
    how: str


def find_dates(text: str, as_of: dt.date | None) -> tuple[Dated, ...]:
    """All dates of a text in order.

    `as_of` is the day the text speaks from; without it, what is relative to it is left out.
    A year that is not written is the one that puts the date nearest before `as_of`.
    """
    found = []
    for match in _DATE.finditer(text):
        read = _read(match, text, as_of)
        if read:
            start, end, how, certain = read
            first = match.start("m4") if match["m4"] else match.start()
            when = When(
                start=start, end=end, certain=certain, text=text[first : match.end()].rstrip(".")
            )
            found.append(Dated(first, first + len(when.text), when, how))
    return tuple(found)


_Read = tuple[dt.date, dt.date, str, bool]


def _read(m: re.Match[str], text: str, as_of: dt.date | None) -> _Read | None:
    if m["d1"] or m["d3"]:
        return _month_and_days(m, as_of)
    if m["y3"]:
        return _single(int(m["y3"]), int(m["n3"]), int(m["d5"]))
    if m["n4"]:
        return _slashed(int(m["n4"]), int(m["n5"]), int(m["y4"]))
    if m["m3"]:
        return _month(int(m["y5"]), lexicon.MONTHS[m["m3"].lower()], "given")
    if m["m4"]:
        if m["m4"].lower() in {"may", "mar", "sun", "sat"} and not m["m4"][0].isupper():
            return None
        return _bare_month(lexicon.MONTHS[m["m4"].lower()], as_of)
    if m["q"] or m["q2"]:
        quarter = _QUARTERS[m["q"].lower()] if m["q"] else int(m["q2"])
        written = m["y6"] or m["y7"]
        if not written and not as_of:
            return None
        year = int(written) if written else _latest_quarter_year(quarter, as_of or dt.date.min)
        month = 3 * quarter - 2
        return dt.date(year, month, 1), _month_end(year, month + 2), "given", True
    if m["decade"]:
        year = int(m["decade"])
        return dt.date(year, 1, 1), dt.date(year + 9, 12, 31), "given", True
    if m["y8"]:
        return _year(m, text)
    return _relative(m, as_of) if as_of else None


def _day(written: str) -> int:
    return int(re.sub(r"\D", "", written))


def _month_and_days(m: re.Match[str], as_of: dt.date | None) -> _Read | None:
    month = lexicon.MONTHS[(m["m1"] or m["m2"]).lower()]
    first = _day(m["d1"] or m["d3"])
    last = _day(m["d2"] or m["d4"] or str(first))
    written = m["y1"] or m["y2"]
    if not written and not as_of:
        return None
    year = int(written) if written else _nearest_year(month, first, as_of or dt.date.min)
    try:
        start, end = dt.date(year, month, first), dt.date(year, month, last)
    except ValueError:
        return None  # 31 June is no date
    return (start, end, "given", True) if start <= end else None


def _single(year: int, month: int, day: int) -> _Read | None:
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    return date, date, "given", True


def _slashed(one: int, two: int, year: int) -> _Read | None:
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    british, american = _single(year, two, one), _single(year, one, two)
    if british and american and one != two:
        # 6/7/2025 can be read both ways; both are kept in the interval, as uncertain.
        start, end = sorted((british[0], american[0]))
        return start, end, "given", False
    return british or american


def _nearest_year(month: int, day: int, as_of: dt.date) -> int:
    """The year that puts the day closest to `as_of`, at most half a year ahead."""
    ahead = (as_of + dt.timedelta(days=182)).timetuple()[:3]
    return (
        as_of.year
        + (1 if (as_of.year + 1, month, day) <= ahead else 0)
        - (1 if (as_of.year, month, day) > ahead else 0)
    )


def _latest_quarter_year(quarter: int, as_of: dt.date) -> int:
    return as_of.year if 3 * quarter - 2 <= as_of.month else as_of.year - 1


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _month(year: int, month: int, how: str) -> _Read:
    return dt.date(year, month, 1), _month_end(year, month), how, True


def _bare_month(month: int, as_of: dt.date | None) -> _Read | None:
    return _month(_nearest_year(month, 1, as_of), month, "relative") if as_of else None


def _year(m: re.Match[str], text: str) -> _Read | None:
    """A bare year: only where the words around make it one."""
    year = int(m["y8"])
    tail = text[m.end() : m.end() + 2]
    if not _YEAR_LEAD.search(text[max(0, m.start() - 12) : m.start()]) and not re.match(
        r"[),;.]|$| [a-z]", tail
    ):
        return None
    end = year
    if m["y9"]:
        end = int(m["y9"]) if len(m["y9"]) == 4 else year // 100 * 100 + int(m["y9"])
        if not year < end <= year + 100:
            end = year
    return dt.date(year, 1, 1), dt.date(end, 12, 31), "given", True


def _relative(m: re.Match[str], as_of: dt.date) -> _Read | None:
    if m["rel"]:
        word = m["rel"].lower()
        days = -2 if word.startswith("the") else {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        date = as_of + dt.timedelta(days=days)
        return date, date, "relative", True
    if m["wd2"]:
        if m["wd2"].lower() in {"sun", "sat", "mon", "fri", "wed"} or m["wd2"].islower():
            return None
        date = as_of - dt.timedelta(days=(as_of.weekday() - lexicon.WEEKDAYS[m["wd2"].lower()]) % 7)
        return date, date, "weekday", True
    if m["ago_n"]:
        return _ago(m["ago_n"].lower(), m["ago_unit"].lower(), as_of)
    if m["which"]:
        return _which(m["which"].lower(), m["unit"].lower(), as_of)
    return None


def _ago(count: str, unit: str, as_of: dt.date) -> _Read | None:
    if count in {"several", "a few"}:
        return None
    numbers = find_numbers(count)
    n = int(numbers[0].low) if numbers else 1
    if unit == "day":
        date = as_of - dt.timedelta(days=n)
        return date, date, "relative", True
    if unit == "week":
        date = as_of - dt.timedelta(weeks=n)
        return date - dt.timedelta(days=3), date + dt.timedelta(days=3), "relative", True
    months = n * (12 if unit == "year" else 1)
    index = as_of.year * 12 + as_of.month - 1 - months
    if index < 12:
        return None
    year, month = divmod(index, 12)
    if unit == "year" and n > 1:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), "relative", True
    return _month(year, month + 1, "relative")


def _which(which: str, unit: str, as_of: dt.date) -> _Read | None:
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[which]
    monday = as_of - dt.timedelta(days=as_of.weekday())
    if unit in {"week", "weekend"}:
        start = monday + dt.timedelta(weeks=step)
        end = start + dt.timedelta(days=6)
        return (start if unit == "week" else end - dt.timedelta(days=1)), end, "relative", True
    if unit == "month":
        year, month = divmod(as_of.year * 12 + as_of.month - 1 + step, 12)
        return _month(year, month + 1, "relative")
    if unit == "year":
        return (
            dt.date(as_of.year + step, 1, 1),
            dt.date(as_of.year + step, 12, 31),
            "relative",
            True,
        )
    if unit in lexicon.WEEKDAYS:
        back = (as_of.weekday() - lexicon.WEEKDAYS[unit]) % 7 or 7
        date = (
            as_of - dt.timedelta(days=back)
            if step <= 0
            else as_of + dt.timedelta(days=7 - back % 7)
        )
        return date, date, "weekday", True
    month = lexicon.MONTHS.get(unit) or _SEASONS[unit]
    year = as_of.year
    if step < 0 and month >= as_of.month:
        year -= 1
    if step > 0 and month <= as_of.month:
        year += 1
    if unit in _SEASONS:
        end_year, end_month = divmod(year * 12 + month - 1 + 2, 12)
        return dt.date(year, month, 1), _month_end(end_year, end_month + 1), "relative", True
    return _month(year, month, "relative")
