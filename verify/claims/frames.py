"""What a value is said of: whose it is, what it measures, when, and in which sense."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verify.claims.measures import DIMENSIONS, measured
from verify.claims.owners import (
    bounds,
    common_lemmas,
    owner_of,
    owns_office,
    phrase_names,
    subject_of,
    topic_of,
)
from verify.claims.reading import Reading
from verify.claims.senses import marks_of, period_of
from verify.claims.words import Token
from verify.records import Frame, Kind, Quantity, Value


def frame_of(
    reading: Reading, start: int, end: int, kind: Kind, value: Value | None, at: int
) -> Frame:
    """The frame of the value at [start, end) of `reading.text`, said in the clause at `at`."""
    clause = reading.clause_of(at)
    tokens = reading.tokens
    inside = tokens[clause.start : clause.end]
    low, high = bounds(reading, clause)
    names = tuple(
        n for n in reading.names if low <= n.start < high and not owns_office(reading, n.end)
    )
    subject = owner_of(reading, start, end, kind) or subject_of(reading, clause)
    if kind in {Kind.ORDINAL, Kind.SUPERLATIVE} and (phrase := phrase_names(reading, end)):
        subject = phrase
    head, series = measured(reading, clause, start, end, kind, value)
    own = () if kind is Kind.EVENT else (start, end)
    others = tuple(t for t in inside if not (own and own[0] <= t.start < own[1]))
    antecedent = (tokens[clause.antecedent],) if clause.antecedent >= 0 else ()
    wider = (t for t in tokens if not (start <= t.start < end))
    return Frame(
        subject=subject,
        topic=_without_unit(topic_of(reading, clause), inside, value, (start, end)),
        head=head,
        series=series,
        verb=tuple(DIMENSIONS.get(v, v) for v in clause.verbs),
        near=_near(reading, start, end, (low, high)),
        names=tuple(dict.fromkeys(n.text for n in names)),
        terms=common_lemmas(antecedent + others, reading),
        wider_names=reading.wider_names,
        wider_terms=common_lemmas(wider, reading),
        period=period_of(reading, clause, start, end),
        marks=marks_of(reading, clause, start, end, kind),
    )


def _without_unit(
    topic: tuple[str, ...], clause: Sequence[Token], value: Value | None, span: tuple[int, int]
) -> tuple[str, ...]:
    """The topic without the unit of a value in it: of "80,000 hectares of land" the land."""
    if not isinstance(value, Quantity) or not value.unit:
        return topic
    unit = {t.lemma for t in clause if span[0] <= t.start < span[1]}
    return tuple(t for t in topic if t not in unit)


def _near(reading: Reading, start: int, end: int, clause: tuple[int, int]) -> tuple[str, ...]:
    """What stands between the value and its neighbours in the clause."""
    text = reading.text
    numbers = _figures(text)
    low = max((e for s, e in numbers if e <= start), default=clause[0])
    high = min((s for s, e in numbers if s >= end), default=clause[1])
    low, high = max(low, clause[0]), min(high, clause[1])
    tokens = (t for t in reading.tokens if low <= t.start < high and not start <= t.start < end)
    names = tuple(n.text for n in reading.names if low <= n.start < high)
    return (*common_lemmas(tokens, reading), *names)


@lru_cache(maxsize=256)
def _figures(text: str) -> tuple[tuple[int, int], ...]:
    """Where the numbers in digits stand."""
    return tuple(m.span() for m in _FIGURE.finditer(text))


_FIGURE = re.compile(r"[$£€]?\d[\d.,]*\d|\d")
