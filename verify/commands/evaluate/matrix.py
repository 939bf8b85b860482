"""`verify evaluate matrix`: every value of a draft, changed."""

# ruff: noqa: PLC0415 - models and arrays are imported when there is something to measure
from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from verify.commands import opening
from verify.commands.evaluate.options import DEFAULT, Json, Model, named_model
from verify.commands.evaluate.output import check_outputs, show_figures
from verify.commands.options import AsOf, IndexName, NoColor, day, example
from verify.commands.screen import progress

EXAMPLE = example(
    "verify evaluate matrix story.md --as-of 2025-06-26",
    "verify evaluate matrix story.md --corpus archive --model none --json matrix.json",
)


def matrix(
    draft: Annotated[
        str, typer.Argument(metavar="DRAFT", help="A file (.txt, .md, .html) or an address.")
    ],
    *,
    as_of: AsOf = None,
    index: IndexName = None,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(metavar="SOURCE", help="Index this, for this run alone; may be repeated."),
    ] = None,
    model: Model = DEFAULT,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Change every value of a draft, one at a time, and see whether that is noticed.

    Each typed value is changed in up to three ways, and written another way with the same meaning.
    A changed value that was supported must be refuted by the rule of its kind, with all other
    verdicts as they were; what falls short is printed with the reason.
    """
    from verify.drafts import read_draft
    from verify.evaluation import evaluate_matrix
    from verify.evaluation.collections import indexed_sources
    from verify.settings import load_settings

    check_outputs(json)
    settings = load_settings()
    text = read_draft(draft, as_of=day(as_of))
    stance_model, worth = named_model(model, None), opening.load_worth(settings)
    with progress() as show, ExitStack() as opened:
        if corpus:
            embedder = opening.load_embedder(settings)
            searched = opened.enter_context(indexed_sources(corpus, embedder, show))
        else:
            searched, _ = opened.enter_context(opening.open_index(settings, index))
        evaluation = evaluate_matrix(text, searched, stance_model, worth, show)
    show_figures(evaluation, json, plain=no_color)
