"""Measures models, searches, the finding of claims and whole checks: `verify evaluate`.

Every figure comes with its number of cases and a 95 % interval.
"""

from verify.evaluation.claims import evaluate_claims
from verify.evaluation.endtoend import evaluate_endtoend
from verify.evaluation.figures import (
    ClaimsEvaluation,
    EndToEndEvaluation,
    Evaluation,
    MatrixEvaluation,
    PlantedEvaluation,
    RetrievalEvaluation,
    StanceEvaluation,
)
from verify.evaluation.matrix import evaluate_matrix
from verify.evaluation.planted import evaluate_planted
from verify.evaluation.retrieval import evaluate_retrieval
from verify.evaluation.stance import evaluate_stance

__all__ = [
    "ClaimsEvaluation",
    "EndToEndEvaluation",
    "Evaluation",
    "MatrixEvaluation",
    "PlantedEvaluation",
    "RetrievalEvaluation",
    "StanceEvaluation",
    "evaluate_claims",
    "evaluate_endtoend",
    "evaluate_matrix",
    "evaluate_planted",
    "evaluate_retrieval",
    "evaluate_stance",
]
