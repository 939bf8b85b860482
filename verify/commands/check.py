"""`verify check`: drafts in, reports out, and an exit code to build on."""

# ruff: noqa: PLC0415 - what is heavy is imported when there is something to check
from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.commands.opening import load_checker, open_index
from verify.commands.options import (
    AsOf,
    Everything,
    Format,
    IndexName,
    LedgerFile,
    MaxFalseAlarms,
    NoColor,
    Worth,
    day,
    example,
)
from verify.commands.outcome import Outcome
from verify.commands.screen import FILE_WIDTH, check_output, draw, progress, say, write, write_file
from verify.errors import VerifyError
from verify.fail_on import FailOn

if TYPE_CHECKING:
    from verify.records import Draft, IndexInfo, Report
    from verify.settings import Settings

EXAMPLE = example(
    "verify check story.md --as-of 2025-06-26",
    "verify check drafts/*.md --format json --output report.json",
    "verify check - --format line --fail-on conflicting < story.txt",
)


def check(
    drafts: Annotated[
        list[str],
        typer.Argument(
            metavar="DRAFT", help="Files (.txt, .md, .html), - for standard input, or addresses."
        ),
    ],
    *,
    as_of: AsOf = None,
    index: IndexName = None,
    format_: Annotated[Format, typer.Option("--format", help="How to report.")] = Format.TERMINAL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead.")
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            help="The mildest verdict that gives exit code 1; default: as in verify.toml, else "
            "refuted."
        ),
    ] = None,
    stance: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL",
            help="The stance model: fast, accurate, none, or a cross-encoder; default: as in "
            "verify.toml.",
        ),
    ] = None,
    max_false_alarms: MaxFalseAlarms = None,
    worth: Worth = None,
    everything: Everything = False,
    ledger: LedgerFile = None,
    full: Annotated[
        bool,
        typer.Option("--full", "-v", help="Show every claim and every skipped sentence in full."),
    ] = False,
    no_color: NoColor = False,
) -> None:
    """Check drafts against an index of your reference corpus.

    Exit codes: 0 clean, 1 findings at or over --fail-on, 2 a draft could not be checked.
    """
    from verify.commands import rendering
    from verify.settings import load_settings

    settings = load_settings().but(
        stance=stance,
        worth=worth,
        max_false_alarms=max_false_alarms,
        fail_on=fail_on,
        ledger=ledger,
    )
    limit = settings.fail_on
    if output:
        check_output(output, drafts)
    written: list[str] = []
    put = written.append if output else write
    paint = partial(draw, plain=no_color or bool(output), width=FILE_WIDTH if output else None)

    outcome = Outcome()
    readable = _read(drafts, day(as_of), outcome)
    keep = _keeper(settings)
    for report in _check(readable, settings, index, outcome, everything=everything):
        put(rendering.one(report, format_, paint, full=full))
        keep(report)
    put(rendering.closing(outcome, format_, paint, limit=limit, full=full))

    if output:
        write_file(output, "".join(written))
        say(f"The report is in {output}")
    raise typer.Exit(outcome.exit_code(limit))


def _keeper(settings: Settings) -> Callable[[Report], None]:
    """Keeps a report in the ledger, if the settings name one; that it can be is seen at once."""
    path = settings.ledger
    if path is None:
        return lambda _report: None
    from verify import __version__
    from verify.ledger import Ledger

    with Ledger(path):
        pass

    def keep(report: Report) -> None:
        with Ledger(path) as ledger:
            ledger.keep(report, version=__version__, stance=settings.stance)

    return keep


def _read(sources: Sequence[str], as_of: dt.date | None, outcome: Outcome) -> list[Draft]:
    """All drafts that can be read: a mistyped name is told before a model is loaded."""
    from verify.drafts import read_draft

    drafts = []
    for source in sources:
        try:
            drafts.append(read_draft(source, as_of=as_of))
        except VerifyError as error:
            outcome.fail(source, error)
    return drafts


def _check(
    drafts: Sequence[Draft],
    settings: Settings,
    index: str | None,
    outcome: Outcome,
    *,
    everything: bool,
) -> Iterator[Report]:
    """Each report as soon as it is there. What fails is noted and does not stop the rest."""
    if not drafts:
        return
    with open_index(settings, index) as (opened, info):
        checker = load_checker(settings, opened, everything=everything)
        for draft in drafts:
            try:
                with progress() as show:
                    report = checker.check(draft, show)
            except VerifyError as error:
                outcome.fail(draft.source, error)
            else:
                outcome.reports.append(_complete(report, info))
                yield outcome.reports[-1]


def _complete(report: Report, info: IndexInfo) -> Report:
    """The report with its findings and the index it was made with."""
    from verify.reports.findings import findings_of

    findings = findings_of(report.draft, report.verdicts)
    return report.model_copy(update={"findings": findings, "index": info})
