"""What holds for every test."""

from __future__ import annotations

import signal
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.sampledrafts import ROOT
from verify.index import build_index
from verify.models import load_embedder


def pytest_configure() -> None:
    """Hear Ctrl-C: a shell that starts the tests in the background has it ignored, and the commands
    that the tests interrupt would inherit that.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def example_index(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The index of a corpus of the sample drafts, built once for all tests."""
    place = tmp_path_factory.mktemp("indexes")

    @cache
    def built(corpus: str) -> Path:
        directory = place / corpus.replace("/", "-")
        build_index([ROOT / corpus], directory, load_embedder())
        return directory

    return built
