"""A small corpus in a folder, an embedder without weights, and an index of the two."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import faiss
import pytest

from verify.index import build_index, examine, update_index
from verify.models.protocols import Progress, Vectors
from verify.testing import HashingEmbedder

FACTS = (
    "The 22nd meeting of defence ministers was held in Qingdao.",
    "The 23rd meeting of the expert working group prepared it.",
    "Belarus became the tenth member in July 2024.",
    "NATO leaders agreed to spend 5 per cent of GDP on defence by 2035.",
    "The café in Zürich opened in 1911.",
    "The ceasefire was announced on 24 June.",
)


def write_corpus(path: Path, facts: Sequence[str]) -> Path:
    """A JSONL file with a fact a line; ids are f/1, f/2, ..."""
    records = [
        {
            "id": f"f/{number}",
            "text": text,
            "title": f"Fact {number}",
            "publisher": "Wire",
            "url": f"https://example.org/{number}",
            "published": "2025-06-26",
        }
        for number, text in enumerate(facts, start=1)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def write_documents(path: Path, stories: Mapping[str, str]) -> Path:
    """A JSONL file of texts by their ids."""
    lines = (json.dumps({"id": id_, "text": text}) + "\n" for id_, text in stories.items())
    path.write_text("".join(lines), encoding="utf-8")
    return path


class CountingEmbedder(HashingEmbedder):
    """Remembers what it was asked to embed."""

    def __init__(self) -> None:
        super().__init__(64)
        self.seen: list[str] = []

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.seen += texts
        return super().encode(texts, progress)


def outcomes(directory: Path, **options: Any) -> dict[str, str]:
    checks = examine(directory, HashingEmbedder(64), **options)
    return {check.what: check.outcome.value for check in checks}


def listing(directory: Path) -> list[str]:
    """Everything under a directory, by relative path."""
    return sorted(path.relative_to(directory).as_posix() for path in directory.rglob("*"))


@pytest.fixture
def embedder() -> HashingEmbedder:
    return HashingEmbedder(64)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "facts.jsonl", FACTS)


@pytest.fixture
def index(tmp_path: Path, corpus: Path, embedder: HashingEmbedder) -> Path:
    """The directory of an index of FACTS."""
    directory = tmp_path / "indexes" / "facts"
    build_index([corpus], directory, embedder)
    return directory


@pytest.fixture
def two(index: Path, corpus: Path, embedder: HashingEmbedder) -> Path:
    """An index with a version before."""
    write_corpus(corpus, [*FACTS[:-1], "The ceasefire was announced on 23 June.", "One more."])
    update_index(index, embedder)
    return index


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is such a disk, for what tantivy syncs by itself."""
    disk = Path("/dev/shm")  # noqa: S108
    with TemporaryDirectory(dir=disk if os.access(disk, os.W_OK) else None) as place:
        yield Path(place)


@pytest.fixture
def no_wait_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that write hundreds of indexes: no sync, and one thread for a dozen vectors."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    faiss.omp_set_num_threads(1)
