"""Markdown: what stands on the page once it is rendered, and where each piece was written."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from verify.drafts.builder import Reading, TextBuilder
from verify.drafts.dates import stated_date
from verify.drafts.frontmatter import read_front_matter
from verify.drafts.html import add_fragment
from verify.drafts.inline_places import note_places, place_of
from verify.drafts.lines import line_starts
from verify.records import BlockKind

_DATE_KEYS = ("date", "published", "publishdate", "pubdate", "date_published", "datepublished")
_LEAF = {"heading_open": BlockKind.HEADING, "paragraph_open": BlockKind.PARAGRAPH}
_AROUND = {"list_item_open": BlockKind.ITEM, "blockquote_open": BlockKind.QUOTE}
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(source: str) -> Reading:
    """CommonMark with tables. Link texts and image descriptions stay, addresses go.

    Front matter is read for title and date and is no part of the text.
    """
    front = read_front_matter(source)
    reader = _Reader(source, front.end)
    reader.read()
    dates = (stated_date(front.values.get(key, "")) for key in _DATE_KEYS)
    reading = reader.builder.finish(front.values.get("title", ""), next(filter(None, dates), None))
    headings = (block.span for block in reading.blocks if block.kind is BlockKind.HEADING)
    first = next(headings, None)
    return reading if reading.title or not first else reading._replace(title=first.of(reading.text))


class _Reader:
    """Turns the tokens of one file into text."""

    def __init__(self, source: str, begin: int) -> None:
        self._source = source
        self._begin = begin
        starts = line_starts(source)
        self._lines = [*starts[bisect.bisect_right(starts, begin) - 1 :], len(source)]
        self._around: list[BlockKind] = []
        self._cell = 0
        self.builder = TextBuilder(source)

    def read(self) -> None:
        """Walk the whole file."""
        parser = MarkdownIt("commonmark").enable("table")
        note_places(parser)
        tokens = parser.parse(self._source[self._begin :])
        for token, before in zip(tokens, [None, *tokens], strict=False):
            self._block(token, before)
        self.builder.end()

    def _block(self, token: Token, before: Token | None) -> None:
        if token.type in _AROUND:
            self._around.append(_AROUND[token.type])
        elif token.type in ("list_item_close", "blockquote_close"):
            self._around.pop()
        elif token.type in _LEAF:
            kind = _LEAF[token.type]
            around = self._around and kind is BlockKind.PARAGRAPH
            self.builder.begin(self._around[-1] if around else kind)
        elif token.type == "tr_open":
            self.builder.begin(BlockKind.TABLE)
            self._cell = self._lines[token.map[0]] if token.map else 0
        elif token.type in ("td_close", "th_close"):
            self.builder.space(self._cell, "\t")
        elif token.type in ("fence", "code_block"):
            self._code(token)
        elif token.type == "html_block" and token.map:
            add_fragment(self.builder, self._source, *self._range(token))
        elif token.type == "inline":
            self._text(token, before)

    def _range(self, token: Token) -> tuple[int, int]:
        first, after = token.map or (0, 0)
        return self._lines[first], self._lines[min(after, len(self._lines) - 1)]

    def _text(self, token: Token, before: Token | None) -> None:
        """Add the text of a paragraph, heading or cell, then its images as captions."""
        start, end = self._range(token)
        in_cell = before is not None and before.type in ("td_open", "th_open")
        pieces = _Pieces(
            self._source, token.content, self._cell if in_cell else start, end, in_cell
        )
        if in_cell:
            self._cell = pieces.end
        images = tuple(self._inline(token.children or (), 0, pieces))
        for image, at in images:
            self.builder.begin(BlockKind.CAPTION)
            tuple(self._inline(image.children or (), at + len("!["), pieces))

    def _inline(
        self, tokens: Sequence[Token], shift: int, pieces: _Pieces
    ) -> Iterator[tuple[Token, int]]:
        """Add the text of inline tokens; hand out the images among them with their places."""
        for token in tokens:
            at = shift + place_of(token)
            if token.type == "image":
                yield token, at
            elif token.type == "softbreak" or (
                token.type == "html_inline" and _BREAK.match(token.content)
            ):
                self.builder.space(pieces.source(at))
            elif token.type == "hardbreak":
                self.builder.space(pieces.source(at), "\n")
            elif token.type == "code_inline":
                self._add(token.content, pieces.content.find(token.content, at), at, pieces)
            elif token.type in ("text", "text_special"):
                self._add(token.content, at, at, pieces)

    def _add(self, text: str, start: int, at: int, pieces: _Pieces) -> None:
        """Add `text`, which the inline content has at `start`, or made of what it has at `at`."""
        runs = tuple(pieces.runs(start, start + len(text))) if start >= 0 else ()
        if "".join(self._source[begin:end] for begin, end in runs) == text:
            for begin, end in runs:
                self.builder.collapse(begin, end)
        else:
            self.builder.put(text, pieces.source(at))

    def _code(self, token: Token) -> None:
        self.builder.begin(BlockKind.CODE)
        place, limit = self._range(token)
        if token.type == "fence":
            place = self._lines[min((token.map or (0, 0))[0] + 1, len(self._lines) - 1)]
        for line in token.content.splitlines():
            found = self._source.find(line.strip(), place, limit)
            self.builder.space(place, "\n")
            if found >= 0:
                place = found + len(line.strip())
                self.builder.copy(found, place)
        self.builder.end()


class _Pieces:
    """Leads offsets in the content of an inline token back to the source.

    The content is what is left of the lines without quote marks and indentation, or of one cell
    without escapes of its bars; so every line of it stands somewhere in its line, in order.
    """

    def __init__(self, source: str, content: str, start: int, end: int, in_cell: bool) -> None:
        self.content = content
        self._starts: list[int] = []
        self._places: list[int] = []
        offset = 0
        for piece in re.split(r"(?=\|)" if in_cell else r"(?<=\n)", content):
            words = piece.strip()
            lead = piece.find(words)
            found = source.find(words, start, end)
            start = max(found, start)
            self._starts.append(offset)
            self._places.append(start - lead)
            offset += len(piece)
            start += len(words)
        self.end = start

    def source(self, offset: int) -> int:
        """The place in the source of an offset in the content."""
        at = bisect.bisect_right(self._starts, offset) - 1
        return self._places[at] + offset - self._starts[at]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The ranges of the source that content[start:end] was made of."""
        while start < end:
            at = bisect.bisect_right(self._starts, start)
            stop = min(end, self._starts[at]) if at < len(self._starts) else end
            yield self.source(start), self.source(start) + stop - start
            start = stop
