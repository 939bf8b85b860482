"""What an index finds, by words, by vectors and by both."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.index.conftest import FACTS
from verify.index import Index, open_index
from verify.index.terms import query_terms
from verify.records import Passage
from verify.testing import HashingEmbedder


def texts(index: Index, query: str, k: int = 10) -> list[str]:
    return [hit.passage.text for hit in index.search(query, k)]


def test_a_hit_has_passage_ranks_and_cosine(index: Path, embedder: HashingEmbedder) -> None:
    with open_index(index, embedder) as opened:
        hit = opened.search("22nd meeting of defence ministers")[0]
    assert hit.passage == Passage(
        id=1,
        document="f/1",
        text=FACTS[0],
        title="Fact 1",
        publisher="Wire",
        url="https://example.org/1",
        published=dt.date(2025, 6, 26),
        origin=hit.passage.origin,
        story=hit.passage.story,
    )
    assert len(hit.passage.origin) == len(hit.passage.story) == 16
    assert (hit.word_rank, hit.vector_rank) == (1, 1)
    query, passage = embedder.encode(["22nd meeting of defence ministers", f"Fact 1. {FACTS[0]}"])
    assert hit.similarity == pytest.approx(float(query @ passage), abs=1e-6)
    assert hit.score == pytest.approx(0.4 + 0.6 * float(query @ passage), abs=1e-6)


def test_vectors_are_searched_exactly(index: Path, embedder: HashingEmbedder) -> None:
    """The order of the FAISS list is that of all cosines, taken one by one."""
    query = "ministers agreed on a ceasefire"
    vectors = embedder.encode([f"Fact {n}. {text}" for n, text in enumerate(FACTS, start=1)])
    cosines = vectors @ embedder.encode([query])[0]
    with open_index(index, embedder) as opened:
        hits = opened.search(query)
    found = sorted(hits, key=lambda hit: hit.vector_rank or 0)
    assert [hit.passage.id for hit in found] == (np.argsort(-cosines, kind="stable") + 1).tolist()


def test_both_lists_are_whole_to_the_depth_asked(index: Path, embedder: HashingEmbedder) -> None:
    with open_index(index, embedder) as opened:
        hits = opened.search("ministers agreed on a ceasefire", 4, depth=2)
    assert {hit.word_rank for hit in hits} - {None} == {1, 2}
    assert {hit.vector_rank for hit in hits} - {None} == {1, 2}
    assert all(hit.similarity is not None for hit in hits)


def test_words_are_stemmed_and_accents_folded(index: Path) -> None:
    with open_index(index, None) as opened:
        assert texts(opened, "cafe Zurich") == [FACTS[4]]
        assert texts(opened, "announcing ceasefires") == [FACTS[5]]
        (hit,) = opened.search("CAFÉ")
        assert (hit.word_rank, hit.vector_rank, hit.similarity) == (1, None, None)


def test_titles_are_found(index: Path) -> None:
    with open_index(index, None) as opened:
        assert texts(opened, "fact", 100) != []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The ministers met in Qingdao", "minist met qingdao"),
        ('NEAR("a b", 2) OR title:x* AND ^y -z', "near b 2 titl x y z"),
        ("it was what it was", "it was what"),
        ("Five, five, FIVE", "five"),
        ("Z\u00fcrich, Zu\u0308rich, ZURICH", "zurich"),
        ("U.S.-led \ufb01rms’ no_go", "u s led firm go"),
        ("🎉 “” -- ''", ""),
    ],
)
def test_terms_of_queries(text: str, terms: str) -> None:
    assert query_terms(text) == tuple(terms.split())


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        "text:ministers AND NOT words:x [a TO b]",
        "'; DROP TABLE words; --",
        "ministers* NEAR(x",
        "🎉",
        "_",
        "a\0b ministers",
        "\ud800",
    ],
)
def test_odd_characters_are_only_text(index: Path, query: str) -> None:
    with open_index(index, None) as opened:
        hits = opened.search(query)
        assert bool(hits) == ("ministers" in query)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.text(max_size=200))
def test_any_text_can_be_asked(index: Path, embedder: HashingEmbedder, query: str) -> None:
    with open_index(index, embedder) as opened:
        assert len(opened.search(query)) in {0, len(FACTS)}


def test_a_very_long_query(index: Path, embedder: HashingEmbedder) -> None:
    with open_index(index, embedder) as opened:
        assert opened.search("ministers " + " ".join(f"w{n}" for n in range(50_000)), 1)


def test_many_are_found_as_one_by_one(index: Path, embedder: HashingEmbedder) -> None:
    queries = [*FACTS, "", "🎉", "the tenth member"]
    with open_index(index, embedder) as opened:
        assert opened.search_many(queries, 3) == [opened.search(query, 3) for query in queries]
        assert opened.search_many([]) == []


def test_threads_share_an_index(index: Path, embedder: HashingEmbedder) -> None:
    with open_index(index, embedder) as opened, ThreadPoolExecutor(8) as pool:
        alone = [opened.search(fact) for fact in FACTS] * 20
        assert list(pool.map(opened.search, FACTS * 20)) == alone


def test_a_search_takes_no_threads_away(index: Path, embedder: HashingEmbedder) -> None:
    """FAISS is told to use one for one question, and afterwards as many as before."""
    before = faiss.omp_get_max_threads()
    try:
        faiss.omp_set_num_threads(3)
        with open_index(index, embedder) as opened:
            opened.search_many(FACTS)
            opened.search(FACTS[0])
        assert faiss.omp_get_max_threads() == 3
    finally:
        faiss.omp_set_num_threads(before)


def test_passages_by_id(index: Path) -> None:
    with open_index(index, None) as opened:
        assert [passage.text for passage in opened.passages([3, 1])] == [FACTS[2], FACTS[0]]
        assert opened.document_count == len(FACTS)
        with pytest.raises(KeyError):
            opened.passages([99])


def test_importing_loads_no_library() -> None:
    heavy = {"faiss", "numpy", "tantivy", "torch"}
    code = f"import sys, verify.index; print({heavy} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
