"""What `verify evaluate endtoend` gives."""

from __future__ import annotations

from verify.evaluation.figures.shared import Figure, Scores
from verify.records import Record


class FoundLabels(Record):
    """Precision, recall and F1 of (claim, abstract, label) triples.

    `threshold` is the probability from which on a stance counts; None: as the Checker decides.
    """

    threshold: float | None
    precision: Figure
    recall: Figure
    f1: Figure


class SciFactOpen(Record):
    """Claims against abstracts that were searched for. `checked` is through the Checker, `at` by
    the stance model alone at the threshold asked for, `others` at the ones beside it.
    """

    claims: int
    top: int
    checked: FoundLabels
    at: FoundLabels
    others: tuple[FoundLabels, ...] = ()


class VerdictScores(Record):
    """How well verdicts were told; `threshold` as in FoundLabels."""

    threshold: float | None
    scores: Scores


class ClimateClaims(Record):
    """Claims against five sentences each: supported, refuted, not enough evidence, conflicting.

    `checked`, `at` and `others` as in SciFactOpen. The `unchecked` claims, which the Checker cannot
    check, count as wrong.
    """

    claims: int
    unchecked: int
    checked: VerdictScores
    at: VerdictScores
    others: tuple[VerdictScores, ...] = ()


class EndToEndEvaluation(Record):
    """`verify evaluate endtoend`; None for a set that the data folder does not have."""

    model: str
    embedder: str
    limit: int | None = None
    scifact: SciFactOpen | None = None
    climate_fever: ClimateClaims | None = None
