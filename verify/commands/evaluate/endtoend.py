"""`verify evaluate endtoend`: from a claim alone to a label."""

# ruff: noqa: PLC0415 - models and arrays are imported when there is something to measure
from __future__ import annotations

from typing import Annotated

import typer

from verify.commands import opening
from verify.commands.evaluate.data import SCIFACT, benchmark_file, expect, scifact_files
from verify.commands.evaluate.options import DEFAULT, Data, Json, Labels, Limit, Model, named_model
from verify.commands.evaluate.output import check_outputs, show_figures
from verify.commands.options import NoColor, example
from verify.commands.screen import progress

EXAMPLE = example("verify evaluate endtoend --data data --top 3 --threshold 0.7")


def endtoend(
    data: Data,
    *,
    model: Model = DEFAULT,
    labels: Labels = None,
    top: Annotated[int, typer.Option(min=1, max=100, help="Abstracts read for a claim.")] = 1,
    threshold: Annotated[
        float, typer.Option(min=0, max=1, help="Probability from which on a stance counts.")
    ] = 0.5,
    limit: Limit = None,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Measure search and stance model together: from a claim alone to a label.

    SciFact open (scifact_claims_dev over scifact_corpus) and Climate-FEVER (climate_fever),
    whichever the folder has.
    """
    from verify.evaluation import evaluate_endtoend
    from verify.settings import load_settings

    check_outputs(json)
    science, climate = scifact_files(data), benchmark_file(data, "dev", "climate_fever")
    expect(data, science, climate, names=(*SCIFACT, "climate_fever"))
    stance_model = named_model(model, labels)
    embedder = opening.load_embedder(load_settings())
    with progress() as show:
        evaluation = evaluate_endtoend(
            stance_model,
            embedder,
            opening.load_reranker(),
            scifact=science,
            climate_fever=climate,
            top=top,
            threshold=threshold,
            limit=limit,
            progress=show,
        )
    show_figures(evaluation, json, plain=no_color)
