"""`verify index verify`, `repair`, `compact`, `rollback`, `diff`, `export`."""

# ruff: noqa: PLC0415 - search and models are imported when they are needed
from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.commands import opening
from verify.commands.door import FAILURE
from verify.commands.ledger import show_changes
from verify.commands.options import IndexName, LedgerFile, NoColor, ReadingFormat
from verify.commands.outcome import CLEAN, FINDINGS
from verify.commands.screen import draw, progress, write

if TYPE_CHECKING:
    from verify.index import Change

SHOWN = 20
"""Changes that are listed where nobody asked for all of them."""

SIGNS = {"added": "+", "changed": "~", "withdrawn": "-"}


def verify(
    name: IndexName = None,
    sample: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Passages to embed again; 0 needs no model."),
    ] = 32,
    fully: Annotated[bool, typer.Option("--fully", help="Embed every passage again.")] = False,
    seed: Annotated[int, typer.Option(metavar="N", help="Chooses the sample.")] = 0,
) -> None:
    """Check an index: the hash of every file and document, the counts, every passage, its words,
    its vector and the vector's id, and a sample of passages by embedding them again.

    Exit codes: 0 clean, 1 faults found, 2 something could not be checked.
    """
    from verify.index import Outcome, examine
    from verify.settings import load_settings

    settings = load_settings()
    directory = opening.find_index(settings, name)
    embedder = opening.load_embedder(settings) if fully or sample else None
    with progress() as show:
        checks = examine(
            directory, embedder, sample=None if fully else sample, seed=seed, progress=show
        )
    write("".join(f"{c.outcome:<13}{c.what:<16}{_line(c.found)}\n" for c in checks))
    faults = [check.what for check in checks if check.outcome is Outcome.FAULT]
    if faults == ["embedding"]:
        write(f"Its vectors are not the model's. Delete {directory} and build it again.\n")
    elif faults:
        write(f"Make it whole with: verify index repair --name {directory.name}\n")
    if faults:
        raise typer.Exit(FINDINGS)
    unsure = any(check.outcome is Outcome.NOT_CHECKED for check in checks)
    raise typer.Exit(FAILURE if unsure else CLEAN)


def repair(name: IndexName = None) -> None:
    """Make a damaged index whole again.

    Where its record (SQLite) is whole, vectors, words and the manifest are made from it again and
    nothing is lost. Where it is not, the version before answers again, and the damaged one is put
    aside: what changed since is lost until the next update.

    Exit codes: 0 whole, 1 whole but with changes lost, 2 cannot be repaired.
    """
    from verify.index import repair as repair_index
    from verify.settings import load_settings

    directory = opening.find_index(load_settings(), name)
    with progress() as show:
        done = repair_index(directory, show)
    if not done.fault:
        write(f"Index {directory.name} is whole: nothing to repair.\n")
        return
    write(f"Index {directory.name} was damaged: {_line(done.fault)}\n")
    if not done.lost:
        write("It is whole again, and nothing was lost.\n")
        return
    built = f"{done.manifest.built:%Y-%m-%d %H:%M} UTC"
    aside = f"The damaged files are in {done.aside}.\n" if done.aside else ""
    write(
        f"The version of {built} answers again; what changed since is lost. {aside}"
        f"Bring it up to date with: verify index update --name {directory.name}\n"
    )
    raise typer.Exit(FINDINGS)


def compact(name: IndexName = None) -> None:
    """Drop vectors that no passage uses any more, and give back free space.

    Answers stay the same. A document that was withdrawn and comes back is embedded again.
    """
    from verify.index import compact as compact_index
    from verify.reports.wording import plural
    from verify.settings import load_settings

    directory = opening.find_index(load_settings(), name)
    with progress() as show:
        done = compact_index(directory, show)
    write(
        f"Index {directory.name} compacted: {plural(done.dropped, 'unused vector')} dropped,"
        f" {done.before / 1e6:,.1f} MB are {done.after / 1e6:,.1f} MB now\n"
    )


