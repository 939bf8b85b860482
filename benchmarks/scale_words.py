"""The word index beside SQLite's FTS5, with the same passages and terms, by turns.

    python -m benchmarks.scale_words --data shared/data/archive --size 100000 --size 1000000

Passages are drawn around real ones (`scale_drawn.py`). Each is asked for the hundred best with any
term of a query. `--alone` leaves FTS5 out.
"""

from __future__ import annotations

import contextlib
import functools
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import scale_drawn
from benchmarks.scale_drawn import Exchanged
from benchmarks.scale_search import Clock, clock, taken
from verify.commands.screen import progress
from verify.index.embedding import StageProgress
from verify.index.seals import size_of
from verify.index.searcher import DEPTH
from verify.index.terms import query_terms
from verify.index.words import WordIndex, write_words

AT_ONCE = 4096
TURN = 10
"""Queries that one asks before it is the other's turn."""

Search = Callable[[str], object]


def main(
    data: scale_drawn.Data,
    size: scale_drawn.Sizes,
    queries: scale_drawn.Queries = scale_drawn.QUERIES,
    alone: Annotated[bool, typer.Option("--alone", help="Without FTS5.")] = False,
) -> None:
    """Print a row for each size and index."""
    archive = scale_drawn.read(data, queries)
    some = scale_drawn.first(archive.documents)
    texts = Exchanged(some, [(at + 1) % len(some) for at in range(len(some))])
    makers = {"tantivy": _tantivy} if alone else {"tantivy": _tantivy, "FTS5": _fts5}
    print("| passages | | build, s (computing) | bytes each | ms p50 / p95 (computing) |")
    print("| --- " * 5 + "|")
    for each in size:
        with tempfile.TemporaryDirectory() as folder, progress() as show:
            searches: dict[str, Search] = {}
            built: dict[str, Clock] = {}
            for name, make in makers.items():
                work = functools.partial(make, Path(folder, name), each, texts, show)
                searches[name], built[name] = clock(work)
            clocks = _in_turn(searches, archive.queries)
            for name, took in built.items():
                bytes_each = size_of(Path(folder, name)) / each
                print(
                    f"| {each:,} | {name} | {took.seconds:.0f} ({took.computing:.0f})"
                    f" | {bytes_each:.0f} | {taken(clocks[name])} |",
                    flush=True,
                )


def _in_turn(searches: dict[str, Search], queries: Sequence[str]) -> dict[str, list[Clock]]:
    clocks: dict[str, list[Clock]] = {name: [] for name in searches}
    for start in range(0, len(queries), TURN):
        for name, search in searches.items():
            for query in queries[start : start + TURN]:
                clocks[name].append(clock(functools.partial(search, query))[1])
    return clocks


def _tantivy(place: Path, size: int, texts: Exchanged, show: StageProgress) -> Search:
    def stored(ids: Sequence[int]) -> list[tuple[int, str]]:
        return [(id_, "\n".join(texts.passage(id_))) for id_ in ids]

    write_words(place, range(size), stored, progress=functools.partial(show, "write"))
    index = WordIndex(place, "")
    return lambda query: index.search(query_terms(query), DEPTH)


def _fts5(place: Path, size: int, texts: Exchanged, show: StageProgress) -> Search:
    with contextlib.closing(sqlite3.connect(place)) as connection, connection:
        connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5"
            " (text, content='', tokenize='porter unicode61 remove_diacritics 2')"
        )
        for start in range(0, size, AT_ONCE):
            ids = range(start, min(start + AT_ONCE, size))
            rows = [(id_, "\n".join(texts.passage(id_))) for id_ in ids]
            connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", rows)
            show("write", ids.stop, size)
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
    reading = sqlite3.connect(place)

    def search(query: str) -> list[tuple[int]]:
        terms = " OR ".join(f'"{term}"' for term in query_terms(query))
        found = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT ?"
        return reading.execute(found, (terms, DEPTH)).fetchall()

    return search


if __name__ == "__main__":
    typer.run(main)
