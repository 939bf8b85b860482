"""What "it" and "its" mean, where that is certain."""

from __future__ import annotations

from verify.claims import lexicon
from verify.claims.mentions import Mention, distinct, only
from verify.claims.nounwords import SAYING, WILLING
from verify.claims.people import is_attribution, last_speaker
from verify.claims.scene import Scene
from verify.claims.words import Token, is_finite_verb

_MAKING = frozenset(
    "make makes made making find finds found finding think thinks thought thinking".split()
)
_JUDGED = frozenset(
    "clear unclear likely unlikely possible impossible necessary important difficult hard easy"
    " better best time worth true obvious".split()
)
_HELD = frozenset(
    "known believed thought said reported estimated expected hoped feared agreed understood".split()
)
_BE = frozenset("is are was were".split())


def thing_of(scene: Scene, at: int) -> Mention | None:
    """What the "it" or "its" at a token means."""
    tokens = scene.tokens
    if tokens[at].lower == "it" and is_attribution(scene, at):
        return _thing(last_speaker(scene))
    here = [m for m in scene.before(at) if _may_be(m)]
    if here and tokens[at].lower == "its" and scene.apposes(at):
        return None
    if here:
        return _in_sentence(scene, at, here)
    return _from_before(scene, at, _subject_after(scene, at))


def _subject_after(scene: Scene, at: int) -> Mention | None:
    """The subject behind a lead-in with a pronoun: "Known for its parks, Mysore is"."""
    if at == 0:
        return None  # "Its centre, Stone Town, is"
    limit = scene.place(at)
    things = [m for m in scene.here if m.at > limit and m.subject]
    if not things or things[0].person or things[0].open or things[0].event:
        return None
    behind = range(scene.token_at(things[0].at))
    return None if any(i in scene.verbs for i in behind) else things[0]


def _from_before(scene: Scene, at: int, after: Mention | None) -> Mention | None:
    """The subject of the sentence before; the one behind a lead-in, if they do not differ."""
    tokens = scene.tokens
    if after is not None:
        told = only([m for m in scene.earlier(1) if m.subject and m.person is not True])
        return after if told is None or only([told, after]) else None
    if any(m.leads or m.speaks for m in scene.before(at)):
        return None  # "Lena Holt said it": somebody else's
    if not _begins(tokens, at):
        return None
    subjects = [m for m in scene.earlier(1) if m.subject]
    events = [m for m in subjects if m.event]
    if events:
        return only(events)
    if any(m.person for m in subjects) or any(m.block != scene.sentence.block for m in subjects):
        return None  # "Ann Bell opened a terminal. It ...": what she opened
    settled = scene.memory.settled == scene.number - 1
    if not (settled or (tokens[at].lower == "it" and _wills(tokens, at))):
        return None
    return _thing(only(subjects))


def _may_be(mention: Mention) -> bool:
    return mention.person is not True


def _thing(mention: Mention | None) -> Mention | None:
    return mention if mention is not None and mention.person is not True else None


def _in_sentence(scene: Scene, at: int, here: list[Mention]) -> Mention | None:
    """The subject that is nearest, with nothing between that could be meant as well."""
    tokens = scene.tokens
    if tokens[at].lower == "its" and at > 1 and tokens[at - 1].lower in {"and", "with"}:
        last = max(here, key=lambda m: m.at)
        owner = scene.token_at(last.at) - 1
        owned = owner >= 0 and tokens[owner].lower in {"its", "his", "her", "their", "'s"}
        if last.span.end == scene.place(at - 1) - 1 and not owned:
            return only([last])  # "Japan and its partners"
    leading = [m for m in here if m.leads]
    if not leading:
        return None
    nearest = max(leading, key=lambda m: m.at)
    clauses = sum(nearest.verb < i < at for i in scene.verbs - _auxiliaries(tokens, nearest.verb))
    if clauses > (tokens[at].lower == "its"):
        return None  # too much was said between
    verb = scene.place(nearest.verb)
    if any(m.at > verb for m in here) or _another(tokens, nearest.verb, at):
        return None
    if tokens[at].lower == "it":
        return only([m for m in here if m is nearest or not m.aside])
    return only([m for m in leading if m.verb == nearest.verb])


