"""Rows that nearly repeat a claim of the sets we measure on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

NEAR = 0.75
"""Share of words in common (Jaccard) from which two claims are copies."""
_WORD = re.compile(r"\w+")


class Leaks:
    """Answers whether a text nearly repeats one of the texts it was made of."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._sets = [frozenset(_words(text)) for text in texts]
        counts = Counter(word for words in self._sets for word in words)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._counts = counts
        for place, words in enumerate(self._sets):
            for word in sorted(words, key=lambda w: (counts[w], w))[:4]:
                self._by_word[word].append(place)

    def __contains__(self, text: object) -> bool:
        words = frozenset(_words(str(text)))
        places = {place for word in words for place in self._by_word.get(word, ())}
        return any(
            len(words & self._sets[place]) >= NEAR * len(words | self._sets[place])
            for place in places
        )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
