"""Every value of a sentence, whatever its kind, against readable tables; and what is no value."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.claims.texts import golden
from verify.claims import read_claims
from verify.records import Claim, Comparative, Hedge, Ordinal, Quantity, Value, When

AS_OF = dt.date(2025, 6, 26)
"""A Thursday."""
TABLES = ("counts", "money", "durations", "dates", "ordinals", "comparatives")
ROWS = [row for table in TABLES for row in golden(table)]
_SIGNS = {
    Hedge.EXACT: "", Hedge.ABOUT: "~", Hedge.AT_LEAST: ">=", Hedge.MORE_THAN: ">",
    Hedge.AT_MOST: "<=", Hedge.LESS_THAN: "<", Hedge.OPEN: "",
}  # fmt: skip


def plain(value: Decimal) -> str:
    """The shortest way to write it in figures."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def say(claim: Claim) -> str:
    """E.g. "duration 36 month until 2020-01-01..2020-12-31"."""
    kind = claim.kind.value
    match claim.value:
        case Quantity() as value:
            return f"{kind} {_amount(value)}"
        case Ordinal() as value:
            ranked = f"{kind} {value.rank} {value.quality}".rstrip()
            field = f" among {value.field}" if value.field else ""
            return ranked + field + (f" since {value.since}" if value.since else "")
        case Comparative() as value:
            return f"{kind} {value.degree} {value.quality} than {value.than}"
        case When() as value:
            return f"date {_days(value)}"
    return kind


def _amount(value: Quantity) -> str:
    low, high = plain(value.low), plain(value.high)
    wide = f"{low}.." if value.hedge is Hedge.OPEN else f"{low}..{high}"
    words = [_SIGNS[value.hedge] + (low if low == high else wide), value.unit]
    words += ["of", plain(value.whole)] if value.whole is not None else []
    words += ["per", value.per] if value.per else []
    words += ["from", _days(value.begins)] if value.begins else []
    words += ["until", _days(value.ends)] if value.ends else []
    return " ".join(filter(None, words))


def _days(when: When) -> str:
    if when.start == when.end:
        days = f"{when.start}"
    else:
        days = f"{when.start}{' to ' if when.throughout else '..'}{when.end}"
    return days if when.certain else days + "?"


@pytest.mark.parametrize("row", ROWS)
def test_every_value_of_a_sentence(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    claims = [c for c in read_claims(text, AS_OF) if c.value is not None]
    assert " | ".join(map(say, claims)) == wanted.strip()
    for claim in claims:
        value: Value | None = claim.value
        assert value is not None and value.text
        assert claim.span.of(text) == claim.text


def test_there_are_enough_cases_and_enough_of_them_are_traps() -> None:
    traps = [row for row in ROWS if row.endswith("->")]
    assert len(ROWS) == len(set(ROWS)) >= 700
    assert 3 * len(traps) >= len(ROWS)
