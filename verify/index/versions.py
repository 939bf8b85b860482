"""Which version of an index can answer, and going back to the one before."""

from __future__ import annotations

import contextlib
from pathlib import Path

from verify.errors import EvidenceIndexError, IndexDamaged, IndexMismatch
from verify.index import layout
from verify.index.lock import build_lock
from verify.index.remedies import rebuild
from verify.index.seals import check_files, read_manifest


def last_good(directory: Path) -> Path | None:
    """The newest version that is whole, of the two that are kept."""
    with contextlib.suppress(IndexDamaged):
        for name in filter(None, layout.read_pointer(directory) or ()):
            with contextlib.suppress(IndexDamaged, IndexMismatch):
                check_files(directory / name, read_manifest(directory / name), fully=True)
                return directory / name
    return None


def roll_back(directory: Path) -> str:
    """Let the version before answer again, and return its name. Called twice, it undoes itself.

    Raises IndexMissing where there is no index, EvidenceIndexError where nothing came before, and
    what open_index would raise of the version before, which then does not take over.
    """
    current = layout.current_version(directory).name
    with build_lock(directory):
        pointer = layout.read_pointer(directory)
        if pointer is None or not pointer.previous:
            raise EvidenceIndexError(
                f"the index at {directory} has no version before {current}", rebuild(directory)
            )
        check_files(directory / pointer.previous, read_manifest(directory / pointer.previous))
        layout.point(directory, layout.Pointer(pointer.previous, pointer.current))
    return pointer.previous
