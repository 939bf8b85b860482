"""What of a pair a model is given to read: all of it, or windows over its evidence, or nothing."""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from verify.models.pairs import context
from verify.models.protocols import Pair
from verify.sentences import split_sentences

LATIN = 0.5
"""Share of a text's letters that must be Latin. The vocabularies have letters of other scripts too,
but one by one and without meaning."""

_WORD = re.compile(r"\S+")

Place = tuple[int, int]


def readings(tokenizer: Any, pair: Pair, max_tokens: int) -> tuple[Pair, ...]:
    """The pair itself, or windows over its evidence that each hold the whole claim.

    None at all where claim or evidence has neither letter nor digit or is of another script, and
    where the two do not fit and the claim alone takes more than half of `max_tokens`. Windows hold
    whole sentences, or words of a sentence that is too long; a quarter of a window is in the next
    one too. Only a single word longer than a window is left out.
    """
    if not (_legible(pair.claim) and _legible(pair.evidence)):
        return ()
    if _length(tokenizer, pair) <= max_tokens:
        return (pair,)
    if _length(tokenizer, Pair(pair.claim, "")) > max_tokens // 2:
        return ()
    room = max_tokens - _length(tokenizer, pair._replace(evidence=""))
    if room < max_tokens // 4:  # a title that crowds out the evidence is not worth reading
        pair = pair._replace(title="")
        room = max_tokens - _length(tokenizer, pair._replace(evidence=""))
    texts = (pair.evidence[start:end] for start, end in _windows(tokenizer, pair.evidence, room))
    return tuple(pair._replace(evidence=text) for text in texts)


def _legible(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    latin = sum(char.isascii() or "LATIN" in unicodedata.name(char, "") for char in letters)
    return latin >= LATIN * len(letters) if letters else any(char.isdigit() for char in text)


def _length(tokenizer: Any, pair: Pair) -> int:
    return len(tokenizer.encode(context(pair), pair.claim).ids)


def _windows(tokenizer: Any, text: str, room: int) -> Iterator[Place]:
    """Places in `text` of at most `room` tokens each, in order."""
    starts = [start for start, _ in tokenizer.encode(text, add_special_tokens=False).offsets]

    def length(place: Place) -> int:
        # Exact: no token crosses white space, and units are cut at white space only.
        return bisect.bisect_left(starts, place[1]) - bisect.bisect_left(starts, place[0])

    def words(sentence: Place) -> Iterator[Place]:
        found = (match.span() for match in _WORD.finditer(text, *sentence))
        return _cover(found, length, room, lambda _: ())

    sentences = ((one.span.start, one.span.end) for one in split_sentences(text))
    return _cover(sentences, length, room, words)


def _cover(
    units: Iterable[Place],
    length: Callable[[Place], int],
    room: int,
    broken: Callable[[Place], Iterable[Place]],
) -> Iterator[Place]:
    """Windows over neighbouring units; a unit that is too long alone is `broken`."""
    run: list[Place] = []
    for unit in units:
        if length(unit) <= room:
            run.append(unit)
            continue
        yield from _packed(run, length, room)
        yield from broken(unit)
        run = []
    yield from _packed(run, length, room)


def _packed(units: Sequence[Place], length: Callable[[Place], int], room: int) -> Iterator[Place]:
    first = done = 0
    while done < len(units):
        end, left = first, room
        while end < len(units) and length(units[end]) <= left:
            left -= length(units[end])
            end += 1
        if end > done:
            yield units[first][0], units[end - 1][1]
        done = end
        shared = -(-(end - first) // 4)
        first = max(first + 1, end - shared)
