"""Where sentences and paragraphs begin and end.

`sentencesplit` proposes the boundaries; the rules here take back those that news prose does not
have (after "U.S." before "Senate", after "9 a.m." before "Eastern", inside a quotation) and add
the few it misses. Spans are exact for any text.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from sentencesplit import Segmenter

from verify.records import Block, Sentence, Span

_WORDS = (
    "The A An This That These Those He She It They We You His Her Its Their Our My In On At By "
    "For From With After Before But And Or So Yet When While Where If As Since Although Though "
    "However Meanwhile There Here What Who Why How Now Then Still Both Some Many Most Each "
    "Another Other Several Until Between During Despite Because Also Earlier Later Nobody None "
    "According"
)
_OPENERS = frozenset(_WORDS.split())
"""Words that open a sentence and never go on with a name after an abbreviation."""

_AFTER_CLOCK = re.compile(
    r"(?:Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Moscow|Beijing|London|Local|"
    r"[A-Z]{1,4}T|UTC|BST|IST|JST|MSK|Z|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|"
    r"July|August|September|October|November|December)\b"
)
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_INITIALISM = re.compile(r"(?:^|[\s(\[/–—-])(?:[A-Z]\.){2,}$")
_BEFORE_YEAR = re.compile(r"(?:^|[\s(])(?:c|ca|fl|b|d|r)\.$")
_PLAIN_LOWER = re.compile(r"[a-z]+(?=[\s,;:]|$)")
_ASKED_OR_CALLED = re.compile(r"[?!][\"”’']+$")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SPEAKER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|told|replied|shouted|wrote|writes)\b"
)
_LONE_LETTER = re.compile(r"\b[A-Z]\.\s+(?=([A-Z][a-z]+)\s)")

_STOPS = re.compile(r"[.!?…。．！？]")
# Not in "3.4", not in "U.S.", and not before a word in lower case.
_ENDING_STOPS = re.compile(
    r"[.!?…。．！？](?!(?<=\d\.)\d|(?<=[A-Z]\.)[A-Z]\.|\s+[a-z]+(?:[\s,;:]|$))"
)
_LISTED = re.compile(r"\.{2}|\s\.|[^\x00-\x7f]\.|[;:]\s*\(|[A-Za-z0-9]\)|^\s*\S{0,4}[.)]")

_HIDDEN = re.compile(r"\s|[\"“”„«»‘]|(?<!\w)'|(?<=[.,?!…])['’]")
_QUOTATION = re.compile(
    r"“[^“”]*”"
    r"|«[^«»]*»"
    r'|(?<![^\s(\[—–-])"(?=\S)[^"]*(?<=\S)"(?!\w)'
    r"|(?<!\w)‘[^‘]*?[.,?!…]’(?!\w)"
    r"|(?<![^\s(])'(?=[A-Z])(?:(?!\s')[^\"])*?[.,?!…]'(?!\w)"
)

# --- paragraphs -------------------------------------------------------------------------------

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s")
_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*$")


def split_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of plain text, without the white space around them.

    A blank line ends one. Elsewhere every line is its own paragraph, as news copy comes, unless
    the text was wrapped at a column of 40 to 100: then lines are put together again.
    """
    lines = [m for m in _LINE.finditer(text) if m.start() < m.end()]
    width = _wrapped_at([m[0].rstrip() for m in lines])
    spans: list[list[int]] = []
    previous = ""
    for found in lines:
        line = found[0].rstrip()
        if line and not line.isspace():
            start = found.start() + len(line) - len(line.lstrip())
            end = found.start() + len(line)
            item = bool(spans and _ITEM.match(text, spans[-1][0]))
            if previous and width and _goes_on(previous, line, width, item=item):
                spans[-1][1] = end
            else:
                spans.append([start, end])
        previous = line
    return tuple(Span(start=start, end=end) for start, end in spans)


def _wrapped_at(lines: Sequence[str]) -> int:
    """The column text was wrapped at, or 0: most lines of such text end in mid-sentence."""
    width = max(map(len, lines), default=0)
    inner = [a for a, b in itertools.pairwise(lines) if a and b]
    open_ended = sum(not _STOP.search(line) for line in inner)
    full = sum(len(line) >= width * 0.75 for line in inner)
    half = len(inner) / 2
    return width if 40 <= width <= 100 and open_ended > half and full > half else 0


