"""Repairing, compacting, rolling back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.index.conftest import (
    FACTS,
    CountingEmbedder,
    outcomes,
)
from verify.errors import IndexDamaged, IndexMismatch, IndexMissing
from verify.index import (
    ChangeKind,
    build_index,
    compact,
    export_documents,
    last_change,
    open_index,
    repair,
    roll_back,
    update_index,
)
from verify.index.layout import current_version, read_pointer
from verify.testing import HashingEmbedder


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"x")])
def test_faiss_is_made_again_from_sqlite(two: Path, harm: Callable[[Path], None]) -> None:
    before = list(export_documents(two))
    whole = (current_version(two) / "vectors.faiss").read_bytes()
    harm(current_version(two) / "vectors.faiss")
    done = repair(two)
    assert (str(current_version(two).parent), done.lost, done.aside) == (str(two), False, None)
    assert "vectors.faiss" in done.fault
    assert (current_version(two) / "vectors.faiss").read_bytes() == whole
    assert list(export_documents(two)) == before
    assert set(outcomes(two).values()) == {"sound"}
    assert repair(two).fault == ""


@pytest.mark.parametrize(
    "harm",
    [
        shutil.rmtree,
        lambda words: next(words.glob("*.term")).write_bytes(b"x"),
        lambda words: (words / "meta.json").unlink(),
    ],
)
def test_words_are_made_again_from_sqlite(two: Path, harm: Callable[[Path], None]) -> None:
    with open_index(two, None) as opened:
        before = opened.search_many(FACTS)
    harm(current_version(two) / "words")
    done = repair(two)
    assert (done.lost, done.aside) == (False, None)
    assert "words" in done.fault
    with open_index(two, None) as opened:
        assert opened.search_many(FACTS) == before
    assert set(outcomes(two).values()) == {"sound"}
    assert repair(two).fault == ""


@pytest.mark.parametrize("name", ["passages.sqlite", "manifest.json"])
def test_a_damaged_record_goes_back_and_says_so(two: Path, name: str) -> None:
    pointer = read_pointer(two)
    assert pointer
    (two / pointer.current / name).write_bytes(b"x")
    done = repair(two)
    assert done.lost
    assert done.aside == two / f"damaged-{pointer.current}"
    assert (done.aside / name).read_bytes() == b"x"
    with open_index(two, None) as opened:
        assert opened.manifest == done.manifest
        assert opened.document_count == 6
    update_index(two, HashingEmbedder(64))
    assert set(outcomes(two).values()) == {"sound"}
    assert done.aside.is_dir()


def test_nothing_left_to_repair_from(two: Path, corpus: Path) -> None:
    for path in two.glob("*/passages.sqlite"):
        path.write_bytes(b"x")
    with pytest.raises(IndexDamaged, match="cannot be repaired") as caught:
        repair(two)
    assert "verify index build --name facts" in caught.value.remedy
    build_index([corpus], two, HashingEmbedder(64))
    assert set(outcomes(two).values()) == {"sound"}


def test_a_damaged_version_before_is_given_up(two: Path) -> None:
    pointer = read_pointer(two)
    assert pointer
    (two / pointer.previous / "passages.sqlite").write_bytes(b"x")
    assert not repair(two).lost
    assert read_pointer(two) == (pointer.current, "")


def test_a_version_of_another_schema_is_left_alone(two: Path) -> None:
    pointer = read_pointer(two)
    assert pointer
    path = two / pointer.previous / "manifest.json"
    path.write_text(re.sub(r'"schema_version": \d+', '"schema_version": 1', path.read_text()))
    assert repair(two).fault == ""
    (two / pointer.current / "vectors.faiss").unlink()
    assert not repair(two).lost
    assert read_pointer(two) == (current_version(two).name, pointer.previous)
    (current_version(two) / "passages.sqlite").unlink()
    with pytest.raises(IndexMismatch, match="has schema 1"):
        repair(two)


@pytest.mark.parametrize("pointer", [None, b"", b"../..\n", b"\xff"])
def test_a_lost_pointer(two: Path, pointer: bytes | None) -> None:
    before = read_pointer(two)
    (two / "current").unlink()
    if pointer is not None:
        (two / "current").write_bytes(pointer)
    with pytest.raises(IndexDamaged) as caught:
        open_index(two, None)
    assert "verify index repair" in caught.value.remedy
    assert not repair(two).lost
    after = read_pointer(two)
    assert after and before and {*after} == {*before}
    assert set(outcomes(two).values()) == {"sound"}


def test_an_index_copied_halfway(two: Path, tmp_path: Path) -> None:
    """Every subset of its parts: it answers as it should, or says what is missing."""
    parts = [*two.glob("*/*"), two / "current"]
    answered = 0
    for missing in range(1, 2 ** len(parts), 3):
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        for number, part in enumerate(parts):
            if not missing >> number & 1:
                place = copy / part.relative_to(two)
                place.parent.mkdir(parents=True, exist_ok=True)
                (shutil.copytree if part.is_dir() else shutil.copyfile)(part, place)
        try:
            with open_index(copy, HashingEmbedder(64)) as opened:
                assert opened.search("ceasefire")[0].passage.text.endswith("23 June.")
            answered += 1
        except (IndexDamaged, IndexMissing) as error:
            assert str(copy) in error.problem
    assert answered


def test_compacting(two: Path) -> None:
    embedder = CountingEmbedder()
    with open_index(two, embedder) as opened:
        before = opened.search_many(FACTS)
    size = sum(path.stat().st_size for path in current_version(two).iterdir())
    last = last_change(two)
    done = compact(two)
    assert done.dropped == 1
    assert done.after <= done.before < size
    with open_index(two, embedder) as opened:
        assert opened.search_many(FACTS) == before
        assert opened.manifest.built >= done.manifest.built
    assert set(outcomes(two).values()) == {"sound"}
    assert last_change(two) == last != ()  # what can be rolled back is what could be before


def test_rolling_back_says_what_is_undone(two: Path) -> None:
    pointer = read_pointer(two)
    assert pointer
    done = roll_back(two)
    assert (done.now, done.before) == (pointer.previous, pointer.current)
    assert done.undone is not None
    assert {(change.kind, change.id, change.fields) for change in done.undone} == {
        (ChangeKind.CHANGED, "f/6", ("text",)),
        (ChangeKind.ADDED, "f/7", ()),
    }


def test_rolling_back_from_damage(two: Path) -> None:
    shutil.rmtree(current_version(two))
    assert roll_back(two).undone is None
    assert outcomes(two)["files"] == "sound"
    with pytest.raises(IndexDamaged):
        roll_back(two)
