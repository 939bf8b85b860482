"""Figures of which no reading tells what they are: the year of an amount, "opened three in May", "a
previously reported 85".

No frame says what they measure, so nothing but the words around them can tell which figure of a
source is meant. They are compared only where a source has the sentence in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verify.claims.barecounts import plain_number
from verify.claims.numbers import find_numbers
from verify.claims.offsets import anchored_dates
from verify.claims.ordinals import find_rank_words
from verify.claims.reading import Reading
from verify.records import Kind, Ordinal, Value


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its span in the reading's text."""

    start: int
    end: int
    kind: Kind
    value: Value


def find_figures(reading: Reading, read: Iterable[tuple[int, int]]) -> tuple[Figure, ...]:
    """The years, numbers and ranks of a sentence outside the spans that were `read` as values, and
    outside names and quotations, in order."""
    taken = [*read, *((n.start, n.end) for n in reading.names)]
    found: list[Figure] = []
    for one in (*_dates(reading), *_numbers(reading.text), *_ranks(reading.text)):
        free = not any(start < one.end and one.start < end for start, end in taken)
        if free and not reading.is_quoted(one.start):
            taken.append((one.start, one.end))
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _dates(reading: Reading) -> Iterator[Figure]:
    """Dates with a figure in them: what "last year" is, the day of the text tells."""
    for dated in anchored_dates(reading):
        if any(c.isdigit() for c in dated.value.text):
            yield Figure(dated.start, dated.end, Kind.DATE, dated.value)


def _numbers(text: str) -> Iterator[Figure]:
    for number in find_numbers(text):
        if not (number.in_words and number.high < _FEWEST):  # "one of them", a half
            value = plain_number(text, number)
            yield Figure(number.hedge_start, number.end, Kind.QUANTITY, value)


_FEWEST = 2


def _ranks(text: str) -> Iterator[Figure]:
    for start, end, rank in find_rank_words(text):
        yield Figure(start, end, Kind.ORDINAL, Ordinal(rank=rank, text=text[start:end]))
