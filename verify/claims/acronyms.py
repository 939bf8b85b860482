"""Acronyms that a text brings in itself: "the Shanghai Cooperation Organisation (SCO)"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from verify.claims import lexicon
from verify.claims.mentions import Memory
from verify.claims.names import Name, same_name
from verify.claims.words import Token, is_finite_verb
from verify.records import Replacement, Sentence, Span


def learn_acronyms(memory: Memory, sentence: Sentence, names: Sequence[Name]) -> None:
    """Take in the acronyms that stand in brackets behind the name whose letters they are."""
    text = sentence.text
    for long, short in pairwise(names):
        if (
            text[long.end : short.start] == " ("
            and text[short.end : short.end + 1] == ")"
            and short.text.isupper()
            and " " in long.text
            and same_name(long.text, short.text)
        ):
            span = Span(start=long.start, end=long.end).shift(sentence.span.start)
            article = text[: long.start].lower().endswith("the ")
            memory.acronyms.setdefault(short.text, (long.text, span, article))


def spelt_out(
    memory: Memory, sentence: Sentence, tokens: tuple[Token, ...], names: Sequence[Name]
) -> list[Replacement]:
    """The acronyms of a sentence with their names, where the text has told them before."""
    text, found = sentence.text, []
    for name in names:
        told = memory.acronyms.get(name.text)
        if (
            told is None
            or text[name.end : name.end + 1] in _GLUE
            or text[: name.start][-1:] in _GLUE
        ):
            continue
        by, source, article = told
        at = bisect_left(tokens, name.start, key=lambda t: t.start)
        if article and _lacks_article(tokens, at):
            by = ("the " if at else "The ") + by
        span = Span(start=name.start, end=name.end).shift(sentence.span.start)
        found.append(Replacement(span=span, text=name.text, by=by, source=source))
    return found


_GLUE = frozenset("-–/()")


def _lacks_article(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the name stands alone: "NATO said", not "two NATO ministers"."""
    if at + 1 < len(tokens):
        after = tokens[at + 1]
        if "NOUN" in after.tags:
            return False
    before = tokens[at - 1] if at else None
    return (
        before is None
        or not before.is_word
        or before.lower in lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
        or is_finite_verb(tokens, at - 1)
    )
