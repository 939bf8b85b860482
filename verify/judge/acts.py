"""What a sentence says that somebody did: subject, verb, object, with whom, where and when.

For looking for rivals, where a miss costs less than a false alarm: only what a name's own verb says
is read, of what has happened. A sentence with a plan, a denial or a condition in it tells nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.dates import find_dates
from verify.claims.names import Name, find_names
from verify.claims.words import Token, is_finite_verb, tokenize, verb_lemma
from verify.records import When

UNREAL = re.compile(
    r"\b(?:not|n['’]t|never|no|nor|neither|nobody|none|without|if|unless|whether|will|would|shall"
    r"|could|(?-i:may)|might|should|must|can|cannot|due\s+to|about\s+to|set\s+to|likely|possibly"
    r"|perhaps|almost|nearly|narrowly|supposed\w*|alleged\w*|reportedly|(?:plan|intend|expect|schedul"
    r"|hop|want|wish|aim|try|tried|tries|attempt|fail|refus|declin|cancel|postpon|abandon|scrap"
    r"|den(?:y|ied|ies)|reject|rumou?r|claim|propos|invit|promis|vow|pledg|consider|threat"
    r"|forecast|predict|imagin|simulat|nominat|shortlist|prevent|bann|missed|avoid|fiction|virtual"
    r"|online|remote|mock|exhibition|friendl|unofficial|replica)\w*|call(?:ed|s)?\s+off"
    r"|in\s+(?:the|a|his|her)\s+(?:film|novel|game|play|series))\b",
    re.IGNORECASE,
)
"""Words with which a sentence may tell of what did not happen, or not really."""
_ENDS = frozenset(
    "; : – — ( ) while but although though because after before when where who which whereas since"
    " until as that whom whose".split()
)
_AUXILIARIES = frozenset("have has had was were been being".split())
_COPULAS = frozenset("is are remains".split())
_BEING = _COPULAS | {"was", "were", "became"}
_PASSIVE = frozenset("was were been being is are".split())
_UNCHANGING = frozenset("beat cut hit hurt let put quit set shut split spread cost cast".split())
_BARRIERS = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | {",", "to"}
_JOINING = lexicon.FUNCTION_WORDS | {"to"}
_FAR = 14
"""Words that may stand between a name and its verb: an apposition."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name beside a verb and the preposition before it, "" where it is the object."""

    preposition: str
    name: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody has done; `verb` is "" where it is told as "her visit".

    `noun` is the head of the object, or what somebody is today where the verb is "be".
    """

    who: str
    verb: str
    passive: bool
    noun: str
    words: frozenset[str]
    names: tuple[Place, ...]
    dates: tuple[When, ...]
    bare: bool
    """Whether the verb has no object: won, won at home, won 3-1."""

    @property
    def telling(self) -> frozenset[str]:
        """Its words without those that only join others."""
        return frozenset(w for w in self.words if w not in _JOINING and not w.isdigit())


@lru_cache(maxsize=4096)
def acts(text: str, as_of: dt.date | None) -> tuple[Act, ...]:
    """The acts that a sentence tells, its names put in."""
    return () if UNREAL.search(text) else tuple(_acts(text, as_of))


def _acts(text: str, as_of: dt.date | None) -> Iterator[Act]:
    tokens, names = tokenize(text), find_names(text)
    dates = [(d.start, d.end, d.value) for d in find_dates(text, as_of)]
    for name in names:
        after = next((i for i, t in enumerate(tokens) if t.start >= name.end), len(tokens))
        if after >= len(tokens) or _is_object(tokens, name):
            continue
        if tokens[after].lower in {"'s", "'"}:
            verb, begin = "", after + 1
            found: tuple[int, bool] | None = (after, False)
        else:
            found = _verb_after(tokens, after)
            begin = found[0] + 1 if found else 0
            verb = _lemma(tokens[found[0]]) if found else ""
        if found is None:
            continue
        end = scope_end(tokens, begin)
        low = tokens[begin].start if begin < len(tokens) else len(text)
        high = tokens[end - 1].end if end > begin else low
        lead = _lead(tokens, name)
        inside = [n for n in names if low <= n.start < high]
        words = [
            t
            for t in tokens[begin:end]
            if not any(n.start <= t.start < n.end for n in inside)
            and not any(s <= t.start < e for s, e, _ in dates)
        ]
        noun = _object(tokens, begin, end, inside, be=verb == "be")
        yield Act(
            who=name.text,
            verb=verb,
            passive=found[1],
            noun=noun,
            words=frozenset(t.lemma for t in words if t.is_word or t.is_number),
            names=tuple(_places(text, tokens, inside)),
            dates=tuple(v for s, e, v in dates if low <= s < high or lead <= s < name.start),
            bare=_is_bare(tokens, begin, end),
        )


def _is_object(tokens: Sequence[Token], name: Name) -> bool:
    """Whether a preposition stands before a name: the wife of Reid won."""
    before = [t for t in tokens if t.end <= name.start and t.lower not in lexicon.DETERMINERS]
    return bool(before) and (
        before[-1].lower in lexicon.PREPOSITIONS or before[-1].lower in {"and", "or", "'s"}
    )


def _verb_after(tokens: Sequence[Token], at: int) -> tuple[int, bool] | None:
    """The past or perfect verb that a name is the subject of, and whether it is a passive; a
    copula in any tense."""
    if tokens[at].text == ",":  # an apposition: "Ana Horvat, a pianist, conducted"
        close = next(
            (i for i in range(at + 1, min(at + _FAR, len(tokens))) if tokens[i].text == ","), -1
        )
        if close < 0 or any(is_finite_verb(tuple(tokens), i) for i in range(at + 1, close)):
            return None
        at = close + 1
    helper = ""
    while at < len(tokens) and (
        tokens[at].lower in _AUXILIARIES
        or tokens[at].tags == {"ADV"}
        or tokens[at].lower in {"also", "then", "again", "already", "first", "once", "later"}
    ):
        helper = tokens[at].lower if tokens[at].lower in _AUXILIARIES else helper
        at += 1
    if at >= len(tokens):
        return None
    token = tokens[at]
    lemma = verb_lemma(token.lower)
    past = lemma and (token.lower != lemma or token.lower in _UNCHANGING)
    other = token.is_capital or token.lower.endswith(("s", "ing")) or token.lower in _BEING
    if past and not other:
        return at, helper in _PASSIVE
    return (at, False) if token.lower in _COPULAS else None


def _lemma(token: Token) -> str:
    return "be" if token.lower in _COPULAS else verb_lemma(token.lower)


def scope_end(tokens: Sequence[Token], begin: int) -> int:
    """Where what is said with a verb ends: at a mark, a subordinate clause, another verb."""
    for at in range(begin, len(tokens)):
        token = tokens[at]
        if token.lower in _ENDS or token.text in ".!?":
            return at
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if (
            token.text in {",", "and", "or"}
            and following is not None
            and (
                is_finite_verb(tuple(tokens), at + 1)
                or following.lower in lexicon.PRONOUNS | _ENDS | {"and", "then"}
                or (at + 2 < len(tokens) and is_finite_verb(tuple(tokens), at + 2))
            )
        ):
            return at
    return len(tokens)


def _lead(tokens: Sequence[Token], name: Name) -> int:
    """Where "In March 2022," begins that stands before a subject; the subject where none does."""
    before = [t for t in tokens if t.end <= name.start]
    start = next((i + 1 for i in range(len(before) - 1, -1, -1) if before[i].lower in _ENDS), 0)
    lead = before[start:]
    return lead[0].start if lead and lead[0].lower in lexicon.PREPOSITIONS else name.start


def _object(
    tokens: Sequence[Token], begin: int, end: int, names: Sequence[Name], *, be: bool
) -> str:
    """The lemma of the noun that the verb has for its object: made a second "visit" to Oslo."""
    noun = ""
    for at in range(begin, end):
        token = tokens[at]
        if token.lower in _BARRIERS and not (be and not noun and token.text == ","):
            break
        if "NOUN" in token.tags and not any(n.start <= token.start < n.end for n in names):
            noun = token.lemma
    return noun


def _is_bare(tokens: Sequence[Token], begin: int, end: int) -> bool:
    following = tokens[begin] if begin < end else None
    return (
        following is None
        or following.is_number
        or following.lower in lexicon.PREPOSITIONS
        or following.text in {",", "and"}
        or following.tags == {"ADV"}
        or following.lower in lexicon.WEEKDAYS
    )


def _places(text: str, tokens: Sequence[Token], names: Sequence[Name]) -> Iterator[Place]:
    """Names with what joins them to the verb. One that only says whose something is, is none."""
    for name in names:
        if re.match(r"['’]", text[name.end :]):
            continue
        before = [t for t in tokens if t.end <= name.start]
        while before and (
            before[-1].lower in lexicon.DETERMINERS
            or any(n.start <= before[-1].start < n.end for n in names)
            or before[-1].text in {",", "and"}
        ):
            before.pop()
        joint = before[-1].lower if before else ""
        yield Place(joint if joint in lexicon.PREPOSITIONS else "", name.text)
