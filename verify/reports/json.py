"""JSON: the same shape for one draft and for many. The shape itself is in `schema.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from verify import records
from verify.errors import VerifyError
from verify.reports import schema
from verify.reports.wording import in_order


def render(
    reports: Sequence[records.Report],
    *,
    version: str,
    failures: Iterable[tuple[str, VerifyError]] = (),
) -> str:
    """A report file. `failures` are the drafts, by source, that could not be checked."""
    parts = tuple(draft_report(report) for report in reports)
    file = schema.ReportFile(
        tool=schema.Tool(version=version),
        summary=_total([part.summary for part in parts]),
        reports=parts,
        failures=tuple(
            schema.Failure(source=source, problem=error.problem, remedy=error.remedy)
            for source, error in failures
        ),
    )
    return file.model_dump_json(indent=2) + "\n"


def claim_lines(
    draft: records.Draft, found: Iterable[records.Claim | records.Skipped]
) -> Iterator[str]:
    """JSON lines, one for each claim and each skipped sentence, which alone has a `reason`."""
    for one in found:
        part = _claim(draft, one) if isinstance(one, records.Claim) else _skipped(draft, one)
        yield part.model_dump_json() + "\n"


def draft_report(report: records.Report) -> schema.DraftReport:
    """The public shape of one report."""
    draft = report.draft
    return schema.DraftReport(
        draft=schema.DraftInfo(
            source=draft.source,
            title=draft.title,
            as_of=draft.as_of,
            as_of_source=draft.as_of_source,
        ),
        index=_index(report.index) if report.index else None,
        summary=_summary(report),
        claims=tuple(judged(draft, v) for v in in_order(report.verdicts)),
        skipped=tuple(_skipped(draft, skipped) for skipped in report.skipped),
        findings=tuple(_finding(draft, finding) for finding in report.findings),
    )


def _index(index: records.IndexInfo) -> schema.Index:
    kept = index.manifest.model_dump(include=set(schema.Index.model_fields))
    return schema.Index(name=index.name, **kept)


def _summary(report: records.Report) -> schema.Summary:
    counts = {label.value: report.count(label) for label in records.Label}
    return schema.Summary(skipped=len(report.skipped), **counts)


def _total(summaries: Sequence[schema.Summary]) -> schema.Summary:
    fields = schema.Summary.model_fields
    return schema.Summary(**{f: sum(getattr(s, f) for s in summaries) for f in fields})


def _place(draft: records.Draft, offset: int) -> schema.Place:
    position = draft.position(offset)
    return schema.Place(offset=offset, line=position.line, column=position.column)


def _claim(draft: records.Draft, claim: records.Claim) -> schema.Claim:
    return schema.Claim(
        id=claim.id,
        kind=claim.kind,
        text=claim.text,
        start=_place(draft, claim.span.start),
        end=_place(draft, claim.span.end),
        sentence=claim.sentence.text,
        resolved=claim.resolved,
        unresolved=claim.unresolved,
        assertion=_assertion(draft, claim.assertion) if claim.assertion else None,
        value=claim.value,
        worth=_rounded(claim.worth),
    )


def _assertion(draft: records.Draft, assertion: records.Assertion) -> schema.Assertion:
    return schema.Assertion(
        form=assertion.form,
        parts=tuple(
            schema.Part(
                text=part.of(draft.text),
                start=_place(draft, part.start),
                end=_place(draft, part.end),
            )
            for part in assertion.parts
        ),
        wording=assertion.wording,
    )


def judged(draft: records.Draft, verdict: records.Verdict) -> schema.JudgedClaim:
    """The public shape of a claim with its verdict."""
    return schema.JudgedClaim(
        **dict(_claim(draft, verdict.claim)),
        rule=verdict.rule,
        verdict=verdict.label,
        cause=verdict.cause,
        confidence=_rounded(verdict.confidence),
        evidence=tuple(_evidence(e) for e in verdict.evidence),
    )


def _evidence(evidence: records.Evidence) -> schema.Evidence:
    passage = evidence.passage
    return schema.Evidence(
        document=passage.document,
        title=passage.title,
        publisher=passage.publisher,
        url=passage.url,
        published=passage.published,
        origin=passage.origin,
        story=passage.story,
        sentence=evidence.sentence,
        stance=evidence.stance.label,
        probability=evidence.stance.probability,
        reading=_reading(evidence.reading) if evidence.reading else None,
        comparison=_comparison(evidence.comparison, evidence) if evidence.comparison else None,
        basis=evidence.basis,
        qualification=evidence.qualification,
        later=evidence.later,
        own=evidence.own,
        superseded=evidence.superseded,
    )


def _reading(reading: records.Probabilities) -> schema.Reading:
    return schema.Reading(
        supports=round(reading.supports, 4),
        refutes=round(reading.refutes, 4),
        neutral=round(reading.neutral, 4),
    )


def _comparison(comparison: records.Comparison, shown: records.Evidence) -> schema.Comparison:
    span = comparison.source_span
    return schema.Comparison(
        rule=comparison.rule,
        outcome=comparison.outcome,
        claim=comparison.claim_value,
        source=comparison.source_value,
        reason=comparison.reason,
        suggestion=comparison.suggestion,
        difference=comparison.difference,
        claim_normalised=comparison.claim_normalised,
        source_normalised=comparison.source_normalised,
        source_quote=span.of(shown.passage.text) if span else "",
    )


def _skipped(draft: records.Draft, skipped: records.Skipped) -> schema.Skipped:
    span = skipped.sentence.span
    return schema.Skipped(
        reason=skipped.reason,
        worth=_rounded(skipped.worth),
        sentence=skipped.sentence.text,
        start=_place(draft, span.start),
        end=_place(draft, span.end),
    )


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _finding(draft: records.Draft, finding: records.Finding) -> schema.Finding:
    return schema.Finding(
        rule=finding.rule,
        severity=finding.severity,
        verdict=finding.label,
        claim=finding.claim_id,
        start=_place(draft, finding.span.start),
        end=_place(draft, finding.span.end),
        message=finding.message,
        suggestion=finding.suggestion,
    )
