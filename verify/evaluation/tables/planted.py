"""Planted errors as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from verify.evaluation.figures import (
    Catch,
    Grade,
    PlantedEvaluation,
    PlantedRow,
    PlantedTable,
)
from verify.evaluation.tables.cells import NOTE, heading, table_of, with_interval
from verify.reports.wording import plural


def planted_tables(evaluation: PlantedEvaluation) -> Iterator[RenderableType]:
    """Each grade by each way of checking, kind by kind."""
    yield heading("Planted errors", f"{evaluation.model}, {evaluation.embedder}", None)
    for one in evaluation.tables:
        yield _planted_table(one)
    if evaluation.calibration:
        error = evaluation.calibration.error
        yield Text(
            f"Calibration error of {error.n:,} verdicts on such values: {with_interval(error)}"
        )
    yield Text(
        f"{NOTE.replace('rows', 'drafts')} {plural(evaluation.drafts, 'draft')} by seed"
        f" {evaluation.seed}; {plural(evaluation.passages, 'passage')} of"
        f" {plural(evaluation.documents, 'document')}, {evaluation.withheld:,} of them left out"
        " where the originals are withheld. Caught: the changed value refuted where it stands, by a"
        " right rule. Unread: no claim, or none with a value. False alarms: an untouched sentence"
        " with a refuted claim. Supported: the true value. Spoken: a true or changed value that is"
        " not left open. Typed kinds: all but name, place and negation.",
        "dim",
    )


def _planted_table(one: PlantedTable) -> Table:
    """What a grade is about: where the original is withheld, silence; elsewhere, what is caught."""
    silent = one.grade is Grade.WITHHELD
    columns = ("supported", "spoken") if silent else ("caught", "missed", "supported")
    table = table_of(one.grade.value, "n", "false alarms", *columns)
    for row in (one.typed, *one.rows):
        shown = {
            "caught": with_interval(row.caught),
            "missed": _missed(row),
            "supported": with_interval(row.supported),
            "spoken": with_interval(row.spoken),
        }
        style = "bold" if row is one.typed else ""
        cells = (f"{row.caught.n:,}", with_interval(row.alarms), *(shown[c] for c in columns))
        table.add_row(row.kind, *cells, style=style)
    table.title = f"{one.way}, {one.seconds:.2f} s a draft"
    table.title_justify = "left"
    return table


def _missed(row: PlantedRow) -> str:
    unread = row.missed.get(Catch.NOT_READ, 0) + row.missed.get(Catch.NO_CLAIM, 0)
    return f"{sum(row.missed.values())} ({unread} unread)"
