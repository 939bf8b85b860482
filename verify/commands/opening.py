"""Finding the index and loading the models that the settings name."""

# ruff: noqa: PLC0415 - search and models are imported when they are needed
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from verify.commands.screen import say
from verify.errors import IndexMissing

if TYPE_CHECKING:
    from verify.checker import Checker
    from verify.index import Index
    from verify.models import Embedder, Reranker, StanceModel, WorthModel
    from verify.records import IndexInfo
    from verify.settings import Settings


def find_index(settings: Settings, name: str | None) -> Path:
    """The directory of an index that exists; IndexMissing says how to build it, or its name."""
    from verify.settings import suggest

    directory = settings.index_directory(name)
    if directory.is_dir():
        return directory
    named = "" if directory.name == settings.index else f" --name {directory.name}"
    remedy = f"Build it from {settings.corpus} with: verify index build{named}"
    if settings.indexes.is_dir() and (
        others := [child.name for child in settings.indexes.iterdir() if child.is_dir()]
    ):
        remedy += f"\nOr name another. {suggest(directory.name, others)}"
    raise IndexMissing(f"There is no index {directory.name!r} in {settings.indexes}.", remedy)


def load_embedder(settings: Settings) -> Embedder:
    """The embedder of the settings; what takes long is announced."""
    from verify import models

    return models.load_embedder(settings.model, precision=settings.precision, announce=say)


def load_reranker() -> Reranker:
    """What puts the best of a search in order; what takes long is announced."""
    from verify import models

    return models.load_reranker(announce=say)


def load_stance(settings: Settings) -> StanceModel:
    """The stance model of the settings; what takes long is announced."""
    from verify import models

    labels = settings.stance_labels or None
    return models.load_stance(settings.stance, labels=labels, announce=say)


def load_worth(settings: Settings) -> WorthModel | None:
    """The model that tells what is worth checking, None where all is; what takes long is
    announced.
    """
    from verify import models

    return models.load_worth(announce=say) if settings.worth else None


@contextmanager
def open_index(settings: Settings, name: str | None) -> Iterator[tuple[Index, IndexInfo]]:
    """The named index with the embedder of the settings, for as long as the block lasts."""
    from verify import index
    from verify.records import IndexInfo

    directory = find_index(settings, name)
    with index.open_index(directory, load_embedder(settings)) as opened:
        yield opened, IndexInfo(name=directory.name, manifest=opened.manifest)


def load_checker(settings: Settings, index: Index, *, everything: bool = False) -> Checker:
    """A checker against an opened index, with the models and limits of the settings."""
    from verify.checker import Checker

    return Checker(
        index,
        settings.hits,
        load_stance(settings),
        settings.reads,
        worth=None if everything else load_worth(settings),
        threshold=settings.worth,
        everything=everything,
        max_false_alarms=settings.max_false_alarms,
    )
