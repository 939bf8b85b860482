"""Finding the index and loading the models that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from verify.commands.screen import say
from verify.errors import IndexMissing
from verify.settings import Settings, suggest

if TYPE_CHECKING:
    from verify.index import Index
    from verify.models.protocols import Embedder


def find_index(settings: Settings, name: str | None) -> Path:
    """The directory of an index that exists; IndexMissing says how to build it, or its name."""
    directory = settings.index_directory(name)
    if directory.is_dir():
        return directory
    named = "" if directory.name == "default" else f" --name {directory.name}"
    remedy = f"Build it from {settings.corpus} with: verify index build{named}"
    if settings.indexes.is_dir() and (
        others := [child.name for child in settings.indexes.iterdir() if child.is_dir()]
    ):
        remedy += f"\nOr name another with --index. {suggest(directory.name, others)}"
    raise IndexMissing(f"There is no index {directory.name!r} in {settings.indexes}.", remedy)


def load_embedder(settings: Settings) -> Embedder:
    """The embedder of the settings; what takes long is announced."""
    from verify import models

    return models.load_embedder(settings.model, precision=settings.precision, announce=say)


@contextmanager
def open_index(settings: Settings, name: str | None) -> Iterator[tuple[Index, Embedder]]:
    """The named index and the embedder of its queries, for as long as the block lasts."""
    from verify import index

    directory = find_index(settings, name)
    embedder = load_embedder(settings)
    with index.open_index(directory, embedder) as opened:
        yield opened, embedder
