"""Reports as text, in the format that was asked for. Imported when there is something to show."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from verify import __version__
from verify.commands.options import Format
from verify.commands.outcome import Outcome
from verify.commands.screen import Paint
from verify.fail_on import FailOn
from verify.records import Report
from verify.reports import json, lines, terminal
from verify.reports.layout import Paragraph


def one(report: Report, format_: Format, paint: Paint, *, full: bool) -> str:
    """What is shown of a draft as soon as it is checked; nothing for JSON, which is one file."""
    match format_:
        case Format.TERMINAL:
            return paint(terminal.render(report, full=full))
        case Format.LINE:
            return lines.render(report)
        case Format.JSON:
            return ""


def closing(outcome: Outcome, format_: Format, paint: Paint, *, limit: FailOn, full: bool) -> str:
    """What is shown when all drafts are checked."""
    match format_:
        case Format.TERMINAL:
            return paint(*_closing(outcome, limit, full))
        case Format.LINE:
            return ""
        case Format.JSON:
            return json.render(outcome.reports, version=__version__, failures=outcome.failures)


def _closing(outcome: Outcome, limit: FailOn, full: bool) -> Iterator[RenderableType]:
    """All drafts together, if there are several; then what the exit code will be and why."""
    if len(outcome.reports) > 1:
        title = Text(f"All {len(outcome.reports):,} drafts: ", "bold")
        yield Text()
        yield Paragraph(title + terminal.summary(outcome.reports))
    yield Paragraph(Text(outcome.in_words(limit), "dim"))
    if outcome.reports and not full:
        yield Text("Every claim in full: --full", "dim")
