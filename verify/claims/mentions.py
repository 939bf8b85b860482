"""What a text has named so far: people, bodies, lands and events, in the order it names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.claims import lexicon
from verify.claims.names import Name, same_name
from verify.claims.places import adjectives, country
from verify.claims.words import Token, is_finite_verb, plain, tokenize
from verify.records import Sentence, Span

BODIES = frozenset(
    "bloc alliance organisation company firm group club team bank agency party union retailer"
    " airline carmaker manufacturer maker broadcaster university college museum festival charity"
    " hospital orchestra federation association body institute business supermarket operator"
    " contractor publisher insurer lender utility developer regulator army service council".split()
)
LANDS = frozenset("country nation kingdom republic island state".split())
EVENTS = frozenset(
    "meeting gathering summit session conference congress forum war conflict fighting ceasefire"
    " truce election vote match game final tournament festival mission launch earthquake quake"
    " storm hurricane flood fire strike attack trial case ruling merger takeover deal agreement"
    " bridge tunnel railway line project study report survey exhibition film book album concert"
    " outbreak epidemic race cup ceremony award prize visit trip tower stadium airport ship"
    " spacecraft rocket probe satellite telescope plant mine dam".split()
)


REACH = 120
"""Sentences after which a mention is forgotten: a text of any length is read in bounded time."""

_PLACED = re.compile(r"\b(?:in|at|to|from|near|outside|via)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(slots=True)
class Mention:
    """A name, or a noun phrase of a thing, as it was met in the text."""

    text: str
    span: Span
    sentence: int
    block: int
    person: bool | None = None
    event: bool = False
    subject: bool = False
    aside: bool = False
    """Only tells where something is, or describes another noun: "in Leeds", "the Leeds firm"."""
    noun: str = ""


@dataclass(slots=True)
class Memory:
    """The mentions of a text, who holds which office (office, of, holder, where it says so), and
    the first words of names."""

    topic: str = ""
    mentions: list[Mention] = field(default_factory=list)
    holders: list[tuple[str, str, str, Span]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def forget(self, number: int) -> None:
        """Let go of what was met more than `REACH` sentences before sentence `number`."""
        self.mentions = [m for m in self.mentions if m.sentence >= number - REACH]
        del self.holders[:-REACH]


def mention_of(
    memory: Memory, name: Name, number: int, sentence: Sentence, tokens: tuple[Token, ...]
) -> Mention:
    """A name as it stands in a sentence."""
    verb = next((t.start for i, t in enumerate(tokens) if is_finite_verb(tokens, i)), 10**9)
    lead = sentence.text[: name.start]
    adjectival = sentence.text[name.end : name.end + 1] == "-"
    # Of "Student's t-test is ..." the test is the subject.
    owning = sentence.text[name.end : name.end + 2] in {"’s", "'s", "’", "'"}
    leads = name.end <= verb or _heads_clause(name, tokens)
    subject = leads and not (adjectival or owning or _in_phrase(lead))
    return Mention(
        text=name.text,
        span=Span(start=name.start, end=name.end).shift(sentence.span.start),
        sentence=number,
        block=sentence.block,
        person=_is_person(memory, name, tokens),
        subject=subject,
        aside=bool(_PLACED.search(lead)) or describes_noun(name, sentence, tokens),
    )


def _is_person(memory: Memory, name: Name, tokens: tuple[Token, ...]) -> bool | None:
    """Whether a name is a person's: by its form, or by who was met under it before."""
    if name.person is not None:
        return name.person
    for mention in reversed(memory.mentions):
        if mention.person is not None and not mention.event and same_name(mention.text, name.text):
            return mention.person
    return _looks_personal(name, tokens)


def only(mentions: Sequence[Mention]) -> Mention | None:
    """The one thing that all the mentions mean, at its fullest name; None where they differ."""
    if not mentions:
        return None
    fullest = max(mentions, key=lambda m: len(m.text))
    return fullest if all(same_name(m.text, fullest.text) for m in mentions) else None


def is_land(mention: Mention) -> bool:
    """Whether a mention is a country by its own name, and no adjective of one."""
    return bool(country(mention.text)) and plain(mention.text) not in adjectives()


def distinct(names: Sequence[str]) -> list[str]:
    """Names without those that can mean the same one, the fullest kept."""
    kept: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        if not any(same_name(name, k) for k in kept):
            kept.append(name)
    return kept


