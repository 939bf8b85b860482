"""An index that is missing, damaged, or made with something else says so, with the remedy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.errors import EvidenceIndexError, IndexDamaged, IndexMismatch, IndexMissing
from verify.index import build_index, compact, open_index, repair, roll_back, seals, update_index
from verify.index.layout import current_version, read_pointer
from verify.index.seals import SCHEMA_VERSION
from verify.testing import HashingEmbedder


def refusal(directory: Path, embedder: HashingEmbedder | None = None) -> EvidenceIndexError:
    with pytest.raises(EvidenceIndexError) as caught:
        open_index(directory, embedder or HashingEmbedder(64))
    return caught.value


def edit(path: Path, **changes: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_bytes()) | changes), encoding="utf-8")


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def test_missing(tmp_path: Path) -> None:
    error = refusal(tmp_path / "my index")
    assert isinstance(error, IndexMissing)
    assert str(tmp_path / "my index") in error.problem
    assert "verify index build --name 'my index' SOURCE..." in error.remedy


def test_a_folder_without_an_index(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path), IndexMissing)


def test_a_file_where_an_index_should_be(corpus: Path) -> None:
    assert isinstance(refusal(corpus), IndexMissing)


@pytest.mark.parametrize("name", ["passages.sqlite", "vectors.faiss", "manifest.json"])
@pytest.mark.parametrize(
    "harm",
    [
        truncate,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"not what it was"),
        lambda path: path.unlink(),
        lambda path: flip(path, 0),
    ],
    ids=["truncated", "empty", "other", "gone", "flipped"],
)
def test_damaged_files_are_named(
    index: Path, corpus: Path, name: str, harm: Callable[[Path], None]
) -> None:
    path = current_version(index) / name
    harm(path)
    error = refusal(index)
    assert isinstance(error, IndexDamaged)
    assert str(path) in error.problem
    sources = "SOURCE..." if name == "manifest.json" else str(corpus)
    assert f"verify index build --name facts {sources}" in error.remedy


def test_one_flipped_bit_anywhere_is_seen(index: Path) -> None:
    version = current_version(index)
    words = [path for path in (version / "words").iterdir() if path.stat().st_size]
    for path in (version / "passages.sqlite", version / "vectors.faiss", *words):
        whole = path.read_bytes()
        for at in range(0, len(whole), -(-len(whole) // 5)):
            flip(path, at)
            assert isinstance(refusal(index), IndexDamaged)
            path.write_bytes(whole)
    open_index(index, HashingEmbedder(64)).close()


@pytest.mark.parametrize(
    "harm",
    [
        shutil.rmtree,
        lambda words: next(words.glob("*.term")).unlink(),
        lambda words: (words / "meta.json").unlink(),
        lambda words: (words / "more").write_bytes(b""),
        lambda words: (words / "meta.json").replace(words / "meta"),
    ],
    ids=["gone", "a file gone", "meta gone", "a file more", "another name"],
)
def test_damaged_words_are_named(index: Path, harm: Callable[[Path], None]) -> None:
    path = current_version(index) / "words"
    harm(path)
    error = refusal(index)
    assert isinstance(error, IndexDamaged)
    assert str(path) in error.problem
    assert "verify index repair --name facts" in error.remedy


def test_large_words_are_known_by_what_tantivy_ends_its_files_with(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "FULLY_READ", 0)
    open_index(index, None).close()
    for path in (current_version(index) / "words").glob("[!.]*"):
        whole = path.read_bytes()
        for harm in (whole[: len(whole) // 2], whole + b"x", b""):
            replace(path, harm)
            assert isinstance(refusal(index), IndexDamaged), path.name
        replace(path, whole)
    open_index(index, None).close()


def test_damage_that_tantivy_panics_at(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seals, "FULLY_READ", 0)
    (path,) = (current_version(index) / "words").glob("*.idx")
    whole = path.read_bytes()
    harmed = 0
    for at in range(0, len(whole) - 150, 3):
        replace(path, whole[:at] + b"\xff" * 40 + whole[at + 40 :])
        try:
            open_index(index, None).search("ministers meeting ceasefire")
        except IndexDamaged as error:
            assert "tantivy says" in error.problem
            harmed += 1
    assert harmed


def replace(path: Path, data: bytes) -> None:
    """Under another inode: what is mapped of the old one stays as it was."""
    path.with_suffix(".new").write_bytes(data)
    path.with_suffix(".new").replace(path)


@pytest.mark.parametrize(
    "pointer", ["", "../../../etc/passwd\n", "20250101T000000-abcdef\n", "\xff\n", "a\nb\n"]
)
def test_a_damaged_pointer(index: Path, pointer: str) -> None:
    (index / "current").write_bytes(pointer.encode("latin-1"))
    assert isinstance(refusal(index), IndexDamaged)


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{}",
        f'{{"schema_version": {SCHEMA_VERSION}}}',
        "[" * 100_000,
        "null",
        '"schema_version"',
    ],
)
def test_a_manifest_of_another_shape(index: Path, content: str) -> None:
    (current_version(index) / "manifest.json").write_text(content, encoding="utf-8")
    assert isinstance(refusal(index), IndexDamaged)


@pytest.mark.parametrize("changes", [{"passages": 7}, {"documents": 5}, {"dimensions": 32}])
def test_counts_that_differ(index: Path, changes: dict[str, int]) -> None:
    edit(current_version(index) / "manifest.json", **changes)
    error = refusal(index)
    assert isinstance(error, IndexDamaged)
    assert "its manifest promises" in error.problem


def test_an_older_schema_is_built_again_from_its_sources(index: Path, corpus: Path) -> None:
    edit(current_version(index) / "manifest.json", schema_version=1)
    error = refusal(index)
    assert isinstance(error, IndexMismatch)
    assert f"has schema 1; this program needs schema {SCHEMA_VERSION}" in error.problem
    assert "does not hold whole documents" in error.problem
    assert f"verify index build --name facts {corpus}" in error.remedy


def test_a_newer_schema_needs_a_newer_program(index: Path, corpus: Path) -> None:
    edit(
        current_version(index) / "manifest.json",
        schema_version=SCHEMA_VERSION + 1,
        invented_later=True,
    )
    error = refusal(index)
    assert isinstance(error, IndexMismatch)
    a_newer = f"schema {SCHEMA_VERSION + 1}; this program needs schema {SCHEMA_VERSION}: a newer"
    assert a_newer in error.problem
    assert "Upgrade Verify" in error.remedy
    assert f"verify index build --name facts {corpus}" in error.remedy
    newer = current_version(index)
    for work in (compact, repair, roll_back, lambda at: update_index(at, HashingEmbedder(64))):
        with pytest.raises(EvidenceIndexError):
            work(index)
    assert current_version(index) == newer
    # A build goes on without it, but leaves it for the newer program to go back to.
    build_index([corpus], index, HashingEmbedder(64))
    assert read_pointer(index) == (current_version(index).name, newer.name)
    with pytest.raises(IndexMismatch):
        roll_back(index)


@pytest.mark.parametrize("schema", [True, "2", None, 2.5, 0, -1, [2]])
def test_a_schema_that_is_no_number(index: Path, schema: object) -> None:
    edit(current_version(index) / "manifest.json", schema_version=schema)
    assert isinstance(refusal(index), IndexMismatch)


def test_another_model_is_named_with_ours(index: Path, corpus: Path) -> None:
    error = refusal(index, HashingEmbedder(32))
    assert isinstance(error, IndexMismatch)
    assert "hashing (hashing-1-64), not with hashing (hashing-1-32)" in error.problem
    assert f"verify index build --name facts {corpus}" in error.remedy
    open_index(index, None).close()  # words need no model


@pytest.mark.parametrize("name", ["passages.sqlite", "vectors.faiss"])
def test_large_files_are_known_by_size_and_header(
    index: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "FULLY_READ", 0)
    open_index(index, HashingEmbedder(64)).close()
    path = current_version(index) / name
    whole = path.read_bytes()
    for harm in (whole[: len(whole) // 2], b"x" + whole[1:], whole + b"x" * 5000, b""):
        path.write_bytes(harm)
        assert isinstance(refusal(index), IndexDamaged)


def test_damage_found_while_searching(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file is too large to be read on opening, SQLite meets the damage later."""
    monkeypatch.setattr(seals, "FULLY_READ", 0)
    path = current_version(index) / "passages.sqlite"
    whole = path.read_bytes()
    page = int.from_bytes(whole[16:18], "big")
    path.write_bytes(whole[:page] + b"\xff" * (len(whole) - page))
    with pytest.raises(IndexDamaged, match="SQLite says"):
        open_index(index, None).search("ministers")
