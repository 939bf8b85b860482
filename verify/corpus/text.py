"""Paragraphs and rows -> the text of a document, and where its rows stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from verify.records import Span

BETWEEN = "\n\n"


class Paragraph(NamedTuple):
    """A paragraph of a document, or a row of one of its tables."""

    text: str
    row: bool = False
    heading: bool = False


def assemble(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Span, ...]]:
    """The text, and the spans of its rows."""
    rows: list[Span] = []
    parts: list[str] = []
    end = 0
    for paragraph in paragraphs:
        if paragraph.row:
            rows.append(Span(start=end, end=end + len(paragraph.text)))
        parts.append(paragraph.text)
        end += len(paragraph.text) + len(BETWEEN)
    return BETWEEN.join(parts), tuple(rows)
