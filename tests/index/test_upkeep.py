"""Examining, repairing, compacting, rolling back; many readers and one writer."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import pytest
import time_machine

from tests.index.conftest import FACTS, CountingEmbedder, listing, write_corpus, write_documents
from verify.errors import EvidenceIndexError, IndexBusy, IndexDamaged, IndexMissing
from verify.index import (
    ChangeKind,
    Outcome,
    build_index,
    compact,
    examine,
    export_documents,
    last_change,
    open_index,
    repair,
    roll_back,
    update_index,
)
from verify.index.layout import current_version, read_pointer
from verify.index.lock import write_lock
from verify.index.seals import sha256
from verify.testing import HashingEmbedder


@pytest.fixture
def two(index: Path, corpus: Path, embedder: HashingEmbedder) -> Path:
    """An index with a version before."""
    write_corpus(corpus, [*FACTS[:-1], "The ceasefire was announced on 23 June.", "One more."])
    update_index(index, embedder)
    return index


def outcomes(directory: Path, **options: Any) -> dict[str, str]:
    checks = examine(directory, HashingEmbedder(64), **options)
    return {check.what: check.outcome.value for check in checks}


def reseal(version: Path) -> None:
    """Make the manifest fit files that were tampered with."""
    files = {name: sha256(version / name) for name in ("passages.sqlite", "vectors.faiss")}
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
    other = faiss.IndexIDMap2(faiss.IndexFlatIP(index.d))
    other.add_with_ids(index.index.reconstruct_n(0, len(ids)), np.roll(ids, 1))
    faiss.write_index(other, str(version / "vectors.faiss"))


def swap_vectors(version: Path) -> None:
    """All agree with one another, but not with the model."""
    with closing(sqlite3.connect(version / "passages.sqlite")) as connection, connection:
        rows = connection.execute("SELECT wording, vector FROM vectors").fetchall()
        vectors = [vector for _, vector in rows]
        for (key, _), vector in zip(rows, vectors[1:] + vectors[:1], strict=True):
            connection.execute("UPDATE vectors SET vector = ? WHERE wording = ?", (vector, key))
        from verify.index.vectors import write_vectors

        write_vectors(connection, version / "vectors.faiss", 64)


def test_a_sound_index(two: Path) -> None:
    checks = examine(two, HashingEmbedder(64), sample=3)
    assert [check.what for check in checks] == [
        "files", "structure", "counts", "documents", "passages", "words", "vectors", "embedding",
        "version before",
    ]  # fmt: skip
    assert {check.outcome for check in checks} == {Outcome.SOUND}
    found = {check.what: check.found for check in checks}
    assert found["counts"] == "7 documents, 7 passages"
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
        (edit("INSERT INTO words (rowid, title, text) VALUES (99, '', 'x')"), "words"),
        (edit("DELETE FROM words_docsize WHERE id = 3"), "words"),
        (edit("DELETE FROM vectors WHERE rowid = 1"), "vectors"),
        (edit("UPDATE vectors SET vector = zeroblob(256) WHERE rowid = 2"), "vectors"),
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
    """Every subset of its files: it answers as it should, or says what is missing."""
    whole = listing(two)
    files = [name for name in whole if (two / name).is_file()]
    answered = 0
    for missing in range(1, 2 ** len(files), 3):
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        for number, name in enumerate(files):
            if not missing >> number & 1:
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(two / name, copy / name)
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
    done = compact(two)
    assert done.dropped == 1
    assert done.after <= done.before < size
    with open_index(two, embedder) as opened:
        assert opened.search_many(FACTS) == before
        assert opened.manifest.built >= done.manifest.built
    assert set(outcomes(two).values()) == {"sound"}
    assert last_change(two) == ()


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


def test_a_second_writer(index: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    """From the same process, too; and it is told who, with what and since when."""
    with write_lock(index):
        for work in (
            lambda: build_index([corpus], index, embedder),
            lambda: update_index(index, embedder),
            lambda: compact(index),
            lambda: repair(index),
            lambda: roll_back(index),
        ):
            with pytest.raises(IndexBusy) as caught:
                work()
        assert f"process {os.getpid()} on " in caught.value.problem
        assert "UTC, " in caught.value.problem
        assert caught.value.problem.endswith(" ago")
        assert outcomes(index)["files"] == "sound"
        with time_machine.travel("2001-01-01"), pytest.raises(IndexBusy) as caught:
            compact(index)
        assert caught.value.problem.endswith(" UTC")  # no age where the clock has jumped back
    compact(index)


READER = """
import sys
from pathlib import Path
from verify.index import open_index
from verify.testing import HashingEmbedder

print("ready", flush=True)
read = 0
while not Path(sys.argv[2]).exists():
    with open_index(Path(sys.argv[1]), HashingEmbedder(64)) as opened:
        hits = opened.search("tick", 10)
        assert len({hit.passage.text for hit in hits}) == 1, hits
        assert len(hits) == 3, hits
        read += 1
print(read)
"""


@pytest.mark.usefixtures("no_wait_for_the_disk")
def test_readers_see_all_of_an_update_or_nothing(tmp_path: Path) -> None:
    """Threads here and a process elsewhere open and search without a pause while one writes."""
    wire, directory, stop = tmp_path / "w.jsonl", tmp_path / "i", tmp_path / "stop"

    def tick(number: int) -> None:
        write_documents(wire, dict.fromkeys("abc", f"The clock shows tick {number}."))

    seen: list[set[str]] = []

    def read() -> None:
        while not stop.exists():
            with open_index(directory, HashingEmbedder(64)) as opened:
                seen.append({hit.passage.text for hit in opened.search("tick", 10)})

    tick(0)
    build_index([wire], directory, HashingEmbedder(64))
    command = [sys.executable, "-c", READER, str(directory), str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        threads = [threading.Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        for number in range(1, 60):
            tick(number)
            update_index(directory, HashingEmbedder(64))
        stop.touch()
        for thread in threads:
            thread.join()
        assert int(process.stdout.read()) > 0
    assert process.returncode == 0
    assert {len(texts) for texts in seen} == {1}
    assert len(set.union(*seen)) > 2


def test_a_folder_that_may_not_be_written(two: Path, corpus: Path, tmp_path: Path) -> None:
    """Readers need no right to write; a writer says that it lacks it."""
    place = Path("/")
    for part in two.relative_to("/").parts:
        place /= part
        place.chmod(0o755)
    for path in two.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    two.chmod(0o555)
    child = os.fork() if os.geteuid() == 0 else 0
    try:
        if child:
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
            return
        if os.geteuid() == 0:
            os.setuid(65534)
        with open_index(two, None) as opened:
            assert opened.search("ceasefire")
        assert len(list(export_documents(two))) == 7
        with pytest.raises(EvidenceIndexError, match=r"cannot compact the index at .*Permission"):
            compact(two)
    except BaseException:
        if os.geteuid() == 65534:
            os._exit(1)
        raise
    if os.geteuid() == 65534:
        os._exit(0)
