"""`verify evaluate`: how good models, the search, the finding of claims and whole checks are.

Here the measures are put together; each has a file of its own.
"""

from __future__ import annotations

import typer

from verify.commands.evaluate import claims, endtoend, matrix, planted, retrieval, stance
from verify.commands.options import example

app = typer.Typer(
    help="Measure models, the search and the finding of claims on labelled data of your own.",
    epilog=example("verify evaluate stance --data data --limit 500"),
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("stance", epilog=stance.EXAMPLE)(stance.stance)
app.command("retrieval", epilog=retrieval.EXAMPLE)(retrieval.retrieval)
app.command("endtoend", epilog=endtoend.EXAMPLE)(endtoend.endtoend)
app.command("claims", epilog=claims.EXAMPLE)(claims.claims)
app.command("planted", epilog=planted.EXAMPLE)(planted.planted)
app.command("matrix", epilog=matrix.EXAMPLE)(matrix.matrix)
