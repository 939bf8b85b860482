"""How the measurements tell of their progress."""

from __future__ import annotations

from collections.abc import Callable

StageProgress = Callable[[str, int, int], None]
"""Called with (stage, done, total); total 0 where it is not known yet."""


def silent(stage: str, done: int, total: int) -> None:
    """Tells nobody."""
