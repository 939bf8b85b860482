"""One number as people write it: 1,648,195, 3.4bn, 8-3/4, twenty-two, half a dozen, two-thirds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from verify.claims import lexicon
from verify.claims.currencies import MONEY_SIGN
from verify.claims.hedges import hedge_before
from verify.claims.spelling import any_of, fold
from verify.records import Hedge

SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6,
    "m": 10**6, "mn": 10**6, "mln": 10**6, "crore": 10**7, "billion": 10**9, "b": 10**9,
    "bn": 10**9, "bln": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|zero"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_LARGE = "hundred|thousand|million|billion|trillion"
_BELOW_100 = rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES})\b)?|(?:{_TEENS}|{_ONES}))(?:\b|(?=fold\b))"
_GAP = r"(?:-|\s{1,3})"
_WORDS = (
    rf"(?:an?(?=\s{{1,3}}(?:{_LARGE})\b)|{_BELOW_100})"
    rf"(?:{_GAP}(?:{_LARGE})\b(?:{_GAP}(?:and\s{{1,3}})?{_BELOW_100})?){{0,8}}"
)
_SCALE_WORD = r"hundred|thousand|lakh|million|crore|billion|trillion|dozen|bn|mn|tn|mln|bln"
_PART = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|sixteenth|hundredth"
# 8-3/4, 7 15/16; a bare 3/4 only before what it is a part of.
FRACTION = r"""(?:\d{1,3}(?:-|\s(?=\d{1,2}/\d{1,2}[\s-][a-z%]))\d{1,2}/(?:[234568]|16|32|64)
  |\d{1,2}/\d{1,3}(?=[\s-](?:of\s|(?:pct|per\s?cent|point|dollar|dlr|cent|mile|inch|pint)s?\b)))
  (?![-–/]?\d)"""
AMOUNT = rf"""
    (?P<half>half(?:\s+an?)?[\s-](?:million|billion|trillion|dozen|crore|century)\b|half\s+an?\b(?!-)
      |half-(?=hour|mile)|(?:an?\s+)?quarter[\s-](?:of\s+a\s+)?century\b)
  | (?P<share>(?:(?:an?|{_ONES})[\s-](?:{_PART})s?|(?:one[\s-])?half)
      (?=\s+of\s(?!an?\s(?!per))|[\s-](?:majority|stake|share|percentage)\b))
  | (?P<dozen>an?\s+(?:half[\s-])?dozen)\b
  | (?P<twice>twice)(?=\s+(?:as|the)\b)
  | (?P<one>an?)(?=\s(?:minute|hour|day|week|fortnight|month|year|decade|century|mile)(?:\b|-long)
      (?!\s(?:ago|after|before|later|earlier)))
  | (?P<words>{_WORDS})(?P<plus>[\s-]and[\s-](?:(?:a|three)[\s-])?(?:half|quarters?|third)\b)?
      (?P<large>[\s-](?:{_SCALE_WORD})\b)?
  | (?P<fraction>{FRACTION})
  | (?P<glyph_alone>[¼½¾⅓⅔⅛⅜⅝⅞])(?!\w)
  | (?P<digits>(?:\d{{1,3}}(?:[,\u00a0\u202f\u2009]\d{{3}}){{1,5}}
                |\d{{1,2}}(?:,\d\d){{1,4}},\d{{3}}          # 1,00,000
                |\d{{1,15}})(?:\.\d{{1,9}})?)
      (?P<glyph>[¼½¾⅓⅔⅛⅜⅝⅞])? (?![.,]?\d) (?!(?:st|nd|rd|th)\b)
      (?P<scale>(?:[\s-]?(?:{_SCALE_WORD})\b){{1,2}} | (?:k|m|b)\b | [\s\u00a0]m\b)?
