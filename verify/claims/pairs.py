"""What "the former" and "the latter" mean: of two that were named side by side."""

from __future__ import annotations

import re
from itertools import pairwise

from verify.claims import lexicon
from verify.claims.mentions import Mention
from verify.claims.names import same_name
from verify.claims.scene import Scene
from verify.claims.words import is_finite_verb
from verify.records import Sentence

_JOINED = re.compile(
    r"(?:,)?\s+(?:and|or|but not|rather than|than|not)\s+(?:the\s+)?", re.IGNORECASE
)


def one_of_two(scene: Scene, at: int) -> tuple[int, int, Mention | None] | None:
    """(start, end, which one or None where that is open) of "the former" at a token; None where
    the word describes a noun: "the former president"."""
    tokens = scene.tokens
    word = tokens[at + 1]
    if at + 2 < len(tokens):
        after = tokens[at + 2]
        alone = (
            not after.is_word
            or after.lower in lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | {"'s", "also", "having"}
            or is_finite_verb(tokens, at + 2)
        )
        if not alone or after.text == "-":
            return None
    span = (tokens[at].start, word.end)
    here = _pairs(scene.before(at), scene.sentence)
    last = scene.memory.sentence
    pairs = here or (_pairs(scene.earlier(1), last) if last else [])
    if len(pairs) != 1:
        return *span, None
    told = pairs[0][word.lower == "latter"]
    return *span, None if told.cut or told.open else told


def _pairs(mentions: list[Mention], sentence: Sentence) -> list[tuple[Mention, Mention]]:
    """Names that stand side by side: "Kenya and Uganda", and none of three."""
    named = [m for m in mentions if m.text and m.at == m.span.start]
    base = sentence.span.start
    gaps = [sentence.text[a.span.end - base : b.span.start - base] for a, b in pairwise(named)]
    found = []
    for n, gap in enumerate(gaps):
        listed = n > 0 and gaps[n - 1].strip() == ","
        if (
            _JOINED.fullmatch(gap)
            and not listed
            and not same_name(named[n].text, named[n + 1].text)
        ):
            found.append((named[n], named[n + 1]))
    return found
