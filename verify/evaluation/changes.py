"""What can be changed in a sentence so that it is no longer true, by kind."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verify.claims.places import adjectives, country
from verify.claims.words import plain
from verify.evaluation import changewords as words
from verify.evaluation import othervalues as others
from verify.evaluation.figures import ChangeKind


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a sentence, from start to end, and those that stand there instead."""

    kind: ChangeKind
    start: int
    end: int
    changed: str


@dataclass(frozen=True, slots=True)
class Donors:
    """Names that may take another's place: of people, of countries, and lists of like names."""

    people: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    lists: tuple[tuple[str, ...], ...] = ()


Finder = Callable[[str, Donors, random.Random, int], Iterator[Change]]


def find_changes(
    sentence: str, donors: Donors, chance: random.Random, year: int
) -> tuple[Change, ...]:
    """Every change that one sentence offers; `year` is the latest that a date may name."""
    return tuple(change for finder in _FINDERS for change in finder(sentence, donors, chance, year))


def find_donors(sentence: str) -> Donors:
    """The names in a sentence that may stand elsewhere."""
    return Donors(
        people=tuple(m["name"] for m in _people(sentence, (*words.HOLDERS, *words.PEOPLE))),
        countries=tuple(sentence[start:end] for start, end in _countries(sentence)),
        lists=find_lists(sentence),
    )


def find_lists(text: str) -> tuple[tuple[str, ...], ...]:
    """The members of every list of names in a text."""
    return tuple(_members(found.group()) for found in words.LIST.finditer(text))


def _amounts(sentence: str, _donors: Donors, chance: random.Random, _year: int) -> Iterator[Change]:
    for found in words.AMOUNT.finditer(sentence):
        number, scale, unit, time = found.group("number", "scale", "unit", "time")
        before = words.CONVERTED.sub(" ", sentence[: found.start()])
        if words.NAMED.search(before) or words.BOUND.search(before):
            continue
        if time and words.IMPLIED.search(before):
            continue

        def change(kind: ChangeKind, what: str, new: str, found: re.Match[str] = found) -> Change:
            """The whole amount, with one part of it exchanged."""
            at, end = found.start(what) - found.start(), found.end(what) - found.start()
            text = found.group()
            return Change(kind, found.start(), found.end(), text[:at] + new + text[end:])

        if scale:
            yield change(ChangeKind.SCALE, "scale", words.SCALES[scale])
        if found["sign"] or found["currency"]:
            yield change(ChangeKind.MONEY, "number", others.other_number(number, chance))
        elif found["percent"]:
            yield change(ChangeKind.PERCENTAGE, "number", others.other_share(number, chance))
        elif unit:
            yield change(ChangeKind.NUMBER, "number", others.other_number(number, chance))
            yield change(ChangeKind.UNIT, "unit", words.UNITS[unit])
        elif time:
            yield change(ChangeKind.DURATION, "number", others.other_number(number, chance))
            yield change(ChangeKind.UNIT, "time", words.TIMES[time])
        elif not scale and _is_whole(number) and words.COUNTED.match(sentence, found.end()):
            yield change(ChangeKind.COUNT, "number", others.other_number(number, chance))


def _is_whole(number: str) -> bool:
    """Whether a number can count: it has no decimals and is no year."""
    return "." not in number and not re.fullmatch(r"(?:1[5-9]|20)\d\d", number)


def _dates(sentence: str, _donors: Donors, chance: random.Random, year: int) -> Iterator[Change]:
    for found in words.DATE.finditer(sentence):
        if words.SINCE.search(sentence[: found.start()]):
            continue
        parts = {name: part for name, part in found.groupdict().items() if part}
        what = chance.choice(sorted(parts))
        new = {
            "y": lambda part: others.other_year(part, chance, year),
            "d": lambda part: others.other_day(part, chance),
            "m": lambda part: others.other_month(part, chance),
        }[what[0]](parts[what])
        text = found.group()
        at, end = found.start(what) - found.start(), found.end(what) - found.start()
        yield Change(ChangeKind.DATE, found.start(), found.end(), text[:at] + new + text[end:])


def _weekdays(
    sentence: str, _donors: Donors, chance: random.Random, _year: int
) -> Iterator[Change]:
    for found in words.WEEKDAY.finditer(sentence):
        new = others.other_of(found.group(), words.WEEKDAYS, chance)
        yield Change(ChangeKind.WEEKDAY, *found.span(), new)


def _ordinals(
    sentence: str, _donors: Donors, chance: random.Random, _year: int
) -> Iterator[Change]:
    for found in words.ORDINAL.finditer(sentence):
        new = others.other_rank(found["rank"], chance)
        yield Change(ChangeKind.ORDINAL, *found.span("rank"), new)


