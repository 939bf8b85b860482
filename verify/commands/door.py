"""Where errors of the library become words and exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from verify.errors import VerifyError

FAILURE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
"""As the shell reports a program that SIGINT or SIGPIPE ended."""


class Door(TyperGroup):
    """The outermost group of commands: nothing it expects leaves it as a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except VerifyError as error:
            show_error(error)
            raise typer.Exit(FAILURE) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            # The interpreter flushes stdout once more as it ends; that must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(BROKEN_PIPE) from error


def show_error(error: VerifyError) -> None:
    """`error:` and the problem, then the remedy, on standard error."""
    # Imported late, so that --help does not wait for the records.
    from verify.reports.wording import printable  # noqa: PLC0415

    problem, remedy = (
        "\n".join(printable(line) for line in text.splitlines())
        for text in (error.problem, error.remedy)
    )
    typer.echo(f"error: {problem}", err=True)
    if remedy:
        typer.echo(remedy, err=True)
