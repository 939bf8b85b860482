"""Many readers and one writer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import time_machine

from tests.index.conftest import (
    outcomes,
    write_documents,
)
from tests.index.crash import Crash, Order
from verify.errors import IndexBusy
from verify.index import (
    build_index,
    compact,
    open_index,
    repair,
    roll_back,
    update_index,
)
from verify.index.lock import write_lock
from verify.testing import HashingEmbedder


def test_a_second_writer(index: Path, corpus: Path, embedder: HashingEmbedder) -> None:
    """From the same process, too; and it is told who, with what and since when."""
    with write_lock(index):
        for work in (
            lambda: build_index([corpus], index, embedder),
            lambda: update_index(index, embedder),
            lambda: compact(index),
            lambda: repair(index),
            lambda: roll_back(index),
        ):
            with pytest.raises(IndexBusy) as caught:
                work()
        assert f"process {os.getpid()} on " in caught.value.problem
        assert "UTC, " in caught.value.problem
        assert caught.value.problem.endswith(" ago")
        assert outcomes(index)["files"] == "sound"
        with time_machine.travel("2001-01-01"), pytest.raises(IndexBusy) as caught:
            compact(index)
        assert caught.value.problem.endswith(" UTC")  # no age where the clock has jumped back
    compact(index)


READER = """
import sys
from pathlib import Path
from verify.index import open_index
from verify.testing import HashingEmbedder

print("ready", flush=True)
read = 0
while not Path(sys.argv[2]).exists():
    with open_index(Path(sys.argv[1]), HashingEmbedder(64)) as opened:
        hits = opened.search("tick", 10)
        assert len({hit.passage.text for hit in hits}) == 1, hits
        assert len(hits) == 3, hits
        read += 1
print(read)
"""


@pytest.mark.usefixtures("no_wait_for_the_disk")
def test_readers_see_all_of_an_update_or_nothing(tmp_path: Path) -> None:
    """Threads here and a process elsewhere open and search without a pause while one writes."""
    wire, directory, stop = tmp_path / "w.jsonl", tmp_path / "i", tmp_path / "stop"

    def tick(number: int) -> None:
        write_documents(wire, dict.fromkeys("abc", f"The clock shows tick {number}."))

    seen: list[set[str]] = []

    def read() -> None:
        while not stop.exists():
            with open_index(directory, HashingEmbedder(64)) as opened:
                seen.append({hit.passage.text for hit in opened.search("tick", 10)})

    tick(0)
    build_index([wire], directory, HashingEmbedder(64))
    command = [sys.executable, "-c", READER, str(directory), str(stop)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        threads = [threading.Thread(target=read) for _ in range(2)]
        for thread in threads:
            thread.start()
        for number in range(1, 60):
            tick(number)
            update_index(directory, HashingEmbedder(64))
        stop.touch()
        for thread in threads:
            thread.join()
        assert int(process.stdout.read()) > 0
    assert process.returncode == 0
    assert {len(texts) for texts in seen} == {1}
    assert len(set.union(*seen)) > 2


def test_a_folder_that_may_not_be_written(two: Path, corpus: Path) -> None:
    """Readers need no right to write; a writer is told that it lacks it."""
    nobody = 65534 if os.geteuid() == 0 else None  # root may do anything
    with TemporaryDirectory() as place, Crash() as crash:
        Path(place).chmod(0o755)
        index = shutil.copytree(two, Path(place) / "index")
        for path in (*index.rglob("*"), index):
            path.chmod(0o555 if path.is_dir() else 0o444)
        assert crash(Order("read", str(index), user=nobody)).done
        for work in ("build", "update", "compact", "repair", "roll back"):
            error = crash(Order(work, str(index), (str(corpus),), user=nobody)).error
            assert error
            assert error[0] == "EvidenceIndexError"
            assert f"cannot {work} the index at" in error[1]
            assert "Permission denied" in error[1]
        index.chmod(0o755)
