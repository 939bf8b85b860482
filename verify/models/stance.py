"""Where no stance model is wanted."""

from __future__ import annotations

from collections.abc import Sequence

from verify.models.protocols import REFUTES_AT, Pair, Progress
from verify.records import Probabilities


class NoStanceModel:
    """Says of every pair that it cannot say."""

    name = "none"
    fingerprint = "none"
    refutes_at = REFUTES_AT

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """None for each pair."""
        return (None,) * len(pairs)
