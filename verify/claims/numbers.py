"""Numbers as people write them: 1,648,195, 3.4bn, twenty-two, a dozen, 10 to 12, nearly half."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from verify.claims import lexicon
from verify.claims.hedges import hedge_after, hedge_before
from verify.claims.lookalikes import CODE, is_score
from verify.claims.spelling import any_of, fold
from verify.claims.units import MONEY_SIGN
from verify.records import Hedge

_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6,
    "m": 10**6, "mn": 10**6, "mln": 10**6, "crore": 10**7, "billion": 10**9, "b": 10**9,
    "bn": 10**9, "bln": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|zero"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_LARGE = "hundred|thousand|million|billion|trillion"
_BELOW_100 = rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES})\b)?|(?:{_TEENS}|{_ONES}))\b"
_GAP = r"(?:-|\s{1,3})"
_WORDS = (
    rf"(?:an?(?=\s{{1,3}}(?:{_LARGE})\b)|{_BELOW_100})"
    rf"(?:{_GAP}(?:{_LARGE})\b(?:{_GAP}(?:and\s{{1,3}})?{_BELOW_100})?){{0,8}}"
)
_SCALE_WORD = r"hundred|thousand|lakh|million|crore|billion|trillion|dozen|bn|mn|tn|mln|bln"
_AMOUNT = rf"""
    (?P<half>half(?:\s+an?)?[\s-](?:million|billion|trillion|dozen|crore)\b|half\s+an?\b(?!-)|half-(?=hour|mile))
  | (?P<share>(?:(?:one|two|three|four|a)[\s-](?:third|quarter|fifth|tenth)s?|(?:one[\s-])?half)
      (?=\s+of\s(?!an?\s)|[\s-](?:majority|stake|share)\b))
  | (?P<dozen>an?\s+dozen)\b
  | (?P<one>an?)(?=\s(?:minute|hour|day|week|fortnight|month|year|decade|century|mile)(?:\b|-long)
      (?!\s(?:ago|after|before|later|earlier)))
  | (?P<words>{_WORDS})(?P<plus>\s+and\s+a\s+(?:half|quarter)\b)?
      (?P<large>[\s-](?:{_SCALE_WORD})\b)?
  | (?P<digits>(?:\d{{1,3}}(?:[,\u00a0\u202f\u2009]\d{{3}}){{1,5}}
                |\d{{1,2}}(?:,\d\d){{1,4}},\d{{3}}          # 1,00,000
                |\d{{1,15}})(?:\.\d{{1,9}})?)
      (?P<glyph>[¼½¾])? (?![.,]?\d) (?!(?:st|nd|rd|th)\b)
      (?P<scale>(?:[\s-]?(?:{_SCALE_WORD})\b){{1,2}} | (?:k|m|b)\b | [\s\u00a0]m\b)?
