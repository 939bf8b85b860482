"""Numbers as people write them: 1,648,195, 3.4bn, twenty-two, a dozen, 10 to 12, nearly half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from verify.claims import lexicon
from verify.records import Hedge

_SCALES = {
    "hundred": 100, "thousand": 1_000, "k": 1_000, "lakh": 100_000, "million": 1_000_000,
    "m": 1_000_000, "mn": 1_000_000, "crore": 10_000_000, "billion": 1_000_000_000,
    "bn": 1_000_000_000, "b": 1_000_000_000, "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000, "dozen": 12,
}  # fmt: skip
_UNITS_AND_TENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
).split()
_SMALL = "|".join(sorted(_UNITS_AND_TENS, key=len, reverse=True))
_LARGE = "hundred|thousand|lakh|million|crore|billion|trillion"
_WORDS = (
    rf"(?:an?\s+(?={_LARGE})|\b(?:{_SMALL})\b[-\s]?)"
    rf"(?:(?:and\s+)?\b(?:{_SMALL}|{_LARGE})\b[-\s]?)*"
)
_NUMBER = re.compile(
    rf"""
    (?<![\w.,/:-]) (?P<digits>\d+(?:[,\u00a0\u202f\u2009]\d{{2,3}})*(?:\.\d+)?)
      (?: (?P<tight>k|m|mn|bn|b|tn)\b
        | [\s\u00a0-]? (?P<scale>hundred|thousand|lakh|million|crore|billion|trillion|dozen|bn|mn|tn|m(?=\s|$|[.,;)]))\b (?:s\b)?
      )?
    | (?<![\w-]) (?P<words>{_WORDS}) (?<=\w)(?![A-Za-z])
    | (?<![\w-]) (?P<words2>{_WORDS}) (?<=[-\s])
    | \b(?P<half>half(?:\s+an?)?\s+(?:million|billion|dozen)|an?\s+dozen|(?:one[-\s])?half(?=\s+of)|a\s+quarter(?=\s+of)
       |(?:one|two|three|four)[-\s](?:thirds?|quarters?|fifths?|tenths?)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|—|to|and)\s*$")
