"""A simple sentence for each assertion, put together from its own words and a few little ones.

A phrase is a range of tokens, or a word that the sentence lacks: "is", "was", a participle made
finite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verify.claims.dictionary import inflected
from verify.claims.namewords import APPOSED
from verify.claims.split.cutter import Cutter
from verify.claims.split.row import Range, Row
from verify.claims.split.stack import Part
from verify.claims.split.titles import THINGS
from verify.claims.words import verb_lemma
from verify.records import Form

Phrase = Range | str
_PLURAL = frozenset({"NNS", "NNPS"})
_MANY = frozenset("they we you these those both".split())


def phrases(cut: Cutter, number: int, lead: Sequence[Range], runs: Sequence[Range]) -> list[Phrase]:
    """The words of a clause in the order of a simple sentence: subject, verb, the rest."""
    part, row = cut.parts[number], cut.row
    match part.form:
        case Form.APPOSITION:
            return [*lead, _be(cut, part.on, lead), *runs]
        case Form.RELATIVE:
            return _relative(row, part, lead, runs)
        case Form.PARTICIPLE | Form.ATTRIBUTION if lead and part.verb and _bare(row, part.verb[0]):
            return [*lead, *_finite(cut, part, part.verb[0], lead, runs)]
        case Form.PARENTHESIS if lead:
            first = runs[0][0]
            if _bare(row, first):
                return [*lead, *_finite(cut, part, first, lead, runs)]
            return [*lead, "(", *runs, ")"]
        case _:
            return [*lead, *((part.aux,) if part.aux else ()), *runs]


def titled(cut: Cutter, number: int, title: Range, name: Range) -> list[Phrase]:
    """ "Busta Rhymes is an American rapper": from a title and the name after it."""
    row = cut.row
    first, last = row.tokens[title[0]], row.tokens[title[1] - 1]
    lone = row.tags[title[0]] not in {"DT", "PRP$"} and last.lower in APPOSED | THINGS
    lone = lone and "POS" not in row.tags[title[0] : title[1]]
    article = ["an" if first.lower[0] in "aeiou" else "a"] if lone else []
    return [name, _be(cut, number, (name,)), *article, title]


def written(found: Sequence[Phrase], row: Row) -> Iterator[tuple[int, int] | str]:
    """Phrases as ranges of code points and words."""
    for one in found:
        if isinstance(one, str):
            yield one
        elif one[0] < one[1]:
            yield row.tokens[one[0]].start, row.tokens[one[1] - 1].end


def _bare(row: Row, at: int) -> bool:
    return row.tags[at] in {"VBN", "VBG"}


def _relative(row: Row, part: Part, lead: Sequence[Range], runs: Sequence[Range]) -> list[Phrase]:
    """The antecedent where the relative would stand, were it no question of order."""
    opener = row.units[part.opener]
    word = row.tokens[opener.start].lower
    if word == "whose":
        return [*lead, "’s", *runs]
    if part.subject < 0:
        return [*lead, *runs]
    if word == "where":
        return [*runs, "in", *lead]
    if opener.kind == "i":
        return [*runs, (opener.start, opener.end), *lead]
    if part.verb is None:
        return [*runs, *lead]
    before, after = _cut(runs, part.verb[1])
    return [*before, *lead, *after]


def _finite(
    cut: Cutter, part: Part, verb: int, lead: Sequence[Range], runs: Sequence[Range]
) -> list[Phrase]:
    """ "founded in 1948" -> "was founded in 1948", "adding that" -> "added that"."""
    row = cut.row
    before, after = _cut(runs, verb)
    if row.tags[verb] == "VBN":
        return [*before, _form("be", True, _many(row, lead)), *after]
    lemma = verb_lemma(row.tokens[verb].lower) or _AUXILIARY.get(row.tokens[verb].lower, "")
    finite = _form(lemma, _past(cut, part.on), _many(row, lead))
    if not finite:
        return [*before, _form("be", _past(cut, part.on), _many(row, lead)), *after]
    return [*before, finite, *_cut(after, verb + 1)[1]]


_AUXILIARY = {"being": "be", "having": "have", "doing": "do"}


def _form(lemma: str, past: bool, many: bool) -> str:
    if lemma == "be":
        return ("were" if many else "was") if past else ("are" if many else "is")
    return inflected(lemma, "VBD" if past else "VBP" if many else "VBZ")


def _be(cut: Cutter, number: int, subject: Sequence[Range]) -> str:
    return _form("be", _past(cut, number), _many(cut.row, subject))


def _past(cut: Cutter, number: int) -> bool:
    """Whether a clause, or the one it hangs on, speaks of the past."""
    while number >= 0:
        part = cut.parts[number]
        if part.verb and (first := cut.row.tags[part.verb[0]]) not in {"VBN", "VBG"}:
            return first == "VBD"
        number = part.on if part.on < number else -1
    return True


def _many(row: Row, subject: Sequence[Range]) -> bool:
    """Whether a subject is more than one."""
    if not subject:
        return False
    start, end = subject[0]
    words = {t.lower for t in row.tokens[start:end]}
    if row.tokens[start].lower in _MANY or ("and" in words and "of" not in words):
        return True
    head = next((i for i in range(start, end) if row.tags[i] == "IN"), end) - 1
    return row.tags[max(head, start)] in _PLURAL


def _cut(runs: Sequence[Range], at: int) -> tuple[list[Range], list[Range]]:
    """Runs before a token, and from it on."""
    before = [(s, min(e, at)) for s, e in runs if s < at]
    after = [(max(s, at), e) for s, e in runs if e > at]
    return before, after
