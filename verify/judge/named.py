"""One name put for another in the words of a source: what else is said there is no support then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.names import contains_name, find_names
from verify.claims.places import country
from verify.claims.words import content_lemmas, tokenize
from verify.records import Claim, Comparison, Outcome, Passage

_CAPITAL = re.compile(r"[^\W\d_a-z][\w'’.-]*")
_LIKE = 0.75
"""Share of a claim's words from which on a sentence says the same of somebody."""


def said_of_another(claim: Claim, sentence: str, passage: Passage, told: Sequence[Claim]) -> str:
    """The name of the claim that stands nowhere in the passage, where its sentence has the words of
    the claim and a name that the claim has not; "" where nobody is exchanged. `told` are the
    passage's statements.

    A source that only leaves a name out may mean the same: the ministers for their names.
    """
    terms = claim.frame.terms
    there = content_lemmas(tokenize(sentence))
    if lexicon.said(terms, there) < _LIKE * len(terms):
        return ""
    missing = _missing(claim, passage, told)
    draft = (*claim.frame.names, *claim.frame.wider_names)
    others = any(not contains_name(draft, name.text) for name in find_names(sentence))
    return missing[0] if missing and others else ""


def of_the_same(
    comparison: Comparison, claim: Claim, sentence: str, passage: Passage, told: Sequence[Claim]
) -> Comparison:
    """The comparison. The same value no more than fits where it is said of another: that Iran's
    ties were cut in 1980 does not say that Niger's were.
    """
    if comparison.outcome is not Outcome.SAME:
        return comparison
    name = said_of_another(claim, sentence, passage, told)
    if not name:
        return comparison
    reason = f"{comparison.reason}, but the source does not name {name}"
    update = {"outcome": Outcome.COMPATIBLE, "reason": reason, "unnamed": name}
    return comparison.model_copy(update=update)


def _missing(claim: Claim, passage: Passage, told: Sequence[Claim]) -> list[str]:
    """The claim's names that stand nowhere in the passage, in no form that can mean them."""
    whole = f"{passage.title}\n{passage.text}"
    return [
        name
        for name in claim.frame.names
        if name not in whole
        and not any(contains_name(one.frame.wider_names, name) for one in told)
        and not (country(name) and country(name) in _countries(whole))
    ]


@lru_cache(maxsize=4096)
def _countries(text: str) -> frozenset[str]:
    """The countries of a text, by name or by what their people are called."""
    return frozenset(filter(None, (country(word) for word in _CAPITAL.findall(text))))
