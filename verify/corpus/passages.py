"""Documents -> passages: windows of a few sentences, small enough to be embedded whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verify.records import Document, Record, Span
from verify.sentences import split_sentences

SIZE = 120
"""Words of a passage at most: about 160 word pieces of English, within the 256 that the bundled
embedder reads."""
OVERLAP = 1
"""Sentences, or rows, that a passage repeats of the one before."""

WORD = re.compile(r"\S+")


class Window(NamedTuple):
    """How long passages are, and how much of one the next repeats."""

    size: int = SIZE
    overlap: int = OVERLAP


class PassageDraft(Record):
    """A passage before it has a number: `document.text[span.start:span.end] == text`."""

    span: Span
    text: str


def split_passages(
    document: Document, size: int = SIZE, overlap: int = OVERLAP
) -> tuple[PassageDraft, ...]:
    """Windows of whole sentences and rows, up to `size` words, each repeating the last `overlap`
    of the one before where there is room, so that no neighbours are ever parted. A document that
    fits stays whole.

    Passages hold the document's text exactly as it stands; together they cover every word. Only a
    sentence or row that alone is longer than a passage is cut.
    """
    if size < 1 or overlap < 0:
        raise ValueError(f"no passages of {size} words with an overlap of {overlap}")
    text = document.text
    if _count(text, Span(start=0, end=len(text))) <= size:
        spans: Sequence[Span] = [Span(start=0, end=len(text))]
    else:
        spans = _windows(text, list(_units(document, size)), size, overlap)
    return tuple(
        PassageDraft(span=span, text=span.of(text))
        for span in (_stripped(text, span) for span in spans)
    )


def _units(document: Document, size: int) -> Iterator[Span]:
    """Sentences and rows; and the parts of those that no window would hold (lists, run-on text)."""
    for span in _sentences_and_rows(document):
        words = [match.span() for match in WORD.finditer(document.text, *_ends(span))]
        for first in range(0, len(words), size):
            part = words[first : first + size]
            yield Span(start=part[0][0], end=part[-1][1])


def _sentences_and_rows(document: Document) -> Iterator[Span]:
    at = 0
    for row in document.rows:
        yield from _sentences(document.text, at, row.start)
        yield row
        at = row.end
    yield from _sentences(document.text, at, len(document.text))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    for sentence in split_sentences(text[start:end]):
        yield sentence.span.shift(start)


def _windows(text: str, units: Sequence[Span], size: int, overlap: int) -> list[Span]:
    sizes = [_count(text, unit) for unit in units]
    windows: list[Span] = []
    first = new = 0  # the window's first unit, and the first that no window has held yet
    while new < len(units):
        words = sum(sizes[first : new + 1])
        while first < new and words > size:
            words -= sizes[first]  # what is repeated leaves no room for a new one
            first += 1
        end = new + 1
        while end < len(units) and words + sizes[end] <= size:
            words += sizes[end]
            end += 1
        windows.append(Span(start=units[first].start, end=units[end - 1].end))
        first, new = max(end - overlap, first + 1), end
    return windows


def _count(text: str, span: Span) -> int:
    return sum(1 for _ in WORD.finditer(text, *_ends(span)))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _stripped(text: str, span: Span) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start=start, end=max(start, span.start + len(inside.rstrip())))
