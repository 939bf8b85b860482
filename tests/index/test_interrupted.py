"""Builds that are killed, interrupted, or run out of disk: the old index keeps answering."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.index.conftest import FACTS, listing, write_corpus
from verify.errors import EvidenceIndexError, IndexBusy
from verify.index import build_index, open_index
from verify.testing import HashingEmbedder

BUILD = """
import sys, time
from pathlib import Path
from verify.index import build_index
from verify.testing import HashingEmbedder

corpus, directory, slow = Path(sys.argv[1]), sys.argv[2], sys.argv[3:] == ["slow"]

class Slow(HashingEmbedder):
    def encode(self, texts, progress=None):
        if slow:
            print("embedding", flush=True)
            time.sleep(60)
        return super().encode(texts, progress)

build_index([corpus], Path(directory), Slow(64))
"""


@contextmanager
def embedding(corpus: Path, directory: Path) -> Iterator[subprocess.Popen[str]]:
    """A build in another process, stopped in the middle of its longest stage."""
    command = [sys.executable, "-c", BUILD, str(corpus), str(directory), "slow"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as it:
        assert it.stdout
        assert it.stdout.readline() == "embedding\n"
        try:
            yield it
        finally:
            it.kill()


def answers(directory: Path) -> str:
    with open_index(directory, HashingEmbedder(64)) as opened:
        return opened.search("the meeting in Qingdao", 1)[0].passage.text


def versions(directory: Path) -> int:
    return sum(path.is_dir() for path in directory.iterdir())


def test_a_first_build_that_is_killed(tmp_path: Path, corpus: Path) -> None:
    directory = tmp_path / "i"
    with embedding(corpus, directory) as builder:
        builder.kill()
        builder.wait()
    assert versions(directory) == 1
    build_index([corpus], directory, HashingEmbedder(64))
    assert versions(directory) == 1
    assert answers(directory) == FACTS[0]


def test_ctrl_c_leaves_the_old_index_and_no_litter(index: Path, corpus: Path) -> None:
    before = listing(index)
    write_corpus(corpus, ["Other."])
    with embedding(corpus, index) as builder:
        assert listing(index) != before
        builder.send_signal(signal.SIGINT)
        _, errors = builder.communicate(timeout=30)
    assert builder.returncode != 0
    assert errors.endswith("KeyboardInterrupt\n")
    assert listing(index) == before
    assert answers(index) == FACTS[0]


def test_one_builder_at_a_time(index: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    write_corpus(corpus, ["Other."])
    with embedding(corpus, index) as builder:
        with pytest.raises(IndexBusy, match=f"is being written to by process {builder.pid} on "):
            build_index([corpus], index, embedder)
        assert answers(index) == FACTS[0]
        builder.kill()
        builder.wait()
        # The lock died with its owner, though its file is still there.
        assert (index / "lock").exists()
        build_index([corpus], index, embedder)
    assert answers(index) == "Other."


def test_files_that_may_grow_no_further(index: Path, corpus: Path) -> None:
    """SQLite and FAISS meet a limit set by the system as they write."""
    before = listing(index)
    write_corpus(corpus, [f"{fact} {number}" for fact in FACTS for number in range(200)])
    limited = "import resource, signal\nresource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
    command = [sys.executable, "-c", limited + BUILD, str(corpus), str(index)]
    stopped = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "verify.errors.EvidenceIndexError: " in stopped.stderr
    assert listing(index) == before
    assert answers(index) == FACTS[0]


def test_a_place_that_cannot_be_written(corpus: Path, embedder: HashingEmbedder) -> None:
    with pytest.raises(EvidenceIndexError, match="cannot build the index at"):
        build_index([corpus], corpus / "index", embedder)
