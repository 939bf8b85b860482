"""The stand-alone wording of a sentence: what its pronouns stand for, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.antecedents import stands_for
from verify.claims.mentions import Memory, Mention
from verify.claims.names import Name, find_names
from verify.claims.offices import find_offices
from verify.claims.people import PERSONAL
from verify.claims.places import country
from verify.claims.roles import Held, find_roles
from verify.claims.scene import Scene
from verify.claims.subjects import mentions_in, tell_subject
from verify.claims.things import settles
from verify.claims.words import tokenize
from verify.records import Replacement, Sentence, Span

_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_OWNING = frozenset("his her its their".split())


def resolve(
    memory: Memory, number: int, sentence: Sentence
) -> tuple[tuple[Replacement, ...], tuple[str, ...]]:
    """Take in the next sentence: its replacements, and the words whose reference is open."""
    text, tokens = sentence.text, tokenize(sentence.text)
    offices = find_offices(text)
    names = find_names(text, offices, memory.known)
    roles = find_roles(text, names, offices)
    holders = [r.value.holder for r in roles if not country(r.value.holder)]
    here = mentions_in(memory, number, sentence, tokens, names, holders)
    scene = Scene(memory, number, sentence, tokens, offices, here)
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    replaced: list[Replacement] = []
    unresolved: list[str] = []
    for at in range(len(tokens)):
        reading = stands_for(scene, at)
        if reading is None:
            continue
        start, end, mention = reading
        if any(s <= start < e for s, e in quoted):
            # A quotation keeps its words: whom a speaker means is not ours to say.
            unresolved.append(text[start:end])
            continue
        _take_in(scene, at, end, mention)
        if mention is None:
            unresolved.append(text[start:end])
            continue
        possessive = "’s" if text[start:end].lower() in _OWNING else ""
        replaced.append(
            Replacement(
                span=Span(start=start, end=end).shift(sentence.span.start),
                text=text[start:end],
                by=mention.text + possessive,
                source=mention.span,
            )
        )
    _remember(scene, names, roles)
    return tuple(replaced), tuple(dict.fromkeys(unresolved))


def _take_in(scene: Scene, at: int, end: int, meant: Mention | None) -> None:
    """A word that was resolved, or stays open, is a mention for the words after it."""
    token = scene.tokens[at]
    owning = token.lower in _OWNING
    place = scene.sentence.span.start
    span = Span(start=place + token.start, end=place + end)
    personal = token.lower in PERSONAL
    mention = Mention(
        text=meant.text if meant else "",
        span=meant.span if meant else span,
        at=span.start,
        sentence=scene.number,
        block=scene.sentence.block,
        person=meant.person if meant else personal,
        event=meant.event if meant else False,
        noun=meant.noun if meant else "",
        aside=owning,
        open=meant is None,
    )
    if not owning:
        tell_subject(mention, scene.tokens, at, end)
    scene.add(mention)


def _remember(scene: Scene, names: Sequence[Name], roles: Sequence[Held]) -> None:
    """Add to the memory what a sentence names."""
    memory, base = scene.memory, scene.sentence.span.start
    for held in roles:
        span = Span(start=held.start, end=held.end).shift(base)
        memory.holders.append((held.value.office, held.value.of, held.value.holder, span))
    for name in names:
        memory.known.add(tokenize(name.text)[0].lower)
    if settles(scene):
        memory.settled = scene.number
    memory.words = frozenset(t.lemma for t in scene.tokens if t.tags & {"NOUN", "VERB"})
    memory.mentions += scene.here
