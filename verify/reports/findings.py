"""Verdicts -> findings: what a linter would say of the draft."""

from __future__ import annotations

from collections.abc import Iterable

from verify import rules
from verify.records import Draft, Evidence, Finding, Label, Severity, StanceLabel, Verdict
from verify.reports.wording import citation, printable

SEVERITIES: dict[Label, Severity] = {
    Label.REFUTED: Severity.ERROR,
    Label.CONFLICTING: Severity.WARNING,
    Label.NOT_ENOUGH_EVIDENCE: Severity.INFO,
    Label.NOT_CHECKED: Severity.INFO,
}
"""What weighs how much. A supported claim gives no finding."""

_WEIGHING: dict[Label, tuple[StanceLabel, ...]] = {
    Label.REFUTED: (StanceLabel.REFUTES,),
    Label.CONFLICTING: (StanceLabel.SUPPORTS, StanceLabel.REFUTES),
    Label.SUPPORTED: (StanceLabel.SUPPORTS,),
}


def findings_of(draft: Draft, verdicts: Iterable[Verdict]) -> tuple[Finding, ...]:
    """The findings of a draft, in the order of their places in it."""
    found = [_finding(draft, verdict) for verdict in verdicts if verdict.label in SEVERITIES]
    return tuple(sorted(found, key=lambda f: (f.span.start, f.span.end, f.rule)))


def is_possible(verdict: Verdict) -> bool:
    """Whether a source contradicts the claim, but less surely than was asked for."""
    return verdict.rule == rules.POSSIBLE


def side_of(verdict: Verdict) -> Label:
    """The side that a verdict takes; a possible conflict leans to the refutation that it was."""
    return Label.REFUTED if is_possible(verdict) else verdict.label


def decisive(verdict: Verdict) -> tuple[Evidence, ...]:
    """The evidence a verdict rests on: the best of each stance that it names.

    Empty for a verdict that no evidence decided.
    """
    standing = [e for e in verdict.evidence if not (e.later or e.own or e.superseded)]
    best = (
        next((e for e in standing if e.stance.label is stance), None)
        for stance in _WEIGHING.get(side_of(verdict), ())
    )
    return tuple(e for e in best if e is not None)


def _finding(draft: Draft, verdict: Verdict) -> Finding:
    span = verdict.claim.span
    return Finding(
        rule=_rule(verdict),
        severity=SEVERITIES[verdict.label],
        label=verdict.label,
        span=span,
        start=draft.position(span.start),
        end=draft.position(span.end),
        message=_message(verdict),
        claim_id=verdict.claim.id,
        suggestion=suggested(verdict),
    )


def suggested(verdict: Verdict) -> str:
    """What the draft could say with the value of the source that refutes it; "" for nothing.

    Where sources disagree, none is suggested: which of them is right is not ours to say.
    """
    if verdict.label is not Label.REFUTED:
        return ""
    return next((e.comparison.suggestion for e in decisive(verdict) if e.comparison), "")


def _rule(verdict: Verdict) -> str:
    match verdict.label:
        case Label.NOT_ENOUGH_EVIDENCE:
            return verdict.rule or rules.UNVERIFIED
        case Label.NOT_CHECKED:
            return rules.UNCHECKED
        case Label.CONFLICTING:
            return verdict.rule or rules.conflict(verdict.claim.kind)
        case _:
            return verdict.rule or rules.mismatch(verdict.claim.kind)


def _message(verdict: Verdict) -> str:
    """The claim, then each decisive comparison with its source; else the verdict's cause."""
    reasons = [
        f"{printable(e.comparison.reason if e.comparison else e.sentence)} ({citation(e.passage)})"
        for e in decisive(verdict)
    ]
    said = "; ".join(reasons) or printable(verdict.cause)
    lead = "possible conflict: " if is_possible(verdict) else ""
    return f"“{printable(verdict.claim.text)}”: {lead}{said}"
