"""One kind of event by its noun and its verbs: a visit, to visit; a win, to beat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.judge.acts import Act, Place

# A kind a line: the nouns, and behind the stroke the verbs that tell of the same by themselves.
_KINDS = """
visit trip tour journey | visit tour travel fly journey
win victory triumph | win beat defeat
defeat | lose
meeting | meet
cut reduction | cut reduce lower
rise increase hike | raise increase
goal | score
purchase acquisition takeover | buy acquire purchase
deal | buy acquire purchase
sale | sell
launch | launch
execution | execute
ascent climb | climb ascend
attack raid | attack raid
closure | close
"""
_OF: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
for _line in _KINDS.strip().splitlines():
    _nouns, _verbs = (frozenset(part.split()) for part in _line.split("|"))
    for _noun in _nouns:
        _OF[_noun] = _nouns, _verbs
_GENDERED = re.compile(
    r"\b(?:wom[ae]n(?:['’]s)?|female|ladies|girls?|boys?|m[ae]n['’]s|under-\d+s?|u-?\d\d|youth"
    r"|junior|juniors|reserves?|amateur|veterans?|wheelchair|paralympic)\b",
    re.IGNORECASE,
)
_CARRYING = frozenset(
    "have make pay take record score post report suffer get earn secure claim achieve register"
    " produce deliver hold stage host complete undertake win sign release publish issue open play"
    " give begin start set build receive launch".split()
)
"""Verbs that say of an event no more than that it was: made a visit, suffered a defeat."""
_MOVING = frozenset("travel fly journey tour".split())
_WINNING = frozenset("win lose".split())


def is_kind(act: Act, noun: str) -> bool:
    """Whether an act is an event of the kind that a noun names."""
    nouns, verbs = _OF.get(noun, (frozenset({noun}), frozenset[str]()))
    if act.passive:
        return False
    if act.noun in nouns and (act.verb in _CARRYING or not act.verb):
        return True
    if act.verb not in verbs:
        return False
    if act.verb in _WINNING:
        return act.bare  # "won at Hull", and not "won promotion"
    if act.verb in _MOVING:
        return any(place.preposition in {"to", "in"} for place in act.names)
    return True


def is_same_act(act: Act, other: Act) -> bool:
    """Whether both have the same verb and object: hosted the Cup, raised rates."""
    if act.passive != other.passive or act.verb != other.verb:
        return False
    if act.bare != other.bare or act.noun != other.noun:
        return False
    return act.verb not in _CARRYING or act.bare or bool(act.noun or act.names)


def words_of(noun: str) -> frozenset[str]:
    """The nouns and verbs of the kind that a noun names, to search for."""
    nouns, verbs = _OF.get(noun, (frozenset({noun}), frozenset[str]()))
    return nouns | verbs


def _twice(words: frozenset[str]) -> bool:
    """Whether it is told that something came about two times."""
    return "twice" in words or {"two", "time"} <= words


def has_words(act: Act, wanted: frozenset[str]) -> bool:
    """Whether all that narrows an event is told of this one, too."""
    years = {when.start.year for when in act.dates if when.text.strip().isdigit()}
    for word in wanted:
        if word == "twice" and (len(years) == 2 or _twice(act.words)):
            continue
        if word not in act.words and lexicon.SPELLINGS.get(word, word) not in act.words:
            return False
    return True


def has_names(there: Sequence[Place], wanted: Sequence[Place]) -> bool:
    """Whether every name that narrows one is beside the other too, and joined alike: to Iran is not
    from Iran."""
    return all(
        any(
            contains_name([place.name], name.name)
            and all((p == place.preposition) == (p == name.preposition) for p in ("from", "by"))
            for place in there
        )
        for name in wanted
    )


def narrowed(text: str) -> frozenset[str]:
    """Words that tell a women's, a youth or a reserve team from the first one."""
    return frozenset(m.group().lower().rstrip("s'’") for m in _GENDERED.finditer(text))
