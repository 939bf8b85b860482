"""Changes of the sources -> an index, without doing again what has not changed."""

from __future__ import annotations

import contextlib
import difflib
import itertools
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from verify.corpus import Window, read_sources
from verify.errors import EvidenceIndexError
from verify.index import layout, seals, store
from verify.index.build import absolute, quiet
from verify.index.changes import Change, ChangeKind, Step, compare, withdrawn
from verify.index.embedding import StageProgress, drop_vectors, embed
from verify.index.seals import OLDEST, PASSAGES, check_files, read_manifest
from verify.index.writing import model_named, publish, start, take_over, window_of, writing
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
        report("check", 0, 0)
        check_files(before, manifest, fully=True)
        plan = make_plan(manifest, sources, sync=sync, withdraw=withdraw)
        with contextlib.closing(store.open_read_only(before / PASSAGES)) as older:
            steps = _steps(older, plan, withdraw, report)
            first = next(steps, None)
            same_model = manifest.model_fingerprint == embedder.fingerprint
            same_schema = manifest.schema_version == seals.SCHEMA_VERSION
            if not first and same_model and same_schema and manifest.sources == plan.sources:
                return Update(manifest, ())
            version, window = start(directory), window_of(manifest)
            with contextlib.closing(take_over(before, manifest, version)) as connection:
                changes: list[Change] = []
                for step in itertools.chain(filter(None, [first]), steps):
                    _write(connection, step, window)
                    changes += filter(None, [step.change])
                if not allow_mass_withdrawal:
                    _refuse_mass_withdrawal(older, changes, withdraw)
                if not same_model:
                    drop_vectors(connection)
                    if announce:
                        announce(
                            f"The model has changed from {manifest.model} to {embedder.name}: every"
                            " passage is embedded anew. The old index answers until that is done."
                        )
                embed(connection, directory / layout.JOURNAL, embedder, report)
                made = publish(
                    connection,
                    version,
                    model_named(embedder),
                    plan.sources,
                    window,
                    before.name,
                    report,
                    like=before if same_model and same_schema else None,
                )
                return Update(made, tuple(changes))


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


def _steps(
    older: sqlite3.Connection, plan: Plan, withdraw: Collection[str], report: StageProgress
) -> Iterator[Step]:
    """What has to be written: documents that differ, and those that belong to another source now,
    as it is kept in step with."""
    held = store.held_documents(older) if withdraw else {}
    for id_ in dict.fromkeys(withdraw):
        if id_ not in held:
            near = difflib.get_close_matches(id_, held, n=1)
            raise EvidenceIndexError(
                f"there is no document {id_!r} to withdraw",
                (f"Did you mean {near[0]!r}? " if near else "") + "Nothing was changed.",
            )
        yield withdrawn(older, id_, held[id_][1])
    for number, step in enumerate(compare(older, plan.read(), plan.complete), start=1):
        report("read", number, 0)
        if step.document and step.id in withdraw:
            raise EvidenceIndexError(
                f"document {step.id!r} is to be withdrawn, but {step.source} has it",
                "Take it out there first, or leave out --withdraw. Nothing was changed.",
            )
        if step.id not in withdraw and (
            step.change or (step.source != step.held_source and step.source in plan.sources)
        ):
            yield step


def _write(connection: sqlite3.Connection, step: Step, window: Window) -> None:
    if step.change is None:
        store.move_document(connection, step.id, step.source)
        return
    if step.change.kind is not ChangeKind.ADDED:
        store.remove_document(connection, step.id)
    if step.document:
        store.add_document(connection, step.document, step.source, window)


def _refuse_mass_withdrawal(
    older: sqlite3.Connection, changes: Iterable[Change], withdraw: Collection[str]
) -> None:
    """A folder that is not mounted, or a file cut short, must not empty an index."""
    gone = {change.id for change in changes if change.kind is ChangeKind.WITHDRAWN}
    if gone <= {*withdraw}:
        return
    held = store.held_documents(older)
    had = Counter(source for _, source in held.values())
    for source, lost in Counter(held[id_][1] for id_ in gone.difference(withdraw)).items():
        if lost * 2 > had[source]:
            raise EvidenceIndexError(
                f"{source} has lost {lost:,} of its {had[source]:,} documents since it was last"
                " read",
                "Nothing was changed. If they are to be withdrawn, say --allow-mass-withdrawal;"
                " if not, bring them back.",
            )
