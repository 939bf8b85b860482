"""Two ranked lists become one, by hand-reckoned scores."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.index import fuse

IDS = st.lists(st.integers(1, 30), unique=True)


def test_golden_order() -> None:
    fused = fuse([7, 3, 9], [3, 5], 10)
    assert [(hit.id, hit.word_rank, hit.vector_rank) for hit in fused] == [
        (3, 2, 1),  # in both lists
        (7, 1, None),
        (5, None, 2),
        (9, 3, None),
    ]
    assert [hit.score for hit in fused] == pytest.approx([1 / 62 + 1 / 61, 1 / 61, 1 / 62, 1 / 63])


def test_ties_go_to_the_word_list_and_then_to_the_lower_id() -> None:
    assert [hit.id for hit in fuse([8], [2], 10)] == [8, 2]
    assert [hit.id for hit in fuse([4, 2], [2, 4], 10)] == [4, 2]


def test_k_cuts_and_empty_lists_fuse() -> None:
    assert [hit.id for hit in fuse([1, 2, 3], [], 2)] == [1, 2]
    assert fuse([], [], 5) == ()


@given(IDS, IDS, st.integers(0, 40))
def test_every_id_once_best_first(words: list[int], vectors: list[int], k: int) -> None:
    fused = fuse(words, vectors, k)
    assert len(fused) == min(k, len({*words, *vectors}))
    assert len({hit.id for hit in fused}) == len(fused)
    assert [hit.score for hit in fused] == sorted((hit.score for hit in fused), reverse=True)
    for hit in fused:
        assert hit.word_rank is None or words[hit.word_rank - 1] == hit.id
        assert hit.vector_rank is None or vectors[hit.vector_rank - 1] == hit.id
