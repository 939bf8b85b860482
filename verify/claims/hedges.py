"""Words that say how firmly a number is put: about 400, at least ten, 50 or more."""

from __future__ import annotations

import re

from verify.claims.currencies import MONEY_SIGN
from verify.claims.spelling import fold
from verify.records import Hedge

_HEDGES = {
    Hedge.AT_LEAST: r"at\s+least|not?\s+(?:fewer|less)\s+than|a\s+minimum\s+of",
    Hedge.AT_MOST: (
        r"at\s+most|up\s+to|not?\s+more\s+than|as\s+(?:many|much)\s+as|a\s+maximum\s+of"
    ),
    Hedge.MORE_THAN: (
        r"(?:more|greater|higher|longer)\s+than|over|above|upwards\s+of|exceeding|in\s+excess\s+of"
    ),
    Hedge.LESS_THAN: r"(?:less|fewer|lower|shorter)\s+than|under|below",
    Hedge.ABOUT: (
        r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close\s+to|more\s+or\s+less"
        r"|an\s+estimated|estimated\s+at|circa|c\."
        r"|(?:just|slightly|a\s+little)\s+(?:over|under|(?:more|less|fewer)\s+than)"
    ),
}
_HEDGE = re.compile(
    r"(?:\b(?:"
    + "|".join(f"(?P<{hedge.name}>{pattern})" for hedge, pattern in _HEDGES.items())
    + rf")\s+(?:an?\s+)?(?-i:{MONEY_SIGN})?\s?|[~≈]\s?)$",
    re.IGNORECASE,
)
_HEDGE_AFTER = re.compile(
    r"\+(?![\d+])|-(?P<plus>plus|odd)\b|\s+or\s+(?P<word>more|so|less|fewer)\b", re.IGNORECASE
)
_AFTER = {
    None: Hedge.AT_LEAST, "plus": Hedge.AT_LEAST, "more": Hedge.AT_LEAST, "so": Hedge.ABOUT,
    "odd": Hedge.ABOUT, "less": Hedge.AT_MOST, "fewer": Hedge.AT_MOST,
}  # fmt: skip


def hedge_before(text: str, start: int) -> tuple[Hedge, int]:
    """How the words before a number hedge it, and where they begin; `start` without any."""
    near = text[max(0, start - 5) : start]
    hedgeable = near.endswith(("~", "≈")) or any(letter.isalpha() for letter in near)
    if hedgeable and (match := _HEDGE.search(text, max(0, start - 36), start)):
        return Hedge[match.lastgroup or "ABOUT"], match.start()
    return Hedge.EXACT, start


def hedge_after(text: str, end: int) -> tuple[Hedge, int]:
    """How the words after a number hedge it, and where they end; `end` without any."""
    after = _HEDGE_AFTER.match(text, end)
    if not after:
        return Hedge.EXACT, end
    word = after["plus"] or after["word"]
    return _AFTER[fold(word) if word else None], after.end()
