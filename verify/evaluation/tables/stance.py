"""Stance models as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from verify.evaluation.figures import Measured, StanceEvaluation, StanceFile
from verify.evaluation.tables.cells import NOTE, heading, table_of, value, with_interval
from verify.reports.wording import plural


def stance_tables(evaluation: StanceEvaluation) -> Iterator[RenderableType]:
    """Each file with its sets of labels, then how well the model is calibrated."""
    table = table_of("file", "labels", "n", "accuracy", "macro-F1", "claim only", "majority")
    for file in evaluation.files:
        for number, (name, measured) in enumerate(_sets(file)):
            model = measured.model
            table.add_row(
                "" if number else file.file,
                name,
                f"{model.accuracy.n:,}",
                with_interval(model.accuracy),
                with_interval(model.macro_f1),
                value(measured.claim_only.accuracy),
                value(measured.majority.accuracy),
            )
    yield heading("Stance", evaluation.model, evaluation.limit)
    yield table
    calibrated = table_of("file", "n", "calibration error")
    for file in evaluation.files:
        if file.calibration:
            error = file.calibration.error
            calibrated.add_row(file.file, f"{error.n:,}", with_interval(error))
    if calibrated.row_count:
        yield Text()
        yield calibrated
    yield Text()
    yield Text(
        f"{NOTE} 2: supports or refutes, where one of them is the truth; 3: neutral too; #: claims"
        " with a number. Claim only and majority: accuracy of a guess without the evidence.",
        "dim",
    )
    for file in evaluation.files:
        for label, count in sorted(file.left_out.items()):
            yield Text(f"{file.file}: left out, labelled {label}: {plural(count, 'row')}.", "dim")
        if file.unanswered:
            yield Text(
                f"{file.file}: no answer by the model, counted as wrong:"
                f" {plural(file.unanswered, 'row')}.",
                "yellow",
            )


def _sets(file: StanceFile) -> Iterator[tuple[str, Measured]]:
    for name, measured in (
        ("2", file.two_way),
        ("2 #", file.two_way_numbers),
        ("3", file.three_way),
        ("3 #", file.three_way_numbers),
    ):
        if measured:
            yield name, measured
