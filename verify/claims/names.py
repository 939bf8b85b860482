"""Names of people, places and organisations in a text.

A capital tells a name inside a sentence. At its head, where every word has one, the dictionary,
the words that follow and what the rest of the text has as a name decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims import namewords as words
from verify.claims.places import adjectives, country
from verify.claims.samename import Sameness, contains_name, how_same, same_name
from verify.claims.words import Token, is_finite_verb, tokenize

__all__ = ["Name", "Sameness", "contains_name", "find_names", "how_same", "quoted_titles", "same_name"]

_Spans = tuple[tuple[int, int], ...]

_TITLE = re.compile(r"“([^”\n]{3,80})”|(?<![\w.,!?;:])\"(?=\S)([^\"\n]{3,80})\"(?!\w)|‘([^’\n]{3,80})’")
_AGE = re.compile(r",\s+(?:aged\s+)?\d{1,2},")
_ABSTRACT = re.compile(r"(?:ics|ments?|tures?|tions?|sions?|og(?:y|ies)|ware|it(?:y|ies)|isms?|ships?)$")
_SMALL = lexicon.PREPOSITIONS | {"a", "an", "the", "and", "or", "but", "to"}
_HEAD_MARKS = frozenset({".", "!", "?", "“", '"', "‘", ":", "•", "—", "–"})
# Follow a hyphen after a name and make an adjective of it; other short ones are part of a name:
# Seo-yun, Jong-un.
_HYPHENED = frozenset(
    "led born made run era wide held like free only type area size bred in on to of the and at by"
    .split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. `person` is True or False where its form tells, None where it does not."""

    start: int
    end: int
    text: str
    person: bool | None = None

    @property
    def place(self) -> str:
        """The country it stands for, or ""."""
        return country(self.text)


def find_names(text: str, offices: Iterable[tuple[int, int]] = (), known: Iterable[str] = ()) -> tuple[Name, ...]:
    """The names of a text in order. Months, weekdays and the words of `offices` are not names.

    `known` are the first words of names found elsewhere, plainly spelt: they are names at the
    head of a sentence too, where every word has a capital.
    """
    line = _Line(text, tokenize(text), tuple(offices), frozenset(known))
    return tuple(line.names())


def quoted_titles(text: str) -> _Spans:
    """Spans of titles in quotation marks, without the marks: “The Salt Road”."""
    found = []
    for match in _TITLE.finditer(text):
        group = match.lastindex or 1
        start, end = match.span(group)
        end -= len(match[group]) - len(match[group].rstrip("., \t\u00a0"))
        inside = text[start:end].split()
        if (
            2 <= len(inside) <= 8
            and all(w[0].isupper() or w.lower() in _SMALL or w[0].isdigit() for w in inside)
            and inside[0][0].isupper()
            and (inside[-1][0].isupper() or inside[-1][0].isdigit())
            and not any(w[-1] in ".!?;:," for w in inside[:-1])
        ):
            found.append((start, end))
    return tuple(found)


