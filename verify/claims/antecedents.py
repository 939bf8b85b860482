"""Which name a pronoun or a noun such as "the minister" stands for, where that is certain.

Every rule looks for the candidates that fit. Exactly one is an answer; several, or none, leave the
word open. Nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims import lexicon
from verify.claims.mentions import (
    BODIES,
    EVENTS,
    LANDS,
    Memory,
    Mention,
    distinct,
    is_land,
    noun_after,
    only,
)
from verify.claims.names import find_names, same_name
from verify.claims.offices import find_offices, same_office
from verify.claims.places import country
from verify.claims.words import Token, is_finite_verb, tokenize
from verify.records import Sentence, Span

_PERSONAL = frozenset("he him his she her hers".split())
_THINGS = frozenset("it its".split())
_PLURAL = frozenset("they them their theirs".split())
_MAKING = frozenset(
    "make makes made making find finds found finding think thinks thought thinking".split()
)
_OTHERS = frozenset(
    "main other another eponymous new old same first second third next last whole entire rival"
    " neighbouring neighboring surrounding smaller larger largest smallest former parent".split()
)
"""Words before a noun that tell it from the one of its kind that was named."""


def stands_for(
    memory: Memory,
    tokens: tuple[Token, ...],
    at: int,
    number: int,
    sentence: Sentence,
    here: list[Mention],
    offices: Sequence[tuple[int, int]],
) -> tuple[int, int, Mention | None] | None:
    """(start, end, what it stands for or None where that is open), or None for other words."""
    token = tokens[at]
    if token.lower in _PERSONAL:
        person = _person_of(memory, token, number, sentence, here)
        body = _body_of_person(memory, person, tokens, at)
        if body:
            return token.start, tokens[at + 1].end, body
        return token.start, token.end, person
    if token.lower == "it" and at > 0 and _is_object(tokens, at):
        return token.start, token.end, None
    if token.lower in _THINGS and not _dummy(tokens, at):
        return token.start, token.end, _thing_of(memory, tokens, at, number, sentence, here)
    if token.lower in _PLURAL:
        return token.start, token.end, None
    if token.lower in {"the", "this", "that"} and at + 1 < len(tokens):
        return _definite(memory, tokens, at, number, sentence, here, offices)
    return None


def _person_of(
    memory: Memory, token: Token, number: int, sentence: Sentence, here: list[Mention]
) -> Mention | None:
    base = sentence.span.start
    before = [
        m
        for m in here
        if m.person is not False and not country(m.text) and m.span.end <= base + token.start
    ]
    if before:
        # Somebody of whom the form of the name does not tell may be meant as well.
        return only(before) if any(m.person for m in before) else None
    holder = [
        h
        for h in _named_by_office(memory, sentence, base + token.start)
        if h.span.end <= base + token.start
    ]
    if holder:
        return only(holder)
    for back in (1, 2):
        earlier = [
            m
            for m in memory.mentions
            if m.person and m.sentence == number - back and m.block >= sentence.block - 1
        ]
        if earlier:
            return only(earlier)
    return None


def _body_of_person(
    memory: Memory, person: Mention | None, tokens: tuple[Token, ...], at: int
) -> Mention | None:
    """ "his side", "her country": what the person was said to hold an office of."""
    following = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
    if person is None or following not in {"side", "team", "club", "company", "country", "party"}:
        return None
    held = [h for h in memory.holders if h[1] and same_name(h[2], person.text)]
    bodies = distinct([h[1] for h in held])
    if len(bodies) != 1 or (following == "country") != bool(country(bodies[0])):
        return None
    return Mention(text=bodies[0], span=held[-1][3], sentence=-1, block=-1, subject=True)


def _named_by_office(memory: Memory, sentence: Sentence, until: int) -> list[Mention]:
    """People that the sentence so far calls by their office alone: "the Iranian minister"."""
    base = sentence.span.start
    found = []
    for start, end in find_offices(sentence.text):
        if base + end <= until:
            mention = _holder_of(memory, sentence.text, start, end, base)
            if mention:
                found.append(mention)
    return found


def _holder_of(memory: Memory, text: str, start: int, end: int, base: int) -> Mention | None:
    """The one who holds the office in text[start:end], where only one was named."""
    office = text[start:end]
    adjacent = text[:start].rstrip().removesuffix("’s").removesuffix("'s").split()
    owner = country(adjacent[-1]) if adjacent else ""
    fitting = [
        h
        for h in memory.holders
        if same_office(h[0], office) and (not owner or same_name(h[1] or "?", owner))
    ]
    names = distinct([h[2] for h in fitting])
    if len(names) != 1:
        return None
    held = fitting[-1]
    return Mention(text=names[0], span=held[3], sentence=-1, block=-1, person=True, subject=True)


def _thing_of(
    memory: Memory,
    tokens: tuple[Token, ...],
    at: int,
    number: int,
    sentence: Sentence,
    here: list[Mention],
) -> Mention | None:
    base = sentence.span.start
    pronoun = next((i for i in range(at) if tokens[i].lower == "it"), -1)
    if pronoun >= 0 and tokens[at].lower == "its":
        # "It has the longest coast of the United States, with its islands": of one thing.
        if _dummy(tokens, pronoun) or (pronoun and _is_object(tokens, pronoun)):
            return None
        return _thing_of(memory, tokens, pronoun, number, sentence, here)
    comma = next((i for i in range(at, len(tokens)) if tokens[i].text == ","), -1)
    if tokens[0].lower in lexicon.PREPOSITIONS | {"now", "still", "already"} and comma > 0:
        # "Now in its 22nd edition, the meeting was": the subject comes after.
        after = _subject_after(memory, tokens, comma + 1, number, sentence, here)
        if after:
            return after
    limit = base + tokens[at].start
    before = [m for m in here if m.person is not True and m.span.end <= limit and not m.aside]
    if before and _nearer_noun(tokens, at, max(m.span.end for m in before) - base):
        return only([m for m in before if m.subject]) if _coordinated(tokens, at) else None
    if before:
        nominative = tokens[at].lower == "it" and at > 0 and not tokens[at - 1].is_capital
        subjects = [m for m in before if m.subject]
        return only(before) or (only(subjects) if nominative else None)
    if any(m.subject for m in here if m.span.end <= limit):
        return None
    subject = _subject_after(memory, tokens, 0, number, sentence, here)
    if subject and subject.span.start < base + tokens[at].start and at > 1:
        return subject
    earlier = [
        m
        for m in memory.mentions
        if m.sentence == number - 1 and m.block == sentence.block and m.subject
    ]
    events = [m for m in earlier if m.event]
    if events:
        return only(events)
    if tokens[0].lower in lexicon.PREPOSITIONS and at < 4:
        return None  # "Besides its host the organisation ...": the name may come after
    if any(m.person for m in earlier):
        return None  # "Ann Bell, mayor of Elsnes, opened a terminal. It ...": what she opened
    if earlier:
        return only(earlier)
    return _topic(memory, number)


def _subject_after(
    memory: Memory,
    tokens: tuple[Token, ...],
    start: int,
    number: int,
    sentence: Sentence,
    here: list[Mention],
) -> Mention | None:
    if start < len(tokens) and tokens[start].lower == "the":
        read = _definite(memory, tokens, start, number, sentence, here, ())
        return read[2] if read else None
    base = sentence.span.start
    if start < len(tokens):
        for mention in here:
            if mention.span.start == base + tokens[start].start and mention.person is not True:
                return mention
    return None


def _definite(
    memory: Memory,
    tokens: tuple[Token, ...],
    at: int,
    number: int,
    sentence: Sentence,
    here: list[Mention],
    offices: Sequence[tuple[int, int]],
) -> tuple[int, int, Mention | None] | None:
    """ "the minister", "the bloc", "the country", "the meeting"."""
    base = sentence.span.start
    if at > 1 and tokens[at - 1].text == "," and tokens[at - 2].is_capital:
        return None  # "Ann Bell, the trade minister": told by the name before it
    for start, end in offices:
        between = sentence.text[tokens[at].end : start].strip()
        if (
            start >= tokens[at].end
            and (not between or country(between))
            and len(between.split()) < 3
        ):
            following = sentence.text[end:].lstrip()
            if following[:1].isupper() or following.startswith("of "):
                return None
            return tokens[at].start, end, _holder_of(memory, sentence.text, start, end, base)
    end = noun_after(tokens, at)
    if end < 0:
        return None
    if tokens[end].is_capital:
        return None  # inside a name: "the European Union"
    noun = tokens[end].lemma
    if tokens[end].lower != noun or any(t.lower in _OTHERS for t in tokens[at + 1 : end]):
        return None  # several, or another one: "the companies", "the main island"
    if end + 1 < len(tokens) and tokens[end + 1].lower in {
        "of",
        "between",
        "that",
        "which",
        "in",
    }:
        return None  # said there and then which one it is
    if (
        end + 1 < len(tokens)
        and "NOUN" in tokens[end + 1].tags
        and tokens[end + 1].tags == {"NOUN"}
    ):
        return None  # "the meeting room"
    span = (tokens[at].start, tokens[end].end)
    limit = base + tokens[at].start
    if noun in BODIES:
        return *span, _body(memory, noun, number, sentence, here, limit)
    if noun in LANDS:
        return *span, _land(memory, number, here, limit)
    if noun in EVENTS:
        return *span, _event(memory, noun, sentence)
    return None


def _body(
    memory: Memory, noun: str, number: int, sentence: Sentence, here: list[Mention], limit: int
) -> Mention | None:
    """ "the bloc": the one met so far whose name says that it is such a thing, or the only
    body met at all."""
    met = [
        m
        for m in (*memory.mentions, *here)
        if m.person is not True
        and not (m.event or country(m.text))
        and (m.person is False or not m.aside)
        and m.span.end <= limit
    ]
    named = [
        m for m in met if any(lexicon.same_word(t.lemma, noun) for t in tokenize(m.text.lower()))
    ]
    last = [m for m in met if m.sentence == max(n.sentence for n in met)] if met else []
    if named and not any(m in named for m in last):
        return None  # another body has been named since
    return (only(named) if named else only(met)) or _topic(memory, number)


def _land(memory: Memory, number: int, here: list[Mention], limit: int) -> Mention | None:
    for group in (
        [m for m in here if is_land(m) and m.span.end <= limit],
        [m for m in memory.mentions if is_land(m) and m.sentence == number - 1],
        [m for m in memory.mentions if is_land(m)],
    ):
        if group:
            return only(group)
    return _topic(memory, number)


def _event(memory: Memory, noun: str, sentence: Sentence) -> Mention | None:
    fitting = [m for m in memory.mentions if m.event and lexicon.same_word(m.noun, noun)]
    for group in (
        [m for m in fitting if m.block == sentence.block],
        fitting,
    ):
        if group:
            return only(group) or only([m for m in group if m.noun == noun])
    return None


def _topic(memory: Memory, number: int) -> Mention | None:
    """What the title names, where it names one thing and the text has just begun."""
    names = find_names(memory.topic)
    if len(names) != 1 or number > 3 or names[0].person:
        return None
    return Mention(names[0].text, Span(start=0, end=0), -1, -1)


def _nearer_noun(tokens: tuple[Token, ...], at: int, name_end: int) -> bool:
    """Whether a thing that is no name stands between the last name and the pronoun."""
    between = [i for i in range(at) if tokens[i].start >= name_end]
    return any(
        tokens[i].lower in {"the", "a", "an", "this"} and i + 1 < at and tokens[i + 1].is_word
        for i in between
    )


def _coordinated(tokens: tuple[Token, ...], at: int) -> bool:
    """ ", and its minister": a second clause that speaks of the subject of the first."""
    return at > 1 and tokens[at - 1].lower in {"and", "but"} and tokens[at - 2].text == ","


def _dummy(tokens: tuple[Token, ...], at: int) -> bool:
    """ "it is likely that", "it rained": an "it" that stands for nothing."""
    following = [t.lower for t in tokens[at + 1 : at + 6]]
    if tokens[at].lower == "it" and at and tokens[at - 1].lower in _MAKING:
        return True  # "making it easier to repay"
    return (
        tokens[at].lower == "it"
        and len(following) > 1
        and following[0]
        in {"is", "'s", "was", "will", "would", "may", "seems", "seemed", "appears"}
        and (
            following[1] in {"the", "a", "an", "not"}
            or any(w in {"that", "to", "clear", "likely", "unclear", "possible"} for w in following)
        )
    )


def _is_object(tokens: tuple[Token, ...], at: int) -> bool:
    """ "Port Brannock won it": not the subject of its own clause."""
    before = tokens[at - 1]
    return is_finite_verb(tokens, at - 1) or before.lower in lexicon.PREPOSITIONS
