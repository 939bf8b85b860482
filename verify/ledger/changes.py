"""What is different between two reports on one draft."""

from __future__ import annotations

from verify.records import Change, Label, Report, Verdict

_TELLING = frozenset({Label.REFUTED, Label.CONFLICTING})
"""Verdicts that say what a source says: where that changes, an editor must hear of it."""


def changes(before: Report, after: Report) -> tuple[Change, ...]:
    """The claims that have another verdict now, in the order of the draft."""
    now = {_identity(verdict): verdict for verdict in after.verdicts}
    pairs = ((verdict, now.get(_identity(verdict))) for verdict in before.verdicts)
    found = [Change(before=old, after=new) for old, new in pairs if new and _differ(old, new)]
    return tuple(sorted(found, key=lambda change: change.after.claim.span.start))


def no_longer_read(before: Report, after: Report) -> int:
    """How many claims of the older report are not found any more: Verify reads otherwise now."""
    now = {_identity(verdict) for verdict in after.verdicts}
    return sum(_identity(verdict) not in now for verdict in before.verdicts)


def _identity(verdict: Verdict) -> tuple[int, int, str]:
    """What tells a claim of a draft from the others, whatever number it got."""
    claim = verdict.claim
    return claim.span.start, claim.span.end, claim.kind


def _differ(old: Verdict, new: Verdict) -> bool:
    return old.label is not new.label or (new.label in _TELLING and old.cause != new.cause)
