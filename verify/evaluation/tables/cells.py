"""What all tables are made of."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from verify.evaluation.figures import Figure

NOTE = "In brackets: 95 % intervals, of rows taken as independent."


def heading(what: str, models: str, limit: int | None) -> Text:
    """What was measured and with which models, over its tables."""
    sampled = f", at most {limit:,} of each file" if limit else ""
    return Text.assemble((what, "bold"), f" ({models}{sampled})")


def table_of(*columns: str) -> Table:
    """An empty table; all but its first two columns are of figures."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number > 1 else "left", overflow="fold")
    return table


def threshold(value: float | None) -> str:
    """From which probability on something counts; None: as the Checker decides."""
    return "Checker" if value is None else f"{value:g}"


def value(figure: Figure) -> str:
    """A figure without its interval."""
    return f"{figure.value:.3f}"


def with_interval(figure: Figure) -> str:
    """A figure, with its interval in brackets."""
    low, high = (f"{end:.3f}".removeprefix("0") for end in (figure.low, figure.high))
    return f"{figure.value:.3f} ({low}-{high})"
