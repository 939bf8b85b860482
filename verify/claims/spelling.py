"""How the typed grammar compares letters and writes lists of words into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ODD_CASES = str.maketrans("ſKıİ", "skii")


def fold(word: str) -> str:
    """Lower case in the sense of `re.IGNORECASE`, for which the Kelvin sign is a k."""
    return word.translate(_ODD_CASES).lower()


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first; a space in one is any white space."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
