"""Ways of making claims of a sentence, to be compared: as it is, at every clause, by assertions."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from verify.claims.clauses import find_clauses
from verify.claims.split.assertions import Tagger, find_assertions, render
from verify.claims.split.tagger import tag_words
from verify.claims.words import tokenize


class Piece(NamedTuple):
    """A claim as a way makes it: its spans in the sentence, where its own words begin, and its
    wording."""

    spans: tuple[tuple[int, int], ...]
    begins: int
    wording: str


Way = Callable[[str], tuple[Piece, ...]]


def as_it_is(sentence: str) -> tuple[Piece, ...]:
    """One claim, the sentence."""
    return (Piece(((0, len(sentence)),), 0, sentence),) if sentence else ()


def at_clauses(sentence: str) -> tuple[Piece, ...]:
    """A claim for every clause."""
    tokens = tokenize(sentence)
    found = []
    for clause in find_clauses(tokens):
        start, end = tokens[clause.start].start, tokens[clause.end - 1].end
        found.append(Piece(((start, end),), start, sentence[start:end]))
    return tuple(found)


def by_assertions(sentence: str, tag: Tagger = tag_words) -> tuple[Piece, ...]:
    """A claim for every assertion."""
    found = find_assertions(tokenize(sentence), tag)
    return tuple(Piece(one.parts, one.own[0], render(one, sentence)) for one in found)


WAYS: dict[str, Way] = {
    "sentence = claim": as_it_is,
    "clause = claim": at_clauses,
    "assertions": by_assertions,
}
