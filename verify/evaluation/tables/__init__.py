"""Evaluations as tables for a terminal."""

from __future__ import annotations

from rich.console import Group, RenderableType

from verify.evaluation.figures import (
    ClaimsEvaluation,
    EndToEndEvaluation,
    Evaluation,
    MatrixEvaluation,
    PlantedEvaluation,
    RetrievalEvaluation,
    StanceEvaluation,
)
from verify.evaluation.tables.claims import claims_tables
from verify.evaluation.tables.endtoend import end_to_end_tables
from verify.evaluation.tables.matrix import matrix_table
from verify.evaluation.tables.planted import planted_tables
from verify.evaluation.tables.retrieval import retrieval_table
from verify.evaluation.tables.stance import stance_tables


def render(evaluation: Evaluation) -> RenderableType:
    """The tables of an evaluation, with what is counted said beneath."""
    match evaluation:
        case StanceEvaluation():
            return Group(*stance_tables(evaluation))
        case RetrievalEvaluation():
            return Group(*retrieval_table(evaluation))
        case EndToEndEvaluation():
            return Group(*end_to_end_tables(evaluation))
        case ClaimsEvaluation():
            return Group(*claims_tables(evaluation))
        case PlantedEvaluation():
            return Group(*planted_tables(evaluation))
        case MatrixEvaluation():
            return Group(*matrix_table(evaluation))