def _auxiliaries(tokens: tuple[Token, ...], verb: int) -> set[int]:
    """The verb and what belongs to it: "has not yet decided"."""
    last = verb
    while last + 1 < len(tokens) and (
        tokens[last + 1].lower in lexicon.AUXILIARIES | {"not", "to"}
        or tokens[last + 1].tags & {"VERB", "ADV"}
    ):
        last += 1
    return set(range(verb, last + 1))


def _another(tokens: tuple[Token, ...], verb: int, at: int) -> bool:
    """Whether a noun with an article of its own stands between the verb and the pronoun; not what
    the subject is said to be."""
    for i in range(verb + 1, at):
        if tokens[i].lower not in {"the", "a", "an", "this", "that", "each", "every", "no"}:
            continue
        if tokens[i].lower == "that" and not (i + 1 < at and "NOUN" in tokens[i + 1].tags):
            continue
        if tokens[i - 1].lower in _BE or (tokens[i - 1].lower == "one"):
            continue
        if i + 1 < at or tokens[i].lower != "that":
            return True
    return False


def _begins(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the pronoun opens the sentence, or stands behind a short lead-in without a name."""
    lead = tokens[:at]
    if not lead:
        return True
    if any(is_finite_verb(tokens, i) for i in range(at)):
        return False
    return len(lead) < 12 and (
        lead[0].lower in lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
        or all(t.tags == {"ADV"} or t.text == "," for t in lead)
    )


def _wills(tokens: tuple[Token, ...], at: int) -> bool:
    """ "It said", "It also plans": only a body does so."""
    after = at + 1
    while after < len(tokens) and tokens[after].lower in {"also", "has", "had", "then"}:
        after += 1
    return after < len(tokens) and tokens[after].lower in SAYING | WILLING


def settles(scene: Scene) -> bool:
    """Whether the next "it" can mean the subject of this sentence: nothing else was brought in,
    or all was said of what it is."""
    tokens = scene.tokens
    subjects = [m for m in scene.here if m.subject]
    if not subjects or any(m.leads and m.person is not True and not m.subject for m in scene.here):
        return False
    if all(m.stative for m in subjects):
        return True
    verb = max(m.verb for m in subjects)
    behind = [m for m in scene.here if m.at > scene.place(verb) and m.person is not True]
    objects = [m.text for m in behind if not (m.aside or m.open)]
    goes_on = all(m.at != m.span.start for m in subjects)
    if objects and not (goes_on and len(distinct(objects)) > 1):
        return False
    articles = {"a", "an", "another"} | (set() if goes_on else {"the"})
    return not any(
        t.lower in articles and tokens[i - 1].lower not in lexicon.PREPOSITIONS
        for i, t in enumerate(tokens)
        if i > verb
    )


# --- "it" that means nothing ------------------------------------------------------------------


def is_dummy(tokens: tuple[Token, ...], at: int) -> bool:
    """ "it is likely that", "it rained": an "it" that stands for nothing."""
    following = [t.lower for t in tokens[at + 1 : at + 13]]
    if tokens[at].lower != "it":
        return False
    if at and tokens[at - 1].lower in _MAKING:
        return True  # "making it easier to repay"
    return (
        len(following) > 1
        and following[0]
        in {
            "is",
            "'s",
            "was",
            "will",
            "would",
            "may",
            "seems",
            "seemed",
            "appears",
            "takes",
            "took",
        }
        and (
            following[1] in {"the", "a", "an", "not"}
            or any(w in {"that", "to"} | _JUDGED for w in following[:5])
            or (following[1] in _HELD and "that" in following)
        )
    )


def is_object(tokens: tuple[Token, ...], at: int) -> bool:
    """ "Port Brannock won it": not the subject of a clause."""
    if at == 0:
        return False
    after = at + 1
    while after < len(tokens) and tokens[after].tags == {"ADV"}:
        after += 1
    if after < len(tokens) and is_finite_verb(tokens, after):
        return False
    return is_finite_verb(tokens, at - 1) or tokens[at - 1].lower in lexicon.PREPOSITIONS
