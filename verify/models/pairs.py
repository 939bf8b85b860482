"""A claim and its evidence as a stance model reads them: ids, and a mark for each id."""

from __future__ import annotations

from typing import Any, NamedTuple

from verify.models.overlap import marked
from verify.models.protocols import Pair


class Encoded(NamedTuple):
    """A pair in tokens. `marks` are those of `overlap`; both as long as each other."""

    ids: list[int]
    marks: list[int]


def context(pair: Pair) -> str:
    """Title, date and evidence as one text, as in training. The title is not said twice."""
    title = pair.title.strip()
    if title and pair.evidence.casefold().startswith(title.casefold()):
        title = ""
    date = f"{pair.published.day} {pair.published:%B %Y}" if pair.published else ""
    head = ", ".join(part for part in (title, date) if part)
    return f"{head}: {pair.evidence}" if head else pair.evidence


def encode(tokenizer: Any, pair: Pair) -> Encoded:
    """The pair's tokens; `tokenizer` is a `tokenizers.Tokenizer` that puts evidence first."""
    evidence = context(pair)
    tokens = tokenizer.encode(evidence, pair.claim)
    sides = marked(evidence, pair.claim)
    marks = [
        0 if side is None or start == end else sides[side][start]
        for side, (start, end) in zip(tokens.sequence_ids, tokens.offsets, strict=True)
    ]
    return Encoded(tokens.ids, marks)
