"""One sentence while its words are resolved: what it names itself, and what came before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims.mentions import Memory, Mention
from verify.claims.words import Token
from verify.records import Sentence, Span


@dataclass(slots=True)
class Scene:
    """`here` are the mentions of the sentence in order; a word that is resolved, or stays open,
    is one of them for the words after it. `verbs` are the tokens that are one with a subject."""

    memory: Memory
    number: int
    sentence: Sentence
    tokens: tuple[Token, ...]
    offices: Sequence[tuple[int, int]]
    verbs: frozenset[int]
    here: list[Mention]
    holders: Sequence[tuple[str, str, str, Span]] = ()
    """Who holds which office by this sentence, as in `Memory`."""

    def place(self, at: int) -> int:
        """Where a token stands in the whole text."""
        return self.sentence.span.start + self.tokens[at].start

    def token_at(self, place: int) -> int:
        """The token that begins at a place of the whole text, or the first one behind it."""
        return bisect_left(self.tokens, place - self.sentence.span.start, key=lambda t: t.start)

    def before(self, at: int) -> list[Mention]:
        """The mentions of this sentence in front of a token."""
        limit = self.place(at)
        return [m for m in self.here if m.at < limit]

    def apposes(self, at: int) -> bool:
        """Whether the token begins what a name in front of it is: "Belarus, its tenth member"."""
        return at > 1 and self.tokens[at - 1].text == "," and self.tokens[at - 2].is_capital

    def earlier(self, back: int) -> list[Mention]:
        """The mentions of the sentence so many before, of this paragraph or the one before."""
        wanted, block = self.number - back, self.sentence.block - 1
        return [m for m in self.memory.mentions if m.sentence == wanted and m.block >= block]

    def add(self, mention: Mention) -> None:
        """Take in a word that was resolved or left open."""
        self.here.append(mention)
        self.here.sort(key=lambda m: m.at)
