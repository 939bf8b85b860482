"""Titles of books, films and songs in quotation marks."""

from __future__ import annotations

import re

from verify.claims import lexicon

_TITLE = re.compile(
    r"“([^”\n]{3,80})”|\"(?<![\w.,!?;:]\")(?=\S)([^\"\n]{3,80})\"(?!\w)|‘([^’\n]{3,80})’"
)
_SMALL = lexicon.PREPOSITIONS | {"a", "an", "the", "and", "or", "but", "to"}


def quoted_titles(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of titles in quotation marks, without the marks: “The Salt Road”."""
    found = []
    for match in _TITLE.finditer(text):
        group = match.lastindex or 1
        start, end = match.span(group)
        end -= len(match[group]) - len(match[group].rstrip("., \t\u00a0"))
        inside = text[start:end].split()
        if (
            2 <= len(inside) <= 8
            and all(w[0].isupper() or w.lower() in _SMALL or w[0].isdigit() for w in inside)
            and inside[0][0].isupper()
            and (inside[-1][0].isupper() or inside[-1][0].isdigit())
            and not any(w[-1] in ".!?;:," for w in inside[:-1])
        ):
            found.append((start, end))
    return tuple(found)
