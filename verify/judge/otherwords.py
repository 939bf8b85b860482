"""The words of a draft for which a source, in the same sentence, has others."""

from __future__ import annotations

from difflib import SequenceMatcher

from verify.claims import lexicon
from verify.claims.nounwords import SAYING
from verify.claims.words import Token, tokenize
from verify.judge.opposites import Opposed
from verify.records import Claim

_ALIKE = 0.6
"""The share of a sentence's words that the source has in the same order, for it to be the same."""
_LONG = 6
"""More words than these are another statement, and no exchange."""


def other_words(claim: Claim, source: str) -> Opposed | None:
    """The one run of words in the claim that stands otherwise in a source's sentence, in the same
    place; None where they differ in more, or where the sentences are not the same."""
    mine, theirs = _words(claim.sentence.text), _words(source)
    here, there = ([t.lower for t in side] for side in (mine, theirs))
    match = SequenceMatcher(None, here, there, autojunk=False)
    runs = [
        (mine[a:b], theirs[c:d]) for kind, a, b, c, d in match.get_opcodes() if kind == "replace"
    ]
    others = [one for one in runs if not _same(*one)]
    alike = sum(block.size for block in match.get_matching_blocks())
    alike += sum(len(one) for one, other in runs if _same(one, other))
    if alike < _ALIKE * len(mine) or len(others) != 1:
        return None
    low, high = (at - claim.sentence.span.start for at in (claim.span.start, claim.span.end))
    one, other = others[0]
    within = low <= one[0].start and one[-1].end <= high
    if not within or max(len(one), len(other)) > _LONG:
        return None
    return Opposed(_text(claim.sentence.text, one), _text(source, other))


def _words(text: str) -> tuple[Token, ...]:
    return tuple(t for t in tokenize(text) if t.is_word or t.is_number)


def _same(one: tuple[Token, ...], other: tuple[Token, ...]) -> bool:
    """Whether they are other words for the same: said and stated, the firm and the company."""
    return len(one) == len(other) and all(
        lexicon.same_word(a.lemma, b.lemma) or {a.lower, b.lower} <= SAYING
        for a, b in zip(one, other, strict=True)
    )


def _text(text: str, run: tuple[Token, ...]) -> str:
    return text[run[0].start : run[-1].end]
