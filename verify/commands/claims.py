"""`verify claims`: what Verify reads in a draft, before anything is looked up."""

# ruff: noqa: PLC0415 - what is heavy is imported when there is something to read
from __future__ import annotations

from typing import Annotated

import typer

from verify.commands.options import AsOf, NoColor, ReadingFormat, day, example
from verify.commands.screen import draw, write

EXAMPLE = example("verify claims story.md", "verify claims story.md --format json")


def claims(
    draft: Annotated[
        str,
        typer.Argument(
            metavar="DRAFT", help="A file (.txt, .md, .html), - for standard input, or an address."
        ),
    ],
    *,
    as_of: AsOf = None,
    format_: Annotated[
        ReadingFormat,
        typer.Option("--format", help="How to report; json gives one object a line."),
    ] = ReadingFormat.TERMINAL,
    no_color: NoColor = False,
) -> None:
    """Show the claims of a draft as Verify reads them, and what it skips and why.

    Needs no index.
    """
    from verify.claims import find_claims
    from verify.drafts import read_draft
    from verify.reports import json, reading

    read = read_draft(draft, as_of=day(as_of))
    found = find_claims(read)
    if format_ is ReadingFormat.JSON:
        write(json.render_claims(read, found))
    else:
        write(draw(reading.render(read, found), plain=no_color))
