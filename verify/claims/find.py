"""Draft -> Claims: every assertion of every sentence, typed, framed and anchored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from verify.claims.barecounts import find_bare_counts
from verify.claims.checkable import is_fragment, why_skipped
from verify.claims.dates import Dated
from verify.claims.frames import frame_of
from verify.claims.lists import find_lists
from verify.claims.offsets import OFFSET, anchored_dates
from verify.claims.ordinals import find_ordinals
from verify.claims.quantities import find_quantities
from verify.claims.quotes import find_quotes
from verify.claims.reading import Reading, read_sentences
from verify.claims.roles import find_roles
from verify.records import (
    BlockKind,
    Claim,
    Claims,
    Draft,
    Kind,
    Sentence,
    Skipped,
    Span,
    Value,
)
from verify.sentences import split_sentences

_Found = tuple[int, int, Kind, Value | None, int]
"""Start, end, kind, value, and a place in the clause that the value is said of."""


def find_claims(draft: Draft) -> Claims:
    """Every claim of a draft in order, and the sentences that are not checked."""
    code = {n for n, block in enumerate(draft.blocks) if block.kind is BlockKind.CODE}
    sentences = [s for s in split_sentences(draft.text, draft.blocks) if s.block not in code]
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for reading in read_sentences(sentences, draft.as_of, draft.title):
        here = tuple(_claims_of(reading, len(claims)))
        typed = any(c.value is not None for c in here)
        if reason := why_skipped(reading.sentence.text, typed):
            skipped.append(Skipped(sentence=reading.sentence, reason=reason))
            continue
        claims += here
    return Claims(claims=tuple(claims), skipped=tuple(skipped))


def read_claims(
    text: str, published: dt.date | None, title: str = "", sentences: Sequence[Sentence] = ()
) -> tuple[Claim, ...]:
    """What a reference text asserts: the same reading as a draft's, with nothing skipped."""
    claims: list[Claim] = []
    for reading in read_sentences(sentences or split_sentences(text), published, title):
        claims += _claims_of(reading, len(claims))
    # A passage is a few sentences about one thing: what one names, the others are about too.
    everyone = tuple(dict.fromkeys(n for c in claims for n in c.frame.wider_names))
    return tuple(
        c.model_copy(update={"frame": c.frame.model_copy(update={"wider_names": everyone})})
        for c in claims
    )


def _claims_of(reading: Reading, count: int) -> Iterator[Claim]:
    taken: list[Span] = []
    found = sorted(_values(reading), key=lambda f: (f[0], -f[1]))
    for start, end, kind, value, at in found:
        span = reading.original(start, end)
        if span is None or span in taken:
            continue
        taken.append(span)
        yield _claim(reading, span, (start, end, kind, value, at), count)
        count += 1
    if not taken and not is_fragment(reading.sentence.text):
        span = reading.sentence.span
        yield _claim(reading, span, (0, len(reading.text), Kind.EVENT, None, 0), count)


def _claim(reading: Reading, span: Span, found: _Found, number: int) -> Claim:
    start, end, kind, value, at = found
    base = reading.sentence.span.start
    return Claim(
        id=f"c{number + 1}",
        kind=kind,
        span=span,
        text=span.shift(-base).of(reading.sentence.text)
        if base
        else span.of(reading.sentence.text),
        sentence=reading.sentence,
        resolved=reading.text,
        value=value,
        frame=frame_of(reading, start, end, kind, value, at),
        replacements=reading.replacements,
        unresolved=reading.unresolved,
    )


def _values(reading: Reading) -> Iterator[_Found]:
    """Everything typed in a sentence."""
    text = reading.text
    for ranked in find_ordinals(text):
        if not any(s <= ranked.start < e for s, e in reading.offices):
            yield ranked.start, ranked.end, ranked.kind, ranked.value, ranked.start
    dated = [(d.start, d.end) for d in reading.dates]
    quantities = find_quantities(text)
    for measured in (*quantities, *find_bare_counts(text, quantities)):
        if not any(s < measured.end and measured.start < e for s, e in dated):
            yield measured.start, measured.end, measured.kind, measured.value, measured.start
    for anchored in anchored_dates(reading):
        if _is_period(reading, anchored) or _in_quotes(text, anchored.start):
            continue
        at = anchored.end + 1 if anchored.how == OFFSET else anchored.start
        yield anchored.start, anchored.end, Kind.DATE, anchored.value, at
    for held in find_roles(text, reading.names, reading.offices):
        value = held.value
        if value.of in _people_put_in(reading):
            # "her finance director" is the company's, not hers.
            value = value.model_copy(update={"of": ""})
        yield held.start, held.end, Kind.ROLE, value, held.start
    for listed in find_lists(text, reading.names):
        yield listed.start, listed.end, Kind.MEMBERSHIP, listed.value, listed.start
    for quoted in find_quotes(text, reading.names):
        yield quoted.start, quoted.end, Kind.QUOTE, quoted.value, quoted.start


def _people_put_in(reading: Reading) -> set[str]:
    """Names that stand where the draft has "his" or "her"."""
    personal = (r for r in reading.replacements if r.text.lower() in {"his", "her"})
    return {r.by.removesuffix("’s") for r in personal}


def _is_period(reading: Reading, dated: Dated) -> bool:
    """Whether a date says when a figure was measured: "revenue rose 5% in 2024" is one claim."""
    if dated.value.end - dated.value.start < dt.timedelta(days=8) or dated.how == OFFSET:
        return False
    clause = reading.clause_of(dated.start)
    low = reading.tokens[clause.start].start
    high = reading.tokens[clause.end - 1].end
    return any(
        low <= m.start < high and m.kind is not Kind.DURATION for m in find_quantities(reading.text)
    )


def _in_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
