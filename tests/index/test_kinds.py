"""Which kind of vector index serves how many passages, and that each has the same life."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from tests.index.conftest import outcomes, write_corpus
from verify.errors import IndexDamaged
from verify.index import (
    Index,
    build_index,
    compact,
    kinds,
    open_index,
    repair,
    roll_back,
    seals,
    update_index,
)
from verify.index.kinds import VectorKind
from verify.index.layout import current_version
from verify.records import Manifest
from verify.testing import HashingEmbedder

WORDS = "ministers ceasefire budget harvest election treaty port bridge strike verdict".split()


def facts(count: int, seed: int = 0) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - the same facts every time
    return [f"Report {n}: {' '.join(chance.choices(WORDS, k=6))}." for n in range(count)]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of more than 50 passages is approximate."""
    monkeypatch.setattr(kinds, "EXACT_UP_TO", 50)


@pytest.fixture
def lists(small: None, tmp_path: Path, corpus: Path, embedder: HashingEmbedder) -> Path:
    """The directory of an approximate index of 400 facts."""
    write_corpus(corpus, facts(400))
    build_index([corpus], tmp_path / "lists", embedder)
    return tmp_path / "lists"


def kind(directory: Path) -> str:
    with open_index(directory, HashingEmbedder(64)) as opened:
        return opened.manifest.vectors


def found(directory: Path, queries: list[str]) -> list[list[tuple[str, float | None]]]:
    """What answers by vectors alone, with its cosine."""
    with open_index(directory, HashingEmbedder(64)) as opened:
        return [by_vectors(opened, query) for query in queries]


def by_vectors(opened: Index, query: str) -> list[tuple[str, float | None]]:
    hits = [hit for hit in opened.search(query, 1000) if hit.vector_rank is not None]
    hits.sort(key=lambda hit: hit.vector_rank or 0)
    return [(hit.passage.text, hit.similarity) for hit in hits]


@pytest.mark.parametrize(
    ("passages", "name"),
    [
        (0, "Flat"),
        (100_000, "Flat"),
        (100_001, "IVF512,SQ8"),
        (1_000_000, "IVF1024,SQ8"),
        (10_000_000, "IVF4096,SQ8"),
    ],
)
def test_the_kind_follows_the_size(passages: int, name: str) -> None:
    chosen = VectorKind.of_size(passages)
    assert chosen.name == name
    assert VectorKind.named(name) == chosen
    assert chosen.is_exact == (name == "Flat")


def test_a_manifest_names_no_other_kind(lists: Path) -> None:
    manifest = seals.read_manifest(current_version(lists))
    for name in ("", "HNSW32", "IVF0,SQ8", "IVF8,SQ8;rm", "IVF99999999,SQ8"):
        with pytest.raises(ValueError, match="pattern"):
            Manifest(**(manifest.model_dump() | {"vectors": name}))


def test_lists_find_what_is_near(lists: Path) -> None:
    assert kind(lists) == "IVF32,SQ8"
    for text, answers in zip(facts(400)[::40], found(lists, facts(400)[::40]), strict=True):
        assert answers[0][0] == text


def test_cosines_are_exact_and_in_order(lists: Path, embedder: HashingEmbedder) -> None:
    """Bytes only propose: what is told comes from the vectors that are stored whole."""
    query = "The ceasefire and the budget"
    (vector,) = embedder.encode([query])
    titled = {text: f"Fact {n}. {text}" for n, text in enumerate(facts(400), start=1)}
    with open_index(lists, embedder) as opened:
        hits = opened.search(query, 1000)
    assert len({hit.vector_rank is None for hit in hits}) == 2
    for hit in hits:
        (own,) = embedder.encode([titled[hit.passage.text]])
        assert hit.similarity == pytest.approx(float(own @ vector), abs=1e-6)
    ranked = [cosine for _, cosine in by_vectors_of(hits)]
    assert ranked == sorted(ranked, reverse=True)


def by_vectors_of(hits: tuple[object, ...]) -> list[tuple[int, float]]:
    ranked = [
        (hit.vector_rank, hit.similarity)  # type: ignore[attr-defined]
        for hit in hits
        if hit.vector_rank is not None  # type: ignore[attr-defined]
    ]
    return sorted(ranked)


