"""The seams behind which models stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from verify.records import Probabilities

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


REFUTES_AT = 0.8
"""The `refutes_at` of a model that nobody has measured."""


class Pair(NamedTuple):
    """A claim's wording, and a text that may speak of it with its title and date."""

    claim: str
    evidence: str
    title: str = ""
    published: dt.date | None = None


@runtime_checkable
class StanceModel(Protocol):
    """Says what texts say of claims."""

    @property
    def name(self) -> str:
        """The model as people name it."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the probabilities would: weights, precision, temperature, windows."""

    @property
    def refutes_at(self) -> float:
        """The probability from which on a refutation counts; a false alarm costs more than a
        silence, so this is where the model is nearly always right."""

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """Probabilities for each pair; None where the model cannot say."""


@runtime_checkable
class Reranker(Protocol):
    """Says how well texts that were found for a query answer it."""

    @property
    def name(self) -> str:
        """The model as people name it."""

    def likeness(self, query: str, texts: Sequence[str]) -> tuple[float, ...]:
        """For each text, how much of the query it says; about 0 to 1. All of them at once, as what
        they have in common tells them apart the least."""


@runtime_checkable
class WorthModel(Protocol):
    """Says which sentences are worth checking."""

    @property
    def name(self) -> str:
        """The model as people name it."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the probabilities would."""

    def score(self, sentences: Sequence[str]) -> tuple[float, ...]:
        """For each sentence the probability, 0 to 1, that an editor would have it checked."""
