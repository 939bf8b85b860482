"""Years as dates, and what they are counted and cut into: in 2024, 1939–45, Q1 2025, the 1990s."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from verify.claims import periods
from verify.claims.currencies import MONEY_AFTER
from verify.claims.datewords import (
    A_YEAR,
    HEDGED,
    NO_DIGIT_BEFORE,
    NTH,
    PART,
    SHORT_YEAR,
    YEAR,
    day_number,
    got,
    in_part,
    nth_number,
    rule,
    years_of,
)
from verify.claims.numbered import NUMBERED, PEOPLE
from verify.claims.periods import Period
from verify.claims.spelling import fold, word_set
from verify.claims.units import PERCENT, UNIT

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _quarter(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """The first quarter of 2025, Q1."""
    number = _QUARTERS[fold(m["nth"])] if m["nth"] else int(m["number"] or m["number2"])
    if year := _year_meant(m, as_of):
        # Where a company's year begins, its quarters do.
        return replace(periods.quarter(year, number), certain=not got(m, "fiscal"))
    return periods.latest_quarter(number, as_of) if as_of and not m["y"] else None


def _half(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """The first half of 2025, H2 2024; without a year it is half a match."""
    number = int(m["number"] or (1 if fold(m["nth"]) == "first" else 2))
    year = _year_meant(m, as_of)
    return periods.months(year, 6 * number - 5, 6 * number) if year else None


def _year_meant(m: re.Match[str], as_of: dt.date | None) -> int | None:
    if m["y"]:
        return int(m["y"])
    return as_of.year - (fold(m["which"]) == "last") if as_of and m["which"] else None


def _fiscal(m: re.Match[str], _: dt.date | None) -> Period | None:
    """Fiscal 2024: it begins and ends where the company or the state has it."""
    first, last = (2000 + int(m["short"]),) * 2 if m["short"] else years_of(m)
    period = periods.years(first - (first == last), last)
    return replace(period, certain=False) if period else None


def _season(m: re.Match[str], _: dt.date | None) -> Period | None:
    """Summer 2024: south of the equator it is the year's other half, so all of the year."""
    first, last = years_of(m)
    if fold(m["season"]) != "winter":
        return periods.years(first, last)
    alone = first == last
    return Period(dt.date(first - alone, 12, 1), dt.date(last + alone, 2, 28))


def _decade(m: re.Match[str], _: dt.date | None) -> Period | None:
    """The 1990s; the 1800s are a hundred years, and the 1900s can be ten or a hundred."""
    first = int(m["y"])
    century = first % 100 == 0 and first < 2000
    period = in_part(m, periods.years(first, first + (99 if century else 9)))
    return replace(period, certain=first != 1900) if period else None


