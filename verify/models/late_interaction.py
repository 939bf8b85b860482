"""How much of a query each of some texts says, word piece by word piece: late interaction.

One vector for a whole text blurs what it says. Here every piece of the query, as it is meant in its
sentence, is held against every piece of a text, and counts as much as the one most like it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from verify.models.protocols import Vectors


class Pieces(NamedTuple):
    """The word pieces of a text by number, each with its vector of length 1: (pieces, width)."""

    ids: npt.NDArray[np.int32]
    vectors: Vectors


def likeness(query: Pieces, texts: Sequence[Pieces]) -> tuple[float, ...]:
    """For each text, how much of the query it says; about 0 to 1.

    The texts were all found for the query, so what most of them have tells them apart the least: a
    piece counts by how few have it.
    """
    weights = rarity(query.ids, [text.ids for text in texts])
    return tuple(float(weights @ _best(query.vectors, text.vectors)) for text in texts)


def rarity(
    ids: npt.NDArray[np.int32], others: Sequence[npt.NDArray[np.int32]]
) -> npt.NDArray[np.float64]:
    """What each piece counts, by how few of the others have it; all together 1."""
    having = np.array([np.isin(ids, other) for other in others]).reshape(len(others), len(ids))
    weights = np.log(1 + len(others) / (1 + having.sum(axis=0)))
    return np.asarray(weights / (weights.sum() or 1.0))


def _best(query: Vectors, text: Vectors) -> Vectors:
    """For each vector of the query, the cosine with the one most like it; 0 of an empty text."""
    return np.asarray((query @ text.T).max(axis=1, initial=0.0))
