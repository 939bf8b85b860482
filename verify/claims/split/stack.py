"""The clauses of a sentence as they are read: a stack of open ones, and who has which word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.claims.split.row import Range, Row
from verify.records import Form

JOINT = -1
"""The owner of tokens that stand between clauses."""
_DEEPEST = 30
"""How many clauses may be open at once; text that goes deeper is not taken apart further."""
_EDGES = frozenset({",", ";", ":", "--", ".", "HYPH"})
QUOTES = frozenset({"``", "''"})


@dataclass(slots=True)
class Part:
    """A clause: how it stands, and which one it hangs on (-1: none).

    `borrowed` is a subject that stands in another clause and `aux` the auxiliaries it shares with
    that; `opener` is the unit of the word that opened it, `verb` its finite verb group or its
    participle, `subject` the token at which a subject of its own begins, -1 for none. What is
    `kept` stays with the clause it hangs on, since it tells which one is meant, or is an object.
    """

    form: Form
    on: int
    opener: int = -1
    comma: bool = False
    kept: bool = False
    borrowed: tuple[Range, ...] = ()
    aux: Range | None = None
    subject: int = -1
    verb: Range | None = None
    nouns: list[Range] = field(default_factory=list)


class Stack:
    """`parts` are the clauses of one row so far, and `owner` says for each token whose it is."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.owner = [JOINT] * len(row.tokens)
        self.parts = [Part(Form.MAIN, -1)]
        self._open = [0]
        self._subjects: dict[int, tuple[Range, ...]] = {}

    def subject_of(self, number: int) -> tuple[Range, ...]:
        """The subject of a clause: its own, or what it borrows."""
        part = self.parts[number]
        if part.subject < 0:
            return part.borrowed
        if number not in self._subjects:
            end = part.verb[0] if part.verb else max((e for _, e in part.nouns), default=0)
            self._subjects[number] = self._runs(number, part.subject, end)
        return self._subjects[number]

    def _runs(self, number: int, start: int, end: int) -> tuple[Range, ...]:
        found: list[Range] = []
        for i in range(start, end):
            if self.owner[i] != number:
                continue
            if found and found[-1][1] == i:
                found[-1] = (found[-1][0], i + 1)
            else:
                found.append((i, i + 1))
        trimmed = (trim(self.row.tags, one) for one in found)
        return tuple((low, high) for low, high in trimmed if low < high)

    def _top(self) -> Part:
        return self.parts[self._open[-1]]

    def _outer(self) -> Part:
        return self.parts[self._open[-2]]

    def _whose(self) -> int:
        """The clause that takes what is read: the innermost that is not kept."""
        return next(n for n in reversed(self._open) if not self.parts[n].kept)

    def _give(self, at: int, owner: int | None = None) -> None:
        start, end = self.row.span(at)
        self.owner[start:end] = [self._whose() if owner is None else owner] * (end - start)

    def _push(self, part: Part) -> None:
        if len(self._open) < _DEEPEST:
            self.parts.append(part)
            self._open.append(len(self.parts) - 1)

    def _close_after(self, number: int) -> None:
        """Close all that was opened after a clause."""
        while self._open[-1] != number:
            self._open.pop()

    def _replace(self, number: int, part: Part) -> None:
        """Close a clause and all in it, and go on with another in its place."""
        self._close_after(number)
        self._open.pop()
        self._push(part)

    def _waiting(self) -> list[int]:
        """The open clauses that have no verb yet and need one."""
        parts = ((n, self.parts[n]) for n in self._open)
        return [n for n, part in parts if not part.verb and part.form is not Form.APPOSITION]


def trim(tags: Sequence[str], one: Range) -> Range:
    """A range without the marks at its edges, and without half a pair of quotation marks there."""
    low, high = _bare(tags, one)
    if sum(tag in QUOTES for tag in tags[low:high]) == 1:
        low += tags[low] in QUOTES
        high -= tags[high - 1] in QUOTES and low < high
    return _bare(tags, (low, high))


def _bare(tags: Sequence[str], one: Range) -> Range:
    low, high = one
    while low < high and tags[low] in _EDGES:
        low += 1
    while low < high and tags[high - 1] in _EDGES:
        high -= 1
    return low, high
