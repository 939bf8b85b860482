"""Whatever an index is killed in, or the disk refuses: it opens, it is sound, what was said to be
done is there, and the next time the work gets done.
"""

from __future__ import annotations

import json
import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.index.conftest import FACTS, listing, write_corpus
from tests.index.crash import BROKEN, KILL, NO_SPACE, SHORT, Answer, Crash, Order
from verify.errors import IndexDamaged, IndexMissing
from verify.index import (
    Outcome,
    build_index,
    examine,
    export_documents,
    kinds,
    open_index,
    repair,
    update_index,
)
from verify.index.layout import VERSION, current_version
from verify.testing import HashingEmbedder

pytestmark = pytest.mark.usefixtures("no_wait_for_the_disk")
EMBEDDER = HashingEmbedder(64)
OLD = frozenset(FACTS)
NEW = frozenset([*FACTS[1:5], "The meeting in Qingdao is over.", "One more happened."])


class Scene(NamedTuple):
    """Work on an index: what it holds before and after."""

    work: str
    before: frozenset[str] | None
    after: frozenset[str]
    points: int
    """So many there are at least: a harness that finds none tests nothing."""
    exact_up_to: int = kinds.EXACT_UP_TO
    """More passages than these have an approximate index."""


SCENES = {
    "first build": Scene("build", None, NEW, 40),
    "build": Scene("build", OLD, NEW, 55),
    "update": Scene("update", OLD, NEW, 55),
    "compact": Scene("compact", NEW, NEW, 55),
    "rollback": Scene("roll back", NEW, OLD, 30),
    "repair": Scene("repair", NEW, NEW, 55),
    "growing into lists": Scene("update", OLD, NEW, 55, len(OLD) - 1),
    "update of lists": Scene("update", OLD, NEW, 55, 0),
    "repair of lists": Scene("repair", NEW, NEW, 55, 0),
    "repair of words": Scene("repair", NEW, NEW, 55),
}


@pytest.fixture(scope="module")
def crash() -> Iterator[Crash]:
    with Crash() as process:
        yield process


@pytest.fixture(scope="module")
def stage(memory: Path) -> Path:
    """A folder with the corpus as it is now, and for each scene the index before its work."""
    stage = memory / "stage"
    stage.mkdir()
    corpus, index = stage / "facts.jsonl", stage / "play" / "index"
    write_corpus(corpus, FACTS)
    for _ in range(2):  # so that there is a version to be swept away
        build_index([corpus], index, EMBEDDER)
    for name in ("build", "update", "growing into lists"):
        shutil.copytree(index, stage / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kinds, "EXACT_UP_TO", 0)
        build_index([corpus], stage / "update of lists", EMBEDDER)
        shutil.copytree(stage / "update of lists", stage / "repair of lists")
        write_corpus(corpus, ["The meeting in Qingdao is over.", *FACTS[1:5], "One more happened."])
        update_index(stage / "repair of lists", EMBEDDER)
    update_index(index, EMBEDDER)
    for name in ("compact", "rollback", "repair", "repair of words"):
        shutil.copytree(index, stage / name)
    (current_version(stage / "repair of words") / "words" / "meta.json").write_bytes(b"broken")
    for name in ("repair", "repair of lists"):
        (current_version(stage / name) / "vectors.faiss").write_bytes(b"broken")
    (stage / "first build").mkdir()
    return stage


