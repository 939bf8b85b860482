"""What "the minister", "the bloc", "the country" and "the meeting" mean, where that is certain."""

from __future__ import annotations

import re

from verify.claims import lexicon
from verify.claims.mentions import Mention, distinct, is_land, only
from verify.claims.names import same_name
from verify.claims.nounwords import BODIES, COMPANIES, EVENTS, KINDS_OF_BODY, LANDS, PARTS, SAYING
from verify.claims.offices import same_office
from verify.claims.places import country
from verify.claims.scene import Scene
from verify.claims.words import is_finite_verb, tokenize

_TELLING = frozenset("of between that which who whose for led named called founded".split())
_UNITED = frozenset("bloc alliance organisation union".split())
_BE = frozenset("is are was were be been became become as".split())
_TOLD = frozenset(
    "agency commission ministry department council committee army service university college"
    " museum hospital orchestra festival party bank regulator".split()
)
"""Bodies whose names say what they are: "the committee" is nothing else."""
_MARKS = frozenset({"-", "–", "/", "'", "’"})


def definite_of(scene: Scene, at: int) -> tuple[int, int, Mention | None] | None:
    """(start, end, what it means or None where that is open) of the phrase that begins with the
    "the" at a token; None where it stands for no name."""
    tokens = scene.tokens
    before = tokens[at - 1].lower if at else ""
    if before == "," and at > 1 and tokens[at - 2].is_capital:
        return None  # "Ann Bell, the trade minister": told by the name before it
    office = _office(scene, at)
    if office is not None and before in _BE:
        return None  # "Elsnes is the capital"
    if office is not None:
        return office
    end = at + 1
    central = tokens[end].lower == "central" and end + 1 < len(tokens)
    end += central
    noun = tokens[end].lemma
    if noun not in BODIES | LANDS | EVENTS or tokens[end].lower != noun or tokens[end].is_capital:
        return None  # "the 10-member bloc": a word would be lost
    if central and noun != "bank":
        return None
    if end + 1 < len(tokens):
        after = tokens[end + 1]
        if after.lower in _TELLING or after.text in _MARKS:
            return None  # said there and then which one it is
        if after.is_word and after.tags == {"NOUN"}:
            return None  # "the meeting room"
        if after.lower == "in" and noun not in LANDS:
            return None
        if after.is_capital and after.is_word and not is_finite_verb(tokens, end + 1):
            return None  # "the newspaper Le Monde"
    span = (tokens[at].start, tokens[end].end)
    if noun in LANDS:
        return *span, _land(scene, at)
    if noun in EVENTS:
        return *span, _event(scene, noun, at)
    return *span, _body(scene, noun, at)


# --- who holds an office ----------------------------------------------------------------------


def _office(scene: Scene, at: int) -> tuple[int, int, Mention | None] | None:
    text, token = scene.sentence.text, scene.tokens[at]
    for start, end in scene.offices:
        if start < token.end:
            continue
        between = text[token.end : start].strip()
        if len(between.split()) > 2 or (between and not country(between)):
            return None
        following = text[end:].lstrip()
        if following[:1].isupper() or following.startswith(("of ", "for ", "-")):
            return None
        if re.match(r"[-–]|,\s+[A-Z]", text[end:]):
            return None  # "the chief executive, Ann Bell,"
        return token.start, end, holder_of(scene, text[start:end], between)
    return None


def holder_of(scene: Scene, office: str, owner: str = "") -> Mention | None:
    """The one who holds an office, where only one was named."""
    fitting = [
        h
        for h in scene.memory.holders
        if same_office(h[0], office) and (not owner or same_name(h[1] or "?", owner))
    ]
    names = distinct([h[2] for h in fitting])
    if len(names) != 1:
        return None
    span = next(h[3] for h in reversed(fitting))
    return Mention(names[0], span, -1, -1, -1, person=True, subject=True)


# --- bodies, lands, events --------------------------------------------------------------------


