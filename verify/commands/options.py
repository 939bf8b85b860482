"""Arguments and options that several commands share."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from verify.rates import read_rate


class Format(StrEnum):
    """How `verify check` reports."""

    TERMINAL = "terminal"
    JSON = "json"
    LINE = "line"


class ReadingFormat(StrEnum):
    """How `verify claims` reports."""

    TERMINAL = "terminal"
    JSON = "json"


AsOf = Annotated[
    dt.datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help="The day the draft speaks from, as 2025-06-26; default: the date in the draft, else "
        "today.",
    ),
]
IndexName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help='Name of the index; default: as in verify.toml, else "default".',
    ),
]
Worth = Annotated[
    float | None,
    typer.Option(
        "--worth",
        min=0,
        max=1,
        metavar="P",
        help="How likely a sentence must be worth checking, 0 (all are checked) to 1; default: as "
        "in verify.toml, else 0.15.",
    ),
]
MaxFalseAlarms = Annotated[
    float | None,
    typer.Option(
        "--max-false-alarms",
        parser=read_rate,
        metavar="RATE",
        help="The share of true claims that may be refuted, as 1%; what is less sure becomes a "
        "possible conflict; default: as in verify.toml, else all stays refuted.",
    ),
]
Everything = Annotated[
    bool, typer.Option("--all", help="Check everything, opinions and predictions too.")
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help="No colours or styles, even on a terminal.")
]


LedgerFile = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="FILE",
        help="The file that keeps reports; default: as in verify.toml, else none.",
    ),
]
Before = Annotated[
    dt.datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="DATE", help="What is older than this day, as 2025-06-26."
    ),
]


def day(as_of: dt.datetime | None) -> dt.date | None:
    """The day of an --as-of option."""
    return as_of.date() if as_of else None


def example(*commands: str) -> str:
    """The end of a help text; the leading mark keeps the help from re-wrapping it."""
    return "\b\nExample:\n" + "\n".join(f"  {command}" for command in commands)
