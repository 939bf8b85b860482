"""Two scored lists become one, by hand-reckoned scores."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.index import fuse


def scored(low: float, high: float) -> st.SearchStrategy[dict[int, float]]:
    """A list as a search gives it: ids with scores, best first."""
    lists = st.dictionaries(st.integers(1, 30), st.floats(low, high))
    return lists.map(lambda one: dict(sorted(one.items(), key=lambda pair: -pair[1])))


def test_golden_order() -> None:
    fused = fuse({7: 8.0, 3: 6.0, 9: 2.0}, {3: 0.8, 5: 0.5}, 10, others={7: 0.4, 9: 0.1})
    assert [(hit.id, hit.word_rank, hit.vector_rank, hit.cosine) for hit in fused] == [
        (3, 2, 1, 0.8),  # in both lists
        (7, 1, None, 0.4),
        (5, None, 2, 0.5),
        (9, 3, None, 0.1),
    ]
    assert [hit.score for hit in fused] == pytest.approx([0.78, 0.64, 0.3, 0.16])


def test_what_a_full_word_list_lacks_counts_as_its_last() -> None:
    fused = fuse({1: 4.0, 2: 2.0}, {3: 0.5}, 10, rest=2.0)
    assert {hit.id: hit.score for hit in fused} == pytest.approx({1: 0.4, 2: 0.2, 3: 0.2 + 0.3})


def test_scores_of_words_count_beside_the_best_of_their_query() -> None:
    """Twice the bm25 throughout, as a longer claim may have it, changes nothing."""
    once = fuse({1: 4.0, 2: 3.0}, {2: 0.5}, 10)
    assert fuse({1: 8.0, 2: 6.0}, {2: 0.5}, 10) == once


def test_ties_go_to_the_word_list_and_then_to_the_lower_id() -> None:
    assert [hit.id for hit in fuse({8: 1.0}, {2: 0.0}, 10, rest=1.0)] == [8, 2]
    assert [hit.id for hit in fuse({4: 1.0, 2: 1.0}, {}, 10)] == [4, 2]
    assert [hit.id for hit in fuse({}, {4: 0.5, 2: 0.5}, 10)] == [2, 4]


def test_k_cuts_and_empty_lists_fuse() -> None:
    assert [hit.id for hit in fuse({1: 3.0, 2: 2.0, 3: 1.0}, {}, 2)] == [1, 2]
    assert fuse({}, {}, 5) == ()


@given(scored(0, 50), scored(-1, 1), st.integers(0, 40))
def test_every_id_once_best_first(
    words: dict[int, float], cosines: dict[int, float], k: int
) -> None:
    fused = fuse(words, cosines, k)
    assert len(fused) == min(k, len({*words, *cosines}))
    assert len({hit.id for hit in fused}) == len(fused)
    assert [hit.score for hit in fused] == sorted((hit.score for hit in fused), reverse=True)
    for hit in fused:
        assert hit.word_rank is None or list(words)[hit.word_rank - 1] == hit.id
        assert hit.vector_rank is None or list(cosines)[hit.vector_rank - 1] == hit.id
