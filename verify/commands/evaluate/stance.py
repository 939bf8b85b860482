"""`verify evaluate stance`: a stance model on labelled pairs."""

# ruff: noqa: PLC0415 - models and arrays are imported when there is something to measure
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verify.commands.evaluate.data import chosen_files
from verify.commands.evaluate.options import DEFAULT, Data, Json, Labels, Limit, Model, named_model
from verify.commands.evaluate.output import check_outputs, show_figures
from verify.commands.options import NoColor, example
from verify.commands.screen import progress, say, write_file

EXAMPLE = example(
    "verify evaluate stance --data data --only vitaminc --limit 1000",
    "verify evaluate stance --data data --json stance.json --picture reliability.svg",
)


def stance(
    data: Data,
    *,
    model: Model = DEFAULT,
    labels: Labels = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="Only this file; may be repeated.")
    ] = None,
    limit: Limit = None,
    json: Json = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a reliability diagram (SVG).")
    ] = None,
    no_color: NoColor = False,
) -> None:
    """Measure a stance model on pairs of claim and evidence.

    A row is {"claim", "evidence", "label", "page"}; the label is SUPPORTS, REFUTES or NEI, the
    page (a title) may be left out. Beside the model stand a guess from the claim's words alone and
    the most frequent label.
    """
    from verify.evaluation import evaluate_stance
    from verify.evaluation.jsonl import find
    from verify.evaluation.picture import draw_reliability

    check_outputs(json, picture)
    files = chosen_files(find(data, "dev"), only, data)
    stance_model = named_model(model, labels)
    with progress() as show:
        evaluation = evaluate_stance(stance_model, files, limit, show)
    show_figures(evaluation, json, plain=no_color)
    if picture:
        write_file(picture, draw_reliability(evaluation))
        say(f"The picture is in {picture}")
