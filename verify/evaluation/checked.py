"""The same benchmarks through the Checker that users call: its claims, its readings, its policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.records import Hit, Label, Passage, Report, StanceLabel

AS_OF = dt.date(2021, 1, 1)
"""The day all claims speak from, about when the data sets were made; their sources are undated."""
GRAVEST = (Label.REFUTED, Label.CONFLICTING, Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE)


SIMILARITY = 0.7
"""Of a text that is given because it speaks of the claim: as that of two ways to say one thing."""


class Given:
    """What stands in for an index where the passages of a claim are given: finds all of them."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        """`texts` are (title, text), best first."""
        self._hits = tuple(
            Hit(
                passage=Passage(id=n, document=str(n), title=title, text=text, origin=str(n)),
                score=1 / n,
                similarity=SIMILARITY,
            )
            for n, (title, text) in enumerate(texts, start=1)
        )

    def search_many(self, queries: Sequence[str], k: int) -> list[tuple[Hit, ...]]:
        """All passages, for each query."""
        return [self._hits[:k]] * len(queries)


def check(checker: Checker, claim: str) -> Report:
    """What the checker says of a draft that holds one claim and nothing else."""
    return checker.check(draft_from_text(claim, as_of=AS_OF))


def verdict_of(report: Report) -> Label:
    """One verdict for a draft of one sentence: the gravest of those on its claims.

    Where nothing could be checked it is not_checked, which is no label of any benchmark.
    """
    found = {verdict.label for verdict in report.verdicts}
    return next((label for label in GRAVEST if label in found), Label.NOT_CHECKED)


def labels_of(report: Report) -> dict[str, StanceLabel]:
    """What each document says, by the best evidence taken from it that is not neutral."""
    labels: dict[str, StanceLabel] = {}
    for verdict in report.verdicts:
        for evidence in verdict.evidence:
            if evidence.stance.label is not StanceLabel.NEUTRAL:
                labels.setdefault(evidence.passage.document, evidence.stance.label)
    return labels
