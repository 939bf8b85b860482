"""What a reading of the stance model is worth beside the typed comparisons.

A comparison needs two values that are aligned. Where words and names do not align them, the model
may: it is sure that the passage supports the claim and the same value is in it, or that it refutes
the claim and another value stands there instead. The model alone never outweighs a statement that
is aligned by what it says.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.judge.align import Alignment
from verify.judge.compare import compare
from verify.judge.reading import Reading
from verify.records import Claim, Comparison, Outcome, StanceLabel

_FIT = 0.5
"""The fit of what only the model aligned."""


def aligned_by_reading(
    claim: Claim, statements: Sequence[Claim], reading: Reading | None, *, alone: bool
) -> tuple[Alignment, Claim, Comparison] | None:
    """The statement of a passage that a sure reading must mean, compared with the claim.

    `alone`: no other claim stands in the sentence. If one does, the reading that refutes the
    sentence may mean the other.
    """
    if reading is None or reading.says is StanceLabel.NEUTRAL:
        return None
    compared = [
        (statement, comparison)
        for statement in statements
        if statement.kind is claim.kind and (comparison := compare(claim, statement))
    ]
    supports = reading.says is StanceLabel.SUPPORTS
    wanted = Outcome.SAME if supports else Outcome.DIFFERENT
    if not supports and (not alone or any(c.outcome is not wanted for _, c in compared)):
        return None
    for statement, comparison in compared:
        there = statement.sentence.span == reading.span
        if comparison.outcome is wanted and (supports or there):
            return Alignment(_FIT, ("stance model",), weak=supports), statement, comparison
    return None
