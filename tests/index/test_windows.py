"""How long passages are is chosen at a build, and kept to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.conftest import write_documents
from verify.corpus import Window
from verify.index import build_index, compact, open_index, seals, update_index
from verify.records import Manifest
from verify.testing import HashingEmbedder

SENTENCES = [f"Sentence number {n} tells of the meeting held in the town." for n in range(12)]
WINDOW = Window(size=25, overlap=0)


def held(directory: Path) -> tuple[Manifest, list[str]]:
    with open_index(directory, HashingEmbedder(64)) as opened:
        passages = opened.passages(range(1, opened.manifest.passages + 1))
        return opened.manifest, [passage.text for passage in passages]


@pytest.fixture
def cut(tmp_path: Path, embedder: HashingEmbedder) -> Path:
    """An index of a story in passages of two sentences."""
    source = write_documents(tmp_path / "c.jsonl", {"a": " ".join(SENTENCES)})
    build_index([source], tmp_path / "index", embedder, window=WINDOW)
    return tmp_path / "index"


def test_passages_are_cut_as_asked(cut: Path) -> None:
    manifest, texts = held(cut)
    assert (manifest.window, manifest.overlap) == WINDOW
    assert texts == [" ".join(SENTENCES[n : n + 2]) for n in range(0, 12, 2)]


def test_updates_and_compaction_keep_to_it(
    cut: Path, tmp_path: Path, embedder: HashingEmbedder
) -> None:
    stories = {"a": " ".join(SENTENCES), "b": " ".join(SENTENCES[:4])}
    write_documents(tmp_path / "c.jsonl", stories)
    update_index(cut, embedder)
    compact(cut)
    manifest, texts = held(cut)
    assert (manifest.window, manifest.overlap) == WINDOW
    assert texts[6:] == [" ".join(SENTENCES[:2]), " ".join(SENTENCES[2:4])]


def test_a_later_schema_keeps_to_it(
    cut: Path, embedder: HashingEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(cut)[1]
    monkeypatch.setattr(seals, "SCHEMA_VERSION", seals.SCHEMA_VERSION + 1)
    update_index(cut, embedder)
    manifest, texts = held(cut)
    assert manifest.schema_version == seals.SCHEMA_VERSION
    assert ((manifest.window, manifest.overlap), texts) == (WINDOW, before)


def test_otherwise_passages_are_of_120_words(
    cut: Path, tmp_path: Path, embedder: HashingEmbedder
) -> None:
    build_index([tmp_path / "c.jsonl"], cut, embedder)
    manifest, texts = held(cut)
    assert (manifest.window, manifest.overlap, len(texts)) == (120, 1, 2)
