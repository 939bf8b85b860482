"""The words of a text as numbers: small enough to keep, and enough to tell a copy from a twin."""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

MOST_WORDS = 20_000
"""Words of a text that are read: an archive may hold a book, and 80 kB tell it from others."""

SHINGLE = 4
"""Words in a row that are compared as one. Template wire copy shares most runs of three."""

WINDOW = 8
"""Of so many shingles in a row one is a mark, so two texts with eleven words in a row in common
have a mark in common (winnowing, Schleimer et al. 2003)."""

PLAIN, FIGURE, TITLE, NAME, SUBJECT = range(5)
"""Kinds of words: of the title, names, and names that the title has too. Three bits of a number say
which kind, the other 29 which word."""
_BITS = 3

_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|\w+")
_NEW_SENTENCE = re.compile(r"[.!?:\"“”]|\n\s*\n|\n {2,}")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth"
_NUMBER_WORDS = {
    **{word: str(n) for n, word in enumerate(_ONES.split())},
    **{word: f"{n}th" for n, word in enumerate(_NTHS.split(), start=1)},
    **{
        word: word
        for word in (
            "thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million billion"
            " trillion half quarter"
        ).split()
    },
}
"""What a figure in words is in digits, where it is one word; "nine" and "9" are one figure."""
_MIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


def signature(text: str, title: str = "") -> bytes:
    """The words of a text in order, four bytes each, whatever their case and punctuation.

    The title counts as words, for "Qtly div six cts vs six cts" says nothing without it; but as
    no names, for in a headline every word may have a capital.
    """
    import numpy as np  # noqa: PLC0415 - opening an index needs none of it

    heading = [word.casefold() for word in _TOKEN.findall(_plain(title))]
    numbers = [_number(word, _kind(word) or TITLE) for word in heading]
    numbers += _numbers(_plain(text), frozenset(heading))
    return np.array(numbers[:MOST_WORDS], dtype="<u4").tobytes()


def marks(signature: bytes) -> list[int]:
    """Numbers of 32 bits, of which near copies share some and others hardly any; sorted."""
    import numpy as np  # noqa: PLC0415 - opening an index needs none of it

    words = np.frombuffer(signature, dtype="<u4").astype(np.uint64) >> np.uint64(_BITS)
    size = min(SHINGLE, len(words))
    if not size:
        return []
    # Plain arithmetic, as marks are kept: no hash that another version may make otherwise.
    mixed = np.zeros(len(words) - size + 1, dtype=np.uint64)
    for place in range(size):
        mixed = mixed * np.uint64(_MIX[0]) + words[place : place + len(mixed)]
    for shift, factor in ((30, _MIX[1]), (27, _MIX[2])):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    windows = np.lib.stride_tricks.sliding_window_view(mixed >> 32, min(WINDOW, len(mixed)))
    return [int(mark) for mark in np.unique(windows.min(axis=1))]


class Words:
    """The words of a signature, read as far as they are asked for."""

    def __init__(self, signature: bytes) -> None:
        import numpy as np  # noqa: PLC0415 - opening an index needs none of it

        numbers = np.frombuffer(signature, dtype="<u4")
        self._kinds = numbers & ((1 << _BITS) - 1)
        self._numbers = numbers >> _BITS

    @functools.cached_property
    def shingles(self) -> frozenset[tuple[int, ...]]:
        """Every run of words; a text shorter than a run is one."""
        numbers = self._numbers.tolist()
        size = min(SHINGLE, len(numbers))
        return frozenset(zip(*(numbers[place:] for place in range(size)), strict=False))

    @functools.cached_property
    def figures(self) -> Counter[int]:
        """Figures in digits and in words, each as often as it stands there."""
        return Counter(self._numbers[self._kinds == FIGURE].tolist())

    @functools.cached_property
    def names(self) -> tuple[int, ...]:
        """Words that are names, each as often as it stands there."""
        return tuple(self._numbers[self._kinds >= NAME].tolist())

    @functools.cached_property
    def subjects(self) -> frozenset[int]:
        """Names that the title has too."""
        return frozenset(self._numbers[self._kinds == SUBJECT].tolist())

    @functools.cached_property
    def title(self) -> frozenset[int]:
        """Words of the title that are no figures."""
        return frozenset(self._numbers[self._kinds == TITLE].tolist())

    @functools.cached_property
    def all(self) -> frozenset[int]:
        """Every word."""
        return frozenset(self._numbers.tolist())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _numbers(text: str, heading: frozenset[str]) -> Iterator[int]:
    """A number for each word. A word is a name by its capital, unless it has that from opening a
    sentence and is neither in the heading nor followed by another capital."""
    shouted = text.isupper()
    tokens = list(itertools.islice(_TOKEN.finditer(text), MOST_WORDS))
    end = 0
    for found, following in itertools.zip_longest(tokens, tokens[1:]):
        word = found[0].casefold()
        kind = _kind(word)
        if kind == PLAIN and found[0][0].isupper() and not shouted:
            opening = not end or _NEW_SENTENCE.search(text, end, found.start())
            if not opening or word in heading or _before_capital(text, found, following):
                kind = SUBJECT if word in heading else NAME
        yield _number(word, kind)
        end = found.end()


def _before_capital(text: str, found: re.Match[str], following: re.Match[str] | None) -> bool:
    return (
        following is not None
        and following[0][0].isupper()
        and text[found.end() : following.start()].isspace()
    )


def _kind(word: str) -> int:
    return FIGURE if word[0].isdigit() or word in _NUMBER_WORDS else PLAIN


@functools.lru_cache(maxsize=1 << 16)
def _number(word: str, kind: int) -> int:
    if kind == FIGURE:
        word = _NUMBER_WORDS.get(word, word).replace(",", "")
    digest = hashlib.blake2b(word.encode(errors="surrogatepass"), digest_size=4).digest()
    return int.from_bytes(digest, "little") >> _BITS << _BITS | kind
