"""Making a damaged index whole, and a worn one compact."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from verify.errors import IndexDamaged, IndexMismatch, IndexMissing
from verify.index import layout, store
from verify.index.build import quiet
from verify.index.embedding import StageProgress, drop_unused_vectors
from verify.index.examine import Outcome, check_record, check_vectors, check_words
from verify.index.remedies import rebuild
from verify.index.seals import FILES, PASSAGES, VECTORS, WORDS, check_files, read_manifest, size_of
from verify.index.writing import model_of, publish, start, take_over, window_of, writing
from verify.records import Manifest

COMPACTED = "compacted.sqlite"


class Compaction(NamedTuple):
    """The index as it is now, the bytes of its files before and after, and how many vectors were
    dropped that no passage used."""

    manifest: Manifest
    before: int
    after: int
    dropped: int


def compact(directory: Path, progress: StageProgress | None = None) -> Compaction:
    """Drop what no passage uses, and give back free pages.

    Documents and passages, and their ids, stay as they are, and so does the version to go back to.
    No model is needed.
    """
    layout.current_version(directory)  # before the lock makes a directory
    report = progress or quiet
    with writing(directory, "compact"):
        before = layout.current_version(directory)
        manifest = read_manifest(before)
        report("check", 0, 0)
        check_files(before, manifest, fully=True)
        report("compact", 0, 0)
        version = start(directory)
        with contextlib.closing(take_over(before, manifest, version)) as worn:
            dropped = drop_unused_vectors(worn)
            store.write_compacted(worn, version / COMPACTED)
        (version / COMPACTED).replace(version / PASSAGES)
        with contextlib.closing(store.open_copy(version / PASSAGES)) as connection:
            pointer = layout.read_pointer(directory)
            previous = (pointer and pointer.previous) or before.name
            model = model_of(manifest)
            sources, window = manifest.sources, window_of(manifest)
            made = publish(
                connection, version, model, sources, window, previous, report, like=before
            )
        return Compaction(made, _size(before), _size(version), dropped)


def _size(version: Path) -> int:
    return sum(size_of(version / name) for name in FILES)


class Repair(NamedTuple):
    """What was wrong with the index (nothing: ""), the index as it is now, whether changes were
    lost with a version that could not be saved, and the folder that its files were put aside in."""

    fault: str
    manifest: Manifest
    lost: bool = False
    aside: Path | None = None


def repair(directory: Path, progress: StageProgress | None = None) -> Repair:
    """Make an index whole again from what is whole of it.

    Where the record (SQLite) of the current version is whole, the rest is derived from it again
    and nothing is lost. Where it is not, the version before answers again. Raises IndexMissing,
    IndexMismatch for another schema, and IndexDamaged where neither is whole.
    """
    if not directory.is_dir():
        raise IndexMissing(f"there is no index at {directory}", rebuild(directory))
    with writing(directory, "repair"):
        pointer, fault = _pointer(directory)
        names = list(filter(None, pointer or [found.name for found in layout.versions(directory)]))
        faults = list(filter(None, [fault]))
        best: tuple[str, Manifest] | None = None
        previous = ""
        for name in names:
            try:
                manifest = _whole_record(directory / name)
            except IndexDamaged as error:
                faults.append(error.problem)
            except IndexMismatch:
                if best is None:
                    raise
                previous = previous or name  # another program's to judge
            else:
                if best is None:
                    best = name, manifest
                elif wrong := _derived_fault(directory / name, manifest):
                    faults.append(wrong)
                else:
                    previous = previous or name
        if best is None:
            why = "; ".join(faults)
            problem = f"the index at {directory} cannot be repaired: {why}"
            raise IndexDamaged(problem, rebuild(directory))
        name, manifest = best
        lost = pointer is not None and name != pointer.current
        aside = _put_aside(directory, pointer.current) if pointer and lost else None
        if wrong := _derived_fault(directory / name, manifest):
            faults.append(wrong)
            manifest = _derive(directory, name, manifest, previous, progress or quiet)
        elif pointer != (name, previous):
            layout.point(directory, layout.Pointer(name, previous))
        return Repair("; ".join(faults), manifest, lost, aside)


def _pointer(directory: Path) -> tuple[layout.Pointer | None, str]:
    """The pointer, or None and what is wrong with it."""
    try:
        pointer = layout.read_pointer(directory)
    except IndexDamaged as error:
        return None, error.problem
    return pointer, "" if pointer else f"{directory / layout.POINTER} is gone"


def _whole_record(version: Path) -> Manifest:
    """The manifest of a version whose record is whole. Raises IndexDamaged."""
    manifest = read_manifest(version)
    check_files(version, manifest, (PASSAGES,), fully=True)
    for check in check_record(version, manifest):
        if check.outcome is Outcome.FAULT:
            raise IndexDamaged(f"{version / PASSAGES}: {check.found}")
    return manifest


def _derived_fault(version: Path, manifest: Manifest) -> str:
    """What is wrong with what is derived from the record, "" for nothing."""
    try:
        check_files(version, manifest, (VECTORS, WORDS), fully=True)
    except IndexDamaged as error:
        return error.problem
    checks = (check(version, manifest) for check in (check_words, check_vectors))
    return next((each.found for each in checks if each.outcome is Outcome.FAULT), "")


def _derive(
    directory: Path, name: str, manifest: Manifest, previous: str, report: StageProgress
) -> Manifest:
    """A version with the record of another, and the rest made from it."""
    version = start(directory)
    with contextlib.closing(take_over(directory / name, manifest, version)) as connection:
        model, window = model_of(manifest), window_of(manifest)
        return publish(connection, version, model, manifest.sources, window, previous, report)


def _put_aside(directory: Path, name: str) -> Path | None:
    """Keep a damaged version under a name that no sweep removes."""
    damaged = directory / name
    if not damaged.is_dir():
        return None
    return damaged.rename(directory / f"damaged-{name}")
