"""Whether a source's statement speaks of the same thing as a claim, and how that was decided.

A comparison may only fire on aligned values: same thing measured, same one it is said of, same
sense, same period. Each gate here can say no; what passes all of them is scored, so that of two
statements the closer one decides.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.frames import GENERIC
from verify.claims.names import contains_name, same_name
from verify.claims.offices import same_office
from verify.claims.places import country
from verify.records import Claim, Frame, Kind, Membership, Ordinal, Quantity, Role, When

_RANKS = frozenset({Kind.ORDINAL, Kind.SUPERLATIVE})
_MEASURES = frozenset({Kind.QUANTITY, Kind.PERCENTAGE, Kind.MONEY, Kind.DURATION})
# A claim in one of these senses only meets a source in the same sense.
_SENSES = ("change", "from", "earlier", "part", "elapsed", "not", "planned")
_LIGHT = frozenset(
    "be have do say make take get give go come see keep put set use call name add note report"
    " include remain become show bring lead turn accord base follow".split()
)
_NUMBERED = frozenset("edition meeting summit session conference congress forum anniversary".split())


@dataclass(frozen=True, slots=True)
class Alignment:
    """How well a source's statement fits a claim, 0 to 1, and by what."""

    score: float
    by: tuple[str, ...]
    weak: bool = False
    """Nothing speaks against it, but not enough for it to let a different value refute."""


def align(
    claim: Claim, source: Claim, known: Sequence[str], as_of: dt.date, similarity: float = 0.0
) -> Alignment | None:
    """The alignment of two statements, or None where they speak of different things.

    `known` are the names of the whole draft: a source about somebody else is no evidence.
    """
    if not _same_type(claim, source):
        return None
    mine, theirs = claim.frame, source.frame
    if not _same_sense(claim, source):
        return None
    if isinstance(claim.value, Role) and isinstance(source.value, Role):
        return _align_roles(claim, claim.value, source, source.value, as_of)
    subject = _same_subject(claim, source, known)
    period = _same_period(claim, source, as_of) if subject else None
    if not subject or not period:
        return None
    thing = _same_thing(claim, source)
    weak = thing is None or subject.score < 0.2
    if thing is None:
        if not _specific(claim.value) or _clashing(mine, theirs):
            return None
        thing = _Fit(0.3, ("same value",))
    names = _coverage(mine.names, theirs.wider_names, same_name)
    terms = _coverage(mine.terms, (*theirs.wider_terms, *theirs.head), lexicon.same_word)
    back = _coverage(theirs.terms, (*mine.wider_terms, *mine.head), lexicon.same_word)
    words = 0.15 * names + 0.15 * terms + 0.1 * back + 0.15 * max(0.0, similarity)
    score = words + 0.3 * thing.score + 0.15 * subject.score - (0.0 if period.exact else 0.05)
    return Alignment(min(1.0, score), (*subject.by, *thing.by, *period.by), weak)


def _specific(value: object) -> bool:
    """Whether a value is such that two texts with it most likely speak of one thing: £3.42bn, 51,204."""
    if not isinstance(value, Quantity):
        return False
    digits = sum(c.isdigit() for c in value.text.split(".")[0]) + 2 * value.text.count(".")
    return digits >= 3 and value.low == value.high


def _clashing(mine: Frame, theirs: Frame) -> bool:
    """Whether each says what it measures, and the two are not the same."""
    return bool(mine.head and theirs.head) and not _heads_meet(mine.head, theirs.head)


def _same_type(claim: Claim, source: Claim) -> bool:
    if claim.kind in _RANKS:
        return source.kind in _RANKS
    if isinstance(claim.value, Quantity):
        return isinstance(source.value, Quantity) and claim.value.unit == source.value.unit
    return claim.kind is source.kind


def _same_sense(claim: Claim, source: Claim) -> bool:
    mine, theirs = set(claim.frame.marks), set(source.frame.marks)
    senses = set(_SENSES)
    if claim.kind in {Kind.DATE, Kind.ROLE, Kind.MEMBERSHIP} | _RANKS:
        senses -= {"change", "from", "part", "earlier"}
    if isinstance(claim.value, When):
        senses -= {"planned"} if claim.value.start == claim.value.end else set()
    return not ((mine ^ theirs) & senses)


