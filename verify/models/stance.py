"""Where no stance model is installed."""

from __future__ import annotations

from collections.abc import Sequence

from verify.records import Passage, Stance


class NoStanceModel:
    """Says of every pair that it cannot say."""

    name = "none"

    def classify(self, pairs: Sequence[tuple[str, Passage]]) -> tuple[Stance | None, ...]:
        """None for each pair."""
        return (None,) * len(pairs)
