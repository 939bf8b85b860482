"""What it costs to keep a large index: a day's stories put into an archive.

    python -m benchmarks.upkeep --stories 100000 --day 1000

Stories are made of random words, 110 each, so one passage; a tenth of the day replaces stories of
the archive. Vectors are random too: what a real model takes for the day comes on top, and only for
its new texts. The index lives in a temporary folder.
"""

from __future__ import annotations

import itertools
import json
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from verify.index import (
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
from verify.index.layout import current_version
from verify.models.protocols import Progress, Vectors

WORDS = [
    "".join(letters)
    for letters in itertools.islice(itertools.product("aeilnorst", repeat=5), 30_000)
]
"""Without digits: a word with one counts as a figure, of which no story has a hundred."""


class RandomEmbedder:
    """An `Embedder` that takes no time: a vector of its own for each text."""

    name = fingerprint = "random"
    dimensions = 384

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """float32 array (len(texts), dimensions), every row of length 1."""
        rows = [
            np.random.default_rng(abs(hash(text))).standard_normal(384, dtype=np.float32)
            for text in texts
        ]
        vectors: Vectors = np.stack(rows)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


def main(
    stories: Annotated[int, typer.Option(help="Stories in the archive.")] = 100_000,
    day: Annotated[int, typer.Option(help="Stories of the day.")] = 1_000,
) -> None:
    """Print a table of seconds."""
    chance = random.Random(1)  # noqa: S311 - the same archive every time
    embedder = RandomEmbedder()
    with tempfile.TemporaryDirectory() as place:
        archive, today, index = (Path(place) / name for name in ("a.jsonl", "t.jsonl", "index"))
        _write(archive, range(stories), chance)
        first = stories - day // 10
        _write(today, range(first, first + day), chance)
        print("| | seconds | of them computing |\n| --- | --- | --- |")
        _row("build", lambda: build_index([archive], index, embedder))
        size = sum(file.stat().st_size for file in current_version(index).iterdir())
        _row("update from its source, nothing changed", lambda: update_index(index, embedder))
        _row("update from the file of the day", lambda: update_index(index, embedder, [today]))
        _row("diff", lambda: last_change(index))
        _row("verify --sample 0", lambda: examine(index, None))
        _row("compact", lambda: compact(index))
        _row("rollback", lambda: roll_back(index))
        (current_version(index) / "vectors.faiss").write_bytes(b"")
        _row("repair of FAISS", lambda: repair(index))
        _row("export", lambda: list(export_documents(index)))
        _row("open", lambda: open_index(index, embedder).close())
        print(f"\nA version of {stories:,} stories takes {size / 1e6:,.0f} MB.")


def _write(path: Path, numbers: range, chance: random.Random) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in numbers:
            text = " ".join(chance.choices(WORDS, k=110))
            file.write(json.dumps({"id": f"s/{number}", "text": text, "title": "T"}) + "\n")


def _row(label: str, work: Callable[[], object]) -> None:
    started, computing = time.perf_counter(), time.process_time()
    work()
    seconds = time.perf_counter() - started
    print(f"| {label} | {seconds:.1f} | {time.process_time() - computing:.1f} |", flush=True)


if __name__ == "__main__":
    typer.run(main)
