"""Which documents of an archive tell the same story as a drawn sentence, and which state it too."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verify.evaluation.figures import ChangeKind
from verify.evaluation.planting import Drawn
from verify.evaluation.sameforms import forms
from verify.records import Document

NEAREST = 10
"""Documents taken for each original."""
REPEATS = 0.55
REPEATS_WITH_VALUE = 0.3
"""The share of a sentence's weight that one of another document must have to repeat it; less is
enough where it has the value too.
"""
AROUND = 6
BESIDE_OFFICE = 2
"""How many telling words on each side of a value say what it is the value of. Of a person beside an
office only those of the office count: whoever is named with it elsewhere is said to hold it.
"""
STATES = 0.5
"""The share of the weight of those words that a sentence with the value must have to state it."""
_COMMON = 400
"""A word in more documents than this makes none a relative."""
_SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’']))(?<!\b[A-Z]\.)\s+")
"""Not behind an initial, James M. Crosby is in one sentence; nor between the lines of a table,
where one says of which months the figures of the next are.
"""
_EMPTY = frozenset(
    "a an the and or but nor of in on at to for from with by as into onto over under than that"
    " which who whom whose this these those it its he his she her they their is are was were be"
    " been being has have had do does did will would can could may might also said say one some"
    " any all not no so such there then up down out about more most year dollar new late former"
    " formerly".split()
)
"""Words that tell nothing of what a value is the value of."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A drawn sentence: its words, those of its value, and the telling ones around that."""

    words: frozenset[str]
    value: frozenset[str]
    around: frozenset[str]


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
    """The originals, and every document that repeats one of the drawn sentences nearly, or states
    what is said of its value: there a verdict would be right.
    """
    wanted = [_wanted(one) for one in drawn]
    found = {one.document for one in drawn}
    for document in documents:
        for sentence in _SENTENCE.split(document.text):
            there = _words(f"{document.title} {sentence}")
            if any(_repeats(one, there, weights) for one in wanted):
                found.add(document.id)
                break
    return frozenset(found)


def _wanted(one: Drawn) -> _Wanted:
    before, after = one.sentence[: one.span.start], one.sentence[one.span.end :]
    reach = AROUND
    if one.kind is ChangeKind.ROLE:
        reach = BESIDE_OFFICE
        # An office behind a name stands between commas; one before it is in the same phrase.
        before, after = ("", after[1:].partition(",")[0]) if after[:1] == "," else (before, "")
    return _Wanted(
        words=frozenset(forms(one.sentence)),
        value=frozenset(forms(one.original)) - {"dollar"},
        around=frozenset(_telling(before)[-reach:] + _telling(after)[:reach]),
    )


def _telling(text: str) -> list[str]:
    return [word for word in forms(text) if word not in _EMPTY]


def _repeats(one: _Wanted, there: frozenset[str], weights: Weights) -> bool:
    has_value = one.value <= there
    if has_value and one.around and _share(one.around, there, weights) >= STATES:
        return True
    if len(one.words & there) < 3:
        return False
    return _share(one.words, there, weights) >= (REPEATS_WITH_VALUE if has_value else REPEATS)


def _share(words: frozenset[str], there: frozenset[str], weights: Weights) -> float:
    whole = sum(weights.get(w, 0.0) for w in words)
    return sum(weights.get(w, 0.0) for w in words & there) / (whole or 1.0)


def _words(text: str) -> frozenset[str]:
    return frozenset(forms(text))
