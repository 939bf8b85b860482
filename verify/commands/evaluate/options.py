"""Options that the measures share."""

# ruff: noqa: PLC0415 - models are imported when there is something to measure
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.commands.screen import say

if TYPE_CHECKING:
    from verify.models import StanceModel

DEFAULT, NONE = "fast", "none"
"""Stance models: the one that is measured where none is named, and the word for none."""

Data = Annotated[
    Path,
    typer.Option(
        metavar="DIR", help="Folder of benchmark files, or one that has dev/ and retrieval/."
    ),
]
Model = Annotated[
    str, typer.Option("--model", metavar="NAME", help="The stance model; none: without one.")
]
Labels = Annotated[
    str | None,
    typer.Option(
        metavar="A,B,C",
        help="Order of a cross-encoder's three outputs, where it does not say: as"
        " refutes,supports,neutral.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="At most N cases of each file, drawn by seed."),
]
Json = Annotated[
    str | None,
    typer.Option(
        "--json", metavar="FILE", help="Write all figures as JSON; - for standard output."
    ),
]


def named_model(name: str, labels: str | None) -> StanceModel:
    """The stance model that --model and --labels name; what takes long is announced."""
    from verify import models

    order = [label.strip() for label in labels.split(",")] if labels else None
    return models.load_stance(name, labels=order, announce=say)
