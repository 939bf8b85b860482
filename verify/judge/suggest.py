"""A wording for the draft with the source's value, in the draft's own style.

It is never applied by itself. Only the value's own words are replaced: "the 23rd meeting" becomes
"the 22nd meeting", "twenty-second" stays in words, "$3.4m" stays short. What would not read back as
the source's value is not suggested.
"""

from __future__ import annotations

import datetime as dt
import re

from verify.claims.ages import age_told
from verify.claims.dates import find_dates
from verify.claims.numbers import find_numbers
from verify.claims.numberwords import ordinal_ending, say_number
from verify.claims.ordinals import find_ordinals
from verify.claims.render import render, style_of
from verify.records import Claim, Hedge, Ordinal, Quantity, Role, When

_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?(?P<of>\s+(?:of\s+)?)(?P<month>[A-Z][a-z]+)"
)
_MONTH_FIRST = re.compile(r"(?P<month>[A-Z][a-z]+)(?P<of>\s+)(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_YEAR = re.compile(r"\b\d{4}\b")


def suggestion(claim: Claim, source: Claim, as_of: dt.date) -> str:
    """The claim's words with the source's value in them; "" where that cannot be put simply."""
    mine, theirs = claim.value, source.value
    if age_told(claim) is not None:
        return ""  # which it is by now is worked out
    if isinstance(mine, Quantity) and isinstance(theirs, Quantity):
        if {"up", "down"} <= {*claim.frame.marks, *source.frame.marks}:
            return ""  # a fall for a rise is more than another number
        return _quantity(claim.text, mine, theirs)
    if isinstance(mine, Ordinal) and isinstance(theirs, Ordinal):
        return _ordinal(claim.text, mine, theirs)
    if isinstance(mine, When) and isinstance(theirs, When):
        return _date(claim.text, mine, theirs, as_of)
    if isinstance(mine, Role) and isinstance(theirs, Role) and mine.holder in claim.text:
        return claim.text.replace(mine.holder, theirs.holder, 1)
    return ""


def _quantity(text: str, mine: Quantity, theirs: Quantity) -> str:
    """Only the number changes, so unit and noun stay as they are written."""
    exact = all(q.low == q.high and q.hedge is Hedge.EXACT for q in (mine, theirs))
    numbers = find_numbers(text)
    if not exact or len(numbers) != 1 or not mine.low:
        return ""
    (number,) = numbers
    if mine.unit != theirs.unit:
        return _other_unit(text, text[number.start : number.end], theirs)
    # A unit that is written otherwise than it is kept: 20 miles are 32.19 kilometres.
    value = (theirs.low * number.low / mine.low).normalize()
    if value * mine.low != theirs.low * number.low or len(value.as_tuple().digits) > 6:
        return ""
    written = text[number.start : number.end]
    said = say_number(value, style_of(written))
    put = text[: number.start] + said + text[number.end :]
    (read, *more) = find_numbers(put) or (None,)
    return put if read and not more and read.low == read.high == value else ""


def _other_unit(text: str, written: str, theirs: Quantity) -> str:
    """The draft's number with the source's unit, where both write it on the same side."""
    numbers = find_numbers(theirs.text)
    if len(numbers) != 1 or text.count(written) != 1:
        return ""
    before, after = theirs.text[: numbers[0].start], theirs.text[numbers[0].end :]
    here, behind = text.split(written)
    if bool(before.strip()) != bool(here.strip()):
        return theirs.text
    gap = " " if after[:1].isalpha() or after[:1] == " " else ""
    return f"{before or here}{written}{gap}{after.strip()}" if after or behind or before else ""


def _ordinal(text: str, mine: Ordinal, theirs: Ordinal) -> str:
    style = style_of(mine.text or text)
    bare = {"quality": "", "field": "", "since": ""}
    old, new = (render(value.model_copy(update=bare), style) for value in (mine, theirs))
    put = re.sub(rf"\b{re.escape(old)}\b", new, text, count=1)
    read = find_ordinals(put)
    return put if put != text and len(read) == 1 and read[0].value.rank == theirs.rank else ""


def _date(text: str, mine: When, theirs: When, as_of: dt.date) -> str:
    """Day and month in the draft's order; the weekday with them, and the year where it has one."""
    if mine.start != mine.end or theirs.start != theirs.end:
        return ""
    day = theirs.start
    put = _WEEKDAY.sub(f"{day:%A}", text, count=1)
    found = _DAY_FIRST.search(put) or _MONTH_FIRST.search(put)
    if found:
        number = f"{day.day}{ordinal_ending(day.day) if found['th'] else ''}"
        month = f"{day:%B}"
        words = (number, month) if found.re is _DAY_FIRST else (month, number)
        put = put[: found.start()] + found["of"].join(words) + put[found.end() :]
        put = _YEAR.sub(str(day.year), put, count=1)
    read = find_dates(put, as_of)
    same = len(read) == 1 and read[0].value.start == read[0].value.end == day
    return put if put != text and same else ""
