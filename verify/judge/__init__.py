"""Claim + Hits -> Evidence, Verdict."""

from verify.judge.alarms import soften
from verify.judge.align import Context
from verify.judge.doubts import NO_ANSWERS, SPOKEN, Answers, Asked, ask, is_doubted
from verify.judge.judge import judge
from verify.judge.own import own_documents
from verify.judge.reading import Readings, read
from verify.judge.seeking import Sought, seek
from verify.judge.within import apply, contradictions

__all__ = [
    "NO_ANSWERS",
    "SPOKEN",
    "Answers",
    "Asked",
    "Context",
    "Readings",
    "Sought",
    "apply",
    "ask",
    "contradictions",
    "is_doubted",
    "judge",
    "own_documents",
    "read",
    "seek",
    "soften",
]
