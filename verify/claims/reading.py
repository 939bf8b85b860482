"""One sentence, read: its wording with the names put in, its words, names, dates and clauses."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from verify.claims.clauses import Clause, clause_at, find_clauses
from verify.claims.dates import Dated, find_dates
from verify.claims.mentions import Memory
from verify.claims.names import Name, find_names
from verify.claims.offices import find_offices
from verify.claims.resolve import resolve
from verify.claims.words import Token, tokenize
from verify.records import Replacement, Sentence, Span

_end_of = attrgetter("end")
SECTION = 2_000
"""Sentences that are looked over together: all of a draft, but of one that fills a book."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of a text. `text` is the stand-alone wording, and all spans below are in it."""

    sentence: Sentence
    text: str
    replacements: tuple[Replacement, ...]
    unresolved: tuple[str, ...]
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    offices: tuple[tuple[int, int], ...]
    dates: tuple[Dated, ...]
    clauses: tuple[Clause, ...]
    named: frozenset[int]
    """Every offset inside a name."""
    wider_names: tuple[str, ...]
    """The names of the sentence and those of the text's title, each once."""

    def clause_of(self, offset: int) -> Clause:
        """The clause that holds an offset of `text`."""
        token = bisect_right(self.tokens, offset, hi=len(self.tokens) - 1, key=_end_of)
        return self.clauses[clause_at(self.clauses, token)]

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset of `text` lies inside quotation marks."""
        before = self.text[:offset]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def original(self, start: int, end: int) -> Span | None:
        """The span in the whole text of a span of `text`; None where it is all put in."""
        shift, base = 0, self.sentence.span.start
        low, high = start, end
        inside = False
        for r in self.replacements:
            put = r.span.start - base + shift
            grown = len(r.by) - (r.span.end - r.span.start)
            if put <= start < put + len(r.by):
                if end <= put + len(r.by):
                    return None
                low, inside = r.span.end - base, True
            elif start >= put + len(r.by):
                low = start - shift - grown
                inside = False
            if end >= put + len(r.by):
                high = end - shift - grown
            elif put < end < put + len(r.by):
                high = r.span.end - base
            shift += grown
        if not inside and not self.replacements:
            low = start
        while low < high and self.sentence.text[low].isspace():
            low += 1
        return Span(start=base + low, end=base + high) if low < high else None


def read_sentences(
    sentences: Iterable[Sentence], as_of: dt.date | None, title: str = ""
) -> Iterator[Reading]:
    """Every sentence of one text, in order, one at a time: a long text is not kept read.

    `as_of` is the day the text speaks from.
    """
    memory = Memory()
    titled = find_names(title)
    memory.known |= {tokenize(n.text)[0].lower for n in titled if n.start > 0}
    numbered = enumerate(sentences)
    while section := list(islice(numbered, SECTION)):
        _look_over(memory, [sentence for _, sentence in section])
        for number, sentence in section:
            replacements, unresolved = resolve(memory, number, sentence)
            text = _put_in(sentence, replacements)
            tokens = tokenize(text)
            offices = find_offices(text)
            names = find_names(text, offices, memory.known)
            yield Reading(
                sentence=sentence,
                text=text,
                replacements=replacements,
                unresolved=unresolved,
                tokens=tokens,
                names=names,
                offices=offices,
                dates=find_dates(text, as_of),
                clauses=find_clauses(tokens),
                named=frozenset(at for n in names for at in range(n.start, n.end)),
                wider_names=tuple(dict.fromkeys(n.text for n in (*names, *titled))),
            )


def _look_over(memory: Memory, sentences: Sequence[Sentence]) -> None:
    """Note the words that are names, before the first is read: a capital inside a sentence tells
    that the word is a name at the head of another, too."""
    for sentence in sentences:
        for name in find_names(sentence.text, find_offices(sentence.text)):
            if name.start > 0:
                memory.known.add(tokenize(name.text)[0].lower)
    memory.known -= {t.lower for s in sentences for t in tokenize(s.text) if t.text.islower()}


def _put_in(sentence: Sentence, replacements: Sequence[Replacement]) -> str:
    text, base = sentence.text, sentence.span.start
    for r in reversed(replacements):
        text = text[: r.span.start - base] + r.by + text[r.span.end - base :]
    return text
