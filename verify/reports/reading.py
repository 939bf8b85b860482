"""What Verify reads in a draft, before anything is looked up: for people who tune drafts."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from verify.records import Claim, Claims, Draft
from verify.reports.layout import Paragraph, left_open, marked_sentence, place_line
from verify.reports.wording import plural, printable, value_words

BODY = 4


def render(draft: Draft, claims: Claims) -> RenderableType:
    """Every claim with its sentence, typed value and stand-alone wording; then what is skipped."""
    return Group(*_parts(draft, claims))


def _parts(draft: Draft, claims: Claims) -> Iterator[RenderableType]:
    for claim in claims.claims:
        yield from _claim(draft, claim)
        yield Text()
    for skipped in claims.skipped:
        yield place_line(draft, skipped.sentence.span.start)
        yield Paragraph(Text.assemble(("SKIPPED", "bold"), "  ", skipped.reason.value), 2)
        yield Paragraph(Text(printable(skipped.sentence.text)), BODY)
        yield Text()
    found, skips = len(claims.claims), len(claims.skipped)
    yield Paragraph(Text(f"{plural(found, 'claim')}, {plural(skips, 'skipped sentence')}"))


def _claim(draft: Draft, claim: Claim) -> Iterator[RenderableType]:
    yield place_line(draft, claim.span.start)
    kind = Text.assemble((claim.kind.value.upper(), "bold cyan"))
    if claim.value:
        kind.append(f"  {printable(value_words(claim.value))}")
    yield Paragraph(kind, 2)
    yield Paragraph(marked_sentence(draft, claim, "bold"), BODY)
    yield Paragraph(Text(f"read as: {printable(claim.resolved)}", "dim"), BODY)
    if claim.unresolved:
        yield Paragraph(left_open(claim), BODY)
