"""Whom "he" and "she" mean, where that is certain."""

from __future__ import annotations

from verify.claims.mentions import Mention, distinct, only
from verify.claims.names import same_name
from verify.claims.nounwords import SAYING
from verify.claims.places import country
from verify.claims.scene import Scene

PERSONAL = frozenset("he him his she her hers".split())
_WOMEN = frozenset("she her hers".split())


def person_of(scene: Scene, at: int) -> Mention | None:
    """Whom the pronoun at a token means."""
    if is_attribution(scene, at):
        if any(m.speaks for m in scene.memory.mentions):
            return _personal(last_speaker(scene))
        return only([m for m in scene.memory.mentions if m.person])  # nobody else is there
    here = [m for m in scene.before(at) if _may_be(m)]
    if here and scene.apposes(at):
        return None  # "Ann Bell, his deputy"
    if here:
        return _in_sentence(scene, at, here)
    earlier = _before(scene)
    after = _subject_after(scene, at)
    if after is None:
        return earlier
    if earlier is None:
        return None if any(_may_be(m) for m in scene.memory.mentions) else after
    return only([earlier, after])  # "Throughout his career Graham": of whom the text speaks


def _before(scene: Scene) -> Mention | None:
    """The one person of the last sentence that has any."""
    for back in (1, 2):
        earlier = [m for m in scene.earlier(back) if _may_be(m)]
        if earlier:
            return _personal(_of_sentence(scene, earlier))
        if any(m.speaks or m.open for m in scene.earlier(back)):
            return None
    return None


def _subject_after(scene: Scene, at: int) -> Mention | None:
    """The person behind a lead-in with a pronoun: "In her youth Ann Bell"."""
    if at == 0:
        return None  # "Her son, John Roe, is"
    limit = scene.place(at)
    people = [m for m in scene.here if m.at > limit and m.person and m.subject and not m.open]
    if not people or any(i < at for i in scene.verbs):
        return None
    begun = scene.token_at(people[0].at)
    return None if any(at < i < begun for i in scene.verbs) else people[0]


def _may_be(mention: Mention) -> bool:
    """Whether a mention can be a person. A name that may be anything can be, but where it only
    tells a place or is of several words that are no person's."""
    if mention.person is None:
        several = " " in mention.text and not (mention.leads or mention.speaks)
        return not (mention.aside or several or country(mention.text))
    return mention.person


def _personal(mention: Mention | None) -> Mention | None:
    return mention if mention is not None and mention.person else None


def _in_sentence(scene: Scene, at: int, here: list[Mention]) -> Mention | None:
    """One person so far, and the subject of a clause; or right beside: "Ann Bell and her"."""
    met = _personal(only(here))
    if met is None or _according(scene, here[0]):
        return None
    if any(m.leads or m.speaks for m in here):
        return met
    beside = scene.tokens[at - 1].lower in {"and", "with"} and scene.tokens[at].lower != "he"
    alone = only([m for m in (*scene.memory.mentions, *here) if m.person])
    return met if beside or alone else None


def _of_sentence(scene: Scene, people: list[Mention]) -> Mention | None:
    """The one person of an earlier sentence: its subject, or the only one of the text."""
    met = only(people)
    if met is None:
        return None
    if any(m.leads or m.speaks for m in people):
        return met
    return only([m for m in scene.memory.mentions if m.person])


def _according(scene: Scene, mention: Mention) -> bool:
    """ "According to Ann Bell, he": somebody else."""
    return scene.tokens[0].lower == "according" and mention.aside


# --- who said it ------------------------------------------------------------------------------


def is_attribution(scene: Scene, at: int) -> bool:
    """ ", he said": whom the words before come from."""
    tokens = scene.tokens
    after = at + 1
    while after < len(tokens) and tokens[after].lower in {"also", "has", "had"}:
        after += 1
    said = after < len(tokens) and tokens[after].lower in SAYING
    return at > 0 and said and tokens[at - 1].text in {",", "”", '"', "’"}


def last_speaker(scene: Scene) -> Mention | None:
    """Who spoke in the last sentence in which somebody did."""
    others: list[Mention] = []
    for back in (1, 2, 3):
        speakers = [m for m in scene.earlier(back) if m.speaks]
        if speakers:
            return only([*speakers, *others])
        others += (m for m in scene.earlier(back) if m.leads and m.person is not False)
    if any(m.leads for m in scene.earlier(1)):
        # Nobody has spoken yet: the only person of the text, if the last sentence is about them.
        return only([m for m in scene.memory.mentions if _may_be(m)])
    return None


# --- his side ---------------------------------------------------------------------------------


def body_of_person(scene: Scene, person: Mention, at: int) -> Mention | None:
    """ "his side", "her country": what the person was said to hold an office of."""
    tokens = scene.tokens
    following = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
    if following not in {"side", "team", "club", "company", "country", "party"}:
        return None
    held = [h for h in scene.memory.holders if h[1] and same_name(h[2], person.text)]
    bodies = distinct([h[1] for h in held])
    if len(bodies) != 1 or (following == "country") != bool(country(bodies[0])):
        return None
    return Mention(text=bodies[0], span=held[-1][3], at=-1, sentence=-1, block=-1)
