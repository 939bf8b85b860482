"""Whether a name is a person's."""

from __future__ import annotations

from verify.claims import lexicon
from verify.claims.mentions import Memory
from verify.claims.names import Name, same_name
from verify.claims.namewords import BEFORE_OF, GENERIC, KINDS
from verify.claims.nounwords import PEOPLE
from verify.claims.words import Token, is_finite_verb

_MARKS = frozenset(",;:.–—“”\"'‘’()<>[]")
_ENDING = lexicon.FUNCTION_WORDS - {"most"}
_IMPERSONAL = lexicon.FUNCTION_WORDS | KINDS | GENERIC


def is_person(
    memory: Memory, name: Name, tokens: tuple[Token, ...], first: int, after: int
) -> bool | None:
    """Whether a name is a person's: by its form, by what is said of it, or by who was met under
    it before."""
    if name.person is not None:
        return name.person
    said = _defined(tokens, after)
    if said is not None:
        return said
    for mention in reversed(memory.mentions):
        known = mention.person is not None and not (mention.event or mention.open)
        if known and same_name(mention.text, name.text):
            return mention.person
    return _looks_personal(tokens, first, after)


def _defined(tokens: tuple[Token, ...], after: int) -> bool | None:
    """What "X is a historian", "X, a historian," tells; None for nothing."""
    i = after
    if i < len(tokens) and tokens[i].text == "(":
        while i < len(tokens) and tokens[i].text != ")":
            i += 1
        i += 1
    if i + 1 >= len(tokens) or tokens[i].lower not in {",", "is", "was"}:
        return None
    i += 1
    if tokens[i].lower not in {"a", "an", "the"}:
        return None
    for j in range(i + 1, min(i + 12, len(tokens))):
        token = tokens[j]
        if token.lower in PEOPLE:
            # "In Ohio, a spokesman said": he is not called so.
            speaks = tokens[i - 1].text == "," and j + 1 < len(tokens)
            return None if speaks and is_finite_verb(tokens, j + 1) else True
        if token.text in _MARKS or (
            token.lower in lexicon.FUNCTION_WORDS and token.lower != "most"
        ):
            head = tokens[j - 1]
            return False if "NOUN" in head.tags and tokens[after].text != "," else None
    return None


def _looks_personal(tokens: tuple[Token, ...], first: int, after: int) -> bool | None:
    """Two to four plain words, not after "the", are most likely a person's."""
    run = [t for t in tokens[first:after] if t.is_word]
    lead = tokens[first - 1].lower if first else ""
    if lead in {"the", "in", "at", "near"} or not 2 <= len(run) <= 4:
        return None
    if run[0].lower in BEFORE_OF:
        return None  # Mount Kenya, Lake Victoria
    if any(t.lower in _IMPERSONAL or t.lemma in _IMPERSONAL for t in run):
        return None
    return True if not all(t.tags & {"NOUN", "ADJ"} for t in run) else None
