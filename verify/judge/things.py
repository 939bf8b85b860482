"""Whether two statements count, measure, rank, list or date the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from verify.claims import lexicon
from verify.claims.measures import GENERIC
from verify.claims.names import contains_name
from verify.claims.nounwords import EVENTS
from verify.claims.words import tokenize
from verify.judge.comparatives import sides
from verify.judge.deeds import same_deed
from verify.judge.fit import Fit, meet, shared
from verify.judge.placings import is_place, same_contest
from verify.records import Claim, Comparative, Frame, Kind, Membership, Ordinal, Quantity

_PERSONS = frozenset("people person man woman child resident adult".split())
_HEADS = _PERSONS | {"life", "death"}
"""Of these, what they do or undergo is compared already."""
_POPULATION = frozenset("population inhabitant resident citizen".split())
# Verbs that fit every subject and so tell nothing.
_LIGHT = frozenset(
    "be have do say make take get give go come see keep put set use call name add note report"
    " include remain show bring lead turn accord base follow want expect become gain".split()
)


def same_thing(claim: Claim, source: Claim, near: Sequence[str] = ()) -> Fit | None:
    """How surely both are about the same thing; None where they are not.

    `near` are names that the draft gives right before the claim.
    """
    mine, theirs = claim.frame, source.frame
    if isinstance(claim.value, Ordinal) and isinstance(source.value, Ordinal):
        fields = _field(claim), _field(source)
        if all(fields) and claim.value.rank != source.value.rank and fields[0] != fields[1]:
            return None  # the third-smallest in Europe can be the fifth-smallest in the world
        if is_place(claim) and is_place(source):
            return same_contest(claim, source)
        return _same_series(claim.value, mine, source.value, theirs, near)
    if isinstance(claim.value, Comparative) and isinstance(source.value, Comparative):
        two = sides(claim, claim.value, source, source.value)
        return Fit(1.0, (f"{two}: {claim.value.quality}",)) if two else None
    if isinstance(claim.value, Quantity):
        counted = claim.kind is Kind.COUNT
        fit = _same_counted(mine, theirs) if counted else _same_measure(mine, theirs)
        if not fit and not counted:
            fit = _same_words_beside(mine, theirs)
        persons = _HEADS.intersection(mine.head) and _HEADS.intersection(theirs.head)
        part = claim.value.whole and _part(claim.value) == _part(source.value)
        if fit and counted and not (persons or part or same_deed(claim, source)):
            fit = Fit(min(fit.score, 0.4), fit.by)
        if claim.kind is Kind.DURATION and _other_event(claim, source):
            return None
        return fit or _same_value(claim, source)
    if claim.kind is Kind.DATE:
        return _same_event(mine, theirs)
    if isinstance(claim.value, Membership) and isinstance(source.value, Membership):
        relation = source.value.relation
        both = {claim.value.relation, relation}
        if not all(both):
            return None
        if lexicon.same_word(claim.value.relation, relation) or both in CONVERSES:
            return Fit(1.0, (f"same relation: {relation}",))
    return None


_FIELD = re.compile(r"[^,;.]{0,30}?\b(?:in|on|of)\s+(?:the\s+)?([A-Z]\w+|world|earth)\b")


def _field(claim: Claim) -> str:
    """Among what something is ranked, where that is a place: Europe, the world."""
    after = claim.sentence.text[claim.span.end - claim.sentence.span.start :]
    found = _FIELD.match(after) if claim.kind is Kind.SUPERLATIVE else None
    return found[1].casefold() if found else ""


CONVERSES = ({"send", "go"}, {"invite", "attend"}, {"admit", "join"})
"""A league sends clubs to a cup: clubs of the league go there."""


def _part(value: object) -> Decimal | None:
    """The number that is told as a part of another."""
    return value.low if isinstance(value, Quantity) and value.whole else None


def _other_event(claim: Claim, source: Claim) -> bool:
    """Whether each tells what lasted, and it is not the same: the talks to end a strike."""
    if "duration" not in {*claim.frame.verb, *source.frame.verb}:
        return False
    lasting, there = _lasting(claim), _lasting(source)
    return bool(lasting and there) and not meet(lasting, there)


def _lasting(claim: Claim) -> tuple[str, ...]:
    """The noun of what lasts: "a 12-day war", "the trade talks in Geneva lasted"."""
    if heads := [h for h in claim.frame.head if h not in GENERIC]:
        return tuple(heads)
    topic = claim.frame.topic
    words = [t.lemma for t in tokenize(claim.sentence.text)]
    if not topic or topic[0] not in words:
        return topic
    at = words.index(topic[0])
    run = [w for w, t in zip(words[at:], topic, strict=False) if w == t]
    return tuple(run[-1:])


def _same_words_beside(mine: Frame, theirs: Frame) -> Fit | None:
    """Whether most of what stands right beside the two values is the same."""
    plain = [t for t in mine.near if t.islower()]
    there = [t for t in theirs.near if t.islower()]
    alike = shared(plain, there)
    if len(alike) >= 2 and len(alike) * 2 >= min(len(plain), len(there)):
        return Fit(0.85, (f"same words beside it: {', '.join(alike[:3])}",))
    return None


def _same_value(claim: Claim, source: Claim) -> Fit | None:
    """A value so particular that two texts with it most likely speak of one thing: £3.42bn."""
    mine, theirs = claim.frame, source.frame
    if not isinstance(claim.value, Quantity) or (
        mine.head
        and theirs.head
        and not meet(mine.head, (*theirs.head, *theirs.topic, *theirs.verb))
    ):
        return None
    written = claim.value.text
    digits = sum(c.isdigit() for c in written.split(".")[0]) + 2 * ("." in written)
    return Fit(0.3, ("same value",)) if digits >= 3 else None


def _same_counted(mine: Frame, theirs: Frame) -> Fit | None:
    """Whether both count the same noun: members and member states, not members and observers."""
    special = [h for h in mine.head if h not in GENERIC]
    other = [h for h in theirs.head if h not in GENERIC]
    if {*mine.head, *theirs.head} & _POPULATION and meet(mine.head, theirs.head):
        return Fit(0.85, ("same thing counted: inhabitants",))
    if special and other:
        matched = shared(special, theirs.head)
        left = [h for h in special if h not in matched]
        right = [h for h in other if not meet((h,), mine.head)]
        if not matched or (left and right):
            return None
        extra = [h for h in right if not meet((h,), mine.wider_terms)]
        if special[-1] not in matched or len(extra) > 1:  # major basins, a major city
            return None
        score = 1.0 - 0.25 * len(extra) - 0.1 * len(left)
        return Fit(score, (f"same thing counted: {matched[0]}",))
    if special and not theirs.head and (told := shared(special, theirs.topic[:1])):
        return Fit(0.7, (f"same thing counted: {told[0]}",))  # the attendance was 31,482
    # People: what they do or undergo is what is counted. Other general nouns must be the same.
    if not {*mine.head, *theirs.head} & _PERSONS and not meet(mine.head, theirs.head):
        return None
    if special or other:
        specific, frame = (special, theirs) if special else (other, mine)
        found = shared(specific, (*frame.verb, *frame.terms, *frame.topic))
        return Fit(0.7, (f"same thing counted: {found[0]}",)) if found else None
    if not {*mine.head, *theirs.head} & _PERSONS:
        return Fit(0.9, (f"same thing counted: {mine.head[-1]}",))
    own = [v for v in (*mine.verb, *mine.series) if v not in _LIGHT]
    found = shared(own, (*theirs.verb, *theirs.terms))
    if found:
        return Fit(0.9, (f"same thing counted: {found[0]}",))
    if not own and meet(mine.head, theirs.head):
        return Fit(0.5, (f"same thing counted: {mine.head[-1]}",))
    return None


def _same_measure(mine: Frame, theirs: Frame) -> Fit | None:
    """Whether both measure the same: population, area, revenue, length of the same war."""
    if mine.series and theirs.series and not meet(mine.series, theirs.series):
        return None
    heads, others = ([h for h in f.head if h not in GENERIC | _POPULATION] for f in (mine, theirs))
    both = heads and others
    if both and (matched := shared(heads, others)):
        return Fit(1.0, (f"same measure: {matched[0]}",))
    doing, done = _telling(mine), _telling(theirs)
    changed = "change" in mine.marks
    if changed and not heads and not others and _apart(mine.topic, theirs.topic):
        return None  # profit rose, sales rose
    crossed = shared(heads, done) + shared(others, doing)
    if crossed:
        return Fit(0.7 if both else 0.85, (f"same measure: {crossed[0]}",))
    if both:
        return None
    alike = shared(doing, done)
    if alike:
        return Fit(0.75 if len(alike) > 1 else 0.6, (f"same measure: {alike[0]}",))
    return None


def _apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each subject is a thing, and they are different things."""
    return bool(one) and bool(other) and not meet(one, other)


