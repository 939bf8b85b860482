"""A claim with its amounts as a source writes them, for a stance model to read.

A small model takes $135 for another sum than "135 dlrs", and 198,000 acres for another area than
80,000 hectares. Whether two amounts are one is what the comparisons know for sure, so it is not
left to the model: what agrees is put in the source's words, and what differs stays as it is.
"""

from __future__ import annotations

from verify.claims.quantities import Measured, find_quantities
from verify.judge.compare import quantities_agree


def in_the_words_of(claim: str, source: str) -> str:
    """The claim's text with each amount that the source has as well, as the source has it."""
    for mine in reversed(find_quantities(claim)):
        if mine.value.text in source:
            continue
        alike = (one.value.text for one in find_quantities(source) if _agree(mine, one))
        claim = claim[: mine.start] + next(alike, mine.value.text) + claim[mine.end :]
    return claim


def _agree(mine: Measured, theirs: Measured) -> bool:
    return (
        mine.kind is theirs.kind
        and (mine.value.unit, mine.value.per) == (theirs.value.unit, theirs.value.per)
        and mine.attributive == theirs.attributive
        and quantities_agree(mine.value, theirs.value)
    )
