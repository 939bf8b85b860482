"""Which documents are the draft itself: its earlier versions, and copies of it that others ran.

A draft never proves itself. A document is the draft's own where most of what was found of it
stands in the draft, and most of the draft in it; a paragraph that the draft took over from a
longer story leaves that story a source.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from verify.corpus.signatures import Words, signature
from verify.records import Draft, Passage

IN_THE_DRAFT = 0.6
OF_THE_DRAFT = 0.5
"""Shares of runs of words: of the document's in the draft, and of the draft's in the document."""
SPEAKING = 100
"""Runs of words from which on a draft can have copies; a shorter one is a quotation of many."""

_Runs = frozenset[tuple[int, ...]]


def own_documents(draft: Draft, found: Iterable[Passage]) -> frozenset[str]:
    """The ids of those documents, of all whose passages were found for the draft's claims."""
    mine = _runs(draft.text)
    if len(mine) < SPEAKING:
        return frozenset()
    theirs: dict[str, set[tuple[int, ...]]] = {}
    for passage in {p.id: p for p in found}.values():
        theirs.setdefault(passage.document, set()).update(_runs(passage.text))
    return frozenset(
        document
        for document, runs in theirs.items()
        if len(runs & mine) >= max(IN_THE_DRAFT * len(runs), OF_THE_DRAFT * len(mine))
    )


@lru_cache(maxsize=20_000)
def _runs(text: str) -> _Runs:
    return Words(signature(text)).shingles