class _Line:
    """A text with its words, while names are looked for in it."""

    def __init__(self, text: str, tokens: tuple[Token, ...], offices: _Spans, known: frozenset[str]):
        self.text, self.tokens, self.offices, self.known = text, tokens, offices, known
        long = [t for t in tokens if t.is_word and len(t.text) > 1]
        # In capitals throughout, as headlines are, a capital tells nothing.
        self.shouted = len(long) > 3 and sum(t.text.isupper() for t in long) > 0.7 * len(long)

    def names(self) -> Iterator[Name]:
        titles = {start: end for start, end in quoted_titles(self.text)}
        at = 0
        while at < len(self.tokens):
            start = self.tokens[at].start
            if end := titles.get(start):
                yield Name(start, end, self.text[start:end], False)
                at = next((i for i, t in enumerate(self.tokens) if t.start >= end), len(self.tokens))
            elif self._starts(at):
                end = self._end(at)
                yield from self._cut(at, end, self._led_by_person(at))
                at = end
            else:
                at += 1

    # --- where a name begins ------------------------------------------------------------------

    def _starts(self, at: int) -> bool:
        token = self.tokens[at]
        if self._particle(at) or _camel(token.text):
            return True
        if not self._capital(at) or self._glued(at) or self._calendar(at):
            return False
        word, follows = token.lower.rstrip("."), self._capital(at + 1) and not self._gap(at + 1).strip()
        if word in words.NEVER or "'" in word and word.partition("'")[0] in lexicon.PRONOUNS:
            return False
        if country(token.text):
            return True
        if len(word) == 1:
            initial = self._is(at + 1, ".") and self._capital(at + 2)
            return initial or (follows and word not in {"i", "a"})
        head = self._head(at)
        if word in words.UNNAMED_ALONE:
            if self._is(at + 1, ".") and word == "st":
                return True
            return follows and not (head and token.lower not in _DIRECTIONS)
        if word == "the":
            return follows and not head
        if word in words.TITLES:
            goes_on = self._is(at + 1, ".") or (word in words.BEFORE_OF and self._lower(at + 1) == "of")
            return follows or goes_on or (token.text.isupper() and not self.shouted)
        if word == "may" and self._lower(at + 1) == "day":
            return True
        if token.lower in lexicon.FUNCTION_WORDS or word == "now":
            return token.text.isupper() and not self.shouted
        return not head or self._starts_sentence(at, follows)

    def _starts_sentence(self, at: int, follows: bool) -> bool:
        """Whether a word with a capital at the head of a sentence is a name all the same."""
        token = self.tokens[at]
        word, after = token.lower, self._token(at + 1)
        hyphened = self._is(at + 1, "-") and not self._capital(at + 2) and not self._digits(at + 2)
        if word in words.HEAD_ONLY or (follows and word in words.APPOSED):
            return False
        if word in self.known or (token.text.isupper() and len(word) > 1):
            return True
        if hyphened:
            return not token.tags and word not in words.PREFIXES
        joined = self._is(at + 1, "&") or (self._is(at + 1, "-") and self._digits(at + 2))
        if not token.tags or joined:
            return True
        if follows and not self._calendar(at + 1):
            if token.tags <= {"ADV"}:
                return False
            # "Meeting Putin, he said" begins with a participle, "Sporting Calvena were" does not.
            participle = "VERB" in token.tags and word.endswith("ing")
            return not participle or self._verb(self._end(at))
        singular = "NOUN" in token.tags and token.lemma == word and word not in words.MASS_AGENTS
        if after is None or not singular:
            return False
        if after.lower == "'s":
            return "VERB" not in token.tags
        if self._in_office(at + 1) and after.is_capital:
            return True  # "Apple CEO"
        if after.text == "," and self._is(at - 1, ":") and self._capital(at + 2):
            return True  # "three clubs: Arsenal, Chelsea and Fulham"
        return after.lower in words.SPEAKING or (
            after.lower in words.BEATING and self._capital(at + 2)
        )

    def _particle(self, at: int) -> bool:
        """Whether a name begins with a small word: von der Leyen, al-Qaeda."""
        token = self.tokens[at]
        if token.lower not in words.LEADING_PARTICLES or not token.text.islower():
            return False
        if at and self.tokens[at - 1].lower in lexicon.DETERMINERS:
            return token.lower in {"al", "el"} and self._is(at + 1, "-") and self._capital(at + 2)
        if self._is(at + 1, "-"):
            return self._capital(at + 2) and self._gap(at + 2) == ""
        following = at + 1
        while following < len(self.tokens) and self.tokens[following].lower in words.PARTICLES:
            following += 1
        return self._capital(following)

    def _head(self, at: int) -> bool:
        """Whether the word stands at the head of a sentence or of what is said in it."""
        if at == 0:
            return True
        before = self.tokens[at - 1].text
        if before == "." and at > 1 and self.tokens[at - 2].is_capital and self._gap(at - 1) == "":
            return len(self.tokens[at - 2].text) > 4  # "Rep. Smith", "St. Petersburg"
        return before in _HEAD_MARKS or (before in {"'", "-", "*", "("} and at == 1)

    # --- where it ends ------------------------------------------------------------------------

    def _end(self, at: int) -> int:
        """The token after the last one of the name that starts at `at`."""
        end = at + 1
        while end < len(self.tokens) and (step := self._step(at, end)):
            end += step
        return end

    def _step(self, start: int, at: int) -> int:  # noqa: PLR0911
        """How many tokens from `at` on belong to the name as well; 0 for none."""
        token, before = self.tokens[at], self.tokens[at - 1]
        gap = self._gap(at)
        if "\n" in gap or self._in_office(at):
            return 0
        if token.text == ".":
            short = len(before.text) == 1 or before.lower in words.TITLES | {"st", "jr"}
            return 1 if short and not gap and self._capital(at + 1) else 0
        if token.text in {"-", "–", "/", "&", "'", "’"}:
            return self._over_mark(start, at, gap)
        if token.lower == "'s":
            owners = before.lower in words.PLURAL_OWNERS and at - 1 == start
            return 1 if owners and self._capital(at + 1) else 0
        if self._capital(at):
            if self._repeats(start, at):
                return 0
            titled = token.lower in words.TITLES and self._is(at + 1, ".") and self._capital(at + 2)
            return 0 if titled or (self._calendar(at) and not self._may(at)) else 1
        if token.is_number:
            return 1 if gap and token.end - token.start <= 3 and self._numbers(start, at) else 0
        if re.match(r"[dl]['’][A-Z]", token.text):
            return 1
        return self._over_small(start, at)

    def _repeats(self, start: int, at: int) -> bool:
        """Whether a name begins anew: "handing the SCO SCO's prize", once "its" is put in words."""
        again = self.tokens[at].lower == self.tokens[start].lower
        return again and (at - start > 1 or self._lower(at + 1) == "'s")

    def _over_mark(self, start: int, at: int, gap: str) -> int:
        """Over a hyphen, an "&" or an apostrophe inside a name."""
        mark, after = self.tokens[at].text, self._token(at + 1)
        if after is None:
            return 0
        joined = not gap and after.start == self.tokens[at].end
        before = self.tokens[at - 1]
        if mark == "&":
            return 2 if self._capital(at + 1) else 0
        if mark in {"'", "’"} and not joined:
            owners = not gap and before.lower.endswith("s") and "NOUN" in before.tags
            return 2 if owners and self._capital(at + 1) and after.lower in words.KINDS else 0
        if not joined:
            return 0
        if self._capital(at + 1):
            # "the Turkey-Syria border": two names.
            return 0 if country(before.text) and country(after.text) else 2
        if mark != "-":
            return 0
        if after.lower in {"operation", "ordination", "operative"}:
            return 2
        if self._digits(at + 1):
            return 2 if after.end - after.start <= 4 and self._gap(at + 2) != "%" else 0
        given = at - 1 > start and not before.tags & {"ADJ", "VERB"} and len(after.text) <= 4
        return 2 if given and after.is_word and after.lower not in _HYPHENED else 0

    def _over_small(self, start: int, at: int) -> int:
        """How many small words at `at` belong to a name that goes on after them."""
        word, before = self.tokens[at].lower, self.tokens[at - 1]
        if word == "and":
            return int(self._coordinates(start, at))
        if word in {"of", "for"}:
            step = 2 if self._lower(at + 1) == "the" else 1
            known = before.lower in (words.BEFORE_OF if word == "of" else words.BEFORE_FOR)
            # "the Laws of England": people have no article.
            thing = word == "of" and "NOUN" in before.tags and self._after_the(start)
            return step if self._capital(at + step) and (known or thing) else 0
        if word in {"al", "el"} and self._is(at + 1, "-"):
            return 3 if self._capital(at + 2) else 0
        if word not in words.PARTICLES or word in {"y", "e", "do", "to"}:
            return 0
        step = 1
        while self._lower(at + step) in words.PARTICLES:
            step += 1
        return step if self._capital(at + step) else 0

    def _coordinates(self, start: int, at: int) -> bool:
        """Whether "and" stands inside a name: Bosnia and Herzegovina, Ministry of Health and
        Sport, Securities and Exchange Commission; not in "Iran and Israel"."""
        if not self._capital(at + 1):
            return False
        before, after = self.tokens[at - 1], self.tokens[at + 1]
        if country(f"{before.text} and {after.text}"):
            return True
        if "NOUN" not in before.tags or "NOUN" not in after.tags:
            return False
        run = self.tokens[start:at]
        if any(t.lower in {"of", "for"} for t in run):
            return run[0].lower in words.BEFORE_FOR and not country(before.text)
        last = at + 1
        while self._capital(last + 1) and self.tokens[last + 1].tags:
            last += 1
        return len(run) == 1 and last > at + 1 and self.tokens[last].lower in words.KINDS

    def _numbers(self, start: int, at: int) -> bool:
        """Apollo 11, Radio 4: a number that belongs to the name and counts nothing."""
        if not self.tokens[at - 1].text[-1].isalpha() or at - start > 2:
            return False
        after = self._token(at + 1)
        lead = self.tokens[start - 1].lower if start else ""
        if lead in lexicon.PREPOSITIONS | {"the"}:
            return after is None or after.text in ".,)" or ("X" in after.tags and after.lower != "per")
        # "Rovers 68, Town 61" is a table.
        return after is not None and (after.lower == "'s" or self._verb(at + 1))

    # --- what a run of words names ------------------------------------------------------------

    def _cut(self, at: int, end: int, person: bool) -> Iterator[Name]:
        """One run of words as names: titles fall off, a country's adjective stands alone."""
        named = self.tokens[end - 1].lower in words.KINDS
        while not named and self.tokens[at].lower.rstrip(".") in words.TITLES and (
            self._capital(at + 1) or self._is(at + 1, ".")
        ):
            if at + 1 >= end:
                return
            at += 2 if self._is(at + 1, ".") and at + 2 < end else 1
            person = True
        first = self.tokens[at]
        whole = self.text[first.start : self.tokens[end - 1].end]
        if not country(whole) and not named:
            for cut in range(min(end - 1, at + 2), at, -1):
                lead = self.text[first.start : self.tokens[cut - 1].end]
                if self.tokens[cut].is_capital and _describes(lead):
                    yield Name(first.start, first.start + len(lead), lead, False)
                    yield from self._cut(cut, end, person)
                    return
        last = self.tokens[end - 1].end
        yield Name(first.start, last, whole, self._is_person(at, end, whole, person))

    def _is_person(self, at: int, end: int, whole: str, person: bool) -> bool | None:
        if country(whole) or (whole.isupper() and len(whole) > 1):
            return False
        if person:
            return True
        run = self.tokens[at:end]
        if run[0].lower == "the" or any(t.lower in words.KINDS or t.is_number for t in run):
            return False
        if "NOUN" in run[-1].tags and _ABSTRACT.search(run[-1].lower):
            return False  # Calder Optics, Hanley Structures
        age = end - at > 1 and _AGE.match(self.text, self.tokens[end - 1].end)
        return True if age else None

    def _led_by_person(self, at: int) -> bool:
        """Whether a title, an office or a noun such as "actor" stands right before."""
        before = at - 1
        if before >= 0 and self.tokens[before].text == ".":
            before -= 1
        if before < 0:
            return False
        token = self.tokens[before]
        between = self.text[token.end : self.tokens[at].start].strip(" .")
        return not between and (token.lower in words.PERSONS or self._in_office(before))

    def _verb(self, at: int) -> bool:
        return at < len(self.tokens) and is_finite_verb(self.tokens, at)

    # --- looking at words ---------------------------------------------------------------------

    def _token(self, at: int) -> Token | None:
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def _is(self, at: int, text: str) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].text == text

    def _lower(self, at: int) -> str:
        return self.tokens[at].lower if at < len(self.tokens) else ""

    def _digits(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].is_number

    def _gap(self, at: int) -> str:
        """What stands between the token and the one before it."""
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def _glued(self, at: int) -> bool:
        """3D, 10K: letters right after a digit."""
        return at > 0 and not self._gap(at) and self.tokens[at - 1].is_number

    def _in_office(self, at: int) -> bool:
        return any(start <= self.tokens[at].start < end for start, end in self.offices)

    def _capital(self, at: int) -> bool:
        """Whether a capital that tells something stands at `at`."""
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if not token.is_capital or not token.is_word or self._in_office(at):
            return False
        return not self.shouted or not token.tags or token.lower in self.known or bool(country(token.text))

    def _after_the(self, start: int) -> bool:
        return self._lower(start) == "the" or (start > 0 and self._lower(start - 1) == "the")

    def _calendar(self, at: int) -> bool:
        """A month or a weekday; a short form only beside a number, since Jun, Jan and May are
        names, and no month where a name goes on after it: April Ashley, May Day."""
        word = self.tokens[at].lower
        before, after = self._token(at - 1), self._token(at + 1)
        beside = any(t is not None and t.is_number for t in (before, after))
        if word in lexicon.WEEKDAYS:
            return len(word) > 3 or beside
        if word not in lexicon.MONTHS:
            return False
        if beside or len(word) > 3:
            return beside or not self._first_name(at)
        return word == "may" and not self._first_name(at)

    def _first_name(self, at: int) -> bool:
        after = self._token(at + 1)
        lead = self.tokens[at - 1].lower if at else ""
        return (
            after is not None
            and after.is_capital
            and after.is_word
            and not self._in_office(at + 1)
            and not country(after.text)
            and (after.lower == "day" or lead not in lexicon.PREPOSITIONS | lexicon.DETERMINERS | {"early", "late", "mid", "last", "-"})
        )

    def _may(self, at: int) -> bool:
        """Theresa May: the month that is a surname too."""
        after = self._token(at + 1)
        return self.tokens[at].lower == "may" and not (after is not None and after.is_number)


_DIRECTIONS = frozenset(
    "western eastern northern southern central north east south west new old saint st".split()
)


def _camel(word: str) -> bool:
    """iPhone, eBay."""
    return re.match(r"[a-z]{1,2}[A-Z]", word) is not None


def _describes(lead: str) -> bool:
    """Iranian, US, UK: stands before what it describes."""
    return lead.casefold() in adjectives() or (lead.replace(".", "").isupper() and bool(country(lead)))
