"""One number with two units that are easily taken for one another: percent and percentage points,
two currencies, the money of two years."""

from __future__ import annotations

import re

from verify import rules
from verify.judge.compared import compared
from verify.records import Claim, Comparison, Kind, Outcome, Quantity

_DOLLARS = frozenset("USD AUD CAD NZD HKD SGD".split())
"""At home each is written "$"."""
_PRICES = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)\s+(?:US\s+)?(?:dollars|pounds|euros|prices|money|terms|values)\b"
    r"|\b(?P<now>today['’]s\s+(?:money|prices|dollars|pounds|terms)|current\s+(?:prices|dollars))\b"
    r"|\b(?P<real>adjusted\s+for\s+inflation|inflation-adjusted|(?:in\s+)?real\s+terms)\b",
    re.IGNORECASE,
)


def compare_points(
    claim: Claim, mine: Quantity, source: Claim, theirs: Quantity
) -> Comparison | None:
    """The same number of percent and of percentage points, both of a change."""
    if {mine.unit, theirs.unit} != {"%", "pp"} or not _same_number(mine, theirs):
        return None
    if not all("change" in one.frame.marks for one in (claim, source)):
        return None
    reason = f"the draft says {mine.text}, the source says {theirs.text}: points are no percent"
    return compared(claim, Outcome.DIFFERENT, mine.text, theirs.text, reason, rule=rules.POINTS)


def compare_currencies(
    claim: Claim, mine: Quantity, source: Claim, theirs: Quantity
) -> Comparison | None:
    """The same amount in two currencies; two amounts in two may be one sum."""
    if not claim.kind is source.kind is Kind.MONEY or not _same_number(mine, theirs):
        return None
    if {mine.unit, theirs.unit} <= _DOLLARS:
        return None
    reason = f"the draft says {mine.text}, the source says {theirs.text}: another currency"
    return compared(claim, Outcome.DIFFERENT, mine.text, theirs.text, reason)


def other_prices(claim: Claim, source: Claim, found: Comparison) -> bool:
    """Whether two amounts differ and are told in the money of two years."""
    if claim.kind is not Kind.MONEY or found.outcome is not Outcome.DIFFERENT:
        return False
    return _prices(claim) != _prices(source)


def _same_number(mine: Quantity, theirs: Quantity) -> bool:
    return (mine.low, mine.high) == (theirs.low, theirs.high)


def _prices(one: Claim) -> str:
    """In the money of which year a sentence counts; "" for that of its own day."""
    match = _PRICES.search(one.sentence.text)
    if match is None:
        return ""
    return match["year"] or ("now" if match["now"] else "real")
