"""The documents of an index, as sources are written: build reads them back to the same digest."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from verify.index import layout, store
from verify.index.seals import OLDEST, PASSAGES, check_files, read_manifest


def export_documents(directory: Path) -> Iterator[str]:
    """A line of JSONL for every document, by id. Needs no model, and reads older schemas too.

    Raises what open_index would raise, before the first line.
    """
    version = layout.current_version(directory)
    check_files(version, read_manifest(version, oldest=OLDEST), (PASSAGES,), fully=True)
    with contextlib.closing(store.open_read_only(version / PASSAGES)) as connection:
        for _, record in store.read_documents(connection):
            yield f"{record}\n"