"""
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
_THIRD = Decimal(1) / 3
_PARTS = {
    "half": Decimal("0.5"), "third": _THIRD, "quarter": Decimal("0.25"), "fifth": Decimal("0.2"),
    "sixth": _THIRD / 2, "seventh": Decimal(1) / 7, "eighth": Decimal("0.125"),
    "ninth": _THIRD / 3, "tenth": Decimal("0.1"), "sixteenth": Decimal("0.0625"),
    "hundredth": Decimal("0.01"),
    "¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75"), "⅓": _THIRD, "⅔": 2 * _THIRD,
    "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip
_COUNTS = {w: n for n, w in enumerate(_ONES.split("|"), start=1)} | {"a": 1, "an": 1}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at text[start:end], with the step of its last digit and the scale it is told in."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    scale: int
    in_words: bool


def read_amount(m: re.Match[str], text: str) -> Amount | None:
    """What `AMOUNT` matched, or None where the words make no number."""
    start, end = m.span()
    if m["digits"]:
        return _in_digits(m, text)
    if m["fraction"] or m["glyph_alone"]:
        return _fraction(m)
    if m["words"]:
        return _in_words(m, text)
    if m["twice"]:
        return Amount(start, end, Decimal(2), Decimal(1), 1, True)
    if m["one"]:
        return Amount(start, end, Decimal(1), Decimal(1), 1, True) if _is_one(text, m) else None
    words = re.split(r"[\s-]+", fold(m["half"] or m["share"] or m["dozen"]).strip("-"))
    if m["share"]:
        if _HALF_OF_TWO.search(text, max(0, start - 10), start):
            return None
        value = round(_COUNTS.get(words[0], 1) * _part(words[-1]), 4)
        return Amount(start, end, value, Decimal("0.01"), 1, True)
    if words[-1] == "century":
        words, end = words[:-1], end - len(" century")
    part = next((_PARTS[w] for w in words if w in {"half", "quarter"}), Decimal(1))
    value = SCALES.get(words[-1], 1) * part
    return Amount(start, end, value, _step(value), 1, True)


def _part(word: str) -> Decimal:
    """Of "thirds" a third; "half" has no s to lose."""
    return _PARTS[word if word in _PARTS else word.removesuffix("s")]


def _is_one(text: str, m: re.Match[str]) -> bool:
    """Whether "an hour" is told as a length: about an hour, lasted an hour, an hour-long call."""
    hedge, _ = hedge_before(text, m.start())
    lasting = _LASTING.search(text, max(0, m.start() - 12), m.start())
    return hedge is not Hedge.EXACT or lasting is not None or "-long" in text[m.end() :][:14]


def _in_words(m: re.Match[str], text: str) -> Amount | None:
    if _ORDINAL_TAIL.match(text, m.end("words")):
        return None  # twenty-second
    value = _from_words(m["words"])
    if value is None:
        return None
    last = fold(re.split(r"[\s-]", m["words"])[-1])
    if m["plus"]:
        plus = re.split(r"[\s-]", fold(m["plus"]))
        value += _COUNTS.get(plus[-2], 1) * _part(plus[-1]) * SCALES.get(last, 1)
    if m["large"]:
        last = fold(m["large"][1:])
        value *= SCALES[last]
    value = -value if "sign" in m.re.groupindex and m["sign"] else value
    return Amount(*m.span(), value, _step(value), SCALES.get(last, 1), True)


def _fraction(m: re.Match[str]) -> Amount | None:
    if m["glyph_alone"]:
        value = step = _PARTS[m["glyph_alone"]]
    else:
        *whole, over, under = (int(n) for n in re.split(r"[-\s/]", m["fraction"]))
        if not 0 < over < under:
            return None
        value, step = sum(whole) + Decimal(over) / under, Decimal(1) / under
    value = -value if "sign" in m.re.groupindex and m["sign"] else value
    return Amount(*m.span(), value, step, 1, False)


def _in_digits(m: re.Match[str], text: str) -> Amount:
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
        scale *= SCALES.get(word, 1)
    value = -value if "sign" in m.re.groupindex and m["sign"] else value
    return Amount(start, end, value * scale, step * scale, scale, False)


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

    plain = re.sub(r"^an?\s+", "one ", re.sub(r"[\s-]+", " ", fold(words)))
    trillions, told, rest = plain.partition(" trillion")  # which text2num does not know
    rest = rest.strip().removeprefix("and ")
    try:
        value = text2num(trillions, "en")
        return Decimal(value * 10**12 + (text2num(rest, "en") if rest else 0) if told else value)
    except ValueError:
        return None  # "two hundred three thousand five million": words that make no number
