"""Who "his Iranian counterpart" is: the one who holds the same office elsewhere."""

from __future__ import annotations

import re

from verify.claims.definites import holder_of
from verify.claims.mentions import Mention, distinct
from verify.claims.names import same_name
from verify.claims.places import country
from verify.claims.scene import Scene

_COUNTERPART = re.compile(
    r"(?:[Hh]is|[Hh]er)\s+((?:[A-Z][\w.]*\s+){1,2})counterpart\b(?!,?\s+[A-Z]|['’-])"
)


def counterpart_of(scene: Scene, person: Mention, at: int) -> tuple[int, Mention] | None:
    """Where the phrase that begins with the pronoun at a token ends, and whom it means; None
    where that person's office is not told, or where the name comes next."""
    start = scene.tokens[at].start
    match = _COUNTERPART.match(scene.sentence.text, start)
    land = match[1].strip() if match else ""
    if match is None or not country(land):
        return None
    held = [h for h in (*scene.memory.holders, *scene.holders) if same_name(h[2], person.text)]
    offices = distinct([h[0] for h in held])
    if len(offices) != 1:
        return None
    known = holder_of(scene, offices[0], land)
    if known is not None:
        return match.end(), known
    phrase = f"the {land} {offices[0]}"
    return match.end(), Mention(phrase, held[-1][3], -1, -1, -1, person=True)
