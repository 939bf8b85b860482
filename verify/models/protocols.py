"""The two seams behind which models stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from verify.records import Passage, Stance

Vectors = npt.NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with (done, total) as long work goes on."""


@runtime_checkable
class Embedder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """The model as people name it."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors would: weights, precision, pooling, maximum length."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """float32 array (len(texts), dimensions), every row of length 1."""


@runtime_checkable
class StanceModel(Protocol):
    """Says what passages say of claims."""

    @property
    def name(self) -> str:
        """The model as people name it."""

    def classify(self, pairs: Sequence[tuple[str, Passage]]) -> tuple[Stance | None, ...]:
        """One stance for each (claim wording, passage); None where the model cannot say."""
