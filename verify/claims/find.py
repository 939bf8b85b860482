"""Draft -> Claims: every assertion of every sentence, typed, framed and anchored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from verify.claims.ages import find_ages
from verify.claims.asserted import Asserted, assert_all, home, stated, unclaimed
from verify.claims.barecounts import find_bare_counts
from verify.claims.checkable import is_fragment, why_skipped
from verify.claims.comparatives import Compared, find_comparatives
from verify.claims.dates import Dated
from verify.claims.endpoints import with_end_points
from verify.claims.frames import frame_of
from verify.claims.lists import find_lists
from verify.claims.offsets import OFFSET, anchored_dates
from verify.claims.ordinals import find_ordinals
from verify.claims.quantities import find_quantities
from verify.claims.quotes import find_quotes
from verify.claims.reading import Reading, read_sentences
from verify.claims.roles import find_roles
from verify.claims.talk import is_spoken, name_talk
from verify.records import (
    BlockKind,
    Claim,
    Claims,
    Comparative,
    Draft,
    Kind,
    Membership,
    Sentence,
    Skip,
    Skipped,
    Span,
    Value,
)
from verify.sentences import each_sentence, split_sentences

WORTH = 0.15
"""Low enough, in debates, to keep nine of ten sentences that are worth it."""
Worth = Callable[[Sequence[str]], Sequence[float]]
"""Of sentences, how likely each is worth checking: 0 to 1."""
TOGETHER = 256
"""Sentences read before the model is asked of them: as many as a feature story has."""
_Found = tuple[int, int, Kind, Value | None, int]
"""Start, end, kind, value, and a place in the clause that the value is said of."""


def find_claims(
    draft: Draft, worth: Worth | None = None, *, threshold: float = WORTH, everything: bool = False
) -> Claims:
    """Every claim of a draft in order, and the sentences that are not checked.

    `worth` says of sentences how likely they are worth checking, and one below the `threshold` is
    skipped. It is asked of those without a typed value, and of those that speak of the writer or
    the reader: it knows debates, where nobody says "two people were hurt". With `everything`,
    nothing is skipped that asserts something.
    """
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for one in each_claim(draft, worth, threshold=threshold, everything=everything):
        if isinstance(one, Claim):
            claims.append(one)
        else:
            skipped.append(one)
    return Claims(claims=tuple(claims), skipped=tuple(skipped))


def each_claim(
    draft: Draft, worth: Worth | None = None, *, threshold: float = WORTH, everything: bool = False
) -> Iterator[Claim | Skipped]:
    """What `find_claims` finds, in the order of the draft and as it is read: a draft of any length
    needs little more memory than its text."""
    code = {n for n, block in enumerate(draft.blocks) if block.kind is BlockKind.CODE}
    sentences = (s for s in each_sentence(draft.text, draft.blocks) if s.block not in code)
    readings = read_sentences(sentences, draft.as_of, draft.title)
    number = 0
    while read := [(r.sentence, tuple(_asserted(r))) for r in islice(readings, TOGETHER)]:
        reasons = [_reason(sentence, here, everything) for sentence, here in read]
        shares: dict[int, float] = {}
        if worth and not everything:
            shares = _shares(read, reasons, worth)
        for n, (sentence, here) in enumerate(read):
            share = shares.get(n)
            reason = reasons[n]
            if share is not None and share < threshold:
                reason = name_talk(sentence.text)
            if reason:
                yield Skipped(sentence=sentence, reason=reason, worth=share)
                continue
            for claim in here:
                number += 1
                yield claim.model_copy(update={"id": f"c{number}", "worth": share})


def _shares(
    read: Sequence[tuple[Sentence, tuple[Claim, ...]]],
    reasons: Sequence[Skip | None],
    worth: Worth,
) -> dict[int, float]:
    """How likely the sentences of which the model is asked are worth checking, by number."""
    asked = [
        n
        for n, ((sentence, here), reason) in enumerate(zip(read, reasons, strict=True))
        if not reason and (not _typed(here) or is_spoken(sentence.text))
    ]
    if not asked:
        return {}
    return dict(zip(asked, worth([read[n][0].text for n in asked]), strict=True))


def _reason(sentence: Sentence, here: Sequence[Claim], everything: bool) -> Skip | None:
    """Why a sentence is not checked, by its words and by what was read in it."""
    if not here:
        return Skip.FRAGMENT
    return None if everything else why_skipped(sentence.text, _typed(here))


def _typed(here: Sequence[Claim]) -> bool:
    """Whether there is a value that no opinion has: "more charming than" is no fact by its form."""
    return any(c.value is not None and not isinstance(c.value, Comparative) for c in here)


def read_claims(
    text: str, published: dt.date | None, title: str = "", sentences: Sequence[Sentence] = ()
) -> tuple[Claim, ...]:
    """What a reference text asserts: the same reading as a draft's, with nothing skipped."""
    claims: list[Claim] = []
    for reading in read_sentences(sentences or split_sentences(text), published, title):
        claims += _claims_of(reading)
    # A passage is a few sentences about one thing: what one names, the others are about too.
    everyone = tuple(dict.fromkeys(n for c in claims for n in c.frame.wider_names))
    return tuple(
        c.model_copy(
            update={
                "id": f"c{n}",
                "frame": c.frame.model_copy(update={"wider_names": everyone}),
            }
        )
        for n, c in enumerate(claims, start=1)
    )


