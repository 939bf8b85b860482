"""Whether one sentence says the opposite of another in the same place: rose and fell, is and is
not.
"""

from __future__ import annotations

from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.words import Token, tokenize, verb_lemma
from verify.records import Claim

_SIDES = (
    (
        "rise increase climb gain grow jump up higher",
        "fall decrease drop decline lose shrink down lower",
    ),
    ("more over above exceed", "less fewer under below"),
    ("before", "after"),
    ("large big great", "small little"),
    ("larger bigger greater", "smaller lesser"),
    ("largest biggest greatest", "smallest"),
    ("high", "low"),
    ("highest", "lowest"),
    ("longest", "shortest"),
    ("longer", "shorter"),
    ("oldest", "youngest newest"),
    ("older", "younger newer"),
    ("most", "least fewest"),
    ("maximum", "minimum"),
    ("first", "last"),
)
_OPPOSITES: dict[str, frozenset[str]] = {}
for _one, _other in _SIDES:
    for _a, _b in ((_one, _other), (_other, _one)):
        for _word in _a.split():
            _OPPOSITES[_word] = _OPPOSITES.get(_word, frozenset()) | frozenset(_b.split())
_NEGATIONS = frozenset("not never n't".split())
_REACH = 7
"""How many words from a value an opposite may stand, to be said of it."""


@dataclass(frozen=True, slots=True)
class Opposed:
    """The words of the draft and those of the source."""

    mine: str
    theirs: str


def opposed(claim: Claim, source: Claim, *, far: bool = False) -> Opposed | None:
    """Words near the claim's value that the source has the opposite of, in the same place; `far`:
    and words anywhere in its assertion.
    """
    tokens = _words(claim.sentence.text)
    start = claim.span.start - claim.sentence.span.start
    end = claim.span.end - claim.sentence.span.start
    first = next((n for n, t in enumerate(tokens) if t.end > start), 0)
    last = next((n for n, t in enumerate(tokens) if t.start >= end), len(tokens))
    found = opposed_words(claim.sentence.text, source.sentence.text)
    for at, pair in found:
        near = first - _REACH <= at < last + _REACH
        if near or (far and _asserted(claim, tokens[at])):
            return pair
    return None


def _asserted(claim: Claim, token: Token) -> bool:
    """Whether a word of the claim's sentence belongs to what the claim asserts."""
    at = claim.sentence.span.start + token.start
    parts = claim.assertion.parts if claim.assertion else ()
    return any(part.start <= at < part.end for part in parts)


def opposed_words(mine: str, theirs: str) -> list[tuple[int, Opposed]]:
    """Every opposite of the first text in the second, by its place among the words of the first.

    A word that both texts have is opposed to none, and the word before or after must be the same.
    """
    here, there = _words(mine), _words(theirs)
    known, other = {t.lower for t in here}, {t.lower for t in there}
    found: list[tuple[int, Opposed]] = []
    for at, token in enumerate(here):
        against = frozenset[str]().union(*(_OPPOSITES.get(w, ()) for w in _forms(token)))
        if not against or token.lower in other:
            continue
        for to, one in enumerate(there):
            if (
                against & _forms(one)
                and one.lower not in known
                and _same_place(here, at, there, to)
            ):
                found.append((at, Opposed(token.text, one.text)))
    found += [(at, Opposed(said, plain)) for at, said, plain in _negated(here, there)]
    found += [(to, Opposed(plain, said)) for to, said, plain in _negated(there, here, back=True)]
    return found


def _forms(token: Token) -> frozenset[str]:
    """A word as it stands and its lemmas: "rose" is a flower too."""
    return frozenset((token.lower, token.lemma, verb_lemma(token.lower)))


def _same_place(here: tuple[Token, ...], at: int, there: tuple[Token, ...], to: int) -> bool:
    before = at > 0 and to > 0 and _alike(here[at - 1], there[to - 1])
    after = at + 1 < len(here) and to + 1 < len(there) and _alike(here[at + 1], there[to + 1])
    return before or after


def _alike(one: Token, other: Token) -> bool:
    return one.lower == other.lower or lexicon.same_word(one.lemma, other.lemma)


def _negated(
    one: tuple[Token, ...], other: tuple[Token, ...], *, back: bool = False
) -> list[tuple[int, str, str]]:
    """Where `one` has "X not Y" and `other` "X Y": the place, the words of each."""
    found = []
    for at in range(1, len(one) - 1):
        if one[at].lower not in _NEGATIONS:
            continue
        for to in range(len(other) - 1):
            same = other[to].lower == one[at - 1].lower and _alike(other[to + 1], one[at + 1])
            if same:
                said = f"{one[at - 1].text} {one[at].text} {one[at + 1].text}"
                plain = f"{other[to].text} {other[to + 1].text}"
                found.append((to if back else at, said, plain))
    return found


def _words(text: str) -> tuple[Token, ...]:
    return tuple(t for t in tokenize(text) if t.is_word or t.is_number)
