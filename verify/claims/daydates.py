"""Days and months as dates: 24 June 2025, June 25-26, 30 May to 2 June, 2025-06-24, mid-June."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from verify.claims import periods
from verify.claims.datewords import (
    A_MONTH,
    BETWEEN,
    COUNT,
    DAY,
    LINK,
    MONTH,
    NO_DIGIT_BEFORE,
    NTH,
    OF_END_YEAR,
    OF_YEAR,
    PART,
    SHORT_YEAR,
    WEEKDAY,
    YEAR,
    day_number,
    got,
    in_part,
    is_month,
    month_number,
    nth_number,
    rule,
    year_number,
    year_of,
)
from verify.claims.numbers import find_numbers
from verify.claims.periods import Period
from verify.claims.spelling import any_of, fold


def _days(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """24 June 2025; 25 and 26 June; June 25-26."""
    if not is_month(m):
        return None
    month, first = month_number(m["m"]), day_number(m["d"])
    last = day_number(m["e"] or got(m, "e2") or m["d"])
    year = year_of(m, month, first, as_of)
    if year is None:
        return None
    link = fold(got(m, "link") or "")
    period = _from_to(periods.day(year, month, first), periods.day(year, month, last))
    if period is None:
        return None
    return replace(period, certain=link != "or", throughout=first != last and link not in _APART)


def _from_to(first: Period | None, last: Period | None) -> Period | None:
    if not first or not last or first.start > last.end:
        return None  # 31 June is no date
    return Period(first.start, last.end)


_APART = frozenset({"and", "or", "&"})


def _nth_of(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """The fourth of July."""
    month, day = month_number(m["m"]), nth_number(m["nth"])
    if not m["m"][0].isupper() or day > 31:
        return None
    year = year_of(m, month, day, as_of)
    return periods.day(year, month, day) if year else None


def _across(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """30 May to 2 June 2025, January to March: a year is written once, at the end."""
    if not m["m"][0].isupper() or not m["n"][0].isupper():
        return None
    month, end_month = month_number(m["m"]), month_number(m["n"])
    day, end_day = (day_number(d) if (d := got(m, g)) else 0 for g in ("d", "e"))
    end_year = year_of(m, end_month, end_day or 1, as_of)
    if end_year is None:
        return None
    year = year_number(m["y"]) if m["y"] else end_year - (month > end_month)
    if day:
        period = _from_to(periods.day(year, month, day), periods.day(end_year, end_month, end_day))
    else:
        start = periods.months(year, month, month)
        period = _from_to(start, periods.months(end_year, end_month, end_month))
    if period is None:
        return None
    either = m["either"] is not None
    return replace(period, certain=not either, throughout=m["between"] is None and not either)


def _iso(m: re.Match[str], _: dt.date | None) -> Period | None:
    return periods.day(int(m["y"]), int(m["m"]), int(m["d"]))


def _in_figures(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """13/7/2025, 24.06.2025; 26/6 with the year that is nearest."""
    one, two = int(m["d"]), int(m["m"])
    if not got(m, "y") and (one, two) == (9, 11):
        return None  # a name for what happened then
    british, american = (_figures(m, month, day, as_of) for month, day in ((two, one), (one, two)))
    if got(m, "sep") == ".":
        american = None
    if british and american and one != two:
        # 6/7/2025 can be read both ways; both are kept in the interval, as uncertain.
        start, end = sorted((british.start, american.start))
        return Period(start, end, certain=False)
    return british or american


def _figures(m: re.Match[str], month: int, day: int, as_of: dt.date | None) -> Period | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    year = year_of(m, month, day, as_of)
    return periods.day(year, month, day) if year else None


def _week(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """The week of 3 June, the week ending June 3."""
    if not (m["m"] or m["n"])[0].isupper():
        return None
    month, number = month_number(m["m"] or m["n"]), day_number(m["d"] or m["e"])
    year = year_of(m, month, number, as_of)
    date = periods.day(year, month, number) if year else None
    return periods.week(date.start, fold(m["how"])) if date else None


def _holiday(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """Christmas Day 2024, New Year's Eve."""
    month, day = _HOLIDAYS[" ".join(fold(m["holiday"]).replace("’", "'").split())]
    year = year_of(m, month, day, as_of)
    return periods.day(year, month, day) if year else None


_HOLIDAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14),
    "st patrick's day": (3, 17), "anzac day": (4, 25), "bastille day": (7, 14),
    "halloween": (10, 31), "armistice day": (11, 11),
}  # fmt: skip
_HOLIDAY = any_of({*_HOLIDAYS, *(name.replace("'", "’") for name in _HOLIDAYS)})


