from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from verify.models import Embedder, load_embedder

Python = Callable[..., str]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache in which the bundled embedder is exported in either precision."""
    folder = tmp_path_factory.mktemp("models-cache")
    load_embedder(cache_dir=folder, precision="fp32")
    load_embedder(cache_dir=folder, precision="int8")
    return folder


@pytest.fixture(scope="session")
def fp32(cache: Path) -> Embedder:
    return load_embedder(cache_dir=cache, precision="fp32")


@pytest.fixture(scope="session")
def int8(cache: Path) -> Embedder:
    return load_embedder(cache_dir=cache, precision="int8")


@pytest.fixture(scope="session")
def python() -> Python:
    """Runs code in a new interpreter, without a network, and gives what it printed."""

    def run(code: str, *arguments: object) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            env=os.environ | {"HF_HUB_OFFLINE": "1", "CUDA_VISIBLE_DEVICES": ""},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
