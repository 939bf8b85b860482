"""The stand-alone wording of a sentence: what its pronouns stand for, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.antecedents import stands_for
from verify.claims.mentions import (
    Memory,
    Mention,
    is_common_noun,
    is_subject,
    mention_of,
    things_in,
)
from verify.claims.names import Name, find_names
from verify.claims.offices import find_offices
from verify.claims.places import country
from verify.claims.roles import find_roles
from verify.claims.words import Token, tokenize
from verify.records import Replacement, Sentence, Span

_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")


def resolve(
    memory: Memory, number: int, sentence: Sentence
) -> tuple[tuple[Replacement, ...], tuple[str, ...]]:
    """Take in the next sentence: its replacements, and the words whose reference is open."""
    text, tokens = sentence.text, tokenize(sentence.text)
    offices = find_offices(text)
    names = find_names(text, offices, memory.known)
    here = [
        mention_of(memory, n, number, sentence, tokens)
        for n in names
        if not is_common_noun(n, text, tokens)
    ]
    replaced: list[Replacement] = []
    unresolved: list[str] = []
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    for at in range(len(tokens)):
        reading = stands_for(memory, tokens, at, number, sentence, here, offices)
        if reading is None:
            continue
        start, end, mention = reading
        word = text[start:end]
        if mention is None or any(s <= start < e for s, e in quoted):
            # A quotation keeps its words: whom a speaker means is not ours to say.
            unresolved.append(word)
            continue
        possessive = word.lower() in {"his", "her", "its", "their"}
        replaced.append(
            Replacement(
                span=Span(start=start, end=end).shift(sentence.span.start),
                text=word,
                by=mention.text + ("’s" if possessive else ""),
                source=mention.span,
            )
        )
    _remember(memory, number, sentence, tokens, names, here, offices, replaced)
    return tuple(replaced), tuple(dict.fromkeys(unresolved))


def _remember(
    memory: Memory,
    number: int,
    sentence: Sentence,
    tokens: tuple[Token, ...],
    names: Sequence[Name],
    here: list[Mention],
    offices: Sequence[tuple[int, int]],
    replaced: list[Replacement],
) -> None:
    """Add to the memory what a sentence names."""
    base = sentence.span.start
    for held in find_roles(sentence.text, names, offices):
        span = Span(start=held.start, end=held.end).shift(base)
        memory.holders.append((held.value.office, held.value.of, held.value.holder, span))
        for mention in here:
            if mention.text == held.value.holder and not country(mention.text):
                mention.person = mention.person is not False or None
    for name in names:
        memory.known.add(tokenize(name.text)[0].lower)
    for replacement in replaced:
        earlier = next((m for m in reversed(memory.mentions) if m.span == replacement.source), None)
        if earlier and not earlier.event:
            here.append(
                Mention(
                    text=earlier.text,
                    span=earlier.span,
                    sentence=number,
                    block=sentence.block,
                    person=earlier.person,
                    subject=is_subject(tokens, replacement.span.start - base),
                )
            )
    memory.forget(number)
    memory.mentions += here
    memory.mentions += things_in(number, sentence, tokens)
