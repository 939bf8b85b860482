"""Two sentences that say the same in the same words, but for a value.

Where most of what a draft's sentence says stands in a source's sentence too, all its names and
years among it, and the same words stand right beside the two values, they fill the same place:
they are aligned by the wording and need no frame. Word order does not matter, so that a sentence
may be turned round or shortened; the words beside a value are looked at by side and distance.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.words import tokenize
from verify.judge.compare import compare
from verify.judge.exchanges import names_exchanged
from verify.judge.opposites import Opposed, opposed
from verify.judge.wording import (
    content,
    converted,
    days,
    figures,
    figures_apart,
    figures_said,
    is_last,
    lemmas,
    place,
    said,
    window,
    within,
)
from verify.records import Claim, Membership, Ordinal, Outcome, Quantity

__all__ = ["Parallel", "agree", "figures_apart", "figures_said", "parallel", "stands_beside"]

SHARE = 0.7
"""The share of a sentence's words that the other must have."""
ALL_BUT_SAME = 0.9
"""The share from which the sentences are one but for what was changed: an opposite anywhere in the
assertion concerns it."""
LEAST = 4
"""Fewer words in common are no likeness; where they are all words, figures and names of lists that
both have count as well."""
_TELLING = 3
"""A figure of so many digits tells as much as a word: a year, a sum."""
BESIDE = 0.45
"""How much of what stands beside a value must stand beside the other; close words count more."""
_CLEARLY = 0.6
_LONG = 8
"""So many words that tell something are not put together twice."""
LEAD = 0.1
"""By how much a value's place must be more alike than that of any other value of its sentence."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """How alike two sentences are (0 to 1), how alike the places of two values are, and by what."""

    share: float
    beside: float
    words: tuple[str, ...]
    opposed: Opposed | None = None
    long: bool = False
    """Whether they are too long to be the same by chance."""
    kept: float = 1.0
    """The share of the claim's other figures that the source's sentence has."""

    @property
    def all_but_same(self) -> bool:
        """Whether the sentences are one, but for the value in its place."""
        return self.long and self.share >= ALL_BUT_SAME and self.beside >= _CLEARLY

    @property
    def by(self) -> tuple[str, ...]:
        """For reading: what of the sentence is the same, and what stands beside both values."""
        told = f"same words beside it: {', '.join(self.words)}" if self.words else ""
        return tuple(filter(None, (f"{self.share:.0%} of the sentence in the same words", told)))


def parallel(claim: Claim, source: Claim, statements: Sequence[Claim]) -> Parallel | None:
    """How a source's value fills the place of a claim's; None where it does not, or where another
    value of the same sentence does as well.
    """
    mine, theirs = lemmas(claim.sentence.text), lemmas(source.sentence.text)
    if 2 * len(mine & theirs) < len(mine):
        return None  # most sentences, and soon told
    share = _share(claim, source)
    if share < SHARE:
        return None
    if names_exchanged(claim, source):
        return None
    own = _beside(claim, source)
    likeness = sum(weight for _, weight in own)
    rivals = [s for s in statements if _is_rival(source, s) and not agree(source, s)]
    last = is_last(claim) and is_last(source)
    if likeness < BESIDE or any(
        sum(weight for _, weight in _beside(claim, rival))
        > likeness - (0 if last and not is_last(rival) else LEAD)
        for rival in rivals
    ):
        return None
    turned = (r for r in rivals if agree(claim, r) and not stands_beside(claim, r))
    if not agree(claim, source) and any(turned):
        return None  # turned round, the sentence has the claim's value in another place
    words = tuple(dict.fromkeys(word for word, _ in own if word not in lexicon.FUNCTION_WORDS))
    far = share >= ALL_BUT_SAME
    long = len(content(said(claim))) >= _LONG
    against = opposed(claim, source, far=far)
    return Parallel(share, likeness, words[:3], against, long, _kept(claim, source))


def agree(claim: Claim, source: Claim) -> bool:
    """Whether two values are one, as 2,850 km is 1,770 miles."""
    comparison = compare(claim, source)
    return comparison is not None and comparison.outcome is Outcome.SAME


def stands_beside(claim: Claim, rival: Claim) -> bool:
    """Whether the claim's sentence has another value's words beside the claim, in a place of their
    own: 48 dollars, up from 46."""
    span = within(claim)
    text = claim.sentence.text
    return rival.text in text[: span.start] or rival.text in text[span.end :]


def _is_rival(source: Claim, other: Claim) -> bool:
    """Another value of the same type in the same sentence."""
    return (
        other.sentence == source.sentence
        and other.span != source.span
        and type(other.value) is type(source.value)
        and other.value != source.value
        and not place(source).overlaps(within(other))
        and (not isinstance(source.value, Quantity) or _dimension(source) == _dimension(other))
        and (not isinstance(source.value, Ordinal) or source.kind is other.kind)
    )


def _dimension(claim: Claim) -> str:
    return claim.value.unit if isinstance(claim.value, Quantity) else ""


def _share(claim: Claim, source: Claim) -> float:
    """The share of the claim's sentence, but for its value, that the source's has; 0 where a name,
    a year, a day or what is counted, measured or ranked is not there.
    """
    mine, theirs = said(claim), tokenize(source.sentence.text)
    wanted = content(mine)
    there = {*content(theirs), *(t.lemma for t in theirs)}
    common = [w for w in wanted if w in there]
    told = figures(theirs) | converted(claim.sentence.text, source.sentence.text)
    also = [f for f in figures(mine) & told if len(f) >= _TELLING] + _both_list(claim, source)
    few = len(common) < LEAST and (len(common) + len(also) < LEAST or len(common) < len(wanted))
    if not wanted or few or len(common) * 2 < len(wanted):
        return 0.0
    about, words = source.frame.wider_names, {t.lower for t in theirs}
    if not all(contains_name(about, n) or words >= {*n.lower().split()} for n in _names(claim)):
        return 0.0
    share = sum(_all_in((w,), there) for w in wanted) / len(wanted)
    subject, other = _subject(claim), _subject(source)
    if share >= ALL_BUT_SAME:  # then each name that is there has its place, by the words around it
        other = (*other, *(n for n in subject if _tells_of(source, n, claim)))
    if subject and other and not any(contains_name(other, n) for n in subject):
        return 0.0
    if not days(mine) <= days(theirs) or _kept(claim, source) < _SAME_REPORT:
        return 0.0  # a report of another day has other figures throughout
    if not _all_in((*_head(claim), *claim.frame.series, *_about(claim)), there):
        return 0.0
    if not _all_in((*_head(source), *_about(source)), lemmas(claim.sentence.text)):
        return 0.0
    return share


_SAME_REPORT = 0.5


def _kept(claim: Claim, source: Claim) -> float:
    """The share of a claim's figures beside its value that a source's sentence has, too."""
    mine = figures(said(claim))
    theirs = figures(tokenize(source.sentence.text))
    theirs |= converted(claim.sentence.text, source.sentence.text)
    return len(mine & theirs) / len(mine) if mine else 1.0


def _tells_of(source: Claim, name: str, claim: Claim) -> bool:
    """Whether a source's sentence has a name of the claim, or its passage has one that the claim's
    own sentence only means: "its mill"."""
    if name.casefold() in source.sentence.text.casefold():
        return True
    return name not in claim.sentence.text and contains_name(source.frame.wider_names, name)


def _head(claim: Claim) -> tuple[str, ...]:
    """What is counted, measured or ranked; by which quality, the value tells."""
    quality = claim.value.quality if isinstance(claim.value, Ordinal) else ""
    return tuple(word for word in claim.frame.head if word != quality)


def _about(claim: Claim) -> tuple[str, ...]:
    """What a claim is about, without a place in a series and without its value in another unit."""
    span = place(claim)
    twin = lemmas(claim.sentence.text[span.start : span.end])
    return tuple(t for t in claim.frame.topic if t not in twin and t not in lexicon.ORDINAL_WORDS)


def _both_list(claim: Claim, source: Claim) -> list[str]:
    """The names that two lists have in common: they tell as much as words do."""
    mine, theirs = claim.value, source.value
    if not isinstance(mine, Membership) or not isinstance(theirs, Membership):
        return []
    return [m for m in mine.members if contains_name(theirs.members, m)]


def _all_in(lemmas: Sequence[str], there: Collection[str]) -> bool:
    """Whether each lemma, or a near synonym, is there; numbers are compared by themselves."""
    return all(
        w in there or w in lexicon.NUMBER_WORDS or any(lexicon.same_word(w, t) for t in there)
        for w in lemmas
    )


def _names(claim: Claim) -> tuple[str, ...]:
    """Names of the claim's sentence that its value does not hold."""
    text = claim.text.casefold()
    return tuple(n for n in claim.frame.names if n.casefold() not in text)


def _subject(claim: Claim) -> tuple[str, ...]:
    """Whom the claim is about, but for names that are its value: who holds an office."""
    return tuple(n for n in claim.frame.subject if n not in claim.text)


def _beside(claim: Claim, source: Claim) -> list[tuple[str, float]]:
    """The words beside both values on the same side, each with its weight; all weigh 1."""
    found = []
    sides = zip(window(claim), window(source), strict=True)
    whole = sum(1 / n for side in window(claim) for n in range(1, len(side) + 1))
    for mine, theirs in sides:
        for distance, word in enumerate(mine, start=1):
            if any(word == t or lexicon.same_word(word, t) for t in theirs):
                found.append((word, 1 / distance / whole))
    return found
