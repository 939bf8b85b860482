"""A search that finds the same sources for every query, and verdicts of a Checker over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.records import Hit, Passage, Probabilities, Report
from verify.testing import FixedStance

DAY = dt.date(2025, 6, 26)


class Finds:
    """Finds each of some texts for every query."""

    def __init__(self, texts: Sequence[str], similarity: float = 0.7) -> None:
        self._hits = tuple(
            Hit(
                passage=Passage(id=n, document=f"s/{n}", text=text, published=DAY),
                score=1.0,
                similarity=similarity,
            )
            for n, text in enumerate(texts, start=1)
        )

    def search_many(self, queries: Sequence[str], k: int) -> Sequence[tuple[Hit, ...]]:
        """All of them."""
        return [self._hits[:k] for _ in queries]


def report(draft: str, *sources: str, stances: Mapping[str, Probabilities] | None = None) -> Report:
    """The report on a draft beside sources of which a stance model says what it is told."""
    stance = FixedStance(stances) if stances is not None else None
    return Checker(Finds(sources), stance=stance).check(draft_from_text(draft, as_of=DAY))
