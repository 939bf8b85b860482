"""Publication dates as sources write them."""

from __future__ import annotations

import datetime as dt


def parse_date(value: str) -> dt.date:
    """The day of an ISO 8601 date or datetime, in the zone it was written in.

    Raises ValueError for anything else: a date guessed wrong is worse than none.
    """
    value = value.strip()
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return dt.datetime.fromisoformat(value).date()
