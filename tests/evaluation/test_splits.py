"""How the splitting of sentences is measured: by hand, and on files in the published layouts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.evaluation.conftest import write_jsonl
from verify.evaluation import evaluate_claims
from verify.evaluation.claims import SplitFiles, find_splits
from verify.evaluation.jsonl import BenchmarkError
from verify.evaluation.propsegment import matched, measure_propositions, read_propositions
from verify.evaluation.sari import sari
from verify.evaluation.splitting import as_it_is, at_clauses, by_assertions
from verify.evaluation.wikisplit import boundary, measure_splits, plain

COMPLEX = "Acme bought Foo and sold Bar."
SIMPLE = ("Acme bought Foo.", "Acme sold Bar.")


# --- SARI -------------------------------------------------------------------------------------


def test_the_reference_itself_is_perfect() -> None:
    assert sari(COMPLEX, " ".join(SIMPLE), " ".join(SIMPLE)) == 1.0


def test_sari_by_hand() -> None:
    # Of a, b and c the reference keeps a and b: precision 2/3, recall 1, F1 0.8; of the two pairs
    # one: F1 2/3; of the triple none. Nothing is deleted or added where it should be: 0 each.
    # There are no four words in a row in any of them, and so nothing to do: 1.
    wanted = (0.8 / 3 + 2 / 3 / 3 + 0 + 1) / 4
    assert sari("a b c", "a b c", "a b x") == pytest.approx(wanted)


def test_copying_is_worse_than_splitting() -> None:
    reference = " ".join(SIMPLE)
    assert sari(COMPLEX, COMPLEX, reference) < sari(
        COMPLEX, "Acme bought Foo. Sold Bar.", reference
    )


# --- WikiSplit --------------------------------------------------------------------------------


def test_tokens_become_plain_text() -> None:
    tokens = "'' Ink '' is Mona 's self - titled album ( 1990 ) , isn 't it ?"
    assert plain(tokens) == "\"Ink\" is Mona's self-titled album (1990), isn 't it?"


def test_the_boundary_is_the_first_word_that_is_no_joint() -> None:
    assert COMPLEX[boundary(COMPLEX, SIMPLE) :] == "sold Bar."
    assert boundary("One two three.", ("Four five.", "Six seven.")) == -1


def test_wikisplit_by_hand(tmp_path: Path) -> None:
    rows = [
        {
            "complex": "Acme bought Foo and sold Bar .",
            "simple": ["Acme bought Foo .", "Acme sold Bar ."],
        },
        {"complex": "The harbour was sold .", "simple": ["It was big .", "It was old ."]},
    ]
    split = measure_splits(write_jsonl(tmp_path / "wikisplit_dev.jsonl", rows))
    assert (split.rows, split.bounded) == (2, 1)
    whole, _, ours = split.ways
    assert whole.found and whole.found.value == 0
    assert ours.found and ours.exact and ours.found.value == ours.exact.value == 1
    assert ours.pieces == 1.5
    assert ours.sari.value > whole.sari.value


def test_simple_sentences_must_be_texts(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "wikisplit_dev.jsonl", [{"complex": "A.", "simple": "B."}])
    with pytest.raises(BenchmarkError, match=r'wikisplit_dev.jsonl:1: "simple"'):
        measure_splits(path)


# --- PropSegmEnt ------------------------------------------------------------------------------


def response(*propositions: list[int], reference: bool = True) -> dict[str, Any]:
    return {
        "non_informational": False,
        "propositions": [{"token_indices": one} for one in propositions],
        "is_reference_response": reference,
    }


def row(document: str, *responses: dict[str, Any]) -> dict[str, Any]:
    place = {"cluster_id": "1", "document_id": document, "sentence_index": 0}
    return {"sentence_id": place, "segmentation_responses": list(responses)}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Acme0 bought1 Foo2 and3 sold4 Bar5 .6 in one document; one of news; one without reference."""
    propositions = [
        row("2", response([0, 1], reference=False), response([0, 1, 2], [0, 4, 5])),
        row("9", response([0, 1])),
        row("3", response([0, 1], reference=False)),
    ]
    clusters = [
        {
            "cluster_id": "1",
            "documents": [{"document_id": d, "sentences": [{"sentence_text": COMPLEX}]}],
        }
        for d in ("2", "3")
    ]
    (tmp_path / "propositions.dev.json").write_text(json.dumps(propositions))
    (tmp_path / "document_clusters.dev.json").write_text(json.dumps(clusters))
    return tmp_path / "propositions.dev.json", tmp_path / "document_clusters.dev.json"


def test_propositions_by_hand(files: tuple[Path, Path]) -> None:
    read = read_propositions(*files)
    assert (len(read.sentences), read.without_text, read.unmarked) == (1, 1, 1)
    assert read.sentences[0].starts == (0, 5, 12, 16, 20, 25, 28)
    measured = measure_propositions(read)
    f1 = {(one.way, one.jaccard): one.f1.value for one in measured.ways}
    assert f1["assertions", 0.8] == 1.0
    # The whole sentence has 3 of 7 tokens in common with each; "and sold Bar." 2 of 5.
    assert f1["sentence = claim", 0.5] == 0.0
    assert f1["clause = claim", 0.5] == 0.5


def test_tokens_are_taken_where_they_are_given(files: tuple[Path, Path]) -> None:
    clusters = json.loads(files[1].read_text())
    tokens = [{"text": "Acme"}, {"text": "bought", "character_offset_of_token_in_sentence": 5}]
    clusters[0]["documents"][0]["sentences"][0]["tokens"] = tokens
    files[1].write_text(json.dumps(clusters))
    with pytest.raises(BenchmarkError, match="has tokens that"):
        read_propositions(*files)


def test_pairs_are_one_to_one_and_the_closest_first() -> None:
    sets = [frozenset(one) for one in ({1, 2, 3, 4}, {1, 2, 3})]
    assert matched(sets, [frozenset({1, 2, 3})], 0.5) == 1
    assert matched(sets, [frozenset({1, 2, 3}), frozenset({1, 2, 3, 4, 5})], 0.8) == 2
    assert matched([], sets, 0.5) == 0


@pytest.mark.parametrize("text", ["{", "{}", '[{"sentence_id": {}}]', "[3]"])
def test_another_layout_is_told(files: tuple[Path, Path], text: str) -> None:
    files[0].write_text(text)
    with pytest.raises(BenchmarkError):
        read_propositions(*files)


def test_without_the_documents_it_is_said_what_is_left_out(files: tuple[Path, Path]) -> None:
    assert find_splits(files[0].parent) == SplitFiles(None, *files)
    files[1].unlink()
    splits = find_splits(files[0].parent)
    evaluation = evaluate_claims(None, [], 0.5, splits=splits)
    assert evaluation.propsegment is None
    assert "PropSegmEnt is left out" in evaluation.missing[0]
    assert "--documents" in evaluation.missing[0]


# --- ways -------------------------------------------------------------------------------------


def test_ways() -> None:
    assert [one.wording for one in as_it_is(COMPLEX)] == [COMPLEX]
    assert [one.wording for one in at_clauses(COMPLEX)] == ["Acme bought Foo", "and sold Bar."]
    assert [one.wording for one in by_assertions(COMPLEX)] == list(SIMPLE)
    assert as_it_is("") == at_clauses("") == by_assertions("") == ()
