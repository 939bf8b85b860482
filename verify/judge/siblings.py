"""Several values of one sort in one sentence: which of them does a claim speak of?

"Sales grew 14% in Asia, 6% in North America and 3% in Europe": a claim of 5% in Europe is refuted
by the third and not by the first; a claim that names no region is refuted by none of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon
from verify.claims.names import contains_name, find_names
from verify.claims.words import content_lemmas, tokenize
from verify.judge.parallel import agree
from verify.records import Claim, Quantity


def singled_out(claim: Claim, source: Claim, statements: Sequence[Claim]) -> bool:
    """Whether a value, and none of its neighbours, is the one that a claim speaks of."""
    rivals = [s for s in statements if _is_rival(source, s) and _can_be_meant(claim, s)]
    if not rivals:
        return True
    owners = {s.frame.subject for s in (source, *rivals)}
    if len(owners) > 1:
        named = (*claim.frame.subject, *claim.frame.names)
        return any(contains_name(named, n) for n in source.frame.subject)
    own = _overlap(claim, source, rivals)
    return own > 0 and all(
        own > _overlap(claim, r, [s for s in (source, *rivals) if s is not r]) for r in rivals
    )


def _is_rival(source: Claim, other: Claim) -> bool:
    """Another value of the same sort in the same sentence."""
    mine, theirs = source.value, other.value
    if not isinstance(mine, Quantity) or not isinstance(theirs, Quantity) or other is source:
        return False
    heads = source.frame.head, other.frame.head
    same_noun = not all(heads) or any(lexicon.same_word(a, b) for a in heads[0] for b in heads[1])
    return (
        other.sentence == source.sentence
        and other.kind is source.kind
        and mine.unit == theirs.unit
        and not agree(source, other)
        and same_noun
    )


_OTHER_TIMES = frozenset({"from", "prior"})


def _can_be_meant(claim: Claim, rival: Claim) -> bool:
    """Whether a value is of the claim's own time: what profit rose from is not what it rose to."""
    return not _OTHER_TIMES & (set(claim.frame.marks) ^ set(rival.frame.marks))


def _overlap(claim: Claim, source: Claim, rivals: Sequence[Claim]) -> int:
    """How many of the words after a value, up to the next, stand beside the claim's as well.

    What comes before the first value is said of them all.
    """
    base, text = source.sentence.span.start, source.sentence.text
    start = source.span.end - base
    later = [r.span.start - base for r in rivals if r.span.start >= source.span.end]
    after = text[start : min(later, default=len(text))]
    words = content_lemmas(tokenize(after))
    names = [n.text for n in find_names(after)]
    mine = (*claim.frame.near, *claim.frame.head, *claim.frame.series)
    known = (*claim.frame.names, *claim.frame.subject)
    return sum(any(lexicon.same_word(w, m) for m in mine) for w in words) + sum(
        contains_name(known, n) for n in names
    )
