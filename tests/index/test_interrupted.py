"""Builds that are killed, interrupted, or run out of disk: the old index keeps answering."""

from __future__ import annotations

import errno
import os
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
import os, signal, sys, time
from pathlib import Path
from verify.index import build_index
from verify.testing import HashingEmbedder

corpus, directory, die_at = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
steps = 0

def count(event, args):
    # Every file that is opened, made, moved or removed in the index is a step to die at.
    global steps
    if event.split(".")[0] in {"open", "os", "sqlite3", "shutil"} and directory in str(args):
        steps += 1
        if steps == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

class Slow(HashingEmbedder):
    def encode(self, texts, progress=None):
        if die_at < 0:
            print("embedding", flush=True)
            time.sleep(60)
        return super().encode(texts, progress)

sys.addaudithook(count)
build_index([corpus], Path(directory), Slow(64))
print(steps)
"""


def run(corpus: Path, directory: Path, die_at: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", BUILD, str(corpus), str(directory), str(die_at)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@contextmanager
def embedding(corpus: Path, directory: Path) -> Iterator[subprocess.Popen[str]]:
    """A build in another process, stopped in the middle of its longest stage."""
    command = [sys.executable, "-c", BUILD, str(corpus), str(directory), "-1"]
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


def test_killed_at_any_step(index: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    new = "The meeting in Qingdao is over."
    write_corpus(corpus, [*FACTS, new])
    whole = run(corpus, index, 0)
    assert whole.returncode == 0, whole.stderr
    steps = int(whole.stdout)
    assert steps > 20
    newest = "The meeting in Qingdao is long over."
    write_corpus(corpus, [*FACTS, newest])
    seen = set()
    for die_at in range(1, steps + 1, max(1, steps // 12)):
        killed = run(corpus, index, die_at)
        assert killed.returncode == -signal.SIGKILL
        seen.add(answers(index))
        assert seen <= {new, newest}
    assert seen == {new, newest}  # some died before the pointer moved, and some after
    build_index([corpus], index, embedder)
    assert answers(index) == newest
    assert versions(index) == 2
    assert not {"lock", "current.new"} & set(listing(index))


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
        with pytest.raises(IndexBusy, match=f"is being built by process {builder.pid} on "):
            build_index([corpus], index, embedder)
        assert answers(index) == FACTS[0]
        builder.kill()
        builder.wait()
        # The lock died with its owner, though its file is still there.
        assert (index / "lock").exists()
        build_index([corpus], index, embedder)
    assert answers(index) == "Other."


@pytest.mark.parametrize("call", [*range(1, 8)])
def test_disk_full(
    index: Path,
    corpus: Path,
    embedder: HashingEmbedder,
    monkeypatch: pytest.MonkeyPatch,
    call: int,
) -> None:
    """The disk fills up at each sync in turn; the last comes after the pointer has moved."""
    before = listing(index)
    write_corpus(corpus, ["Other."])
    calls = 0

    def full(_handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EvidenceIndexError, match="the disk is full") as caught:
        build_index([corpus], index, embedder)
    assert "Free some space" in caught.value.remedy
    if call < 7:
        assert listing(index) == before
        assert answers(index) == FACTS[0]
    else:
        assert answers(index) == "Other."


def test_files_that_may_grow_no_further(index: Path, corpus: Path) -> None:
    """SQLite and FAISS meet a limit set by the system as they write."""
    before = listing(index)
    write_corpus(corpus, [f"{fact} {number}" for fact in FACTS for number in range(200)])
    limited = "import resource, signal\nresource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
    command = [sys.executable, "-c", limited + BUILD, str(corpus), str(index), "0"]
    stopped = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "verify.errors.EvidenceIndexError: " in stopped.stderr
    assert listing(index) == before
    assert answers(index) == FACTS[0]


def test_a_place_that_cannot_be_written(corpus: Path, embedder: HashingEmbedder) -> None:
    with pytest.raises(EvidenceIndexError, match="cannot build the index at"):
        build_index([corpus], corpus / "index", embedder)
