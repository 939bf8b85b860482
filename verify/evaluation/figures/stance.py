"""What `verify evaluate stance` gives."""

from __future__ import annotations

from pydantic import Field

from verify.evaluation.figures.shared import Calibration, Scores
from verify.records import Record


class Measured(Record):
    """The stance model, and what it must beat: a guess from the claim alone, and the label that is
    most frequent.
    """

    model: Scores
    claim_only: Scores
    majority: Scores


class StanceFile(Record):
    """All figures of one file; None where it has no rows for them, or rows of one label only.

    `two_way` counts rows whose gold is supports or refutes, `three_way` every row of a file that
    has neutral ones; `..._numbers` those of them whose claim has a number. `left_out` counts rows
    by labels that are neither of the three. A row that the model gave no answer for is wrong in
    every figure but calibration.
    """

    file: str
    rows: int
    left_out: dict[str, int] = Field(default_factory=dict)
    unanswered: int = 0
    two_way: Measured | None = None
    two_way_numbers: Measured | None = None
    three_way: Measured | None = None
    three_way_numbers: Measured | None = None
    calibration: Calibration | None = None
    confusion: tuple[tuple[int, ...], ...]
    """Three rows by gold, four columns by answer: supports, refutes, neutral, (none)."""


class StanceEvaluation(Record):
    """`verify evaluate stance`."""

    model: str
    fingerprint: str
    limit: int | None = None
    files: tuple[StanceFile, ...]
