"""What a text has named so far: people, bodies, lands and events, in the order it names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verify.claims.names import same_name
from verify.claims.places import adjectives, country
from verify.claims.words import plain
from verify.records import Sentence, Span

REACH = 120
"""Sentences after which a mention is forgotten: a text of any length is read in bounded time."""


@dataclass(slots=True)
class Mention:
    """A name, or a noun phrase of a thing, as it was met in the text at `at`. `span` is where it
    is named: the same place, but for a pronoun that was resolved."""

    text: str
    span: Span
    at: int
    sentence: int
    block: int
    person: bool | None = None
    event: bool = False
    noun: str = ""
    subject: bool = False
    """Of the main clause."""
    verb: int = -1
    """The token of the verb that it is the subject of, -1 for none."""
    stative: bool = False
    """What it leads says what it is: "Qatar is a country", "it was founded in"."""
    speaks: bool = False
    """Its verb is one of saying."""
    aside: bool = False
    """Only tells where something is, or describes another noun: "in Leeds", "the Leeds firm"."""
    describes: bool = False
    """The latter."""
    open: bool = False
    """Somebody or something without a name, or a pronoun of which nobody knows whom it means."""
    cut: bool = False
    """The name most likely goes on where it was thought to end, so it cannot be put in."""

    @property
    def leads(self) -> bool:
        """Whether it is the subject of a clause."""
        return self.verb >= 0


@dataclass(slots=True)
class Memory:
    """The mentions of a text, who holds which office (office, of, holder, where it says so), and
    the first words of names. `settled` is the last sentence whose subject the next "it" means."""

    mentions: list[Mention] = field(default_factory=list)
    holders: list[tuple[str, str, str, Span]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    acronyms: dict[str, tuple[str, Span, bool]] = field(default_factory=dict)
    """What they are short for, where it says so, and whether with "the"."""
    sentence: Sentence | None = None
    """The one before."""
    settled: int = -1
    words: frozenset[str] = frozenset()
    """The nouns and verbs of the sentence before, and their lemmas."""

    def forget(self, number: int) -> None:
        """Let go of what was met more than `REACH` sentences before sentence `number`."""
        self.mentions = [m for m in self.mentions if m.sentence >= number - REACH]
        del self.holders[:-REACH]


def only(mentions: Iterable[Mention]) -> Mention | None:
    """The one that all the mentions mean, at its fullest name; None where they differ or where
    one of them is open."""
    met = list(mentions)
    if not met or any(m.open for m in met):
        return None
    fullest = max(met, key=lambda m: len(m.text))
    if not all(same_name(m.text, fullest.text) for m in met):
        return None
    return max((m for m in met if not m.cut), key=lambda m: len(m.text), default=None)


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