def _goes_on(line: str, following: str, width: int, *, item: bool) -> bool:
    """Whether `following` goes on with the paragraph of `line`, in text wrapped at `width`.

    An indent starts a new paragraph, except in a list `item`.
    """
    if _ITEM.match(following) or (following[0].isspace() and not item):
        return False
    if len(line) + 1 + len(following.split(maxsplit=1)[0]) > width:
        return True
    return not _STOP.search(line) and (following[0].islower() or len(line) >= width / 2)


# --- sentences --------------------------------------------------------------------------------


def split_sentences(text: str, blocks: Sequence[Block] = ()) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order; none crosses a block.

    `sentence.block` counts the blocks, or the paragraphs of `text` where no blocks are given.
    Always `sentence.text == sentence.span.of(text)`, and no text but white space is left out.
    A quotation is not broken: `“We lost. We go on,” he said.` is one sentence.
    """
    return tuple(each_sentence(text, blocks))


def each_sentence(text: str, blocks: Sequence[Block] = ()) -> Iterator[Sentence]:
    """The sentences of `text` as they are found; see `split_sentences`."""
    spans = [block.span for block in blocks] if blocks else split_paragraphs(text)
    for number, span in enumerate(spans):
        for start, end in _pieces(text, span):
            yield Sentence(span=Span(start=start, end=end), text=text[start:end], block=number)


def _pieces(text: str, block: Span) -> Iterator[tuple[int, int]]:
    """Bounds of the sentences of a block, white space trimmed."""
    part = block.of(text)
    start = 0
    for cut in (*_cuts(part), len(part)):
        piece = part[start:cut]
        lead = len(piece) - len(piece.lstrip())
        size = len(piece.strip())
        if size:
            yield block.start + start + lead, block.start + start + lead + size
        start = cut


@functools.cache
def _segmenter() -> Segmenter:
    return Segmenter(language="en")


def _cuts(part: str) -> list[int]:
    """Offsets in `part` at which a new sentence starts."""
    if not _may_be_several(part):
        return []
    # Quotation marks are hidden from the segmenter, which takes apostrophes for them; quotations
    # are found here instead. Every character is replaced by exactly one, so offsets hold.
    hidden = _HIDDEN.sub(" ", part)
    proposed = {_before_opening(part, s.start) for s in _segmenter().segment_spans(hidden)}
    proposed |= {m.end() for m in _LONE_LETTER.finditer(hidden) if m[1] in _OPENERS}
    quotations = [m.span() for m in _QUOTATION.finditer(part)]
    cuts = [0]
    for cut in sorted(proposed - {0}):
        at = bisect.bisect_left(quotations, (cut, cut)) - 1
        quoted = at >= 0 and quotations[at][0] < cut < quotations[at][1]
        before, after = part[max(0, cut - 40) : cut].rstrip(), part[cut : cut + 80]
        opening = part[cuts[-1] : cuts[-1] + 1]
        if not quoted and _is_boundary(before, after, opening):
            cuts.append(cut)
    return cuts[1:]


def _may_be_several(part: str) -> bool:
    """Whether a mark that can end a sentence stands before the last word. Most paragraphs of news
    have none, and the segmenter is slow."""
    words = part.rsplit(None, 1)
    if len(words) < 2:
        return False
    stops = _STOPS if part[0].islower() else _ENDING_STOPS
    return bool(stops.search(words[0]) or _LISTED.search(part))


def _before_opening(part: str, cut: int) -> int:
    """The place before the opening quotation marks and brackets that stand right before `cut`."""
    while cut and (
        part[cut - 1] in "“‘«„([" or (part[cut - 1] in "\"'" and part[cut - 2 : cut - 1].isspace())
    ):
        cut -= 1
    return cut


def _is_boundary(before: str, after: str, opening: str) -> bool:
    """Whether a sentence may end with `before` and the next start with `after`.

    `opening` is the first character of the sentence that would end.
    """
    found = _WORD.match(after)
    word = found[0] if found else ""
    if _PLAIN_LOWER.match(after) and not opening.islower():
        return False  # "Holdings plc. said", "“Is it over?” she asked"
    if _CLOCK.search(before):
        return not _AFTER_CLOCK.match(after)
    if _INITIALISM.search(before):
        return word in _OPENERS or not word  # "the U.S. Senate", but "the U.S. The president"
    if _BEFORE_YEAR.search(before):
        return not after[0].isdigit()
    return not (_ASKED_OR_CALLED.search(before) and _SPEAKER.match(after))
