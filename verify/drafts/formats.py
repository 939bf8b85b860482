"""Which format a draft is in, and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePosixPath

from verify.drafts.builder import Reading
from verify.drafts.html import read_html
from verify.drafts.markdown import read_markdown
from verify.drafts.plain import read_plain
from verify.errors import DraftError


class Format(StrEnum):
    """A format that can be read."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


READERS: dict[Format, Callable[[str], Reading]] = {
    Format.PLAIN: read_plain,
    Format.MARKDOWN: read_markdown,
    Format.HTML: read_html,
}
_ENDINGS = {
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}
_TYPES = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/markdown": Format.MARKDOWN,
    "text/x-markdown": Format.MARKDOWN,
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype html|html|head|body|article|main|section|div|p|h1|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(
    rb"\A(?:---|\+\+\+)[ \t]*\r?\n\w[\w-]*[ \t]*[:=]|^#{1,6} \S|^```|\]\(\S+\)|^\[[^\]\n]+\]: \S",
    re.MULTILINE,
)


def format_of(name: str, data: bytes) -> Format:
    """The format a file name's ending says, else the one its first 4 KB look like.

    Plain text is what looks like neither HTML nor Markdown: headings with #, links, fences.
    """
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return Format.HTML
    return Format.MARKDOWN if _MARKDOWN.search(head) else Format.PLAIN


def format_served(content_type: str, path: str, data: bytes, source: str) -> Format:
    """The format of a page, by its content type; DraftError for what is no text."""
    if content_type in _TYPES:
        return _TYPES[content_type]
    # Markdown is often served as text/plain, and text/plain as octets.
    if content_type in ("", "text/plain", "application/octet-stream"):
        return format_of(path, data)
    raise DraftError(
        f"{source} is {content_type}, which cannot be read as a draft.",
        "Give an address of an HTML page, Markdown or plain text.",
    )
