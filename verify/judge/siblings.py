"""Several values of one sort in one sentence: which of them does a claim speak of?

"Sales grew 14% in Asia, 6% in North America and 3% in Europe": a claim of 5% in Europe is refuted
by the third and not by the first; a claim that names no region is refuted by none of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon
from verify.claims.names import same_name
from verify.records import Claim, Quantity


def singled_out(claim: Claim, source: Claim, statements: Sequence[Claim]) -> bool:
    """Whether the words beside a value tell that it, and not its neighbours, is the one meant."""
    if not isinstance(source.value, Quantity):
        return True
    rivals = [
        s
        for s in statements
        if s is not source
        and s.sentence == source.sentence
        and isinstance(s.value, Quantity)
        and s.kind is source.kind
        and s.value.unit == source.value.unit
        and (s.value.low, s.value.high) != (source.value.low, source.value.high)
        and _same_noun(s, source)
    ]
    if not rivals:
        return True
    own = _overlap(claim, source)
    return own > 0 and all(own > _overlap(claim, r) for r in rivals)


def _same_noun(one: Claim, other: Claim) -> bool:
    heads = one.frame.head, other.frame.head
    if not all(heads):
        return True
    return any(lexicon.same_word(a, b) for a in heads[0] for b in heads[1])


def _overlap(claim: Claim, source: Claim) -> int:
    """How many words beside the source's value the claim has beside its own."""
    mine = (*claim.frame.near, *claim.frame.names, *claim.frame.head)
    return sum(
        any(lexicon.same_word(w, m) or (w[:1].isupper() and same_name(w, m)) for m in mine)
        for w in source.frame.near
    )
