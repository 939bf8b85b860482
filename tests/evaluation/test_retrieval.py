from pathlib import Path

import pytest

from tests.evaluation.conftest import ABSTRACTS, SCIENCE, NumberStance, row, write_jsonl
from verify.evaluation import evaluate_retrieval
from verify.evaluation.collections import Collection, Query, indexed, pairs, scifact
from verify.evaluation.jsonl import BenchmarkError
from verify.evaluation.progress import silent
from verify.evaluation.retrieval import (
    by_vectors,
    by_words,
    documents,
    reranked,
)
from verify.records import Document, Hit, Passage
from verify.testing import HashingEmbedder

EMBEDDER = HashingEmbedder(64)


def passage(number: int, document: str = "") -> Passage:
    return Passage(id=number, document=document or f"d{number}", text=f"text {number}")


@pytest.fixture
def science(tmp_path: Path) -> Collection:
    return scifact(
        write_jsonl(tmp_path / "scifact_claims_dev.jsonl", SCIENCE),
        write_jsonl(tmp_path / "scifact_corpus.jsonl.gz", ABSTRACTS),
    )


def test_scifact_counts_what_a_claim_cites(science: Collection) -> None:
    assert len(science.documents) == 5
    assert [query.relevant for query in science.queries] == [{"11"}, {"12", "13"}, {"14"}]
    assert science.documents[0].text == "A trial of zinc. Zinc shortens a cold by 2 days."


def test_pairs_count_what_decides_a_claim(tmp_path: Path) -> None:
    rows = [
        row("It has 9.", "There are 9.", "SUPPORTS", page="Bloc"),
        row("It has 9.", "There are 8.", "REFUTES"),
        row("It has 9.", "It meets.", "NEI"),
        row("It has 8.", "There are 8.", "SUPPORTS"),
        row("It is old.", "It meets.", "NEI"),
    ]
    found = pairs(write_jsonl(tmp_path / "vitaminc.jsonl", rows))
    assert [document.text for document in found.documents] == [
        "There are 9.",
        "There are 8.",
        "It meets.",
    ]
    assert found.documents[0].title == "Bloc"
    assert [(query.text, len(query.relevant)) for query in found.queries] == [
        ("It has 9.", 2),
        ("It has 8.", 1),
    ]
    assert len(pairs(tmp_path / "vitaminc.jsonl", limit=1).queries) == 1


def test_pairs_without_anything_relevant(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "none.jsonl", [row("It is old.", "It meets.", "NEI")])
    with pytest.raises(BenchmarkError, match="no claim with anything relevant"):
        pairs(path)


def test_each_way_of_searching(science: Collection) -> None:
    told = []
    found = evaluate_retrieval(
        EMBEDDER, [science], NumberStance(), progress=lambda stage, *_: told.append(stage)
    )
    (one,) = found.sets
    assert (one.name, one.documents, one.passages) == ("scifact", 5, 5)
    assert [ranking.way for ranking in one.rankings] == ["words", "vectors", "fused", "reranked"]
    words = one.rankings[0]
    # By words, "copper" finds both abstracts that the second claim cites and no other.
    assert (words.recall_5.value, words.recall_5.n) == (1, 3)
    assert words.ndcg_10.value == 1
    assert {"scifact: embed", "scifact: search", "scifact: rerank"} <= set(told)
    assert found.model_validate_json(found.model_dump_json()) == found


def test_reranking_moves_up_what_speaks_of_the_claim(tmp_path: Path) -> None:
    """Words and vectors prefer the text with the claim's words; only the other has a number."""
    collection = Collection(
        name="bloc",
        relevant="the one with a number",
        documents=(
            Document(id="words", text="The bloc is a bloc with members, the members of the bloc."),
            Document(id="number", text="In all there are 8 members."),
        ),
        queries=(Query(text="The bloc has 9 members.", relevant=frozenset({"number"})),),
    )
    (one,) = evaluate_retrieval(EMBEDDER, [collection], NumberStance()).sets
    ndcg = {ranking.way: ranking.ndcg_10.value for ranking in one.rankings}
    assert ndcg["fused"] < 1
    assert ndcg["reranked"] == 1


def test_without_a_stance_model_nothing_is_reranked(science: Collection) -> None:
    found = evaluate_retrieval(EMBEDDER, [science])
    assert found.stance_model == ""
    assert [ranking.way for ranking in found.sets[0].rankings] == ["words", "vectors", "fused"]


def test_one_list_alone_keeps_its_own_order() -> None:
    ranks = [(1, 3, 2), (2, None, 1), (3, 1, None), (4, 2, 3)]
    hits = [
        Hit(passage=passage(number), score=0, word_rank=word, vector_rank=vector)
        for number, word, vector in ranks
    ]
    assert [one.id for one in by_words(hits)] == [3, 4, 1]
    assert [one.id for one in by_vectors(hits)] == [2, 1, 4]


def test_a_document_ranks_by_its_best_passage() -> None:
    ranked = documents([passage(1, "a"), passage(2, "b"), passage(3, "a"), passage(4, "c")])
    assert [(one.document, one.id) for one in ranked] == [("a", 1), ("b", 2), ("c", 4)]


def test_only_the_first_are_reranked_and_ties_stay() -> None:
    ranked = tuple(map(passage, range(5)))
    assert [one.id for one in reranked(ranked, [0.1, 0.9, 0.1])] == [1, 0, 2, 3, 4]
    assert reranked(ranked, []) == ranked


def test_what_has_no_text_is_not_indexed(tmp_path: Path) -> None:
    empty = Document(id="empty", text=" \n")
    with indexed([empty, Document(id="full", text="Copper.")], EMBEDDER, silent) as index:
        assert [hit.passage.document for hit in index.search("Copper or nothing.")] == ["full"]
    rows = [row("It has 9.", "", "REFUTES"), row("It has 9.", "It has 9.", "SUPPORTS")]
    found = pairs(write_jsonl(tmp_path / "rows.jsonl", rows))
    assert [document.text for document in found.documents] == ["It has 9."]
    assert len(found.queries[0].relevant) == 1


def test_the_index_is_gone_afterwards(science: Collection) -> None:
    with indexed(science.documents, EMBEDDER, silent) as index:
        assert index.document_count == 5
        # Named by the manifest; the folder that held them is a temporary one.
        (source,) = index.manifest.sources
        assert Path(source).exists()
    assert not Path(source).parent.exists()
