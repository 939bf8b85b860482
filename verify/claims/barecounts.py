"""Counts whose noun stands before them or is left out: "a crowd of 51,204", "the toll rose to 214",
"it employs 340"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.numbered import names_a_thing
from verify.claims.numbers import Number, find_numbers
from verify.claims.quantities import Measured
from verify.records import Kind, Quantity

_LEAD = re.compile(
    r"\b(?:(?:crowd|attendance|audience|total|toll|workforce|staff|population|membership|capacity"
    r"|majority|figure|number|turnout|fleet|payroll|electorate|enrolment|circulation|squad|team)"
    r"\s+(?:of|was|were|is|stood\s+at|reached|came\s+to|at)"
    r"|(?:rose|risen|fell|fallen|grew|grown|shrank|shrunk|climbed|dropped|increased?|cut|raised)"
    r"(?:\s+from\s+\S+)?\s+to"
    r"|employ(?:s|ed)?|seats|killed|killing|injured|injuring|wounded|totall?(?:ed|s)|number(?:ed|s)"
    r"|reached|was|were|stood\s+at)\s+$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"$|[.,;:)!?”\"](?!\d)|\s+(?:and|or|of|in|at|on|by|from|after|for|with|to|which|when|a)\b"
)


def find_bare_counts(text: str, taken: Sequence[Measured]) -> tuple[Measured, ...]:
    """Whole numbers that count something without a noun of their own, in order.

    `taken` are the quantities that were read already.
    """
    found = []
    for number in find_numbers(text):
        start, end = number.hedge_start, number.end
        if number.low != number.low.to_integral_value() or number.high < 10:
            continue
        if any(m.start < end and start < m.end for m in taken) or names_a_thing(text, number):
            continue
        if not _TAIL.match(text, end) or not _LEAD.search(text, max(0, start - 60), start):
            continue
        value = plain_number(text, number)
        found.append(Measured(start, end, Kind.COUNT, value, attributive=False))
    return tuple(found)


def plain_number(text: str, number: Number) -> Quantity:
    """A number without a unit, with its hedge."""
    return Quantity(
        low=number.low,
        high=number.high,
        hedge=number.hedge,
        precision=number.precision,
        text=text[number.hedge_start : number.end],
    )
