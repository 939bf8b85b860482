"""A stance model that is asked each pair once, however many drafts it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from verify.models import Pair, Progress, StanceModel
from verify.records import Probabilities


class Remembering:
    """A `StanceModel` that keeps another's answers: a changed draft is mostly the draft before."""

    def __init__(self, model: StanceModel) -> None:
        self.name, self.fingerprint = model.name, model.fingerprint
        self.refutes_at = model.refutes_at
        self._model = model
        self._known: dict[Pair, Probabilities | None] = {}

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """The answers for all pairs; only those not asked before are read."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        self._known.update(zip(new, self._model.classify(new, progress), strict=True))
        return tuple(self._known[pair] for pair in pairs)