"""
# What may be glued to the front of a number: Rs500, EUR5m, 1h12m, 6ft2in.
_CODES = ("Rs", "Rs.", "EUR", "USD", "GBP", "CHF", "INR", "RMB", "AUD", "CAD")
_GLUED = "".join(rf"|(?<=\b{re.escape(code)})" for code in _CODES) + r"|(?<=\dh)|(?<=\dft)"
_LEFT = rf"(?:(?<![\w.,/:\#\u2013\u2212-]){_GLUED})"
_SIGN = r"(?P<sign>minus\s|\u2212|-(?=[\d.,]{1,9}\s?[°%]))?"
_FLAGS = re.VERBOSE | re.IGNORECASE
_FIRST = re.compile(rf"{_LEFT}(?:(?P<code>{CODE})|{_SIGN}(?:{_AMOUNT}))", _FLAGS)
_SECOND = re.compile(_AMOUNT, _FLAGS)
_LINK = re.compile(
    rf"(?:(?P<dash>-to-|\s?(?:--?|[\u2013\u2014])\s?)|\s{{1,3}}(?P<word>to|and|or)\s{{1,3}})(?P<sign>(?-i:{MONEY_SIGN}))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\bbetween\s+(?:[^\W\d]+\s+)?(?-i:{MONEY_SIGN})?\s?$", re.IGNORECASE)
_LEVELS = re.compile(
    r"\b(?:from|up|down|rose|risen|rises?|fell|fall|fallen|climbed|dropped|jumped|slipped|declined"
    r"|gained|added|advanced|edged|eased|grew|grown|increased|decreased|cut|raised)\s+(?:about\s+"
    rf"|around\s+|nearly\s+)?(?-i:{MONEY_SIGN})?\s?$",
    re.IGNORECASE,
)
_METRES_AFTER = re.compile(
    r"[\s-](?:tall|high|long|wide|deep|thick|away|apart|above|below|sprint|race|hurdles|relay|final"
    r"|freestyle|butterfly|backstroke|breaststroke|medley|dash|wave|tower|record|\(\d)",
    re.IGNORECASE,
)
_METRES_BEFORE = re.compile(
    r"\b(?:height|length|width|depth|altitude|elevation|distance|diameter|radius|tall|high|deep"
    r"|long|wide|measur\w+|stands|waves?|elevated|tide|metres?|depths)\b[^.;]{0,30}$|\d\s?h\s?$",
    re.IGNORECASE,
)
_ORDINAL_TAIL = re.compile(
    r"(?:-|(?<=ty)\s|(?<=dred)\s|\s+and\s+)(?:" + any_of(lexicon.ORDINAL_WORDS) + r")\b",
    re.IGNORECASE,
)
# "lasted an hour", but "twice an hour".
_LASTING = re.compile(
    r"\b(?:last(?:s|ed|ing)?|took|takes?|taking|for|within|spen[dt]s?|spending)\s$", re.IGNORECASE
)
# "the first half of 1988" is no half of it.
_HALF_OF_TWO = re.compile(r"\b(?:first|second|latter|other|opening|final)\s$", re.IGNORECASE)
_PARTS = {
    "half": Decimal("0.5"), "third": Decimal(1) / 3, "quarter": Decimal("0.25"),
    "fifth": Decimal("0.2"), "tenth": Decimal("0.1"),
    "¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75"),
}  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    value: Decimal
    step: Decimal
    scale: int
    in_words: bool


def find_numbers(text: str) -> tuple[Number, ...]:
    """All numbers of a text in order; a range is one number, and "two-thirds of" is 0.6667.

    Ordinals, and the times, scores and codes of `lookalikes`, are not among them.
    """
    found: list[Number] = []
    at = 0
    while match := _FIRST.search(text, at):
        at = match.end()
        one = None if match["code"] else _amount(match, text)
        if one is None:
            continue
        at = one.end
        low, high = one.value, one.value
        if (link := _LINK.match(text, one.end)) and (second := _SECOND.match(text, link.end())):
            two = _amount(second, text)
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


def _number(text: str, one: _Amount, low: Decimal, high: Decimal, end: int) -> Number:
    hedge, hedge_start = hedge_before(text, one.start)
    if hedge is Hedge.EXACT:
        hedge, end = hedge_after(text, end)
    step = one.step * (low / one.value if one.value else 1)
    return Number(one.start, end, low, high, step, hedge, hedge_start, one.in_words)


def _amount(m: re.Match[str], text: str) -> _Amount | None:
    """One number as it is written, or None where the words do not make one."""
    start, end = m.span()
    if m["digits"]:
        return _in_digits(m, text)
    if m["words"]:
        if _ORDINAL_TAIL.match(text, m.end("words")):
            return None  # twenty-second
        value = _from_words(m["words"])
        if value is None:
            return None
        last = fold(re.split(r"[\s-]", m["words"])[-1])
        if m["plus"]:
            value += _PARTS[fold(m["plus"].split()[-1])] * _SCALES.get(last, 1)
        if m["large"]:
            last = fold(m["large"][1:])
            value *= _SCALES[last]
        return _Amount(start, end, value, _step(value), _SCALES.get(last, 1), True)
    if m["one"]:
        return _Amount(start, end, Decimal(1), Decimal(1), 1, True) if _is_one(text, m) else None
    words = re.split(r"[\s-]+", fold(m["half"] or m["share"] or m["dozen"]).strip("-"))
    if m["share"]:
        if _HALF_OF_TWO.search(text, max(0, start - 10), start):
            return None
        count = {"two": 2, "three": 3, "four": 4}.get(words[0], 1)
        value = round(count * _PARTS[words[-1].rstrip("s") if words[-1] != "half" else "half"], 4)
        return _Amount(start, end, value, Decimal("0.01"), 1, True)
    value = Decimal(_SCALES.get(words[-1], 1)) * (Decimal("0.5") if m["half"] else 1)
    return _Amount(start, end, value, _step(value), 1, True)


def _is_one(text: str, m: re.Match[str]) -> bool:
    """Whether "an hour" is told as a length: about an hour, lasted an hour, an hour-long call."""
    hedge, _ = hedge_before(text, m.start())
    lasting = _LASTING.search(text, max(0, m.start() - 12), m.start())
    return hedge is not Hedge.EXACT or lasting is not None or "-long" in text[m.end() :][:14]


def _in_digits(m: re.Match[str], text: str) -> _Amount:
    start, end = m.span()
    digits = re.sub(r"[,\u00a0\u202f\u2009]", "", m["digits"])
    value, step = Decimal(digits), _step(Decimal(digits))
    if m["glyph"]:
        value, step = value + _PARTS[m["glyph"]], Decimal("0.25")
    scale, written = 1, fold(m["scale"] or "").strip()
    if written == "m" and not re.search(rf"(?:{MONEY_SIGN})\s?$", text[max(0, start - 5) : start]):
        spaced = m["scale"] != m["scale"].strip()
        if spaced or _METRES_AFTER.match(text, end) or _METRES_BEFORE.search(
            text, max(0, start - 60), start
        ):  # fmt: skip
            written, end = "", m.start("scale")
    for word in re.split(r"[\s-]+", written):
        scale *= _SCALES.get(word, 1)
    value = -value if "sign" in m.re.groupindex and m["sign"] else value
    return _Amount(start, end, value * scale, step * scale, scale, False)


def _step(value: Decimal) -> Decimal:
    """The step of the last digit that is not a filling zero: 3.4 -> 0.1, 1200 -> 100, 10 -> 1."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0 and value != value.to_integral_value():
        return Decimal(1).scaleb(exponent)
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10 ** min(zeros, len(digits) - 1)) if len(digits) >= 3 else Decimal(1)


def _from_words(words: str) -> Decimal | None:
    """The value of a span of number words, or None where they do not make one."""
    # Imported here: most sentences have none.
    from text_to_num import text2num  # noqa: PLC0415

    plain = re.sub(r"^an?\s+", "one ", " ".join(fold(words).split()))
    try:
        return Decimal(text2num(plain, "en"))
    except ValueError:
        return None  # "two hundred three thousand five million": words that make no number


def _with_scale_of(one: _Amount, two: _Amount) -> Decimal:
    """The first of "3 to 4 million" is three million; that of "800 to 1,000 million" is not 800."""
    scaled = one.value * two.scale
    return scaled if one.scale == 1 and one.value < 1000 and scaled < two.value else one.value


def _linked(text: str, one: _Amount, low: Decimal, link: re.Match[str], two: _Amount) -> str:
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
            return _BETWEEN.search(text, max(0, start - 30), start) is not None
        case "or":
            return high <= 2 * low + 1
        case "to":
            return _LEVELS.search(text, max(0, start - 24), start) is None
    return True
