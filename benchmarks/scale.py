"""What an index of a thousand to a million passages costs, to build, to keep and to search.

    python -m benchmarks.scale --data shared/data/archive --size 1000 --size 10000 --size 100000
    python -m benchmarks.scale --data shared/data/archive --size 1000000

Up to as many passages as the archive has, documents are built and updated as ever. Beyond, for the
search alone, passages are drawn around the real ones (`scale_drawn.py`) and written straight into a
store. The model embeds the first `--real` passages and the queries, which are sentences of
documents that are kept out; all other vectors are drawn. Vectors are remembered in `--work`.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer

from benchmarks import scale_drawn
from benchmarks.scale_drawn import Exchanged, Moved, Remembering, embedded, wording_of
from benchmarks.scale_search import Clock, Searched, clock
from verify.commands.screen import progress
from verify.corpus import Window, split_passages
from verify.index import build_index, store, update_index
from verify.index.embedding import StageProgress, add_vectors, rows_of
from verify.index.layout import current_version
from verify.index.seals import PASSAGES, VECTORS
from verify.index.writing import model_named, publish, start
from verify.models import Embedder, load_embedder
from verify.records import Document

AT_ONCE = 4096
RATED = 200
"""Passages that tell how many are embedded a second."""


def main(
    data: Annotated[Path, typer.Option(help="Folder of archives, .jsonl.gz.")],
    size: Annotated[list[int], typer.Option(help="Passages; may be said more than once.")],
    real: Annotated[int, typer.Option(help="Passages that the model embeds.")] = 10_000,
    queries: Annotated[int, typer.Option(help="Sentences to ask with.")] = 200,
    seed: Annotated[int, typer.Option(help="Orders the documents.")] = 1,
    work: Annotated[Path, typer.Option(help="Folder for indexes and vectors.")] = scale_drawn.WORK,
    keep: Annotated[bool, typer.Option("--keep", help="Leave the indexes there.")] = False,
) -> None:
    """Print two tables, a row for each size."""
    work.mkdir(parents=True, exist_ok=True)
    archive = scale_drawn.read(data, queries, seed)
    rows: list[tuple[Built, Searched]] = []
    with progress() as show:
        embedder = load_embedder()
        passages = [
            each for _, each in itertools.islice(scale_drawn.passages(archive.documents), real)
        ]
        texts = [wording_of(each) for each in passages]
        embed = functools.partial(embedded, embedder=embedder, cache=work / "embedded")
        vectors = embed(texts, progress=functools.partial(show, "embed"))
        moved = Moved(vectors)
        drawn = Drawn(Exchanged(passages, moved.neighbours.tolist()), moved)
        known = Remembering(embedder, dict(zip(texts, vectors, strict=True)), moved)
        asked = embed(archive.queries, progress=functools.partial(show, "embed"))
        np.savez(work / "queries.npz", texts=np.array(archive.queries), vectors=asked)
        for each in size:
            place = work / f"index-{each}"
            shutil.rmtree(place, ignore_errors=True)
            some = _first(archive.documents, each)
            make = (
                functools.partial(_build, some) if some else functools.partial(_draw, drawn, each)
            )
            rows.append((make(place, known, show), _searched(place, work / "queries.npz")))
            if not keep:
                shutil.rmtree(place)
    _tell(rows, _rate(embedder, texts))


class Drawn(NamedTuple):
    """Passages by their number."""

    texts: Exchanged
    vectors: Moved


class Built(NamedTuple):
    """What making an index took: passages a second and seconds of an update, by the clock and of a
    processor; bytes of its two files."""

    build: Clock
    update: Clock | None
    record: int
    derived: int


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
    return Built(build, update, *_sizes(place))


def _edited(documents: Sequence[Document]) -> list[Document]:
    """The same documents, every hundredth with other words at its end."""
    return [
        each if number % 100 else each.model_copy(update={"text": f"{each.text} It was corrected."})
        for number, each in enumerate(documents)
    ]


def _draw(
    drawn: Drawn, passages: int, place: Path, embedder: Remembering, show: StageProgress
) -> Built:
    """Write drawn passages into a store, each a document, and derive the rest as ever."""

    def make() -> None:
        place.mkdir(parents=True)
        version = start(place)
        with contextlib.closing(store.create(version / PASSAGES)) as connection:
            for first in range(0, passages, AT_ONCE):
                numbers = range(first, min(first + AT_ONCE, passages))
                _insert(connection, numbers, drawn)
                show("read", first, passages)
            store.optimise_words(connection)
            publish(connection, version, model_named(embedder), (), Window(), "", show)

    return Built(clock(make)[1], None, *_sizes(place))


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
    connection.executemany(
        "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
        [(number, *passage) for number, passage in zip(numbers, made, strict=True)],
    )
    add_vectors(connection, zip(keys, rows_of(drawn.vectors.vectors(numbers)), strict=True))


def _sizes(place: Path) -> tuple[int, int]:
    version = current_version(place)
    return (version / PASSAGES).stat().st_size, (version / VECTORS).stat().st_size


def _searched(place: Path, queries: Path) -> Searched:
    """Searched in a new process, for its memory."""
    command = [sys.executable, "-m", "benchmarks.scale_search", str(place), str(queries)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Searched.model_validate_json(done.stdout)


def _rate(embedder: Embedder, texts: Sequence[str]) -> Clock:
    return clock(lambda: embedder.encode(texts[:RATED]))[1]


def _tell(rows: Sequence[tuple[Built, Searched]], rate: Clock) -> None:
    print(f"{RATED / rate.seconds:.0f} passages embedded a second\n")
    _row("passages", "kind", "build, passages/s", "update of 1%, s", "SQLite, bytes a passage",
         "FAISS", "memory, MB: own", "mapped")  # fmt: skip
    _row(*["---"] * 8)
    for built, found in rows:
        count = found.passages
        _row(
            f"{count:,}",
            found.kind,
            f"{count / built.build.seconds:,.0f} ({count / built.build.computing:,.0f})",
            f"{built.update.seconds:.1f} ({built.update.computing:.1f})" if built.update else "",
            *(
                f"{size / count:,.0f}"
                for size in (built.record, built.derived, found.own, found.mapped)
            ),
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
