"""The report that an editor reads in a terminal, as rich renderables.

By default what is wrong or disputed is shown in full, what is supported in one line each, and the
rest is counted; `full` shows all of it. Text of drafts and sources is never markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from verify.records import (
    Comparison,
    DateSource,
    Evidence,
    Label,
    Report,
    Skipped,
    StanceLabel,
    Verdict,
)
from verify.reports.findings import decisive, findings_of, is_possible, suggested
from verify.reports.layout import Paragraph, left_open, marked_sentence, place_line, unbroken
from verify.reports.wording import LABELS, citation, day, in_order, notes, plural, printable

VERDICT_STYLES: dict[Label, str] = {
    Label.REFUTED: "bold red",
    Label.CONFLICTING: "bold yellow",
    Label.SUPPORTED: "green",
    Label.NOT_ENOUGH_EVIDENCE: "cyan",
    Label.NOT_CHECKED: "magenta",
}
STANCE_STYLES: dict[StanceLabel, str] = {
    StanceLabel.SUPPORTS: "green",
    StanceLabel.REFUTES: "red",
    StanceLabel.NEUTRAL: "dim",
}
DATE_SOURCES: dict[DateSource, str] = {
    DateSource.OPTION: "as given",
    DateSource.METADATA: "from the draft itself",
    DateSource.TODAY: "today, as the draft has no date",
}
IN_FULL = (Label.REFUTED, Label.CONFLICTING)
BODY, QUOTED = 4, 13
"""Indents of a finding's text and of its sources."""


def render(report: Report, *, full: bool = False) -> RenderableType:
    """The whole report of one draft."""
    return Group(*_parts(report, full))


def summary(reports: Iterable[Report]) -> Text:
    """One line: how many claims have each verdict, what was skipped and why."""
    reports = list(reports)
    parts = [
        Text(f"{number:,} {words}", VERDICT_STYLES[label] if number else "dim")
        for label, words in LABELS.items()
        for number in [sum(report.count(label) for report in reports)]
    ]
    skips = Counter(skipped.reason.value for report in reports for skipped in report.skipped)
    reasons = ", ".join(f"{number} {reason}" for reason, number in skips.most_common())
    parts.append(Text(f"{skips.total():,} skipped" + (f" ({reasons})" if reasons else "")))
    return Text(", ").join(parts)


def _parts(report: Report, full: bool) -> Iterator[RenderableType]:
    yield from _header(report)
    verdicts = in_order(report.verdicts)
    for verdict in verdicts:
        if full or verdict.label in IN_FULL or is_possible(verdict):
            yield Text()
            yield from _in_full(report, verdict, full)
    if full:
        yield from _skipped(report)
    else:
        yield from _supported(report, verdicts)
    yield Text()
    yield Paragraph(summary([report]))


def _header(report: Report) -> Iterator[RenderableType]:
    draft = report.draft
    yield unbroken(draft.source, 0, "bold")
    if draft.title:
        yield Paragraph(Text(printable(draft.title), "italic"))
    dated = f"As of {day(draft.as_of)} ({DATE_SOURCES[draft.as_of_source]})"
    if report.index:
        manifest = report.index.manifest
        dated += (
            f", against index {printable(report.index.name)}:"
            f" {plural(manifest.documents, 'document')}, {plural(manifest.passages, 'passage')},"
            f" built {day(manifest.built.date())}"
        )
    yield Paragraph(Text(dated, "dim"))


def _in_full(report: Report, verdict: Verdict, full: bool) -> Iterator[RenderableType]:
    style = VERDICT_STYLES[verdict.label]
    label = "possible conflict" if is_possible(verdict) else LABELS[verdict.label]
    sure = verdict.confidence if full else None
    sureness = (f"  right in {sure:.0%} of such cases", "dim") if sure is not None else ""
    rules = ", ".join(finding.rule for finding in findings_of(report.draft, [verdict]))
    yield place_line(report.draft, verdict.claim.span.start)
    yield Paragraph(
        Text.assemble((label.upper(), style), "  ", (rules or verdict.rule, "dim"), sureness),
        2,
    )
    yield Paragraph(marked_sentence(report.draft, verdict.claim, style), BODY)
    yield from _reading(verdict, full)
    shown = verdict.evidence if full else decisive(verdict)
    if not any(evidence.comparison for evidence in shown):
        yield Paragraph(Text(printable(verdict.cause)), BODY)
    for evidence in shown:
        yield from evidence_parts(evidence)
    if wording := suggested(verdict):
        yield Paragraph(Text(f"the draft could say: {printable(wording)}", "italic"), BODY)
    if rest := len(verdict.evidence) - len(shown):
        yield Paragraph(Text(f"and {plural(rest, 'more source')}", "dim"), BODY)


def _reading(verdict: Verdict, full: bool) -> Iterator[RenderableType]:
    claim = verdict.claim
    if full and printable(claim.resolved) != printable(claim.sentence.text):
        yield Paragraph(Text(f"read as: {printable(claim.resolved)}", "dim"), BODY)
    if claim.unresolved:
        yield Paragraph(left_open(claim), BODY)


def evidence_parts(evidence: Evidence) -> Iterator[RenderableType]:
    """A piece of evidence: the comparison, the sentence that says it, and where it stands."""
    stance = evidence.stance
    if evidence.comparison:
        yield Paragraph(Text(printable(_reason(evidence.comparison)), "bold"), BODY)
    lead = Text.assemble(" " * BODY, (stance.label.value, STANCE_STYLES[stance.label]))
    yield Paragraph(Text(f"“{printable(evidence.sentence)}”"), QUOTED + 1, lead)
    cited = citation(evidence.passage)
    if evidence.reading:
        read = evidence.reading.stance
        cited += f" (stance model: {read.label.value} {read.probability:.2f})"
    yield Paragraph(Text(cited, "bold"), QUOTED + 1)
    if evidence.passage.url:
        yield unbroken(evidence.passage.url, QUOTED + 1, "blue")
    for note in notes(evidence):
        yield Paragraph(Text(note, "yellow"), QUOTED + 1)


def _reason(comparison: Comparison) -> str:
    """The reason of a comparison, with how far apart the values are where it does not say so."""
    apart = comparison.difference
    told = " too " in comparison.reason or " too " not in apart
    return comparison.reason if told else f"{comparison.reason} ({apart})"


def _supported(report: Report, verdicts: list[Verdict]) -> Iterator[RenderableType]:
    """The claims that sources bear out, one paragraph each with the best source."""
    supported = [verdict for verdict in verdicts if verdict.label is Label.SUPPORTED]
    if supported:
        yield Text()
        yield Text("Supported", VERDICT_STYLES[Label.SUPPORTED])
    for verdict in supported:
        position = report.draft.position(verdict.claim.span.start)
        text = Text(printable(verdict.claim.text))
        for evidence in decisive(verdict):
            remarks = "".join(f"; {note}" for note in notes(evidence))
            text.append(f"  {citation(evidence.passage)}{remarks}", "dim")
        yield Paragraph(text, 10, Text(f"  {position.line}:{position.column}", "dim"))


def _skipped(report: Report) -> Iterator[RenderableType]:
    for skipped in report.skipped:
        yield Text()
        yield from _skipped_in_full(report, skipped)


def _skipped_in_full(report: Report, skipped: Skipped) -> Iterator[RenderableType]:
    yield place_line(report.draft, skipped.sentence.span.start)
    yield Paragraph(Text.assemble("SKIPPED", "  ", (skipped.reason.value, "dim")), 2)
    yield Paragraph(Text(printable(skipped.sentence.text)), BODY)
