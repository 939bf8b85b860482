"""Ages beside a person's name: "Lena Marsh, 45, sings", and which durations are ages at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from verify.claims.names import Name
from verify.claims.quantities import Measured
from verify.records import Claim, Kind, Quantity

_OLDEST = 110
_ASIDE = re.compile(r",\s+(?P<age>\d{1,3})(?=,(?:\s+[a-z(“\"]|\s*$)|\.?\s*$)")
_WHO_IS = re.compile(r",?\s+(?:who\s+)?(?:is|turned|turns)\s+(?P<age>\d{2,3})(?=\s*[,.;]|\s*$)")
_AGED = re.compile(r"\b(?:aged?|at\s+age|age\s+of)\s", re.IGNORECASE)
_OLD = re.compile(r"(?:[\s-]years?)?[\s-]olds?\b", re.IGNORECASE)
_YEARS = Decimal(12)


def find_ages(text: str, names: Sequence[Name]) -> Iterator[Measured]:
    """Bare numbers right behind a person's name, between commas or as all that is said of them."""
    for name in names:
        if name.person is False or name.place or " " not in name.text:
            continue
        match = _ASIDE.match(text, name.end) or (_WHO_IS.match(text, name.end))
        if match is None or not 0 < int(match["age"]) <= _OLDEST:
            continue
        months = int(match["age"]) * _YEARS
        value = Quantity(low=months, high=months, unit="month", precision=_YEARS, text=match["age"])
        yield Measured(match.start("age"), match.end("age"), Kind.DURATION, value, False)


def age_told(claim: Claim) -> int | None:
    """How old somebody is by a claim, in whole years; None where it tells no exact age."""
    value = claim.value
    if not isinstance(value, Quantity) or value.unit != "month" or value.low != value.high:
        return None
    if value.low % _YEARS or not 0 < value.low <= _OLDEST * _YEARS:
        return None
    text = claim.sentence.text
    start, end = (n - claim.sentence.span.start for n in (claim.span.start, claim.span.end))
    told = (
        _AGED.match(claim.text)
        or _OLD.search(claim.text)
        or _OLD.match(text, end)
        or (claim.text.isdigit() and (text[:start].rstrip()[-1:] == "," or _is_said(text, start)))
    )
    return int(value.low / _YEARS) if told else None


def _is_said(text: str, start: int) -> bool:
    return re.search(r"\b(?:is|turned|turns)\s+$", text[:start]) is not None
