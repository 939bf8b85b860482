"""Tables -> rows that say what each of their cells is: "Country: Iran; Joined: 2023"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

WIDEST = 50
"""Columns of a table that are read. What is wider is a machine's."""
SPANNED = 100
"""Rows that one cell is read in, so that no short page makes a long text."""

_STOP = re.compile(r"[.!?]$")
_DIGIT = re.compile(r"\d")


class Cell(NamedTuple):
    """A cell as its source gives it."""

    text: str
    heading: bool = False
    columns: int = 1
    rows: int = 1


def read_rows(rows: Sequence[Sequence[Cell]], context: str = "") -> list[str]:
    """A line for each row of values, with the headings of its cells; `context` (the caption, or
    the heading the table stands under) before it, so that no row stands alone.
    """
    grid = _grid(rows)
    while grid and _spans(grid[0]):
        context = context or grid[0][0].text  # a title over the whole table
        grid = grid[1:]
    heads = list(itertools.takewhile(_is_head, grid))
    if not heads and _looks_like_head(grid):
        heads = grid[:1]
    if len(heads) == len(grid):
        heads = []
    names = [_name([row[column] for row in heads if column < len(row)]) for column in range(WIDEST)]
    lines = []
    for row in grid[len(heads) :]:
        line = _line(row, names)
        lead = f"{context} – " if context else ""
        lines.append(lead + line + ("" if _STOP.search(line) else "."))
    return lines


def _spans(row: Sequence[Cell]) -> bool:
    return len(row) > 1 and row[0].heading and all(cell is row[0] for cell in row)


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The rows with every cell in each column and row that it spans."""
    grid: list[list[Cell]] = []
    below: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        waiting = iter(row)
        cell = next(waiting, None)
        while len(cells) < WIDEST and (cell is not None or len(cells) in below):
            column = len(cells)
            if column in below:
                spanning, left = below.pop(column)
                cells.append(spanning)
                if left > 1:
                    below[column] = (spanning, left - 1)
            elif cell is not None:
                for place in range(column, min(column + max(1, cell.columns), WIDEST)):
                    cells.append(cell)
                    if cell.rows > 1:
                        below[place] = (cell, min(cell.rows, SPANNED) - 1)
                cell = next(waiting, None)
        grid.append(cells)
    return [row for row in grid if any(cell.text for cell in row)]


def _is_head(row: Sequence[Cell]) -> bool:
    return all(cell.heading for cell in row if cell.text)


def _looks_like_head(grid: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row names columns though it is not marked so: words above figures."""
    if len(grid) < 3 or len(grid[0]) < 2 or any(cell.heading for row in grid for cell in row):
        return False
    first, *rest = grid
    return not any(_DIGIT.search(cell.text) for cell in first) and all(
        any(_DIGIT.search(cell.text) for cell in row) for row in rest
    )


def _name(cells: Sequence[Cell]) -> str:
    return " ".join(dict.fromkeys(cell.text for cell in cells if cell.text))


def _line(row: Sequence[Cell], names: Sequence[str]) -> str:
    """ "Name: value" for each cell; the same is told once."""
    if not any(names) and len(row) > 1 and row[0].heading and row[0].text:
        values = "; ".join(dict.fromkeys(cell.text for cell in row[1:] if cell.text))
        return f"{row[0].text}: {values}" if values else row[0].text
    return "; ".join(
        dict.fromkeys(
            f"{name}: {cell.text}" if name and name != cell.text else cell.text
            for cell, name in zip(row, names, strict=False)
            if cell.text
        )
    )
