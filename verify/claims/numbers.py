"""Numbers as people write them: 1,648,195, 3.4bn, twenty-two, a dozen, 10 to 12, nearly half."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from verify.claims.amounts import AMOUNT, FRACTION, Amount, read_amount
from verify.claims.currencies import MONEY_SIGN
from verify.claims.hedges import hedge_after, hedge_before
from verify.claims.lookalikes import CODE, is_score
from verify.claims.spelling import fold
from verify.records import Hedge

# What may be glued to the front of a number: Rs500, EUR5m, 1h12m, 6ft2in.
_CODES = (
    "Rs", "Rs.", "EUR", "USD", "GBP", "CHF", "INR", "RMB", "AUD", "CAD", "RM", "Rp", "Tk", "KSh",
    "DM", "FFr", "SFr", "SEK", "NOK", "DKK", "ZAR", "HKD", "SGD", "NZD", "AED", "PLN", "JPY", "CNY",
)  # fmt: skip
_GLUED = "|".join([*(rf"(?<=\b{re.escape(code)})" for code in _CODES), r"(?<=\dh)", r"(?<=\dft)"])
_LEFT = rf"(?:(?<![\w.,/:\#\u2013\u2212×\u2044-])|(?=\d)(?:{_GLUED}))"
_SIGN = r"(?P<sign>minus\s|\u2212|-(?=[\d.,]{1,9}(?:\s?[°%]|C\b|F\b|\sdegrees?\b)))?"
_FLAGS = re.VERBOSE | re.IGNORECASE
_FIRST = re.compile(rf"{_LEFT}(?:(?P<code>(?!{FRACTION})(?:{CODE}))|{_SIGN}(?:{AMOUNT}))", _FLAGS)
_SECOND = re.compile(AMOUNT, _FLAGS)
_LINK = re.compile(
    rf"(?:(?P<dash>-to-|\s?(?:--?|[\u2013\u2014])\s?)|\s{{1,3}}(?P<word>to|and|or)\s{{1,3}})(?P<sign>(?-i:{MONEY_SIGN}))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\bbetween\s+(?:the\s+ages?\s+of\s+|[^\W\d]+\s+)?(?-i:{MONEY_SIGN})?\s?$", re.IGNORECASE
)
_LEVELS = re.compile(
    r"\b(?:from|up|down|rose|risen|rises?|fell|fall|fallen|climbed|dropped|jumped|slipped|declined"
    r"|gained|added|advanced|edged|eased|grew|grown|increased|decreased|cut|raised|firmed|soared|surged|plunged"
    r"|tumbled|shed|lost|rallied|recovered|widened|narrowed)\s+(?:by\s+)?(?:about\s+"
    rf"|around\s+|nearly\s+)?(?-i:{MONEY_SIGN})?\s?$",
    re.IGNORECASE,
)


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


@lru_cache(maxsize=256)
def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in order; a range is one number, and "two-thirds of" is 0.6667.

    Ordinals, and the times, scores and codes of `lookalikes`, are not among them.
    """
    found: list[Number] = []
    at = 0
    while match := _FIRST.search(text, at):
        at = match.end()
        one = None if match["code"] else read_amount(match, text)
        if one is None:
            continue
        at = one.end
        low, high = one.value, one.value
        if (link := _LINK.match(text, one.end)) and (second := _SECOND.match(text, link.end())):
            two = read_amount(second, text)
            if two is None:
                at = second.end()
                continue
            low = _with_scale_of(one, two)
            high = low
            kind = _linked(text, one, low, link, two)
            if kind == "score":
                at = two.end
                continue
            if kind == "range":
                at, high = two.end, two.value
        found.append(_number(text, one, low, high, at))
    return tuple(found)


def _number(text: str, one: Amount, low: Decimal, high: Decimal, end: int) -> Number:
    hedge, hedge_start = hedge_before(text, one.start)
    if hedge is Hedge.EXACT:
        hedge, end = hedge_after(text, end)
    step = one.step * (low / one.value if one.value else 1)
    return Number(one.start, end, low, high, step, hedge, hedge_start, one.in_words)


def _with_scale_of(one: Amount, two: Amount) -> Decimal:
    """The first of "3 to 4 million" is three million; that of "800 to 1,000 million" is not 800."""
    scaled = one.value * two.scale
    return scaled if one.scale == 1 and one.value < 1000 and scaled < two.value else one.value


def _linked(text: str, one: Amount, low: Decimal, link: re.Match[str], two: Amount) -> str:
    """Whether two linked numbers are a "range", a "score", or "" for two values."""
    sign = link["sign"] or ""
    if not text.endswith(sign, 0, one.start):
        return ""
    if link["dash"]:
        plain = not one.in_words and not two.in_words and one.scale == two.scale == 1 and not sign
        if low >= two.value or (plain and is_score(text, one.start, two.end)):
            return "score"
        return "range"
    return "range" if is_range(text, one.start, fold(link["word"]), low, two.value) else ""


def is_range(text: str, start: int, link: str, low: Decimal, high: Decimal) -> bool:
    """Whether two values, the first at `start`, make a range when `link` stands between them.

    "between 10 and 12", "10 to 12" and "10 or 12" do; "rose from 10 to 12" and "10 and 12" are
    two levels.
    """
    if low >= high:
        return False
    match link:
        case "and":
            return _BETWEEN.search(text, max(0, start - 32), start) is not None
        case "or":
            return high <= 2 * low + 1
        case "to":
            return _LEVELS.search(text, max(0, start - 24), start) is None
    return True
