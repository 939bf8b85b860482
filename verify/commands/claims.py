"""`verify claims`: what Verify reads in a draft, before anything is looked up."""

# ruff: noqa: PLC0415 - what is heavy is imported when there is something to read
from __future__ import annotations

from typing import Annotated

import typer

from verify.commands.opening import load_worth
from verify.commands.options import (
    AsOf,
    Everything,
    NoColor,
    ReadingFormat,
    Worth,
    day,
    example,
)
from verify.commands.screen import draw, write

EXAMPLE = example(
    "verify claims story.md",
    "verify claims story.md --explain",
    "verify claims story.md --all --format json",
)


def claims(
    draft: Annotated[
        str,
        typer.Argument(
            metavar="DRAFT", help="A file (.txt, .md, .html), - for standard input, or an address."
        ),
    ],
    *,
    as_of: AsOf = None,
    worth: Worth = None,
    everything: Everything = False,
    format_: Annotated[
        ReadingFormat,
        typer.Option("--format", help="How to report; json gives one object a line."),
    ] = ReadingFormat.TERMINAL,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show for every sentence how it was read.")
    ] = False,
    no_color: NoColor = False,
) -> None:
    """Show the claims of a draft as Verify reads them, and what it skips and why.

    Needs no index.
    """
    from verify.claims import each_claim
    from verify.drafts import read_draft
    from verify.reports import json, reading
    from verify.settings import load_settings

    read = read_draft(draft, as_of=day(as_of))
    settings = load_settings().but(worth=worth)
    model = None if everything else load_worth(settings)
    share = model.score if model else None
    found = each_claim(read, share, threshold=settings.worth, everything=everything)
    if format_ is ReadingFormat.JSON:
        for line in json.claim_lines(read, found):
            write(line)
    else:
        for part in reading.render(read, found, explain=explain):
            write(draw(part, plain=no_color))
