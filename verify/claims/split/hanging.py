"""What hangs on a clause or on a noun in it: relatives, participles, speech, asides."""

from __future__ import annotations

from verify.claims.split.row import FACTUAL, OPENING, Range
from verify.claims.split.stack import JOINT, Part, Stack
from verify.records import Form

ASIDES = frozenset({Form.RELATIVE, Form.PARTICIPLE, Form.APPOSITION, Form.PARENTHESIS})
_NO_PARTICIPLE = frozenset("including following regarding concerning during".split())


class Hanging(Stack):
    """Reads the units that a clause consists of, and those that open a clause within it."""

    def _noun(self, at: int) -> None:
        part = self._top()
        before = self.row.kind(at - 1)
        governed = before in {"i", "to", "vg"} or (before == "cc" and bool(part.nouns))
        if part.subject < 0 and not part.verb and not part.borrowed and not governed:
            part.subject = self.row.span(at)[0]
        part.nouns.append(self.row.span(at))
        self._give(at)

    def _verb(self, at: int) -> None:
        while len(self._open) > 1 and self._top().verb and not self._outer().verb:
            left = self._top()
            self._open.pop()
            if left.form is Form.ADVERBIAL and self.row.kind(at - 1) == "np":
                left.nouns.pop()  # "When he left | she cried"
                self._noun(at - 1)
        part = self._top()
        if part.verb is None or self._misled(part, at):
            part.verb = self.row.span(at)
        self._give(at)
        after = self.row.past(at + 1, ("r",))
        if self.row.says(self.row.span(at)) and self.row.kind(after) in {"np", '"'}:
            self._said(after)

    def _misled(self, part: Part, at: int) -> bool:
        """Whether the verb before was a participle: "the firm founded in 1948 | makes"."""
        verb = part.verb
        return (
            verb is not None
            and verb[1] - verb[0] == 1
            and self.row.tags[verb[0]] == "VBD"
            and self.row.tags[verb[1] : verb[1] + 1] == ("IN",)
            and self.row.kind(at - 1) == "np"
        )

    def _said(self, at: int) -> None:
        """What somebody says may begin here."""
        part = self._top()
        reports = part.form is Form.PARTICIPLE and not part.aux
        if not part.kept and (reports or part.form not in ASIDES) and self.row.clause(at):
            part.form = Form.ATTRIBUTION
            self._push(Part(Form.SAID, self._whose(), opener=at))

    def _relative(self, at: int) -> None:
        row, word = self.row, self.row.word(at)
        led = row.kind(at - 1) == "i"
        before = at - 1 - led
        comma = row.kind(before) in {",", "-"}
        before = row.noun(before - comma)
        noun = before >= 0
        if word == "when" and row.clause(at + 1) and (comma or at == 0 or self._top().verb):
            self._adverbial(at, comma or at == 0)
        elif not noun or word in {"what", "how", "why", "when"}:
            self._push(Part(Form.RELATIVE, self._whose(), at, kept=True))
            self._give(at)
        else:
            self._describe(at, before, comma=comma, led=led)

    def _describe(self, at: int, before: int, *, comma: bool, led: bool) -> None:
        """A relative clause about the noun phrase at `before`."""
        antecedent = self.row.antecedent(before)
        while comma and len(self._open) > 1 and self._top().comma and not self._holds(antecedent):
            self._open.pop()
        described = self._described(antecedent)
        split = comma or self.row.brings_in(antecedent) or described != (antecedent,)
        borrowed = described if split else ()
        opener = at - 1 if led else at
        self._push(Part(Form.RELATIVE, self._whose(), opener, comma, not split, borrowed))
        for unit in range(opener, at + 1):
            self._give(unit, JOINT if split else None)
        verb = self.row.past(at + 1, ("r",))
        if split and self.row.kind(verb) != "v" and self.row.kind(at + 1):
            self._top().subject = self.row.span(at + 1)[0]

    def _holds(self, noun: Range) -> bool:
        return any(noun[0] <= s < noun[1] for s, _ in self._top().nouns)

    def _described(self, noun: Range, *, loose: bool = False) -> tuple[Range, ...]:
        """Of whom a description of a noun phrase is true: in "X is a song written" of X. After a
        comma, a `loose` one is of X in "X is a song by Y, written" too."""
        part = self._top()
        if part.verb and self.row.copular(part.verb) and not part.kept:
            first = next((n for n in part.nouns if n[0] >= part.verb[1]), noun)
            before = self.row.tokens[noun[0] - 1].lower
            listed = noun[0] > first[0] and before in {"and", "or", ","}
            same = listed or loose or noun[0] == first[0]
            if self.row.tokens[first[0]].lower in {"a", "an", "one"} and same:
                return self.subject_of(self._open[-1]) or (noun,)
        return (noun,)

    def _adverbial(self, at: int, comma: bool) -> None:
        while comma and len(self._open) > 1 and self._top().comma:
            self._open.pop()
        self._push(Part(Form.ADVERBIAL, self._whose(), at, comma))

    def _small(self, at: int) -> None:
        """A preposition or a subordinator."""
        row, word, part = self.row, self.row.word(at), self._top()
        before = row.back(at - 1, ("r",))
        comma = row.kind(before) in {",", "-"} or before < 0
        if word == "that" and part.form is Form.SAID and part.opener == at - 1:
            return  # "said that ... and | that"
        if word == "that" and row.kind(at - 1) != "i":
            if row.says(part.verb) and not part.kept and row.clause(at + 1):
                self._said(at + 1)
                return
            self._push(Part(Form.SAID, self._whose(), at, kept=True))
        elif word in OPENING and row.word(at - 1) not in {"such", "well"} and row.clause(at + 1):
            if word in FACTUAL and (comma or part.verb):
                for unit in range(before + 1, at):
                    self._give(unit, JOINT)  # "even | though"
                self._adverbial(at, comma)
                return
            self._push(Part(Form.ADVERBIAL, self._whose(), at, comma, kept=True))
        self._give(at)

    def _participle(self, at: int) -> None:
        row, part = self.row, self._top()
        before = row.back(at - 1, ("r",))
        comma = row.kind(before) in {",", "-"}
        if row.word(at) == "according" and (comma or before < 0):
            self._according(at)
        elif row.word(at) in _NO_PARTICIPLE:
            self._give(at)
        elif before < 0:
            self._begin(at, Part(Form.PARTICIPLE, 0, at, comma=True))
        elif comma:
            self._loose(at, before - 1)
        elif row.kind(before) == "np":
            if part.verb is None and row.kind(at) == "vn" and self._is_verb(part, at):
                self._verb(at)  # taken for a participle, but there is no other verb
            elif row.kind(at + 1) in {"i", "np", "to", "r"}:
                noun = row.antecedent(before)
                described = self._described(noun)
                split = (row.brings_in(noun) or described != (noun,)) and not part.kept
                borrowed = described if split else ()
                new = Part(Form.PARTICIPLE, self._whose(), at, kept=not split, borrowed=borrowed)
                self._begin(at, new)
            else:
                self._give(at)
        else:
            self._give(at)

    def _is_verb(self, part: Part, at: int) -> bool:
        """Whether a participle right after its subject is a past tense: there is no other verb."""
        return not part.kept and part.subject >= 0 and not self.row.verb_ahead(at)

    def _begin(self, at: int, part: Part) -> None:
        part.verb = self.row.span(at)
        self._push(part)
        for unit in range(self.row.back(at - 1, ("r",)) + 1, at + 1):
            self._give(unit)  # ", eventually becoming"

    def _loose(self, at: int, noun: int) -> None:
        """A participle after a comma: of the noun phrase before it, or of the subject."""
        if self.row.says(self.row.span(at)) and self.row.kind(at) == "vg":
            self._leave_said()
        part = self._top()
        noun = self.row.noun(noun)
        direct = noun >= 0
        if self.row.kind(at) == "vn" and self.row.last(at) and self._waiting():
            self._resume(at, at)
            self._verb(at)  # taken for a participle, but there is no other verb
            return
        if self.row.kind(at) == "vn" and self.row.series(at):
            fellow = self._fellow(at, comma=True)
            if fellow is not None:
                self._coordinate(fellow, at, at)
                self._give(at)
                return
        free = part.verb is not None and (not direct or self.row.kind(at) == "vg")
        if not free and not direct:
            self._give(at)
            return
        borrowed = (
            self.subject_of(self._open[-1])
            if free
            else self._described(self.row.antecedent(noun), loose=True)
        )
        self._begin(at, Part(Form.PARTICIPLE, self._whose(), at, True, borrowed=borrowed))

    def _leave_said(self) -> None:
        """“X said ..., adding”: who adds is the one who said."""
        said = next((i for i, n in enumerate(self._open) if self.parts[n].form is Form.SAID), 0)
        del self._open[max(said, 1) :]

    def _according(self, at: int) -> None:
        """“according to X”: the rest of the sentence is what X said."""
        self.parts[0].form = Form.SAID
        self.parts[0].on = len(self.parts)
        self._close_after(self._open[0])
        self._push(Part(Form.ATTRIBUTION, -1, at, comma=True, verb=self.row.span(at)))
        self._give(at)

    def _bracket(self, at: int) -> int:
        """What stands in brackets: an assertion about the noun phrase before it, unless it is a
        lone word, such as a short name or a year."""
        row, close, owner = self.row, self.row.closing(at), self._whose()
        end = close + 1 if close > at else at + 1
        inside = range(at + 1, close)
        tokens = row.span(close)[0] - row.span(at)[1] if close > at else 0
        if tokens < 2 or row.kind(at - 1) != "np":
            for unit in range(at, end):
                self._give(unit, owner)
            return end
        number = len(self.parts)
        part = Part(Form.PARENTHESIS, owner, at, comma=True)
        if row.clause(at + 1):
            part.subject = row.span(at + 1)[0]
        else:
            part.borrowed = (row.antecedent(at - 1),)
        for unit in inside:
            self._give(unit, number)
            if row.kind(unit) in {"v", "vn"} and part.verb is None:
                part.verb = row.span(unit)
            elif row.kind(unit) == "np":
                part.nouns.append(row.span(unit))
        self.parts.append(part)
        return end

    def _fellow(self, at: int, comma: bool) -> int | None:
        """The open clause whose predicate goes on with the verb at `at`."""
        kind = self.row.kind(at)
        for place in range(len(self._open) - 1, -1, -1):
            part = self.parts[self._open[place]]
            if part.verb is None:
                continue
            if comma and part.comma and any(self.parts[n].verb for n in self._open[:place]):
                continue  # "who was ill, and left": the comma closes what a comma opened
            last = self.row.tags[part.verb[1] - 1]
            finite = part.form is not Form.PARTICIPLE
            if (
                (kind == "v" and finite)
                or (kind == "vn" and last in {"VBN", "VBD"})
                or (kind == "vg" and last == "VBG")
                or (kind == "vb" and last == "VB")
            ):
                return self._open[place]
        return None

    def _coordinate(self, number: int, opener: int, verb: int) -> None:
        """A further predicate for the subject of a clause."""
        fellow, row = self.parts[number], self.row
        aux = None
        group = fellow.verb
        if row.kind(verb) != "v" and group and group[1] - group[0] > 1:
            aux = (group[0], group[1] - 1)  # "was born in Leeds and | raised in York"
        elif row.kind(verb) != "v":
            aux = fellow.aux
        participle = fellow.form is Form.PARTICIPLE
        form = fellow.form if participle or fellow.kept else Form.COORDINATION
        new = Part(form, number, opener, fellow.comma, fellow.kept, aux=aux)
        new.borrowed = () if fellow.kept else self.subject_of(number)
        new.verb = row.span(verb) if participle or row.kind(verb) != "v" else None
        if fellow.kept:
            new.on = fellow.on
        self._replace(number, new)

    def _resume(self, at: int, verb: int) -> None:
        """A verb after a comma: of the clause that waits for one, or one more predicate."""
        if waiting := self._waiting():
            self._close_after(waiting[-1])
        elif (number := self._fellow(verb, comma=True)) is not None:
            self._coordinate(number, at, verb)
