"""Dates as documents state them about themselves."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate

_ISO = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_NAMED = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y")
_TAIL = re.compile(r"(?<=\d{4})[\sT,].*$", re.DOTALL)


def stated_date(value: str) -> dt.date | None:
    """The day a metadata value names, as written there; None where it names none for certain.

    Read are ISO 8601 (with or without a time), the dates of mail and HTTP headers, and days with
    the English name of the month. 03/04/2025 has two readings and is not read.
    """
    if found := _ISO.match(value):
        return _day(*map(int, found.groups()))
    if parts := parsedate(value):
        return _day(*parts[:3])
    words = " ".join(_TAIL.sub("", value.strip()).replace(".", "").split())
    for form in _NAMED:
        try:
            return dt.datetime.strptime(words, form).date()
        except ValueError:
            continue
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
