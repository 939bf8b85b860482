"""Lists of names that are said to belong together: "also includes Belarus, India and Pakistan"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.names import Name
from verify.claims.numbers import find_numbers
from verify.claims.words import tokenize, verb_lemma
from verify.records import Membership

_JOIN = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+|as\s+well\s+as\s+)?|\s+and\s+|;\s*)(?:the\s+)?$")
_OPEN = re.compile(
    r"\b(?:also|including|such\s+as|among\s+(?:them|others)|like|e\.g\.)\b[^,]*$", re.IGNORECASE
)
_CLOSED = re.compile(
    r"\b(?:consists?\s+of|comprises?|made\s+up\s+of|composed\s+of|are|were)\s*:?\s*$|:\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with its span; `cue_start` is where the words that introduce it begin."""

    start: int
    end: int
    value: Membership
    cue_start: int


def find_lists(text: str, names: Sequence[Name]) -> tuple[Listed, ...]:
    """Runs of three names or more (two after "include", "border" ...), in order."""
    found = []
    at = 0
    while at < len(names):
        last = at
        while last + 1 < len(names) and _JOIN.fullmatch(
            text[names[last].end : names[last + 1].start]
        ):
            last += 1
        listed = _read(text, names[at : last + 1], names[:at]) if last > at else None
        if listed:
            found.append(listed)
        at = last + 1
    return tuple(found)


def _read(text: str, members: Sequence[Name], before: Sequence[Name]) -> Listed | None:
    start, end = members[0].start, members[-1].end
    cue_start = max(text.rfind(mark, 0, start) for mark in (".", ";", "\n")) + 1
    lead = text[cue_start:start]
    relation, strong = _relation(lead)
    if not relation or (len(members) < 3 and not strong):
        return None
    is_open = _OPEN.search(lead) is not None or re.match(
        r",?\s+(?:among\s+others|and\s+others|as\s+well)", text[end:]
    )
    counted = [n for n in find_numbers(lead) if n.low == n.high == len(members)]
    closed = not is_open and bool(counted or _CLOSED.search(lead))
    owners = [n for n in before if n.start >= cue_start and text[n.end : n.end + 1] != "-"]
    value = Membership(
        group=owners[-1].text if owners else "",
        members=tuple(m.text for m in members),
        relation=relation,
        closed=closed,
        text=text[start:end],
    )
    return Listed(start, end, value, cue_start)


_STRONG = frozenset("include comprise consist border neighbour member adjoin".split())


def _relation(lead: str) -> tuple[str, bool]:
    """The lemma that says what the names are to the group, and whether it alone makes a list."""
    tokens = [t for t in tokenize(lead) if t.is_word]
    for token in reversed(tokens[-8:]):
        for lemma in (verb_lemma(token.lower), token.lemma):
            if lemma in _STRONG:
                return lemma, True
    for token in reversed(tokens):
        if token.lemma in {"founder", "partner", "observer", "winner", "finalist"}:
            return token.lemma, False
        verb = verb_lemma(token.lower)
        if verb and token.lower not in lexicon.AUXILIARIES and "NOUN" not in token.tags:
            return verb, False
    return "", False
