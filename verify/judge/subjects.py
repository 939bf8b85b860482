"""Whether two statements are said of the same one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.names import contains_name
from verify.claims.places import adjectives, country
from verify.claims.words import tokenize
from verify.judge.fit import Fit
from verify.records import Claim, Kind, Membership

# What somebody does to a thing, and a draft says of the thing: "founded in 1948".
_MAKING = frozenset("found establish build design create open launch write discover invent".split())
# What happens between two: a price paid, a visit, a contract; one that is larger than the other.
_BETWEEN = frozenset({Kind.MONEY, Kind.DATE, Kind.SUPERLATIVE, Kind.ORDINAL, Kind.COMPARATIVE})


def same_subject(
    claim: Claim, source: Claim, known: Sequence[str], near: Sequence[str]
) -> Fit | None:
    """How surely both speak of the same one; None where they speak of different ones.

    A draft names its subject once and then leaves it out, so what the sentences around it name
    (`near`) and the whole draft names (`known`) count as well, but for less.
    """
    mine, theirs = claim.frame, source.frame
    subject, other = _subject(claim), _subject(source)
    ranked = ranked_by_name(source) if claim.kind in _RANKS else ()
    if ranked and not any(contains_name((*mine.wider_names, *known), n) for n in ranked):
        return None  # Kennedy was the 35th president of the country that Johnson was the 36th of
    if any(_called(claim, source, n) for n in subject):
        return Fit(0.6, ("same office",))
    strangers = [n for n in other if not contains_name((*mine.wider_names, *known), n)]
    if other and len(strangers) == len(other):
        # "founded in 1948" and "Joseph Thwaite founded it in 1948": the one it was done to.
        done_to = claim.kind is Kind.DATE and set(mine.verb) & _MAKING
        if done_to and any(contains_name(theirs.names, n) for n in mine.wider_names):
            return Fit(0.6, ("named beside it",))
        return None
    if subject and other and not any(contains_name(other, n) for n in subject):
        # Said of another one, unless it passes between the two: what one paid the other.
        if claim.kind not in _BETWEEN:
            return None
        if not any(contains_name(mine.wider_names, n) for n in other):
            return None
        if not any(contains_name(theirs.wider_names, n) for n in subject):
            return None
    lands, abroad = ({w for n in names if (w := country(n))} for names in (subject, other))
    if lands and abroad and not lands & abroad and claim.kind not in _BETWEEN:
        return None
    several = len(subject) > 1 and claim.kind not in _BETWEEN
    if several and not all(contains_name((*other, *theirs.names), n) for n in subject):
        return None  # the border between Kenya and Tanzania is not all of Kenya's
    people = [n for n in subject if not country(n)]
    strangers = [n for n in other if not country(n)]
    apart = people and strangers and not any(contains_name(strangers, n) for n in people)
    if apart and claim.kind not in _BETWEEN:
        return None  # the Senate's seats are not the National Assembly's
    absent = people and not any(contains_name(theirs.wider_names, n) for n in people)
    if absent and len(people) == len(subject) and theirs.wider_names:
        return None
    found = [n for n in subject if contains_name(theirs.wider_names, n)]
    if found:
        share = len(found) / len(subject)
        return Fit(0.6 + 0.4 * share, tuple(f"same subject: {n}" for n in found[:2]))
    about = other or _telling(theirs.wider_names)
    named = [n for n in _telling(mine.wider_names) if contains_name(about, n)]
    if named:
        return Fit(0.6, tuple(f"same name: {n}" for n in named[:2]))
    if linked := [n for n in about if contains_name(near, n)]:
        return Fit(0.5, (f"named near by: {linked[0]}",))
    if linked := [n for n in about if contains_name(known, n)]:
        return Fit(0.4, (f"named in the draft: {linked[0]}",))
    return Fit(0.2) if not about else None


def _subject(claim: Claim) -> tuple[str, ...]:
    """Whom a statement is about. What is true of all the Earth is about what stands on it, and what
    a British captain did on a day is no deed of Britain; of other things, the land tells which."""
    names = _telling(_without_members(claim))
    heads = tuple(n for n in names if n.casefold() not in adjectives())
    return heads if heads and claim.kind is Kind.DATE else names


def _telling(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(n for n in names if n.casefold() not in _EVERYWHERE)


_EVERYWHERE = frozenset({"earth", "the earth"})
_RANKS = frozenset({Kind.ORDINAL, Kind.SUPERLATIVE})
_IS_THE = re.compile(
    r"\b(?:is|was|are|were|became|becomes|remains|remained)\s+(?:\w+ly\s+)?"
    r"(?:(?:the|a|an|its|their|his|her)\s+|\w+['’]s?\s+)?$"
)


def ranked_by_name(source: Claim) -> tuple[str, ...]:
    """The names of what is said to be the first, or the largest, where that is said by a form of
    "be": the subject of the statement is then in what it is ranked."""
    text = source.sentence.text
    before = text[: max(source.span.start - source.sentence.span.start, 0)]
    verb = _IS_THE.search(before)
    lead = before[: verb.start()] if verb else ""
    return tuple(n for n in source.frame.names if n in lead and n not in source.frame.subject)


def _without_members(claim: Claim) -> tuple[str, ...]:
    if not isinstance(claim.value, Membership):
        return claim.frame.subject
    members = claim.value.members
    return tuple(n for n in claim.frame.subject if not contains_name(members, n))


def _called(claim: Claim, source: Claim, person: str) -> bool:
    """Whether the draft calls a person by an office that the source has: "the Iranian minister".

    Who holds it is another claim; this one is about whoever does.
    """
    for replacement in claim.replacements:
        if replacement.by.removesuffix("’s") == person:
            words = tokenize(replacement.text)
            lands = [w for t in words if (w := country(t.text))]
            offices = [t.lemma for t in words if t.is_word and "NOUN" in t.tags]
            if lands and offices and contains_name(source.frame.wider_names, lands[0]):
                return any(t.lemma in offices for t in tokenize(source.sentence.text))
    return False
