"""Dates counted from the day the text speaks from: yesterday, on Monday, last week, a year ago."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from verify.claims import lexicon, periods
from verify.claims.datewords import COUNT, DAY, HEDGED, PART, WEEKDAY, day_number, in_part, rule
from verify.claims.numbers import find_numbers
from verify.claims.periods import Period
from verify.claims.spelling import any_of, fold


def _day(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    before = m.string[: m.start()].rstrip(" ")[-1:]
    if as_of is None or (m["date"][0].isupper() and before.isalnum()):
        return None  # USA Today
    word = fold(m["date"])
    days = -2 if word.startswith("the") else {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    date = as_of + dt.timedelta(days=days)
    return Period(date, date, "relative")


def _which(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    unit = fold(m["unit"])
    if as_of is None or (not m["unit"][0].isupper() and unit in lexicon.MONTHS):
        return None
    period = in_part(m, periods.which(fold(m["which"]), unit, as_of))
    if period is None or not m["when"] or not period.start <= as_of <= period.end:
        return period
    early = fold(m["when"]) == "earlier"
    return replace(period, end=as_of) if early else replace(period, start=as_of)


def _ago(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    if as_of is None:
        return None
    numbers = find_numbers(m["count"])
    count = int(numbers[0].low) if numbers else 1
    period = periods.ago(count, fold(m["unit"]), as_of)
    hedged = HEDGED.search(m.string, max(0, m.start() - 20), m.start())
    return replace(period, certain=False) if period and hedged else period


def _weekday(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    text, start = m.string, m.start()
    if as_of is None or not m["date"][0].isupper():
        return None
    if _NAMED.search(text, max(0, start - 12), start) or _NAME.match(text, m.end()):
        return None
    ahead = _AHEAD.search(text, max(0, start - 60), start) is not None
    return periods.weekday(lexicon.WEEKDAYS[fold(m["date"])], as_of, ahead)


def _day_of_month(m: re.Match[str], as_of: dt.date | None) -> Period | None:
    """On the 26th: the last such day, if no other month is meant."""
    if as_of is None:
        return None
    number = day_number(m["date"])
    month = as_of if number <= as_of.day else as_of.replace(day=1) - dt.timedelta(days=1)
    found = periods.day(month.year, month.month, number)
    return replace(found, how="relative", certain=False) if found else None


def _no_date(_: re.Match[str], __: dt.date | None) -> Period | None:
    """Monday to Friday: every week."""
    return None


_NAMED = re.compile(
    r"\b(?:good|black|bloody|ash|palm|easter|super|cyber|shrove|holy|maundy|sheffield|whit|freaky"
    r"|every|each|any|blue|fat|orange|red|giving)\s$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\s+(?:Times|Mirror|Telegraph|Express|Mail|Post|Herald|Star|Sun|People|Independent|Observer"
    r"|Tribune|Night\s+(?:Football|Live)|Addams|(?:the\s+)?13th)\b"
)
# "will meet on Friday" looks ahead; "said on Friday that it will meet" does not.
_AHEAD = re.compile(
    rf"\b(?:will|is\s+due|are\s+due|due\s+to|set\s+to|is\s+to|are\s+to|scheduled)\b"
    rf"(?:(?!\b(?:{WEEKDAY}|said|told)\b)[^.;:])*$",
    re.IGNORECASE,
)
_A_WEEKDAY = r"day|tue|thu"
_FULL_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|thu(?:rs)?)\b"
RULES = (
    rule(
        r"\b(?P<date>the\s+day\s+before\s+yesterday|yesterday|today|tonight|tomorrow)\b",
        "day|night|tomorrow",
        _day,
    ),
    rule(
        rf"""\b(?P<date>(?:(?P<when>earlier|later)\s+|{PART})?(?P<which>last|next|this|past)\s+
          (?P<unit>week|month|year|weekend|{any_of(periods.SEASONS)}
            |{any_of(lexicon.MONTHS)}|{any_of(lexicon.WEEKDAYS)}))\b(?!-|\s+of\b)""",
        "last|next|this|past",
        _which,
    ),
    rule(
        rf"(?<![\w,.])(?P<date>(?P<count>{COUNT})\s+(?P<unit>day|week|month|year)s?\s+ago)\b",
        r"\sago",
        _ago,
    ),
    rule(
        rf"""\b(?:on|by|until|since)\s+(?P<date>the\s+{DAY}(?<=[a-z]))
          (?=\s*(?:[.,;:)]|$)|\s+(?:and|in|at|when|as|but)\b)""",
        r"the\s\d",
        _day_of_month,
    ),
    rule(
        rf"\b(?P<date>{_FULL_WEEKDAY}\s*(?:-|–|to|through)\s*{_FULL_WEEKDAY})", _A_WEEKDAY, _no_date
    ),
    rule(rf"\b(?P<date>{_FULL_WEEKDAY})(?!\s*-)", _A_WEEKDAY, _weekday),
)
