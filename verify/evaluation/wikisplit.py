"""Complex sentences with the simple ones that editors made of them: WikiSplit (Botha et al. 2018).

Rows are {"complex", "simple": [...]}. The texts stand in tokens, with '' for quotation marks;
both are brought back to plain text, since plain text is what a draft has.

A boundary is the place in the complex sentence at which the second simple one begins: the cut that
leaves the most words of the first before it and of the second behind it, as subsequences. Joints
(marks, "and", "who" ...) may go with either side, so a cut is told by the first word after it that
is none. Where several cuts are as good, the row has no certain boundary and only counts for SARI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from verify.evaluation.figures import SplitScores, WikiSplit
from verify.evaluation.intervals import mean, share
from verify.evaluation.jsonl import MEND, BenchmarkError, read_objects, sample, text
from verify.evaluation.sari import sari
from verify.evaluation.splitting import WAYS, Way

_WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_JOINTS = frozenset(
    "and but or nor yet so then who which whom whose that where when while as although though"
    " because since after before whereas until also later however".split()
)
_BEFORE = re.compile(r"\s+([,.;:!?%)\]]|'s\b|'\s|n't\b|'(?:re|ve|ll|d|m)\b)")
_AFTER = re.compile(r"([(\[$£€])\s+")
_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")
_QUOTED = re.compile(r"''\s*(.*?)\s*''")


class Row(NamedTuple):
    """A sentence, what editors made of it, and the offset of the boundary, -1 where open."""

    complex: str
    simple: tuple[str, ...]
    boundary: int


def plain(tokens: str) -> str:
    """A text of tokens as it is written."""
    joined = _HYPHEN.sub("-", _QUOTED.sub(r'"\1"', tokens))
    return _AFTER.sub(r"\1", _BEFORE.sub(r"\1", joined)).strip()


def read_splits(path: Path) -> Iterator[Row]:
    """The rows of a file. BenchmarkError."""
    for place, fields in read_objects(path):
        simple = fields.get("simple")
        if not isinstance(simple, list) or not all(isinstance(one, str) for one in simple):
            raise BenchmarkError(f'{place}: "simple" must be a list of texts', MEND)
        whole = plain(text(fields, "complex", place))
        parts = tuple(plain(one) for one in simple)
        yield Row(whole, parts, boundary(whole, parts) if len(parts) == 2 else -1)


def measure_splits(path: Path, limit: int | None = None) -> WikiSplit:
    """Every way of making claims against what editors made. BenchmarkError."""
    rows = sample(tuple(read_splits(path)), limit)
    if not rows:
        raise BenchmarkError(f"{path} has no rows.", "Name a file with split sentences.")
    return WikiSplit(
        rows=len(rows),
        bounded=sum(row.boundary >= 0 for row in rows),
        ways=tuple(score_splits(name, way, rows) for name, way in WAYS.items()),
    )


def score_splits(name: str, way: Way, rows: Sequence[Row]) -> SplitScores:
    """One way of making claims against what editors made."""
    made = [way(row.complex) for row in rows]
    scores = [
        sari(row.complex, " ".join(one.wording for one in pieces), " ".join(row.simple))
        for row, pieces in zip(rows, made, strict=True)
    ]
    cuts = [
        ({_told(row.complex, one.begins) for one in pieces} - {_told(row.complex, 0)}, row.boundary)
        for row, pieces in zip(rows, made, strict=True)
        if row.boundary >= 0
    ]
    return SplitScores(
        way=name,
        sari=mean(np.array(scores)),
        found=share(sum(at in found for found, at in cuts), len(cuts)) if cuts else None,
        exact=share(sum(found == {at} for found, at in cuts), len(cuts)) if cuts else None,
        pieces=sum(len(pieces) for pieces in made) / len(rows),
    )


def _told(sentence: str, offset: int) -> int:
    """The offset of the first word from `offset` on that is no joint."""
    for match in _WORD.finditer(sentence, offset):
        if match.group()[0].isalnum() and match.group().lower() not in _JOINTS:
            return match.start()
    return len(sentence)


def boundary(sentence: str, simple: Sequence[str]) -> int:
    """Where the second simple sentence begins, -1 where that is open."""
    words = list(_WORD.finditer(sentence))
    whole = [word.group().lower() for word in words]
    first, second = ([w.lower() for w in _WORD.findall(one)] for one in simple)
    ahead = _longest(whole, first)
    behind = _longest(whole[::-1], second[::-1])[::-1]
    scores = [a + b for a, b in zip(ahead, behind, strict=True)]
    best = max(scores[1:-1], default=0)
    cuts = {
        _told(sentence, words[n].start())
        for n, score in enumerate(scores[:-1])
        if n and score == best
    }
    return cuts.pop() if len(cuts) == 1 else -1


def _longest(words: Sequence[str], other: Sequence[str]) -> list[int]:
    """For each beginning of `words`, how long a subsequence it shares with `other`."""
    row = [0] * (len(other) + 1)
    found = [0]
    for word in words:
        before = 0
        for j, one in enumerate(other, start=1):
            before, row[j] = row[j], before + 1 if word == one else max(row[j], row[j - 1])
        found.append(row[-1])
    return found
