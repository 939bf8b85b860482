"""Where the figures of a measure go."""

# ruff: noqa: PLC0415 - tables are drawn with rich
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from verify.commands.screen import FILE_WIDTH, draw, say, write, write_file
from verify.errors import SettingsError

if TYPE_CHECKING:
    from verify.evaluation import Evaluation
    from verify.records import Record


def check_outputs(json: str | None, picture: Path | None = None, cases: Path | None = None) -> None:
    """Refuse, before the work, what cannot be written after it."""
    written = json if json != "-" else None
    for option, output in (("--json", written), ("--picture", picture), ("--cases", cases)):
        if output and (Path(output).is_dir() or not Path(output).parent.is_dir()):
            raise SettingsError(
                f"{option} {output} cannot be written.", "Name a file in a folder that exists."
            )


def show_figures(evaluation: Evaluation, json: str | None, *, plain: bool) -> None:
    """The tables on standard output, unless the JSON goes there."""
    from verify.evaluation import tables

    text = evaluation.model_dump_json(indent=2) + "\n"
    if json == "-":
        write(text)
        return
    # Beside a terminal's own width, tables that go into a pipe or a file need theirs.
    width = None if sys.stdout.isatty() else FILE_WIDTH
    write(draw(tables.render(evaluation), plain=plain, width=width))
    if json:
        write_file(Path(json), text)
        say(f"The figures are in {json}")


@contextmanager
def written(path: Path | None) -> Iterator[Callable[[Record], None]]:
    """Writes records to a file as they come, so that a run that is cut short leaves them."""
    if path is None:
        yield lambda _record: None
        return
    with path.open("w", encoding="utf-8", buffering=1) as file:
        yield lambda record: print(record.model_dump_json(), file=file)
