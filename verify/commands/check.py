"""`verify check`: drafts in, reports out, and an exit code to build on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify import __version__
from verify.commands.opening import open_index
from verify.commands.options import AsOf, Format, IndexName, NoColor, day
from verify.commands.outcome import Outcome
from verify.commands.screen import FILE_WIDTH, check_output, draw, progress, say, write, write_file
from verify.errors import VerifyError
from verify.settings import FailOn, Settings, load_settings

if TYPE_CHECKING:
    from rich.console import RenderableType

    from verify.records import Draft, Report


def check(
    drafts: Annotated[
        list[str],
        typer.Argument(
            metavar="DRAFT...", help="Files (.txt, .md, .html), - for standard input, or addresses."
        ),
    ],
    as_of: AsOf = None,
    index: IndexName = None,
    format: Annotated[Format, typer.Option(help="How to report.")] = Format.TERMINAL,  # noqa: A002
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
    everything: Annotated[
        bool,
        typer.Option("--all", "-v", help="Show every claim and every skipped sentence in full."),
    ] = False,
    no_color: NoColor = False,
) -> None:
    """Check drafts against an index of your reference corpus.

    Exit codes: 0 clean, 1 findings at or over --fail-on, 2 a draft could not be checked.

    \b
    Example:
      verify check story.md --as-of 2025-06-26
      verify check drafts/*.md --format json --output report.json
      verify check - --format line --fail-on conflicting < story.txt
    """
    settings = load_settings()
    limit = fail_on or settings.fail_on
    if output:
        check_output(output, drafts)
    written: list[str] = []
    put = written.append if output else write
    paint = partial(draw, plain=no_color or bool(output), width=FILE_WIDTH if output else None)

    outcome = Outcome()
    readable = _read(drafts, as_of, outcome)
    for report in _check(readable, settings, index, outcome):
        if format is Format.TERMINAL:
            put(paint(_terminal(report, everything)))
        elif format is Format.LINE:
            put(_lines(report))
    if format is Format.TERMINAL:
        put(paint(*_closing(outcome, limit, everything)))
    elif format is Format.JSON:
        put(_json(outcome))

    if output:
        write_file(output, "".join(written))
        say(f"The report is in {output}")
    raise typer.Exit(outcome.exit_code(limit))


def _read(sources: list[str], as_of: AsOf, outcome: Outcome) -> list[Draft]:
    """All drafts that can be read: a mistyped name is told before a model is loaded."""
    from verify.drafts import read_draft

    drafts = []
    for source in sources:
        try:
            drafts.append(read_draft(source, as_of=day(as_of)))
        except VerifyError as error:
            outcome.fail(source, error)
    return drafts


def _check(
    drafts: list[Draft], settings: Settings, index: str | None, outcome: Outcome
) -> Iterator[Report]:
    """Each report as soon as it is there. What fails is noted and does not stop the rest."""
    if not drafts:
        return
    from verify.checker import Checker

    with open_index(settings, index) as (opened, embedder):
        checker = Checker(opened, embedder)
        for draft in drafts:
            try:
                with progress() as show:
                    report = checker.check(draft, partial(show, draft.source))
            except VerifyError as error:
                outcome.fail(draft.source, error)
            else:
                outcome.reports.append(report)
                yield report


def _terminal(report: Report, everything: bool) -> RenderableType:
    from verify.reports import terminal

    return terminal.render(report, everything=everything)


def _lines(report: Report) -> str:
    from verify.reports import lines

    return lines.render(report)


def _json(outcome: Outcome) -> str:
    from verify.reports import json

    return json.render(outcome.reports, version=__version__, failures=outcome.failures)


def _closing(outcome: Outcome, limit: FailOn, everything: bool) -> Iterator[RenderableType]:
    """All drafts together, if there are several; then what the exit code will be and why."""
    from rich.text import Text

    from verify.reports import terminal
    from verify.reports.layout import Paragraph

    if len(outcome.reports) > 1:
        title = Text(f"All {len(outcome.reports):,} drafts: ", "bold")
        yield Text()
        yield Paragraph(title + terminal.summary(outcome.reports))
    more = "" if everything or not outcome.reports else " Every claim in full: --all"
    yield Paragraph(Text(outcome.in_words(limit) + more, "dim"))
