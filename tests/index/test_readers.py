"""Many readers and one writer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import time_machine

from tests.index.conftest import (
    outcomes,
    write_documents,
)
from verify.errors import EvidenceIndexError, IndexBusy
from verify.index import (
    build_index,
    compact,
    export_documents,
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


def test_a_folder_that_may_not_be_written(two: Path, corpus: Path, tmp_path: Path) -> None:
    """Readers need no right to write; a writer says that it lacks it."""
    place = Path("/")
    for part in two.relative_to("/").parts:
        place /= part
        place.chmod(0o755)
    for path in two.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    two.chmod(0o555)
    child = os.fork() if os.geteuid() == 0 else 0
    try:
        if child:
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
            return
        if os.geteuid() == 0:
            os.setuid(65534)
        with open_index(two, None) as opened:
            assert opened.search("ceasefire")
        assert len(list(export_documents(two))) == 7
        with pytest.raises(EvidenceIndexError, match=r"cannot compact the index at .*Permission"):
            compact(two)
    except BaseException:
        if os.geteuid() == 65534:
            os._exit(1)
        raise
    if os.geteuid() == 65534:
        os._exit(0)
