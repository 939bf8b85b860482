"""The word index beside tantivy, and the whole beside txtai. Neither is a dependency: have them in
an environment of your own.

    pip install tantivy txtai
    python -m benchmarks.scale_peers words --data shared/data/archive --size 1000000
    python -m benchmarks.scale_peers txtai --data shared/data/archive --size 1000

`words` asks both for the hundred best passages with any word of the query; `txtai` embeds the same
passages with the same weights, through torch, into a hybrid index of its own.
"""

from __future__ import annotations

import functools
import importlib
import itertools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import scale_drawn
from benchmarks.embedding import bundled_weights
from benchmarks.scale_drawn import Exchanged, Passage, wording_of
from benchmarks.scale_search import Clock, clock, taken
from verify.commands.screen import progress
from verify.index import build_index, open_index, store
from verify.index.searcher import DEPTH
from verify.index.words import word_query
from verify.models import load_embedder

AT_ONCE = 4096
TURN = 10
"""Queries that one asks before it is the other's turn."""

Search = Callable[[str], list[int]]
Chunks = Iterator[list[tuple[int, Passage]]]

app = typer.Typer(pretty_exceptions_enable=False)
Data = Annotated[Path, typer.Option(help="Folder of archives, .jsonl.gz.")]
Size = Annotated[int, typer.Option(help="Passages.")]
Queries = Annotated[int, typer.Option(help="Sentences to ask with.")]
Seed = Annotated[int, typer.Option(help="Orders the documents.")]


@app.command()
def words(
    data: Data,
    size: Size = 1_000_000,
    real: Annotated[int, typer.Option(help="Passages to draw the others around.")] = 10_000,
    queries: Queries = 200,
    seed: Seed = 1,
) -> None:
    """FTS5 against tantivy."""
    archive = scale_drawn.read(data, queries, seed)
    some = [each for _, each in itertools.islice(scale_drawn.passages(archive.documents), real)]
    texts = Exchanged(some, [(at + 1) % len(some) for at in range(len(some))])
    with tempfile.TemporaryDirectory() as folder, progress() as show:
        place = Path(folder)

        def chunks(stage: str) -> Iterator[list[tuple[int, Passage]]]:
            for first in range(0, size, AT_ONCE):
                numbers = range(first, min(first + AT_ONCE, size))
                yield [(number, texts.passage(number)) for number in numbers]
                show(stage, numbers.stop, size)

        built: dict[str, Clock] = {}
        ask: dict[str, Search] = {}
        for name, make in (("FTS5", _fts5), ("tantivy", _tantivy)):
            (place / name).mkdir()
            work = functools.partial(make, place / name, chunks(name))
            ask[name], built[name] = clock(work)
        found: dict[str, list[list[int]]] = {name: [] for name in ask}
        clocks: dict[str, list[Clock]] = {name: [] for name in ask}
        for first in range(0, len(archive.queries), TURN):
            for name, search in ask.items():
                for query in archive.queries[first : first + TURN]:
                    ids, took = clock(functools.partial(search, query))
                    found[name].append(ids)
                    clocks[name].append(took)
        sizes = {name: _size(place / name) for name in ask}
    print("| | build, s (computing) | bytes a passage | ms p50 / p95 (computing) |")
    print("| --- | --- | --- | --- |")
    for name, took in built.items():
        print(
            f"| {name} | {took.seconds:.0f} ({took.computing:.0f}) | {sizes[name] / size:.0f}"
            f" | {taken(clocks[name])} |"
        )
    pairs = zip(found["FTS5"], found["tantivy"], strict=True)
    shared = [len({*ours[:10]} & {*theirs[:10]}) / 10 for ours, theirs in pairs]
    same = sum(shared) / len(shared)
    print(f"\n{size:,} passages, {len(shared)} queries; {same:.2f} of the first ten are the same.")


def _fts5(place: Path, chunks: Chunks) -> Search:
    """The word index of a store, and nothing else in it."""
    connection = store.create(place / "words.sqlite")
    for chunk in chunks:
        connection.executemany(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)",
            [(number, *passage) for number, passage in chunk],
        )
    store.optimise_words(connection)
    connection.execute("COMMIT")
    connection.close()
    reading = store.open_read_only(place / "words.sqlite")
    return lambda query: list(store.find_words(reading, word_query(query), DEPTH))


def _tantivy(place: Path, chunks: Chunks) -> Search:
    tantivy = importlib.import_module("tantivy")
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("number", stored=True, fast=True)
    for field in ("title", "text"):
        schema.add_text_field(field, tokenizer_name="en_stem")
    index = tantivy.Index(schema.build(), path=str(place))
    writer = index.writer(heap_size=256 * 2**20, num_threads=2)
    for chunk in chunks:
        for number, (title, text) in chunk:
            writer.add_document(tantivy.Document(number=number, title=title, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> list[int]:
        parsed = index.parse_query(word_query(query), ["title", "text"])
        hits = searcher.search(parsed, DEPTH, count=False).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return search


def _size(place: Path) -> int:
    return sum(file.stat().st_size for file in place.rglob("*") if file.is_file())


@app.command()
def txtai(data: Data, size: Size = 1000, queries: Queries = 100, seed: Seed = 1) -> None:
    """Build and search, the same passages and weights, in turn."""
    archive = scale_drawn.read(data, queries, seed)
    some = itertools.islice(scale_drawn.passages(archive.documents), size)
    documents = list({document.id: document for document, _ in some}.values())
    texts = [wording_of(each) for _, each in scale_drawn.passages(documents)]
    peer = importlib.import_module("txtai").Embeddings(
        path=str(bundled_weights()), hybrid=True, content=True
    )
    embedder = load_embedder()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "documents.jsonl"
        scale_drawn.write(source, documents)
        index = Path(folder) / "index"
        _, ours = clock(lambda: build_index([source], index, embedder))
        _, theirs = clock(lambda: peer.index(texts))
        peer.save(str(Path(folder) / "peer"))
        with open_index(index, embedder) as opened:
            clocks: list[list[Clock]] = [[], []]
            for first in range(0, len(archive.queries), TURN):
                for place, search in enumerate((opened.search, peer.search)):
                    for query in archive.queries[first : first + TURN]:
                        clocks[place].append(clock(functools.partial(search, query, 20))[1])
        sizes = [_size(Path(folder) / name) for name in ("index", "peer")]
    print("| | build, passages/s (computing) | bytes a passage | ms p50 / p95 (computing) |")
    print("| --- | --- | --- | --- |")
    for name, took, rows, size_ in zip(
        ("Verify", "txtai"), (ours, theirs), clocks, sizes, strict=True
    ):
        rate = f"{len(texts) / took.seconds:.0f} ({len(texts) / took.computing:.0f})"
        print(f"| {name} | {rate} | {size_ / len(texts):.0f} | {taken(rows)} |")


if __name__ == "__main__":
    app()
