"""One part of speech for each word: a hidden Markov model of three tags (Brants, TnT, 2000).

Tags are those of the Penn Treebank. How often a word has one, and which follows which, was counted
by `training/tagging.py`; words never seen go by their ending, their capital and the dictionary.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from verify.claims.dictionary import lemmas
from verify.claims.words import Token

BOUND: Final = "<>"
"""Stands before the first word."""
_MARKS = {
    ",": ",", ".": ".", "!": ".", "?": ".", "…": ".", ";": ";", ":": ":", "—": "--", "–": "--",
    "-": "HYPH", "(": "(", ")": ")", "[": "(", "]": ")", "'": "''", '"': "''", "“": "``",
    "”": "''", "‘": "``", "’": "''", "`": "``", "«": "``", "»": "''",
}  # fmt: skip
_BY_DICTIONARY = {
    "NOUN": ("NN", "NNS"), "VERB": ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG"), "ADJ": ("JJ",),
    "ADV": ("RB",),
}  # fmt: skip
_BY_ENDING = {"VBG": "ing", "NNS": "s", "VBZ": "s"}
_MOST = 6
"""Tags of one word that are weighed."""
_WEIGHTS = (0.6, 0.35, 0.05)
"""Of three, two and one tags in how likely one follows."""
Counts = dict[str, int]
Scored = tuple[tuple[str, float], ...]


def mark_tag(token: Token) -> str:
    """The tag of a mark or of a number in digits; "" for a word."""
    first = token.text[0]
    if first.isalpha():
        return ""
    if first.isdigit():
        return "JJ" if token.lower.endswith(("st", "nd", "rd", "th")) else "CD"
    if token.lower == "'s":
        return ""
    return _MARKS.get(token.text, "SYM")


def tag_words(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The likeliest tags of the words of a sentence, all of them together."""
    # By the last tag: for each tag before it, how likely the best way there is, and the way.
    best: dict[str, list[tuple[str, float, _Way | None]]] = {BOUND: [(BOUND, 0.0, None)]}
    initial = True
    for token in tokens:
        mark = mark_tag(token)
        options = ((mark, 0.0),) if mark else _options(token.text, token.lower, initial)
        found: dict[str, list[tuple[str, float, _Way | None]]] = {tag: [] for tag, _ in options}
        for two, ways in best.items():
            if len(best) == len(ways) == len(options) == 1:  # one way on: nothing to weigh
                ((_, score, way),) = ways
                found[options[0][0]] = [(two, score, (two, way))]
                break
            weighed = [(score, _steps(one, two), way) for one, score, way in ways]
            for now, fits in options:
                top, led = -math.inf, None
                for score, likely, way in weighed:
                    total = score + fits + likely[now]
                    if total > top:
                        top, led = total, way
                found[now].append((two, top, (two, led)))
        best = found
        initial = mark in {"``", "''", "("} and initial
    score, last, way = max(
        ((score, last, way) for last, ways in best.items() for _, score, way in ways),
        key=lambda found: found[0],
    )
    tags = [last]
    while way is not None:
        tags.append(way[0])
        way = way[1]
    return tuple(reversed(tags[: len(tokens)])) if tokens else ()


_Way = tuple[str, "_Way | None"]


class _Table:
    """What was counted, read where it is asked for."""

    def __init__(self, table: Mapping[str, Mapping[str, str]]) -> None:
        self._words, self._endings = table["words"], table["endings"]
        self._three = {tuple(pair.split()): _counts(seen) for pair, seen in table["follow"].items()}
        self._two: dict[str, Counts] = {}
        self._one: Counts = {}
        for (_, before), seen in self._three.items():
            here = self._two.setdefault(before, {})
            for tag, n in seen.items():
                here[tag] = here.get(tag, 0) + n
                self._one[tag] = self._one.get(tag, 0) + n
        self._all = sum(self._one.values())

    def word(self, text: str) -> Counts:
        """How often a word has each tag; {} for one that was not counted."""
        return _counts(self._words.get(text, ""))

    def ending(self, letters: str) -> Counts:
        """How often words with this ending have each tag."""
        return _counts(self._endings.get(letters, ""))

    def share(self, tag: str) -> float:
        """How much of all text a tag is."""
        return self._one.get(tag, 1) / self._all

    def steps(self, one: str, two: str) -> _Steps:
        """For `_steps`."""
        return _Steps(self.share, self._two.get(two, {}), self._three.get((one, two), {}))


class _Steps(dict[str, float]):
    """Of each tag that is asked for, how likely it follows two others."""

    def __init__(self, share: Callable[[str], float], pair: Counts, three: Counts) -> None:
        super().__init__()
        self._share, self._pair, self._three = share, pair, three
        self._pairs, self._threes = sum(pair.values()) or 1, sum(three.values()) or 1

    def __missing__(self, now: str) -> float:
        three, pair, lone = _WEIGHTS
        share = lone * self._share(now)
        share += pair * self._pair.get(now, 0) / self._pairs
        share += three * self._three.get(now, 0) / self._threes
        self[now] = found = math.log(share)
        return found


def _counts(text: str) -> Counts:
    """ "NN 12 VB 3" as numbers by tag."""
    parts = text.split()
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


@cache
def _steps(one: str, two: str) -> _Steps:
    """How likely each tag follows two others, as logarithms."""
    return _table().steps(one, two)


@cache
def _table() -> _Table:
    text = files("verify.claims.split").joinpath("tagger.json").read_text(encoding="utf-8")
    return _Table(json.loads(text))


@lru_cache(maxsize=100_000)
def _options(text: str, lower: str, initial: bool) -> Scored:
    """The tags that a word can have, with how well each fits it."""
    table = _table()
    seen = _shares(table.word(lower))
    if text[0].isupper():
        named = table.word(text)
        if not initial:
            # Inside a sentence a capital tells that it is a name, if not for certain.
            seen = {tag: n / 50 for tag, n in seen.items()} | (_shares(named) or {"NNP": 1.0})
            if lower.endswith("s"):
                seen.setdefault("NNPS", 0.05)
        elif named:
            usual = sum(table.word(lower).values())
            share = sum(named.values()) / (sum(named.values()) + usual)
            seen = {tag: n * (1 - share) for tag, n in seen.items()}
            for tag, n in _shares(named).items():
                seen[tag] = seen.get(tag, 0.0) + n * share
        elif not seen:
            seen = _guess(lower) | {"NNP": 2.0}
    elif not seen:
        seen = _guess(lower)
    total = sum(seen.values())
    found = sorted(((n / total, tag) for tag, n in seen.items() if n > total / 500), reverse=True)
    return tuple((tag, math.log(n / table.share(tag))) for n, tag in found[:_MOST])


def _guess(lower: str) -> dict[str, float]:
    """The tags of a word that was never counted, by its ending and the dictionary."""
    table = _table()
    ends = (table.ending(lower[-size:]) for size in (4, 3, 2, 1))
    seen = _shares(next((found for found in ends if found), {"NN": 1}))
    allowed = {tag for kind in lemmas(lower) for tag in _BY_DICTIONARY.get(kind, ())}
    fits = {
        tag: n
        for tag, n in seen.items()
        if tag in allowed and lower.endswith(_BY_ENDING.get(tag, ""))
    }
    return fits or seen


def _shares(counts: Counts) -> dict[str, float]:
    total = sum(counts.values())
    return {tag: n / total for tag, n in counts.items()}
