"""Which name a word stands for: the way from the word to the rules for its kind.

Every rule looks for the candidates that fit. Exactly one is an answer; several, or none, leave the
word open. Nothing is guessed.
"""

from __future__ import annotations

from verify.claims.counterparts import counterpart_of
from verify.claims.definites import definite_of
from verify.claims.mentions import Mention
from verify.claims.pairs import one_of_two
from verify.claims.people import PERSONAL, body_of_person, person_of
from verify.claims.scene import Scene
from verify.claims.things import is_dummy, is_object, thing_of

_PLURAL = frozenset("they them their theirs".split())
_REFERRING = PERSONAL | _PLURAL | {"it", "its", "the"}


def stands_for(scene: Scene, at: int) -> tuple[int, int, Mention | None] | None:
    """(start, end, what it stands for or None where that is open), or None for other words."""
    tokens, token = scene.tokens, scene.tokens[at]
    if token.lower not in _REFERRING:
        return None
    if token.is_capital and at and tokens[at - 1].is_word:
        return None  # a title: Every Man in His Humour
    if token.lower in PERSONAL:
        person = person_of(scene, at)
        peer = counterpart_of(scene, person, at) if person else None
        if peer:
            return token.start, *peer
        body = body_of_person(scene, person, at) if person else None
        if body:
            return token.start, tokens[at + 1].end, body
        return token.start, token.end, person
    if token.lower == "its" or (token.lower == "it" and not is_dummy(tokens, at)):
        if token.lower == "it" and is_object(tokens, at):
            return token.start, token.end, None
        return token.start, token.end, thing_of(scene, at)
    if token.lower in _PLURAL:
        return token.start, token.end, None
    if token.lower == "the" and at + 1 < len(tokens):
        if tokens[at + 1].lower in {"former", "latter"}:
            return one_of_two(scene, at)
        return definite_of(scene, at)
    return None
