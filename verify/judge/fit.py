"""How well one side of a statement fits the other's, 0 to 1, and by what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims import lexicon


@dataclass(frozen=True, slots=True)
class Fit:
    """A fit, and the words that made it."""

    score: float
    by: tuple[str, ...] = ()


def meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sets of lemmas share a word or a near synonym."""
    return any(lexicon.same_word(a, b) for a in one for b in other)


def shared(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The lemmas of `one` that have a like among `other`."""
    return [a for a in one if meet((a,), other)]
