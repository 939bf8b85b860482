"""A stance model and a search that are asked each thing once, however many drafts it stands in: a
changed draft is mostly the draft before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from verify.checker import Searches
from verify.models import Pair, Progress, StanceModel
from verify.records import Hit, Probabilities


class Remembering:
    """A `StanceModel` that keeps another's answers."""

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


class RememberedSearch:
    """A search that keeps what an index found for each query, and can leave documents out."""

    def __init__(self, index: Searches, depth: int) -> None:
        """`depth` passages are kept: as many as are asked for, and those that may be left out."""
        self._index, self._depth = index, depth
        self._known: dict[str, tuple[Hit, ...]] = {}
        self._without: Collection[str] = ()

    def leave_out(self, documents: Collection[str]) -> None:
        """From now on, answer as if these documents were not in the index."""
        self._without = documents

    def search_many(self, queries: Sequence[str], k: int) -> list[tuple[Hit, ...]]:
        """The best passages for each query, but for those of the documents left out."""
        new = [query for query in dict.fromkeys(queries) if query not in self._known]
        self._known.update(zip(new, self._index.search_many(new, self._depth), strict=True))
        found = (self._known[query] for query in queries)
        return [
            tuple([h for h in hits if h.passage.document not in self._without][:k])
            for hits in found
        ]
