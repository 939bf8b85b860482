"""The command line. Here it is put together; each command group has a file of its own.

What is heavy (models, search, even the records) is imported when a command runs, so that
`verify --help` answers at once.
"""

from __future__ import annotations

import sys
import traceback
from typing import Annotated

import typer

from verify import __version__
from verify.commands import check, claims, evaluate, index, ledger
from verify.commands.door import FAILURE, Door
from verify.commands.options import example

app = typer.Typer(
    name="verify",
    cls=Door,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=example("verify index build corpus/", "verify check story.md --as-of 2025-06-26"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", epilog=check.EXAMPLE)(check.check)
app.command("claims", epilog=claims.EXAMPLE)(claims.claims)
app.add_typer(index.app, name="index")
app.add_typer(ledger.app, name="ledger")
app.add_typer(evaluate.app, name="evaluate")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"verify {__version__}")
        raise typer.Exit


@app.callback()
def _verify(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Check the facts of a draft against your own reference corpus, offline.

    Exit codes: 0 clean, 1 findings at or over --fail-on, 2 something could not be done.
    """


def main() -> None:
    """Run the command line with the arguments of the process, and exit."""
    try:
        app()
    except Exception:
        # Python would end with 1, which means findings; a crash must never look like a result.
        traceback.print_exc()
        sys.exit(FAILURE)
