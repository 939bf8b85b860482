"""Edits that change what a clause says: of each, the new words and what may be said instead.

An edit makes a true claim false; made in the evidence instead, it makes the false claim true.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lemminflect import getInflection
from spacy.tokens import Doc, Token

from training.synthetic.clauses import Clause, Edit
from training.synthetic.words import OPPOSITE, SIBLINGS

Pool = Mapping[str, Sequence[str]]
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
_RANKS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ENTITIES = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "WORK_OF_ART", "LANGUAGE"}
_EXCLUDES: dict[str, tuple[tuple[str, ...], str]] = {}
for _kind, _lists in (("opposite", OPPOSITE), ("sibling", SIBLINGS)):
    for _group in _lists:
        _EXCLUDES[_group[0]] = (_group[1:], _kind)


@dataclass(frozen=True, slots=True)
class Change:
    """An edit, and other ways to say the old and the new value: (true of old, true of new)."""

    kind: str
    edit: Edit
    looser: tuple[tuple[Edit, Edit], ...] = field(default=())


def changes(clause: Clause, doc: Doc, pool: Pool, chance: random.Random) -> list[Change]:
    """What can be changed in a clause, of each kind at most two."""
    tokens = clause.tokens()
    inside = {t.i for t in tokens}
    found: list[Change] = []
    for rule in (_numbers, _years, _ranks, _words, _negation):
        mine = list(rule(tokens, doc, chance))
        chance.shuffle(mine)
        found.extend(mine[:2])
    entities = [e for e in doc.ents if e.label_ in _ENTITIES and all(t.i in inside for t in e)]
    chance.shuffle(entities)
    for entity in entities[:2]:
        if change := _entity(entity, doc, pool, chance):
            found.append(change)
    if change := _roles(clause, entities):
        found.append(change)
    return found


def _other(value: float, whole: bool, chance: random.Random) -> float:
    """A value near or far from another."""
    for _ in range(20):
        way = chance.random()
        if whole and abs(value) <= 20:
            new = value + chance.choice([-3, -2, -1, 1, 2, 3, 4])
        elif way < 0.35:
            new = value * chance.choice([0.9, 0.95, 0.97, 1.03, 1.05, 1.1, 0.99, 1.01])
        elif way < 0.8:
            new = value * chance.choice([0.3, 0.5, 0.6, 0.75, 0.8, 1.2, 1.3, 1.5, 2, 3])
        else:
            new = value * chance.choice([0.1, 10, 5, 0.2])
        if whole:
            new = float(round(new))
        if new > 0 and new != value:
            return new
    return value + 1


def _as(value: float, like: str) -> str:
    if "." in like:
        return (
            f"{value:,.{len(like.split('.')[1])}f}"
            if "," in like
            else (f"{value:.{len(like.split('.')[1])}f}")
        )
    return f"{round(value):,}" if "," in like or value >= 10_000 else str(round(value))


def _round(value: float, up: bool, chance: random.Random) -> float:
    """A rounder number above or below."""
    if value <= 20 and value == round(value):
        return value + (1 if up else -1) * chance.choice([1, 1, 2, 3, 5])
    size = 10.0 ** (len(str(int(value))) - chance.choice([1, 1, 2]))
    steps = value // size
    near = (steps + 1) * size if up else steps * size
    if near == value:
        near += size if up else -size
    return near


_OVER = ["more than", "over", "at least", "above", "in excess of", "greater than", "upwards of"]
_UNDER = ["less than", "fewer than", "under", "at most", "below", "up to", "no more than"]


def _numbers(tokens: Sequence[Token], doc: Doc, chance: random.Random) -> Iterator[Change]:
    for token in tokens:
        if token.ent_type_ in {"DATE", "TIME", "ORDINAL", "PERSON", "WORK_OF_ART"}:
            continue
        found = _figure(token)
        if found is None:
            continue
        value, whole, show = found
        rivals = [
            float(t.text.replace(",", ""))
            for t in doc
            if t.i != token.i and t.ent_type_ == token.ent_type_ and _NUMBER.fullmatch(t.text)
        ]
        rivals = [r for r in rivals if r != value and 0.2 < r / value < 5]
        if rivals and chance.random() < 0.4:
            new = chance.choice(rivals)
        else:
            new = _other(value, whole, chance)
        if show(new) == show(value):
            continue
        looser = list(_bounds(value, new, whole, show, chance)) if _bare(token, doc) else []
        edits = [({token.i: right}, {token.i: wrong}) for right, wrong in looser]
        yield Change("number", {token.i: show(new)}, tuple(edits))


_BOUNDED = {"than", "over", "about", "around", "least", "most", "nearly", "almost", "to"}
_MARKED = {"-", "–", "$", "£", "€", "No.", "#"}
Shown = Callable[[float], str]


def _figure(token: Token) -> tuple[float, bool, Shown] | None:
    """Value, whether it is whole, and how others of its kind are written."""
    text, lower = token.text, token.lower_
    if _NUMBER.fullmatch(text):
        value = float(text.replace(",", ""))
        return (value, "." not in text, lambda v: _as(v, text)) if value else None
    if lower in _SMALL[2:]:
        return float(_SMALL.index(lower)), True, _in_words
    return None


def _in_words(value: float) -> str:
    return _SMALL[int(value)] if 0 <= value < len(_SMALL) else str(int(value))


def _bare(token: Token, doc: Doc) -> bool:
    """Whether the figure stands for itself, with no bound and no mark before it."""
    before = doc[token.i - 1] if token.i else None
    return before is None or not (before.lower_ in _BOUNDED or before.text in _MARKED)


def _bounds(
    value: float, new: float, whole: bool, show: Shown, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Bounds and roundings that hold of the value and not of the new one, with their opposites."""
    low, high = min(value, new), max(value, new)
    between = low + (high - low) * chance.choice([0.3, 0.5, 0.7])
    if high / low > 1.08 and high - low > 1:
        size = 10.0 ** max(0, len(str(int(between))) - 2)
        tidy = round(between / size) * size if whole else between
        if low < tidy < high:
            over = f"{chance.choice(_OVER)} {show(tidy)}"
            under = f"{chance.choice(_UNDER)} {show(tidy)}"
            yield (over, under) if value > new else (under, over)
    if chance.random() < 0.6:
        edge = _round(value, up=value < new, chance=chance)
        if low < edge < high and show(edge) not in {show(value), show(new)}:
            right = chance.choice(_UNDER if value < new else _OVER)
            wrong = chance.choice(_OVER if value < new else _UNDER)
            yield f"{right} {show(edge)}", f"{wrong} {show(edge)}"
    if value > 100 and chance.random() < 0.4:
        size = 10.0 ** (len(str(int(value))) - 2)
        about = round(value / size) * size
        off = round(new / size) * size
        if abs(about - new) / value > 0.08:
            word = chance.choice(["about", "around", "roughly", "approximately", "some"])
            if off != about:
                yield f"{word} {show(about)}", f"{word} {show(off)}"


