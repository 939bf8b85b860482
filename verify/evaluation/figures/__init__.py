"""What an evaluation gives: frozen records, which are also the schema of its JSON."""

from __future__ import annotations

from verify.evaluation.figures.claims import (
    CheckworthyFile,
    ClaimsEvaluation,
    PropositionScores,
    PropSegmEnt,
    SplitScores,
    Told,
    WikiSplit,
)
from verify.evaluation.figures.endtoend import (
    ClimateClaims,
    EndToEndEvaluation,
    FoundLabels,
    SciFactOpen,
    VerdictScores,
)
from verify.evaluation.figures.matrix import MatrixCase, MatrixEvaluation
from verify.evaluation.figures.planted import (
    Catch,
    ChangeKind,
    Grade,
    PlantedCase,
    PlantedEvaluation,
    PlantedRow,
    PlantedTable,
    Sample,
)
from verify.evaluation.figures.retrieval import Ranking, RetrievalEvaluation, RetrievalSet
from verify.evaluation.figures.shared import LABELS, SEED, Bin, Calibration, Figure, Scores
from verify.evaluation.figures.stance import Measured, StanceEvaluation, StanceFile

Evaluation = (
    StanceEvaluation
    | RetrievalEvaluation
    | EndToEndEvaluation
    | ClaimsEvaluation
    | PlantedEvaluation
    | MatrixEvaluation
)

__all__ = [
    "LABELS",
    "SEED",
    "Bin",
    "Calibration",
    "Catch",
    "ChangeKind",
    "CheckworthyFile",
    "ClaimsEvaluation",
    "ClimateClaims",
    "EndToEndEvaluation",
    "Evaluation",
    "Figure",
    "FoundLabels",
    "Grade",
    "MatrixCase",
    "MatrixEvaluation",
    "Measured",
    "PlantedCase",
    "PlantedEvaluation",
    "PlantedRow",
    "PlantedTable",
    "PropSegmEnt",
    "PropositionScores",
    "Ranking",
    "RetrievalEvaluation",
    "RetrievalSet",
    "Sample",
    "SciFactOpen",
    "Scores",
    "SplitScores",
    "StanceEvaluation",
    "StanceFile",
    "Told",
    "VerdictScores",
    "WikiSplit",
]
