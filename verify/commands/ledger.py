"""`verify ledger`: the reports that are kept, and keeping them."""

# ruff: noqa: PLC0415 - what is heavy is imported when a command runs
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.commands.opening import load_checker, open_index
from verify.commands.options import Before, LedgerFile, day, example
from verify.commands.screen import Paint, progress, write
from verify.errors import SettingsError

if TYPE_CHECKING:
    from verify.ledger import Ledger
    from verify.records import Kept, Report
    from verify.settings import Settings

app = typer.Typer(
    help="See and forget the reports that `verify check` keeps in a ledger.",
    epilog=example("verify ledger list", "verify ledger forget --before 2025-01-01"),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("list", epilog=example("verify ledger list --ledger reports.sqlite"))
def list_(ledger: LedgerFile = None) -> None:
    """List the reports that are kept, oldest first."""
    from verify.reports.wording import plural
    from verify.settings import load_settings

    with open_ledger(load_settings().but(ledger=ledger)) as opened:
        entries = opened.entries()
    for entry in entries:
        write(
            f"{entry.checked:%Y-%m-%d %H:%M} UTC  {plural(entry.claims, 'claim'):>12}"
            f"  as of {entry.as_of}  {entry.source}\n"
        )
    write(f"{plural(len(entries), 'report')} kept\n")


@app.command(epilog=example("verify ledger forget --before 2025-01-01"))
def forget(
    source: Annotated[
        str | None,
        typer.Argument(metavar="DRAFT", help="Forget the reports on this draft, named as then."),
    ] = None,
    *,
    before: Before = None,
    everything: Annotated[bool, typer.Option("--all", help="Forget all reports.")] = False,
    ledger: LedgerFile = None,
) -> None:
    """Remove reports from the ledger, with the drafts in them."""
    from verify.reports.wording import plural
    from verify.settings import load_settings

    if everything == bool(source or before):
        raise SettingsError(
            "Nothing says which reports to forget." if not everything else "--all stands alone.",
            "Name a draft, give --before DATE, or give --all.",
        )
    with open_ledger(load_settings().but(ledger=ledger)) as opened:
        number = opened.forget(before=day(before), source=source)
    write(f"{plural(number, 'report')} forgotten\n")


@contextmanager
def open_ledger(settings: Settings) -> Iterator[Ledger]:
    """The ledger that exists; SettingsError says how to begin one."""
    from verify.ledger import Ledger

    if settings.ledger is None or not Path(settings.ledger).exists():
        where = f" at {settings.ledger}" if settings.ledger else ""
        raise SettingsError(
            f"No reports are kept{where}.",
            'Set `ledger = "reports.sqlite"` in verify.toml, or give `verify check --ledger FILE`:'
            " from then on every report is kept.",
        )
    with Ledger(settings.ledger) as opened:
        yield opened


def show_changes(settings: Settings, index: str | None, paint: Paint | None) -> int:
    """Check each draft with a kept report again, by its newest, and write the claims that have
    another verdict now; as JSON lines without `paint`. How many there are.
    """
    from verify.ledger import changes, no_longer_read
    from verify.reports import changes as rendered
    from verify.reports.wording import plural

    drafts = found = unread = 0
    for kept, now in _recheck(settings, index):
        some = changes(kept.report, now)
        drafts, found = drafts + 1, found + len(some)
        unread += no_longer_read(kept.report, now)
        if paint is None:
            write("".join(rendered.lines(kept, some)))
        elif some:
            write(paint(rendered.render(kept, some)))
    if paint is not None:
        write(f"{plural(drafts, 'draft')} checked again: {plural(found, 'verdict')} changed\n")
        if unread:
            write(f"{plural(unread, 'claim')} of then are read otherwise by this version.\n")
    return found


def _recheck(settings: Settings, index: str | None) -> Iterator[tuple[Kept, Report]]:
    """Each draft with a kept report, its newest, and what would be said of it now."""
    with open_ledger(settings) as ledger, open_index(settings, index) as (opened, _):
        checker = load_checker(settings, opened)
        with progress() as show:
            for done, kept in enumerate(ledger.latest(), start=1):
                show("drafts", done, 0)
                yield kept, checker.check(kept.report.draft)
