"""People and bodies that a sentence brings in without a name: an aide, a company."""

from __future__ import annotations

from verify.claims import lexicon
from verify.claims.nounwords import BODIES, PARTS, PEOPLE
from verify.claims.words import Token, is_finite_verb

_BE = frozenset("is are was were be been became become becomes remains remained".split())
_ONE = frozenset("a an the one this that his her its their another each every no".split())
_UNNAMED = BODIES | PARTS


def unnamed_in(tokens: tuple[Token, ...], named: set[int]) -> list[tuple[int, bool]]:
    """Where they stand, and whether each is a person."""
    found = []
    for at, token in enumerate(tokens):
        person = token.lower in PEOPLE
        if (token.is_capital and at) or not (person or token.lower in _UNNAMED):
            continue
        begun = _begun(tokens, at)
        if begun < 0 or at + 1 in named or _glued(tokens, at):
            continue
        determiner = tokens[begun].lower
        if not person and determiner not in {"a", "an", "another", "its", "their"}:
            continue
        if not _named_beside(tokens, begun, at, named):
            found.append((at, person))
    return found


def _named_beside(tokens: tuple[Token, ...], begun: int, at: int, named: set[int]) -> bool:
    """Whether a name says who it is: "Ann Bell, a lawyer,", "was a historian", "as a general",
    "the speaker was Ann Bell", "the chief executive, Ann Bell,"."""
    before = tokens[begun - 1] if begun else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and before.lower in _BE | {"as", "called", "named"}:
        return True
    if before is not None and before.text == "," and begun > 1:
        told = tokens[begun - 2]
        if told.is_capital or told.text in ")>":
            return tokens[begun].lower in {"a", "an"} or not _has_verb(tokens, at + 1)
    if after is not None and after.lower in {"is", "was"} and at + 2 in named:
        return True
    return _named_after(tokens, at, named)


def _has_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a verb stands here: "the spokesman answered", but not "the maker founded in"."""
    if at >= len(tokens) or not is_finite_verb(tokens, at):
        return False
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return not (tokens[at].lower.endswith("ed") and after in lexicon.PREPOSITIONS)


def _named_after(tokens: tuple[Token, ...], at: int, named: set[int]) -> bool:
    """Whether a comma and the name come next: "the coach of the Rovers, Ines Carvalho"."""
    for i in range(at + 1, min(at + 8, len(tokens) - 1)):
        if tokens[i].text == ",":
            return i + 1 in named
        if not tokens[i].is_word or is_finite_verb(tokens, i):
            return False
    return False


def _begun(tokens: tuple[Token, ...], at: int) -> int:
    """The determiner of a singular noun, -1 for none."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if tokens[i].lower in _ONE:
            return i
        if not tokens[i].is_word and tokens[i].text not in {"-", "'s", "’s"}:
            return -1
        if tokens[i].lower in lexicon.PREPOSITIONS or is_finite_verb(tokens, i):
            return -1
    return 0 if at == 0 and tokens[0].is_capital else -1


def _glued(tokens: tuple[Token, ...], at: int) -> bool:
    """ "a company's unit", "the driver-side door": only tells of which kind another one is."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.text in {"-", "'s", "’s", "'", "’"}:
        return True
    return after.is_word and after.tags == {"NOUN"} and not after.is_capital
