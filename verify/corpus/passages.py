"""Documents -> passages: windows of a few sentences, small enough to be embedded whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verify.corpus.origins import origin
from verify.records import Document, Record, Span
from verify.sentences import split_sentences

MOST_WORDS = 120
"""About 160 word pieces of English: within the 256 that the bundled embedder reads."""

WORD = re.compile(r"\S+")


class PassageDraft(Record):
    """A passage before it has a number: `document.text[span.start:span.end] == text`."""

    span: Span
    text: str
    origin: str


def split_passages(document: Document) -> tuple[PassageDraft, ...]:
    """Windows of whole sentences, up to 120 words, each repeating the last sentence of the one
    before so that no neighbours are ever parted. A document that fits stays whole.

    Passages hold the document's text exactly as it stands; together they cover every word.
    """
    text = document.text
    if _count(text, Span(start=0, end=len(text))) <= MOST_WORDS:
        spans: Sequence[Span] = [Span(start=0, end=len(text))]
    else:
        spans = _windows(text, list(_units(text)))
    return tuple(
        PassageDraft(span=span, text=span.of(text), origin=origin(span.of(text)))
        for span in (_stripped(text, span) for span in spans)
    )


def _units(text: str) -> Iterator[Span]:
    """Sentences; and the parts of those that no window would hold (tables, lists, run-on text)."""
    for sentence in split_sentences(text):
        words = [match.span() for match in WORD.finditer(text, *_ends(sentence.span))]
        for first in range(0, len(words), MOST_WORDS):
            part = words[first : first + MOST_WORDS]
            yield Span(start=part[0][0], end=part[-1][1])


def _windows(text: str, units: Sequence[Span]) -> list[Span]:
    sizes = [_count(text, unit) for unit in units]
    windows: list[Span] = []
    first = new = 0  # the window's first unit, and the first that no window has held yet
    while new < len(units):
        if sum(sizes[first : new + 1]) > MOST_WORDS:
            first = new  # the repeated sentence leaves no room for a new one
        end, size = first, 0
        while end < len(units) and size + sizes[end] <= MOST_WORDS:
            size += sizes[end]
            end += 1
        windows.append(Span(start=units[first].start, end=units[end - 1].end))
        first, new = end - 1, end
    return windows


def _count(text: str, span: Span) -> int:
    return sum(1 for _ in WORD.finditer(text, *_ends(span)))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _stripped(text: str, span: Span) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start=start, end=max(start, span.start + len(inside.rstrip())))
