"""Collections to search: documents, queries, and which documents are relevant to which query."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from verify.evaluation.jsonl import BenchmarkError, sample
from verify.evaluation.progress import StageProgress
from verify.evaluation.rows import read_rows
from verify.evaluation.scifact import read_abstracts, read_scientific_claims
from verify.index import Index, build_index, open_index
from verify.models import Embedder
from verify.records import Document, Record, StanceLabel


class Query(Record):
    """A claim, and the ids of the documents that it should find; at least one."""

    text: str
    relevant: frozenset[str]


class Collection(Record):
    """Documents, and queries with what is relevant to each; `relevant` says it in words."""

    name: str
    relevant: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]


def scifact(claims: Path, corpus: Path, limit: int | None = None) -> Collection:
    """SciFact's claims over all its abstracts. BenchmarkError."""
    queries = [
        Query(text=one.claim, relevant=frozenset(one.cited))
        for one in read_scientific_claims(claims)
        if one.cited
    ]
    return Collection(
        name="scifact",
        relevant="every abstract that a claim cites, with evidence on it or not",
        documents=tuple(abstract.document for abstract in read_abstracts(corpus)),
        queries=_some(queries, limit, claims),
    )


def pairs(path: Path, limit: int | None = None) -> Collection:
    """Claims over all distinct evidence texts of a file of labelled pairs. BenchmarkError."""
    benchmark = read_rows(path)
    ids: dict[str, str] = {}
    documents: list[Document] = []
    relevant: dict[str, set[str]] = {}
    for row in benchmark.rows:
        if not row.evidence.strip():
            continue
        if row.evidence not in ids:
            ids[row.evidence] = f"{benchmark.name}/{len(ids)}"
            documents.append(Document(id=ids[row.evidence], title=row.title, text=row.evidence))
        if row.label is not StanceLabel.NEUTRAL:
            relevant.setdefault(row.claim, set()).add(ids[row.evidence])
    queries = [Query(text=claim, relevant=frozenset(found)) for claim, found in relevant.items()]
    return Collection(
        name=benchmark.name,
        relevant="the evidence texts labelled as supporting or refuting a claim",
        documents=tuple(documents),
        queries=_some(queries, limit, path),
    )


def _some(queries: Sequence[Query], limit: int | None, path: Path) -> tuple[Query, ...]:
    if not queries:
        raise BenchmarkError(
            f"{path} has no claim with anything relevant to it", "Name another folder with --data."
        )
    return sample(queries, limit)


@contextmanager
def indexed(
    documents: Sequence[Document],
    embedder: Embedder,
    progress: StageProgress,
    directory: Path | None = None,
) -> Iterator[Index]:
    """A real index, for as long as the block lasts, of the documents that have a text: in a
    temporary folder, or at `directory`, where it stays.
    """
    with tempfile.TemporaryDirectory(prefix="verify-evaluate-") as folder:
        source = Path(folder, "documents.jsonl")
        with source.open("w", encoding="utf-8") as file:
            file.writelines(
                document.model_dump_json() + "\n" for document in documents if document.text.strip()
            )
        with indexed_sources([source], embedder, progress, directory) as index:
            yield index


@contextmanager
def indexed_sources(
    sources: Sequence[Path],
    embedder: Embedder,
    progress: StageProgress,
    directory: Path | None = None,
) -> Iterator[Index]:
    """The same of files and folders of documents."""
    with tempfile.TemporaryDirectory(prefix="verify-evaluate-") as folder:
        directory = directory or Path(folder)
        build_index(sources, directory, embedder, progress)
        with open_index(directory, embedder) as index:
            yield index
