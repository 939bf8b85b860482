"""Builds the text of a draft piece by piece while keeping the way back to its source."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from verify.records import Block, BlockKind, Segment, Span

BETWEEN_BLOCKS = "\n\n"
_BLANK = re.compile(r"[ \t\n\r\f]+")
_WORDS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*")


class Reading(NamedTuple):
    """What a format's reader makes of a source: the text to check and what is said about it."""

    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    title: str = ""
    date: dt.date | None = None


class TextBuilder:
    """Collects text block by block; every piece is told where in `source` it comes from."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._segments: list[list[int]] = []
        self._kind = BlockKind.PARAGRAPH
        self._start: int | None = None
        self._space: tuple[str, int] | None = None

    @property
    def inside(self) -> bool:
        """Whether the block that was begun has text."""
        return self._start is not None

    def begin(self, kind: BlockKind) -> None:
        """End the block there is; text to come belongs to a new one of this kind."""
        self.end()
        self._kind = kind

    def end(self) -> None:
        """End the block there is, if any. White space at its edges is dropped."""
        self._space = None
        if self._start is not None:
            span = Span(start=self._start, end=self._length)
            self._blocks.append(Block(span=span, kind=self._kind))
            self._start = None

    def copy(self, start: int, end: int) -> None:
        """Add source[start:end] as it stands."""
        if start < end:
            self._open()
            self._add(self._source[start:end], start, end - start)

    def put(self, text: str, at: int) -> None:
        """Add text that stands for something else in the source, which begins at `at`."""
        # A segment of length 0 leads every character of the text back to that one place.
        if text:
            self._open()
            self._add(text, at, 0)

    def space(self, at: int, text: str = " ") -> None:
        """Add white space once more text comes, unless the block has just begun."""
        if self._start is not None and (self._space is None or text != " "):
            self._space = (text, at)

    def collapse(self, start: int, end: int) -> None:
        """Add source[start:end] with every run of white space drawn together to one space."""
        place = start
        while place < end:
            if words := _WORDS.match(self._source, place, end):
                self.copy(*words.span())
                place = words.end()
            elif blank := _BLANK.match(self._source, place, end):
                self.space(place)
                place = blank.end()

    def finish(self, title: str = "", date: dt.date | None = None) -> Reading:
        """The text with its blocks and segments."""
        self.end()
        segments = tuple(
            Segment(start=start, source=source, length=length)
            for start, source, length in self._segments
        )
        return Reading("".join(self._parts), tuple(self._blocks), segments, title, date)

    def _open(self) -> None:
        if self._start is None:
            if self._blocks:
                self._parts.append(BETWEEN_BLOCKS)
                self._length += len(BETWEEN_BLOCKS)
            self._start = self._length
        elif self._space is not None:
            text, at = self._space
            self._space = None
            self._add(text, at, 1 if self._source[at : at + 1] == text else 0)

    def _add(self, text: str, at: int, length: int) -> None:
        if self._segments and length:
            start, source, before = self._segments[-1]
            if before and start + before == self._length and source + before == at:
                self._segments[-1][2] += length
                length = -1
        if length >= 0:
            self._segments.append([self._length, at, length])
        self._parts.append(text)
        self._length += len(text)
