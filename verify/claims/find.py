"""Draft -> Claims: every assertion of every sentence, typed, framed and anchored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from typing import NamedTuple

from verify.claims.asserted import Asserted, assert_all, home, stated, unclaimed
from verify.claims.checkable import is_fragment, why_skipped
from verify.claims.figures import find_figures
from verify.claims.frames import frame_of
from verify.claims.reading import Reading, read_sentences
from verify.claims.talk import is_spoken, name_talk
from verify.claims.values import Found, find_values
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
)
from verify.sentences import each_sentence, split_sentences

WORTH = 0.15
"""Low enough, in debates, to keep nine of ten sentences that are worth it."""
Worth = Callable[[Sequence[str]], Sequence[float]]
"""Of sentences, how likely each is worth checking: 0 to 1."""
TOGETHER = 256
"""Sentences read before the model is asked of them: as many as a feature story has."""


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
    figures: list[Claim] = []
    skipped: list[Skipped] = []
    for one in _each(draft, worth, threshold, everything=everything, figures=True):
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            (figures if one.bare else claims).append(one)
    return Claims(claims=tuple(claims), figures=tuple(figures), skipped=tuple(skipped))


def each_claim(
    draft: Draft, worth: Worth | None = None, *, threshold: float = WORTH, everything: bool = False
) -> Iterator[Claim | Skipped]:
    """The claims that `find_claims` finds and what it skips, in the order of the draft and as it is
    read: a draft of any length needs little more memory than its text."""
    return _each(draft, worth, threshold, everything=everything, figures=False)


def _each(
    draft: Draft, worth: Worth | None, threshold: float, *, everything: bool, figures: bool
) -> Iterator[Claim | Skipped]:
    """Every claim and skipped sentence, and the bare figures where they are asked for."""
    code = {n for n, block in enumerate(draft.blocks) if block.kind is BlockKind.CODE}
    sentences = (s for s in each_sentence(draft.text, draft.blocks) if s.block not in code)
    readings = read_sentences(sentences, draft.as_of, draft.title)
    number, bare = count(1), count(1)
    while read := [_parts(r, figures=figures) for r in islice(readings, TOGETHER)]:
        reasons = [_reason(part.sentence, part.claims, everything) for part in read]
        shares: dict[int, float] = {}
        if worth and not everything:
            shares = _shares(read, reasons, worth)
        for n, part in enumerate(read):
            share = shares.get(n)
            reason = reasons[n]
            if share is not None and share < threshold:
                reason = name_talk(part.sentence.text)
            if reason:
                yield Skipped(sentence=part.sentence, reason=reason, worth=share)
                continue
            for claim in part.claims:
                yield claim.model_copy(update={"id": f"c{next(number)}", "worth": share})
            for figure in part.figures:
                yield figure.model_copy(update={"id": f"f{next(bare)}", "worth": share})


class _Part(NamedTuple):
    """A sentence with its claims and its bare figures, not yet numbered."""

    sentence: Sentence
    claims: tuple[Claim, ...]
    figures: tuple[Claim, ...]


def _parts(reading: Reading, *, figures: bool) -> _Part:
    values = tuple(find_values(reading))
    bare = tuple(_figures(reading, values)) if figures else ()
    return _Part(reading.sentence, tuple(_asserted(reading, values)), bare)


def _shares(
    read: Sequence[_Part],
    reasons: Sequence[Skip | None],
    worth: Worth,
) -> dict[int, float]:
    """How likely the sentences of which the model is asked are worth checking, by number."""
    asked = [
        n
        for n, (part, reason) in enumerate(zip(read, reasons, strict=True))
        if not reason and (not _typed(part.claims) or is_spoken(part.sentence.text))
    ]
    if not asked:
        return {}
    return dict(zip(asked, worth([read[n].sentence.text for n in asked]), strict=True))


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


def read_figures(
    text: str, published: dt.date | None, title: str = "", sentences: Sequence[Sentence] = ()
) -> tuple[Claim, ...]:
    """The bare figures of a reference text, read as a draft's are."""
    return tuple(
        figure
        for reading in read_sentences(sentences or split_sentences(text), published, title)
        for figure in _figures(reading, tuple(find_values(reading)))
    )


def _figures(reading: Reading, values: Sequence[Found]) -> Iterator[Claim]:
    """What is no value by any reading, and a figure all the same."""
    for one in find_figures(reading, [(start, end) for start, end, *_ in values]):
        span = reading.original(one.start, one.end)
        if span:
            found = one.start, one.end, one.kind, one.value, one.start
            yield _claim(reading, span, found).model_copy(update={"bare": True})


def _asserted(reading: Reading, values: Sequence[Found]) -> Sequence[Claim]:
    """What a draft's sentence asserts, part by part: its values, and the assertions without one."""
    if is_fragment(reading.sentence.text):
        return list(_typed_claims(reading, values))
    found = assert_all(reading)
    claims = []
    for claim in _typed_claims(reading, values):
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
    for claim in _typed_claims(reading, tuple(find_values(reading))):
        none = False
        yield claim
    if none and not is_fragment(reading.sentence.text):
        yield _whole(reading)


def _typed_claims(reading: Reading, values: Sequence[Found]) -> Iterator[Claim]:
    """The values of a sentence as claims, not yet numbered."""
    taken: list[Span] = []
    found = sorted(values, key=lambda f: (f[0], -f[1]))
    for start, end, kind, value, at in found:
        span = reading.original(start, end)
        if span is None or span in taken:
            continue
        taken.append(span)
        yield _claim(reading, span, (start, end, kind, value, at))


def _whole(reading: Reading) -> Claim:
    """A sentence as one claim."""
    return _claim(reading, reading.sentence.span, (0, len(reading.text), Kind.EVENT, None, 0))


def _claim(reading: Reading, span: Span, found: Found) -> Claim:
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
