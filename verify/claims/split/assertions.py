"""The assertions of a sentence: each with its exact spans and what makes a wording of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verify.claims.split.members import find_members
from verify.claims.split.parts import JOINT, Cutter, Part, trim
from verify.claims.split.row import Range, Row
from verify.claims.split.tagger import tag_words
from verify.claims.split.titles import find_titles
from verify.claims.split.units import Unit, find_units
from verify.claims.words import Token
from verify.records import Form

MEMBERS = True
TITLES = True

@dataclass(frozen=True, slots=True)
class Assertion:
    """What can be true or false on its own.

    `parts` are half-open ranges of code points, in order and apart; `begins` is the offset at which
    its own words begin, after what it borrows.
    """

    form: Form
    parts: tuple[Range, ...]
    begins: int
    wording: str


def find_assertions(text: str, tokens: tuple[Token, ...]) -> tuple[Assertion, ...]:
    """The assertions of a sentence in order of their own words."""
    if not tokens:
        return ()
    tags = tag_words(tokens)
    cut = Cutter(Row(tokens, tags, find_units(tokens, tags)))
    own = _owned(cut)
    found: list[Assertion] = []
    for number, part in enumerate(cut.parts):
        runs, units = own[number]
        if not runs:
            continue
        if part.form is Form.ATTRIBUTION:
            whole=trim(tags,_reach(cut,own,number))
            found.append(_made(text, tokens, part, (whole,), runs[0][0]))
            continue
        lead = part.borrowed or (cut.subject_of(part.on) if part.form is Form.PARTICIPLE else ())
        lead = (*lead, *((part.aux,) if part.aux else ()))
        members = find_members(tokens, tags, units, part.verb) if MEMBERS else ()
        for member in members:
            kept = _without(runs, (members[0][0], members[-1][1]), member)
            found.append(_made(text, tokens, part, (*lead, *kept), member[0]))
        if not members:
            found.append(_made(text, tokens, part, (*lead, *runs), runs[0][0]))
        if TITLES:
            for title, name in find_titles(tokens, tags, units):
                found.append(_made(text, tokens, Part(Form.TITLE, number), (name, title), title[0]))
    return tuple(sorted(found, key=lambda one: one.begins))

def _reach(cut,own,number):
    low=high=None
    covered={number}
    for n,part in enumerate(cut.parts):
        if n==number or part.on in covered:
            covered.add(n)
    for n in covered:
        for s,e in own[n][0]:
            low = s if low is None else min(low,s); high = e if high is None else max(high,e)
    return low,high

def _owned(cut: Cutter) -> list[tuple[list[Range], list[Unit]]]:
    """For each clause, the runs of its tokens and its units."""
    found: list[tuple[list[Range], list[Unit]]] = [([], []) for _ in cut.parts]
    start = 0
    owner = cut.owner
    for i in range(1, len(owner) + 1):
        if i == len(owner) or owner[i] != owner[start]:
            if owner[start] != JOINT:
                low, high = trim(cut.row.tags, (start, i))
                if low < high:
                    found[owner[start]][0].append((low, high))
            start = i
    for unit in cut.row.units:
        if owner[unit.start] != JOINT:
            found[owner[unit.start]][1].append(unit)
    return found

def _without(own, whole, member):
    kept = []
    for s, e in own:
        if s < whole[0]: kept.append((s, min(e, whole[0])))
        if s <= member[0] < e: kept.append(member)
        if e > whole[1]: kept.append((max(s, whole[1]), e))
    return [(s,e) for s,e in kept if s<e]

def _made(text, tokens, part, pieces, begins):
    spans = [(tokens[s].start, tokens[e - 1].end) for s, e in pieces]
    return Assertion(
                form=part.form,
                parts=_merged(sorted(spans), text),
                begins=tokens[begins].start,
                wording=" ".join(text[s:e] for s, e in spans),
            )


def _merged(spans: Sequence[Range], text: str) -> tuple[Range, ...]:
    """Spans in order as one where nothing but white space is between them."""
    merged: list[Range] = []
    for start, end in spans:
        if merged and (start <= merged[-1][1] or text[merged[-1][1] : start].isspace()):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
