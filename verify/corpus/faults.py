"""What is wrong with the sources, gathered so that an editor mends all of it in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verify.errors import CorpusError
from verify.records import Document

SHOWN = 20
"""Faults printed in a message; a file in the wrong format has one on every line."""


class Fault(NamedTuple):
    """One thing wrong in a source: `place` is "file:line" or "file"."""

    place: str
    why: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}"


class Located(NamedTuple):
    """A document with the place it was read from."""

    place: str
    document: Document


class SourcesError(CorpusError):
    """Documents that cannot be read. `faults` has every one; the message the first twenty."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        lines = [str(fault) for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            lines.append(f"... and {len(self.faults) - SHOWN} more")
        things = "thing is" if len(self.faults) == 1 else "things are"
        super().__init__(
            "\n".join([f"{len(self.faults)} {things} wrong in the sources:", *lines]),
            "Mend or remove them and build again; an index that stood before still stands.",
        )
