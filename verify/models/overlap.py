"""What each word of a claim and its evidence has to do with the other side.

A small model spends most of what it learns on finding which words of two texts belong together.
We tell it: each token carries, beside its id, a mark that says whether its word stands on the
other side too, and how its number compares with the nearest number there. The model still decides
what that means ("more than 20" beside 23). After the exact-match feature of DrQA (Chen et al.
2017, https://arxiv.org/abs/1704.00051).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum


class Mark(IntEnum):
    """The mark of a word of the evidence; a word of the claim has it plus `CLAIM`."""

    SPECIAL = 0
    WORD_ALONE = 1
    WORD_ALIKE = 2
    WORD_SAME = 3
    NUMBER_ALONE = 4
    NUMBER_SAME = 5
    NUMBER_GREATER = 6
    NUMBER_LESS = 7


CLAIM = 7
"""Added to the marks of the claim's words."""
MARKS = 15

_WORDS = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?"
)
_ENDINGS = re.compile(r"(?:['’]s|ings?|ed|es|ly|s|e)$")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINAL = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_NAMED = {
    **{word: float(value) for value, word in enumerate(_SMALL)},
    **{word: float(value) for value, word in enumerate(_ORDINAL)},
    **{word: float(value) for value, word in zip(range(30, 100, 10), _TENS, strict=True)},
    "once": 1.0,
    "twice": 2.0,
    "thrice": 3.0,
    "dozen": 12.0,
}
_MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mln": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "trillion": 1e12,
}
_YEARS = range(1000, 2101)
_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    form: str
    stem: str
    value: float | None = None
    sort: str = ""


def marked(evidence: str, claim: str) -> tuple[Sequence[int], Sequence[int]]:
    """The mark of each character of both texts; 0 where no word stands.

    A token has the mark of the character it begins with.
    """
    of_evidence, of_claim = _words(evidence), _words(claim)
    return (
        _characters(evidence, of_evidence, of_claim, shift=0),
        _characters(claim, of_claim, of_evidence, shift=CLAIM),
    )


def _characters(
    text: str, words: Sequence[_Word], others: Sequence[_Word], *, shift: int
) -> Sequence[int]:
    forms = {other.form for other in others}
    stems = {other.stem for other in others}
    numbers: dict[str, list[float]] = {}
    for other in others:
        if other.value is not None:
            numbers.setdefault(other.sort, []).append(other.value)
    marks = bytearray(len(text))
    for word in words:
        if word.value is not None:
            mark = _of_number(word.value, numbers.get(word.sort, ()))
        elif word.form in forms:
            mark = Mark.WORD_SAME
        else:
            mark = Mark.WORD_ALIKE if word.stem in stems else Mark.WORD_ALONE
        marks[word.start : word.end] = bytes([mark + shift]) * (word.end - word.start)
    return marks


def _of_number(value: float, others: Sequence[float]) -> Mark:
    if not others:
        return Mark.NUMBER_ALONE
    near = min(others, key=lambda other: abs(math.log((other + 1) / (value + 1))))
    if abs(near - value) <= _SAME * max(1.0, abs(value)):
        return Mark.NUMBER_SAME
    return Mark.NUMBER_GREATER if value > near else Mark.NUMBER_LESS


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    matches = list(_WORDS.finditer(text))
    for place, match in enumerate(matches):
        form = match.group().casefold()
        value = _value(form)
        stem = _stem(form)
        if value is None:
            words.append(_Word(match.start(), match.end(), form, stem))
            continue
        following = matches[place + 1] if place + 1 < len(matches) else None
        between = text[match.end() : following.start()] if following else ""
        after = following.group().casefold() if following else ""
        if between in {" ", "-"} and after in _MAGNITUDES:
            value *= _MAGNITUDES[after]
        sort = _sort(form, value, text[match.end() : match.end() + 2].strip(), after, between)
        words.append(_Word(match.start(), match.end(), form, stem, value, sort))
    return words


def _value(form: str) -> float | None:
    if not form[0].isdigit():
        return _NAMED.get(form)
    try:
        return float(form.rstrip("stndrh").replace(",", ""))
    except ValueError:  # 1.2.3, or digits that float does not know
        return None


def _sort(form: str, value: float, mark: str, after: str, between: str) -> str:
    if mark.startswith("%") or (between == " " and after in {"percent", "per", "pct"}):
        return "percent"
    if form.isdigit() and len(form) == 4 and int(value) in _YEARS:
        return "year"
    return "number"


def _stem(form: str) -> str:
    stem = _ENDINGS.sub("", form)
    return stem if len(stem) > 2 else form
