"""Which documents of an archive tell the same story as a drawn sentence, and which repeat it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from verify.evaluation.planting import Drawn
from verify.records import Document

NEAREST = 10
"""Documents taken for each original."""
REPEATS = 0.55
REPEATS_WITH_VALUE = 0.3
"""The share of a sentence's weight that one of another document must have to repeat it; less is
enough where it has the value too.
"""
_COMMON = 400
"""A word in more documents than this makes none a relative."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")

Weights = Mapping[str, float]


def word_weights(documents: Sequence[Document]) -> Weights:
    """How much each word tells: the rarer, the more."""
    counts = Counter(word for d in documents for word in _words(f"{d.title} {d.text}"))
    return {word: math.log(len(documents) / count) for word, count in counts.items()}


def nearest(
    documents: Sequence[Document], originals: Iterable[str], weights: Weights
) -> frozenset[str]:
    """The documents that share the most telling words with each of the originals."""
    rare = math.log(len(documents) / _COMMON) if len(documents) > _COMMON else 0.0
    wanted = {
        d.id: {w for w in _words(f"{d.title} {d.text}") if weights[w] > rare}
        for d in documents
        if d.id in set(originals)
    }
    by_word: dict[str, list[str]] = {w: [] for words in wanted.values() for w in words}
    for document in documents:
        for word in _words(f"{document.title} {document.text}") & by_word.keys():
            by_word[word].append(document.id)
    found: set[str] = set()
    for id_, words in wanted.items():
        scores: Counter[str] = Counter()
        for word in words:
            for other in by_word[word]:
                scores[other] += weights[word]  # type: ignore[assignment]
        del scores[id_]
        found.update(other for other, _ in scores.most_common(NEAREST))
    return frozenset(found)


def repeats(
    documents: Sequence[Document], drawn: Sequence[Drawn], weights: Weights
) -> frozenset[str]:
    """The originals, and every document that repeats one of the drawn sentences nearly."""
    wanted = [
        (_words(f"{one.sentence}"), _words(one.original) or {one.original.casefold()})
        for one in drawn
    ]
    found = {one.document for one in drawn}
    for document in documents:
        for sentence in _SENTENCE.split(document.text):
            there = _words(f"{document.title} {sentence}")
            if any(_repeats(words, value, there, weights) for words, value in wanted):
                found.add(document.id)
                break
    return frozenset(found)


def _repeats(words: set[str], value: set[str], there: set[str], weights: Weights) -> bool:
    common = words & there
    if len(common) < 3:
        return False
    share = sum(weights[w] for w in common) / (sum(weights[w] for w in words) or 1.0)
    return share >= (REPEATS_WITH_VALUE if value <= there else REPEATS)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
