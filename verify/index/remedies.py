"""What to do about an index that cannot be used."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path


def rebuild(directory: Path, sources: Sequence[str] = ()) -> str:
    """The command that builds the index (again), with its sources where they are known."""
    what = " ".join(map(shlex.quote, sources)) or "SOURCE..."
    return f"Build it with: verify index build --name {shlex.quote(directory.name)} {what}"


def update(directory: Path) -> str:
    """The command that reads the sources of an index again."""
    return f"verify index update --name {shlex.quote(directory.name)}"


def mend(directory: Path, sources: Sequence[str] = ()) -> str:
    """The command that makes a damaged index whole, and what to do where that is not enough."""
    name = shlex.quote(directory.name)
    return f"Make it whole with: verify index repair --name {name}\nOr else: " + rebuild(
        directory, sources
    )
