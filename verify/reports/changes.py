"""What an updated index changed for drafts that were checked before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from verify.records import Change, Draft, Kept, Verdict
from verify.reports import json, schema
from verify.reports.findings import decisive
from verify.reports.layout import Paragraph, marked_sentence, place_line
from verify.reports.terminal import VERDICT_STYLES, evidence_parts
from verify.reports.wording import LABELS, day, printable

BODY, SIDE = 4, 2


def render(kept: Kept, changes: Iterable[Change]) -> RenderableType:
    """The claims of one draft that have another verdict now, with old and new evidence."""
    return Group(*(part for change in changes for part in _change(kept, change)))


def lines(kept: Kept, changes: Iterable[Change]) -> Iterator[str]:
    """JSON lines, one for each change."""
    draft = kept.report.draft
    for change in changes:
        part = schema.Change(
            source=draft.source,
            as_of=draft.as_of,
            checked=kept.checked,
            before=json.judged(draft, change.before),
            after=json.judged(draft, change.after),
        )
        yield part.model_dump_json() + "\n"


def _change(kept: Kept, change: Change) -> Iterator[RenderableType]:
    draft: Draft = kept.report.draft
    yield place_line(draft, change.after.claim.span.start)
    turned = Text.assemble(_label(change.before), " → ", _label(change.after))
    yield Paragraph(turned.append(f"  {change.after.rule}".rstrip(), "dim"), SIDE)
    style = VERDICT_STYLES[change.after.label]
    yield Paragraph(marked_sentence(draft, change.after.claim, style), BODY)
    yield from _side(f"on {day(kept.checked.date())}", change.before)
    yield from _side("now", change.after)
    yield Text()


def _label(verdict: Verdict) -> tuple[str, str]:
    return LABELS[verdict.label].upper(), VERDICT_STYLES[verdict.label]


def _side(when: str, verdict: Verdict) -> Iterator[RenderableType]:
    """What was found then or now, with what it rests on."""
    yield Paragraph(Text(f"{when}: {printable(verdict.cause)}", "dim"), BODY)
    for evidence in decisive(verdict):
        yield from evidence_parts(evidence)