def _telling(frame: Frame) -> tuple[str, ...]:
    """The lemmas of subject, predicate and complement that tell what is measured."""
    words: Iterable[str] = (*frame.topic, *frame.verb, *frame.series)
    return tuple(w for w in words if w not in _LIGHT | GENERIC | _POPULATION)


def _same_series(
    mine: Ordinal, frame: Frame, theirs: Ordinal, other: Frame, near: Sequence[str]
) -> Fit | None:
    """Whether both number the same series: meetings of the ministers, not of their experts."""
    if mine.quality != theirs.quality:
        return None
    if mine.quality and not _same_ranked(mine.quality, frame, other):
        return None
    if not mine.quality and not frame.head and not meet(frame.topic, (*other.head, *other.topic)):
        return None
    apart = not meet(frame.head[-1:], other.head) and not meet(other.head[-1:], frame.head)
    if not mine.quality and frame.head and other.head and apart:
        return None
    around = (*frame.wider_terms, *frame.head, *frame.series, *_words((*frame.wider_names, *near)))
    for own in (other.series, other.head[:-1]):
        unknown = [t for t in own if not meet((t,), around)]
        if len(own) > 1 and (len(unknown) * 2 >= len(own) or len(unknown) > 1):
            return None
    if frame.series and other.series:
        left = [t for t in frame.series if not meet((t,), other.series)]
        right = [t for t in other.series if not meet((t,), frame.series)]
        if left and right and not any(t in GENERIC for t in (*left, *right)):
            return None  # the defence ministers' meetings, the culture ministers'
    back = (*other.wider_terms, *other.head, *other.series, *_words(other.wider_names))
    named = [t for t in (*frame.series, *frame.head) if t not in GENERIC]
    known = shared(named, back)
    if named and not known:
        return None
    share = len(known) / len(named) if named else 0.5
    return Fit(0.4 + 0.6 * share, (f"same series: {(other.head or ('it',))[-1]}",))


