"""Claim + Hits -> Evidence, Verdict."""

from verify.judge.align import Context
from verify.judge.judge import judge
from verify.judge.reading import read

__all__ = ["Context", "judge", "read"]
