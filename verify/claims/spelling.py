"""How the typed grammar compares letters and writes lists of words into patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ODD_CASES = str.maketrans("ſKıİ", "skii")


def fold(word: str) -> str:
    """Lower case in the sense of `re.IGNORECASE`, for which the Kelvin sign is a k."""
    return word.lower() if word.isascii() else word.translate(_ODD_CASES).lower()


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones first; a space in one is any white space.

    It has each beginning that words share once, as a tree: the engine would try a list word by
    word at every place of a text.
    """
    tree: _Tree = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return _alternatives(tree)


_Tree = dict[str, "_Tree"]
_END = ""


def _alternatives(tree: _Tree) -> str:
    return "|".join(_letter(letter) + _rest(tree[letter]) for letter in sorted(tree) if letter)


def _rest(tree: _Tree) -> str:
    letters = [letter for letter in tree if letter]
    if not letters:
        return ""
    if _END not in tree and len(letters) == 1:
        return _alternatives(tree)
    return f"(?:{_alternatives(tree)}){'?' if _END in tree else ''}"


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else re.escape(letter)
