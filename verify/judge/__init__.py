"""Claim + Hits -> Evidence, Verdict."""

from verify.judge.judge import judge

__all__ = ["judge"]
