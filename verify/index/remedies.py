"""What to do about an index that cannot be used."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from verify.errors import EvidenceIndexError, IndexDamaged


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


def unreadable(
    path: Path, error: OSError, directory: Path, sources: Sequence[str] = ()
) -> EvidenceIndexError:
    """A file that is not there is damage. A disk or a permission that stands in the way is not:
    what it hides may be whole.
    """
    problem = f"{path} cannot be read: {error.strerror}"
    if isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError):
        return IndexDamaged(problem, mend(directory, sources))
    return EvidenceIndexError(problem, "Mend that and try again; the index was not changed.")
