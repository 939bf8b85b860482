"""Measures models, searches and the finding of claims on labelled data: `verify evaluate`.

Every figure comes with its number of cases and a 95 % interval.
"""

from verify.evaluation.claims import evaluate_claims
from verify.evaluation.endtoend import evaluate_endtoend
from verify.evaluation.figures import (
    ClaimsEvaluation,
    EndToEndEvaluation,
    Evaluation,
    RetrievalEvaluation,
    StanceEvaluation,
)
from verify.evaluation.retrieval import evaluate_retrieval
from verify.evaluation.stance import evaluate_stance

__all__ = [
    "ClaimsEvaluation",
    "EndToEndEvaluation",
    "Evaluation",
    "RetrievalEvaluation",
    "StanceEvaluation",
    "evaluate_claims",
    "evaluate_endtoend",
    "evaluate_retrieval",
    "evaluate_stance",
]
