"""Two sentences that say the same in the same words, but for a value.

Where most of what a draft's sentence says stands in a source's sentence too, all its names and
years among it, and the same words stand right beside the two values, they fill the same place:
they are aligned by the wording and need no frame. Word order does not matter, so that a sentence
may be turned round or shortened; the words beside a value are looked at by side and distance.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.quantities import find_quantities
from verify.claims.words import Token, tokenize
from verify.judge.compare import compare, quantities_agree
from verify.judge.opposites import Opposed, opposed
from verify.records import Claim, Ordinal, Outcome, Quantity, Span

SHARE = 0.7
"""The share of a sentence's words that the other must have."""
ALL_BUT_SAME = 0.9
"""The share from which the sentences are one but for what was changed: an opposite anywhere in the
assertion concerns it."""
LEAST = 4
"""Fewer words in common are no likeness."""
BESIDE = 0.45
"""How much of what stands beside a value must stand beside the other; close words count more."""
LEAD = 0.1
"""By how much a value's place must be more alike than that of any other value of its sentence."""
_WIDTH = 5
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SMALL = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_SPELT = {"mln": "million", "bln": "billion", "pct": "percent", "%": "percent", "dlrs": "dollar"}


@dataclass(frozen=True, slots=True)
class Parallel:
    """How alike two sentences are (0 to 1), how alike the places of two values are, and by what."""

    share: float
    beside: float
    words: tuple[str, ...]
    opposed: Opposed | None = None

    @property
    def by(self) -> tuple[str, ...]:
        """For reading: what of the sentence is the same, and what stands beside both values."""
        told = f"same words beside it: {', '.join(self.words)}" if self.words else ""
        return tuple(filter(None, (f"{self.share:.0%} of the sentence in the same words", told)))


def parallel(claim: Claim, source: Claim, statements: Sequence[Claim]) -> Parallel | None:
    """How a source's value fills the place of a claim's; None where it does not, or where another
    value of the same sentence does as well.
    """
    mine, theirs = _lemmas(claim.sentence.text), _lemmas(source.sentence.text)
    if 2 * len(mine & theirs) < len(mine):
        return None  # most sentences, and soon told
    share = _share(claim, source)
    if share < SHARE:
        return None
    if _names_exchanged(claim, source):
        return None
    own = _beside(claim, source)
    likeness = sum(weight for _, weight in own)
    rivals = [s for s in statements if _is_rival(source, s) and not agree(source, s)]
    if likeness < BESIDE or any(
        sum(weight for _, weight in _beside(claim, rival)) > likeness - LEAD for rival in rivals
    ):
        return None
    turned = (r for r in rivals if agree(claim, r) and not stands_beside(claim, r))
    if not agree(claim, source) and any(turned):
        return None  # turned round, the sentence has the claim's value in another place
    words = tuple(dict.fromkeys(word for word, _ in own if word not in lexicon.FUNCTION_WORDS))
    far = share >= ALL_BUT_SAME
    return Parallel(share, likeness, words[:3], opposed(claim, source, far=far))


def agree(claim: Claim, source: Claim) -> bool:
    """Whether two values are one, as 2,850 km is 1,770 miles."""
    comparison = compare(claim, source)
    return comparison is not None and comparison.outcome is Outcome.SAME


def stands_beside(claim: Claim, rival: Claim) -> bool:
    """Whether the claim's sentence has another value's words beside the claim, in a place of their
    own: 48 dollars, up from 46."""
    span = _within(claim)
    text = claim.sentence.text
    return rival.text in text[: span.start] or rival.text in text[span.end :]


def _is_rival(source: Claim, other: Claim) -> bool:
    """Another value of the same type in the same sentence."""
    return (
        other.sentence == source.sentence
        and other.span != source.span
        and type(other.value) is type(source.value)
        and other.value != source.value
        and not source.span.overlaps(other.span)
        and (not isinstance(source.value, Quantity) or _dimension(source) == _dimension(other))
        and (not isinstance(source.value, Ordinal) or source.kind is other.kind)
    )


def _dimension(claim: Claim) -> str:
    return claim.value.unit if isinstance(claim.value, Quantity) else ""


def _share(claim: Claim, source: Claim) -> float:
    """The share of the claim's sentence, but for its value, that the source's has; 0 where a name,
    a year, a day or what is counted, measured or ranked is not there.
    """
    mine, theirs = _said(claim), tokenize(source.sentence.text)
    wanted = _content(mine)
    there = {*_content(theirs), *(t.lemma for t in theirs)}
    common = [w for w in wanted if w in there]
    if len(common) < LEAST or len(common) * 2 < len(wanted):
        return 0.0
    about, words = source.frame.wider_names, {t.lower for t in theirs}
    if not all(contains_name(about, n) or words >= {*n.lower().split()} for n in _names(claim)):
        return 0.0
    share = sum(_all_in((w,), there) for w in wanted) / len(wanted)
    subject, other = _subject(claim), _subject(source)
    if share >= ALL_BUT_SAME:  # then each name that is there has its place, by the words around it
        other = (*other, *(n for n in subject if n in source.sentence.text))
    if subject and other and not any(contains_name(other, n) for n in subject):
        return 0.0
    figures = _figures(mine)
    kept = figures & (_figures(theirs) | _converted(claim.sentence.text, source.sentence.text))
    if not _days(mine) <= _days(theirs) or 2 * len(kept) < len(figures):
        return 0.0  # a report of another day has other figures throughout
    frame = claim.frame
    if not _all_in((*frame.head, *frame.series, *frame.topic), there):
        return 0.0
    if not _all_in((*source.frame.head, *source.frame.topic), _lemmas(claim.sentence.text)):
        return 0.0
    return share


