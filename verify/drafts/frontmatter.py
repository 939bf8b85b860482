"""The block of `key: value` lines at the head of a Markdown file."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_CLOSING = {
    "---": re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "+++": re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_PAIR = re.compile(r"(?<![^\r\n])([A-Za-z][\w-]*)[ \t]*[:=][ \t]*([^\r\n]*)")


class FrontMatter(NamedTuple):
    """The values found, by lower-case key, and where the text after them starts."""

    values: dict[str, str]
    end: int


def read_front_matter(source: str) -> FrontMatter:
    """YAML (---) or TOML (+++) front matter. Only lines that are plain pairs are read."""
    opening = _OPENING.match(source)
    closing = _CLOSING[opening[1]].search(source, opening.end()) if opening else None
    if opening is None or closing is None:
        return FrontMatter({}, 0)
    body = source[opening.end() : closing.start()]
    pairs = _PAIR.findall(body)
    if body.strip() and not pairs:
        return FrontMatter({}, 0)  # a rule of dashes with prose below
    return FrontMatter({key.lower(): _plain(value) for key, value in pairs}, closing.end())


def _plain(value: str) -> str:
    value = value.strip()
    if value[:1] in ("'", '"'):
        closing = value.find(value[0], 1)
        return value[1:closing] if closing > 0 else value
    return re.sub(r"\s+#.*$", "", value)
