"""Which name a pronoun or a noun such as "the minister" stands for, where the text makes it certain.

Every rule looks for the candidates that fit. Exactly one is a replacement; several, or none, leave
the word as it stands and say so. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.claims import lexicon
from verify.claims.names import Name, find_names, same_name
from verify.claims.offices import find_offices, same_office
from verify.claims.places import adjectives, country
from verify.claims.roles import find_roles
from verify.claims.words import Token, is_finite_verb, plain, tokenize
from verify.records import Replacement, Sentence, Span

_PERSONAL = frozenset("he him his she her hers".split())
_THINGS = frozenset("it its".split())
_PLURAL = frozenset("they them their theirs".split())
_BODIES = frozenset(
    "bloc alliance organisation company firm group club team bank agency party union retailer"
    " airline carmaker manufacturer maker broadcaster university college museum festival charity"
    " hospital orchestra federation association body institute business supermarket operator"
    " contractor publisher insurer lender utility developer regulator army service council".split()
)
_LANDS = frozenset("country nation kingdom republic island state".split())
_EVENTS = frozenset(
    "meeting gathering summit session conference congress forum war conflict fighting ceasefire"
    " truce election vote match game final tournament festival mission launch earthquake quake"
    " storm hurricane flood fire strike attack trial case ruling merger takeover deal agreement"
    " bridge tunnel railway line project study report survey exhibition film book album concert"
    " outbreak epidemic race cup ceremony award prize visit trip tower stadium airport ship"
    " spacecraft rocket probe satellite telescope plant mine dam".split()
)


_PLACED = re.compile(r"\b(?:in|at|to|from|near|outside|via)\s+(?:the\s+)?$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")


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
    location: bool = False
    noun: str = ""


@dataclass(slots=True)
class Discourse:
    """What a text has named so far, as its sentences are read in order."""

    topic: str = ""
    mentions: list[Mention] = field(default_factory=list)
    holders: list[tuple[str, str, str, Span]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)

    def read(
        self, number: int, sentence: Sentence
    ) -> tuple[tuple[Replacement, ...], tuple[str, ...]]:
        """Take in the next sentence: its replacements, and the words whose reference is open."""
        text, tokens = sentence.text, tokenize(sentence.text)
        offices = find_offices(text)
        names = find_names(text, offices, self.known)
        here = [
            self._mention(n, number, sentence, tokens)
            for n in names
            if not _common_noun(n, text, tokens)
        ]
        replaced: list[Replacement] = []
        unresolved: list[str] = []
        quoted = [m.span() for m in _QUOTED.finditer(text)]
        for at, token in enumerate(tokens):
            reading = self._stands_for(tokens, at, number, sentence, here, offices)
            if reading is None:
                continue
            start, end, mention = reading
            word = text[start:end]
            if mention is None or any(s <= start < e for s, e in quoted):
                # A quotation keeps its words: whom a speaker means is not ours to say.
                unresolved.append(word)
                continue
            possessive = token.lower in {"his", "her", "its", "their"} and not word.endswith("'s")
            replaced.append(
                Replacement(
                    span=Span(start=start, end=end).shift(sentence.span.start),
                    text=word,
                    by=mention.text + ("’s" if possessive else ""),
                    source=mention.span,
                )
            )
        self._remember(number, sentence, tokens, names, here, offices, replaced)
        return tuple(replaced), tuple(dict.fromkeys(unresolved))

    # --- taking in ----------------------------------------------------------------------------

    def _is_person(self, name: Name, tokens: tuple[Token, ...]) -> bool | None:
        """Whether a name is a person's: by its form, or by who was met under it before."""
        if name.person is not None:
            return name.person
        for mention in reversed(self.mentions):
            if mention.person is not None and not mention.event and same_name(mention.text, name.text):
                return mention.person
        return _looks_personal(name, tokens)

    def _mention(
        self, name: Name, number: int, sentence: Sentence, tokens: tuple[Token, ...]
    ) -> Mention:
        verb = next((t.start for i, t in enumerate(tokens) if is_finite_verb(tokens, i)), 10**9)
        lead = sentence.text[: name.start]
        adjectival = sentence.text[name.end : name.end + 1] == "-"
        subject = name.end <= verb and not adjectival and not _in_phrase(lead)
        return Mention(
            text=name.text,
            span=Span(start=name.start, end=name.end).shift(sentence.span.start),
            sentence=number,
            block=sentence.block,
            person=self._is_person(name, tokens),
            subject=subject,
            location=bool(_PLACED.search(lead)),
        )

    def _remember(
        self,
        number: int,
        sentence: Sentence,
        tokens: tuple[Token, ...],
        names: Sequence[Name],
        here: list[Mention],
        offices: Sequence[tuple[int, int]],
        replaced: list[Replacement],
    ) -> None:
        base = sentence.span.start
        for held in find_roles(sentence.text, names, offices):
            span = Span(start=held.start, end=held.end).shift(base)
            self.holders.append((held.value.office, held.value.of, held.value.holder, span))
            for mention in here:
                if mention.text == held.value.holder and not country(mention.text):
                    mention.person = mention.person is not False or None
        for name in names:
            self.known.add(tokenize(name.text)[0].lower)
        for replacement in replaced:
            earlier = next(
                (m for m in reversed(self.mentions) if m.span == replacement.source), None
            )
            if earlier and not earlier.event:
                here.append(
                    Mention(
                        text=earlier.text,
                        span=earlier.span,
                        sentence=number,
                        block=sentence.block,
                        person=earlier.person,
                        subject=_is_subject(tokens, replacement.span.start - base),
                    )
                )
        self.mentions += here
        self.mentions += _things(number, sentence, tokens)

    # --- looking up ---------------------------------------------------------------------------

    def _stands_for(
        self,
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
            person = self._person(token, number, sentence, here)
            body = self._body_of(person, tokens, at)
            if body:
                return token.start, tokens[at + 1].end, body
            return token.start, token.end, person
        if token.lower in _THINGS and not _dummy(tokens, at):
            return token.start, token.end, self._thing(tokens, at, number, sentence, here)
        if token.lower in _PLURAL:
            return token.start, token.end, None
        if token.lower in {"the", "this", "that"} and at + 1 < len(tokens):
            return self._definite(tokens, at, number, sentence, here, offices)
        return None

    def _person(
        self, token: Token, number: int, sentence: Sentence, here: list[Mention]
    ) -> Mention | None:
        base = sentence.span.start
        before = [
            m
            for m in here
            if m.person is not False and not country(m.text) and m.span.end <= base + token.start
        ]
        if before:
            # Somebody of whom the form of the name does not tell may be meant as well.
            return _only(before) if any(m.person for m in before) else None
        holder = [
            h
            for h in self._named_by_office(sentence, base + token.start)
            if h.span.end <= base + token.start
        ]
        if holder:
            return _only(holder)
        for back in (1, 2):
            earlier = [
                m
                for m in self.mentions
                if m.person and m.sentence == number - back and m.block >= sentence.block - 1
            ]
            if earlier:
                return _only([m for m in earlier if m.subject]) or _only(earlier)
        return None

    def _body_of(
        self, person: Mention | None, tokens: tuple[Token, ...], at: int
    ) -> Mention | None:
        """ "his side", "her country": what the person was said to hold an office of."""
        following = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
        if person is None or following not in {"side", "team", "club", "company", "country", "party"}:
            return None
        held = [h for h in self.holders if h[1] and same_name(h[2], person.text)]
        bodies = _distinct([h[1] for h in held])
        if len(bodies) != 1 or (following == "country") != bool(country(bodies[0])):
            return None
        return Mention(text=bodies[0], span=held[-1][3], sentence=-1, block=-1, subject=True)

    def _named_by_office(self, sentence: Sentence, until: int) -> list[Mention]:
        """People that the sentence so far calls by their office alone: "the Iranian minister"."""
        base = sentence.span.start
        found = []
        for start, end in find_offices(sentence.text):
            if base + end <= until:
                mention = self._holder(sentence.text, start, end, base)
                if mention:
                    found.append(mention)
        return found

    def _holder(self, text: str, start: int, end: int, base: int) -> Mention | None:
        """The one who holds the office in text[start:end], where only one was named."""
        office = text[start:end]
        owner = (
            next((w for t in reversed(tokenize(text[:start])) if (w := country(t.text))), "")
            if text[:start].rstrip("’'s ").split()
            else ""
        )
        adjacent = text[:start].rstrip().removesuffix("’s").removesuffix("'s").split()
        owner = country(adjacent[-1]) if adjacent else ""
        fitting = [
            h
            for h in self.holders
            if same_office(h[0], office) and (not owner or same_name(h[1] or "?", owner))
        ]
        names = _distinct([h[2] for h in fitting])
        if len(names) != 1:
            return None
        held = fitting[-1]
        return Mention(
            text=names[0], span=held[3], sentence=-1, block=-1, person=True, subject=True
        )

    def _thing(
        self,
        tokens: tuple[Token, ...],
        at: int,
        number: int,
        sentence: Sentence,
        here: list[Mention],
    ) -> Mention | None:
        base = sentence.span.start
        comma = next((i for i in range(at, len(tokens)) if tokens[i].text == ","), -1)
        if tokens[0].lower in lexicon.PREPOSITIONS | {"now", "still", "already"} and 0 < comma:
            # "Now in its 22nd edition, the meeting was": the subject comes after.
            after = self._subject_after(tokens, comma + 1, number, sentence, here)
            if after:
                return after
        limit = base + tokens[at].start
        before = [
            m
            for m in here
            if m.person is not True
            and m.span.end <= limit
            and not _attributive(m, sentence, tokens)
        ]
        if before and _nearer_noun(tokens, at, max(m.span.end for m in before) - base):
            return _only([m for m in before if m.subject]) if _coordinated(tokens, at) else None
        if before:
            nominative = tokens[at].lower == "it" and at > 0 and not tokens[at - 1].is_capital
            subjects = [m for m in before if m.subject]
            return _only(before) or (_only(subjects) if nominative else None)
        if any(m.subject for m in here if m.span.end <= limit):
            return None
        subject = self._subject_after(tokens, 0, number, sentence, here)
        if subject and subject.span.start < base + tokens[at].start and at > 1:
            return subject
        earlier = [m for m in self.mentions if m.sentence == number - 1 and m.subject]
        events = [m for m in earlier if m.event]
        if events:
            return _only(events)
        if tokens[0].lower in lexicon.PREPOSITIONS and at < 4:
            return None  # "Besides its host the organisation ...": the name may come after
        earlier = [m for m in earlier if m.person is not True]
        if earlier:
            return _only(earlier)
        return self._topic(number)

    def _subject_after(
        self,
        tokens: tuple[Token, ...],
        start: int,
        number: int,
        sentence: Sentence,
        here: list[Mention],
    ) -> Mention | None:
        if start < len(tokens) and tokens[start].lower == "the":
            read = self._definite(tokens, start, number, sentence, here, ())
            return read[2] if read else None
        base = sentence.span.start
        if start < len(tokens):
            for mention in here:
                if mention.span.start == base + tokens[start].start and mention.person is not True:
                    return mention
        return None

    def _definite(
        self,
        tokens: tuple[Token, ...],
        at: int,
        number: int,
        sentence: Sentence,
        here: list[Mention],
        offices: Sequence[tuple[int, int]],
    ) -> tuple[int, int, Mention | None] | None:
        """ "the minister", "the bloc", "the country", "the meeting"."""
        base = sentence.span.start
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
                return tokens[at].start, end, self._holder(sentence.text, start, end, base)
        end = _noun_after(tokens, at)
        if end < 0:
            return None
        noun = tokens[end].lemma
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
        if noun in _BODIES:
            return *span, self._body(noun, number, sentence, here, limit)
        if noun in _LANDS:
            return *span, self._land(number, here, limit)
        if noun in _EVENTS:
            return *span, self._event(noun, sentence)
        return None

    def _body(
        self, noun: str, number: int, sentence: Sentence, here: list[Mention], limit: int
    ) -> Mention | None:
        """ "the bloc": the one met so far whose name says that it is such a thing, or the only
        body met at all."""
        met = [
            m
            for m in (*self.mentions, *here)
            if m.person is not True
            and not (m.event or m.location or country(m.text))
            and m.span.end <= limit
        ]
        named = [
            m
            for m in met
            if any(lexicon.same_word(t.lemma, noun) for t in tokenize(m.text.lower()))
        ]
        last = [m for m in met if m.sentence == max(n.sentence for n in met)] if met else []
        if named and not any(m in named for m in last):
            return None  # another body has been named since
        return (_only(named) if named else _only(met)) or self._topic(number)

    def _land(self, number: int, here: list[Mention], limit: int) -> Mention | None:
        for group in (
            [m for m in here if _is_land(m) and m.span.end <= limit],
            [m for m in self.mentions if _is_land(m) and m.sentence == number - 1],
            [m for m in self.mentions if _is_land(m)],
        ):
            if group:
                return _only(group)
        return self._topic(number)

    def _event(self, noun: str, sentence: Sentence) -> Mention | None:
        fitting = [m for m in self.mentions if m.event and lexicon.same_word(m.noun, noun)]
        for group in (
            [m for m in fitting if m.block == sentence.block],
            fitting,
        ):
            if group:
                return _only(group) or _only([m for m in group if m.noun == noun])
        return None

    def _topic(self, number: int) -> Mention | None:
        """What the title names, where it names one thing and the text has just begun."""
        names = find_names(self.topic)
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


def noun_said_there(tokens: tuple[Token, ...], noun: int) -> bool:
    """Whether what follows the noun says which one is meant: "of ...", "between ...", "in X"."""
    following = tokens[noun + 1].lower
    if following in {"of", "between", "that", "which", "by", "with", "against", "over"}:
        return True
    return (
        following in {"in", "at", "for", "on"}
        and noun + 2 < len(tokens)
        and tokens[noun + 2].is_capital
    )


def _leads(tokens: tuple[Token, ...], at: int) -> bool:
    """China-led, US-based: a name inside an adjective."""
    return at + 1 < len(tokens) and tokens[at + 1].text == "-"


def _attributive(mention: Mention, sentence: Sentence, tokens: tuple[Token, ...]) -> bool:
    """Whether a name only describes the noun after it: "SCO ministers", "Iranian", "China-led"."""
    if mention.span.start < sentence.span.start:
        return False
    end = mention.span.end - sentence.span.start
    if sentence.text[end : end + 1] == "-" or plain(mention.text) in adjectives():
        return True
    following = next((t for t in tokens if t.start >= end), None)
    return (
        following is not None
        and sentence.text[end : following.start] == " "
        and "NOUN" in following.tags
        and not following.is_capital
        and not is_finite_verb(tokens, tokens.index(following))
    )


def _only(mentions: Sequence[Mention]) -> Mention | None:
    """The one thing that all the mentions mean, at its fullest name; None where they differ."""
    if not mentions:
        return None
    fullest = max(mentions, key=lambda m: len(m.text))
    return fullest if all(same_name(m.text, fullest.text) for m in mentions) else None


def _is_land(mention: Mention) -> bool:
    return bool(country(mention.text)) and plain(mention.text) not in adjectives()


def _distinct(names: Sequence[str]) -> list[str]:
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


def _common_noun(name: Name, text: str, tokens: tuple[Token, ...]) -> bool:
    """ "the City", "the Church": a word of the dictionary with a capital names too little."""
    words = [t for t in tokens if name.start <= t.start < name.end]
    return (
        len(words) == 1
        and bool(words[0].tags)
        and not words[0].text.isupper()
        and text[: name.start].rstrip().lower().endswith("the")
    )


def _in_phrase(lead: str) -> bool:
    """Whether what stands before is a phrase that the name belongs to: "in", "with", "of"."""
    words = lead.split()
    return bool(words) and words[0].lower() in lexicon.PREPOSITIONS and "," not in lead


def _is_subject(tokens: tuple[Token, ...], start: int) -> bool:
    verb = next((t.start for i, t in enumerate(tokens) if is_finite_verb(tokens, i)), 10**9)
    return start < verb


def _dummy(tokens: tuple[Token, ...], at: int) -> bool:
    """ "it is likely that", "it rained": an "it" that stands for nothing."""
    following = [t.lower for t in tokens[at + 1 : at + 6]]
    return (
        tokens[at].lower == "it"
        and len(following) > 1
        and following[0] in {"is", "was", "will", "would", "may", "seems", "seemed", "appears"}
        and (
            following[1] in {"the", "a", "an", "not"}
            or any(w in {"that", "to", "clear", "likely", "unclear", "possible"} for w in following)
        )
    )


def _noun_after(tokens: tuple[Token, ...], at: int) -> int:
    """The noun that a determiner belongs to: at most three words on."""
    for i in range(at + 1, min(at + 6, len(tokens))):
        token = tokens[i]
        if token.lemma in _BODIES | _LANDS | _EVENTS and (
            token.tags & {"NOUN"} or token.lemma in _EVENTS
        ):
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if following and following.lemma in _BODIES | _EVENTS:
                continue
            return i
        if not token.is_word and token.text != "-":
            return -1
        if token.lower in lexicon.FUNCTION_WORDS and token.lower != "led":
            return -1
    return -1


def _things(number: int, sentence: Sentence, tokens: tuple[Token, ...]) -> list[Mention]:
    """Noun phrases that bring a thing into the text: "an annual gathering of top officials of ..."."""
    found = []
    for at, token in enumerate(tokens):
        if token.lower not in {"a", "an", "the"}:
            continue
        end = _noun_after(tokens, at)
        if end < 0 or tokens[end].lemma not in _EVENTS:
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
                subject=_is_subject(tokens, token.start),
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
