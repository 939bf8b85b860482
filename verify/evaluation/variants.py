"""Other values for the claims of a draft, and other ways to write the same value, each in the
draft's own style and read back before it is used."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from verify.claims.names import contains_name, same_name
from verify.claims.numbers import find_numbers
from verify.claims.numberwords import Style, say_number
from verify.claims.ordinals import find_ordinals
from verify.claims.places import adjectives, country
from verify.claims.render import render, style_of
from verify.claims.saydates import say_when
from verify.claims.words import plain
from verify.judge.suggest import suggestion
from verify.records import Claim, Membership, Ordinal, Quantity, Role, Value, When

LEAST = 3
"""Other values that a claim should be tried with."""
_FACTORS = tuple(map(Decimal, ("2", "1.5", "0.5", "10", "3", "0.8")))
_STEPS = (1, -1, 2, -2, 3)
_DAYS = (1, -1, 4, -3, 9)
_SPANS = ("day", "week", "month", "year")
_NAMED_DAY = re.compile(r"[A-Z]\w+day\b|\d")
"""Monday, 24 June: what can be put as a date where it stands; "a day after" cannot."""

_LAST = re.compile(r"\b(?:last|next|this)\b", re.IGNORECASE)
"""Before "day" these make no date."""


@dataclass(frozen=True, slots=True)
class Strangers:
    """Names that may stand in a claim instead of its own: who holds another office, what is no
    member of the list."""

    holders: tuple[str, ...] = ()
    members: tuple[str, ...] = ()

    @classmethod
    def among(cls, claims: Iterable[Claim]) -> Strangers:
        """Who holds an office in these claims, and all that is named and in no list."""
        holders: dict[str, None] = {}
        names: dict[str, None] = {}
        listed: set[str] = set()
        for claim in claims:
            if isinstance(claim.value, Role):
                holders.setdefault(claim.value.holder)
            elif isinstance(claim.value, Membership):
                listed.update(claim.value.members)
            names |= dict.fromkeys(n for n in claim.frame.names if plain(n) not in adjectives())
        strangers = (n for n in names if not contains_name(listed, n))
        return cls(tuple(holders), tuple(strangers))


def other_wordings(claim: Claim, strangers: Strangers, as_of: dt.date) -> tuple[str, ...]:
    """The claim's words with another value in them, `LEAST` of them where there are as many."""
    found: dict[str, None] = {}
    for put in _others(claim, strangers, as_of):
        if put and put != claim.text:
            found.setdefault(put)
        if len(found) == LEAST:
            break
    return tuple(found)


def _others(claim: Claim, strangers: Strangers, as_of: dt.date) -> Iterator[str]:
    match claim.value:
        case Quantity() as value:
            written = [n.low for n in find_numbers(claim.text)]
            for number in _other_numbers(written[0]) if len(written) == 1 and written[0] else ():
                ends = ("low", value.low), ("high", value.high)
                scaled = {name: end * number / written[0] for name, end in ends}
                yield _put(claim, value.model_copy(update=scaled), as_of)
        case Ordinal() as value if value.rank > 0:
            for step in _STEPS:
                if value.rank + step > 0:
                    other = value.model_copy(update={"rank": value.rank + step})
                    yield _put(claim, other, as_of)
        case When() as value if value.start == value.end:
            for days in _DAYS:
                day = value.start + dt.timedelta(days)
                if day <= as_of or value.start > as_of:
                    yield _put(claim, When(start=day, end=day), as_of)
            yield from _other_spans(claim.text)
        case When() as value:
            yield from _other_years(claim.text, value)
            yield from _other_spans(claim.text)
        case Role() as value:
            for name in strangers.holders:
                if not same_name(name, value.holder):
                    yield _put(claim, value.model_copy(update={"holder": name}), as_of)
        case Membership() as value:
            yield from _other_members(claim, value, strangers.members)
        case _:
            return


def _other_numbers(number: Decimal) -> Iterator[Decimal]:
    """Other numbers, far enough off; for a small whole one first those beside it."""
    if number == number.to_integral_value() and number <= 40:
        yield from (number + step for step in _STEPS if number + step > 1)
    yield from (number * factor for factor in _FACTORS)


def _put(claim: Claim, value: Value, as_of: dt.date) -> str:
    return suggestion(claim, claim.model_copy(update={"value": value}), as_of)


def _other_years(text: str, value: When) -> Iterator[str]:
    """Another year where one is written."""
    for years in (1, -1, 3, -4):
        year = str(value.start.year)
        if year in text:
            yield text.replace(year, str(value.start.year + years))


def _other_spans(text: str) -> Iterator[str]:
    """Last week as last month, a day after as two days after."""
    for one in _SPANS:
        if re.search(rf"\b{one}\b", text):
            for other in _SPANS:
                if other != one and not (other == "day" and _LAST.search(text)):
                    yield re.sub(rf"\b{one}\b", other, text)


def _other_members(claim: Claim, value: Membership, names: Sequence[str]) -> Iterator[str]:
    """One member exchanged for a name of its sort that the sentence does not have."""
    for at, name in enumerate(n for n in names if not contains_name(claim.frame.wider_names, n)):
        old = value.members[at % len(value.members)]
        if bool(country(old)) == bool(country(name)):
            yield claim.text.replace(old, name, 1)


def same_wordings(claim: Claim) -> tuple[str, ...]:
    """The claim's words with the same value written another way."""
    match claim.value:
        case Quantity():
            found = _other_style(claim.text)
        case Ordinal() as value:
            found = _other_rank_style(claim.text, value)
        case When() as value if (
            value.certain and value.start == value.end and _NAMED_DAY.search(claim.text)
        ):
            lead = "on " if claim.text.casefold().startswith("on ") else ""
            found = [f"{lead}{say_when(value)}"]
        case Membership() as value:
            found = [_turned(claim.text, value)]
        case _:
            found = []
    return tuple(put for put in found if put and put != claim.text)


def _other_style(text: str) -> list[str]:
    """The number in words for figures, and in figures for words."""
    numbers = find_numbers(text)
    if len(numbers) != 1 or numbers[0].low != numbers[0].high:
        return []
    (number,) = numbers
    style = Style.FIGURES if style_of(text) is Style.WORDS else Style.WORDS
    if style is Style.WORDS and number.low > 100:
        style = Style.LONG if style_of(text) is Style.FIGURES else Style.FIGURES
    put = text[: number.start] + say_number(number.low, style) + text[number.end :]
    (read, *more) = find_numbers(put) or (None,)
    return [put] if read and not more and read.low == number.low else []


def _other_rank_style(text: str, value: Ordinal) -> list[str]:
    bare = value.model_copy(update={"quality": "", "field": "", "since": ""})
    old, new = (render(bare, style) for style in (Style.FIGURES, Style.WORDS))
    put = text.replace(old, new, 1) if old in text else text.replace(new, old, 1)
    return [put] if [r.value.rank for r in find_ordinals(put)] == [value.rank] else []


def _turned(text: str, value: Membership) -> str:
    """The list with its first and last member exchanged."""
    first, last = value.members[0], value.members[-1]
    return text.replace(first, "\ue000", 1).replace(last, first, 1).replace("\ue000", last, 1)
