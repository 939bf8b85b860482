"""A build, and what it leaves of the index before it."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import sqlite3
from pathlib import Path

import pytest

from tests.index.conftest import FACTS, CountingEmbedder, listing, write_corpus
from verify.corpus import SourcesError
from verify.errors import EvidenceIndexError, IndexDamaged
from verify.index import build_index, open_index, roll_back
from verify.index.embedding import embedded, stacked
from verify.index.layout import read_pointer
from verify.index.vectors import write_vectors
from verify.testing import HashingEmbedder


def found(directory: Path, query: str) -> list[str]:
    with open_index(directory, HashingEmbedder(64)) as opened:
        return [hit.passage.text for hit in opened.search(query)]


def test_manifest_and_files(index: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    pointer = read_pointer(index)
    assert pointer
    words = [name for name in listing(index) if "/words/" in name]
    assert len(words) > 2
    assert not any("lock" in name for name in words)
    assert [name for name in listing(index) if name not in words] == [
        pointer.current,
        f"{pointer.current}/manifest.json",
        f"{pointer.current}/passages.sqlite",
        f"{pointer.current}/vectors.faiss",
        f"{pointer.current}/words",
        "current",
    ]
    with open_index(index, embedder) as opened:
        manifest = opened.manifest
    assert (manifest.schema_version, manifest.documents, manifest.passages) == (5, 6, 6)
    assert manifest.vectors == "Flat"
    assert (manifest.model, manifest.model_fingerprint) == ("hashing", "hashing-1-64")
    assert (manifest.dimensions, manifest.sources) == (64, (str(corpus),))
    assert list(manifest.files) == ["passages.sqlite", "vectors.faiss", "words"]
    for name in ("passages.sqlite", "vectors.faiss"):
        data = (index / pointer.current / name).read_bytes()
        assert manifest.files[name] == hashlib.sha256(data).hexdigest()


def test_the_corpus_digest_is_of_documents_and_not_of_files(
    tmp_path: Path, corpus: Path, embedder: HashingEmbedder
) -> None:
    lines = corpus.read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "split").mkdir()
    (tmp_path / "split" / "b.jsonl").write_text("".join(lines[:2]), encoding="utf-8")
    (tmp_path / "split" / "a.jsonl").write_text("".join(lines[2:]), encoding="utf-8")
    whole = build_index([corpus], tmp_path / "i" / "whole", embedder)
    split = build_index([tmp_path / "split"], tmp_path / "i" / "split", embedder)
    write_corpus(corpus, [*FACTS[:-1], "The ceasefire was announced on 23 June."])
    other = build_index([corpus], tmp_path / "i" / "other", embedder)
    assert whole.corpus_digest == split.corpus_digest != other.corpus_digest


def test_progress(tmp_path: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    seen: list[tuple[str, int, int]] = []
    build_index([corpus], tmp_path / "i", embedder, lambda *step: seen.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in seen)) == ["read", "embed", "write"]
    assert ("read", 6, 0) in seen
    assert ("embed", 3, 6) in seen
    assert seen[-1] == ("write", 1, 1)


def test_a_new_version_replaces_the_old_and_two_are_kept(
    index: Path, corpus: Path, embedder: HashingEmbedder
) -> None:
    versions = [read_pointer(index)]
    for number in (1, 2):
        write_corpus(corpus, [*FACTS, f"Novelty number {number} happened."])
        build_index([corpus], index, embedder)
        versions.append(read_pointer(index))
        assert found(index, f"novelty number {number}")[0] == f"Novelty number {number} happened."
    first, second, third = versions
    assert first and second and third
    assert (third.current != second.current) and (third.previous == second.current)
    assert not (index / first.current).exists()


def test_rolling_back_and_forth(index: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    before = read_pointer(index)
    write_corpus(corpus, ["Only this."])
    build_index([corpus], index, embedder)
    assert found(index, "meeting of ministers") == ["Only this."]
    assert before and roll_back(index).now == before.current
    assert len(found(index, "meeting of ministers")) == len(FACTS)
    roll_back(index)
    assert found(index, "meeting of ministers") == ["Only this."]


def test_there_may_be_nothing_to_go_back_to(index: Path) -> None:
    with pytest.raises(EvidenceIndexError, match="has no version before"):
        roll_back(index)


def test_a_reader_keeps_its_version(index: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    with open_index(index, embedder) as opened:
        for number in (1, 2):
            write_corpus(corpus, [f"Only this, {number}."])
            build_index([corpus], index, embedder)
        assert opened.search(FACTS[0])[0].passage.text == FACTS[0]


def test_unchanged_passages_keep_their_vectors(tmp_path: Path, corpus: Path) -> None:
    embedder = CountingEmbedder()
    build_index([corpus], tmp_path / "i", embedder)
    assert len(embedder.seen) == len(FACTS)
    write_corpus(corpus, [*FACTS, "One more."])
    build_index([corpus], tmp_path / "i", embedder)
    assert embedder.seen[len(FACTS) :] == ["Fact 7. One more."]
    with open_index(tmp_path / "i", embedder) as opened:
        assert opened.search(FACTS[2])[0].passage.text == FACTS[2]


def test_another_model_embeds_everything_anew(tmp_path: Path, corpus: Path) -> None:
    build_index([corpus], tmp_path / "i", HashingEmbedder(64))
    embedder = CountingEmbedder()
    embedder.fingerprint = "another"
    build_index([corpus], tmp_path / "i", embedder)
    assert len(embedder.seen) == len(FACTS)


def test_identical_passages_are_embedded_once(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    for name in "abc":
        (tmp_path / "c" / f"{name}.txt").write_text("The same copy.", encoding="utf-8")
    embedder = CountingEmbedder()
    build_index([tmp_path / "c"], tmp_path / "i", embedder)
    assert embedder.seen == ["The same copy."]
    with open_index(tmp_path / "i", embedder) as opened:
        hits = opened.search("same copy")
    assert [hit.passage.document for hit in hits] == ["a.txt", "b.txt", "c.txt"]
    assert len({hit.passage.origin for hit in hits}) == 1


def test_faiss_file_can_be_made_again_from_sqlite(index: Path, tmp_path: Path) -> None:
    pointer = read_pointer(index)
    assert pointer
    version = index / pointer.current
    with contextlib.closing(sqlite3.connect(version / "passages.sqlite")) as connection:
        stored = functools.partial(stacked, connection)
        write_vectors(tmp_path / "again.faiss", embedded(connection), stored, 64)
    assert (tmp_path / "again.faiss").read_bytes() == (version / "vectors.faiss").read_bytes()


def test_bad_lines_are_listed_and_the_old_index_stays(
    index: Path, corpus: Path, embedder: HashingEmbedder
) -> None:
    before = listing(index)
    good = corpus.read_text(encoding="utf-8")
    corpus.write_text(f"{good}nonsense\n{good}", encoding="utf-8")
    with pytest.raises(SourcesError) as caught:
        build_index([corpus], index, embedder)
    assert [fault.place for fault in caught.value.faults] == [f"{corpus}:{n}" for n in range(7, 14)]
    assert listing(index) == before
    assert found(index, FACTS[0])[0] == FACTS[0]


def test_a_first_build_that_fails_leaves_nothing(tmp_path: Path, embedder: HashingEmbedder) -> None:
    with pytest.raises(SourcesError):
        build_index([tmp_path / "none"], tmp_path / "indexes" / "i", embedder)
    assert listing(tmp_path) == ["indexes"]


def test_a_build_mends_a_damaged_index(
    index: Path, corpus: Path, embedder: HashingEmbedder
) -> None:
    pointer = read_pointer(index)
    assert pointer
    (index / pointer.current / "passages.sqlite").write_bytes(b"SQLite format 3\0 and no more")
    with pytest.raises(IndexDamaged):
        open_index(index, embedder)
    build_index([corpus], index, embedder)
    assert found(index, FACTS[0])[0] == FACTS[0]
    # What was damaged is no version to go back to.
    assert not (index / pointer.current).exists()
    (index / "current").write_text("../../etc\n", encoding="ascii")
    build_index([corpus], index, embedder)
    assert found(index, FACTS[0])[0] == FACTS[0]