class Play:
    """One scene, played again and again from its beginning."""

    def __init__(self, name: str, stage: Path, crash: Crash) -> None:
        self.scene = SCENES[name]
        self.directory = stage / "play" / "index"
        self._beginning = stage / name
        self._corpus = stage / "facts.jsonl"
        self._crash = crash

    def run(self, **fault: Any) -> Answer:
        """Set the stage and let the work go wrong."""
        shutil.rmtree(self.directory, ignore_errors=True)
        shutil.copytree(self._beginning, self.directory)
        order = Order(self.scene.work, str(self.directory), (str(self._corpus),))
        exact_up_to = self.scene.exact_up_to
        return self._crash(order._replace(exact_up_to=exact_up_to, **fault))

    def holds(self) -> frozenset[str] | None:
        """The texts of an index that is sound, None where there is none."""
        try:
            with open_index(self.directory, EMBEDDER) as opened:
                assert opened.search("meeting", 1)
        except IndexMissing:
            return None
        except IndexDamaged as error:
            if self.scene.before is None:  # whole, but nobody was told so: the pointer is missing
                assert "has no file current" in error.problem
                return None
            # Only an index that was damaged before its repair may still be.
            assert self.scene.work == "repair"
            repair(self.directory)
            return self.holds()
        checks = examine(self.directory, EMBEDDER, sample=None)
        assert {check.outcome for check in checks} == {Outcome.SOUND}, checks
        return frozenset(json.loads(line)["text"] for line in export_documents(self.directory))

    def check(self, answer: Answer) -> None:
        """The four promises."""
        held = self.holds()
        assert held in {self.scene.before, self.scene.after}
        if answer.done:
            assert held == self.scene.after
        if answer.error:
            kind, message = answer.error
            assert kind in {"EvidenceIndexError", "IndexDamaged"}, answer.error
            assert "\n" in message, "no remedy"
            if "the new version answers" in message:
                assert held == self.scene.after
            elif self.scene.before != self.scene.after:
                assert held == self.scene.before, message
        if held is None:
            build_index([self._corpus], self.directory, EMBEDDER)
        else:
            update_index(self.directory, EMBEDDER)
        assert self.holds() == NEW
        left = {path for path in listing(self.directory) if "/" not in path}
        assert {name for name in left if not VERSION.fullmatch(name)} <= {"current", "embedded"}
        assert len(left) <= 4


@pytest.fixture(params=SCENES)
def play(request: pytest.FixtureRequest, stage: Path, crash: Crash) -> Play:
    return Play(request.param, stage, crash)


def test_nothing_goes_wrong(play: Play) -> None:
    answer = play.run()
    assert answer.done, answer.error
    assert answer.points >= play.scene.points
    play.check(answer)


def test_killed_at_every_point(play: Play) -> None:
    points = play.run().points
    assert points >= play.scene.points
    for at in range(1, points + 1):
        answer = play.run(fault=KILL, at=at)
        assert answer.signal == signal.SIGKILL
        play.check(answer)


def test_refused_at_every_point(play: Play) -> None:
    """By a full disk and a broken one in turn. What only tidies up may fail unnoticed."""
    points = play.run().points
    assert points >= play.scene.points
    told = 0
    for at in range(1, points + 1):
        answer = play.run(fault=[NO_SPACE, BROKEN][at % 2], at=at)
        assert answer.signal == 0
        play.check(answer)
        told += answer.error is not None
    assert told > points / 2


def test_every_write_is_short(play: Play) -> None:
    """A system may take less than it is given: no error, the rest has to be written again."""
    writes = play.run().writes
    assert len(writes) >= 3 or play.scene.work == "roll back"
    for at in writes:
        answer = play.run(fault=SHORT, at=at)
        assert answer.done, answer.error
        play.check(answer)


def test_killed_at_any_time(play: Play) -> None:
    chance = random.Random(20251126)  # noqa: S311 - the same kills every time
    started = time.perf_counter()
    play.run()
    whole = time.perf_counter() - started
    killed = 0
    for _ in range(25):
        answer = play.run(seconds=chance.uniform(0, whole))
        play.check(answer)
        killed += answer.signal == signal.SIGKILL and not answer.done
    assert killed


def test_files_may_grow_no_further(play: Play) -> None:
    refused = 0
    for limit in range(0, 96_000, 12_000):
        answer = play.run(limit=limit)
        play.check(answer)
        refused += answer.error is not None
    assert refused
