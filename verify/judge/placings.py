"""Places in a contest: who finished third in what."""

from __future__ import annotations

import re

from verify.claims.names import contains_name
from verify.claims.spelling import word_set
from verify.judge.fit import Fit, meet
from verify.records import Claim, Ordinal

_COMES = word_set("finish come place rank end be")
_FIGURE = re.compile(r"\b\d+\b")


def is_place(claim: Claim) -> bool:
    """Whether a rank is somebody's place, and no numbered thing: finished third."""
    value = claim.value
    frame = claim.frame
    return isinstance(value, Ordinal) and not (value.quality or frame.head or frame.series)


def same_contest(claim: Claim, source: Claim) -> Fit | None:
    """How surely both tell the place of the same one in the same contest: the same names and words
    beside it, and the same figures, as in "the 100 metres"."""
    mine, theirs = claim.frame, source.frame
    if not any(contains_name(theirs.subject, n) for n in mine.subject):
        return None
    doing, done = ([v for v in f.verb if v not in _COMES] for f in (mine, theirs))
    if (doing or done) and not meet(doing, done):
        return None
    if _figures(claim) != _figures(source):
        return None
    names, there = ([n for n in f.names if not contains_name(f.subject, n)] for f in (mine, theirs))
    if not all(contains_name(there, n) for n in names) or len(names) != len(there):
        return None
    words, others = ([t for t in f.terms if t not in _COMES] for f in (mine, theirs))
    if not (all(meet((w,), others) for w in words) or all(meet((w,), words) for w in others)):
        return None
    told = (*names, *words)
    return Fit(1.0, (f"same contest: {', '.join(told[:3])}",)) if told else Fit(0.4)


def _figures(claim: Claim) -> set[str]:
    """The numbers of the sentence but for the place itself and years."""
    text = claim.sentence.text.replace(claim.text, " ")
    return {f for f in _FIGURE.findall(text) if not (len(f) == 4 and f[:2] in {"19", "20"})}
