"""A text with its words, and what can be asked of them while names are looked for."""

from __future__ import annotations

from bisect import bisect_left

from verify.claims import lexicon
from verify.claims.places import country
from verify.claims.words import Token, is_finite_verb, tokenize


class Line:
    """A text with its words. `offices` are spans that are no names, `known` words that are."""

    def __init__(
        self,
        text: str,
        offices: tuple[tuple[int, int], ...] = (),
        known: frozenset[str] = frozenset(),
    ) -> None:
        self.text, self.known = text, known
        self.tokens = tokenize(text)
        self._offices = _inside(self.tokens, offices)
        long = [t for t in self.tokens if t.is_word and len(t.text) > 1]
        # In capitals throughout, as headlines are, a capital tells nothing.
        self.shouted = len(long) > 3 and sum(t.text.isupper() for t in long) > 0.7 * len(long)

    def token(self, at: int) -> Token | None:
        """The token at a place, None where there is none."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def is_mark(self, at: int, text: str) -> bool:
        """Whether the token is written so."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text == text

    def lower(self, at: int) -> str:
        """The token plainly spelt, "" where there is none."""
        return self.tokens[at].lower if at < len(self.tokens) else ""

    def digits(self, at: int) -> bool:
        """Whether a number in digits stands there."""
        return at < len(self.tokens) and self.tokens[at].is_number

    def gap(self, at: int) -> str:
        """What stands between the token and the one before it."""
        if not 0 < at < len(self.tokens):
            return ""
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    def glued(self, at: int) -> bool:
        """3D, 10K: letters right after a digit."""
        return at > 0 and not self.gap(at) and self.tokens[at - 1].is_number

    def in_office(self, at: int) -> bool:
        """Whether the token is a word of an office."""
        return at in self._offices

    def verb(self, at: int) -> bool:
        """Whether a verb with a subject of its own stands there."""
        return at < len(self.tokens) and is_finite_verb(self.tokens, at)

    def capital(self, at: int) -> bool:
        """Whether a capital that tells something stands at `at`."""
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if not token.is_capital or not token.is_word or self.in_office(at):
            return False
        return (
            not self.shouted
            or not token.tags
            or token.lower in self.known
            or bool(country(token.text))
        )

    def after_the(self, start: int) -> bool:
        """Whether a name that starts there has an article."""
        return self.lower(start) == "the" or (start > 0 and self.lower(start - 1) == "the")

    def calendar(self, at: int) -> bool:
        """A month or a weekday; a short form only beside a number, since Jun, Jan and May are
        names, and no month where a name goes on after it: April Ashley, May Day."""
        word = self.tokens[at].lower
        if word not in lexicon.WEEKDAYS and word not in lexicon.MONTHS:
            return False
        before, after = self.token(at - 1), self.token(at + 1)
        beside = any(t is not None and t.is_number for t in (before, after))
        if word in lexicon.WEEKDAYS:
            return len(word) > 3 or beside
        if beside or len(word) > 3:
            return beside or not self._first_name(at)
        return word == "may" and not self._first_name(at)

    def surname_may(self, at: int) -> bool:
        """Theresa May: the month that is a surname too."""
        after = self.token(at + 1)
        return self.tokens[at].lower == "may" and not (after is not None and after.is_number)

    def _first_name(self, at: int) -> bool:
        after = self.token(at + 1)
        lead = self.tokens[at - 1].lower if at else ""
        return (
            after is not None
            and after.is_capital
            and after.is_word
            and not self.in_office(at + 1)
            and not country(after.text)
            and (
                after.lower == "day"
                or lead
                not in lexicon.PREPOSITIONS
                | lexicon.DETERMINERS
                | {"early", "late", "mid", "last", "-"}
            )
        )


def _inside(tokens: tuple[Token, ...], spans: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """The numbers of the tokens that begin inside one of the spans."""
    found = set()
    for start, end in spans:
        at = bisect_left(tokens, start, key=lambda token: token.start)
        while at < len(tokens) and tokens[at].start < end:
            found.add(at)
            at += 1
    return frozenset(found)