# --- whose ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Fit:
    score: float
    by: tuple[str, ...]


def _same_subject(claim: Claim, source: Claim, known: Sequence[str]) -> _Fit | None:
    """Whether both are said of the same one."""
    mine, theirs = claim.frame, source.frame
    if isinstance(claim.value, Membership) and isinstance(source.value, Membership):
        subject = tuple(n for n in mine.subject if not contains_name(claim.value.members, n))
        other = tuple(n for n in theirs.subject if not contains_name(source.value.members, n))
    else:
        subject, other = mine.subject, theirs.subject
    wanted = subject or mine.wider_names
    found = [n for n in wanted if contains_name(theirs.wider_names, n)]
    if not found and (subject or claim.kind is Kind.DATE) and not _about_draft(theirs, known):
        return None
    strangers = [n for n in other if not contains_name((*mine.wider_names, *known), n)]
    if other and len(strangers) == len(other):
        return None
    if subject and other and not any(contains_name(other, n) for n in subject):
        # Said of another one, unless each names the other's.
        if not any(contains_name(mine.wider_names, n) for n in other):
            return None
        if not any(contains_name(theirs.wider_names, n) for n in subject):
            return None
    if not found:
        # Nobody is named on one side: only what the whole draft is about can link the two.
        return _Fit(0.25 if _about_draft(theirs, known) else 0.1, ("the draft's own subject",))
    # Of "China's President Xi Jinping" the person must be there, not only the country.
    people = [n for n in subject if not country(n)]
    if people and not any(contains_name(theirs.wider_names, n) for n in people):
        return None
    share = len(found) / len(wanted) if subject else 0.5
    return _Fit(share, tuple(f"same subject: {n}" for n in found[:2]))


def _about_draft(theirs: Frame, known: Sequence[str]) -> bool:
    """Whether a source speaks of those whom the draft names."""
    names = theirs.subject or theirs.wider_names
    return bool(names) and any(contains_name(known, n) for n in names)


# --- what -------------------------------------------------------------------------------------


def _same_thing(claim: Claim, source: Claim) -> _Fit | None:
    """Whether both count, measure, rank or date the same thing."""
    if claim.kind in _RANKS:
        return _same_series(claim, source)
    if claim.kind is Kind.COUNT:
        return _same_counted(claim.frame, source.frame)
    if claim.kind in _MEASURES:
        return _same_measure(claim.frame, source.frame)
    if claim.kind is Kind.DATE:
        return _same_event(claim.frame, source.frame)
    if isinstance(claim.value, Membership) and isinstance(source.value, Membership):
        if lexicon.same_word(claim.value.relation, source.value.relation):
            return _Fit(1.0, (f"same relation: {source.value.relation}",))
        return None
    return None