def test_reading_every_list_is_reading_everything(
    lists: Path, embedder: HashingEmbedder, monkeypatch: pytest.MonkeyPatch, corpus: Path
) -> None:
    queries = ["ministers at the port", "a verdict on the strike", "harvest"]
    monkeypatch.setattr(VectorKind, "probes", property(lambda kind: kind.lists))
    build_index([corpus], lists, embedder)
    approximate = found(lists, queries)
    monkeypatch.setattr(kinds, "EXACT_UP_TO", 1000)
    build_index([corpus], lists, embedder)
    assert kind(lists) == "Flat"
    for ours, exact in zip(approximate, found(lists, queries), strict=True):
        assert [text for text, _ in ours][:10] == [text for text, _ in exact][:10]


def test_the_same_passages_give_the_same_file(
    lists: Path, tmp_path: Path, corpus: Path, embedder: HashingEmbedder
) -> None:
    build_index([corpus], tmp_path / "again", embedder)
    one, other = (current_version(at) / "vectors.faiss" for at in (lists, tmp_path / "again"))
    assert one.read_bytes() == other.read_bytes()


def test_an_index_grows_into_lists_and_back(
    small: None, index: Path, corpus: Path, embedder: HashingEmbedder
) -> None:
    assert kind(index) == "Flat"
    for count, name in ((51, "IVF8,SQ8"), (300, "IVF32,SQ8"), (310, "IVF32,SQ8"), (40, "Flat")):
        write_corpus(corpus, facts(count, seed=1))
        update_index(index, embedder, allow_mass_withdrawal=True)
        assert kind(index) == name
        assert set(outcomes(index, sample=None).values()) == {"sound"}
        last = facts(count, seed=1)[-1]  # by its own vector, whatever the lists are
        assert found(index, [f"Fact {count}. {last}"])[0][0][0] == last


def test_centres_stay_where_little_changes(lists: Path, corpus: Path) -> None:
    """An update adds to the file of before; nothing is placed anew."""
    before = (current_version(lists) / "vectors.faiss").read_bytes()
    write_corpus(corpus, [*facts(400)[:-1], "Something else altogether happened."])
    update_index(lists, HashingEmbedder(64))
    after = (current_version(lists) / "vectors.faiss").read_bytes()
    centres = slice(200, 200 + 32 * 64 * 4 // 2)
    assert before != after
    assert before[centres] == after[centres]
    assert set(outcomes(lists, sample=None).values()) == {"sound"}
    gone = facts(400)[-1]
    assert gone not in {text for text, _ in found(lists, [gone])[0]}
    assert found(lists, ["Something else altogether"])[0][0][0].startswith("Something else")


def test_the_rest_of_its_life(lists: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    queries = facts(400)[5:10]
    before = found(lists, queries)
    compact(lists)
    assert found(lists, queries) == before
    write_corpus(corpus, facts(200))
    update_index(lists, embedder)
    assert found(lists, queries) != before
    roll_back(lists)
    assert found(lists, queries) == before
    path = current_version(lists) / "vectors.faiss"
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(IndexDamaged):
        open_index(lists, embedder)
    assert not repair(lists).lost
    assert found(lists, queries) == before
    assert set(outcomes(lists, sample=None).values()) == {"sound"}


def test_another_model_is_not_mixed_in(lists: Path) -> None:
    other = HashingEmbedder(64)
    other.fingerprint = "another"
    shifted = other.encode
    other.encode = lambda texts, progress=None: np.roll(shifted(texts), 1, axis=1)  # type: ignore[method-assign]
    update_index(lists, other)
    with open_index(lists, other) as opened:
        assert opened.search(facts(400)[7], 1)[0].similarity == pytest.approx(0.9, abs=0.15)


@pytest.mark.parametrize("harm", ["shorter", "longer", "flat"])
def test_a_large_file_is_known_by_kind_and_size(
    lists: Path, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "FULLY_READ", 0)
    open_index(lists, HashingEmbedder(64)).close()
    path = current_version(lists) / "vectors.faiss"
    whole = path.read_bytes()
    path.write_bytes(
        {"shorter": whole[:-5000], "longer": whole + bytes(5000), "flat": b"IxMp" + whole[4:]}[harm]
    )
    with pytest.raises(IndexDamaged):
        open_index(lists, HashingEmbedder(64))
