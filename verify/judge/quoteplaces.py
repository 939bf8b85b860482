"""How the words of a quotation stand in a source: all of them, nearly so, or in two pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from verify.claims import lexicon
from verify.judge.quotewords import ELLIPSIS, Word, runs
from verify.records import Sentence

CHANGED = 0.25
"""The share of words that may be others in an altered quotation."""
_TELLING = 2
"""Words of an altered quotation that carry meaning and are the same."""
_IN_BRACKETS, _LEFT_OUT = 8, 120
"""How many words of the source a bracket, and an ellipsis, may stand for."""


class Match(IntEnum):
    """How a quotation stands in a source, the surest last."""

    PIECES = 1
    NEAR = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """What the draft has in place of what the source has; "" for nothing."""

    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one speaker says in a passage, in one or several quotations behind one another.

    With each sentence stands the offset in `text` from which it has the words.
    """

    speaker: str
    words: tuple[Word, ...]
    text: str
    sentences: tuple[tuple[int, Sentence], ...]

    def joined(self, other: Said) -> Said:
        """Both as one: what the same speaker goes on to say."""
        shift = len(self.text) + 1
        words = (Word(w.form, w.start + shift, w.end + shift) for w in other.words)
        sentences = ((at + shift, sentence) for at, sentence in other.sentences)
        return Said(
            self.speaker,
            (*self.words, *words),
            f"{self.text} {other.text}",
            (*self.sentences, *sentences),
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation as a source has it, from one of its words to another."""

    match: Match
    said: Said
    start: int
    end: int
    differences: tuple[Difference, ...] = ()

    @property
    def words(self) -> str:
        """The source's words."""
        said = self.said
        return said.text[said.words[self.start].start : said.words[self.end - 1].end]

    @property
    def sentence(self) -> Sentence:
        """The sentence in which they begin."""
        at = self.said.words[self.start].start
        return [sentence for offset, sentence in self.said.sentences if offset <= at][-1]


def look_up(words: Sequence[Word], said: Said) -> Found | None:
    """How a quotation stands among the words of a speaker; None where it does not."""
    there = [word.form for word in said.words]
    if placed := placed_exactly(words, there):
        return Found(Match.EXACT, said, *placed)
    return _nearly(words, said, there) or _in_pieces(words, said, there)


def placed_exactly(words: Sequence[Word], there: Sequence[str]) -> tuple[int, int] | None:
    """From where to where the runs of a quotation stand, each no further from the one before than
    what the writer put between them may stand for."""
    told = runs(words)
    if not told:
        return None
    gaps = _gaps(words)
    first, *rest = ([word.form for word in run] for run in told)
    at = -1
    while (at := _find(first, there, at + 1)) >= 0:
        end: int = at + len(first)
        for run, most in zip(rest, gaps, strict=True):
            following = _find(run, there, end)
            if following < 0 or following - end > most:
                break
            end = following + len(run)
        else:
            return at, end
    return None


def _gaps(words: Sequence[Word]) -> list[int]:
    """How many words may stand between each run and the next."""
    reach: list[int] = []
    begun = False
    for before, word in pairwise((None, *words)):
        if word is None:
            continue
        if not word.is_gap:
            begun = True
        elif begun:
            most = _LEFT_OUT if word.form == ELLIPSIS else _IN_BRACKETS
            if before is not None and before.is_gap and reach:
                reach[-1] = max(reach[-1], most)
            else:
                reach.append(most)
    if words and words[-1].is_gap and reach:
        reach.pop()
    return reach


def _find(run: Sequence[str], there: Sequence[str], start: int) -> int:
    """The first place from `start` on where the words of `run` stand; -1 where they do not."""
    first, size = run[0], len(run)
    for at in range(start, len(there) - size + 1):
        if there[at] == first and list(there[at : at + size]) == list(run):
            return at
    return -1


def _nearly(words: Sequence[Word], said: Said, there: Sequence[str]) -> Found | None:
    """A quotation of one piece with some other words than the source has."""
    if any(word.is_gap for word in (*words, *said.words)):
        return None
    mine = [word.form for word in words]
    window = _window(mine, there)
    if window is None:
        return None
    low, high = window
    steps = Levenshtein.opcodes(mine, list(there[low:high]))
    blocks = [s for s in steps if s.tag == "equal"]
    if not blocks:
        return None
    begin = low + max(0, blocks[0].dest_start - blocks[0].src_start)
    end = low + min(high - low, blocks[-1].dest_end + len(mine) - blocks[-1].src_end)
    steps = Levenshtein.opcodes(mine, list(there[begin:end]))
    equal = [w for s in steps if s.tag == "equal" for w in mine[s.src_start : s.src_end]]
    telling = {w for w in equal if w not in lexicon.FUNCTION_WORDS}
    if len(telling) < _TELLING or len(equal) < (1 - CHANGED) * len(mine) - 1:
        return None
    differences = tuple(
        Difference(
            " ".join(mine[s.src_start : s.src_end]),
            " ".join(there[begin + s.dest_start : begin + s.dest_end]),
        )
        for s in steps
        if s.tag != "equal"
    )
    return Found(Match.NEAR, said, begin, end, differences)


def _window(mine: Sequence[str], there: Sequence[str]) -> tuple[int, int] | None:
    """The stretch of the source, a little longer than the quotation, with most of its words; found
    by moving along it once."""
    size = len(mine) + max(2, len(mine) // 4)
    wanted = Counter(mine)
    inside: Counter[str] = Counter()
    best, at, shared = 0, 0, 0
    for place, word in enumerate(there):
        inside[word] += 1
        shared += inside[word] <= wanted[word]
        if place >= size:
            gone = there[place - size]
            shared -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        if shared > best:
            best, at = shared, place + 1
    if best < (1 - CHANGED) * len(mine) - 1:
        return None
    return max(0, at - size - 2), min(len(there), at + 2)


def _in_pieces(words: Sequence[Word], said: Said, there: Sequence[str]) -> Found | None:
    """A quotation whose two halves are both in the source, with other words between them."""
    mine = [word.form for word in words if not word.is_gap]
    low, high = 0, len(mine)
    while low < high:  # the longest beginning that is there
        middle = (low + high + 1) // 2
        if _find(mine[:middle], there, 0) >= 0:
            low = middle
        else:
            high = middle - 1
    if not 3 <= low <= len(mine) - 3:
        return None
    at = _find(mine[:low], there, 0)
    behind = _find(mine[low:], there, at + low)
    return Found(Match.PIECES, said, at, behind + len(mine) - low) if behind >= 0 else None
