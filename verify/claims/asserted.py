"""The assertions of a draft's sentence, and which of them a claim belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims.owners import common_lemmas, subject_of, topic_of
from verify.claims.reading import Reading
from verify.claims.split.assertions import find_assertions, render
from verify.claims.words import tokenize
from verify.records import Assertion, Claim, Frame, Kind, Span

_WIDE = frozenset({Kind.QUOTE, Kind.MEMBERSHIP})
"""Kinds whose value may be several assertions: all words of a speaker, all members of a list."""


@dataclass(frozen=True, slots=True)
class Asserted:
    """An assertion, and the span of its own words in the draft."""

    assertion: Assertion
    own: Span


def assert_all(reading: Reading) -> tuple[Asserted, ...]:
    """The assertions of a sentence in order."""
    sentence, base = reading.sentence, reading.sentence.span.start
    replacements = [
        r.model_copy(update={"span": Span(start=r.span.start - base, end=r.span.end - base)})
        for r in reading.replacements
    ]
    return tuple(
        Asserted(
            Assertion(
                form=one.form,
                parts=tuple(Span(start=base + s, end=base + e) for s, e in one.parts),
                wording=render(one, sentence.text, replacements),
            ),
            Span(start=base + one.own[0], end=base + one.own[1]),
        )
        for one in find_assertions(tokenize(sentence.text))
    )


def home(found: Sequence[Asserted], claim: Claim, reading: Reading) -> Assertion | None:
    """The assertion that a value belongs to: one in which it begins, with most of its words, of its
    own rather than borrowed, and no more others than it must. A list is of all that share it."""
    span = claim.span
    having = [one for one in found if _shared(one, span)]
    if claim.kind is Kind.MEMBERSHIP and len(having) > 1:
        every = sorted({(p.start, p.end) for one in having for p in one.assertion.parts})
        form = having[0].assertion.form
        return Assertion(form=form, parts=_joined(every), wording=reading.text)
    best = max(
        having,
        key=lambda one: (
            any(part.start <= span.start < part.end for part in one.assertion.parts),
            _shared(one, span),
            one.own.overlaps(span),
            -sum(part.end - part.start for part in one.assertion.parts),
        ),
        default=None,
    )
    return best.assertion if best else None


def unclaimed(found: Sequence[Asserted], claims: Sequence[Claim]) -> tuple[Asserted, ...]:
    """The assertions that no value stands in and that are no part of one, as "since he left"."""
    taken = [claim.assertion for claim in claims]
    wide = [claim.span for claim in claims if claim.kind in _WIDE]
    return tuple(
        one
        for one in found
        if one.assertion not in taken
        and not any(claim.span.covers(one.own) for claim in claims)
        and not any(one.own.overlaps(span) for span in wide)
    )


def stated(reading: Reading, one: Asserted) -> Frame:
    """What an assertion without a value is about: the names and words of its own parts."""
    places = [placed(reading, part) for part in one.assertion.parts]
    clause = reading.clause_of(placed(reading, one.own)[0])
    tokens = (t for t in reading.tokens if any(s <= t.start < e for s, e in places))
    names = [n.text for n in reading.names if any(s <= n.start < e for s, e in places)]
    return Frame(
        subject=subject_of(reading, clause),
        topic=topic_of(reading, clause),
        verb=clause.verbs,
        names=tuple(dict.fromkeys(names)),
        terms=common_lemmas(tokens, reading),
        wider_names=reading.wider_names,
    )


def placed(reading: Reading, span: Span) -> tuple[int, int]:
    """Where a span of the draft stands in the wording with its names put in."""
    start, end = (at - reading.sentence.span.start for at in (span.start, span.end))
    for r in reading.replacements:
        grown = len(r.by) - (r.span.end - r.span.start)
        start += grown if r.span.end <= span.start else 0
        end += grown if r.span.end <= span.end else 0
    return start, end


def _shared(one: Asserted, span: Span) -> int:
    """How many code points of a span an assertion has."""
    parts = one.assertion.parts
    return sum(max(0, min(p.end, span.end) - max(p.start, span.start)) for p in parts)


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Spans in order as spans apart."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(Span(start=start, end=end) for start, end in joined)
