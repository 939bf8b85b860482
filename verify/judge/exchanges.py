"""Whether two names have changed places between like sentences: Arden beat Thame, Thame beat Arden.

A name that goes with its preposition to the other end of the sentence, "after the war", has changed
places with none, nor has one that goes with the value: a British minister.
"""

from __future__ import annotations

from itertools import combinations

from verify.claims import lexicon
from verify.claims.words import tokenize
from verify.judge.wording import content, said, within
from verify.records import Claim

_BESIDE = 2
"""A name so close to a value, in characters, belongs to it."""


def names_exchanged(claim: Claim, source: Claim) -> bool:
    """Whether two names have changed places while all other words stand as they did."""
    here, there = _Text(claim), _Text(source)
    value = claim.text.casefold()
    names = [n for n in claim.frame.wider_names if n.casefold() not in value]
    both = [n for n in names if here.at(n) >= 0 and there.at(n) >= 0]
    turned = [
        (one, other)
        for one, other in combinations(sorted(both, key=here.at), 2)
        if there.at(one) > there.at(other)
    ]
    if not any(
        not _moved(one, other, here, there) and not _moved(other, one, here, there)
        for one, other in turned
    ):
        return False
    of_names = {t.lemma for name in both for t in tokenize(name)}
    words, others = (
        [w for w in content(said(one)) if w not in of_names] for one in (claim, source)
    )
    common = [w for w in words if w in others]
    return common == [w for w in others if w in common]


class _Text:
    """A claim's sentence as names are looked for in it, without the claim's value."""

    def __init__(self, claim: Claim) -> None:
        self.span = within(claim)
        whole = claim.sentence.text
        gap = " " * (self.span.end - self.span.start)
        self.text = whole[: self.span.start] + gap + whole[self.span.end :]

    def at(self, name: str) -> int:
        """Where a name stands, -1 for nowhere."""
        return self.text.find(name)

    def joins(self, name: str) -> bool:
        """Whether a name stands right beside the value."""
        start = self.at(name)
        end = start + len(name)
        return 0 <= self.span.start - end < _BESIDE or 0 <= start - self.span.end < _BESIDE

    def lead(self, name: str) -> tuple[str, str]:
        """The preposition before a name, and the word that tells something before that."""
        before = tokenize(self.text[: self.at(name)])
        while before and before[-1].lower in lexicon.DETERMINERS:
            before = before[:-1]
        word = before[-1].lower if before and before[-1].lower in lexicon.PREPOSITIONS else ""
        telling = (
            t.lemma
            for t in reversed(before)
            if t.is_word and t.lower not in lexicon.FUNCTION_WORDS | lexicon.NUMBER_WORDS
        )
        return word, next(telling, "")


def _moved(one: str, other: str, here: _Text, there: _Text) -> bool:
    """Whether a name has gone elsewhere with its preposition or with the value, and has not come
    where the other one stood."""
    if here.joins(one) and there.joins(one):
        return True
    (mine, _), (theirs, after) = here.lead(one), there.lead(one)
    return bool(mine) and mine == theirs and after != here.lead(other)[1]
