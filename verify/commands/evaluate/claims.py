"""`verify evaluate claims`: which sentences are taken for claims."""

# ruff: noqa: PLC0415 - models and arrays are imported when there is something to measure
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verify.commands.evaluate.data import expect
from verify.commands.evaluate.options import Data, Json, Limit
from verify.commands.evaluate.output import check_outputs, show_figures
from verify.commands.options import NoColor, example
from verify.commands.screen import progress, say

EXAMPLE = example("verify evaluate claims --data data --threshold 0.3")


def claims(
    data: Data,
    *,
    model: Annotated[bool, typer.Option("--model/--rules-only", help="With or without it.")] = True,
    threshold: Annotated[
        float, typer.Option(min=0, max=1, help="Probability from which on a sentence is taken.")
    ] = 0.15,
    documents: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="PropSegmEnt's sentences, where they are not in the folder.",
        ),
    ] = None,
    limit: Limit = None,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Measure which sentences are taken for claims, and how they are split into assertions.

    Of a folder, or of claims/ in it: files whose names begin with checkworthy, but for those that
    end in train, rows of {"text", "label"}, the label Yes (worth checking) or No; wikisplit_dev,
    rows of {"complex", "simple"}; and PropSegmEnt's propositions and documents as published.
    """
    from verify import models
    from verify.evaluation import evaluate_claims
    from verify.evaluation.claims import find_splits
    from verify.evaluation.jsonl import find

    check_outputs(json)
    files = find(data, "claims")
    named = [n for n in files if n.startswith("checkworthy") and not n.endswith("train")]
    splits = find_splits(data, documents)
    expect(
        data,
        *named,
        splits.wikisplit,
        splits.propositions,
        names=("checkworthy_...", "wikisplit_dev"),
    )
    worth = models.load_worth(announce=say) if model and named else None
    with progress() as show:
        evaluation = evaluate_claims(
            worth, [files[name] for name in named], threshold, limit, splits, show
        )
    show_figures(evaluation, json, plain=no_color)
