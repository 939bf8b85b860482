"""Days and months as dates: 24 June 2025, June 25-26, 30 May to 2 June, 2025-06-24, mid-June."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from verify.claims import periods
from verify.claims.datewords import (
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
    WEEKDAY,
    YEAR,
    day_number,
    got,
    in_part,
    is_month,
    month_number,
    nth_number,
    rule,
    year_of,
)
from verify.claims.numbers import find_numbers
from verify.claims.periods import Period
from verify.claims.spelling import fold


def _days(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """24 June 2025; 25 and 26 June; June 25-26."""
    if not is_month(m):
        return None
    month, first = month_number(m["m"]), day_number(m["d"])
    last = day_number(m["e"] or got(m, "e2") or m["d"])
    year = year_of(m, month, first, as_of)
    if year is None:
        return None
    return _from_to(
        periods.day(year, month, first),
        periods.day(year, month, last),
        certain=fold(got(m, "link") or "") != "or",
    )


def _from_to(first: Period | None, last: Period | None, certain: bool = True) -> Period | None:
    if not first or not last or first.start > last.end:
        return None  # 31 June is no date
    return Period(first.start, last.end, certain=certain)


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
    year = int(m["y"]) if m["y"] else end_year - (month > end_month)
    if not day:
        start = periods.months(year, month, month)
        return _from_to(start, periods.months(end_year, end_month, end_month))
    return _from_to(periods.day(year, month, day), periods.day(end_year, end_month, end_day))


def _iso(m: re.Match[str], _: dt.date | None) -> Period | None:
    return periods.day(int(m["y"]), int(m["m"]), int(m["d"]))


def _in_figures(m: re.Match[str], _: dt.date | None) -> Period | None:
    """13/7/2025, 24.06.2025."""
    one, two, year = int(m["d"]), int(m["m"]), int(m["y"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    british = periods.day(year, two, one)
    american = periods.day(year, one, two) if m["sep"] == "/" else None
    if british and american and one != two:
        # 6/7/2025 can be read both ways; both are kept in the interval, as uncertain.
        start, end = sorted((british.start, american.start))
        return Period(start, end, certain=False)
    return british or american


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
        _across,
    ),
    rule(
        rf"""\b(?P<date>{BETWEEN} (?P<m>{MONTH})\s+(?P<d>{DAY}){OF_YEAR} {LINK}
          (?P<n>{MONTH})\s+(?P<e>{DAY})(?!\w){OF_END_YEAR})""",
        _across,
    ),
    rule(
        rf"""{NO_DIGIT_BEFORE} (?P<date>{_WEEKDAY_BEFORE}
          (?P<d>{DAY})(?:(?:,\s*{DAY}){{0,3}}\s*
            (?P<link>-|–|and|to|&|or|until|through)\s*(?:the\s+)?(?P<e>{DAY}))?
          \s+(?:of\s+)?(?P<m>{MONTH}){OF_YEAR})""",
        _days,
    ),
    rule(
        rf"""\b(?P<date>{_WEEKDAY_BEFORE} (?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY})
          (?:\s*[-–]\s*(?P<e>{DAY})
            |\s+(?P<link>and|to|&|or|through)\s+(?P<e2>{DAY}){_NO_NOUN_AFTER})?
          {_NO_NUMBER}{OF_YEAR})""",
        _days,
    ),
    rule(rf"\b(?P<date>(?P<nth>{NTH})\s+of\s+(?P<m>{MONTH}){OF_YEAR})", _nth_of),
    rule(
        rf"""(?<![\w/-])(?P<date>(?P<y>{YEAR})(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)
          (?P<d>0[1-9]|[12]\d|3[01]))(?!\d|[-/]\d)""",
        _iso,
    ),
    rule(
        r"""(?<![\w/.-])(?P<date>(?P<d>\d{1,2})(?P<sep>[/.])(?P<m>\d{1,2})(?P=sep)
          (?P<y>(?:19|20)\d\d|(?<=/)\d\d))(?![\w/]|[.]\d)""",
        _in_figures,
    ),
    rule(
        rf"""\b(?P<date>(?:(?P<count>{COUNT})\s+months?|(?P<unit>year|quarter|half))(?:\s+period)?
          \s+(?:to|ended|ending|through)\s+(?:the\s+end\s+of\s+)?(?:{DAY}\s+)?
          (?P<m>{MONTH})(?:\s+{DAY}\b)?{OF_YEAR})""",
        _months_until,
    ),
    rule(
        rf"""\b(?P<date>{BETWEEN} (?P<m>{MONTH}){OF_YEAR} {LINK}
          (?P<n>{MONTH})(?!\s+\d\d?\b){OF_END_YEAR})""",
        _across,
    ),
    rule(
        rf"""\b(?P<date>{PART}?(?P<m>{MONTH})
          (?:\s?,?\s+(?:of\s+)?(?P<y>{YEAR})|\s+(?:of\s+)?(?P<rel>last|this|next)\s+year))\b""",
        _month,
    ),
    rule(rf"{_LED}(?P<date>{PART}?(?P<m>{MONTH}))(?!\s+\d|['’]s)", _month),
    rule(rf"\b(?P<date>{PART}(?P<m>{MONTH}))(?!\s+\d)", _month),
)
