"""A row of units cut into clauses, in one pass from left to right.

A mark or a small word opens a clause or closes some; every token is given to one clause or, as a
joint between two, to none.
"""

from __future__ import annotations

from verify.claims.split.hanging import ASIDES, Hanging
from verify.claims.split.row import Row
from verify.claims.split.stack import Part
from verify.records import Form


class Cutter(Hanging):
    """Cuts one row; what it finds are its `parts` and their `owner`."""

    def __init__(self, row: Row) -> None:
        super().__init__(row)
        self._unsaid = 0
        at = 0
        while at < len(row.units):
            at = self._read(at)

    def _read(self, at: int) -> int:
        """Read a unit and return the next one to be read."""
        match self.row.kind(at):
            case "np":
                self._noun(at)
            case "v":
                self._verb(at)
            case "w" | "y":
                self._relative(at)
            case "cc":
                self._joined(at)
            case "i":
                self._small(at)
            case "vn" | "vg":
                self._participle(at)
            case "," | "-":
                self._comma(at)
            case ";" | ":":
                self._semicolon(at)
            case "(":
                return self._bracket(at)
            case "vb" if self._top().verb is None and self.row.noun(at - 1) >= 0:
                self._verb(at)
            case _:
                self._give(at)
        return at + 1

    def _joined(self, at: int) -> None:
        """And, but, or: between predicates, clauses, or members of a list."""
        row = self.row
        comma = row.kind(at - 1) == ","
        after = row.past(at + 1, ("r", '"', ","))
        number = None
        if row.kind(after) in {"v", "vn", "vg", "vb"}:
            number = self._fellow(after, comma)
            if number is not None:
                self._coordinate(number, at, after)
        elif row.word(after) == "that" and row.kind(after) == "i":
            number = next((n for n in self._open if self.parts[n].form is Form.SAID), None)
            if number is not None:
                fellow = self.parts[number]
                self._replace(number, Part(Form.SAID, fellow.on, at, kept=fellow.kept))
        elif row.clause(after):
            number = self._sibling(comma)
            if number is not None:
                self._beside(number, at)
        if number is None or self._top().kept:
            self._give(at)

    def _sibling(self, comma: bool) -> int | None:
        """The innermost open clause that a whole clause can be joined to."""
        for number in reversed(self._open):
            part = self.parts[number]
            skipped = part.form in ASIDES or (comma and part.form is Form.ADVERBIAL)
            if part.verb and (number == self._open[0] or not skipped):
                return number
        return None

    def _beside(self, number: int, opener: int) -> None:
        """A clause with a subject of its own beside another."""
        fellow = self.parts[number]
        form = fellow.form
        on = fellow.on
        if form not in {Form.SAID, Form.ADVERBIAL}:
            form, on = Form.COORDINATION, number
        self._replace(number, Part(form, on, opener, fellow.comma, fellow.kept))

    def _comma(self, at: int) -> None:
        row, top = self.row, self._top()
        after = row.past(at + 1, ("r", '"'))
        kind = row.kind(after)
        self._give(at)
        if kind in {"v", "np"} and self.parts[self._open[0]].verb and row.answers(after):
            self._answered(after)
        elif kind == "v":
            self._resume(at, after)
        elif kind in {"np", "i"} and row.clause(after):
            self._anew(at, after)
        elif kind == "np" and row.apposed(at) and (top.verb or top.subject >= 0 or top.borrowed):
            if top.form is Form.APPOSITION:
                self._open.pop()
            noun = row.antecedent(row.noun(at - 1))
            self._push(Part(Form.APPOSITION, self._whose(), after, True, borrowed=(noun,)))
        elif len(self._open) > 1 and top.comma and self._ends(top, kind):
            self._open.pop()

    def _ends(self, top: Part, kind: str) -> bool:
        """Whether a comma closes the clause that a comma opened."""
        if top.form is Form.APPOSITION:
            return kind in {"i", "cc", "x", "r", "to"}
        return top.verb is not None and not self._outer().verb and kind in {"np", "to"}

    def _anew(self, at: int, after: int) -> None:
        """A subject and its verb after a comma."""
        while len(self._open) > 1 and self._top().form is not Form.SAID:
            self._open.pop()
        top, number = self._top(), self._open[-1]
        if top.verb:
            self._beside(number, at)
        elif number == 0 and self.row.titled(after) and not self.row.listed(at):
            top.form, top.on = Form.APPOSITION, len(self.parts)  # "A lawyer by training, she won"
            self._replace(number, Part(Form.MAIN, -1, at))

    def _answered(self, at: int) -> None:
        """What came before was said by the one who is named here."""
        number = len(self.parts)
        for part in self.parts[self._unsaid :]:
            if part.form in {Form.MAIN, Form.COORDINATION} and not part.borrowed:
                part.form, part.on = Form.SAID, number
        self.parts.append(Part(Form.ATTRIBUTION, -1, at))
        self._open, self._unsaid = [number], number

    def _semicolon(self, at: int) -> None:
        part = self._top()
        quoted = self.row.past(at + 1, ('"',))
        if self.row.kind(at) == ":" and self.row.says(part.verb) and self.row.clause(quoted):
            self._said(quoted)
        elif self.row.clause(at + 1) and self.parts[self._open[0]].verb:
            self._replace(self._open[0], Part(Form.COORDINATION, self._open[0], at))
        else:
            self._give(at)
