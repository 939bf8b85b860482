"""Claim + Hits -> Evidence, Verdict."""

from verify.judge.alarms import soften
from verify.judge.align import Context
from verify.judge.judge import judge
from verify.judge.own import own_documents
from verify.judge.reading import read
from verify.judge.seeking import seek
from verify.judge.within import apply, contradictions

__all__ = [
    "Context",
    "apply",
    "contradictions",
    "judge",
    "own_documents",
    "read",
    "seek",
    "soften",
]
