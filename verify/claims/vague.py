"""Numbers that tell a size and no figure: thousands of, tens of millions of, several hundred."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from verify.claims.amounts import SCALES
from verify.claims.numbers import Number
from verify.claims.spelling import fold
from verify.claims.words import tokenize
from verify.records import Hedge

_SIZE = "hundred|thousand|million|billion|trillion|lakh|crore|dozen"
_TIMES = "ten|hundred|dozen|score|thousand|million|lakh"
_VAGUE = re.compile(
    rf"\b(?:(?P<times>{_TIMES})s\s+of\s+)?"
    rf"(?P<size>{_SIZE}|score)s\s+of(?=\s+[^\W\d])"
    rf"|\b(?:several|a\s+few)\s+(?P<few>{_SIZE})(?=\s+[^\W\d])"
)
"""Of folded text."""
_SCALES = SCALES | {"ten": 10, "score": 20, "dozen": 12}
_WIDE, _FEW = 1000, 10
"""How many times the least number the greatest may be: both ends are left wide."""


def find_vague(text: str) -> tuple[Number, ...]:
    """Numbers as wide intervals with the hedge `open`, in order; each takes its "of"."""
    found = []
    for match in _VAGUE.finditer(fold(text)):
        if match["size"] == "score" and not _is_twenty(text, match):
            continue
        if match["few"]:
            low = Decimal(2 * _SCALES[match["few"]])
            high = low / 2 * _FEW
        else:
            times = _SCALES[match["times"]] if match["times"] else 1
            low = Decimal(times * _SCALES[match["size"]])
            high = low * _WIDE
        start, end = match.span()
        found.append(Number(start, end, low, high, low, Hedge.OPEN, start, in_words=True))
    return tuple(found)


def vague_words(low: Decimal, high: Decimal) -> str:
    """The words that `find_vague` reads as this interval: thousands of, several hundred."""
    return _words()[low, high]


@lru_cache(maxsize=1)
def _words() -> dict[tuple[Decimal, Decimal], str]:
    sizes = [*_SIZE.split("|"), "score"]
    found: dict[tuple[Decimal, Decimal], str] = {}
    for size in sizes:
        low = Decimal(_SCALES[size])
        found.setdefault((low, low * _WIDE), f"{size}s of")
        if size != "score":
            found.setdefault((2 * low, low * _FEW), f"several {size}")
    for times in _TIMES.split("|"):
        for size in sizes:
            low = Decimal(_SCALES[times] * _SCALES[size])
            found.setdefault((low, low * _WIDE), f"{times}s of {size}s of")
    return found


def _is_twenty(text: str, match: re.Match[str]) -> bool:
    """Whether "scores of" counts: not those of a test, and not "the scores of"."""
    before = tokenize(text[max(0, match.start() - 24) : match.start()])
    if not before:
        return True
    noun = "NOUN" in before[-1].tags and before[-1].lemma == before[-1].lower
    return before[-1].lower != "the" and not noun
