"""Two ranked lists become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

DAMPING = 60
"""The constant of reciprocal rank fusion, as its authors chose it: a first place in one list
does not outweigh good places in both."""


class Fused(NamedTuple):
    """A passage id with its score and its place in each list (1 is best; None: not in it)."""

    id: int
    score: float
    word_rank: int | None
    vector_rank: int | None


def fuse(word_ids: Sequence[int], vector_ids: Sequence[int], k: int) -> tuple[Fused, ...]:
    """The best k of both lists by reciprocal rank: the sum of 1 / (60 + rank).

    Ranks and not scores are added, for a bm25 score and a cosine share no scale. Ties go to the
    better word rank, then to the lower id.
    """
    words = {id_: rank for rank, id_ in enumerate(word_ids, start=1)}
    vectors = {id_: rank for rank, id_ in enumerate(vector_ids, start=1)}
    fused = [
        Fused(
            id_, _share(words.get(id_)) + _share(vectors.get(id_)), words.get(id_), vectors.get(id_)
        )
        for id_ in words | vectors
    ]
    unranked = len(words) + 1
    fused.sort(key=lambda hit: (-hit.score, hit.word_rank or unranked, hit.id))
    return tuple(fused[:k])


def _share(rank: int | None) -> float:
    return 0.0 if rank is None else 1 / (DAMPING + rank)
