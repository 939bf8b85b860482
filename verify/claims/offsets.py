"""Dates that a sentence gives, and those it counts from another event: "a day after the summit".

"On Thursday, a day after world leaders gathered" dates two events. The second is read as a date of
its own: Thursday less a day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from verify.claims.dates import Dated
from verify.claims.numbers import find_numbers
from verify.claims.reading import Reading
from verify.records import When

OFFSET = "offset"
"""How a date is given that is counted from another event's."""
_OFFSET = re.compile(
    r"\b(?P<n>(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+))\s+"
    r"(?P<unit>day|week|month|year)s?\s+"
    r"(?P<way>after(?P<that>\s+(?:that|this)\b)?|before(?P<this>\s+(?:that|this)\b)?|later|earlier)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def _goes_back(match: re.Match[str]) -> bool:
    """Whether the date lies before the one given: what it came "a day after" was a day before."""
    way = match["way"].lower().split()[0]
    if way in {"later", "earlier"}:
        return way == "earlier"
    return (way == "after") != bool(match["that"] or match["this"])


def anchored_dates(reading: Reading) -> Iterator[Dated]:
    """The dates of a sentence, with those that it counts from the first of them."""
    yield from reading.dates
    given = [d for d in reading.dates if d.value.start == d.value.end]
    for match in _OFFSET.finditer(reading.text):
        base = next((d for d in reversed(given) if d.end <= match.start()), None)
        if base is None:
            continue
        numbers = find_numbers(match["n"])
        days = int(numbers[0].low if numbers else 1) * _DAYS[match["unit"].lower()]
        back = _goes_back(match)
        step = dt.timedelta(days=-days if back else days)
        day = base.value.start + step
        slack = dt.timedelta(days=0 if match["unit"].lower() == "day" else days // 7)
        when = When(start=day - slack, end=day + slack, text=match.group())
        yield Dated(match.start(), match.end(), when, OFFSET)
