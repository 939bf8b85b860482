"""Shares as people write them. Imports nothing heavy: the command line reads them."""

from __future__ import annotations


def read_rate(written: str) -> float:
    """1%, 0.5 % or 0.005 as a share from 0 to 1. ValueError."""
    number = written.strip()
    percent = number.endswith("%")
    share = float(number.removesuffix("%")) / (100 if percent else 1)
    if not 0 <= share <= 1:
        raise ValueError(f"{written!r} is no share from 0 to 100%")
    return share
