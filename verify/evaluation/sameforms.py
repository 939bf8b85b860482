"""Words of a text in one form each, so that 180 days and a 180-day period are found to be alike."""

from __future__ import annotations

import re
from decimal import Decimal

from verify.claims.numberwords import ordinal_ending
from verify.evaluation.changewords import MONTHS, RANKS, SMALL, any_of

_SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
}
_NUMBER = re.compile(
    rf"(?P<number>\d[\d,]*(?:\.\d+)?|\b(?:{any_of(SMALL)})\b)(?:[\s-](?P<scale>{any_of(_SCALES)})\b)?"
)
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?")
_SAME = {
    **{rank: f"{n}{ordinal_ending(n)}" for n, rank in enumerate(RANKS, 1)},
    **{month.casefold()[:3]: month.casefold() for month in MONTHS if month != "May"},
    "mth": "month",
    "qtr": "quarter",
    "pct": "percent",
    "dlr": "dollar",
    "ct": "cent",
    "shr": "share",
    "km": "kilometre",
    "kilometer": "kilometre",
    "m": "metre",
    "meter": "metre",
    "mi": "mile",
    "ft": "foot",
    "feet": "foot",
    "kg": "kilogram",
    "sq": "square",
}


def forms(text: str) -> list[str]:
    """The words of a text in order: lower case, singular, numbers in figures and without scale."""
    text = text.replace("%", " pct ").replace("U.S.", "US")
    plain = _NUMBER.sub(lambda m: f" {_figures(m)}", text.casefold())
    return [_form(word) for word in _WORD.findall(plain)]


def _figures(found: re.Match[str]) -> str:
    written, scale = found["number"].rstrip(","), found["scale"]
    number = Decimal(SMALL.index(written) + 2 if written in SMALL else written.replace(",", ""))
    return f"{(number * _SCALES[scale] if scale else number).normalize():f}"


def _form(word: str) -> str:
    word = _SAME.get(word, word)
    if word in {"series", "species"}:
        return word
    if len(word) > 3 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif re.search(r"[a-z][^\W\d_sui]s$", word):
        word = word[:-1]
    return _SAME.get(word, word)