def _opposites(
    sentence: str, _donors: Donors, _chance: random.Random, _year: int
) -> Iterator[Change]:
    for found in words.OPPOSITE.finditer(sentence):
        yield Change(ChangeKind.COMPARATIVE, *found.span(), words.OPPOSITES[found.group()])


def _persons(sentence: str, donors: Donors, chance: random.Random, _year: int) -> Iterator[Change]:
    for kind, patterns in ((ChangeKind.ROLE, words.HOLDERS), (ChangeKind.NAME, words.PEOPLE)):
        for found in _people(sentence, patterns):
            if new := _stranger(donors.people, sentence, chance):
                yield Change(kind, *found.span("name"), new)


def _people(sentence: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        for found in pattern.finditer(sentence):
            name = found["name"]
            if not words.COMPANY.search(name) and not any(map(country, name.split())):
                yield found


def _stranger(names: Sequence[str], sentence: str, chance: random.Random) -> str:
    """A name that shares no word with the sentence; "" where none does."""
    known = set(re.findall(r"\w+", _letters(sentence)))
    for _ in range(40):
        name = chance.choice(names) if names else ""
        if name and not known.intersection(re.findall(r"\w{3,}", _letters(name))):
            return name
    return ""


def _letters(text: str) -> str:
    """Lower case without accents: Kyūshū is no other island than Kyushu."""
    return "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)
    )


def _places(sentence: str, donors: Donors, chance: random.Random, _year: int) -> Iterator[Change]:
    mine = {country(sentence[start:end]) for start, end in _countries(sentence)}
    for start, end in _countries(sentence):
        strangers = [name for name in donors.countries if country(name) not in mine]
        if strangers:
            yield Change(ChangeKind.PLACE, start, end, chance.choice(strangers))


def _countries(sentence: str) -> Iterator[tuple[int, int]]:
    """Names of countries that a preposition stands before, and no other name before or behind."""
    for before in words.PLACE.finditer(sentence):
        run = words.CAPITALS.match(sentence, before.end())
        name = run.group() if run else ""
        # A dotted U.S. does not change places without more ado, nor does "the French".
        own = country(name) and name == name.title() and plain(name) not in adjectives()
        if words.OF_A_NAME.search(sentence[: before.end()]):
            continue
        if own and not sentence[before.end() + len(name) :].startswith(("'", "’", "-")):
            yield before.end(), before.end() + len(name)


def _lists(sentence: str, donors: Donors, chance: random.Random, _year: int) -> Iterator[Change]:
    for found in words.LIST.finditer(sentence):
        members = _members(found.group())
        before, after = sentence[: found.start()], sentence[found.end() :]
        if words.OPEN.search(before) or words.OF_A_NAME.search(before):
            continue
        if words.FRONTED.search(sentence[: sentence.index(",", found.start())]):
            continue
        if words.FIRM.search(found.group()) or after.startswith(">"):
            continue
        old = chance.choice(members)
        if new := _stranger(_alike(old, members, donors), sentence, chance):
            start = found.start() + found.group().index(old)
            yield Change(ChangeKind.LIST, start, start + len(old), new)


def _alike(old: str, members: Sequence[str], donors: Donors) -> list[str]:
    """What could be a member and is none: other countries for countries; else what stands in
    another list with two of the members, for an ocean is no answer to a language.
    """
    if all(country(m) and plain(m) not in adjectives() for m in members):
        among = set(donors.countries)
    else:
        mine = set(members)
        lists = [one for one in donors.lists if len(mine.intersection(one)) > 1]
        among = {n for one in lists for n in one if len(n.split()) == len(old.split())}
    known = set(filter(None, map(country, members)))
    return sorted(name for name in among.difference(members) if country(name) not in known)


def _members(listed: str) -> tuple[str, ...]:
    return tuple(words.BETWEEN_MEMBERS.split(listed))


def _negations(
    sentence: str, _donors: Donors, _chance: random.Random, _year: int
) -> Iterator[Change]:
    found = words.NEGATABLE.search(sentence)
    # Only the main verb: "the man who is not ..." says little of the rest.
    if found and not re.search(r"\b(?:that|which|who|whom)\b", sentence[: found.start()]):
        yield Change(ChangeKind.NEGATION, *found.span(), f"{found.group()} not")


_FINDERS: tuple[Finder, ...] = (
    _amounts,
    _dates,
    _weekdays,
    _ordinals,
    _opposites,
    _persons,
    _places,
    _lists,
    _negations,
)
