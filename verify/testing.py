"""Fakes that ship with the library: fast, without weights, and true to the real protocols."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from verify.models.protocols import REFUTES_AT, Pair, Progress, Vectors
from verify.records import Probabilities


class HashingEmbedder:
    """An `Embedder` of hashed words and word pairs: texts that share words lie near each other.

    The same on every machine and in every run; a text without words lies on the first axis.
    """

    def __init__(self, dimensions: int = 384) -> None:
        self.name = "hashing"
        self.dimensions = dimensions
        self.fingerprint = f"hashing-1-{dimensions}"

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """float32 array (len(texts), dimensions), every row of length 1."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for gram in set(_grams(text)):
                # One bit of the hash gives the sign, so that collisions cancel on average.
                place, sign = divmod(_hash(gram), 2)
                vectors[row, place % self.dimensions] += 1 if sign else -1
            if not vectors[row].any():
                vectors[row, 0] = 1
            if progress:
                progress(row + 1, len(texts))
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors


class SharedWords:
    """A `Reranker` that counts the query's words that a text has, once each, as their share."""

    def __init__(self) -> None:
        self.name = "shared words"

    def likeness(self, query: str, texts: Sequence[str]) -> tuple[float, ...]:
        """The share of each text; 0 of a query without words."""
        asked = set(_words(query))
        return tuple(len(asked.intersection(_words(t))) / (len(asked) or 1) for t in texts)


class FixedStance:
    """A `StanceModel` that says what it was told, by evidence text; None of all others."""

    def __init__(
        self, stances: Mapping[str, Probabilities], refutes_at: float = REFUTES_AT
    ) -> None:
        self.refutes_at = refutes_at
        self.name = "fixed"
        self.fingerprint = "fixed"
        self._stances = dict(stances)

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """The probabilities given for each pair's evidence."""
        return tuple(self._stances.get(pair.evidence) for pair in pairs)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _grams(text: str) -> Iterator[str]:
    words = _words(text)
    yield from words
    yield from (" ".join(pair) for pair in pairwise(words))


def _hash(gram: str) -> int:
    # Python's own hash() differs from run to run.
    return int.from_bytes(hashlib.blake2b(gram.encode(), digest_size=8).digest(), "big")
