"""What something is compared with, and where it ends: a name, "the tunnel", "in 2023"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.phrases import noun_phrase_end
from verify.claims.spelling import word_set
from verify.claims.words import Token

DETERMINERS = word_set("the a an its his her their our this that these those")
PLACED = word_set("in on at during")
_AGO = word_set("earlier ago before previously")
# "larger than life", "better than nothing", "higher than normal": compared with nothing that is.
_IDLE = word_set(
    "life nothing anything everything anyone anybody everyone everybody average normal usual most"
    " many some words other mine yours ours hers theirs"
)
_SOME_OTHER = lexicon.ORDINAL_WORDS.keys() | word_set("other others rest former latter one ones")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its tokens, where they start, and where a name that starts at a place ends."""

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    names: Mapping[int, int]

    def token(self, offset: int) -> int:
        """The first token that starts at an offset or after."""
        return bisect_left(self.starts, offset)

    def lower(self, at: int) -> str:
        """The word at a place, "" before and behind the text."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""


def side_end(read: Text, at: int) -> int:
    """Where what stands from a token on ends: a name, "the tunnel", "in 2023", "that of Kenya";
    `at` where it is nothing that can be compared with."""
    start = at
    if read.lower(at) in PLACED:
        at += 1
        if (end := _time_end(read, at)) > at:
            return end
    if read.lower(at) in {"that", "those"} and read.lower(at + 1) == "of":
        at += 2
    end = _phrase_end(read, at)
    if end == at or read.lower(end - 1) in _SOME_OTHER:
        return start
    for _ in range(2):
        if read.lower(end) == "of":
            more = _phrase_end(read, end + 1)
            end = more if more > end + 1 else end
    return end + (read.lower(end) in _AGO)


def _time_end(read: Text, at: int) -> int:
    """Where a year, or a month with its year, ends."""
    if read.lower(at) in lexicon.MONTHS:
        at += 1
        return at + (_is_year(read.lower(at)))
    return at + _is_year(read.lower(at))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1500" <= word < "2100"


def _phrase_end(read: Text, at: int) -> int:
    """Where a name or noun phrase ends; `at` where there is none."""
    if at >= len(read.tokens):
        return at
    token = read.tokens[at]
    if token.start in read.names:
        end = read.token(read.names[token.start])
        return _noun_end(read, end + 1) if read.lower(end) in {"'s", "'"} else end
    if token.lower in DETERMINERS or token.lower == "last":
        if at + 1 < len(read.tokens) and read.tokens[at + 1].start in read.names:
            return max(_phrase_end(read, at + 1), _noun_end(read, at + 1))
        end = _noun_end(read, at + 1)
        return end if end > at + 1 else at
    end = _noun_end(read, at)
    bare = read.tokens[end - 1] if end > at else None
    if bare is None or "NOUN" not in bare.tags or "ADJ" in bare.tags or token.lower in _IDLE:
        return at
    return end


def _noun_end(read: Text, at: int) -> int:
    """The token behind the noun phrase that begins at a token."""
    if at >= len(read.tokens):
        return at
    start = read.tokens[at].start
    end = noun_phrase_end(read.text, start)
    return read.token(end) if end > start else at


def is_dimension(read: Text, at: int) -> bool:
    """Whether "in area", "by population" stands at a token."""
    if read.lower(at) not in {"in", "by"} or at < 1 or at + 1 >= len(read.tokens):
        return False
    noun = read.tokens[at + 1]
    time = noun.lower in lexicon.MONTHS or noun.lower in lexicon.WEEKDAYS
    return "NOUN" in noun.tags and not (noun.is_capital or time or noun.lower in lexicon.EMPTY)
