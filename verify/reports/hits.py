"""Search results for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from verify.records import Hit
from verify.reports.layout import Paragraph, unbroken
from verify.reports.wording import citation, printable

BODY = 4


def render(hits: Sequence[Hit]) -> RenderableType:
    """Every passage with its source, and how it was found."""
    if not hits:
        return Text("Nothing found.")
    return Group(*(part for number, hit in enumerate(hits, 1) for part in _hit(number, hit)))


def _hit(number: int, hit: Hit) -> Iterator[RenderableType]:
    passage = hit.passage
    yield Paragraph(Text(citation(passage), "bold"), BODY, Text(f"{number}."))
    yield Paragraph(Text(printable(passage.text)), BODY)
    if passage.url:
        yield unbroken(passage.url, BODY, "blue")
    yield Paragraph(Text(f"{printable(passage.document)}; {_found_by(hit)}", "dim"), BODY)


def _found_by(hit: Hit) -> str:
    ways = []
    if hit.word_rank is not None:
        ways.append(f"place {hit.word_rank} by words")
    if hit.vector_rank is not None:
        ways.append(f"place {hit.vector_rank} by meaning")
    if hit.similarity is not None:
        ways.append(f"similarity {hit.similarity:.2f}")
    return ", ".join(ways)
