from pathlib import Path

import pytest

from tests.evaluation.conftest import ABSTRACTS, SCIENCE, NumberStance, row, write_jsonl
from verify.evaluation import evaluate_retrieval
from verify.evaluation.collections import Collection, Query, indexed, pairs, scifact
from verify.evaluation.jsonl import BenchmarkError
from verify.evaluation.progress import silent
from verify.evaluation.retrieval import by_relevance, by_vectors, by_words, documents
from verify.records import Document, Hit, Passage
from verify.testing import HashingEmbedder, SharedWords

EMBEDDER = HashingEmbedder(64)
RERANKER = SharedWords()


def hit(number: int, document: str = "", *, score: float = 0.0) -> Hit:
    name = document or f"d{number}"
    return Hit(passage=Passage(id=number, document=name, text=f"text {number}"), score=score)


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
        EMBEDDER, [science], RERANKER, NumberStance(), progress=lambda stage, *_: told.append(stage)
    )
    (one,) = found.sets
    assert (one.name, one.documents, one.passages) == ("scifact", 5, 5)
    ways = [ranking.way for ranking in one.rankings]
    assert ways == ["words", "vectors", "fused", "reranked", "with stance"]
    words = one.rankings[0]
    # By words, "copper" finds both abstracts that the second claim cites and no other.
    assert (words.recall_5.value, words.recall_5.n) == (1, 3)
    assert words.ndcg_10.value == 1
    assert {"scifact: embed", "scifact: search", "scifact: read"} <= set(told)
    assert found.model_validate_json(found.model_dump_json()) == found


def test_the_reranker_moves_up_what_says_more_of_the_claim(tmp_path: Path) -> None:
    """Words and vectors prefer the short text; the longer one has all of the claim's words."""
    collection = Collection(
        name="bloc",
        relevant="the one with all words",
        documents=(
            Document(id="short", text="The bloc, the bloc."),
            Document(id="all", text=f"The bloc has 9 members, {'and so on, ' * 30} they say."),
            *(Document(id=f"other {n}", text=f"It has 9 members: {n}.") for n in range(20)),
        ),
        queries=(Query(text="The bloc, bloc, has 9 members.", relevant=frozenset({"all"})),),
    )
    (one,) = evaluate_retrieval(EMBEDDER, [collection], RERANKER).sets
    ndcg = {ranking.way: ranking.ndcg_10.value for ranking in one.rankings}
    assert ndcg["fused"] < 1
    assert ndcg["reranked"] == 1


def test_what_the_stance_model_finds_telling_counts(tmp_path: Path) -> None:
    """Words, vectors and reranker prefer the text with nothing but the claim's words; the other has
    a number too, and is close behind."""
    bloc = (
        "The bloc that meets every second summer in some harbour of the far north, to speak about"
        " fish, ice, shipping lanes and the price of oil, has {}in all."
    )
    collection = Collection(
        name="bloc",
        relevant="the one with a number",
        documents=(
            Document(id="words", text=bloc.format("members ")),
            Document(id="number", text=bloc.format("8 members ")),
        ),
        queries=(Query(text=bloc.format("9 members "), relevant=frozenset({"number"})),),
    )
    (one,) = evaluate_retrieval(EMBEDDER, [collection], RERANKER, NumberStance()).sets
    ndcg = {ranking.way: ranking.ndcg_10.value for ranking in one.rankings}
    assert ndcg["reranked"] < 1
    assert ndcg["with stance"] > ndcg["reranked"]


def test_without_a_stance_model_none_is_asked(science: Collection) -> None:
    found = evaluate_retrieval(EMBEDDER, [science], RERANKER)
    assert (found.reranker, found.stance_model) == ("shared words", "")
    ways = [ranking.way for ranking in found.sets[0].rankings]
    assert ways == ["words", "vectors", "fused", "reranked"]


def test_one_list_alone_keeps_its_own_order() -> None:
    ranks = [(1, 3, 2), (2, None, 1), (3, 1, None), (4, 2, 3)]
    hits = [
        hit(number).model_copy(update={"word_rank": word, "vector_rank": vector})
        for number, word, vector in ranks
    ]
    assert [one.passage.id for one in by_words(hits)] == [3, 4, 1]
    assert [one.passage.id for one in by_vectors(hits)] == [2, 1, 4]


def test_a_document_ranks_by_its_best_passage() -> None:
    ranked = documents([hit(1, "a"), hit(2, "b"), hit(3, "a"), hit(4, "c")])
    assert [(one.passage.document, one.passage.id) for one in ranked] == [
        ("a", 1),
        ("b", 2),
        ("c", 4),
    ]


def test_relevance_counts_beside_the_score_and_ties_stay() -> None:
    ranked = tuple(hit(n, score=score) for n, score in enumerate((2.0, 1.0, 1.0, 0.99, 0.9)))
    found = by_relevance(ranked, [0, 0.5, 0.5, 1])
    assert [one.passage.id for one in found] == [0, 3, 1, 2, 4]
    assert by_relevance(ranked, []) == ranked


def test_what_has_no_text_is_not_indexed(tmp_path: Path) -> None:
    empty = Document(id="empty", text=" \n")
    with indexed([empty, Document(id="full", text="Copper.")], EMBEDDER, silent) as index:
        assert [one.passage.document for one in index.search("Copper or nothing.")] == ["full"]
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
