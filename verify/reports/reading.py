"""What Verify reads in a draft, before anything is looked up: for people who tune drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from verify.records import Claim, Draft, Frame, Skipped
from verify.reports.layout import Paragraph, left_open, marked_sentence, place_line
from verify.reports.wording import plural, printable, value_words

BODY = 4


def render(
    draft: Draft, found: Iterable[Claim | Skipped], *, explain: bool = False
) -> Iterator[RenderableType]:
    """Every claim with its sentence, typed value and stand-alone wording, and what is skipped, in
    the order of the draft and one at a time; then their number. With `explain`, how it was read.
    """
    claims = skips = 0
    for one in found:
        if isinstance(one, Claim):
            claims += 1
            yield Group(*_claim(draft, one), *(_steps(draft, one) if explain else ()), Text())
        else:
            skips += 1
            yield Group(*_skipped(draft, one, explain), Text())
    yield Paragraph(Text(f"{plural(claims, 'claim')}, {plural(skips, 'skipped sentence')}"))


def _skipped(draft: Draft, skipped: Skipped, explain: bool) -> Iterator[RenderableType]:
    yield place_line(draft, skipped.sentence.span.start)
    reason = skipped.reason.value + (_likely(skipped.worth) if explain else "")
    yield Paragraph(Text.assemble(("SKIPPED", "bold"), "  ", reason), 2)
    yield Paragraph(Text(printable(skipped.sentence.text)), BODY)


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


def _steps(draft: Draft, claim: Claim) -> Iterator[RenderableType]:
    """How likely it is worth checking, which words were replaced, and what the value is said of."""
    if claim.worth is not None:
        yield _step("worth checking", f"{claim.worth:.2f}")
    for replacement in claim.replacements:
        known = replacement.source and draft.position(replacement.source.start)
        place = f", named at {known.line}:{known.column}" if known else ""
        word = f"“{replacement.text}” is {replacement.by}" if replacement.text else None
        yield _step("put in", (word or f"“{replacement.by.strip()}”, left out") + place)
    for name, words in _said_of(claim.frame):
        yield _step(name, ", ".join(words))


def _said_of(frame: Frame) -> Iterator[tuple[str, tuple[str, ...]]]:
    parts = {
        "said of": frame.subject or frame.topic,
        "thing": frame.head,
        "of": frame.series,
        "by the verb": frame.verb,
        "sense": frame.marks,
        "period": (value_words(frame.period),) if frame.period else (),
    }
    return ((name, words) for name, words in parts.items() if words)


def _step(name: str, words: str) -> Paragraph:
    return Paragraph(Text(f"{name}: {printable(words)}", "dim"), BODY)


def _likely(worth: float | None) -> str:
    return "" if worth is None else f", worth checking: {worth:.2f}"