def _month(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """June 2025, mid-June; in May."""
    if not m["m"][0].isupper() or not is_month(m):
        return None
    month = month_number(m["m"])
    year = year_of(m, month, 1, as_of)
    if year is None:
        return None
    whole = periods.months(year, month, month)
    return in_part(m, whole if got(m, "y") else replace(whole, how="relative"))


def _months_until(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """The year to March 2025; the three months to June."""
    month = month_number(m["m"])
    year = year_of(m, month, 1, as_of)
    if year is None or not m["m"][0].isupper():
        return None
    numbers = find_numbers(m["count"] or "")
    count = int(numbers[0].low) if numbers else 1
    if m["unit"]:
        count = {"year": 12, "half": 6, "quarter": 3}[fold(m["unit"])]
    return periods.months_until(year, month, count) if 0 < count <= 60 else None


_WEEKDAY_BEFORE = rf"(?:\b{WEEKDAY}\.?,?\s+)?(?:\bthe\s+)?"
_HOLIDAY_HINT = r"christmas|boxing|new\syear|valentine|patrick|anzac|bastille|halloween|armistice"
_LED = r"\b(?:in|since|by|until|till|during|of|from|before|after)\s+"
# "June 24 and 25" is two days; "June 24 and 25 people" is not.
_NO_NOUN_AFTER = (
    r"(?=\s*(?:[.,;:)\]]|$)|\s+(?:in|at|on|and|for|to|when|as|with|by|after|before|of|was|were"
    rf"|{YEAR})\b)"
)
_NO_NUMBER = r"(?![\w:%]|[.,]\d|\s*(?:per\b|%|million|billion|bn\b|people\b))"
RULES = (
    rule(
        rf"""{NO_DIGIT_BEFORE} (?P<date>{BETWEEN} {_WEEKDAY_BEFORE}
          (?P<d>{DAY})\s+(?:of\s+)?(?P<m>{MONTH}){OF_YEAR} {LINK}
          (?P<e>{DAY})\s+(?:of\s+)?(?P<n>{MONTH}){OF_END_YEAR})""",
        A_MONTH,
        _across,
    ),
    rule(
        rf"""\b(?P<date>{BETWEEN} (?P<m>{MONTH})\s+(?P<d>{DAY}){OF_YEAR} {LINK}
          (?P<n>{MONTH})\s+(?P<e>{DAY})(?!\w){OF_END_YEAR})""",
        A_MONTH,
        _across,
    ),
    rule(
        rf"""{NO_DIGIT_BEFORE} (?P<date>{_WEEKDAY_BEFORE}
          (?P<d>{DAY})(?:(?:,\s*{DAY}){{0,3}}\s*
            (?P<link>-|–|and|to|&|or|until|through)\s*(?:the\s+)?(?P<e>{DAY}))?
          \s+(?:of\s+)?(?P<m>{MONTH}){OF_YEAR})""",
        A_MONTH,
        _days,
    ),
    rule(
        rf"""\b(?P<date>{_WEEKDAY_BEFORE} (?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY})
          (?:\s*[-–]\s*(?P<e>{DAY})
            |\s+(?P<link>and|to|&|or|through)\s+(?P<e2>{DAY}){_NO_NOUN_AFTER})?
          {_NO_NUMBER}{OF_YEAR})""",
        A_MONTH,
        _days,
    ),
    rule(rf"\b(?P<date>(?P<nth>{NTH})\s+of\s+(?P<m>{MONTH}){OF_YEAR})", A_MONTH, _nth_of),
    rule(
        rf"""(?<![\w/-])(?P<date>(?P<y>{YEAR})(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)
          (?P<d>0[1-9]|[12]\d|3[01]))(?!\d|[-/]\d)""",
        r"\d[-/.]\d",
        _iso,
    ),
    rule(
        r"""(?<![\w/.-])(?P<date>(?P<d>\d{1,2})(?P<sep>[/.])(?P<m>\d{1,2})(?P=sep)
          (?P<y>(?:19|20)\d\d|(?<=/)\d\d))(?![\w/]|[.]\d)""",
        r"\d[/.]\d",
        _in_figures,
    ),
    rule(
        r"""\b(?:on|since|until|till|before|after|dated)\s+
          (?P<date>(?P<d>\d{1,2})/(?P<m>\d{1,2}))
          (?![\w/%]|[.,:]\d|\s(?:of|to|per|inch|mile|pct|point|acre|cup)\b)""",
        r"\d[/.]\d",
        _in_figures,
    ),
    rule(
        rf"""\b(?P<date>week\s+(?P<how>of|beginning|commencing|starting|ending|ended|to)\s+
          (?:{WEEKDAY},?\s+)?(?:the\s+)?
          (?:(?P<d>{DAY})\s+(?:of\s+)?(?P<m>{MONTH})|(?P<n>{MONTH})\s+(?P<e>{DAY})(?!\w)){OF_YEAR})""",
        "week",
        _week,
    ),
    rule(rf"\b(?P<date>(?P<holiday>{_HOLIDAY})\b{OF_YEAR})", _HOLIDAY_HINT, _holiday),
    rule(
        rf"""\b(?P<date>(?:(?P<count>{COUNT})\s+months?|(?P<unit>year|quarter|half))(?:\s+period)?
          \s+(?:to|ended|ending|through)\s+(?:the\s+end\s+of\s+)?(?:{DAY}\s+)?
          (?P<m>{MONTH})(?:\s+{DAY}\b)?{OF_YEAR})""",
        A_MONTH,
        _months_until,
    ),
    rule(
        rf"""\b(?P<date>{BETWEEN} (?P<m>{MONTH}){OF_YEAR} {LINK}
          (?P<n>{MONTH})(?!\s+\d\d?\b){OF_END_YEAR})""",
        A_MONTH,
        _across,
    ),
    rule(
        rf"""\b(?P<date>{PART}?(?P<m>{MONTH})
          (?:\s?,?\s+(?:of\s+)?(?P<y>{SHORT_YEAR})|\s+(?:of\s+)?(?P<rel>last|this|next)\s+year)
          )(?!\w)""",
        A_MONTH,
        _month,
    ),
    rule(rf"{_LED}(?P<date>{PART}?(?P<m>{MONTH}))(?!\s+\d|['’]s)", A_MONTH, _month),
    rule(rf"\b(?P<date>{PART}(?P<m>{MONTH}))(?!\s+\d)", A_MONTH, _month),
)
