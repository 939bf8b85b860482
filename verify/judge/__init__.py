"""Claim + Hits -> Evidence, Verdict."""

from verify.judge.align import Context
from verify.judge.judge import judge

__all__ = ["Context", "judge"]
