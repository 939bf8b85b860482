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
    r"(?P<unit>day|week|month|year)s?\s+(?P<way>after|before)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


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
        step = dt.timedelta(days=-days if match["way"].lower() == "after" else days)
        day = base.value.start + step
        slack = dt.timedelta(days=0 if match["unit"].lower() == "day" else days // 7)
        when = When(start=day - slack, end=day + slack, text=match.group())
        yield Dated(match.start(), match.end(), when, OFFSET)
