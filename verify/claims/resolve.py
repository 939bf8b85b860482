"""The stand-alone wording of a sentence: what its pronouns stand for, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims.acronyms import learn_acronyms, spelt_out
from verify.claims.antecedents import stands_for
from verify.claims.ellipsis import left_out
from verify.claims.mentions import Memory, Mention
from verify.claims.names import Name, find_names
from verify.claims.naming import mentions_in
from verify.claims.nounwords import PEOPLE
from verify.claims.offices import find_offices
from verify.claims.people import PERSONAL
from verify.claims.places import country
from verify.claims.roles import Held, find_roles
from verify.claims.scene import Scene
from verify.claims.subjects import tell_subject
from verify.claims.things import settles
from verify.claims.words import is_finite_verb, tokenize
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
    verbs = frozenset(i for i in range(len(tokens)) if is_finite_verb(tokens, i))
    here = mentions_in(memory, number, sentence, tokens, verbs, names, holders)
    scene = Scene(memory, number, sentence, tokens, offices, verbs, here, _held(roles, sentence))
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    replaced = [
        r
        for r in (*spelt_out(memory, sentence, tokens, names), *left_out(sentence, tokens))
        if not _inside(quoted, r.span.start - sentence.span.start)
    ]
    done = -1
    unresolved: list[str] = []
    for at in range(len(tokens)):
        reading = stands_for(scene, at)
        if reading is None:
            continue
        start, end, mention = reading
        if start < done:
            continue  # "his" of "his Iranian counterpart"
        if _inside(quoted, start):
            # A quotation keeps its words: whom a speaker means is not ours to say.
            unresolved.append(text[start:end])
            continue
        done = end
        _take_in(scene, at, end, mention)
        if mention is None:
            unresolved.append(text[start:end])
            continue
        possessive = "’s" if text[start:end].lower() in _OWNING else ""
        replaced = [
            r
            for r in replaced
            if r.span.end <= start + sentence.span.start
            or r.span.start >= end + sentence.span.start
        ]
        replaced.append(
            Replacement(
                span=Span(start=start, end=end).shift(sentence.span.start),
                text=text[start:end],
                by=mention.text + possessive,
                source=mention.span,
            )
        )
    _remember(scene, names)
    in_order = sorted(replaced, key=lambda r: r.span.start)
    return tuple(in_order), tuple(dict.fromkeys(unresolved))


def _held(roles: Sequence[Held], sentence: Sentence) -> list[tuple[str, str, str, Span]]:
    return [
        (
            r.value.office,
            r.value.of,
            r.value.holder,
            Span(start=r.start, end=r.end).shift(sentence.span.start),
        )
        for r in roles
    ]


def _inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    return any(start <= place < end for start, end in spans)


def _take_in(scene: Scene, at: int, end: int, meant: Mention | None) -> None:
    """A word that was resolved, or stays open, is a mention for the words after it."""
    token = scene.tokens[at]
    owning = token.lower in _OWNING
    place = scene.sentence.span.start
    span = Span(start=place + token.start, end=place + end)
    last = scene.tokens[scene.token_at(place + end) - 1]
    personal = token.lower in PERSONAL or last.lower in PEOPLE
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
        tell_subject(mention, scene.tokens, scene.verbs, at, end)
    scene.add(mention)


def _remember(scene: Scene, names: Sequence[Name]) -> None:
    """Add to the memory what a sentence names."""
    memory = scene.memory
    memory.holders += scene.holders
    memory.sentence = scene.sentence
    learn_acronyms(memory, scene.sentence, names)
    for name in names:
        memory.known.add(tokenize(name.text)[0].lower)
    if settles(scene):
        memory.settled = scene.number
    told = [t for t in scene.tokens if t.tags & {"NOUN", "VERB"}]
    memory.words = frozenset(word for t in told for word in (t.lower, t.lemma))
    memory.forget(scene.number)
    memory.mentions += scene.here
