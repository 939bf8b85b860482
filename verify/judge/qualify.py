"""What a source adds to a value that the draft leaves out: a term, a condition, an exception."""

from __future__ import annotations

import re

from verify.claims.words import content_lemmas, tokenize
from verify.records import Claim

_CONDITION = re.compile(
    r"\b(?:by\s+20\d\d|by\s+the\s+end\s+of\s+20\d\d|provided\s+that[^,.;]*|subject\s+to[^,.;]*"
    r"|on\s+condition[^,.;]*|except(?:\s+for)?[^,.;]*|excluding[^,.;]*|unless[^,.;]*|only\s+if[^,.;]*"
    r"|at\s+purchasing\s+power\s+parity|according\s+to\s+an\s+estimate)",
    re.IGNORECASE,
)


_RESTRICTION = re.compile(
    r"\b(?:provided|subject to|on condition|except|excluding|unless|only if|at purchasing power)",
    re.IGNORECASE,
)


def restricts(qualification: str) -> bool:
    """Whether under such a condition a thing has another value: without Asia sales are lower. A
    term or who estimated it does not change a value."""
    return bool(_RESTRICTION.search(qualification))


def qualification(claim: Claim, source: Claim) -> str:
    """The source's conditions that the draft's sentence does not have; "" when there is none."""
    mine = set(content_lemmas(tokenize(claim.sentence.text)))
    missing = []
    for match in _CONDITION.finditer(source.sentence.text):
        words = match.group()
        years = set(re.findall(r"20\d\d", words))
        new = set(content_lemmas(tokenize(words))) - mine
        if ((new or years) and not all(y in claim.sentence.text for y in years or {""})) or (
            new and not years
        ):
            missing.append(words)
    return "; ".join(dict.fromkeys(missing))