def _years(tokens: Sequence[Token], doc: Doc, chance: random.Random) -> Iterator[Change]:
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.ent_type_ != "DATE":
            continue
        if len(token.text) == 4 and token.text.isdigit() and 1000 <= int(token.text) <= 2100:
            year = int(token.text)
            rivals = [
                int(t.text)
                for t in doc
                if t.text.isdigit()
                and len(t.text) == 4
                and t.ent_type_ == "DATE"
                and int(t.text) != year
            ]
            new = (
                chance.choice(rivals)
                if rivals and chance.random() < 0.5
                else (
                    year + chance.choice([-50, -20, -10, -5, -3, -2, -1, 1, 2, 3, 5, 10, 20, 100])
                )
            )
            looser: list[tuple[Edit, Edit]] = []
            before = doc[token.i - 1] if token.i else None
            if before is not None and before.lower_ == "in" and before.i in inside:
                at, place = before.i, token.i
                edge = year + chance.choice([1, 2, 3, 5, 10])
                low = year - chance.choice([1, 2, 3, 5, 10])
                looser.append(({at: "before", place: str(edge)}, {at: "after", place: str(edge)}))
                looser.append(({at: "after", place: str(low)}, {at: "before", place: str(low)}))
                decade, other = year // 10 * 10, new // 10 * 10
                if decade != other:
                    looser.append(
                        ({at: "in the", place: f"{decade}s"}, {at: "in the", place: f"{other}s"})
                    )
                century, elsewhere = (year - 1) // 100 + 1, (new - 1) // 100 + 1
                if century != elsewhere:
                    looser.append(
                        (
                            {at: "in the", place: f"{_nth(century)} century"},
                            {at: "in the", place: f"{_nth(elsewhere)} century"},
                        )
                    )
            yield Change("year", {token.i: str(new)}, tuple(looser))
        elif token.text.isdigit() and 1 <= int(token.text) <= 31:
            neighbours = [doc[n].text for n in (token.i - 1, token.i + 1) if 0 <= n < len(doc)]
            if any(n in _EXCLUDES and n.istitle() for n in neighbours):
                day = int(token.text)
                new = chance.choice([d for d in range(1, 29) if d != day])
                yield Change("day", {token.i: str(new)})


