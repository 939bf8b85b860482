"""The record of a typed comparison, as every kind of value makes it."""

from __future__ import annotations

from verify import rules
from verify.records import Claim, Comparison, Outcome


def compared(
    claim: Claim, outcome: Outcome, mine: str, theirs: str, reason: str, *, rule: str = ""
) -> Comparison:
    """What came of a claim's value against a source's, with the reason in words; `rule` where it is
    not the one for another value of the claim's kind."""
    return Comparison(
        rule=rule or rules.mismatch(claim.kind),
        outcome=outcome,
        claim_value=mine,
        source_value=theirs,
        reason=reason,
    )