def _all_in(lemmas: Sequence[str], there: Collection[str]) -> bool:
    """Whether each lemma, or a near synonym, is there; numbers are compared by themselves."""
    return all(
        w in there or w in lexicon.NUMBER_WORDS or any(lexicon.same_word(w, t) for t in there)
        for w in lemmas
    )


def _names_exchanged(claim: Claim, source: Claim) -> bool:
    """Whether two names have changed places while all other words stand as they did."""
    here, there = claim.sentence.text, source.sentence.text
    value = claim.text.casefold()
    names = [n for n in claim.frame.wider_names if n in here and n.casefold() not in value]
    mine = sorted((n for n in names if n in there), key=here.index)
    if mine == sorted(mine, key=there.index):
        return False
    of_names = {t.lemma for name in mine for t in tokenize(name)}
    words, others = (
        [w for w in _content(tokens) if w not in of_names]
        for tokens in (_said(claim), _said(source))
    )
    common = [w for w in words if w in others]
    return common == [w for w in others if w in common]


def _days(tokens: Sequence[Token]) -> set[str]:
    """Years, months with the day beside them, and weekdays."""
    found = {t.text for t in tokens if _YEAR.fullmatch(t.text)}
    for at, token in enumerate(tokens):
        if token.lower in lexicon.WEEKDAYS:
            found.add(token.lower)
        if token.is_capital and token.lower in lexicon.MONTHS:
            beside = (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
            day = next((t.text for t in beside if t.text.isdigit() and len(t.text) < 3), "")
            found.add(f"{lexicon.MONTHS[token.lower]} {day}")
    return found


def _figures(tokens: Sequence[Token]) -> frozenset[str]:
    """Numbers, in digits where they are small words."""
    found = (_SMALL.get(t.lower, t.text.replace(",", "")) for t in tokens)
    return frozenset(one for one in found if one[:1].isdigit())


def figures_said(mine: str, theirs: str) -> bool:
    """Whether a text has every number, year and day of another one, be it in another unit."""
    here, there = tokenize(mine), tokenize(theirs)
    return _days(here) <= _days(there) and _figures(here) <= _figures(there) | _converted(
        mine, theirs
    )


def _converted(mine: str, theirs: str) -> frozenset[str]:
    """The numbers of amounts that the other text has in another unit: 19,700 ft for 6,000 m."""
    return frozenset(
        figure
        for one in _measures(mine)
        if any(
            one.unit == other.unit and quantities_agree(one, other) for other in _measures(theirs)
        )
        for figure in _figures(tokenize(one.text))
    )


@lru_cache(maxsize=20_000)
def _measures(text: str) -> tuple[Quantity, ...]:
    return tuple(q for m in find_quantities(text) if isinstance(q := m.value, Quantity) and q.unit)


def figures_apart(one: str, other: str) -> bool:
    """Whether two sentences give figures, and none that is the same, but for years and days."""
    both = [_plain_figures(tokenize(text)) for text in (one, other)]
    return all(both) and not both[0] & both[1]


def _plain_figures(tokens: Sequence[Token]) -> frozenset[str]:
    days = {day for one in _days(tokens) for day in one.split()}
    return frozenset(f for f in _figures(tokens) if f not in days)


@lru_cache(maxsize=20_000)
def _lemmas(text: str) -> frozenset[str]:
    return frozenset(t.lemma for t in tokenize(text))


def _names(claim: Claim) -> tuple[str, ...]:
    """Names of the claim's sentence that its value does not hold."""
    text = claim.text.casefold()
    return tuple(n for n in claim.frame.names if n.casefold() not in text)


def _subject(claim: Claim) -> tuple[str, ...]:
    """Whom the claim is about, but for names that are its value: who holds an office."""
    return tuple(n for n in claim.frame.subject if n not in claim.text)


def _said(claim: Claim) -> tuple[Token, ...]:
    """The words of the claim's sentence but for its value."""
    span = _within(claim)
    return tuple(
        t for t in tokenize(claim.sentence.text) if t.end <= span.start or t.start >= span.end
    )


def _within(claim: Claim) -> Span:
    start = claim.sentence.span.start
    return Span(start=max(claim.span.start - start, 0), end=max(claim.span.end - start, 0))


def _content(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            _SPELT.get(t.lower, t.lemma)
            for t in tokens
            if t.is_word and t.lower not in lexicon.FUNCTION_WORDS | lexicon.NUMBER_WORDS
        )
    )


def _beside(claim: Claim, source: Claim) -> list[tuple[str, float]]:
    """The words beside both values on the same side, each with its weight; all weigh 1."""
    found = []
    sides = zip(_window(claim), _window(source), strict=True)
    whole = sum(1 / n for side in _window(claim) for n in range(1, len(side) + 1))
    for mine, theirs in sides:
        for distance, word in enumerate(mine, start=1):
            if any(word == t or lexicon.same_word(word, t) for t in theirs):
                found.append((word, 1 / distance / whole))
    return found


def _window(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after a value, the closest first."""
    span = _within(claim)
    return _sides(claim.sentence.text, span.start, span.end)


@lru_cache(maxsize=20_000)
def _sides(text: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    tokens = [t for t in tokenize(text) if t.is_word or t.is_number or t.text == "%"]
    keys = [_SPELT.get(t.lower, t.lemma) for t in tokens]
    before = [k for t, k in zip(tokens, keys, strict=True) if t.end <= start][-_WIDTH:]
    after = [k for t, k in zip(tokens, keys, strict=True) if t.start >= end][:_WIDTH]
    return tuple(reversed(before)), tuple(after)
