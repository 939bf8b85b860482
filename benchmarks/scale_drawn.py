"""Passages of real text with their vectors, and as many more as are asked for, drawn around them.

A drawn passage is a real one with a quarter of its words exchanged for those of its nearest
neighbour. A drawn vector is a real one moved in the direction in which two other real ones differ,
as far as a real one lies from its nearest neighbour. Both are worked out from the number alone, so
that no two runs differ and any of millions can be asked for at any time.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import numpy.typing as npt
import typer

from verify.corpus import split_passages
from verify.evaluation.archive import read_archive
from verify.index.embedding import StageProgress
from verify.index.journal import Journal
from verify.index.store import digest_of, wording
from verify.models import Embedder, Vectors, load_embedder
from verify.models.protocols import Progress
from verify.records import Document
from verify.sentences import split_sentences

Data = Annotated[Path, typer.Option(help="Folder of archives, .jsonl.gz.")]
Sizes = Annotated[list[int], typer.Option("--size", help="How many; may be said more than once.")]
Queries = Annotated[int, typer.Option(help="Sentences to ask with.")]
Work = Annotated[Path, typer.Option(help="Folder for indexes and for vectors once embedded.")]

AT_ONCE = 1024
REAL, QUERIES = 10_000, 200
"""Passages that the model embeds, and sentences to ask with."""
SEED = 1
"""Orders the documents."""
WORK = Path(tempfile.gettempdir()) / "verify-scale"
FIELDS = {"id", "text", "title", "publisher", "published"}


class Archive(NamedTuple):
    """Documents in an order that a seed gives, and sentences of others to ask with."""

    documents: tuple[Document, ...]
    queries: tuple[str, ...]


def read(folder: Path, queries: int) -> Archive:
    """All documents of the archives in a folder; the last ones are kept out, and asked with."""
    documents = list(read_archive(sorted(folder.glob("*.jsonl.gz"))))
    random.Random(SEED).shuffle(documents)  # noqa: S311
    asked = [first for one in documents[-queries * 4 :] if (first := _first_sentence(one))]
    return Archive(tuple(documents[: -queries * 4]), tuple(asked[:queries]))


def _first_sentence(document: Document) -> str:
    sentence = next(iter(split_sentences(document.text)), None)
    text = document.text[sentence.span.start : sentence.span.end] if sentence else ""
    return text if 6 <= len(text.split()) <= 60 else ""


class Passage(NamedTuple):
    """The title of its document, and its text."""

    title: str
    text: str


def passages(documents: Sequence[Document]) -> Iterator[tuple[Document, Passage]]:
    """Every passage in order, with its document."""
    for document in documents:
        for part in split_passages(document):
            yield document, Passage(document.title, part.text)


class Drawn(NamedTuple):
    """An archive with the vectors of its queries, and passages drawn around its first ones."""

    archive: Archive
    asked: Vectors
    texts: Exchanged
    vectors: Moved
    embedder: Remembering


def draw(data: Path, queries: int, work: Path, show: StageProgress) -> Drawn:
    """Read the archives of a folder and embed what has to be; `work` keeps the vectors."""
    work.mkdir(parents=True, exist_ok=True)
    archive, embedder = read(data, queries), load_embedder()
    real = first(archive.documents)
    texts = [wording(*passage) for passage in real]
    embed = functools.partial(
        embedded,
        embedder=embedder,
        cache=work / "embedded",
        progress=functools.partial(show, "embed"),
    )
    vectors, asked = embed(texts), embed(archive.queries)
    moved = Moved(vectors)
    known = Remembering(embedder, dict(zip(texts, vectors, strict=True)), moved)
    return Drawn(archive, asked, Exchanged(real, moved.neighbours.tolist()), moved, known)


def first(documents: Sequence[Document]) -> list[Passage]:
    """The passages that others are drawn around."""
    return [each for _, each in itertools.islice(passages(documents), REAL)]


def write(path: Path, documents: Sequence[Document]) -> None:
    """A source of documents, a line of JSON each."""
    with path.open("w", encoding="utf-8") as file:
        for one in documents:
            file.write(one.model_dump_json(include=FIELDS) + "\n")


def embedded(
    texts: Sequence[str], embedder: Embedder, cache: Path, progress: Callable[[int, int], None]
) -> Vectors:
    """The vectors of texts; those that the cache has are not made again."""
    with Journal(cache, embedder) as kept:
        known = dict(kept.read())
        keys = [digest_of(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        todo = list(missing.items())
        for start in range(0, len(todo), AT_ONCE):
            some = todo[start : start + AT_ONCE]
            made = embedder.encode([text for _, text in some]).astype("<f4")
            rows = [(key, row.tobytes()) for (key, _), row in zip(some, made, strict=True)]
            kept.add(rows)
            known.update(rows)
            progress(start + len(some), len(todo))
    return np.frombuffer(b"".join(known[key] for key in keys), "<f4").reshape(len(keys), -1)


class Exchanged:
    """Texts by their number; see above."""

    def __init__(self, real: Sequence[Passage], neighbours: Sequence[int]) -> None:
        self._real = real
        self._neighbours = neighbours

    def passage(self, number: int) -> Passage:
        """The passage of that number."""
        chance = random.Random(number)  # noqa: S311
        at = int(_hashed(np.array([number]), 0)[0] % len(self._real))
        title, text = self._real[at]
        words, others = text.split(), self._real[self._neighbours[at]].text.split()
        for place in chance.sample(range(len(words)), len(words) // 4):
            words[place] = others[place % len(others)]
        return Passage(title, " ".join(words))


class Moved:
    """Vectors by their number; see above."""

    def __init__(self, real: Vectors) -> None:
        self._real = real
        self.neighbours, self._distances = _nearest(real)

    def vectors(self, numbers: Sequence[int]) -> Vectors:
        """The vectors of those numbers, a row each, of length 1."""
        ids, real = np.asarray(numbers), self._real
        at, one, other, far = (_hashed(ids, salt) % len(real) for salt in range(4))
        way = real[one] - real[other]
        length = np.linalg.norm(way, axis=1, keepdims=True)
        moved = real[at] + way * (self._distances[far, None] / np.maximum(length, 1e-6))
        unit: Vectors = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return unit.astype(np.float32)


def _nearest(vectors: Vectors) -> tuple[npt.NDArray[np.int64], Vectors]:
    """For each vector its nearest neighbour that is not the same, and how far off it is."""
    nearest = np.empty(len(vectors), dtype=np.int64)
    distances = np.empty(len(vectors), dtype=np.float32)
    for start in range(0, len(vectors), AT_ONCE):
        cosines = vectors[start : start + AT_ONCE] @ vectors.T
        cosines[cosines > 0.9999] = -1
        rows = slice(start, start + len(cosines))
        nearest[rows] = cosines.argmax(axis=1)
        distances[rows] = np.sqrt(2 - 2 * cosines.max(axis=1))
    return nearest, distances


def _hashed(numbers: npt.NDArray[np.int64], salt: int) -> npt.NDArray[np.uint64]:
    """splitmix64: numbers that look like chance, the same each time."""
    with np.errstate(over="ignore"):
        x = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15) * np.uint64(salt * 2 + 1)
        x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return x ^ (x >> np.uint64(31))


class Remembering:
    """An `Embedder` that knows the vectors of some texts, and draws those of all others."""

    def __init__(
        self, embedder: Embedder, known: dict[str, npt.NDArray[np.float32]], moved: Moved
    ) -> None:
        self.name, self.dimensions = embedder.name, embedder.dimensions
        self.fingerprint = embedder.fingerprint
        self._known = known
        self._moved = moved

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """float32 array (len(texts), dimensions), every row of length 1."""
        numbers = [
            int.from_bytes(hashlib.blake2b(text.encode(), digest_size=7).digest()) for text in texts
        ]
        vectors = self._moved.vectors(numbers)
        for row, text in enumerate(texts):
            if (vector := self._known.get(text)) is not None:
                vectors[row] = vector
        return vectors
