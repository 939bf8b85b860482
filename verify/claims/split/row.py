"""A row of units, and what can be asked of it while it is cut into clauses."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from verify.claims.split.units import SAYING, Unit
from verify.claims.words import Token, verb_lemma

Range = tuple[int, int]
"""Tokens [start, end) of a sentence."""

FACTUAL = frozenset(
    "because although though whereas while when after before since as until till".split()
)
"""Small words whose clause is asserted too."""
OPENING = FACTUAL | {"if", "unless", "that", "whether", "once", "where", "so", "than"}
NAMES = frozenset({"NNP", "NNPS"})
BE = frozenset("is are was were be been being am 's".split())
_COPULAR = BE | frozenset("become became becomes remain remains remained".split())
_BRINGS_IN = frozenset("a an another several many".split())
_ANSWERS = frozenset({".", "", ",", "r", "i", '"', ";"})
"""What may follow "X said" where nothing said follows."""
_FAR = 16
"""How many units are looked ahead at most, so that any text is read in linear time."""
_CHAIN = 4
"""How many "of" a noun phrase may have."""


class Row:
    """The units of one sentence."""

    def __init__(self, tokens: Sequence[Token], tags: Sequence[str], units: Sequence[Unit]) -> None:
        self.tokens, self.tags, self.units = tokens, tags, units
        self._last_verb = max((n for n, u in enumerate(units) if u.kind == "v"), default=-1)

    def kind(self, at: int) -> str:
        """The kind of a unit, "" past either end."""
        return self.units[at].kind if 0 <= at < len(self.units) else ""

    def word(self, at: int) -> str:
        """The first word of a unit, "" past either end."""
        return self.tokens[self.units[at].start].lower if 0 <= at < len(self.units) else ""

    def past(self, at: int, kinds: Collection[str]) -> int:
        """The first unit from `at` on that is of none of the kinds."""
        while self.kind(at) in kinds:
            at += 1
        return at

    def back(self, at: int, kinds: Collection[str]) -> int:
        """The last unit up to `at` that is of none of the kinds."""
        while self.kind(at) in kinds:
            at -= 1
        return at

    def last(self, at: int) -> int:
        """Whether no finite verb comes after a unit."""
        return at >= self._last_verb

    def verb_ahead(self, at: int) -> bool:
        """Whether the clause at a unit has its finite verb after it."""
        i = at + 1
        while i < min(at + _FAR, len(self.units)):
            kind = self.kind(i)
            if kind == "v":
                return True
            if kind == ",":
                return self.kind(self.past(i + 1, ("r",))) == "v"
            if kind in {"w", "y", ";", ":", ".", "-"} or self.word(i) in OPENING:
                return False
            if kind == "cc" and self.kind(i + 1) not in {"np", "vn"}:
                return False
            i = self.closing(i) + 1 if kind == "(" else i + 1
        return False

    def clause(self, at: int) -> bool:
        """Whether a subject and its finite verb stand here."""
        at = self.past(at, ("r", '"'))
        if self.kind(at) == "i" and self.word(at) not in OPENING:
            at = self.lead(at)
        seen = False
        i = at
        while i < min(at + _FAR, len(self.units)):
            kind = self.kind(i)
            if kind == "v":
                return seen
            if kind == "np":
                if seen and self.kind(i - 1) == "np":
                    return False
                seen = True
            elif kind == "(":
                i = self.closing(i)
            elif kind == "cc":
                if self.kind(i - 1) != "np" or self.kind(i + 1) != "np":
                    return False
            elif kind not in {"i", "r", '"'} or self.word(i) in OPENING - {"as", "than"}:
                return False
            i += 1
        return False

    def lead(self, at: int) -> int:
        """Past a phrase such as "in June 1953," that leads in a clause; `at` for none."""
        i = at
        while i < at + _FAR and self.kind(i) == "i" and self.kind(i + 1) == "np":
            i += 2
        if self.kind(i) == ",":
            i += 1
        return i if self.kind(i) == "np" else at

    def closing(self, at: int) -> int:
        """The bracket that closes the one at `at`; `at` where none is near."""
        reach = range(at + 1, min(at + 2 * _FAR, len(self.units)))
        return next((i for i in reach if self.kind(i) == ")"), at)

    def noun(self, at: int) -> int:
        """The noun phrase that ends at a unit, past what is said of it in brackets; -1 for none."""
        if self.kind(at) == ")":
            reach = range(at, max(at - 2 * _FAR, 0), -1)
            at = next((i - 1 for i in reach if self.kind(i) == "("), -1)
        return at if self.kind(at) == "np" else -1

    def antecedent(self, at: int) -> Range:
        """The noun phrase that ends with the unit at `at`, with what it is "of"."""
        first = at
        while (
            first > 1
            and at - first < 2 * _CHAIN
            and self.word(first - 1) == "of"
            and self.kind(first - 2) == "np"
        ):
            first -= 2
        return self.units[first].start, self.units[at].end

    def named(self, noun: Range) -> bool:
        """Whether a noun phrase ends with a name."""
        return self.tags[noun[1] - 1] in NAMES

    def brings_in(self, noun: Range) -> bool:
        """Whether a noun phrase is a name or new: what follows need not tell which is meant."""
        first = noun[0]
        return (
            self.tokens[first].lower in _BRINGS_IN
            or self.tags[first] == "CD"
            or self.tags[noun[1] - 1] in NAMES
        )

    def says(self, verb: Range | None) -> bool:
        """Whether a verb group is of saying, in the active."""
        return verb is not None and self.lemma(verb) in SAYING and not self.passive(verb)

    def lemma(self, verb: Range) -> str:
        """The lemma of the last verb of a group."""
        word = self.tokens[verb[1] - 1].lower
        return verb_lemma(word) or word

    def passive(self, verb: Range) -> bool:
        """Whether a verb group is of "be" and a participle."""
        start, end = verb
        return self.tags[end - 1] == "VBN" and any(
            t.lower in BE for t in self.tokens[start : end - 1]
        )

    def copular(self, verb: Range | None) -> bool:
        """Whether a verb group is nothing but "be" or "become"."""
        return verb is not None and self.tokens[verb[1] - 1].lower in _COPULAR

    def answers(self, at: int) -> bool:
        """Whether "X said" stands here, or "said X", with nothing said after it."""
        if self.kind(at) == "v":
            return self._said(at) and self.kind(at + 1) == "np" and not self.clause(at + 1)
        verb = self.past(at, ("np", "i", "r"))
        if verb > at + _FAR or not self._said(verb):
            return False
        told = self.kind(verb + 1) == "np" and self.lemma(self.span(verb)) == "tell"
        return self.kind(verb + 1 + told) in _ANSWERS

    def span(self, at: int) -> Range:
        """The tokens of a unit."""
        return self.units[at].start, self.units[at].end

    def _said(self, at: int) -> bool:
        return self.kind(at) == "v" and self.says(self.span(at))

    def apposed(self, mark: int) -> bool:
        """Whether the noun phrase after a comma says what the one before it is."""
        noun = self.noun(mark - 1)
        if noun < 0 or self.kind(mark + 1) != "np" or self.listed(mark):
            return False
        before, after = self.span(noun), self.span(mark + 1)
        if self.tags[after[0]] in {"CD", "PRP"} or self.tags[before[1] - 1] in {"CD", "PRP", "EX"}:
            return False
        first = self.tokens[after[0]].lower
        owned = "POS" in self.tags[after[0] : after[1]]
        if self.named(before):
            return not self.named(after) or first in {"a", "an", "the"} or owned
        told = self.tags[before[0]] in {"DT", "PRP$"} or "POS" in self.tags[before[0] : before[1]]
        return told and (self.named(after) or self.tags[after[0]] == "DT")

    def titled(self, at: int) -> bool:
        """Whether a sentence begins with what its subject, at `at`, is: "A lawyer, she"."""
        return self.kind(0) == self.kind(at) == "np" and self.tokens[0].lower in {
            "a",
            "an",
            "the",
            "one",
            "another",
        }

    def series(self, at: int) -> bool:
        """Whether a participle after a comma is one of several: "opened, widened and closed"."""
        for i in range(at + 1, min(at + _FAR, len(self.units))):
            if self.kind(i) == "cc":
                return self.kind(self.past(i + 1, ("r",))) == "vn"
            if self.kind(i) not in {"np", "i", "r", "vn", ","}:
                return False
        return False

    def listed(self, mark: int) -> bool:
        """Whether a comma stands in a list: only noun phrases and commas up to an "and"."""
        for i in range(mark + 1, min(mark + 2 * _FAR, len(self.units))):
            kind = self.kind(i)
            if kind == "cc":
                ends = self.kind(i - 1) == "," and self.clause(i + 1)
                return self.kind(self.past(i + 1, ("r",))) in {"np", "i"} and not ends
            if kind not in {"np", "i", ",", "r", '"', "(", ")"}:
                return False
            if kind == "," and self.kind(i + 1) not in {"np", "cc", "r"}:
                return False
        return False
