"""Plain text: the text is the source itself, cut into paragraphs."""

from __future__ import annotations

import re

from verify.drafts.builder import Reading
from verify.records import Block, BlockKind, Segment
from verify.sentences import split_paragraphs

_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s")
_HEADING_LENGTH = 100
_STOPS = tuple(".!?…:;,")
_CLOSERS = "\"'”’»)]"


def read_plain(source: str) -> Reading:
    """Paragraphs, list items, and headings: short lines without a stop that something follows."""
    spans = split_paragraphs(source)
    blocks = tuple(
        Block(span=span, kind=_kind(span.of(source), last=span is spans[-1])) for span in spans
    )
    title = blocks[0].span.of(source) if blocks and blocks[0].kind is BlockKind.HEADING else ""
    whole = Segment(start=0, source=0, length=len(source))
    return Reading(source, blocks, (whole,), title)


def _kind(paragraph: str, *, last: bool) -> BlockKind:
    if _ITEM.match(paragraph):
        return BlockKind.ITEM
    short = len(paragraph) <= _HEADING_LENGTH and len(paragraph.splitlines()) == 1
    if short and not last and not paragraph.rstrip(_CLOSERS).endswith(_STOPS):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
