"""What was caught of planted errors, as a self-contained SVG: a bar for each kind and grade."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from verify.evaluation.figures import Figure, Grade, PlantedEvaluation, PlantedRow, PlantedTable
from verify.evaluation.picture import BAR, GAP, INK, SOFT

LONG = 420
"""Pixels of a whole bar."""
LEFT, TOP, TALL = 110, 64, 12
COLOURS = {Grade.VERBATIM: BAR, Grade.REWRITTEN: "#7fb069", Grade.WITHHELD: SOFT}


def draw_planted(evaluation: PlantedEvaluation) -> str:
    """The share caught of each kind, with its interval as a line, and false alarms beside it.

    Of drafts whose original is withheld nothing should be caught. Only the whole checker is drawn.
    """
    way = evaluation.tables[0].way
    tables = [table for table in evaluation.tables if table.way == way]
    kinds = [row.kind for row in (tables[0].typed, *tables[0].rows)]
    group = (len(tables) + 1) * TALL
    height = TOP + len(kinds) * group + 30
    width = LEFT + LONG + 110
    title = f"Planted errors caught, {evaluation.drafts} drafts, seed {evaluation.seed}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" font-family="sans-serif" font-size="11" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="12" y="20" font-size="14">{escape(title)}</text>',
        *_legend(tables),
    ]
    for number, kind in enumerate(kinds):
        top = TOP + number * group
        parts.append(
            f'<text x="{LEFT - 8}" y="{top + group / 2}" text-anchor="end">{escape(kind)}</text>'
        )
        for line, table in enumerate(tables):
            row = next((r for r in (table.typed, *table.rows) if r.kind == kind), None)
            if row:
                parts += _bar(row, top + line * TALL, COLOURS[table.grade])
    parts += _axis(TOP + len(kinds) * group)
    return "\n".join([*parts, "</svg>\n"])


def _legend(tables: list[PlantedTable]) -> Iterator[str]:
    left = LEFT
    for name, colour in (
        *((table.grade.value, COLOURS[table.grade]) for table in tables),
        ("false alarms", GAP),
    ):
        yield f'<rect x="{left}" y="34" width="10" height="10" fill="{colour}"/>'
        yield f'<text x="{left + 14}" y="43">{name}</text>'
        left += 100


def _bar(row: PlantedRow, top: float, colour: str) -> Iterator[str]:
    tall = TALL - 3
    yield _rect(row.caught, top, tall, colour)
    if row.alarms.value:
        yield _rect(row.alarms, top + tall - 3, 3, GAP)
    middle = top + tall / 2
    low, high = (LEFT + end * LONG for end in (row.caught.low, row.caught.high))
    yield f'<path d="M{low:.1f} {middle:.1f}H{high:.1f}" stroke="{INK}" stroke-width="0.7"/>'
    label = f"{row.caught.value:.0%} of {row.caught.n}"
    yield f'<text x="{LEFT + LONG + 8}" y="{top + tall}" font-size="9">{label}</text>'


def _rect(figure: Figure, top: float, tall: float, colour: str) -> str:
    wide = figure.value * LONG
    return f'<rect x="{LEFT}" y="{top:.1f}" width="{wide:.1f}" height="{tall}" fill="{colour}"/>'


def _axis(top: float) -> Iterator[str]:
    for mark in (0.0, 0.5, 1.0):
        left = LEFT + mark * LONG
        yield f'<path d="M{left} {TOP - 4}V{top}" stroke="{SOFT}" stroke-dasharray="2 3"/>'
        yield f'<text x="{left}" y="{top + 14}" text-anchor="middle">{mark:.0%}</text>'
