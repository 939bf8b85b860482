"""Who holds which office: "China's Defence Minister Dong Jun", "Dong Jun, its defence minister",
"the capital of Chile is Santiago", "his Russian counterpart Andrey Belousov"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims.names import Name
from verify.claims.offices import canonical, is_former
from verify.records import Role


@dataclass(frozen=True, slots=True)
class Held:
    """A role with its span in the text."""

    start: int
    end: int
    value: Role


_POSSESSIVE = re.compile(r"(?:['’]s?)?\s+(?:the\s+|new\s+|current\s+|long-serving\s+)*$")
_OF = re.compile(
    r"^\s+(?:of|for|at|in|to)\s+(?:the\s+)?(?:(?:state|city|town|province|football club)\s+of\s+)?$"
)
_IS = re.compile(
    r"^,?\s+(?:(?:now|currently|still)\s+)?"
    r"(?:is|was|are|became|has\s+been|being|remains|as|named|took\s+over\s+as|,)\s*"
    r"(?:(?:appointed|named|elected|made|chosen)\s+)?(?:as\s+)?(?:the\s+|its\s+|a\s+|their\s+)?$"
)
_APPOSITION = re.compile(r"^,?\s+(?:the\s+|its\s+|who\s+is\s+(?:the\s+)?|then\s+|now\s+)?$")
_COMMA = re.compile(r"^,\s+(?:the\s+|its\s+|who\s+is\s+(?:the\s+)?)?$")
_GAP = re.compile(r"^(?:,?\s+(?:the\s+)?|\s*\()$")
_COUNTERPART = re.compile(r"\bcounterpart,?\s+$")


def find_roles(
    text: str, names: Sequence[Name], offices: Sequence[tuple[int, int]], place: str = ""
) -> tuple[Held, ...]:
    """The roles a sentence states, in order. `place` is what "its" stands for, where that is
    certain; a role whose place is not told has `of=""`."""
    found: list[Held] = []
    for start, end in offices:
        held = _before_holder(text, names, start, end) or _after_holder(text, names, start, end)
        if held:
            found.append(held)
    found.extend(_counterparts(text, names, offices))
    return tuple(sorted(found, key=lambda h: h.start))


_SUCCEEDED = re.compile(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|took\s+over\s+from|taking\s+over\s+from)\s+"
    r"(?:the\s+)?(?:[A-Z]\w*\.?\s+)?$"
)


def _make(text: str, start: int, end: int, office: str, of: Name | None, holder: Name) -> Held:
    role = Role(
        office=canonical(office),
        of=of.text if of else "",
        holder=holder.text,
        former=is_former(office) or _SUCCEEDED.search(text, 0, holder.start) is not None,
        text=text[start:end],
    )
    return Held(start, end, role)


def _name_at(
    names: Sequence[Name], start: int, text: str, gap: re.Pattern[str], end: int
) -> Name | None:
    """The name that begins after `end` with nothing but `gap` between."""
    following = next((n for n in names if n.start >= start), None)
    if following and gap.match(text[end : following.start]):
        return following
    return None


def _owner_before(text: str, names: Sequence[Name], start: int) -> Name | None:
    """The name whose office it is, right before: China's, Iranian, Apple."""
    before = next((n for n in reversed(names) if n.end <= start), None)
    if before and before.person is not True and _POSSESSIVE.match(text[before.end : start]):
        return before
    return None


def _owner_after(text: str, names: Sequence[Name], end: int) -> Name | None:
    """The name whose office it is, after "of"."""
    return _name_at(names, end, text, _OF, end)


def _can_hold(office: str, name: Name) -> bool:
    return bool(name.text) and not (name.place and office not in {"host", "champion", "winner"})


def _before_holder(text: str, names: Sequence[Name], start: int, end: int) -> Held | None:
    """Office first: "[Iran's] defence minister[,] Aziz Nasirzadeh", "the capital of X is Y"."""
    office = text[start:end]
    owner = _owner_before(text, names, start)
    after_owner = _owner_after(text, names, end) if owner is None else None
    rest = after_owner.end if after_owner else end
    holder = _name_at(names, rest, text, _GAP, rest) or _name_at(names, rest, text, _IS, rest)
    if holder is None or not _can_hold(canonical(office), holder):
        return None
    if text[rest : holder.start].startswith(","):
        # "its defence minister, Dong Jun, took" but not "the minister, China said".
        closing = text[holder.end : holder.end + 1]
        if closing not in {",", ".", ";", ")", ""}:
            return None
    first = owner.start if owner else start
    return _make(text, first, holder.end, office, owner or after_owner, holder)


def _after_holder(text: str, names: Sequence[Name], start: int, end: int) -> Held | None:
    """Holder first: "Dong Jun, China's defence minister", "Y is the capital of X"."""
    office = text[start:end]
    owner = _owner_before(text, names, start)
    first = owner.start if owner else start
    holder = next((n for n in reversed(names) if n.end <= first and n is not owner), None)
    if holder is None or not _can_hold(canonical(office), holder):
        return None
    between = text[holder.end : first]
    if not (_IS.match(between) or (_COMMA.match(between) and holder.person is not False)):
        return None
    after_owner = _owner_after(text, names, end) if owner is None else None
    last = after_owner.end if after_owner else end
    if _COMMA.match(between) and not re.match(r"[,.;)]|$|\s+(?:since|and|who)", text[last:]):
        return None
    return _make(text, holder.start, last, office, owner or after_owner, holder)


def _counterparts(
    text: str, names: Sequence[Name], offices: Sequence[tuple[int, int]]
) -> list[Held]:
    """ "his Russian counterpart Andrey Belousov": the office named before, of another country."""
    found = []
    for holder in names:
        lead = _COUNTERPART.search(text, 0, holder.start)
        earlier = [o for o in offices if o[1] <= holder.start]
        if not lead or not earlier:
            continue
        owner = _owner_before(text, names, lead.start())
        if owner:
            start, end = earlier[-1]
            found.append(_make(text, owner.start, holder.end, text[start:end], owner, holder))
    return found
