"""The window of a rank: since when, in how many years."""

from __future__ import annotations

import datetime as dt
import re

from verify.claims.dates import find_dates
from verify.claims.ordinals import Ranked

_SPAN = re.compile(
    r"(?:(?P<hedge>more\s+than|over|nearly|almost|about|at\s+least)\s+)?(?P<number>\d+|[a-z]+)\s+"
    r"(?P<unit>year|decade|month|century|generation)"
)
_NUMBERS = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_DAYS = {"month": 30, "year": 365, "decade": 3652, "century": 36_525}


def window(text: str, ranked: Ranked) -> tuple[tuple[int, int], int]:
    """Where "since 2019" stands, and where what follows its date goes on."""
    words = ranked.value.since.split()
    if not words:
        return (ranked.end, ranked.end), ranked.end
    pattern = r"(?:since\s+|in\s+)?" + r"\s+".join(map(re.escape, words))
    found = re.search(pattern, text[ranked.noun_end : ranked.end])
    if not found:
        return (ranked.end, ranked.end), ranked.end
    start = ranked.noun_end + found.start()
    dated = re.match(
        r"since\s+(?:(?:early|late|mid-?|the\s+(?:start|end)\s+of)\s+)?(?:[A-Z][a-z]+\s+)?\d{4}\b",
        text[start:],
    )
    return (start, ranked.end), start + dated.end() if dated else ranked.end


def after(words: str, as_of: dt.date) -> dt.date | None:
    """The last day before the window that "since 2019" opens."""
    dates = find_dates(words, as_of) if words.startswith("since") else ()
    return max((d.value.end for d in dates), default=None)


def days(since: str) -> int:
    """The days of "five years"; 0 where it is none, or only nearly so many."""
    span = _SPAN.match(since)
    if not span or span["hedge"] in {"nearly", "almost", "about"}:
        return 0
    number = int(span["number"]) if span["number"].isdigit() else _NUMBERS.get(span["number"], 0)
    return min(_DAYS.get(span["unit"], 0) * number, 200_000)
