"""Two comparatives: whether they compare the same two by the same quality, and what they say."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.words import content_lemmas, tokenize, verb_lemma
from verify.judge.fit import meet
from verify.records import Claim, Comparative, Outcome

_SAID_AGAIN = re.compile(r"^(?:that|those)\s+of\s+|['’]s?$")
"""That of Finland, Finland's: as the subject has it, Norway's economy."""
_RESPECT = re.compile(r"\b(?:[Bb]y|[Ii]n(?:\s+terms\s+of)?|[Pp]er)\s+(?!the\b|an?\b|its\b)([a-z]+)")
_TIMES = lexicon.MONTHS.keys() | lexicon.WEEKDAYS.keys() | frozenset(
    "year month week day decade quarter season century summer winter spring autumn"
    " past time today yesterday".split()
)  # fmt: skip
_YEAR = re.compile(r"\b\d{4}\b")
_BY_HOW_MUCH = frozenset("far much slightly little lot somewhat considerably significantly".split())
_LIGHT = lexicon.EMPTY | frozenset("remain become stand".split())
_TURNED = {"more": "less", "less": "more"}


class Sides(StrEnum):
    """Whether two statements have the same two on the same sides."""

    SAME = "same two compared"
    EXCHANGED = "same two compared the other way round"


@dataclass(frozen=True, slots=True)
class _Side:
    """Who or what is compared: its names, the lemmas of its nouns."""

    names: tuple[str, ...]
    nouns: tuple[str, ...]


def sides(claim: Claim, mine: Comparative, source: Claim, theirs: Comparative) -> Sides | None:
    """Whether both compare the same two by the same quality; None where they do not.

    A time without its year, as "last year", is another one in every text.
    """
    if mine.quality != theirs.quality or _other_verb(claim, source):
        return None
    if _respects(claim) != _respects(source):
        return None  # smaller in winter, smaller per head
    subject, other = _subject(claim, mine), _subject(source, theirs)
    than, there = _than(claim, mine), _than(source, theirs)
    if (subject.nouns or than.nouns) and _apart(claim, mine, source, theirs):
        return None
    if _same(subject, other):
        again = _words(mine.than) == _words(theirs.than) or (than.names and _same(than, there))
        return Sides.SAME if again and not _passing(mine.than) else None
    return Sides.EXCHANGED if _same(subject, there) and _same(than, other) else None


def degrees(
    claim: Claim, mine: Comparative, source: Claim, theirs: Comparative
) -> tuple[Outcome, str] | None:
    """How two comparatives of the same two compare, and why; None where they speak of others.

    "As tall as" is said loosely, so nothing that is a little more contradicts it.
    """
    two = sides(claim, mine, source, theirs)
    if two is None:
        return None
    turned = two is Sides.EXCHANGED
    degree = _TURNED.get(theirs.degree, theirs.degree) if turned else theirs.degree
    said = f"the draft says {mine.text}, the source says {theirs.text}"
    if turned:
        said = f"the draft says {mine.text}, of {mine.than} the source says {theirs.text}"
    if degree == mine.degree:
        return Outcome.SAME, f"{said}: the same"
    if "equal" in {mine.degree, theirs.degree}:
        return Outcome.COMPATIBLE, f"{said}: about the same"
    return Outcome.DIFFERENT, said


def _subject(claim: Claim, value: Comparative) -> _Side:
    names = tuple(n for n in claim.frame.subject if n not in value.than)
    return _Side(names, claim.frame.topic)


def _than(claim: Claim, value: Comparative) -> _Side:
    """What is compared with; "that of Finland" has the nouns of the subject."""
    names = tuple(n for n in claim.frame.names if n in value.than)
    own = {t.lower for n in names for t in tokenize(n)}
    nouns = [t for t in tokenize(value.than) if "NOUN" in t.tags and t.lower not in own]
    lemmas = content_lemmas(tuple(nouns))
    again = names and not lemmas and _SAID_AGAIN.search(value.than)
    return _Side(names, claim.frame.topic if again else lemmas)


def _same(one: _Side, other: _Side) -> bool:
    """Whether both are the same one: the same names, and the same nouns beside them."""
    if not (one.names or one.nouns) or bool(one.names) != bool(other.names):
        return False
    return (
        all(contains_name(other.names, n) for n in one.names)
        and all(contains_name(one.names, n) for n in other.names)
        and all(meet((n,), other.nouns) for n in one.nouns)
        and all(meet((n,), one.nouns) for n in other.nouns)
    )


def _other_verb(claim: Claim, source: Claim) -> bool:
    """Whether one does something else: more copper dug, more copper sold."""
    doing, done = _verbs(claim), _verbs(source)
    return bool(doing or done) and not meet(doing, done)


def _verbs(claim: Claim) -> list[str]:
    """What the subject does; "lower" in "lower than" is no verb."""
    own = {verb_lemma(t.lower) for t in tokenize(claim.text)}
    return [v for v in claim.frame.verb if v not in own | _LIGHT]


def _apart(claim: Claim, mine: Comparative, source: Claim, theirs: Comparative) -> bool:
    """Whether each has words of its own, as things have that share a noun: the old bridge, the
    new one."""
    one, other = (
        {*c.frame.terms, *_words(v.than), *_words(" ".join(c.frame.names))} - _BY_HOW_MUCH
        for c, v in ((claim, mine), (source, theirs))
    )
    return not (_all_in(one, other) or _all_in(other, one))


def _respects(claim: Claim) -> set[str]:
    """In what respect, when, per what: in area, by volume, in winter, per head."""
    around = claim.sentence.text.replace(claim.text, " ")
    return {m[1] for m in _RESPECT.finditer(around)}


def _all_in(words: Collection[str], there: Collection[str]) -> bool:
    return all(meet((w,), tuple(there)) for w in words)


@lru_cache(maxsize=20_000)
def _words(than: str) -> tuple[str, ...]:
    """The words that tell what is compared with, without articles and prepositions."""
    tokens = tokenize(_SAID_AGAIN.sub("", than))
    return tuple(t.lemma for t in tokens if t.lower not in lexicon.FUNCTION_WORDS)


def is_of_time(value: object) -> bool:
    """Whether something is compared with itself at another time: higher than in 2023."""
    return isinstance(value, Comparative) and (
        _YEAR.search(value.than) is not None or _passing(value.than)
    )


def _passing(than: str) -> bool:
    """Whether it is a time that moves with the day on which it is said."""
    return not _YEAR.search(than) and any(t.lemma in _TIMES for t in tokenize(than))