def _heads_meet(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(lexicon.same_word(a, b) for a in one for b in other)


def _same_counted(mine: Frame, theirs: Frame) -> _Fit | None:
    """Whether both count the same noun: members and member states, but not members and observers."""
    if not mine.head or not theirs.head:
        return None
    special = [h for h in mine.head if h not in GENERIC]
    other = [h for h in theirs.head if h not in GENERIC]
    if special and other:
        matched = [h for h in special if _heads_meet((h,), theirs.head)]
        left = [h for h in special if h not in matched]
        right = [h for h in other if not _heads_meet((h,), mine.head)]
        if not matched or (left and right):
            return None
        extra = [h for h in right if not _heads_meet((h,), mine.wider_terms)]
        last = mine.head[-1] in matched or any(
            lexicon.same_word(theirs.head[-1], h) for h in special
        )
        if not last or len(extra) > 1:
            return None
        return _Fit(1.0 - 0.25 * len(extra) - 0.1 * len(left), (f"same thing counted: {matched[0]}",))
    # People, times, places: what they do is what is counted.
    if not _heads_meet(mine.head, theirs.head) and special and other:
        return None
    if special or other:
        specific, frame = (special, theirs) if special else (other, mine)
        if not _heads_meet(specific, (*frame.verb, *frame.terms)):
            return None
        return _Fit(0.7, (f"same thing counted: {specific[0]}",))
    doing = [v for v in (*mine.verb, *mine.series) if v not in _LIGHT]
    if doing and _heads_meet(doing, (*theirs.verb, *theirs.terms)):
        return _Fit(0.9, (f"same thing counted: {mine.head[-1]} ({doing[0]})",))
    if not doing and _heads_meet(mine.head, theirs.head):
        return _Fit(0.6, (f"same thing counted: {mine.head[-1]}",))
    return None


def _same_measure(mine: Frame, theirs: Frame) -> _Fit | None:
    """Whether both measure the same: population, area, revenue, length of the same war."""
    heads, others = mine.head, theirs.head
    if mine.series and theirs.series and not _heads_meet(mine.series, theirs.series):
        return None
    if heads and others:
        matched = [h for h in heads if _heads_meet((h,), others)]
        crossed = [h for h in heads if _heads_meet((h,), (*theirs.topic, *theirs.verb))] or [
            h for h in others if _heads_meet((h,), (*mine.topic, *mine.verb))
        ]
        if matched:
            return _Fit(1.0, (f"same measure: {matched[0]}",))
        if crossed:
            return _Fit(0.7, (f"same measure: {crossed[0]}",))
        return None
    for one, other in ((heads, theirs), (others, mine)):
        matched = [h for h in one if _heads_meet((h,), (*other.topic, *other.verb, *other.series))]
        if matched:
            return _Fit(0.85, (f"same measure: {matched[0]}",))
    topics = [t for t in mine.topic if t not in GENERIC and _heads_meet((t,), theirs.topic)]
    verbs = [v for v in mine.verb if v not in _LIGHT and _heads_meet((v,), theirs.verb)]
    if not heads and not others and (topics or verbs):
        return _Fit(0.75 if topics and verbs else 0.6, (f"same measure: {(topics or verbs)[0]}",))
    return None


def _same_series(claim: Claim, source: Claim) -> _Fit | None:
    """Whether both number the same series: meetings of the ministers, not of their experts."""
    mine, theirs = claim.frame, source.frame
    if not isinstance(claim.value, Ordinal) or not isinstance(source.value, Ordinal):
        return None
    if claim.value.quality != source.value.quality:
        return None
    if not claim.value.quality and mine.head and theirs.head and not _heads_meet(
        mine.head[-1:], theirs.head
    ) and not _heads_meet(theirs.head[-1:], mine.head):
        return None
    if claim.value.quality and not _heads_meet(
        (*mine.head, *mine.topic), (*theirs.head, *theirs.topic)
    ):
        return None
    around = (*mine.wider_terms, *mine.head, *mine.series, *_words(mine.wider_names))
    for own in (theirs.series, theirs.head[:-1]):
        unknown = [t for t in own if not _heads_meet((t,), around)]
        if own and len(unknown) * 2 >= len(own) and len(own) > 1:
            return None
    back = (*theirs.wider_terms, *theirs.head, *theirs.series, *_words(theirs.wider_names))
    named = [t for t in (*mine.series, *mine.head) if t not in GENERIC]
    known = [t for t in named if _heads_meet((t,), back)]
    if named and not known:
        return None
    share = len(known) / len(named) if named else 0.5
    return _Fit(0.4 + 0.6 * share, (f"same series: {(theirs.head or ('it',))[-1]}",))


def _words(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(w for n in names for w in n.casefold().replace("-", "").split())


def _same_event(mine: Frame, theirs: Frame) -> _Fit | None:
    """Whether both date the same event: what is done matches, or who does it to whom."""
    doing = [v for v in mine.verb if v not in _LIGHT]
    done = [v for v in theirs.verb if v not in _LIGHT]
    around = (*theirs.topic, *theirs.terms)
    verb = [v for v in doing if _heads_meet((v,), done)]
    noun = [v for v in doing if v not in verb and _heads_meet((v,), around)]
    noun += [v for v in done if _heads_meet((v,), (*mine.topic, *mine.terms))]
    nouns = [t for t in mine.topic if t not in GENERIC and _heads_meet((t,), theirs.topic)]
    if verb:
        return _Fit(1.0, (f"same event: {verb[0]}",))
    if nouns and not (doing and done):
        return _Fit(0.8, (f"same event: {nouns[0]}",))
    if noun:
        return _Fit(0.7, (f"same event: {noun[0]}",))
    return None


# --- when -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Period:
    exact: bool
    by: tuple[str, ...]


def _same_period(claim: Claim, source: Claim, as_of: dt.date) -> _Period | None:
    """Whether both speak of the same time; a claim without one speaks of its own day."""
    if isinstance(claim.value, When) and isinstance(source.value, When):
        return _same_occurrence(claim, source)
    mine, theirs = claim.frame.period, source.frame.period
    if theirs is None:
        return _Period(mine is None, ())
    if mine is not None:
        slack = dt.timedelta(days=200 if claim.kind in _RANKS else 0)
        if theirs.start - slack <= mine.end and mine.start <= theirs.end + slack:
            return _Period(True, (f"same period: {theirs.text}",))
        return None
    if claim.kind in _RANKS and claim.frame.head[-1:] and claim.frame.head[-1] in _NUMBERED:
        near = dt.timedelta(days=200)
        if theirs.end < as_of - near or theirs.start > as_of + near:
            return None
    return _Period(True, ())


_ONCE = frozenset(
    "found establish bear die open build complete create launch join begin end start stop found"
    " independent sign elect appoint adopt introduce announce discover invent publish release"
    " admit form acquire buy inaugurate abolish dissolve unite become assassinate marry win"
    " retire resign break".split()
)


def _same_occurrence(claim: Claim, source: Claim) -> _Period | None:
    """Two dates of one occurrence lie near each other, unless it can only have happened once."""
    mine, theirs = claim.value, source.value
    if not isinstance(mine, When) or not isinstance(theirs, When):
        return None
    gap = max((theirs.start - mine.end).days, (mine.start - theirs.end).days, 0)
    if gap == 0:
        return _Period(True, ())
    once = any(v in _ONCE for v in source.frame.verb) and any(v in _ONCE for v in claim.frame.verb)
    strangers = [
        n for n in source.frame.names if not contains_name(claim.frame.wider_names, n)
    ]
    if once or gap <= 20 or (gap <= 60 and not strangers):
        return _Period(gap <= 7, ())
    return None


# --- roles ------------------------------------------------------------------------------------

# Offices that several people hold at once: another name is no contradiction.
_SHARED = frozenset(
    "spokesman deputy founder co-founder author owner director ambassador commissioner striker judge"
    " head leader envoy designer composer architect minister secretary champion editor"
    " prosecutor governor official language curator".split()
)


def _align_roles(
    claim: Claim, mine: Role, source: Claim, theirs: Role, as_of: dt.date
) -> Alignment | None:
    """One office of one country or body; another holder only counts where it has one holder."""
    if mine.former != theirs.former or not same_office(mine.office, theirs.office):
        return None
    same_holder = same_name(mine.holder, theirs.holder)
    of_mine = (mine.of,) if mine.of else claim.frame.wider_names
    of_theirs = (theirs.of,) if theirs.of else source.frame.wider_names
    same_body = any(contains_name(of_theirs, n) for n in of_mine)
    period = source.frame.period
    if period is not None and "since" in source.sentence.text and period.start > as_of:
        return None
    if same_holder:
        if same_body or not (mine.of and theirs.of):
            return Alignment(0.95, (f"same office: {theirs.office}", f"same holder: {theirs.holder}"))
        return None
    if not same_body or not (mine.of or theirs.of):
        return None
    if mine.office.split()[-1] in _SHARED and len(mine.office.split()) == 1:
        return None
    score = 0.9 if mine.of and theirs.of else 0.6
    return Alignment(score, (f"same office: {theirs.office}", f"of the same: {theirs.of or mine.of}"))


def _coverage(wanted: Sequence[str], there: Sequence[str], same: object) -> float:
    """The share of `wanted` that is there."""
    if not wanted or not callable(same):
        return 0.5
    return sum(any(same(w, t) for t in there) for w in wanted) / len(wanted)