def _looks_personal(name: Name, tokens: tuple[Token, ...]) -> bool | None:
    """Two or three plain words, not after "the", are most likely a person's."""
    words = name.text.split()
    before = [t for t in tokens if t.end <= name.start]
    lead = before[-1].lower if before else ""
    if lead in {"the", "in", "at", "near"} or not 2 <= len(words) <= 4:
        return None
    known = [bool(t.tags & {"NOUN", "ADJ"}) for t in tokenize(name.text) if t.is_word]
    return True if not all(known) else None


def is_common_noun(name: Name, text: str, tokens: tuple[Token, ...]) -> bool:
    """ "the City", "the Church": a word of the dictionary with a capital names too little."""
    words = [t for t in tokens if name.start <= t.start < name.end]
    return (
        len(words) == 1
        and bool(words[0].tags)
        and not words[0].text.isupper()
        and text[: name.start].rstrip().lower().endswith("the")
    )


def _heads_clause(name: Name, tokens: tuple[Token, ...]) -> bool:
    """Whether a later clause begins with the name and its verb: ", and Aldmouth Rovers came"."""
    first = next(i for i, t in enumerate(tokens) if t.end > name.start)
    after = next((i for i, t in enumerate(tokens) if t.start >= name.end), len(tokens))
    led = first > 0 and tokens[first - 1].lower in {"and", "but", "while", ";"}
    return led and after < len(tokens) and is_finite_verb(tokens, after)


def _in_phrase(lead: str) -> bool:
    """Whether what stands before is a phrase that the name belongs to: "in", "with", "of"."""
    words = lead.rpartition(",")[2].lower().split()
    return any(word in lexicon.PREPOSITIONS for word in words)


def is_subject(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether what begins at `start` stands before the first verb."""
    verb = next((t.start for i, t in enumerate(tokens) if is_finite_verb(tokens, i)), 10**9)
    return start < verb


def noun_after(tokens: tuple[Token, ...], at: int) -> int:
    """The noun that a determiner belongs to: at most three words on."""
    for i in range(at + 1, min(at + 6, len(tokens))):
        token = tokens[i]
        if token.lemma in BODIES | LANDS | EVENTS and (
            token.tags & {"NOUN"} or token.lemma in EVENTS
        ):
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if following and following.lemma in BODIES | EVENTS:
                continue
            return i
        if not token.is_word and token.text != "-":
            return -1
        if token.lower in lexicon.FUNCTION_WORDS and token.lower != "led":
            return -1
    return -1


def things_in(number: int, sentence: Sentence, tokens: tuple[Token, ...]) -> list[Mention]:
    """Noun phrases that bring a thing into the text: "an annual gathering of officials of ..."."""
    found = []
    for at, token in enumerate(tokens):
        if token.lower not in {"a", "an", "the"}:
            continue
        end = noun_after(tokens, at)
        if end < 0 or tokens[end].lemma not in EVENTS:
            continue
        last = _phrase_end(tokens, end)
        if token.lower == "the" and last == end:
            continue  # it stands for one met before
        found.append(
            Mention(
                text="the " + sentence.text[tokens[at + 1].start : tokens[last].end],
                span=Span(start=token.start, end=tokens[last].end).shift(sentence.span.start),
                sentence=number,
                block=sentence.block,
                person=False,
                event=True,
                subject=is_subject(tokens, token.start),
                noun=tokens[end].lemma,
            )
        )
    return found


def _phrase_end(tokens: tuple[Token, ...], noun: int) -> int:
    """The last token of a noun phrase with the phrases that "of", "between", "in" hang on it."""
    last = noun
    i = noun + 1
    while i < len(tokens):
        token = tokens[i]
        if token.text in {",", ".", ";", ":", "(", ")", "“", "”"} or is_finite_verb(tokens, i):
            break
        if token.lower.endswith(("n’t", "n't")):
            break
        if token.lower.endswith("ing") and "VERB" in token.tags and "NOUN" not in token.tags:
            break
        if token.lower in lexicon.CONJUNCTIONS - {"and"} or token.lower in lexicon.PRONOUNS:
            break
        if token.lower in lexicon.PREPOSITIONS - {"of", "between", "in", "on", "for", "at"}:
            break
        if token.is_word and token.lower not in lexicon.FUNCTION_WORDS:
            last = i
        i += 1
    return last


def describes_noun(name: Name, sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """Whether a name only describes the noun after it: "SCO ministers", "the Leeds firm"."""
    if sentence.text[name.end : name.end + 1] == "-" or plain(name.text) in adjectives():
        return True
    at = next((i for i, t in enumerate(tokens) if t.start >= name.end), None)
    if at is None or sentence.text[name.end : tokens[at].start] != " ":
        return False
    following = tokens[at]
    return "NOUN" in following.tags and not following.is_capital and not is_finite_verb(tokens, at)
