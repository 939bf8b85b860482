"""Names of people, places and organisations in a text.

A capital tells a name inside a sentence. At its head, where every word has one, the dictionary,
the words that follow and what the rest of the text has as a name decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from verify.claims import namewords as words
from verify.claims.nameends import name_end
from verify.claims.namestarts import heads, starts_name
from verify.claims.places import adjectives, country
from verify.claims.samename import contains_name, same_name
from verify.claims.titles import quoted_titles
from verify.claims.wordline import Line

__all__ = ["Name", "contains_name", "find_names", "same_name"]

_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,2},")
_ABSTRACT = re.compile(
    r"(?:ics|ments?|tures?|tions?|sions?|og(?:y|ies)|ware|it(?:y|ies)|isms?|ships?)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. `person` is True or False where its form tells, None where it does not."""

    start: int
    end: int
    text: str
    person: bool | None = None

    @property
    def place(self) -> str:
        """The country it stands for, or ""."""
        return country(self.text)


def find_names(
    text: str, offices: Iterable[tuple[int, int]] = (), known: Set[str] = frozenset()
) -> tuple[Name, ...]:
    """The names of a text in order. Months, weekdays and the words of `offices` are not names.

    `known` are the first words of names found elsewhere, plainly spelt: they are names at the
    head of a sentence too, where every word has a capital.
    """
    return _found(text, tuple(offices), heads(text) & known)


# A sentence is asked about before any is read, as it stands and with its names put in.
@lru_cache(maxsize=4096)
def _found(
    text: str, offices: tuple[tuple[int, int], ...], known: frozenset[str]
) -> tuple[Name, ...]:
    return tuple(_names(Line(text, offices, known)))


def _names(line: Line) -> Iterator[Name]:
    titles = dict(quoted_titles(line.text))
    at = 0
    while at < len(line.tokens):
        start = line.tokens[at].start
        if end := titles.get(start):
            yield Name(start, end, line.text[start:end], False)
            while at < len(line.tokens) and line.tokens[at].start < end:
                at += 1
        elif starts_name(line, at):
            end = name_end(line, at)
            yield from _cut(line, at, end, _led_by_person(line, at))
            at = end
        else:
            at += 1


def _cut(line: Line, at: int, end: int, person: bool) -> Iterator[Name]:
    """One run of words as names: titles fall off, a country's adjective stands alone."""
    named = _names_body(line, at, end)
    while (
        not named
        and line.tokens[at].lower.rstrip(".") in words.TITLES
        and (line.capital(at + 1) or line.is_mark(at + 1, "."))
    ):
        if at + 1 >= end:
            return
        at += 2 if line.is_mark(at + 1, ".") and at + 2 < end else 1
        person = True
    first = line.tokens[at]
    whole = line.text[first.start : line.tokens[end - 1].end]
    if not country(whole) and not named:
        for cut in range(min(end - 1, at + 2), at, -1):
            lead = line.text[first.start : line.tokens[cut - 1].end]
            if line.tokens[cut].is_capital and _describes(lead):
                yield Name(first.start, first.start + len(lead), lead, False)
                yield from _cut(line, cut, end, person)
                return
    last = line.tokens[end - 1].end
    yield Name(first.start, last, whole, _is_person(line, at, end, whole, person))


def _names_body(line: Line, at: int, end: int) -> bool:
    """British Airways, American Savings Bank of Maine; not "British Ministry of Health"."""
    if line.tokens[end - 1].lower in words.KINDS:
        return True
    return any(
        line.tokens[i].lower in words.KINDS and line.lower(i + 1) == "of"
        for i in range(at + 2, end)
    ) and not any(
        t.lower in words.KINDS or t.lower in words.BEFORE_OF for t in line.tokens[at : at + 2]
    )


def _is_person(line: Line, at: int, end: int, whole: str, person: bool) -> bool | None:
    if country(whole) or (whole.isupper() and len(whole) > 1):
        return False
    if person:
        return True
    run = line.tokens[at:end]
    if run[0].lower == "the" or any(t.lower in words.KINDS or t.is_number for t in run):
        return False
    if "NOUN" in run[-1].tags and _ABSTRACT.search(run[-1].lower):
        return False  # Calder Optics, Hanley Structures
    age = end - at > 1 and _AGE.match(line.text, line.tokens[end - 1].end)
    return True if age else None


def _led_by_person(line: Line, at: int) -> bool:
    """Whether a title, an office or a noun such as "actor" stands right before."""
    before = at - 1
    if before >= 0 and line.tokens[before].text == ".":
        before -= 1
    if before < 0:
        return False
    token = line.tokens[before]
    between = line.text[token.end : line.tokens[at].start].strip(" .")
    return not between and (token.lower in words.PERSONS or line.in_office(before))


def _describes(lead: str) -> bool:
    """Iranian, US, UK: stands before what it describes."""
    return lead.casefold() in adjectives() or (
        lead.replace(".", "").isupper() and bool(country(lead))
    )
