"""SARI: how well a rewriting keeps, adds and deletes words (Xu et al. 2016, TACL 4:401-415).

For n-grams of one to four tokens: F1 of what is kept, F1 of what is added and precision of what is
deleted, beside what the reference kept, added and deleted of the source; the mean of the three,
averaged over n, in 0 to 1. With one reference, kept and deleted n-grams count as often as they
occur and added ones once, as in the authors' program. A share of nothing counts as 0 where there
was something to do, and as 1 where neither text did anything.
"""

from __future__ import annotations

import re
from collections import Counter

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LONGEST = 4
Grams = Counter[tuple[str, ...]]


def sari(source: str, output: str, reference: str) -> float:
    """The score of one rewriting, 0 to 1, over lower-case words and marks."""
    texts = [_TOKEN.findall(one.lower()) for one in (source, output, reference)]
    scores = [_score(*(_grams(one, n) for one in texts)) for n in range(1, _LONGEST + 1)]
    return sum(scores) / len(scores)


def _grams(tokens: list[str], n: int) -> Grams:
    return Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))


def _score(source: Grams, output: Grams, reference: Grams) -> float:
    kept, to_keep = source & output, source & reference
    gone, to_go = source - output, source - reference
    added, to_add = set(output) - set(source), set(reference) - set(source)
    keep = _f1(_share_of(kept, to_keep), _share_of(to_keep, kept))
    delete = _share_of(gone, to_go)
    good = len(added & to_add)
    add = _f1(
        good / len(added) if added else float(not to_add),
        good / len(to_add) if to_add else float(not added),
    )
    return (keep + delete + add) / 3


def _share_of(done: Grams, wanted: Grams) -> float:
    """Of what was done, the share that was wanted, each distinct n-gram by how far."""
    if not done:
        return float(not wanted)
    return sum(min(n, wanted[gram]) / n for gram, n in done.items()) / len(done)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