def _short_decade(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """The '90s: the last ones to have begun."""
    if as_of is None:
        return None
    first = as_of.year // 100 * 100 + int(m["decade"])
    first -= 100 * (first > as_of.year)
    return in_part(m, periods.years(first, first + 9))


def _years(m: re.Match[str], _: dt.date | None) -> Period | None:
    """From 2010 to 2014, between 2010 and 2014."""
    if _is_counted(m.string, m.start("date"), m.end("date")):
        return None
    period = periods.years(*years_of(m))
    return replace(period, throughout=m["between"] is None) if period else None


def _century(m: re.Match[str], _: dt.date | None) -> Period | None:
    number = day_number(m["nth"]) if m["nth"][0].isdigit() else nth_number(m["nth"])
    if not 1 <= number <= 22:
        return None
    return in_part(m, periods.years(100 * number - 99, 100 * number))


def _year(m: re.Match[str], _: dt.date | None) -> Period | None:
    """A bare year: only where the words around make it one."""
    text, start, end = m.string, m.start("date"), m.end("date")
    led = m["part"] or _LEAD.search(text, max(0, start - 14), start)
    if not led and not _TAIL.match(text, end):
        return None
    before = text[max(0, start - 24) : start].split()
    if before and fold(before[-1].strip("(")) in _NUMBERED:
        return None  # flight 1999
    if not _FIRM_LEAD.search(text, max(0, start - 14), start) and _is_counted(text, start, end):
        return None
    first, last = years_of(m)
    if first >= last and m["z"]:
        month = int(m["z"])
        return periods.months(first, month, month) if 1 <= month <= 12 else None  # 2025-06
    period = in_part(m, periods.years(first, last))
    return replace(period, throughout=first != last) if period else None


def _is_counted(text: str, start: int, end: int) -> bool:
    """Whether the figure counts what follows: 1500 metres, 2000 people, about 1900 houses."""
    if any(pattern.match(text, end) for pattern in (UNIT, MONEY_AFTER, PERCENT, PEOPLE)):
        return True
    return bool(HEDGED.search(text, max(0, start - 20), start) and _PLURAL.match(text, end))


def _old_year(m: re.Match[str], _: dt.date | None) -> Period | None:
    """In 1066, AD 79."""
    year = int(m["y"] or got(m, "y2") or 0)
    if _is_counted(m.string, m.start("date"), m.end("date")):
        return None
    return periods.years(year, year)


_NUMBERED = NUMBERED - word_set("aged age case area")
_LEAD = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|from|to|during|before|after|and|or|the|its|for|year|around"
    r"|about|between|through|season|than|versus|over|his|her|their|an?|circa|c\.)[\s-]"
    r"|[(,'’–:]\s?|^|[;]\s)$",
    re.IGNORECASE,
)
_FIRM_LEAD = re.compile(r"\b(?:in|since|until|till|during|by)\s$", re.IGNORECASE)
_TAIL = re.compile(r"[),;.]|$|\s[a-z]")
_PLURAL = re.compile(r"\s(?!(?:was|is|his|its|has|as|this|across|towards)\b)[a-z]+s\b")
_WHICH_YEAR = rf"(?:(?P<y>{YEAR})|(?P<which>last|this)\s+year)"
_NO_DATE_BEFORE_CHRIST = r"(?!\s?B\.?C)"
RULES = (
    rule(
        rf"""\b(?P<date>(?:(?P<nth>first|second|third|fourth)[\s-]quarter(?![\s-]?final)
            |Q(?P<number>[1-4])|(?P<number2>[1-4])Q(?=\s?(?:19|20)\d\d))
          (?:\s*(?:of\s+)?(?P<fiscal>fiscal\s+|FY\s?)?{_WHICH_YEAR})?)\b""",
        r"quarter|q[1-4]|[1-4]q",
        _quarter,
    ),
    rule(
        rf"""\b(?P<date>(?:(?P<y>{YEAR})|(?P<which>last|this)\s+year)(?:['’]s)?\s+
          (?:(?P<nth>first|second|third|fourth)[\s-]quarter|Q(?P<number>[1-4])|(?P<number2>[1-4])Q))\b""",
        r"quarter|q[1-4]|[1-4]q",
        _quarter,
    ),
    rule(
        rf"""\b(?P<date>(?:(?P<nth>first|second|latter)\s+half\s+of\s+|H(?P<number>[12])\s?)
          {_WHICH_YEAR})\b""",
        r"half|\bh[12]",
        _half,
    ),
    rule(
        rf"""\b(?P<date>(?:fiscal\s(?:year\s)?|financial\s+year\s|FY\s?)
            (?P<y>{YEAR})(?:[-–/](?P<z>\d{{4}}|\d\d))?
          |FY(?P<short>\d\d))\b""",
        r"fiscal|financial|tax\s|fy",
        _fiscal,
    ),
    rule(
        rf"""(?<![\w.,/-])(?P<date>(?P<y>{YEAR})(?:[-–/](?P<z>\d{{4}}|\d\d))?(?P<short>)
          [\s-](?:fiscal|financial|tax)\s+year)\b""",
        r"fiscal|financial|tax\s|fy",
        _fiscal,
    ),
    rule(
        rf"""\b(?P<date>(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?
          (?P<y>{SHORT_YEAR})(?:[-–/](?P<z>\d{{4}}|\d\d))?)(?!\w)""",
        "spring|summer|autumn|fall|winter",
        _season,
    ),
    rule(rf"(?<![\w$£€])(?P<date>(?:the\s+)?{PART}?(?P<y>(?:1[4-9]|20)\d0)s)\b", r"\d0s", _decade),
    rule(
        rf"(?<!\w)(?P<date>(?:the\s+)?{PART}?['’](?P<decade>[1-9]0)['’]?s)\b",
        r"['’]\d0",
        _short_decade,
    ),
    rule(
        rf"""(?:(?P<between>(?<=\bbetween\s))|(?<=\bfrom\s))(?P<date>(?P<y>{YEAR})\s+
          (?(between)and|(?:to|until|till|through))\s+(?P<z>{YEAR}))
          (?![\w%/:]|[,.]\d|[-–]\d)""",
        A_YEAR,
        _years,
    ),
    rule(
        rf"""\b(?P<date>{PART}?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{NTH})[\s-]century)\b
          {_NO_DATE_BEFORE_CHRIST}""",
        "century",
        _century,
    ),
    rule(
        rf"""{NO_DIGIT_BEFORE} (?P<date>{PART}?(?P<y>{YEAR})(?:[-–/](?P<z>\d{{4}}|\d\d))?)
          (?![\w%/:]|[,.]\d|[-–]\d|\s?(?:GMT|UTC|BST)) {_NO_DATE_BEFORE_CHRIST}""",
        A_YEAR,
        _year,
    ),
    rule(
        r"\b(?P<date>AD\s(?P<y>\d{1,4})|(?P<y2>\d{1,4})\s(?:AD|CE))\b",
        r"\d\s?(?:ad|ce)|ad\s?\d|1[0-3]\d\d",
        _old_year,
    ),
    rule(
        rf"""\b(?:in|since|until|circa|c\.)\s(?P<date>(?P<y>1[0-3]\d\d))
          (?=[),;.]|$|\s[a-z])(?![,.]\d){_NO_DATE_BEFORE_CHRIST}""",
        r"\d\s?(?:ad|ce)|ad\s?\d|1[0-3]\d\d",
        _old_year,
    ),
)
