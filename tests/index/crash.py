"""A process that lets its children die: `python -m tests.index.crash`.

It reads an order a line and answers each with a line. Every order is carried out by a fork, so that
nothing is imported twice; it is a process of its own, so that no thread is alive when it forks.

A point is a call that the work makes to the system: opening, making, moving, removing, listing,
syncing, copying, writing. At a chosen point a child kills itself, or the call fails, or writes less
than it was given. What SQLite does by itself, between opening and closing its file, and tantivy in
its folder, is met by a limit on the size of files, and by kills at any time.
"""

from __future__ import annotations

import builtins
import contextlib
import errno
import io
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from verify.errors import VerifyError
from verify.index import (
    build_index,
    compact,
    kinds,
    open_index,
    repair,
    roll_back,
    update_index,
)
from verify.testing import HashingEmbedder

EVENTS = frozenset(
    "open os.mkdir os.rename os.remove os.rmdir os.listdir os.scandir sqlite3.connect".split()
)
CALLS = ("fsync", "write", "ftruncate", "sendfile")

KILL, NO_SPACE, BROKEN, SHORT = "kill", "no space", "broken", "short"
ERRORS = {NO_SPACE: errno.ENOSPC, BROKEN: errno.EIO}


class Order(NamedTuple):
    """What to do, and how it shall go wrong: a fault at a point, a kill after some seconds, a limit
    on the size of files, or a user who may not. Indexes of more than `exact_up_to` passages are
    approximate."""

    work: str
    directory: str
    sources: tuple[str, ...] = ()
    fault: str = ""
    at: int = 0
    seconds: float | None = None
    limit: int | None = None
    user: int | None = None
    exact_up_to: int = kinds.EXACT_UP_TO


class Answer(NamedTuple):
    """How the child ended: by a signal or not, the points it passed, which of them wrote to a file,
    whether it said that the work was done, and the error it told (its kind, its message)."""

    signal: int
    points: int
    writes: list[int]
    done: bool
    error: list[str] | None


class Crash:
    """The process, seen from a test."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.index.crash"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"OMP_NUM_THREADS": "1"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=30)

    def __call__(self, order: Order) -> Answer:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return Answer(*json.loads(self._process.stdout.readline()))


def work(order: Order) -> None:
    """Do what was ordered, as the library does it."""
    directory, embedder = Path(order.directory), HashingEmbedder(64)
    sources = [Path(source) for source in order.sources]
    match order.work:
        case "build":
            build_index(sources, directory, embedder)
        case "update":
            update_index(directory, embedder)
        case "compact":
            compact(directory)
        case "roll back":
            roll_back(directory)
        case "repair":
            repair(directory)
        case "read":
            with open_index(directory, embedder) as opened:
                opened.search("any")


class Points:
    """Counts the points a child comes to, and strikes at the one that was ordered."""

    def __init__(self, order: Order) -> None:
        self.passed = 0
        self.writes: list[int] = []
        self._order = order

    def reached(self) -> bool:
        """Count a point; whether a write shall be short there. A fault strikes here."""
        self.passed += 1
        if self.passed != self._order.at:
            return False
        if self._order.fault == KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if number := ERRORS.get(self._order.fault):
            raise OSError(number, os.strerror(number))
        return self._order.fault == SHORT

    def audit(self, event: str, args: tuple[Any, ...]) -> None:
        """Python tells of each event before it does it, and does not if this raises."""
        if event in EVENTS:
            place = str(args[0])
            # Where a folder is removed, files are named by their place in it.
            if self._order.directory in place or not place.startswith("/"):
                self.reached()

    def install(self) -> None:
        """Stand between the work and the system; nobody takes this back, the child ends."""
        # A kill loses nothing that the system was given, so nobody has to wait for the disk.
        os.fsync = lambda fd: None
        sys.addaudithook(self.audit)
        for name in CALLS:
            setattr(os, name, self._counted(getattr(os, name)))
        opening = io.open

        def open_(file: Any, mode: str = "r", *args: Any, **named: Any) -> Any:
            if "w" not in mode and "+" not in mode:
                return opening(file, mode, *args, **named)
            raw = FaultyFile(self, file, mode.replace("b", ""))
            buffered = (io.BufferedRandom if "+" in mode else io.BufferedWriter)(raw)
            return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding="utf-8")

        io.open = open_
        builtins.open = open_

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any) -> Any:
            self.reached()
            return call(*args)

        return counted


class FaultyFile(io.FileIO):
    """A file as the system offers it: it may take less than it is given."""

    def __init__(self, points: Points, file: Any, mode: str) -> None:
        super().__init__(file, mode)
        self._points = points

    def write(self, data: Any, /) -> int:
        whole = memoryview(data).cast("B")
        self._points.writes.append(self._points.passed + 1)
        if self._points.reached():
            return super().write(whole[: (len(whole) + 1) // 2])
        return super().write(whole)


def carry_out(order: Order) -> Answer:
    """Fork, have the child do it, and say how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _child(order, writing)
    os.close(writing)
    if order.seconds is not None:
        time.sleep(order.seconds)
        os.kill(child, signal.SIGKILL)  # a child that has ended waits for waitpid below
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said = pipe.read()
    _, status = os.waitpid(child, 0)
    by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return Answer(by, *(json.loads(said) if said else (0, [], False, None)))


def _child(order: Order, pipe: int) -> None:
    tell = os.write
    points = Points(order)
    error = None
    if order.limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order.limit, order.limit))
    if order.user is not None:
        os.setuid(order.user)
    kinds.EXACT_UP_TO = order.exact_up_to
    points.install()
    try:
        work(order)
    except VerifyError as told:
        error = (type(told).__name__, str(told))
    except BaseException as told:
        error = (f"not ours: {type(told).__name__}", repr(told))
    with contextlib.suppress(BrokenPipeError):
        tell(pipe, json.dumps((points.passed, points.writes, error is None, error)).encode())
    os._exit(0)


def orders() -> Iterator[Order]:
    """What the test asks for."""
    for line in sys.stdin:
        work_, directory, sources, *rest = json.loads(line)
        yield Order(work_, directory, tuple(sources), *rest)


def load() -> None:
    """Do everything once, so that no child has to load anything from the disk."""
    with tempfile.TemporaryDirectory() as place:
        source, directory = Path(place, "a.txt"), str(Path(place, "index"))
        source.write_text("Any text.", encoding="utf-8")
        for name in ("build", "build", "read", "update", "compact", "repair", "roll back"):
            work(Order(name, directory, (str(source),)))
    while sum(1 for _ in Path("/proc/self/task").iterdir()) > 1:
        time.sleep(0.05)  # tantivy's threads end a moment after what they serve


if __name__ == "__main__":
    load()
    for order_ in orders():
        print(json.dumps(carry_out(order_)), flush=True)