def _nth(number: int) -> str:
    ending = (
        "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


def _ranks(tokens: Sequence[Token], doc: Doc, chance: random.Random) -> Iterator[Change]:
    for token in tokens:
        lower = token.lower_
        if lower in _RANKS[2:]:
            new = chance.choice([r for r in _RANKS[1:8] if r != lower])
            rank = _RANKS.index(lower)
            figures = ({token.i: _nth(rank)}, {token.i: _nth(_RANKS.index(new))})
            yield Change("ordinal", {token.i: new}, (figures,))
        elif match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", lower):
            value = int(match[1])
            new_value = max(1, value + chance.choice([-10, -3, -2, -1, 1, 2, 3, 5, 10]))
            if new_value != value:
                yield Change("ordinal", {token.i: _nth(new_value)})


def _words(tokens: Sequence[Token], doc: Doc, chance: random.Random) -> Iterator[Change]:
    for token in tokens:
        known = _EXCLUDES.get(token.text) or _EXCLUDES.get(token.lower_)
        if known is None or (token.ent_type_ in {"PERSON", "ORG", "WORK_OF_ART", "FAC"}):
            plural = token.lower_[:-1] if token.tag_ == "NNS" and token.lower_[-1] == "s" else ""
            known = _EXCLUDES.get(plural) if plural and not token.ent_type_ else None
            if known is None:
                continue
            new = chance.choice(known[0])
            yield Change(known[1], {token.i: new if new.endswith("s") else new + "s"})
            continue
        if token.lower_ == "may" and token.pos_ == "AUX":
            continue
        new = chance.choice(known[0])
        if token.text[0].isupper():
            new = new[0].upper() + new[1:]
        edit = {token.i: new}
        article = doc[token.i - 1] if token.i else token
        if article.lower_ in {"a", "an"}:
            form = "an" if new[0].lower() in "aeiou" else "a"
            edit[article.i] = form if article.text[0].islower() else form.title()
        yield Change(known[1], edit)


def _negation(tokens: Sequence[Token], doc: Doc, chance: random.Random) -> Iterator[Change]:
    verbs = [t for t in tokens if t.pos_ in {"VERB", "AUX"}]
    if not verbs or any(t.dep_ == "neg" for t in tokens):
        for token in tokens:
            if token.dep_ == "neg" and token.head.dep_ in {"ROOT", "conj", "relcl"}:
                helper = doc[token.i - 1]
                if helper.lemma_ == "be" or (helper.tag_ == "MD" and token.text != "n't"):
                    yield Change("negation", {token.i: ""})
        return
    first = verbs[0]
    never = chance.random() < 0.2
    if (
        first.lemma_ == "be"
        or first.tag_ == "MD"
        or (first.pos_ == "AUX" and first.lemma_ in {"have", "do"})
    ):
        yield Change("negation", {first.i: f"{first.text} {'never' if never else 'not'}"})
    elif first.tag_ in {"VBD", "VBZ", "VBP"}:
        if never:
            yield Change("negation", {first.i: f"never {first.text}"})
            return
        helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}[first.tag_]
        forms = getInflection(first.lemma_, tag="VB")
        if forms:
            yield Change("negation", {first.i: f"{helper} not {forms[0]}"})


def _entity(entity: Sequence[Token], doc: Doc, pool: Pool, chance: random.Random) -> Change | None:
    text = "".join(t.text_with_ws for t in entity).strip()
    kind = entity[0].ent_type_
    here = {e.text for e in doc.ents if e.label_ == kind} - {text}
    here = {e for e in here if e not in text and text not in e}
    options = sorted(here) if here and chance.random() < 0.5 else list(pool.get(kind, ()))
    if not options:
        return None
    new = chance.choice(options)
    if new.lower() in text.lower() or text.lower() in new.lower():
        return None
    if entity[0].lower_ == "the" and not new.lower().startswith("the "):
        new = f"the {new}"
    return Change("name", {entity[0].i: new} | {t.i: "" for t in entity[1:]})


def _roles(clause: Clause, entities: Sequence[Sequence[Token]]) -> Change | None:
    """Subject and object of one type change places: A beat B."""
    mine = {t.i for t in clause.subject} if not clause.named else set()
    other = {t.i for t in clause.complement}
    for one in entities:
        for two in entities:
            if (
                one[0].ent_type_ == two[0].ent_type_
                and {t.i for t in one} <= mine
                and {t.i for t in two} <= other
                and clause.passive
            ):
                texts = [" ".join(t.text for t in e) for e in (one, two)]
                edit = {t.i: "" for e in (one, two) for t in e}
                edit[one[0].i], edit[two[0].i] = texts[1], texts[0]
                return Change("roles", edit)
    return None