_RANGE_LEAD = re.compile(r"\b(?:between|from)\s+\D{0,3}$", re.IGNORECASE)
_HEDGES = (
    (Hedge.AT_LEAST, r"at\s+least|no\s+(?:fewer|less)\s+than|a\s+minimum\s+of"),
    (Hedge.AT_MOST, r"at\s+most|up\s+to|no\s+more\s+than|as\s+many\s+as|a\s+maximum\s+of"),
    (Hedge.MORE_THAN, r"(?:more|greater|higher|longer)\s+than|over|above|upwards\s+of|exceeding|in\s+excess\s+of"),
    (Hedge.LESS_THAN, r"(?:less|fewer|lower)\s+than|under|below"),
    (Hedge.ABOUT, r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close\s+to|an\s+estimated|estimated\s+at|circa|c\.|just\s+(?:over|under)|a\s+little\s+(?:over|under)|or\s+so"),
)  # fmt: skip
_HEDGE = re.compile(
    r"(?:\b(?:"
    + "|".join(f"(?P<h{n}>{pattern})" for n, (_, pattern) in enumerate(_HEDGES))
    + r")\s+(?:the\s+|a\s+)?(?:US|A|C)?[$£€¥₹]?\s?|[~≈]\s?)$",
    re.IGNORECASE,
)
_NOT_A_NUMBER = re.compile(r"(?:st|nd|rd|th)\b|/\d|:\d", re.IGNORECASE)
_SCORE = re.compile(r"[-–](\d{1,3})\b(?![,.]?\d)")
_ORDINAL_TAIL = re.compile(r"[-\s](?:" + "|".join(lexicon.ORDINAL_WORDS) + r")\b", re.IGNORECASE)
_FRACTIONS = {"half": "0.5", "quarter": "0.25", "third": "0.3333", "fifth": "0.2", "tenth": "0.1"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its span, the step of its last written digit, and how firmly it is put.

    `hedge_start` is where the words that hedge it begin, or `start`.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    precision: Decimal
    hedge: Hedge
    hedge_start: int
    in_words: bool


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in order; a range is one number. Ordinals are not numbers."""
    found: list[Number] = []
    for start, end, amount, precision, in_words in _plain_numbers(text):
        if found and (joined := _joined(text, found[-1], start, end, amount)):
            found[-1] = joined
            continue
        hedge, hedge_start = _hedge_before(text, start)
        found.append(Number(start, end, amount, amount, precision, hedge, hedge_start, in_words))
    return tuple(found)


def _plain_numbers(text: str) -> Iterator[tuple[int, int, Decimal, Decimal, bool]]:
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if digits := match["digits"]:
            if _NOT_A_NUMBER.match(text, end):
                continue  # an ordinal, a slashed date, a time
            plain = re.sub(r"[,\u00a0\u202f\u2009]", "", digits)
            if (score := _SCORE.match(text, end)) and Decimal(score[1]) <= Decimal(plain):
                continue  # 3-1 is a score and no range
            amount, step = Decimal(plain), _step(plain)
            if scale := (match["tight"] or match["scale"] or "").lower():
                amount, step = amount * _SCALES[scale], step * _SCALES[scale]
            yield start, end, amount, step, False
        elif words := (match["words"] or match["words2"]):
            words = words.rstrip("- \t\r\n\u00a0")
            if _ORDINAL_TAIL.match(text, start + len(words)):
                continue  # twenty-second
            value = _from_words(words)
            if value is not None:
                yield start, start + len(words), Decimal(value), _word_step(value), True
        else:
            value = _fraction(match["half"].lower())
            yield start, end, value, Decimal(0), True


def _step(digits: str) -> Decimal:
    """The step of the last digit that is not a filling zero: 3.4 -> 0.1, 1200 -> 100, 10 -> 1."""
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.split(".")[1]))
    if len(digits) < 3:
        return Decimal(1)
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** min(zeros, max(len(digits) - 1, 0))


def _word_step(value: Decimal) -> Decimal:
    return _step(str(int(value)))


def _from_words(words: str) -> Decimal | None:
    """The value of a span of number words, or None where they do not make one."""
    # Imported here: most sentences have none.
    from text_to_num import text2num  # noqa: PLC0415

    plain = re.sub(r"^an?\s+", "one ", " ".join(words.lower().split()))
    try:
        return Decimal(text2num(plain, "en"))
    except ValueError:
        return None  # "two three": words in a row that are no number


def _fraction(words: str) -> Decimal:
    for scale in ("million", "billion", "dozen"):
        if words.endswith(scale):
            half = Decimal("0.5") if words.startswith("half") else Decimal(1)
            return half * _SCALES[scale]
    parts = re.split(r"[-\s]+", words)
    count = Decimal({"two": 2, "three": 3, "four": 4}.get(parts[0], 1))
    return count * Decimal(_FRACTIONS[parts[-1].rstrip("s")])


def _hedge_before(text: str, start: int) -> tuple[Hedge, int]:
    if match := _HEDGE.search(text, max(0, start - 30), start):
        for n, (hedge, _) in enumerate(_HEDGES):
            if match[f"h{n}"]:
                return hedge, match.start()
        return Hedge.ABOUT, match.start()
    return Hedge.EXACT, start


def _joined(text: str, before: Number, start: int, end: int, amount: Decimal) -> Number | None:
    """The two numbers as one range, where that is what the text writes."""
    between = text[before.end : start]
    if not _RANGE.fullmatch(between):
        return None
    led = _RANGE_LEAD.search(text, max(0, before.start - 12), before.start)
    spelled_and = between.strip() == "and"
    if spelled_and and not (led and led.group().lower().startswith("between")):
        return None
    if between.strip() == "to" and led and led.group().lower().startswith("from"):
        return None  # "rose from 5 to 7": two levels, not a range
    low = before.low
    if low < amount and low * 1000 <= amount and text[end - 1].isalpha():
        low = low * (Decimal(10) ** (len(str(int(amount))) - 1) // 1)  # "3 to 4 million"
        if not amount / 20 <= low <= amount:
            low = before.low * Decimal(10) ** (3 * ((len(str(int(amount))) - 1) // 3))
    if not low < amount:
        return None
    return Number(
        before.start, end, low, amount, before.precision, before.hedge, before.hedge_start, False
    )
