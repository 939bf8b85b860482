"""What the commands write: reports to standard output or a file, progress to standard error."""

# ruff: noqa: PLC0415 - rich is imported when there is something to draw
from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from verify.errors import SettingsError, VerifyError

if TYPE_CHECKING:
    from rich.console import RenderableType

FILE_WIDTH = 100
"""Columns of a terminal report that goes into a file."""


class Paint(Protocol):
    """Turns renderables into text, as `draw` does."""

    def __call__(self, *parts: RenderableType) -> str:
        """The parts, one after the other."""


def draw(*parts: RenderableType, plain: bool = False, width: int | None = None) -> str:
    """The parts as standard output can show them: with styles on a terminal, unless `plain`."""
    from rich.console import Console

    # Drawn here and written by write(), so that all that can fail in writing fails there.
    drawn = io.StringIO()
    console = Console(
        file=drawn,
        force_terminal=sys.stdout.isatty() or None,
        color_system=None if plain else "auto",
        width=width,
        highlight=False,
    )
    for part in parts:
        console.print(part, crop=False)
    return drawn.getvalue()


def write(text: str) -> None:
    """Text to standard output, as UTF-8 whatever the locale says."""
    try:
        sys.stdout.flush()
        typer.get_binary_stream("stdout").write(text.encode("utf-8", "replace"))
        typer.get_binary_stream("stdout").flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise VerifyError(
            f"The report cannot be written to standard output: {error.strerror}.",
            "Make room, or write it to a file elsewhere with --output.",
        ) from error


def check_output(output: Path, drafts: list[str]) -> None:
    """Refuse, before the work, an output that cannot be written or that is one of the drafts."""
    if any(Path(draft).exists() and output.exists() and output.samefile(draft) for draft in drafts):
        raise SettingsError(f"--output {output} is one of the drafts.", "Name another file.")
    if output.is_dir() or not output.parent.is_dir():
        raise SettingsError(
            f"--output {output} cannot be written: "
            + ("it is a folder." if output.is_dir() else f"there is no folder {output.parent}."),
            "Name a file in a folder that exists.",
        )


def write_file(output: Path, text: str) -> None:
    """The whole text or nothing: it is written beside the file and moved into its place."""
    content = text.encode("utf-8", "replace")
    target = output.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():  # a pipe or a device stays what it is
            target.write_bytes(content)
            return
        try:
            beside.write_bytes(content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise VerifyError(
            f"{output} cannot be written: {error.strerror}.", "Name another file with --output."
        ) from error


def say(text: str) -> None:
    """A remark on standard error."""
    typer.echo(text, err=True)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each stage that is told of, while standard error is a terminal.

    Call what it gives with (stage, done, total); total 0 means that it is not known yet.
    """
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield show
