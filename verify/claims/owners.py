"""Whose a value is: the names in the subject of its clause, or right beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verify.claims import lexicon
from verify.claims.clauses import Clause
from verify.claims.reading import Reading
from verify.claims.words import Token, is_finite_verb
from verify.records import Kind


def bounds(reading: Reading, clause: Clause) -> tuple[int, int]:
    """Where a clause begins and ends in the text."""
    return reading.tokens[clause.start].start, reading.tokens[clause.end - 1].end


def nameless(tokens: tuple[Token, ...], reading: Reading) -> tuple[Token, ...]:
    """Tokens that are in no name."""
    return tuple(t for t in tokens if t.start not in reading.named)


def common_lemmas(tokens: Iterable[Token], reading: Reading) -> tuple[str, ...]:
    """Lemmas of the words that carry meaning and are in no name, in order, each once."""
    return tuple(
        dict.fromkeys(t.lemma for t in tokens if t.is_content and t.start not in reading.named)
    )


def subject_of(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Names in the subject of the clause, else in that of the clause it hangs on."""
    if clause.antecedent >= 0:
        noun = reading.tokens[clause.antecedent]
        described = [n.text for n in reading.names if n.start <= noun.start < n.end]
        if described:
            return tuple(described)
    found = _own_subject(reading, clause)
    if found or _has_own_noun(reading, clause):
        return found
    while clause.parent >= 0:
        clause = reading.clauses[clause.parent]
        found = _own_subject(reading, clause)
        if found:
            return found
    return ()


def _lists_value(text: str, name_end: int, start: int, kind: Kind) -> bool:
    """ "Dunmore Athletic 74 points, Averil Rovers 68", "Europe for 42 per cent, Asia for 31"."""
    if kind in {Kind.ORDINAL, Kind.SUPERLATIVE}:
        return False
    between = text[name_end:start].strip()
    return not between or (between in {"for", ":"} and bool(re.search(r"\d", text[:name_end])))


def phrase_names(reading: Reading, end: int) -> tuple[str, ...]:
    """Names in the "of" phrase right after an ordinal: the 22nd meeting of SCO ministers."""
    if not re.match(r"\s+of\s", reading.text[end:]):
        return ()
    stop = next(
        (
            t.start
            for i, t in enumerate(reading.tokens)
            if t.start > end
            and (is_finite_verb(reading.tokens, i) or not (t.is_word or t.text == "-"))
        ),
        len(reading.text),
    )
    return tuple(n.text for n in reading.names if end <= n.start < stop)


def owner_of(reading: Reading, start: int, end: int, kind: Kind) -> tuple[str, ...]:
    """The name that a value is written on: "the 10-member SCO", "Iran's 31 provinces"."""
    if kind in {Kind.DATE, Kind.ROLE, Kind.MEMBERSHIP, Kind.QUOTE, Kind.EVENT}:
        return ()
    text = reading.text
    if text[start:end].endswith("-time"):
        return ()  # "an eight-time Olympic champion"
    for name in reading.names:
        inside = start <= name.start < end
        if (inside and "-" in text[start : name.start]) or (
            name.start >= end and text[start:end].count("-") and not text[end : name.start].strip()
        ):
            return (name.text,)
        if name.end < start and _lists_value(text, name.end, start, kind):
            return (name.text,)  # "Dunmore Athletic 74 points, Averil Rovers 68"
        possessive = re.match(r"['’]s?\s+(?:[a-z-]+\s+){0,2}$", text[name.end : start])
        if name.end <= start and possessive:
            return (name.text,)
    return ()


def _own_subject(reading: Reading, clause: Clause) -> tuple[str, ...]:
    if clause.verb < 0:
        return ()
    begin = _after_lead(reading, clause)
    low, high = reading.tokens[begin].start, reading.tokens[clause.verb].start
    return tuple(
        dict.fromkeys(
            n.text
            for n in reading.names
            if low <= n.start < high
            and reading.text[n.end : n.end + 1] != "-"
            and not owns_office(reading, n.end)
        )
    )


def owns_office(reading: Reading, end: int) -> bool:
    """Whether a name only says whose office comes next: "China's President Xi Jinping"."""
    office = next((o for o in reading.offices if o[0] >= end), None)
    if office is None or not re.fullmatch(r"(?:['’]s?)?\s+", reading.text[end : office[0]]):
        return False
    return any(reading.text[office[1] : n.start] == " " for n in reading.names if n.start > end)


def _after_lead(reading: Reading, clause: Clause) -> int:
    """The token where the subject begins: after "At the summit in The Hague,"."""
    first = reading.tokens[clause.start]
    if first.lower in lexicon.PREPOSITIONS | {"now", "founded", "born", "built", "opened", "based"}:
        limit = clause.verb if clause.verb >= 0 else clause.end
        commas = [i for i in range(clause.start, limit) if reading.tokens[i].text == ","]
        if commas:
            return min(commas[-1] + 1, clause.end - 1)
    return clause.start


def _has_own_noun(reading: Reading, clause: Clause) -> bool:
    if clause.verb < 0:
        return False
    begin = _after_lead(reading, clause)
    return any("NOUN" in t.tags for t in reading.tokens[begin : clause.verb])


def topic_of(reading: Reading, clause: Clause) -> tuple[str, ...]:
    """Lemmas of the subject's common nouns."""
    while True:
        if clause.verb >= 0:
            begin = _after_lead(reading, clause)
            nouns = (t for t in reading.tokens[begin : clause.verb] if "NOUN" in t.tags)
            lemmas = common_lemmas(nouns, reading)
            if lemmas or _own_subject(reading, clause):
                return lemmas
        if clause.parent < 0:
            return ()
        clause = reading.clauses[clause.parent]
