"""Changes of the sources -> an index, without doing again what has not changed."""

from __future__ import annotations

import contextlib
import difflib
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from verify.corpus import read_sources
from verify.errors import EvidenceIndexError
from verify.index import layout, seals, store
from verify.index.build import absolute, quiet
from verify.index.changes import Change, ChangeKind, compare, withdrawal
from verify.index.embedding import StageProgress, drop_vectors, embed
from verify.index.seals import OLDEST, PASSAGES, check_files, read_manifest
from verify.index.writing import publish, start, take_over, writing
from verify.records import Document, Manifest

if TYPE_CHECKING:
    from verify.models.protocols import Embedder


class Update(NamedTuple):
    """The index as it is now, and what became of documents on the way."""

    manifest: Manifest
    changes: tuple[Change, ...]


class Plan(NamedTuple):
    """What an update reads, whose documents it withdraws where they are no longer there, and
    which sources the index is kept in step with from then on.
    """

    paths: tuple[Path, ...]
    complete: frozenset[str]
    sources: tuple[str, ...]

    def read(self) -> Iterator[tuple[Path, Document]]:
        """The documents, with the source each belongs to."""
        folders = [Path(source) for source in self.sources]
        if self.paths:
            yield from read_sources(self.paths, folders, empty=bool(self.complete))


def update_index(
    directory: Path,
    embedder: Embedder,
    sources: Sequence[Path] = (),
    *,
    sync: bool = False,
    withdraw: Collection[str] = (),
    allow_mass_withdrawal: bool = False,
    progress: StageProgress | None = None,
    announce: Callable[[str], None] | None = None,
) -> Update:
    """Bring the index at `directory` up to date. Documents that have not changed are neither split
    nor embedded again, and where nothing has, the version that answers stays.

    Without sources: those of the build are read again, and documents that are gone from them are
    withdrawn. With sources: their documents are added, or replace those of the same id; only with
    `sync` are those withdrawn that an earlier reading of these sources gave. Where a source would
    lose more than half of its documents, nothing is done without `allow_mass_withdrawal`.
    `withdraw` names documents to take out; without `sync` and sources nothing else is then done.

    Another model embeds everything anew, and an older schema is built anew from the documents that
    the index holds; the old index answers until then. Raises what build_index and open_index
    raise, and EvidenceIndexError for what contradicts itself. `announce` is told what takes long.
    """
    report = progress or quiet
    layout.current_version(directory)  # before the lock makes a directory
    with writing(directory, "update"):
        before = layout.current_version(directory)
        manifest = read_manifest(before, oldest=OLDEST)
        check_files(before, manifest, fully=True)
        plan = make_plan(manifest, sources, sync=sync, withdraw=withdraw)
        version = start(directory)
        with contextlib.closing(take_over(before, manifest, version)) as connection:
            taken = _take_out(connection, withdraw)
            changes, moved = _apply(connection, plan, withdraw, report)
            if not allow_mass_withdrawal:
                _refuse_mass_withdrawal(before / PASSAGES, changes)
            same_model = manifest.model_fingerprint == embedder.fingerprint
            same_schema = manifest.schema_version == seals.SCHEMA_VERSION
            same_sources = manifest.sources == plan.sources and not moved
            if same_model and same_schema and same_sources and not (taken or changes):
                return Update(manifest, ())
            if not same_model:
                drop_vectors(connection)
                if announce:
                    announce(
                        f"The model has changed from {manifest.model} to {embedder.name}: every"
                        " passage is embedded anew. The old index answers until that is done."
                    )
            embed(connection, directory / layout.JOURNAL, embedder, report)
            made = publish(connection, version, embedder, plan.sources, before.name, report)
            return Update(made, (*taken, *changes))


def make_plan(
    manifest: Manifest, sources: Sequence[Path], *, sync: bool, withdraw: Collection[str] = ()
) -> Plan:
    """See update_index."""
    kept = manifest.sources
    named = tuple(absolute(source) for source in sources)
    if not named and withdraw and not sync:
        return Plan((), frozenset(), kept)
    if not named:
        return Plan(tuple(map(Path, kept)), frozenset(kept), kept)
    if not sync:
        return Plan(named, frozenset(), kept)
    for path in named:
        for folder in kept:
            if str(path) != folder and path.is_relative_to(folder):
                raise EvidenceIndexError(
                    f"{path} lies in {folder}, which the index is kept in step with as a whole",
                    "Leave out --sync to add what is there, or name the whole folder.",
                )
    inside = [source for source in kept if any(Path(source).is_relative_to(path) for path in named)]
    complete = dict.fromkeys([*map(str, named), *inside])
    outside = [source for source in kept if source not in inside]
    return Plan(named, frozenset(complete), (*outside, *dict.fromkeys(map(str, named))))


def _take_out(connection: sqlite3.Connection, withdraw: Collection[str]) -> list[Change]:
    """Remove the documents that were named."""
    held = store.held_documents(connection) if withdraw else {}
    changes = []
    for id_ in dict.fromkeys(withdraw):
        if id_ not in held:
            near = difflib.get_close_matches(id_, held, n=1)
            raise EvidenceIndexError(
                f"there is no document {id_!r} to withdraw",
                f"Did you mean {near[0]!r}? Nothing was changed."
                if near
                else "Mind the spelling; nothing was changed.",
            )
        changes.append(withdrawal(connection, id_))
        store.remove_document(connection, id_)
    return changes


def _apply(
    connection: sqlite3.Connection,
    plan: Plan,
    withdraw: Collection[str],
    report: StageProgress,
) -> tuple[list[Change], bool]:
    """Write what differs; also says whether documents, unchanged, belong to another source now."""
    changes: list[Change] = []
    moved = False
    for number, step in enumerate(compare(connection, plan.read(), plan.complete), start=1):
        if step.document and step.id in withdraw:
            raise EvidenceIndexError(
                f"document {step.id!r} is to be withdrawn, but {step.source} has it",
                "Take it out there first, or leave out --withdraw. Nothing was changed.",
            )
        if step.change:
            changes.append(step.change)
            if step.change.kind is not ChangeKind.ADDED:
                store.remove_document(connection, step.id)
            if step.document:
                store.add_document(connection, step.document, step.source)
        elif step.source in plan.sources and step.source != step.held_source:
            store.move_document(connection, step.id, step.source)
            moved = True
        report("read", number, 0)
    return changes, moved


def _refuse_mass_withdrawal(before: Path, changes: Sequence[Change]) -> None:
    """A folder that is not mounted, or a file cut short, must not empty an index."""
    with contextlib.closing(store.open_read_only(before)) as older:
        held = store.held_documents(older)
    had = Counter(source for _, source in held.values())
    gone = (change.id for change in changes if change.kind is ChangeKind.WITHDRAWN)
    for source, lost in Counter(held[id_][1] for id_ in gone).items():
        if lost * 2 > had[source]:
            raise EvidenceIndexError(
                f"{source} has lost {lost:,} of its {had[source]:,} documents since it was last"
                " read",
                "Nothing was changed. If they are to be withdrawn, say --allow-mass-withdrawal;"
                " if not, bring them back.",
            )
