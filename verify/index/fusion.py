"""Two scored lists become one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

WORDS = 0.4
"""What the words count of a score; the meaning counts for the rest. A round number: from 0.25 to
0.45 the search is about as good (benchmarks/RESULTS.md)."""

Scores = Mapping[int, float]
"""Passage ids with a score each, best first."""


class Fused(NamedTuple):
    """A passage id with its score, its place in each list (1 is best; None: not in it), and its
    cosine (None where there are no vectors)."""

    id: int
    score: float
    word_rank: int | None
    vector_rank: int | None
    cosine: float | None


def fuse(
    words: Scores,
    cosines: Scores,
    k: int,
    *,
    others: Scores = MappingProxyType({}),
    rest: float = 0.0,
) -> tuple[Fused, ...]:
    """The best k of both lists, by 0.4 * bm25 / best bm25 + 0.6 * cosine.

    A bm25 score means something only beside the others of its query, so the best one counts as 1;
    a cosine is on one scale for all. `others` are the cosines of what only the words found, `rest`
    is the bm25 score of what they did not. Ties go to the better word rank, then to the lower id.
    """
    best = max(words.values(), default=0.0) or 1.0
    word_ranks, vector_ranks = _ranks(words), _ranks(cosines)
    fused = []
    for id_ in word_ranks | vector_ranks:
        near = cosines.get(id_, others.get(id_))
        score = WORDS * words.get(id_, rest) / best + (1 - WORDS) * (near or 0.0)
        fused.append(Fused(id_, score, word_ranks.get(id_), vector_ranks.get(id_), near))
    unranked = len(words) + 1
    fused.sort(key=lambda hit: (-hit.score, hit.word_rank or unranked, hit.id))
    return tuple(fused[:k])


def _ranks(scores: Scores) -> dict[int, int]:
    return {id_: rank for rank, id_ in enumerate(scores, start=1)}
