"""Whether two counts come about in the same way: by what is had, or by what is done.

Staff hired are not the staff there is, homes destroyed are not homes damaged, and a dozen further
shops are not all the shops. "The bank's 30 branches" are all of them, whatever they do.
"""

from __future__ import annotations

import re

from verify.claims.spelling import word_set
from verify.judge.fit import meet
from verify.records import Claim

_HAVING = word_set(
    "own possess hold keep retain maintain operate run manage fly employ contain comprise"
    " include consist compose constitute count number total boast feature house host accommodate"
    " seat divide split belong span remain stand live reside inhabit work amount cost reach come"
)
_SAYING = word_set("say note report call name accord base expect estimate put show tell")
_ANY_DEED = word_set("use see take get go make do give")
_CONVERSES = (("buy", "sell"),)
"""What one does with a thing, and the other from the other side."""
_FURTHER = re.compile(
    r"\b(?:new|additional|further|extra|another|more(?!\s+than))\b", re.IGNORECASE
)
_MADE_UP = re.compile(r"\b(?:made|makes?|making)\s+up\b", re.IGNORECASE)
_WHOLE = re.compile(r"[\w,.]+-[a-z]")
_ALL_OF_THEM = re.compile(r"(?:\b(?:the|its|his|her|their|our|all|with)|['’]s?)\s+$", re.IGNORECASE)


def same_deed(claim: Claim, source: Claim) -> bool:
    """Whether both count what is had, or what is done by the same verb."""
    if _is_further(claim) != _is_further(source):
        return False
    doing, done = _deeds(claim), _deeds(source)
    if not doing and not done:
        return True
    if meet(doing, (*done, *source.frame.terms)) or meet(done, claim.frame.terms):
        return True
    return bool(doing and done) and (
        not _ANY_DEED.isdisjoint((*doing, *done))
        or any(pair in _CONVERSES for a in doing for b in done for pair in ((a, b), (b, a)))
    )


def _deeds(claim: Claim) -> tuple[str, ...]:
    """What is done with what is counted; nothing where it is written on its owner, as in "the
    10-member bloc" and "Iran's 31 provinces"."""
    if _WHOLE.match(claim.text) or _ALL_OF_THEM.search(_before(claim)):
        return ()
    made_up = _MADE_UP.search(claim.sentence.text) is not None
    had = _HAVING | _SAYING | ({"make"} if made_up else set())
    return tuple(v for v in claim.frame.verb if v not in had)


def _is_further(claim: Claim) -> bool:
    return _FURTHER.search(f"{_before(claim)[-10:]}{claim.text}") is not None


def _before(claim: Claim) -> str:
    return claim.sentence.text[: max(claim.span.start - claim.sentence.span.start, 0)]
