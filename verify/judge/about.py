"""Whether a passage that only a stance model reads tells of what the claim is about.

The model learned on pairs that speak of one thing. Of two things that are alike in kind, as two
islands or two grain sales are, its answer is a guess: so it counts where the passage names whom or
what the claim is about, and where the claim says enough to be answered.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon
from verify.claims.names import contains_name, find_names
from verify.claims.nounwords import SAYING
from verify.claims.places import adjectives
from verify.claims.words import tokenize
from verify.judge.fit import meet
from verify.judge.parallel import figures_apart
from verify.judge.story import is_name
from verify.records import Claim, Passage

_LEAST = 2
"""Fewer words that tell something are no statement: "economists said", "in many societies"."""


def says_something(claim: Claim) -> bool:
    """Whether an assertion has words enough to be answered."""
    telling = (
        t.lower
        for t in tokenize(claim.resolved)
        if t.is_capital or (t.is_content and t.lower not in SAYING)
    )
    return len({word for word in telling if word not in lexicon.FUNCTION_WORDS}) >= _LEAST


def tells_of(claim: Claim, passage: Passage, sentence: str, told: Sequence[Claim]) -> bool:
    """Whether a passage names the subject of a claim, or its telling sentence has half of what is
    said of a subject that has no name. `told` are the passage's statements."""
    whole = f"{passage.title}\n{passage.text}"
    frame = claim.frame
    subject = [n for n in frame.subject if n.casefold() not in adjectives()] or frame.names
    if subject:
        there = [passage.title, *(n for one in told for n in one.frame.wider_names)]
        return any(n in whole or contains_name(there, n) for n in subject)
    if frame.topic:
        return meet(frame.topic[-1:], [t.lemma for t in tokenize(whole)])
    terms = [t.lemma for t in tokenize(claim.resolved) if t.is_content]
    return 2 * lexicon.said(terms, [t.lemma for t in tokenize(sentence)]) >= len(terms)


def tells_of_another(claim: Claim, passage: Passage, sentence: str, known: Sequence[str]) -> bool:
    """Whether a sentence that is to refute a claim is said of another one: it does not name the
    claim's subject and stands on the page of somebody whom the draft does not know, or both name
    somebody of their own and give figures of their own. `known` are the names of the draft."""
    subject, title = claim.frame.subject, passage.title
    draft = (*known, *claim.frame.wider_names)
    named = any(n in sentence for n in subject)
    if subject and not named and title and is_name(title) and not contains_name(draft, title):
        return True
    mine = claim.sentence.text
    own = any(n in mine and n not in sentence for n in claim.frame.names)
    others = any(not contains_name(draft, n.text) for n in find_names(sentence))
    return own and others and figures_apart(mine, sentence)
