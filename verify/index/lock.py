"""One writer at a time."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import shlex
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from verify.errors import IndexBusy

LOCK = "lock"
MOST_OF_COMMAND = 200
"""Characters of the owner's command that are shown."""


@contextlib.contextmanager
def write_lock(directory: Path) -> Iterator[None]:
    """Hold the lock of an index directory, which is made if need be and removed again if nothing
    came of it. Raises IndexBusy where somebody else holds it.

    The operating system keeps the lock for as long as the process lives, so a writer that was
    killed never leaves it locked. The file only says who it is.
    """
    path = directory / LOCK
    handle = _acquire(directory, path)
    try:
        _sign(handle)
        yield
    finally:
        # Unlinked before it is let go: see _acquire for those who already wait at this file. One
        # that cannot be removed is in nobody's way.
        with contextlib.suppress(OSError):
            path.unlink()
        os.close(handle)
        with contextlib.suppress(OSError):
            directory.rmdir()  # only ever succeeds when empty


def _acquire(directory: Path, path: Path) -> int:
    import fcntl  # noqa: PLC0415 - POSIX only, and reading an index does not need it

    while True:
        directory.mkdir(parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except FileNotFoundError:
            continue  # the owner before us has just removed the empty directory
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The owner before us may have unlinked the file between our open and our lock; then
            # what we hold is no longer at this path, and the next comer would not see it.
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except BlockingIOError as error:
            owner = _owner(path)
            os.close(handle)
            raise IndexBusy(
                f"the index at {directory} is being written to by {owner}",
                "Wait for it to end, or stop it, and try again.",
            ) from error
        except FileNotFoundError:
            pass
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _sign(handle: int) -> None:
    owner = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "command": shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])[:MOST_OF_COMMAND],
        "since": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    }
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps(owner).encode())


def _owner(path: Path) -> str:
    """Who holds the lock and for how long, as far as they have said."""
    try:
        owner = json.loads(path.read_text(encoding="utf-8"))
        since = dt.datetime.fromisoformat(owner["since"])
        who = f"process {owner['pid']} on {owner['host']} ({owner['command']})"
        return f"{who} since {since:%Y-%m-%d %H:%M:%S} UTC{_age(since)}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"


def _age(since: dt.datetime) -> str:
    """How long ago that was; nothing where a clock has jumped back."""
    seconds = round((dt.datetime.now(dt.UTC) - since).total_seconds())
    if seconds < 0:
        return ""
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = (hours, "h"), (minutes, "min"), (seconds, "s")
    largest = [f"{number} {unit}" for number, unit in parts if number][:2] or ["0 s"]
    return f", {' '.join(largest)} ago"
