"""Percent for percentage points: from 40% to 45% is no rise of 5 percent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verify.records import Claim, Hedge, Quantity

_ROUNDING = Decimal("0.55")
"""How far a rounded share may be off, in steps of its last digit."""


def points_for_percent(claims: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    """Changes in percent that are the difference of the two shares in their sentence, each with the
    reason in words."""
    by_sentence: dict[int, list[tuple[Claim, Quantity]]] = {}
    for claim in claims:
        value = claim.value
        if isinstance(value, Quantity) and value.unit == "%" and value.low == value.high:
            by_sentence.setdefault(claim.sentence.span.start, []).append((claim, value))
    for shares in by_sentence.values():
        changes = [one for one in shares if "change" in one[0].frame.marks]
        before = [v for c, v in shares if "from" in c.frame.marks]
        after = [v for c, v in shares if not {"from", "change"} & {*c.frame.marks}]
        if len(changes) == len(before) == len(after) == 1:
            claim, change = changes[0]
            reason = _taken_for_percent(change, before[0], after[0])
            if reason:
                yield claim, reason


def _taken_for_percent(change: Quantity, before: Quantity, after: Quantity) -> str:
    """Why a change is one in points, "" where it is one in percent or neither."""
    exact = all(v.hedge is Hedge.EXACT for v in (change, before, after))
    difference = abs(after.low - before.low)
    if not exact or not before.low or difference != change.low:
        return ""
    percent = difference / before.low * 100
    if abs(percent - change.low) <= _ROUNDING * (change.precision or Decimal(1)):
        return ""
    said = f"{difference.normalize():f} percentage points, or {percent:.1f} percent"
    return f"from {before.text} to {after.text} is {said}"
