"""Who holds which office: "China's Defence Minister Dong Jun", "Dong Jun, its defence minister",
"the capital of Chile is Santiago", "his Russian counterpart Andrey Belousov"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verify.claims import rolewords as said
from verify.claims.names import Name
from verify.claims.namewords import DEMONYMS
from verify.claims.offices import canonical, is_former
from verify.claims.places import adjectives
from verify.records import Role


@dataclass(frozen=True, slots=True)
class Held:
    """A role with its span in the text."""

    start: int
    end: int
    value: Role


@dataclass(frozen=True, slots=True)
class _Post:
    """An office at [start, end) of `text`, with the one whose it is: [first, last) with it."""

    text: str
    start: int
    end: int
    first: int
    last: int
    owner: Name | None

    @property
    def office(self) -> str:
        return self.text[self.start : self.end]


_REACH = 200
"""How far from an office, in code points, its owner and its holder are looked for."""


def find_roles(
    text: str, names: Sequence[Name], offices: Sequence[tuple[int, int]], place: str = ""
) -> tuple[Held, ...]:
    """The roles a sentence states, in order. `place` is what "its" stands for, where that is
    certain; a role whose place is not told has `of=""`."""
    found: list[Held] = []
    for at, (start, end) in enumerate(offices):
        if said.RANKED.search(text[max(0, start - 40) : start]) and not _becomes(text, start):
            continue
        low = bisect_left(names, start - _REACH, key=lambda n: n.start)
        high = bisect_left(names, end + _REACH, key=lambda n: n.start)
        near = names[low:high]
        post = _post(text, near, start, end)
        held = (
            _coined(post)
            or _office_first(post, near, offices[at + 1 : at + 4])
            or _holder_first(post, near)
            or _shared(post, found)
        )
        if held:
            found.append(_placed(held, text, start, place))
    found.extend(_counterparts(text, names, offices))
    found.extend(_by_verbs(text, names))
    return tuple(sorted(found, key=lambda h: h.start))


def _becomes(text: str, start: int) -> bool:
    """“a new coach, Ines Carvalho,”: somebody is named all the same."""
    return re.match(r"(?:new|acting|interim)\s", text[start:], re.IGNORECASE) is not None


def _post(text: str, names: Sequence[Name], start: int, end: int) -> _Post:
    """An office with its owner, "Iran's" before it or "of Iran" after it."""
    for name in reversed(names):
        if name.end <= start:
            gap = said.POSSESSIVE.fullmatch(text, name.end, start)
            if gap is None or (not gap["own"] and (name.person or _is_named(text, name))):
                break
            adjective = name.text.casefold() in adjectives() or name.text.casefold() in DEMONYMS
            adjective = adjective or (name.text.replace(".", "").isupper() and name.place != "")
            if not gap["own"] and adjective and not _of_a_state(text[start:end]):
                return _Post(text, start, end, name.start, end, None)
            return _Post(text, start, end, name.start, end, name)
    after = next((n for n in names if n.start >= end), None)
    if after and said.OF.fullmatch(text, end, after.start):
        return _Post(text, start, end, start, after.end, after)
    return _Post(text, start, end, start, end, None)


def _is_named(text: str, name: Name) -> bool:
    """“The board named Priya Wendelin chief executive”: the holder, and no owner."""
    return said.NAMING.search(text[max(0, name.start - 40) : name.start]) is not None


def _of_a_state(office: str) -> bool:
    return canonical(office).split()[-1] in said.STATE or canonical(office) == "head of government"


def _held(post: _Post, start: int, end: int, holder: Name, former: bool = False) -> Held | None:
    office = canonical(post.office)
    thing = office in said.THINGS
    if holder is post.owner or (not thing and (holder.place or holder.person is False)):
        return None
    if (
        office == "capital"
        and holder.place
        and not (post.owner and post.owner.place == holder.place)
    ):
        return None
    beside = 0 <= holder.start - post.end < 3
    if office in said.WEAK and post.owner is None and not beside:
        return None
    text = post.text
    gone = former or is_former(post.office) or said.GONE.search(text[max(0, start - 60) : start])
    role = Role(
        office=office,
        of=post.owner.text if post.owner else "",
        holder=holder.text,
        former=bool(gone or said.UNTIL.match(text, end)),
        text=text[start:end],
    )
    return Held(start, end, role)


# --- the office first -------------------------------------------------------------------------


def _office_first(
    post: _Post, names: Sequence[Name], others: Sequence[tuple[int, int]]
) -> Held | None:
    """“[Iran's] defence minister[,] Aziz Nasirzadeh”, "the capital of X is Y"."""
    rest = _past_others(post, others)
    following = [n for n in names if n.start >= rest][:2]
    if len(following) == 2 and _only_describes(following[0], following[1], post.text):
        following = following[1:]  # "is the Dane Ulla Kierkegard-Moe"
    if not following:
        return None
    text, holder = post.text, following[0]
    lead = next((n for n in names if n.start >= rest), holder)
    apposed = said.APPOSED.fullmatch(text, rest, lead.start)
    if not apposed and not said.EQUALS.fullmatch(text, rest, lead.start):
        return None
    if said.SHORT.fullmatch(text, rest, lead.start) and post.owner and " " not in holder.text:
        return None  # "chairman of the Bank of Halland (BoH)"
    if apposed and apposed.group().startswith(",") and _is_another(text, holder, names):
        return None  # "the mayor of Paris, Texas, is Bill Rowe"
    if apposed and apposed.group().startswith(",") and not said.CLOSED.match(text, holder.end):
        return None  # "its defence minister, Dong Jun, took" but not "the minister, China said"
    return _held(_of_behind(post, holder, names), post.first, holder.end, holder)


def _of_behind(post: _Post, holder: Name, names: Sequence[Name]) -> _Post:
    """With the owner behind the holder: "President Jan Novy of Moravo"."""
    after = next((n for n in names if n.start >= holder.end), None)
    if post.owner or not after or after.person or not _of_a_state(post.office):
        return post
    beside = post.text[holder.end : after.start] == " of "
    return replace(post, owner=after) if beside else post


def _past_others(post: _Post, others: Sequence[tuple[int, int]]) -> int:
    """Over what else the holder is called: "its president, the Korean director Han Seo-yun",
    "founder and chief executive Tim Cook"."""
    rest = post.last
    for start, end in others:
        gap = post.text[rest:start]
        if re.fullmatch(r"(?:,\s+the\s+(?:[A-Z]\w+\s+)?|\s+and\s+(?:the\s+|its\s+)?)", gap):
            rest = end
    return rest


def _only_describes(one: Name, other: Name, text: str) -> bool:
    return one.place != "" and text[one.end : other.start] == " "


def _coined(post: _Post) -> Held | None:
    """“the currency of Chile is the peso”: money has no capital."""
    if canonical(post.office) != "currency":
        return None
    match = said.COINED.match(post.text, post.last)
    if match is None:
        return None
    start, end = match.span("name")
    return _held(post, post.first, end, Name(start, end, match["name"]))


# --- the holder first -------------------------------------------------------------------------


def _holder_first(post: _Post, names: Sequence[Name]) -> Held | None:
    """“Dong Jun, China's defence minister”, "Y is the capital of X", "X, who took over as Y"."""
    text, before = post.text, [n for n in names if n.end <= post.first]
    if not before:
        return None
    near = before[-1]
    beside = said.COMMA.fullmatch(text, near.end, post.first)
    if beside and (near.person is not False or canonical(post.office) in said.THINGS):
        over = said.OVER.match(text, post.last)
        if over and post.owner is None:  # one of several vice presidents
            post = replace(post, end=over.end(), last=over.end())
        if said.ASIDE_ENDS.match(text, post.last):
            return _held(post, near.start, post.last, near, bool(beside["was"]))
    if _is_named(text, near) and said.AS.fullmatch(text, near.end, post.first):
        return _held(post, near.start, post.last, near)
    for leaves, pattern in ((False, said.HOLDS), (True, said.LEAVES)):
        if pattern.fullmatch(text, near.end, post.first):
            subject = _subject(before, text)
            return _held(post, subject.start, post.last, subject, leaves) if subject else None
    for name in reversed(before[-3:]):
        if said.SUCCEEDS.fullmatch(text, name.end, post.first):
            return _held(post, name.start, post.last, name)
    return None


def _subject(before: Sequence[Name], text: str) -> Name | None:
    """The one a verb speaks of: in "Moretti of the University of Wollara is" the first."""
    at = len(before) - 1
    while at > 0 and said.BELONGS.fullmatch(text, before[at - 1].end, before[at].start):
        at -= 1
    name = before[at]
    lead = text[max(0, name.start - 12) : name.start]
    if at < len(before) - 1 and name.place:
        return None
    # "Ann Bell and Jan Novy, who resigned": it is told of the last of them.
    relative = said.WHO.match(text, before[-1].end) and at == len(before) - 1
    return name if relative or not said.UNDER.search(lead) else None


def _shared(post: _Post, found: Sequence[Held]) -> Held | None:
    """“President of Iran and its head of state”: one holder of two offices."""
    gap = said.AND_ALSO.fullmatch(post.text, found[-1].end, post.first) if found else None
    if gap is None or (gap["list"] and not said.GOES_ON.match(post.text, post.last)):
        return None
    value = found[-1].value
    office = canonical(post.office)
    if post.text[found[-1].end - len(value.holder) : found[-1].end] == value.holder:
        return None  # "president Anton Reyle and the mayor" are two
    update = {"office": office, "of": post.owner.text if post.owner else value.of}
    span = post.text[post.first : post.last]
    return Held(post.first, post.last, value.model_copy(update={**update, "text": span}))


def _placed(held: Held, text: str, start: int, place: str) -> Held:
    if (
        not place
        or held.value.of
        or not re.search(r"\bits\s+(?:\w+\s+)?$", text[:start], re.IGNORECASE)
    ):
        return held
    return Held(held.start, held.end, held.value.model_copy(update={"of": place}))


def _is_another(text: str, holder: Name, names: Sequence[Name]) -> bool:
    """Whether what stands behind an office is said to be somebody; to be Belgian is no name."""
    told = said.IS_ANOTHER.match(text, holder.end)
    return told is not None and any(n.start == told.end() and n.person is not False for n in names)


def _by_verbs(text: str, names: Sequence[Name]) -> Iterator[Held]:
    """“Tilda Rowe, who chairs the Bank of Halland”: a verb for the office."""
    for holder, owner in pairwise(names):
        verb = said.BY_VERB.fullmatch(text, holder.end, owner.start)
        if verb is None or holder.place or holder.person is False or owner.person:
            continue
        office = said.OF_VERBS[verb["verb"]]
        words = text[holder.start : owner.end]
        role = Role(office=office, of=owner.text, holder=holder.text, text=words)
        yield Held(holder.start, owner.end, role)


# --- counterparts -----------------------------------------------------------------------------


def _counterparts(
    text: str, names: Sequence[Name], offices: Sequence[tuple[int, int]]
) -> list[Held]:
    """“his Russian counterpart Andrey Belousov”: the office named before, of another country."""
    found = []
    for holder in names:
        base = max(0, holder.start - 60)
        lead = said.COUNTERPART.search(text[base : holder.start])
        earlier = [o for o in offices if o[1] <= holder.start]
        if not lead or not earlier or holder.place:
            continue
        at = base + lead.start()
        owner = next((n for n in reversed(names) if n.end <= at), None)
        if owner and said.POSSESSIVE.fullmatch(text, owner.end, at):
            start, end = earlier[-1]
            post = _Post(text, start, end, owner.start, end, owner)
            if held := _held(post, owner.start, holder.end, holder):
                found.append(held)
    return found
