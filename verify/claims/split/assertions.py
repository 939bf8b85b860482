"""The assertions of a sentence: each with its exact spans, and what a wording is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verify.claims.split.cutter import Cutter
from verify.claims.split.members import find_members
from verify.claims.split.row import NAMES, Range, Row
from verify.claims.split.stack import JOINT, QUOTES, Part, trim
from verify.claims.split.tagger import tag_words
from verify.claims.split.titles import find_titles
from verify.claims.split.units import Unit, find_units
from verify.claims.split.wording import Phrase, phrases, titled, written
from verify.claims.words import Token
from verify.records import Form, Replacement

_VERBLESS = frozenset({Form.APPOSITION, Form.PARENTHESIS})
Tagger = Callable[[tuple[Token, ...]], Sequence[str]]
"""One part of speech for each token, as `tag_words` gives it."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What can be true or false on its own.

    `parts` are half-open ranges of code points of the sentence, in order and apart; `own` is the
    range of its own words, without what it borrows; `phrases` are ranges and words which, one
    after the other, make a sentence.
    """

    form: Form
    parts: tuple[tuple[int, int], ...]
    own: tuple[int, int]
    phrases: tuple[tuple[int, int] | str, ...]
    named: bool


def find_assertions(tokens: tuple[Token, ...], tag: Tagger = tag_words) -> tuple[Assertion, ...]:
    """The assertions of a sentence in order of their own words; at least one, if it has any."""
    if not tokens:
        return ()
    tags = tuple(tag(tokens))
    cut = Cutter(Row(tokens, tags, find_units(tokens, tags)))
    runs, units = _owned(cut)
    reach = _reaches(cut, runs)
    found: list[Assertion] = []
    for number in range(len(cut.parts)):
        if runs[number]:
            found += _of_clause(cut, number, runs[number], units[number], reach[number])
    return tuple(sorted(found, key=lambda one: one.own))


def _of_clause(
    cut: Cutter, number: int, runs: Sequence[Range], units: Sequence[Unit], reach: Range
) -> Iterator[Assertion]:
    """What a clause asserts: itself or, of a list, each member; and the titles in it."""
    part, row = cut.parts[number], cut.row
    lead = part.borrowed
    if part.form in {Form.PARTICIPLE, Form.APPOSITION} and not lead:
        lead = cut.subject_of(part.on)
    if part.form is Form.ATTRIBUTION:
        start, end = trim(row.tags, reach)
        start -= start > 0 and row.tags[start - 1] in QUOTES
        end += end < len(row.tags) and row.tags[end] in QUOTES
        whole = ((start, end),)
        yield _assertion(cut, part, whole[0], (*lead, *whole), phrases(cut, number, lead, whole))
    else:
        aux = (part.aux,) if part.aux else ()
        listed = part.verb or part.form in _VERBLESS
        members = find_members(row, units, part.verb) if listed else ()
        for own, kept in _each(runs, members):
            wording = phrases(cut, number, lead, kept)
            yield _assertion(cut, part, own, (*lead, *aux, *kept), wording)
    for title, name in find_titles(row, units):
        wording = titled(cut, number, title, name)
        yield _assertion(cut, Part(Form.TITLE, number), title, (title, name), wording)


def _assertion(
    cut: Cutter, part: Part, own: Range, pieces: Sequence[Range], wording: Sequence[Phrase]
) -> Assertion:
    merged: list[Range] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    tokens = cut.row.tokens
    return Assertion(
        form=part.form,
        parts=tuple((tokens[s].start, tokens[e - 1].end) for s, e in merged),
        own=(tokens[own[0]].start, tokens[own[1] - 1].end),
        phrases=tuple(written(wording, cut.row)),
        named=cut.row.tags[0] in NAMES or cut.row.tokens[0].lower == "i",
    )


def _each(runs: Sequence[Range], members: Sequence[Range]) -> Iterator[tuple[Range, list[Range]]]:
    """For each member of a list the runs with it in place of all, and what is its own of them:
    what stands before the list counts as the first one's, what stands after it as the last one's.
    """
    if not members:
        yield (runs[0][0], runs[-1][1]), list(runs)
    start, end = (members[0][0], members[-1][1]) if members else (0, 0)
    for member in members:
        before = [(s, min(e, start)) for s, e in runs if s < start]
        after = [(max(s, end), e) for s, e in runs if e > end]
        kept = [*before, member, *after]
        low = kept[0][0] if member is members[0] else member[0]
        high = kept[-1][1] if member is members[-1] else member[1]
        yield (low, high), kept


def _owned(cut: Cutter) -> tuple[list[list[Range]], list[list[Unit]]]:
    """For each clause the runs of its tokens, marks at their edges off, and its units."""
    runs: list[list[Range]] = [[] for _ in cut.parts]
    units: list[list[Unit]] = [[] for _ in cut.parts]
    owner, start = cut.owner, 0
    for i in range(1, len(owner) + 1):
        if i == len(owner) or owner[i] != owner[start]:
            low, high = trim(cut.row.tags, (start, i))
            if owner[start] != JOINT and low < high:
                runs[owner[start]].append((low, high))
            start = i
    for unit in cut.row.units:
        if owner[unit.start] != JOINT:
            units[owner[unit.start]].append(unit)
    return runs, units


def _reaches(cut: Cutter, runs: Sequence[Sequence[Range]]) -> list[Range]:
    """For each clause the range over it and all that hangs on it."""
    reach = [(found[0][0], found[-1][1]) if found else (-1, -1) for found in runs]
    # What hangs on another mostly stands after it; what was said before its "X said" does not.
    order = sorted(range(len(reach)), key=lambda n: (cut.parts[n].on > n, -n))
    for number in order:
        on = cut.parts[number].on
        if on >= 0 and reach[number][0] >= 0:
            low, high = reach[on]
            start, end = reach[number]
            reach[on] = (min(low, start) if low >= 0 else start, max(high, end))
    return reach


def render(found: Assertion, text: str, replacements: Sequence[Replacement] = ()) -> str:
    """The wording of an assertion of `text`, with names put in (spans as in `text`)."""
    said: list[str] = []
    for phrase in found.phrases:
        piece = phrase if isinstance(phrase, str) else _put_in(text, phrase, replacements)
        if said and not found.named and not isinstance(phrase, str) and phrase[0] == 0:
            piece = piece[0].lower() + piece[1:]
        glued = said and (piece in {"’s", ")"} or said[-1].endswith("("))
        said.append(piece if glued or not said else f" {piece}")
    wording = "".join(said).strip(" ,;:–—-")
    wording = wording[:1].upper() + wording[1:]
    return wording if wording.endswith((".", "!", "?", "…")) else f"{wording}."


def _put_in(text: str, span: tuple[int, int], replacements: Sequence[Replacement]) -> str:
    start, end = span
    piece = text[start:end]
    for one in reversed(replacements):
        low, high = one.span.start - start, one.span.end - start
        if low >= 0 and high <= end - start:
            piece = piece[:low] + one.by + piece[high:]
    return piece
