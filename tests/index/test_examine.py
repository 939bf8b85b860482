"""What an examination finds."""

from __future__ import annotations

import functools
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import pytest

from tests.index.conftest import outcomes
from verify.errors import IndexMissing
from verify.index import Outcome, examine, store
from verify.index.embedding import embedded, stacked
from verify.index.layout import current_version, read_pointer
from verify.index.seals import FILES, sha256
from verify.index.vectors import write_vectors
from verify.index.words import write_words
from verify.testing import HashingEmbedder


def reseal(version: Path) -> None:
    """Make the manifest fit files that were tampered with."""
    files = {name: sha256(version / name) for name in FILES}
    path = version / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"files": files}))


def edit(*statements: str) -> Callable[[Path], None]:
    def harm(version: Path) -> None:
        with closing(sqlite3.connect(version / "passages.sqlite")) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return harm


def renumber(version: Path) -> None:
    index: Any = faiss.read_index(str(version / "vectors.faiss"))
    ids = faiss.vector_to_array(index.id_map)
    other = faiss.IndexIDMap(faiss.IndexFlatIP(index.d))
    other.add_with_ids(index.index.reconstruct_n(0, len(ids)), np.roll(ids, 1))
    faiss.write_index(other, str(version / "vectors.faiss"))


def repeat(version: Path) -> None:
    """As many vectors as there should be, but the last is the first once more."""
    index: Any = faiss.read_index(str(version / "vectors.faiss"))
    ids = faiss.vector_to_array(index.id_map)
    vectors = index.index.reconstruct_n(0, len(ids))
    other = faiss.IndexIDMap(faiss.IndexFlatIP(index.d))
    other.add_with_ids(np.vstack([vectors[:-1], vectors[:1]]), np.append(ids[:-1], ids[0]))
    faiss.write_index(other, str(version / "vectors.faiss"))


def swap_vectors(version: Path) -> None:
    """All agree with one another, but not with the model."""
    with closing(sqlite3.connect(version / "passages.sqlite")) as connection, connection:
        rows = connection.execute("SELECT wording, vector FROM vectors").fetchall()
        vectors = [vector for _, vector in rows]
        for (key, _), vector in zip(rows, vectors[1:] + vectors[:1], strict=True):
            connection.execute("UPDATE vectors SET vector = ? WHERE wording = ?", (vector, key))
        stored = functools.partial(stacked, connection)
        write_vectors(version / "vectors.faiss", embedded(connection), stored, 64)


def words_of(change: Callable[[list[tuple[int, str]]], list[tuple[int, str]]]) -> Any:
    """A word index of other texts than those that are stored."""

    def harm(version: Path) -> None:
        with closing(store.open_read_only(version / "passages.sqlite")) as connection:
            texts = list(store.texts(connection, store.passage_ids(connection)))
        shutil.rmtree(version / "words")
        write_words(version / "words", [0], lambda _: change(texts))

    return harm


def test_a_sound_index(two: Path) -> None:
    checks = examine(two, HashingEmbedder(64), sample=3)
    assert [check.what for check in checks] == [
        "files", "structure", "counts", "documents", "passages", "words", "vectors", "embedding",
        "version before",
    ]  # fmt: skip
    assert {check.outcome for check in checks} == {Outcome.SOUND}
    found = {check.what: check.found for check in checks}
    assert found["counts"] == "7 documents, 7 passages"
    assert found["words"] == "every id; 7 passages looked up by every word"
    assert found["vectors"] == "every id and value; 1 that no passage uses"
    assert found["embedding"] == "3 passages embedded again"


@pytest.mark.parametrize(
    ("harm", "what"),
    [
        (edit("UPDATE documents SET record = replace(record, 'tenth', 'ninth')"), "documents"),
        (edit("UPDATE documents SET digest = x'00' WHERE number = 1"), "documents"),
        (edit("UPDATE passages SET text = replace(text, 'tenth', 'ninth')"), "passages"),
        (edit("UPDATE passages SET document = 99 WHERE id = 1"), "passages"),
        (edit("DELETE FROM passages WHERE id = 2"), "counts"),
        (words_of(lambda texts: [*texts, (99, "x")]), "words"),
        (words_of(lambda texts: texts[1:]), "words"),
        (words_of(lambda texts: [*texts, texts[0]]), "words"),
        (words_of(lambda texts: [*texts[1:], (texts[0][0], "something else")]), "words"),
        (edit("DELETE FROM vectors WHERE rowid = 1"), "vectors"),
        (repeat, "vectors"),
        (edit("UPDATE vectors SET vector = zeroblob(256) WHERE rowid = 2"), "vectors"),
        (edit("UPDATE vectors SET vector = x'00' WHERE rowid = 2"), "vectors"),
        (renumber, "vectors"),
        (swap_vectors, "embedding"),
    ],
)
def test_what_a_seal_cannot_tell(two: Path, harm: Callable[[Path], None], what: str) -> None:
    """Faults that were there when the files were sealed."""
    harm(current_version(two))
    reseal(current_version(two))
    assert outcomes(two)[what] == "fault"


@pytest.mark.parametrize("name", ["passages.sqlite", "vectors.faiss", "manifest.json"])
@pytest.mark.parametrize("of", ["current", "previous"])
def test_a_file_that_is_not_the_one_that_was_built(two: Path, name: str, of: str) -> None:
    pointer = read_pointer(two)
    path = two / getattr(pointer, of) / name
    path.write_bytes(path.read_bytes()[:-7])
    expected = ("manifest" if name == "manifest.json" else "files") if of == "current" else ""
    faults = [what for what, outcome in outcomes(two).items() if outcome == "fault"]
    assert faults == [expected or "version before"]


def test_what_cannot_be_checked(two: Path) -> None:
    checks = {check.what: check for check in examine(two, HashingEmbedder(32))}
    assert checks["embedding"].outcome is Outcome.NOT_CHECKED
    assert outcomes(two, sample=0)["embedding"] == "sound"
    with pytest.raises(IndexMissing):
        examine(two / "none", None)
