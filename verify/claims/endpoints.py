"""When a duration began and ended: three years until 2020, a 12-day war from 13 to 24 June."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.dates import Dated
from verify.claims.quantities import DURATIONS, Measured
from verify.records import When

# What stands between a duration and the date that ends or begins it.
_LINK = re.compile(
    r",?\s+(?:[a-z-]+\s+){0,3}?(?:(?P<ends>until|till|to|through|ending|ended|that\s+ended)"
    r"|(?P<begins>since|from|starting|beginning|that\s+began)|(?P<between>between))"
    r"(?:\s+(?:in|on|the|at|of))*\s+$",
    re.IGNORECASE,
)
_REACH = 60


def with_end_points(text: str, measured: Measured, dates: Sequence[Dated]) -> Measured:
    """The same duration with the end points that a date right after it gives."""
    if measured.value.unit not in DURATIONS:
        return measured
    date = next((d for d in dates if d.start >= measured.end), None)
    if date is None or date.start - measured.end > _REACH:
        return measured
    link = _LINK.fullmatch(text, measured.end, date.start)
    if link is None:
        return measured
    when = date.value
    both = when.throughout or link["between"]
    first, last = (_day(when, "start"), _day(when, "end")) if both else (when, when)
    update = {
        "begins": first if link["begins"] or both else None,
        "ends": last if link["ends"] or both else None,
    }
    value = measured.value.model_copy(update=update)
    return Measured(measured.start, measured.end, measured.kind, value, measured.attributive)


def _day(when: When, end: str) -> When:
    """The first or the last day of a date."""
    day = when.start if end == "start" else when.end
    return when.model_copy(update={"start": day, "end": day, "throughout": False})
