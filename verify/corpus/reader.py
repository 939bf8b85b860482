"""Files and folders -> Documents, with every fault found on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from verify.corpus.faults import Fault, Located, SourcesError
from verify.corpus.jsonl import read_jsonl
from verify.corpus.prose import PARSERS, read_prose
from verify.errors import CorpusError
from verify.records import Document

SUFFIXES = frozenset({".jsonl", *PARSERS})


def read_documents(paths: Sequence[Path]) -> Iterator[Document]:
    """Every document of the files and folders, in a fixed order.

    A folder is walked in sorted order for .jsonl, .txt, .md and .html; hidden files, links and
    README.md are passed over. A .jsonl file has one record a line; any other file is one document
    whose id is its path in the folder.

    Good documents come as they are read. Raises SourcesError at the end if anything was wrong,
    with all that was, and CorpusError where there was nothing to read.
    """
    for _, document in read_sources(paths):
        yield document


def read_sources(
    paths: Sequence[Path], folders: Sequence[Path] = (), *, empty: bool = False
) -> Iterator[tuple[Path, Document]]:
    """As read_documents, each document with the source it came from.

    That is the path that was named, or the one of `folders` it lies in: then its documents have
    the ids that reading that folder gives them. With `empty`, sources may hold nothing at all.
    """
    faults: list[Fault] = []
    places: dict[str, str] = {}
    for path in paths:
        folder = next((folder for folder in folders if path.is_relative_to(folder)), path)
        for item in _items(path, folder):
            fault = item if isinstance(item, Fault) else _fault(item, places)
            if fault:
                faults.append(fault)
            elif isinstance(item, Located):
                places[item.document.id] = item.place
                yield folder, item.document
    if faults:
        raise SourcesError(faults)
    if not places and not empty:
        looked = ", ".join(str(path) for path in paths) or "no source at all"
        raise CorpusError(
            f"no reference documents found in {looked}",
            f"Name files or folders with documents ({', '.join(sorted(SUFFIXES))}).",
        )


def find_files(folder: Path) -> Iterator[Path]:
    """The files of a folder that hold documents, sorted.

    Links are passed over: what they lead to is either in the folder already or outside it.
    """
    for where, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(where, name)
            wanted = path.suffix.lower() in SUFFIXES and not name.startswith(".")
            if wanted and name.lower() != "readme.md" and not path.is_symlink():
                yield path


def _raise(error: OSError) -> None:
    raise error


def _items(path: Path, folder: Path) -> Iterator[Located | Fault]:
    try:
        if path.is_dir():
            for file in find_files(path):
                yield from _read(file, file.relative_to(folder).as_posix())
        elif not path.exists():
            yield Fault(str(path), "no such file or folder")
        elif path.suffix.lower() not in SUFFIXES:
            kinds = ", ".join(sorted(SUFFIXES))
            yield Fault(str(path), f'cannot read files of kind "{path.suffix}", only {kinds}')
        else:
            base = path.parent if folder == path else folder
            yield from _read(path, path.relative_to(base).as_posix())
    except OSError as error:
        yield Fault(str(error.filename or path), f"cannot be read: {error.strerror}")


def _read(path: Path, identity: str) -> Iterator[Located | Fault]:
    try:
        jsonl = path.suffix.lower() == ".jsonl"
        yield from read_jsonl(path) if jsonl else read_prose(path, identity)
    except OSError as error:
        yield Fault(str(path), f"cannot be read: {error.strerror}")


def _fault(item: Located, places: dict[str, str]) -> Fault | None:
    """What is wrong with a document that was read well, if anything is."""
    document = item.document
    if not document.id.strip():
        return Fault(item.place, '"id" is empty')
    if not document.text.strip():
        return Fault(item.place, "has no text")
    try:
        document.model_dump_json()
    except ValueError:
        # JSON can say \ud800, and a file name hold a stray byte; no database or report can.
        return Fault(item.place, "holds half of a surrogate pair, which is no character")
    if document.id in places:
        return Fault(item.place, f'id "{document.id}" is taken by {places[document.id]}')
    return None
