"""Files that hold one document each: plain text, Markdown, HTML."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from verify.corpus.dates import parse_date
from verify.corpus.faults import Fault, Located
from verify.corpus.html import parse_html
from verify.corpus.tables import Cell, read_rows
from verify.corpus.text import Paragraph, assemble
from verify.records import Document

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)


def read_prose(path: Path, identity: str) -> Iterator[Located | Fault]:
    """The one document of a .txt, .md or .html file, or a Fault."""
    raw = path.read_bytes()
    try:
        text = decode(raw)
        yield Located(str(path), PARSERS[path.suffix.lower()](text, identity))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        why = f"is not UTF-8 (byte 0x{raw[error.start]:02x}); save the file as UTF-8"
        yield Fault(f"{path}:{line}", why)
    except LineError as error:
        yield Fault(f"{path}:{error.line}", error.why)


class LineError(ValueError):
    """Something wrong on a line of a file."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line, self.why = line, why


def decode(raw: bytes) -> str:
    """The text of a UTF-8 file, or of a UTF-16 one that says so. Raises UnicodeDecodeError."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    return raw.decode("utf-8-sig")


def parse_text(text: str, identity: str) -> Document:
    """Plain text is the document as it stands."""
    return Document(id=identity, text=text)


def parse_markdown(text: str, identity: str) -> Document:
    """Markdown without its marks. Front matter gives title, date, publisher and url; where it
    gives no title, a heading at the top does.
    """
    fields: dict[str, str] = {}
    published = None
    front = FRONT_MATTER.match(text)
    if front:
        for number, line in enumerate(front[1].splitlines(), start=2):
            key, _, value = line.partition(":")
            key, value = key.strip().lower(), value.strip().strip("'\"")
            fields[key] = value
            if key in {"date", "published"} and value:
                try:
                    published = parse_date(value)
                except ValueError as error:
                    why = f'"{key}" must be a date like 2025-06-26, not "{value}"'
                    raise LineError(number, why) from error
    title = fields.get("title", "")
    paragraphs = _paragraphs(text[front.end() :] if front else text, titled=bool(title))
    if not title and len(paragraphs) > 1 and paragraphs[0].heading:
        title = paragraphs.pop(0).text
    written, rows = assemble(paragraphs)
    return Document(
        id=identity,
        text=written,
        rows=rows,
        title=title,
        publisher=fields.get("publisher", ""),
        url=fields.get("url", ""),
        published=published,
    )


def _paragraphs(markdown: str, *, titled: bool) -> list[Paragraph]:
    """`titled`: the title is known, so that the first heading is none."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only corpora with Markdown pay for it

    paragraphs: list[Paragraph] = []
    table: list[list[Cell]] = []
    before = under = ""
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        if token.type == "tr_open":
            table.append([])
        elif token.type == "table_close":
            paragraphs += [Paragraph(line, row=True) for line in read_rows(table, under)]
            table.clear()
        elif token.type == "inline":
            words = _words(token)
            if before in {"th_open", "td_open"}:
                table[-1].append(Cell(words, heading=before == "th_open"))
            elif words:
                heading = before == "heading_open"
                if heading and (titled or paragraphs):
                    under = words  # the title goes with every passage already
                paragraphs.append(Paragraph(words, heading=heading))
        before = token.type
    return paragraphs


def _words(token: Token) -> str:
    """The text of a paragraph or cell. An image's alternative text is a caption at best: it is not
    what the source says."""
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in token.children or ()
        if child.type not in {"image", "html_inline"}
    ).strip()


PARSERS: dict[str, Callable[[str, str], Document]] = {
    ".txt": parse_text,
    ".md": parse_markdown,
    ".html": parse_html,
    ".htm": parse_html,
}