def _asserted(reading: Reading) -> Sequence[Claim]:
    """What a draft's sentence asserts, part by part: its values, and the assertions without one."""
    if is_fragment(reading.sentence.text):
        return list(_typed_claims(reading))
    found = assert_all(reading)
    claims = []
    for claim in _typed_claims(reading):
        one = home(found, claim, reading)
        claims.append(claim.model_copy(update={"assertion": one}))
    if not claims and len(found) < 2:
        whole = found[0].assertion if found else None
        return [_whole(reading).model_copy(update={"assertion": whole})]
    told = [c for c in claims if not _is_bare_list(c)]
    claims += (_event(reading, one) for one in unclaimed(found, told))
    return sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))


def _is_bare_list(claim: Claim) -> bool:
    """Names said together, of which no word tells what they are: the rest of the sentence is to be
    checked all the same."""
    return isinstance(claim.value, Membership) and not claim.value.relation


def _event(reading: Reading, one: Asserted) -> Claim:
    """An assertion without a typed value."""
    base = reading.sentence.span.start
    return Claim(
        id="",
        kind=Kind.EVENT,
        span=one.own,
        text=reading.sentence.text[one.own.start - base : one.own.end - base],
        sentence=reading.sentence,
        resolved=one.assertion.wording,
        frame=stated(reading, one),
        replacements=reading.replacements,
        unresolved=reading.unresolved,
        assertion=one.assertion,
    )


def _claims_of(reading: Reading) -> Iterator[Claim]:
    """What a reference text's sentence asserts: its values, or itself where it has none."""
    none = True
    for claim in _typed_claims(reading):
        none = False
        yield claim
    if none and not is_fragment(reading.sentence.text):
        yield _whole(reading)


def _typed_claims(reading: Reading) -> Iterator[Claim]:
    """The values of a sentence as claims, not yet numbered."""
    taken: list[Span] = []
    found = sorted(_values(reading), key=lambda f: (f[0], -f[1]))
    for start, end, kind, value, at in found:
        span = reading.original(start, end)
        if span is None or span in taken:
            continue
        taken.append(span)
        yield _claim(reading, span, (start, end, kind, value, at))


def _whole(reading: Reading) -> Claim:
    """A sentence as one claim."""
    return _claim(reading, reading.sentence.span, (0, len(reading.text), Kind.EVENT, None, 0))


def _claim(reading: Reading, span: Span, found: _Found) -> Claim:
    start, end, kind, value, at = found
    base = reading.sentence.span.start
    return Claim(
        id="",
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
    ranks = find_ordinals(text)
    for ranked in ranks:
        if not any(s <= ranked.start < e for s, e in reading.offices):
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
        if _is_period(reading, anchored, compared) or _in_quotes(text, anchored.start):
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


def _in_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
