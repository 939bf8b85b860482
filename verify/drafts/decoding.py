"""Bytes to text, without guessing."""

from __future__ import annotations

import codecs
import re

from verify.errors import DraftError

SIZE_LIMIT = 20_000_000
"""Bytes a draft may have."""

_BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PK\x03\x04", "a ZIP archive"),
)
_OFFICE = ((b"word/", "a Word file (.docx)"), (b"opendocument.text", "an OpenDocument file (.odt)"))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_EXPORT = "Save or export it as plain text, Markdown or HTML, and check that."


def decode(data: bytes, source: str, *, charset: str = "", is_html: bool = False) -> str:
    """The text of `data`. A byte order mark decides, then `charset`, then an HTML page's own
    declaration; else it must be UTF-8. DraftError where the data is too much, empty, binary or
    wrongly encoded. The byte order mark is no part of the text.
    """
    check_size(len(data), source)
    if not data.strip():
        raise DraftError(f"{source} is empty.", "Give a draft that has text.")
    if kind := _binary(data):
        raise DraftError(f"{source} is {kind}, not text.", _EXPORT)
    mark, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", ""))
    if not encoding:
        encoding = _known(charset or (_declared(data) if is_html else "") or "utf-8", source)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        place = error.start + len(mark)
        raise DraftError(
            f"{source} is not valid {encoding.upper()}: "
            f"byte 0x{data[place]:02x} at offset {place}.",
            "Save it as UTF-8, for example with: "
            "iconv -f WINDOWS-1252 -t UTF-8 draft.txt > draft-utf8.txt",
        ) from error
    if "\0" in text:
        raise DraftError(
            f"{source} has a NUL character at offset {text.index(chr(0))}: it is binary, "
            "or UTF-16 without a byte order mark.",
            "Save it as UTF-8 text.",
        )
    if not text.strip():
        raise DraftError(f"{source} holds only white space.", "Give a draft that has text.")
    return text


def check_size(size: int, source: str) -> None:
    """DraftError where `size` (bytes) is over the limit."""
    if size > SIZE_LIMIT:
        most = f"{SIZE_LIMIT / 1e6:.0f} MB"
        # Readers of streams stop at one byte over the limit and know no more than that.
        has = f"{size / 1e6:.1f} MB" if size > SIZE_LIMIT + 1 else f"more than {most}"
        raise DraftError(
            f"{source} has {has}; a draft may have {most}.",
            "Split it into several drafts, or take out what is not text.",
        )


def _binary(data: bytes) -> str:
    kind = next((name for magic, name in _BINARY if data.startswith(magic)), "")
    if kind == "a ZIP archive":
        kind = next((name for mark, name in _OFFICE if mark in data), kind)
    return kind


def _declared(data: bytes) -> str:
    """The encoding an HTML page says it has, "" if it says nothing."""
    found = _META.search(data, 0, 2048)
    name = found[1].decode("ascii") if found else ""
    # What can be read as ASCII is not UTF-16; the web's standard takes such pages as UTF-8.
    return "" if name.lower().startswith("utf-16") else name


def _known(charset: str, source: str) -> str:
    try:
        name = codecs.lookup(charset).name
        "".encode(name)
    except LookupError as error:
        raise DraftError(
            f"{source} says its encoding is {charset!r}, which is not known.", "Save it as UTF-8."
        ) from error
    # The web's standard reads these labels as Windows-1252; pages so labelled have its quotes.
    return "cp1252" if name in ("iso8859-1", "ascii") else name
