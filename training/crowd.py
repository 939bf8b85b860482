"""Evidence put among sentences that tell nothing of the claim, as a search finds it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from training.rows import Row

SETS = (
    "lingnli", "mnli", "mnli_3000", "cad_snli", "rte", "scitail", "check_covid",
    "citation_integrity",
)  # fmt: skip
"""Those whose evidence is a sentence or two; a stranger's sentence seldom decides their claims."""
MOST = 3
"""Sentences put beside one evidence."""
SHORT = 45
"""Words of what is put beside it."""


def crowd(rows: Sequence[Row], share: float, seed: int) -> list[Row]:
    """The rows, a share of those of `SETS` with one to three other evidences of their set around
    their own; labels stay.
    """
    strangers: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.source in SETS and len(row.evidence.split()) <= SHORT:
            strangers[row.source].append(row)
    chance = random.Random(seed)
    return list(_crowded(rows, strangers, share, chance))


def _crowded(
    rows: Sequence[Row],
    strangers: defaultdict[str, list[Row]],
    share: float,
    chance: random.Random,
) -> Iterator[Row]:
    for row in rows:
        beside = strangers.get(row.source)
        if not beside or chance.random() >= share:
            yield row
            continue
        found = [one.evidence for one in chance.choices(beside, k=chance.randint(1, MOST))]
        sentences = [one for one in found if one != row.evidence]
        sentences.insert(chance.randint(0, len(sentences)), row.evidence)
        yield replace(row, evidence=" ".join(sentences))
