"""Which version of an index can answer, going back to the one before, and how they differ."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from verify.errors import EvidenceIndexError, IndexDamaged, IndexMismatch, IndexMissing
from verify.index import layout, store
from verify.index.changes import Change, compare, compare_stores
from verify.index.remedies import rebuild
from verify.index.seals import PASSAGES, check_files, read_manifest
from verify.index.update import make_plan
from verify.index.writing import writing
from verify.records import Manifest


class Rollback(NamedTuple):
    """The version that answers again, the one that answered before, and what was undone: changes
    as they were when that one was made, None where it is too damaged to tell.
    """

    now: str
    manifest: Manifest
    before: str
    undone: tuple[Change, ...] | None


def roll_back(directory: Path) -> Rollback:
    """Let the version before answer again. Called twice, it undoes itself.

    The version that is left is kept until the next build or update. Raises IndexMissing where
    there is no index, EvidenceIndexError where nothing came before, and what open_index would raise
    of the version before, which then does not take over.
    """
    if layout.read_pointer(directory) is None:
        raise IndexMissing(f"there is no index at {directory}", rebuild(directory))
    with writing(directory, "roll back"):
        pointer = layout.read_pointer(directory)
        if pointer is None or not pointer.previous:
            raise EvidenceIndexError(
                f"the index at {directory} has no version before"
                f" {pointer.current if pointer else 'this one'}",
                rebuild(directory),
            )
        version = directory / pointer.previous
        manifest = read_manifest(version)
        check_files(version, manifest, fully=True)
        undone = None
        with contextlib.suppress(IndexDamaged, IndexMismatch):
            undone = differences(version, directory / pointer.current)
        layout.point(directory, layout.Pointer(pointer.previous, pointer.current))
    return Rollback(pointer.previous, manifest, pointer.current, undone)


def differences(older: Path, newer: Path) -> tuple[Change, ...]:
    """What changed from one version to another. Raises IndexDamaged or IndexMismatch."""
    for version in (older, newer):
        check_files(version, read_manifest(version), (PASSAGES,), fully=True)
    with (
        contextlib.closing(store.open_read_only(older / PASSAGES)) as before,
        contextlib.closing(store.open_read_only(newer / PASSAGES)) as after,
    ):
        return compare_stores(before, after)


def last_change(directory: Path) -> tuple[Change, ...]:
    """What the current version of an index changed of the one before it."""
    current = layout.current_version(directory)
    pointer = layout.read_pointer(directory)
    if pointer is None or not pointer.previous:
        raise EvidenceIndexError(
            f"the index at {directory} has no version before {current.name}",
            "To compare it with its sources, say --sources.",
        )
    return differences(directory / pointer.previous, current)


def pending_changes(
    directory: Path, sources: Sequence[Path] = (), *, sync: bool = False
) -> tuple[Change, ...]:
    """What update_index, asked the same, would change."""
    current = layout.current_version(directory)
    manifest = read_manifest(current)
    check_files(current, manifest, (PASSAGES,), fully=True)
    plan = make_plan(manifest, sources, sync=sync)
    with contextlib.closing(store.open_read_only(current / PASSAGES)) as connection:
        steps = compare(connection, plan.read(), plan.complete)
        return tuple(step.change for step in steps if step.change)
