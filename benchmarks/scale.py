"""What an index of a thousand to a million passages costs, to build, to keep and to search.

    python -m benchmarks.scale --data shared/data/archive --size 1000 --size 10000 --size 100000
    python -m benchmarks.scale --data shared/data/archive --size 1000000

Up to as many passages as the archive has, documents are built and updated as ever. Beyond, for the
search alone, passages are drawn around the real ones (`scale_drawn.py`) and written straight into a
store. The model embeds ten thousand passages and the queries, which are sentences of documents that
are kept out; all other vectors are drawn, so the model's time is on top.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import typer

from benchmarks import scale_drawn
from benchmarks.scale_drawn import Drawn, Remembering
from benchmarks.scale_search import Clock, Searched, clock
from verify.commands.screen import progress
from verify.corpus import Window, split_passages
from verify.index import build_index, store, update_index
from verify.index.embedding import StageProgress, add_vectors, rows_of
from verify.index.layout import current_version
from verify.index.seals import FILES, PASSAGES, size_of
from verify.index.writing import model_named, publish, start
from verify.records import Document

AT_ONCE = 4096


def main(
    data: scale_drawn.Data,
    size: scale_drawn.Sizes,
    queries: scale_drawn.Queries = scale_drawn.QUERIES,
    work: scale_drawn.Work = scale_drawn.WORK,
) -> None:
    """Print two tables, a row for each size."""
    rows: list[tuple[Built, Searched]] = []
    with progress() as show:
        drawn = scale_drawn.draw(data, queries, work, show)
        np.savez(work / "queries.npz", texts=np.array(drawn.archive.queries), vectors=drawn.asked)
        for each in size:
            place = work / f"index-{each}"
            shutil.rmtree(place, ignore_errors=True)
            some = _first(drawn.archive.documents, each)
            built = (
                _build(some, place, drawn.embedder, show)
                if some
                else _draw(drawn, each, place, show)
            )
            rows.append((built, _searched(place, work / "queries.npz")))
            shutil.rmtree(place)
    _tell(rows)


class Built(NamedTuple):
    """What making an index and updating it took, and the bytes of each of its parts."""

    build: Clock
    update: Clock | None
    sizes: tuple[int, ...]


def _first(documents: Sequence[Document], passages: int) -> list[Document]:
    """The first documents with so many passages; none where there are not as many."""
    some: list[Document] = []
    count = 0
    for document in documents:
        some.append(document)
        count += len(split_passages(document))
        if count >= passages:
            return some
    return []


def _build(
    documents: Sequence[Document], place: Path, embedder: Remembering, show: StageProgress
) -> Built:
    """Build as ever but for the model, whose vectors are there or drawn; then a hundredth of the
    documents changes."""
    source = place.with_suffix(".jsonl")
    try:
        scale_drawn.write(source, documents)
        _, build = clock(lambda: build_index([source], place, embedder, show))
        scale_drawn.write(source, _edited(documents))
        _, update = clock(lambda: update_index(place, embedder, progress=show))
    finally:
        source.unlink(missing_ok=True)
    return Built(build, update, _sizes(place))


def _edited(documents: Sequence[Document]) -> list[Document]:
    """The same documents, every hundredth with other words at its end."""
    return [
        each if number % 100 else each.model_copy(update={"text": f"{each.text} It was corrected."})
        for number, each in enumerate(documents)
    ]


def _draw(drawn: Drawn, passages: int, place: Path, show: StageProgress) -> Built:
    """Write drawn passages into a store, each a document, and derive the rest as ever."""

    def make() -> None:
        place.mkdir(parents=True)
        version = start(place)
        with contextlib.closing(store.create(version / PASSAGES)) as connection:
            for first in range(0, passages, AT_ONCE):
                numbers = range(first, min(first + AT_ONCE, passages))
                _insert(connection, numbers, drawn)
                show("read", first, passages)
            publish(connection, version, model_named(drawn.embedder), (), Window(), "", show)

    return Built(clock(make)[1], None, _sizes(place))


def _insert(connection: sqlite3.Connection, numbers: range, drawn: Drawn) -> None:
    """Some documents of one passage each: what a build writes, but for origins."""
    made = [drawn.texts.passage(number) for number in numbers]
    keys = [store.digest_of(f"{number}") for number in numbers]
    connection.executemany(
        "INSERT INTO documents"
        " (number, id, title, publisher, url, published, story, source, record, digest)"
        " VALUES (?, ?, ?, '', '', NULL, ?, '', ?, ?)",
        [
            (number, str(number), title, str(number), text, key)
            for number, (title, text), key in zip(numbers, made, keys, strict=True)
        ],
    )
    connection.executemany(
        "INSERT INTO passages (id, document, text, origin, wording) VALUES (?, ?, ?, ?, ?)",
        [
            (number, number, text, str(number), key)
            for number, (_, text), key in zip(numbers, made, keys, strict=True)
        ],
    )
    add_vectors(connection, zip(keys, rows_of(drawn.vectors.vectors(numbers)), strict=True))


def _sizes(place: Path) -> tuple[int, ...]:
    version = current_version(place)
    return tuple(size_of(version / name) for name in FILES)


def _searched(place: Path, queries: Path) -> Searched:
    """Searched in a new process, for its memory."""
    command = [sys.executable, "-m", "benchmarks.scale_search", str(place), str(queries)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Searched.model_validate_json(done.stdout)


def _tell(rows: Sequence[tuple[Built, Searched]]) -> None:
    _row("passages", "kind", "build, passages/s", "update of 1%, s", "SQLite, bytes a passage",
         "FAISS", "words", "memory: own", "mapped")  # fmt: skip
    _row(*["---"] * 9)
    for built, found in rows:
        count = found.passages
        _row(
            f"{count:,}",
            found.kind,
            f"{count / built.build.seconds:,.0f} ({count / built.build.computing:,.0f})",
            f"{built.update.seconds:.1f} ({built.update.computing:.1f})" if built.update else "",
            *(f"{size / count:,.0f}" for size in (*built.sizes, found.own, found.mapped)),
        )
    print()
    _row("passages", "vectors", "words", "fused", "exact", "recall@10", "recall@100")
    _row(*["---"] * 7)
    for _, found in rows:
        _row(
            f"{found.passages:,}",
            *map(str, (found.vectors, found.words, found.fused, found.exact)),
            f"{found.recall_10:.3f}",
            f"{found.recall_100:.3f}",
        )


def _row(*cells: str) -> None:
    print("|", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    typer.run(main)