def _body(scene: Scene, noun: str, at: int) -> Mention | None:
    """ "the bloc": the one met so far whose name says that it is such a thing, or the only body
    met that can be one."""
    met = [*scene.memory.mentions, *scene.before(at)]
    met = [m for m in met if m.person is not True and not m.event and not country(m.text)]
    named = [m for m in met if not m.open and _says(m.text, noun)]
    if named:
        rivals = [m for m in met if m.open and lexicon.same_word(m.noun, noun)]
        last = max(m.at for m in named)
        kinds = {kind_of(m.text) for m in named} | {""}
        since = [m for m in met if m.at > last and not m.open and (m.describes or not m.aside)]
        rivals += (m for m in since if kind_of(m.text) in kinds)
        several = {f"{noun}s", noun[:-1] + "ies"}
        if several & (scene.memory.words | {t.lower for t in scene.tokens[:at]}):
            return None  # "credits given by banks": of any bank
        return only([*named, *rivals])
    if noun in _TOLD:
        return None
    possible = [m for m in met if _can_be(m, noun)]
    return _certain(only(possible), possible) or _speaker(scene, noun, at, possible)


def _certain(mention: Mention | None, possible: list[Mention]) -> Mention | None:
    """Only what was the subject once, or speaks: "in Leeds" tells where a company is."""
    return mention if any(m.leads or m.speaks for m in possible) else None


def _says(name: str, noun: str) -> bool:
    """Whether the name says what it names: a union, a bank."""
    words = [t.lower for t in tokenize(name)]
    return any(
        w == noun or (noun in _UNITED and w in _UNITED and lexicon.same_word(w, noun))
        for w in words
    )


def kind_of(name: str) -> str:
    """What a name tells of the kind of what it names, "" for nothing."""
    for token in reversed(tokenize(name.lower())):
        if kind := KINDS_OF_BODY.get(token.lower) or KINDS_OF_BODY.get(token.lemma):
            return kind
    return ""


def _can_be(mention: Mention, noun: str) -> bool:
    if mention.open:
        return mention.noun in BODIES | PARTS or lexicon.same_word(mention.noun, noun)
    kind = kind_of(mention.text)
    if noun in COMPANIES or noun in {"bank", "group"}:
        return kind in {"", "company"}
    if noun in {"club", "team"}:
        return kind in {"", "club"}
    if noun in _UNITED | {"association", "federation", "body"}:
        return kind in {"", "union"}
    return kind not in {"event", "place"}


def _speaker(scene: Scene, noun: str, at: int, possible: list[Mention]) -> Mention | None:
    """ "the company said": where one company alone has spoken so far."""
    after = at + 2
    tokens = scene.tokens
    while after < len(tokens) and tokens[after].lower in {"also", "has", "had"}:
        after += 1
    if noun not in COMPANIES or after >= len(tokens) or tokens[after].lower not in SAYING:
        return None
    speaking = [m for m in possible if m.speaks]
    told = only(speaking)
    if told is None or kind_of(told.text) != "company":
        return None
    return told if same_name(possible[0].text, told.text) else None


def _land(scene: Scene, at: int) -> Mention | None:
    """The only country of the text so far; or the only one of the sentence, or of the one before,
    where it is the subject."""
    here = scene.before(at)
    every = [m for m in (*scene.memory.mentions, *here) if country(m.text)]
    told = _named_land(every)
    if told:
        return told
    before = [m for m in scene.earlier(1) if country(m.text)]
    lands = [m for m in here if country(m.text)]
    if lands and not any(m.leads for m in lands):
        return _named_land([*lands, *before])
    return _named_land(lands or before)


def _named_land(lands: list[Mention]) -> Mention | None:
    if only(lands) is None:
        return None
    return only([m for m in lands if is_land(m)])


def _event(scene: Scene, noun: str, at: int) -> Mention | None:
    met = [*scene.memory.mentions, *scene.before(at)]
    fitting = [
        m
        for m in met
        if (m.event and lexicon.same_word(m.noun, noun))
        or (not m.event and not m.open and _says(m.text, noun))
    ]
    block = [m for m in fitting if m.block == scene.sentence.block]
    told = only(block or fitting)
    return None if told is None or _another(scene, told, noun, at) else told


def _another(scene: Scene, told: Mention, noun: str, at: int) -> bool:
    """Whether another one was spoken of since, by another word: "they will meet again"."""
    inside = {t.lemma for t in tokenize(told.text.lower())} | {noun}
    words = {t.lemma for t in scene.tokens[:at]}
    if told.sentence != scene.number - 1:
        words |= scene.memory.words
    return any(w not in inside and (lexicon.same_word(w, noun) or w + "ing" == noun) for w in words)
