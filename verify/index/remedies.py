"""What to do about an index that cannot be used."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path


def rebuild(directory: Path, sources: Sequence[str] = ()) -> str:
    """The command that builds the index (again), with its sources where they are known."""
    what = " ".join(map(shlex.quote, sources)) or "SOURCE..."
    return f"Build it with: verify index build --name {shlex.quote(directory.name)} {what}"