def rollback(name: IndexName = None) -> None:
    """Let the version before the last change answer again.

    The version that is left is kept until the next build or update: a second rollback returns to
    it. The next update takes documents from the sources as they are then.
    """
    from verify.index import roll_back
    from verify.reports.wording import plural
    from verify.settings import load_settings

    directory = opening.find_index(load_settings(), name)
    done = roll_back(directory)
    built = f"{done.manifest.built:%Y-%m-%d %H:%M} UTC"
    write(
        f"Index {directory.name} answers as of {built} again:"
        f" {plural(done.manifest.documents, 'document')}, model {done.manifest.model}\n"
    )
    if done.undone is None:
        write("What this undoes cannot be told: the version that was left is damaged.\n")
    else:
        write(f"Undone: {summary(done.undone)}\n{listing(done.undone)}")
        write("Until the next build or update, verify index rollback returns to it.\n")


def diff(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="SOURCE", help="Compare with these, as update SOURCE would."),
    ] = None,
    name: IndexName = None,
    with_sources: Annotated[
        bool, typer.Option("--sources", help="Compare with all the sources it was built from.")
    ] = False,
    sync: Annotated[
        bool, typer.Option("--sync", help="With SOURCE: show too what --sync would withdraw.")
    ] = False,
    reports: Annotated[
        bool,
        typer.Option(
            "--reports",
            help="Check the drafts in the ledger again, and show each claim with another verdict.",
        ),
    ] = False,
    ledger: LedgerFile = None,
    format_: Annotated[
        ReadingFormat,
        typer.Option("--format", help="With --reports: json gives one change a line."),
    ] = ReadingFormat.TERMINAL,
    no_color: NoColor = False,
) -> None:
    """Show which documents the last change added (+), changed (~) and withdrew (-); with sources,
    what an update from them would; with --reports, which verdicts given before would be others now.

    Exit codes: 0 no difference, 1 differences, 2 something could not be compared.
    """
    from verify.index import last_change, pending_changes
    from verify.settings import load_settings

    settings = load_settings().but(ledger=ledger)
    directory = opening.find_index(settings, name)
    if reports:
        paint = None if format_ is ReadingFormat.JSON else partial(draw, plain=no_color)
        raise typer.Exit(FINDINGS if show_changes(settings, name, paint) else CLEAN)
    if sources or with_sources:
        changes = pending_changes(directory, sources or (), sync=sync)
    else:
        changes = last_change(directory)
    write(f"{listing(changes, len(changes))}{summary(changes)}\n")
    raise typer.Exit(FINDINGS if changes else CLEAN)


def export(name: IndexName = None) -> None:
    """Write every document of an index as JSONL to standard output.

    An index built from that has the same corpus digest.
    """
    from verify.index import export_documents
    from verify.settings import load_settings

    lines = iter(export_documents(opening.find_index(load_settings(), name)))
    while chunk := "".join(itertools.islice(lines, 1000)):
        write(chunk)


def summary(changes: Iterable[Change]) -> str:
    """How many documents were added, changed and withdrawn."""
    kinds = [change.kind.value for change in changes]
    counts = [f"{kinds.count(kind):,} {kind}" for kind in SIGNS if kind in kinds]
    return ", ".join(counts) or "no difference"


def listing(changes: Iterable[Change], most: int = SHOWN) -> str:
    """A line for each change, up to `most`."""
    lines = [
        f"{SIGNS[change.kind.value]} {_line(change.id)}  {_line(change.title)}".rstrip()
        + (f" ({', '.join(change.fields)})" if change.fields else "")
        for change in changes
    ]
    more = [f"  ... and {len(lines) - most:,} more"] if len(lines) > most else []
    return "".join(f"{line}\n" for line in [*lines[:most], *more])


def _line(text: str) -> str:
    from verify.reports.wording import printable

    return printable(text)
