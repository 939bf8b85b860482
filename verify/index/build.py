"""Sources -> an index on disk, in place of any that is there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verify.corpus import Window, read_sources
from verify.index import layout, store
from verify.index.embedding import StageProgress, copy_vectors, embed
from verify.index.seals import PASSAGES, last_good, read_manifest
from verify.index.writing import model_named, publish, start, writing
from verify.records import Manifest

if TYPE_CHECKING:
    from verify.models.protocols import Embedder


def build_index(
    sources: Sequence[Path],
    directory: Path,
    embedder: Embedder,
    progress: StageProgress | None = None,
    window: Window = Window(),  # noqa: B008 - a tuple of numbers
) -> Manifest:
    """Read the sources and put an index of them at `directory`, in place of any that is there.
    `window` says how passages are cut; updates keep to it.

    Vectors of unchanged passages are taken over from the index before it, if the same model made
    them. Raises CorpusError with everything wrong in the sources, IndexBusy while somebody else
    writes, EvidenceIndexError where the disk is full. An interrupt leaves the index as it was,
    and of the work no more than the vectors made so far.
    """
    report = progress or quiet
    paths = [absolute(source) for source in sources]
    with writing(directory, "build"):
        before, previous = last_good(directory)
        version = start(directory)
        with contextlib.closing(store.create(version / PASSAGES)) as connection:
            for number, (source, document) in enumerate(read_sources(paths), start=1):
                store.add_document(connection, document, str(source), window)
                report("read", number, 0)
            if before and read_manifest(before).model_fingerprint == embedder.fingerprint:
                copy_vectors(connection, before / PASSAGES)
            embed(connection, directory / layout.JOURNAL, embedder, report)
            model, names = model_named(embedder), [*map(str, paths)]
            return publish(connection, version, model, names, window, previous, report)


def absolute(path: Path) -> Path:
    """A path that means the same wherever the next update is started."""
    return Path(os.path.normpath(path.absolute()))


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody asked for."""
