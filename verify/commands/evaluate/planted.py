"""`verify evaluate planted`: errors planted in real text."""

# ruff: noqa: PLC0415 - models and arrays are imported when there is something to measure
from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verify.commands import opening
from verify.commands.evaluate.data import expect
from verify.commands.evaluate.options import DEFAULT, Data, Json, Model, named_model
from verify.commands.evaluate.output import check_outputs, show_figures, written
from verify.commands.options import NoColor, example
from verify.commands.screen import progress, say, write_file

EXAMPLE = example(
    "verify evaluate planted --data data",
    "verify evaluate planted --data data --seed 3 --beside --picture planted.svg",
)


def planted(
    data: Data,
    *,
    model: Model = DEFAULT,
    drafts: Annotated[
        int, typer.Option(min=1, metavar="N", help="Drafts with a changed value, for each grade.")
    ] = 160,
    others: Annotated[
        int, typer.Option(min=0, metavar="N", help="Documents in the corpus of other stories.")
    ] = 2000,
    seed: Annotated[
        int,
        typer.Option(
            help="Draws sentences, changes and corpus. The rules were tuned on 1, 11 and 12."
        ),
    ] = 2,
    beside: Annotated[
        bool, typer.Option("--beside", help="Comparisons and stance model alone, too.")
    ] = False,
    keep: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep the index there, for the next run.")
    ] = None,
    cases: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write each case as it is measured, one JSON a line."),
    ] = None,
    json: Json = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a bar chart (SVG).")
    ] = None,
    reliability: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a reliability diagram of the verdicts (SVG)."),
    ] = None,
    no_color: NoColor = False,
) -> None:
    """Measure what an editor sees: true sentences with one value changed, checked as drafts.

    Sentences are drawn from an archive, rows of {"id", "text", "title", "published"} in all files
    of a folder or of its archive/; texts without a title are in the corpus alone. Each is checked
    verbatim, rewritten, and with its original withheld from the corpus.
    """
    from verify.evaluation import evaluate_planted
    from verify.evaluation.archive import read_archive
    from verify.evaluation.bars import draw_planted
    from verify.evaluation.jsonl import find
    from verify.evaluation.picture import draw_calibrations
    from verify.settings import load_settings

    check_outputs(json, picture, cases)
    check_outputs(None, reliability)
    files = find(data, "archive")
    expect(data, *files, names=("an archive",))
    documents = read_archive(files.values())
    settings = load_settings()
    stance_model = named_model(model, None)
    embedder, worth = opening.load_embedder(settings), opening.load_worth(settings)
    with progress() as show, written(cases) as measured:
        evaluation = evaluate_planted(
            documents,
            embedder,
            stance_model,
            worth,
            drafts=drafts,
            others=others,
            seed=seed,
            beside=beside,
            directory=keep,
            progress=show,
            measured=measured,
        )
    show_figures(evaluation, json, plain=no_color)
    if picture:
        write_file(picture, draw_planted(evaluation))
        say(f"The picture is in {picture}")
    if reliability and evaluation.calibration:
        drawn = draw_calibrations("Reliability of verdicts", [("planted", evaluation.calibration)])
        write_file(reliability, drawn)
        say(f"The picture is in {reliability}")