def _same_ranked(quality: str, frame: Frame, other: Frame) -> bool:
    """Whether the same noun is ranked: the largest employer is not the largest taxpayer."""
    one, two = ([h for h in f.head if not lexicon.same_word(h, quality)] for f in (frame, other))
    if one and two:
        return meet(one[-1:], two) or meet(two[-1:], one)
    return meet((*frame.head, *frame.topic), (*other.head, *other.topic))


def _words(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(w for n in names for w in n.casefold().replace("-", "").split())


_HOLDING = frozenset("gather meet hold convene attend host".split())


def _held_event(mine: Frame, theirs: Frame) -> str:
    """The event that two say was held, of one name: gathered for a Nato summit, the NATO summit was
    held; "" for none. By two names, as Nato and The Hague, it may be told in one of them only."""
    if not (set(mine.verb) & _HOLDING and set(theirs.verb) & _HOLDING):
        return ""
    told = shared([t for t in (*mine.terms, *theirs.terms) if t in EVENTS], theirs.terms)
    named = [n for n in mine.names if contains_name(theirs.names, n)]
    both = set(told) & set(mine.terms) or len(named) > 1
    return told[0] if told and named and both else ""


def _same_event(mine: Frame, theirs: Frame) -> Fit | None:
    """Whether both date the same event: what is done matches, and to whom."""
    # "Xi and Putin spoke" is not "Putin told Iran's minister": who else was there must meet, too.
    others = [n for n in mine.names if not contains_name(theirs.subject, n)]
    there = [n for n in theirs.names if not contains_name(mine.subject, n)]
    if others and there and not any(contains_name(theirs.wider_names, n) for n in others):
        return None
    doing = [v for v in mine.verb if v not in _LIGHT]
    done = [v for v in theirs.verb if v not in _LIGHT]
    if verb := shared(doing, done):
        # A dinner held is not a meeting held.
        score = 0.6 if _apart(mine.topic, theirs.topic) else 1.0
        return Fit(score, (f"same event: {verb[0]}",))
    if held := _held_event(mine, theirs):
        return Fit(0.85, (f"same event: {held}",))
    nouns = shared([t for t in mine.topic if t not in GENERIC], theirs.topic)
    if nouns and not (doing and done):
        return Fit(0.8, (f"same event: {nouns[0]}",))
    noun = shared(doing, (*theirs.topic, *theirs.terms)) + shared(done, (*mine.topic, *mine.terms))
    if noun:
        return Fit(0.7, (f"same event: {noun[0]}",))
    told = shared([t for t in mine.terms if t not in _LIGHT], theirs.terms)
    if told and len(told) * 2 >= min(len(mine.terms), len(theirs.terms)):
        # Where each has a verb of its own, the trial that begins and the one that ends.
        return Fit(0.6 if doing and done else 0.7, (f"same event: {told[0]}",))
    return Fit(0.3, (f"same event: {nouns[0]}",)) if nouns else None
