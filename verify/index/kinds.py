"""Which kind of vector index serves how many passages. Pure: `vectors.py` makes what is chosen."""

from __future__ import annotations

import math
from typing import NamedTuple, Self

EXACT_UP_TO = 100_000
"""Passages up to which every search reads every vector: 7 ms on one core, 154 MB."""
TRAINED_ON = 40
"""Passages drawn for each list to place its centre."""


class VectorKind(NamedTuple):
    """A kind of FAISS index: flat (no lists), or an inverted file of some lists.

    Flat is exact. In an inverted file each vector lies, a byte for each dimension, in the list of
    the nearest of `lists` centres, and a search reads the lists nearest to it.
    """

    lists: int = 0

    @classmethod
    def of_size(cls, passages: int) -> Self:
        """The kind for so many passages. Its lists grow by doubling, so that it seldom changes."""
        if passages <= EXACT_UP_TO:
            return cls()
        return cls(2 ** math.floor(math.log2(2 * math.sqrt(passages))))

    @classmethod
    def named(cls, name: str) -> Self:
        """The kind of that name, as a manifest has it."""
        return cls(int(name.removeprefix("IVF").partition(",")[0]) if name != "Flat" else 0)

    @property
    def name(self) -> str:
        """As FAISS names it."""
        return f"IVF{self.lists},SQ8" if self.lists else "Flat"

    @property
    def is_exact(self) -> bool:
        """Whether a search reads every vector as it is."""
        return not self.lists

    @property
    def probes(self) -> int:
        """Lists that a search reads, to find 0.98 of the exact first ten: the more there are, the
        smaller a share.
        """
        return math.ceil(min(self.lists / 4, max(128, self.lists / 16)))

    @property
    def magic(self) -> bytes:
        """How its file begins."""
        return b"IwSq" if self.lists else b"IxMp"

    def body(self, passages: int, dimensions: int) -> int:
        """Bytes of its file, but for headers of less than 4 KB: vectors, ids of 8 bytes, centres
        with the length of their list, and the range of each dimension.
        """
        if self.is_exact:
            return passages * (dimensions * 4 + 8)
        centres = self.lists * (dimensions * 4 + 8)
        return passages * (dimensions + 8) + centres + dimensions * 8

    def described(self) -> str:
        """In words, for people."""
        if self.is_exact:
            return "flat, exact"
        return f"{self.lists:,} lists, {self.probes:,} read by a search, then exact"
