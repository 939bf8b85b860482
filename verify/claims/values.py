"""Reading -> Values: everything typed in a sentence, with its kind and its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from verify.claims.ages import find_ages
from verify.claims.barecounts import find_bare_counts
from verify.claims.comparatives import Compared, find_comparatives
from verify.claims.dates import Dated
from verify.claims.endpoints import with_end_points
from verify.claims.lists import find_lists
from verify.claims.offsets import OFFSET, anchored_dates
from verify.claims.ordinals import Ranked, find_ordinals
from verify.claims.quantities import find_quantities
from verify.claims.quotes import find_quotes
from verify.claims.reading import Reading
from verify.claims.roles import Held, find_roles
from verify.records import Kind, Value

Found = tuple[int, int, Kind, Value | None, int]
"""Start, end, kind, value, and a place in the clause that the value is said of."""


def find_values(reading: Reading) -> Iterator[Found]:
    """Everything typed in a sentence."""
    text = reading.text
    ranks = find_ordinals(text)
    held = find_roles(text, reading.names, reading.offices)
    for ranked in ranks:
        if not _in_office(reading, ranked, held):
            yield ranked.start, ranked.end, ranked.kind, ranked.value, ranked.start
    dated = [(d.start, d.end) for d in reading.dates]
    quantities = find_quantities(text)
    ages = find_ages(text, reading.names)
    for measured in (*quantities, *find_bare_counts(text, quantities), *ages):
        if measured.kind is Kind.DURATION and any(r.start < measured.start < r.end for r in ranks):
            continue  # "the worst in 40 years": a window, and no claim of its own
        if not any(s < measured.end and measured.start < e for s, e in dated):
            lasting = with_end_points(text, measured, reading.dates)
            yield lasting.start, lasting.end, lasting.kind, lasting.value, lasting.start
    measures = _offsets([(m.start, m.end + 1) for m in quantities])
    compared = [
        one
        for one in find_comparatives(text, reading.tokens, reading.names)
        if measures.isdisjoint(range(one.start, one.end))
    ]
    for one in compared:
        yield one.start, one.end, Kind.COMPARATIVE, one.value, one.start
    said = _offsets([(one.start, one.end) for one in compared])
    for anchored in anchored_dates(reading):
        if anchored.start in said:
            continue  # "higher than in 2023"
        if _is_period(reading, anchored, compared) or reading.is_quoted(anchored.start):
            continue
        at = anchored.end + 1 if anchored.how == OFFSET else anchored.start
        yield anchored.start, anchored.end, Kind.DATE, anchored.value, at
    for role in held:
        value = role.value
        if value.of in _people_put_in(reading):
            # "her finance director" is the company's, not hers.
            value = value.model_copy(update={"of": ""})
        yield role.start, role.end, Kind.ROLE, value, role.start
    for listed in find_lists(text, reading.names):
        yield listed.start, listed.end, Kind.MEMBERSHIP, listed.value, listed.start
    for quoted in find_quotes(text, reading.names):
        yield quoted.start, quoted.end, Kind.QUOTE, quoted.value, quoted.start


def _in_office(reading: Reading, ranked: Ranked, held: Sequence[Held]) -> bool:
    """Whether a rank is a word of an office: first minister. A superlative is one only where it
    is told what holds it: "the largest city of Chile is Santiago", not "it is the largest city"."""
    if not any(start <= ranked.start < end for start, end in reading.offices):
        return False
    return not ranked.value.quality or any(h.start <= ranked.start < h.end for h in held)


def _offsets(spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Every offset in any of the spans, which do not overlap."""
    return frozenset(at for start, end in spans for at in range(start, end))


def _people_put_in(reading: Reading) -> set[str]:
    """Names that stand where the draft has "his" or "her"."""
    personal = (r for r in reading.replacements if r.text.lower() in {"his", "her"})
    return {r.by.removesuffix("’s") for r in personal}


def _is_period(reading: Reading, dated: Dated, compared: Sequence[Compared]) -> bool:
    """Whether a date says when a figure was measured, or two were compared: "revenue rose 5% in
    2024" is one claim."""
    if dated.value.end - dated.value.start < dt.timedelta(days=8) or dated.how == OFFSET:
        return False
    clause = reading.clause_of(dated.start)
    low = reading.tokens[clause.start].start
    high = reading.tokens[clause.end - 1].end
    return any(low <= one.start < high for one in compared) or any(
        low <= m.start < high and m.kind is not Kind.DURATION for m in find_quantities(reading.text)
    )
