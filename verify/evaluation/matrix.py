"""Every typed value of a draft, changed one at a time and written another way: what becomes of it.

A change to a value that the corpus supports must be refuted by the rule of its kind, and no other
verdict may move; a change to one that it does not know must not be supported; the same value in
other words must move nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.checker import HITS, Checker
from verify.claims import read_claims
from verify.evaluation.figures import MatrixCase, MatrixEvaluation
from verify.evaluation.progress import StageProgress, silent
from verify.evaluation.remembering import RememberedSearch, Remembering
from verify.evaluation.variants import Strangers, other_wordings, same_wordings
from verify.index import Index
from verify.models import StanceModel, WorthModel
from verify.records import Claim, Draft, Label, Quote, Report, Span, Verdict

_OPEN = frozenset({Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED})
"""Of what the corpus refutes, another value may be the right one."""
_Key = tuple[str, str, int]
"""Kind and words of a claim, and how many with both stand before it."""


def evaluate_matrix(
    draft: Draft,
    index: Index,
    stance: StanceModel,
    worth: WorthModel | None,
    progress: StageProgress = silent,
) -> MatrixEvaluation:
    """The draft checked once for each value and each way to write it."""
    search = RememberedSearch(index, HITS)
    checker = Checker(search, stance=Remembering(stance), worth=worth)
    before = checker.check(draft)
    strangers = Strangers.among(_said_around(before))
    verdicts = [v for v in before.verdicts if _is_typed(v.claim)]
    cases: list[MatrixCase] = []
    for done, verdict in enumerate(verdicts, start=1):
        claim = verdict.claim
        for put in other_wordings(claim, strangers, draft.as_of):
            cases.append(_changed(before, verdict, put, checker))
        for put in same_wordings(claim):
            cases.append(_reworded(before, verdict, put, checker))
        progress("values", done, len(verdicts))
    tried = {(c.start, c.reworded) for c in cases}
    return MatrixEvaluation(
        model=stance.name,
        source=draft.source,
        values=len(verdicts),
        unchanged=_texts(verdicts, {start for start, reworded in tried if not reworded}),
        unreworded=_texts(verdicts, {start for start, reworded in tried if reworded}),
        cases=tuple(cases),
    )


def _is_typed(claim: Claim) -> bool:
    return claim.value is not None and not isinstance(claim.value, Quote)


def _texts(verdicts: list[Verdict], tried: set[int]) -> tuple[str, ...]:
    """The claims that no other wording was found for."""
    return tuple(v.claim.text for v in verdicts if v.claim.span.start not in tried)


def _said_around(report: Report) -> Iterator[Claim]:
    """The claims of a draft, and of the passages shown for them."""
    yield from (v.claim for v in report.verdicts)
    passages = {e.passage.id: e.passage for v in report.verdicts for e in v.evidence}
    for passage in passages.values():
        yield from read_claims(passage.text, passage.published, passage.title)


def _changed(before: Report, verdict: Verdict, put: str, checker: Checker) -> MatrixCase:
    after, span = _check(before.draft, verdict.claim.span, put, checker)
    here = [v for v in after.verdicts if v.claim.span.overlaps(span)]
    refuted = [v for v in here if v.label is Label.REFUTED]
    right = [v for v in refuted if v.rule.startswith(f"{verdict.claim.kind.value}.")]
    covered = verdict.label is Label.SUPPORTED
    if not here:
        wrong = "not read as a claim"
    elif covered and not refuted:
        wrong = "not refuted"
    elif covered and not right:
        wrong = f"refuted by {refuted[0].rule}"
    elif verdict.label in _OPEN and any(v.label is Label.SUPPORTED for v in here):
        wrong = "supported"
    else:
        wrong = _moved(before, verdict.claim.span, after, span)
    return _case(verdict, put, right or refuted or here, wrong, reworded=False)


def _reworded(before: Report, verdict: Verdict, put: str, checker: Checker) -> MatrixCase:
    after, span = _check(before.draft, verdict.claim.span, put, checker)
    here = [v for v in after.verdicts if v.claim.span.overlaps(span)]
    if not here:
        wrong = "not read as a claim"
    elif verdict.label not in {v.label for v in here}:
        wrong = f"{verdict.label.value} before"
    else:
        wrong = _moved(before, verdict.claim.span, after, span)
    return _case(verdict, put, here, wrong, reworded=True)


def _case(
    verdict: Verdict, put: str, here: Sequence[Verdict], wrong: str, *, reworded: bool
) -> MatrixCase:
    kind = verdict.claim.kind
    shown = min(here, key=lambda v: v.claim.kind is not kind, default=None)
    return MatrixCase(
        kind=kind,
        start=verdict.claim.span.start,
        original=verdict.claim.text,
        put=put,
        reworded=reworded,
        before=verdict.label,
        after=shown.label if shown else None,
        rule=shown.rule if shown else "",
        cause=shown.cause if shown else "",
        wrong=wrong,
    )


def _check(draft: Draft, span: Span, put: str, checker: Checker) -> tuple[Report, Span]:
    """The report on a draft with other words in a span, and the span of these words."""
    grown = len(put) - (span.end - span.start)

    def moved(one: Span) -> Span:
        start, end = (n + grown if n >= span.end else n for n in (one.start, one.end))
        return Span(start=start, end=end)

    changed = draft.model_copy(
        update={
            "text": draft.text[: span.start] + put + draft.text[span.end :],
            "blocks": tuple(b.model_copy(update={"span": moved(b.span)}) for b in draft.blocks),
            "segments": (),
        }
    )
    return checker.check(changed), Span(start=span.start, end=span.start + len(put))


def _moved(before: Report, at: Span, after: Report, to: Span) -> str:
    """What became otherwise of the claims beside the changed one; one that the changed words are
    put into, as a name is, is another claim now."""
    was, now = _by_key(before, at), _by_key(after, to)
    found = [
        f"{key[1]}: {was[key].label.value} -> {verdict.label.value}"
        for key, verdict in now.items()
        if key in was
        and was[key].label is not verdict.label
        and was[key].claim.resolved == verdict.claim.resolved
    ]
    return f"also changed: {'; '.join(found)}" if found else ""


def _by_key(report: Report, but: Span) -> dict[_Key, Verdict]:
    found: dict[_Key, Verdict] = {}
    for v in report.verdicts:
        if not v.claim.span.overlaps(but):
            kind, text = v.claim.kind.value, v.claim.text
            found[kind, text, sum(key[:2] == (kind, text) for key in found)] = v
    return found
