"""A rival that was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from verify.judge.statements import statements
from verify.records import Passage, Sentence


@dataclass(frozen=True, slots=True)
class Rival:
    """A sentence that tells of a rival, and what it is in words."""

    passage: Passage
    sentence: Sentence
    told: str
    by: tuple[str, ...]
    dated: dt.date | None = None
    """The day it speaks from, where it is true for a time only."""


def told_in(passage: Passage) -> Iterable[tuple[Sentence, str]]:
    """The sentences of a passage, each with its wording with names put in."""
    return {s.sentence.span.start: (s.sentence, s.resolved) for s in statements(passage)}.values()
