"""What sets two statements apart although they measure the same: another place, receiver or part.

"The city gave €40,000 to the museum" and "€15,000 to the theatre" are alike in all but one word,
and that word stands in the same place of both. Where each side has there a word that the other does
not have at all, a different value contradicts nothing. So it is where one side speaks of a part:
the nave of the church, the north face of the mountain, taxes on the villa.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.measures import DIMENSIONS, GENERIC
from verify.claims.names import contains_name
from verify.claims.words import Token, is_finite_verb, tokenize, verb_lemma
from verify.judge.fit import meet
from verify.records import Claim, Kind, Ordinal

_OTHERWISE = frozenset({Kind.ROLE, Kind.MEMBERSHIP, Kind.COMPARATIVE})
"""What these speak of is told by their values."""
_SHARES = frozenset({Kind.COUNT, Kind.PERCENTAGE, Kind.DATE, Kind.ORDINAL, Kind.SUPERLATIVE})
"""Said of the whole with or without the noun: shares in the firm fell, the firm fell."""
_MARKS = frozenset(";:—–()")
_SAID = frozenset(
    "statement report interview article letter speech paper message row succession".split()
)
"""Where something was said tells nothing of it, nor does "in a row"."""
_AGENTS = frozenset("government city town state country republic kingdom province".split())
"""The government of a country acts for it."""
_PERSONS = frozenset("man woman child adult".split())
_MEASURES = frozenset((*DIMENSIONS.values(), "size", "number", "amount", "total", "summit"))


@dataclass(frozen=True, slots=True)
class _Noun:
    """The head of a noun phrase, whether it is a name, and whether "the" stands before it."""

    word: str
    name: bool
    the: bool = False


@dataclass(frozen=True, slots=True)
class _Places:
    """What stands where in the part of a sentence that holds a value: behind each preposition, and
    at the head of the subject, with what hangs on that."""

    behind: Mapping[str, tuple[_Noun, ...]]
    lead: _Noun | None
    whole: frozenset[str]


def apart(claim: Claim, source: Claim, year: int) -> bool:
    """Whether two statements speak of different things, by what each has in the same place. A
    draft of `year` speaks of its own year where it gives none."""
    if claim.kind in _OTHERWISE:
        return False
    if _of_another_year(claim, source, year) or _narrowed(claim, source):
        return True
    if _of_another_sort(claim, source):
        return True
    months = _months(claim), _months(source)
    if claim.kind is not Kind.DATE and all(months) and not months[0] & months[1]:
        return True
    mine, theirs = _places(claim), _places(source)

    def own(noun: _Noun) -> bool:
        return not _has(source, noun, claim)

    def other(noun: _Noun) -> bool:
        return not _has(claim, noun, source)

    if any(
        all(map(own, mine.behind[p]))
        and all(map(other, theirs.behind[p]))
        and not (p in _WHERE and _in_one_another(mine.behind[p], theirs.behind[p]))
        for p in mine.behind.keys() & theirs.behind.keys()
    ):
        return True
    one, two = mine.lead, theirs.lead
    if one is None or two is None or lexicon.same_word(one.word, two.word):
        return False
    here = own(one) and not _measures(claim, one.word)
    there = other(two) and not _measures(source, two.word)
    part = (here and two.word in mine.whole) or (there and one.word in theirs.whole)
    return (here and there) or (part and claim.kind not in _SHARES)


def _of_another_sort(claim: Claim, source: Claim) -> bool:
    """Whether the subjects share a noun and each has one that the other side lacks: sales of
    soybeans, wheat sales."""
    mine, theirs = claim.frame.topic, source.frame.topic
    if not meet(mine, theirs):
        return False
    here, there = _words(claim.sentence.text), _words(source.sentence.text)
    return any(not meet((w,), there) for w in mine) and any(not meet((w,), here) for w in theirs)


_NARROWING = frozenset("core underlying operating gross median youth".split())
"""Words that make a part of what is measured, or another measure: core inflation, a gross wage."""
_AMONG = re.compile(
    r"(?:\s+\w+){0,6}?\s+(?:to\s+)?"
    r"((?<=to\s)(?!the\b|an?\b|his\b|her\b|its\b|their\b|be\b)[a-z]+|born)\b"
)


def _narrowed(claim: Claim, source: Claim) -> bool:
    """Whether what is ranked or measured is narrowed on one side, or otherwise: the second
    chancellor, the second to resign."""
    if isinstance(claim.value, Ordinal) and isinstance(source.value, Ordinal):
        if claim.value.quality:
            return False
        one, two = _said_of(claim), _said_of(source)
        return one != two and not (one and two and lexicon.same_word(one, two))
    return _is_part(claim) != _is_part(source)


def _is_part(one: Claim) -> bool:
    """Whether a part is measured, or another measure taken; "among" opens its own phrase."""
    beside = (*one.frame.near, *one.frame.head, *one.frame.topic)
    return not _NARROWING.isdisjoint(beside) or "among" in _words(one.sentence.text)


def _said_of(claim: Claim) -> str:
    """What the one that is numbered does: the lemma of "to resign"; "" where nothing is said."""
    found = _AMONG.match(claim.sentence.text[claim.span.end - claim.sentence.span.start :])
    return verb_lemma(found[1]) or found[1] if found else ""


def _months(claim: Claim) -> set[int]:
    said = (t for t in tokenize(claim.sentence.text) if t.is_capital)
    return {lexicon.MONTHS[t.lower] for t in said if t.lower in lexicon.MONTHS}


_EDITION = re.compile(r"\bthe\s+((?:1[5-9]|20)\d\d)\s+[a-z]", re.IGNORECASE)


def _of_another_year(claim: Claim, source: Claim, now: int) -> bool:
    """Whether the source speaks of one of several by its year, "the 1902 eruption", which the draft
    does not name."""
    years = set(_EDITION.findall(source.sentence.text)) - {str(now)}
    period = claim.frame.period
    return bool(years) and not any(
        year in claim.sentence.text
        or (period and period.start.year <= int(year) <= period.end.year)
        for year in years
    )


_WHERE = frozenset({"in", "at"})


def _in_one_another(mine: tuple[_Noun, ...], theirs: tuple[_Noun, ...]) -> bool:
    """Whether one names a town and the other a house that may stand there: Moscow, the Kremlin."""
    return (
        len(mine) == len(theirs) == 1
        and all(n.name for n in (*mine, *theirs))
        and mine[0].the != theirs[0].the
    )


def _has(one: Claim, noun: _Noun, other: Claim) -> bool:
    """Whether a statement has a noun of the other one, or a name by another spelling."""
    if not noun.name:
        return meet((noun.word,), _words(one.sentence.text))
    names = [n for n in other.frame.wider_names if noun.word in _words(n)]
    return not names or any(contains_name(one.frame.wider_names, n) for n in names)


def _measures(claim: Claim, lead: str) -> bool:
    """Whether the head of a subject is what is measured, and no thing of its own: the length of the
    tunnel, sales at the shop."""
    return meet((lead,), (*claim.frame.head, *_MEASURES, *_AGENTS, *(GENERIC - _PERSONS)))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[str, ...]:
    """Every word as it stands and its lemma."""
    words = (t for t in tokenize(text) if t.is_word)
    return tuple(dict.fromkeys(w for t in words for w in (t.lower, t.lemma)))


def _places(claim: Claim) -> _Places:
    start = claim.span.start - claim.sentence.span.start
    end = claim.span.end - claim.sentence.span.start
    return _read(claim.sentence.text, start, end)


@lru_cache(maxsize=20_000)
def _read(text: str, start: int, end: int) -> _Places:
    tokens = _part(tokenize(text), start, end)
    behind: dict[str, tuple[_Noun, ...]] = {}
    for at, token in enumerate(tokens):
        opens = token.lower in lexicon.PREPOSITIONS and not (
            at and tokens[at - 1].lower == "according"
        )
        if opens and (noun := _noun(tokens, at + 1)):
            behind[token.lower] = (*behind.get(token.lower, ()), noun)
    verb = next((i for i in range(len(tokens)) if is_finite_verb(tokens, i)), len(tokens))
    lead = _noun(tokens[:verb], 0)
    return _Places(behind, lead, frozenset(w for t in tokens[:verb] for w in (t.lower, t.lemma)))


def _part(tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    """The tokens around a value, but for its own, between the commas and other marks beside it."""
    marks = [t for t in tokens if t.text in _MARKS or t.text == ","]
    low = max((t.end for t in marks if t.end <= start), default=0)
    high = min((t.start for t in marks if t.start >= end), default=tokens[-1].end)
    return tuple(t for t in tokens if low <= t.start < start or end <= t.start < high)


def _noun(tokens: tuple[Token, ...], at: int) -> _Noun | None:
    """The head of the noun phrase that begins at a token; None without one, or for a time."""
    head = None
    for number, token in enumerate(tokens[at:], start=at):
        if head and (is_finite_verb(tokens, number) or (head.name and "VERB" in token.tags)):
            break  # "fares in Elbia rise"
        if token.is_capital and (number or not token.tags):
            named = token.lower not in lexicon.MONTHS
            head = _Noun(token.lower, name=named, the=tokens[at].lower == "the")
        elif "NOUN" in token.tags:
            head = _Noun(token.lemma, name=False)
        elif token.lower != "'s" and (head or not _before_noun(token)):
            break
    return None if head and head.word in _TELLING_NOTHING else head


_TELLING_NOTHING = (lexicon.EMPTY - lexicon.MONTHS.keys()) | _SAID


def _before_noun(token: Token) -> bool:
    """Whether a word can stand before the noun of its phrase."""
    return token.lower in lexicon.DETERMINERS or bool(token.tags & {"ADJ", "ADV"})
