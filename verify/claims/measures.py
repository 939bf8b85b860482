"""What a value counts, measures or ranks: the nouns that stand with it."""

from __future__ import annotations

from verify.claims import lexicon
from verify.claims.clauses import Clause
from verify.claims.owners import common_lemmas, nameless
from verify.claims.quantities import DURATIONS
from verify.claims.reading import Reading
from verify.claims.words import Token, is_finite_verb
from verify.records import Kind, Quantity, Value

GENERIC = frozenset(
    "people person man woman child resident country nation state member time place case thing"
    " other unit part piece point item individual adult full total".split()
)


DIMENSIONS = {
    "long": "length", "tall": "height", "high": "height", "wide": "width", "deep": "depth",
    "old": "age", "thick": "thickness", "away": "distance", "heavy": "weight", "fast": "speed",
    "weigh": "weight", "cost": "cost", "last": "duration", "measure": "length", "apart": "distance",
}  # fmt: skip


def measured(
    reading: Reading, clause: Clause, start: int, end: int, kind: Kind, value: Value | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(head, series): lemmas of the thing counted or measured, and of its "of" phrase."""
    tokens = reading.tokens
    after = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
    series = _of_phrase(reading, after)
    if kind in {Kind.COUNT, Kind.ORDINAL, Kind.SUPERLATIVE}:
        inside = tuple(
            t for t in tokens if start <= t.start < end and t.is_word and not t.is_number
        )
        if isinstance(value, Quantity) and value.whole is not None:  # "240 of 543 seats"
            of = max(n for n, t in enumerate(inside) if t.lower == "of")
            inside = inside[of + 1 :]
        inside = nameless(inside, reading) or inside
        lemmas = _nouns_and_adjectives(_before_since(inside))
        if lemmas or kind is not Kind.COUNT:
            return lemmas, series
        return tuple(_noun_before(reading, clause, start)), series  # "a crowd of 51,204"
    if kind in {Kind.DATE, Kind.ROLE, Kind.MEMBERSHIP, Kind.QUOTE, Kind.EVENT}:
        return (), series
    found: list[str] = []
    if after < len(tokens) and (near := tokens[after]).lower in DIMENSIONS:
        found.append(DIMENSIONS[near.lower])
    found += _noun_before(reading, clause, start)
    found += _noun_phrase_after(reading, start, end, after)
    found += [s for s in series if isinstance(value, Quantity) and value.unit in DURATIONS]
    return tuple(dict.fromkeys(found)), series


def _before_since(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for i, token in enumerate(tokens):
        if token.lower in {"since", "in", "to", "of"}:
            return tokens[:i]
    return tokens


def _nouns_and_adjectives(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            t.lemma
            for t in tokens
            if "X" not in t.tags
            and t.lower not in lexicon.ORDINAL_WORDS
            and t.lower not in _NUMBER_WORDS
            and t.lower not in {"last", "only", "sole", "inaugural", "most", "least"}
            and (not t.tags or t.tags & {"NOUN", "ADJ", "VERB", "ADV"})
        )
    )


_NUMBER_WORDS = lexicon.NUMBER_WORDS | frozenset("st nd rd th m bn tn mln bln k estimated".split())


def _of_phrase(reading: Reading, at: int) -> tuple[str, ...]:
    """Lemmas of the phrase that "of" opens at token `at`: "of fighting", "of GDP"."""
    tokens = reading.tokens
    if (
        at >= len(tokens)
        or tokens[at].lower not in {"of", "for", "from"}
        or (tokens[at].lower != "of")
    ):
        return ()
    last = at + 1
    while last < len(tokens):
        token = tokens[last]
        if not token.is_word and token.text not in {"-", "'s", "’s"} and not token.is_number:
            break
        if token.lower in lexicon.PRONOUNS | {"that", "which", "who"}:
            break
        if is_finite_verb(tokens, last) and last > at + 1:
            break
        if token.lower in lexicon.PREPOSITIONS - {"of"} and last > at + 1:
            break
        last += 1
    return common_lemmas(tokens[at + 1 : last], reading)


def _noun_before(reading: Reading, clause: Clause, start: int) -> list[str]:
    """ "revenue of $3.4bn", "an area of", "population: ": the noun right before the value."""
    tokens = [t for t in reading.tokens[clause.start : clause.end] if t.end <= start]
    links = lexicon.PREPOSITIONS | {"a", "an", "the", "total", "record", "its", ":", "(", "or"}
    at = len(tokens) - 1
    seen_link = False
    while at >= 0 and (tokens[at].lower in links or tokens[at].lower in lexicon.APPROXIMATORS):
        seen_link |= tokens[at].lower in {"of", ":", "at", "to", "in", "on", "("}
        at -= 1
    if at < 0 or not seen_link or "NOUN" not in tokens[at].tags:
        return []
    if tokens[at].lower in {"rose", "fell", "jump", "rise"} or is_finite_verb(tuple(tokens), at):
        return []
    if at > 0 and tokens[at - 1].is_number:
        return []  # "1,090 miles (1,754 km)"
    found = [tokens[at].lemma]
    if at > 0 and tokens[at - 1].tags & {"NOUN", "ADJ"} and "X" not in tokens[at - 1].tags:
        found.append(tokens[at - 1].lemma)
    return found


def _noun_phrase_after(reading: Reading, start: int, end: int, after: int) -> list[str]:
    """ "a 12-day war", "$5m deal", "$3.4bn in revenue": the nouns right after the value."""
    tokens = reading.tokens
    at = after
    if at < len(tokens) and tokens[at].text == "-":
        at += 1
    if at < len(tokens) and tokens[at].lower in {"in", "on"} and at + 1 < len(tokens):
        following = tokens[at + 1]
        return (
            [following.lemma]
            if following.tags == {"NOUN"} or ("NOUN" in following.tags and not following.is_capital)
            else []
        )
    found = []
    for token in tokens[at : at + 4]:
        if not token.is_word or "X" in token.tags or token.lower in lexicon.WEEKDAYS:
            break
        if token.lower in {"earlier", "later"}:
            break  # "two years earlier": when, and not what
        if token.is_capital:
            break
        if "NOUN" in token.tags or "ADJ" in token.tags:
            found.append(DIMENSIONS.get(token.lower, token.lemma))
        elif not token.tags and token.lower.islower():
            found.append(token.lemma)
        elif not token.is_capital:
            break
    return found
