"""The words of a quotation as they are compared: without marks, case, and what writers put in.

Contractions, spellings and small numbers are brought to one form, and sounds such as "um" are left
out, for none of them makes a quotation another one. Words in square brackets and an ellipsis stand
for words that are not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.words import plain

_PIECE = re.compile(
    r"\[[^\]\n]{0,200}\]|\(?\.(?:\s?\.){2,}\)?|…|%|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*"
    r"|[^\W_]+(?:['’][^\W_]+)*"
)
_NOT = re.compile(r"(?P<verb>[a-z]+)n't")
_SHORT = re.compile(r"(?P<word>[a-z]+)'(?P<end>re|ve|ll|m|d)")
_IS = re.compile(r"(?P<word>it|he|she|that|there|what|who|here|where|how)'s")
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|ing|ation|ations)$)")
_ENDS = {"re": "are", "ve": "have", "ll": "will", "m": "am", "d": "would"}
_WHOLE = {
    "won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not"),
    "shan't": ("shall", "not"), "let's": ("let", "us"), "gonna": ("going", "to"),
    "wanna": ("want", "to"), "okay": ("ok",), "%": ("percent",), "cent": ("cent",),
}  # fmt: skip
_SOUNDS = frozenset("um uh er erm ah eh hmm mm".split())
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
BRACKET, ELLIPSIS = "[", "…"
"""Stand for words that a writer put in, and for words left out."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its one form, and where it stands; a mark for words that are not told."""

    form: str
    start: int
    end: int

    @property
    def is_gap(self) -> bool:
        """Whether it stands for words that are not told."""
        return self.form in {BRACKET, ELLIPSIS}


def quote_words(text: str) -> tuple[Word, ...]:
    """The words of a quotation, in order."""
    found = list(_words(text))
    # "per cent" is one word in some papers.
    joined: list[Word] = []
    for word in found:
        if word.form == "cent" and joined and joined[-1].form == "per":
            joined[-1] = Word("percent", joined[-1].start, word.end)
        else:
            joined.append(word)
    return tuple(joined)


def _words(text: str) -> Iterator[Word]:
    for match in _PIECE.finditer(text):
        written = match.group()
        if written[0] == "[":
            inner = written[1:-1].strip()
            yield Word(ELLIPSIS if not inner.strip(".… ") else BRACKET, *match.span())
        elif written[0] in ".(…":
            yield Word(ELLIPSIS, *match.span())
        else:
            yield from (Word(form, *match.span()) for form in _forms(plain(written)))


def _forms(word: str) -> Sequence[str]:
    if word in _SOUNDS:
        return ()
    if word in _WHOLE:
        return _WHOLE[word]
    if negated := _NOT.fullmatch(word):
        return negated["verb"], "not"
    if short := _SHORT.fullmatch(word):
        return short["word"], _ENDS[short["end"]]
    if is_ := _IS.fullmatch(word):
        return is_["word"], "is"
    if word[0].isdigit():
        return (word.replace(",", ""),)
    bare = _IZE.sub("is", word.replace(".", ""))
    return (_NUMBERS.get(bare) or lexicon.SPELLINGS.get(bare, bare),)


def runs(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """The stretches of told words between gaps."""
    found: list[list[Word]] = [[]]
    for word in words:
        if word.is_gap:
            found.append([])
        else:
            found[-1].append(word)
    return [tuple(run) for run in found if run]
