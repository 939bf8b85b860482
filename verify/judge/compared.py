"""The record of a typed comparison, as every kind of value makes it."""

from __future__ import annotations

from verify.records import Claim, Comparison, Outcome


def compared(claim: Claim, outcome: Outcome, mine: str, theirs: str, reason: str) -> Comparison:
    """What came of a claim's value against a source's, with the reason in words."""
    return Comparison(
        rule=f"{claim.kind.value}.mismatch",
        outcome=outcome,
        claim_value=mine,
        source_value=theirs,
        reason=reason,
    )
