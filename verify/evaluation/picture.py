"""A reliability diagram as a self-contained SVG: is the model right as often as it is sure?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from verify.evaluation.figures import Calibration, StanceEvaluation

SIDE = 180
"""Pixels of a diagram's square."""
MARGIN = 46
BELOW = 76
"""Room under a square for its axis, the strip of row counts and the next head."""
ACROSS = 3
INK, SOFT, BAR, GAP = "#1f2933", "#9aa5b1", "#2f6f9f", "#d9822b"


def draw_reliability(evaluation: StanceEvaluation) -> str:
    """One square a three-way file: confidence to the right, accuracy upward, a bar for each bin.

    Bars on the diagonal are calibrated; below it the model is too sure. The strip beneath shows
    how many rows a bin has.
    """
    drawn = [(f.file, f.calibration) for f in evaluation.files if f.calibration]
    return draw_calibrations(f"Reliability of {evaluation.model}", drawn)


def draw_calibrations(title: str, drawn: Sequence[tuple[str, Calibration]]) -> str:
    """One square for each calibration, with its name."""
    cell = SIDE + MARGIN
    down = -(-len(drawn) // ACROSS)
    width = min(len(drawn), ACROSS) * cell + MARGIN
    height = down * (SIDE + BELOW) + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" font-family="sans-serif" font-size="11" fill="{INK}">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="{MARGIN}" y="20" font-size="14">{escape(title)}</text>',
    ]
    for number, (name, calibration) in enumerate(drawn):
        row, column = divmod(number, ACROSS)
        place = f"translate({MARGIN + column * cell} {MARGIN + 20 + row * (SIDE + BELOW)})"
        parts += [f'<g transform="{place}">', *_diagram(name, calibration), "</g>"]
    return "\n".join([*parts, "</svg>\n"])


def _diagram(name: str, calibration: Calibration) -> Iterator[str]:
    error = calibration.error
    yield f'<text y="-20" font-weight="bold">{escape(name)}</text>'
    yield f'<text y="-6">error {error.value:.3f}, n {error.n:,}</text>'
    yield f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="{SOFT}"/>'
    most = max(bin_.rows for bin_ in calibration.bins)
    for bin_ in calibration.bins:
        if bin_.rows:
            left, wide = bin_.low * SIDE, (bin_.high - bin_.low) * SIDE - 1
            yield _bar(left, wide, 0, bin_.accuracy, BAR, 1)
            yield _bar(left, wide, bin_.accuracy, bin_.confidence, GAP, 0.5)
            deep = 20 * bin_.rows / most
            yield (
                f'<rect x="{left:.1f}" y="{SIDE + 16}" width="{wide:.1f}" height="{deep:.1f}"'
                f' fill="{SOFT}"><title>{bin_.rows:,} rows</title></rect>'
            )
    yield f'<path d="M0 {SIDE}L{SIDE} 0" stroke="{INK}" stroke-dasharray="3 3"/>'
    yield from _axis((0.0, 0.5, 1.0))


def _bar(left: float, wide: float, one: float, other: float, colour: str, opacity: float) -> str:
    """A bar between two heights from 0 to 1, whichever is higher."""
    top, tall = (1 - max(one, other)) * SIDE, abs(other - one) * SIDE
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{tall:.1f}"'
        f' fill="{colour}" fill-opacity="{opacity}"/>'
    )


def _axis(marks: Sequence[float]) -> Iterator[str]:
    for mark in marks:
        yield f'<text x="{mark * SIDE}" y="{SIDE + 12}" text-anchor="middle">{mark:g}</text>'
        yield f'<text x="-5" y="{(1 - mark) * SIDE + 4}" text-anchor="end">{mark:g}</text>'
