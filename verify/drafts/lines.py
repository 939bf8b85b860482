"""Where the lines of a file start."""

from __future__ import annotations

import re

_END_OF_LINE = re.compile(r"\r\n|\r|\n")


def line_starts(source: str) -> tuple[int, ...]:
    r"""Offsets of the lines of `source`, which end with \n, \r\n or \r."""
    return (0, *(found.end() for found in _END_OF_LINE.finditer(source)))
