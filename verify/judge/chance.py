"""Whether an equal value stands in a source by chance.

A year, a week, three days: such values are in many sentences. Where nothing but the likeness of the
wording as a whole says that two of them are one, something else must speak for it: the stance
model, the names, the words, or another figure.
"""

from __future__ import annotations

import datetime as dt
import re

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.words import tokenize
from verify.judge.align import BY_WORDING
from verify.judge.statements import statements
from verify.records import Basis, Claim, Evidence, Quantity, StanceLabel, When

NEUTRAL = 0.5
"""Where the stance model holds it for likelier than this that the source does not tell of the
claim, it does not bear it out."""
_SAME_WORDS = 0.9
_SOME_WORDS = 3
_MONTH = dt.timedelta(days=31)
_FIGURE = re.compile(r"\d+[.,]\d+|(?<!\d)\d{2,3}(?!\d)")
"""Numbers, but for years and single digits."""


def by_chance(claim: Claim, evidence: Evidence) -> bool:
    """Whether a source supports a claim by no more than a value that is common and a wording that
    is close: the model does not read it there, a name of the claim is not in it, and the words are
    others."""
    if evidence.basis is not Basis.WEAK or evidence.stance.label is not StanceLabel.SUPPORTS:
        return False
    by = evidence.comparison.aligned_by if evidence.comparison else ()
    if BY_WORDING not in by or not _is_common(claim):
        return False
    if evidence.reading is not None and evidence.reading.neutral < NEUTRAL:
        return False
    witnesses = (_names_all, _has_all_words, _has_another_figure, _says_it_of_the_same)
    return not any(witness(claim, evidence) for witness in witnesses)


def _is_common(claim: Claim) -> bool:
    """Whether many texts hold the value: a time that is no day or month of some year, a number of
    few digits."""
    value = claim.value
    if isinstance(value, When):
        named = any(c.isalpha() for c in value.text) and any(c.isdigit() for c in value.text)
        return value.start != value.end and not (named and value.end - value.start < _MONTH)
    return isinstance(value, Quantity) and sum(c.isdigit() for c in value.text) < 3


def _names_all(claim: Claim, evidence: Evidence) -> bool:
    """Whether the passage has every name of the claim's sentence, and there is one."""
    passage, value = evidence.passage, claim.text.casefold()
    whole = f"{passage.title}\n{passage.text}"
    there = [passage.title, *(n for s in statements(passage) for n in s.frame.wider_names)]
    names = [
        n for n in claim.frame.wider_names if n in claim.sentence.text and n.casefold() not in value
    ]
    return bool(names) and all(n in whole or contains_name(there, n) for n in names)


def _has_another_figure(claim: Claim, evidence: Evidence) -> bool:
    """Whether another figure of the claim's sentence is the source's too: expects 70.4 years."""
    rest = claim.sentence.text.replace(claim.text, " ", 1)
    return not set(_FIGURE.findall(rest)).isdisjoint(_FIGURE.findall(evidence.sentence))


def _says_it_of_the_same(claim: Claim, evidence: Evidence) -> bool:
    """Whether the sentence names the claim's subject and has half of what is said of it."""
    own = {t.lemma for t in tokenize(claim.text)}
    terms = [t for t in claim.frame.terms if t not in own]
    said = lexicon.said(terms, [t.lemma for t in tokenize(evidence.sentence)])
    subject = claim.frame.subject
    named = bool(subject) and all(n in evidence.sentence for n in subject)
    return named and said >= _SOME_WORDS and 2 * said >= len(terms)


def _has_all_words(claim: Claim, evidence: Evidence) -> bool:
    """Whether nearly all words of the claim's sentence are the source's."""
    own = {t.lemma for t in tokenize(claim.text)}
    terms = [t for t in claim.frame.wider_terms if t not in own]
    words = [t.lemma for t in tokenize(evidence.sentence)]
    return len(terms) > 2 and lexicon.said(terms, words) >= _SAME_WORDS * len(terms)
