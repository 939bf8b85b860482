"""Numbers with what they count or measure: 10-member, 12 days, 5 per cent, £3.4m, 330 km."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from verify.claims.currencies import HUNDREDTHS, MONEY_AFTER, MONEY_BEFORE, currency_of
from verify.claims.lookalikes import STREET
from verify.claims.numbered import is_dated_year, names_a_thing
from verify.claims.numbers import Number, find_numbers, is_range
from verify.claims.phrases import noun_phrase_end
from verify.claims.rates import rate_after
from verify.claims.spelling import fold, word_set
from verify.claims.units import DURATIONS, PERCENT, UNIT, unit_of
from verify.claims.vague import find_vague
from verify.claims.words import tokenize
from verify.records import Hedge, Kind, Quantity

__all__ = ["DURATIONS", "Measured", "find_quantities", "noun_phrase_end"]

_CLOCK = re.compile(
    r"[ap]\.?m\b|o['’]clock|(?i:GMT|UTC|BST|IST|[ECMP][SD]T)\b|ET\b|(?:local|[A-Z]\w+)\s+time\b|noon\b|midnight\b|BCE?\b|AD\b|CE\b"
)
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|heavy|heavier|lighter|bomb|baby|(?:lost|lose|losing|gained|shed)\s)",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:for|in|after|within|last(?:s|ed|ing)?|of|than|just|only|about|took|least)\s$",
    re.IGNORECASE,
)
_RARELY_FEW = word_set("won dong mark marks")
"""Money of which a few buy nothing, and words for other things."""
_SHARE_OF = re.compile(r"\s+of\s|[\s-](?:majority|stake|share)", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged(?:\s+between)?|at\s+age|ages?\s+of)\s$", re.IGNORECASE)
_MULTIPLE = re.compile(
    r"(?:\s+times(?=\s+(?:as|more|less|the\s+(?:size|number|amount|price|rate|cost|length|area"
    r"|population|weight|value|average|level)|[a-z]+er\s+than)\b)|(?<=twice)(?=\s)"
    r"|[\s-]?fold\b)",
    re.IGNORECASE,
)
_OLDEST = 130
_BELOW_ZERO = re.compile(r"\s+(?:below\s+(?:zero|freezing)|of\s+frost)\b", re.IGNORECASE)
_DEGREES = frozenset({"°C", "°F", "degree"})
_COMPOUND = frozenset({Kind.DURATION, Kind.QUANTITY})
_PARTS = re.compile(r",?\s+and\s+|,\s+|\s?")
_OF_A_WHOLE = re.compile(r"\s+of\s+(?:(?:the|its|his|her|their|all)\s+)?", re.IGNORECASE)
_ENDS = re.compile(r"-to-|\s?[-–—]\s?|\s+(?P<word>to|and|or)\s+", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?:to|and|or)\s+")
_SUBUNIT = re.compile(r"(?:\d\s?h|(?P<feet>\d\s?(?:ft|feet|foot)))\s?$")
_SUBUNITS = {"m": ("minute", Fraction(1)), "in": ("m", Fraction("0.0254"))}


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity with its span, its kind, and where the words after it go on."""

    start: int
    end: int
    kind: Kind
    value: Quantity
    attributive: bool
    """Written as 10-member, 12-day: the noun it describes comes next."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a number is a number of: text[start:end] is the number with its unit."""

    start: int
    end: int
    kind: Kind
    name: str
    by: Fraction = Fraction(1)
    per: str = ""


@lru_cache(maxsize=512)
def find_quantities(text: str) -> tuple[Measured, ...]:
    """All numbers of a text that say how much or how many of something, in order.

    Years, clock times, addresses, numbered things ("No. 10") and bare numbers are not among them.
    """
    numbers = sorted((*find_numbers(text), *find_vague(text)), key=lambda n: n.start)
    units = [_unit(text, number) for number in numbers]
    found: list[tuple[Measured, Fraction]] = []
    for at, number in enumerate(numbers):
        unit = units[at]
        whole = None
        if at + 1 < len(numbers):
            whole = _whole(text, number, unit, numbers[at + 1], units[at + 1])
            unit = whole or _shared(text, number, unit, numbers[at + 1], units[at + 1])
        if unit is None:
            continue
        measured = _measured(text, number, unit)
        if whole:
            value = measured.value.model_copy(update={"whole": numbers[at + 1].low})
            measured = replace(measured, value=value)
        if found and measured.start < found[-1][0].end:
            continue  # "ten half crowns": the noun of one number is the next number
        if found and (joined := _joined(text, *found[-1], measured, unit.by)):
            found[-1] = joined, unit.by
        else:
            found.append((measured, unit.by))
    return tuple(measured for measured, _ in found)


def _measured(text: str, number: Number, unit: _Unit) -> Measured:
    start = min(unit.start, number.hedge_start)
    hedge = number.hedge
    if unit.name == "%" and number.in_words and 0 < number.low < 1 and hedge is Hedge.EXACT:
        hedge = Hedge.ABOUT  # "two-thirds of the members" is said of 65 in 100, too
    low, high = sorted((_times(number.low, unit.by), _times(number.high, unit.by)))
    value = Quantity(
        low=low,
        high=high,
        unit=unit.name,
        hedge=hedge,
        precision=_times(number.precision, abs(unit.by)),
        per=unit.per,
        text=text[start : unit.end],
    )
    written = text[number.end : number.end + 1] == "-" or (
        unit.kind is Kind.MONEY and text[unit.end : unit.end + 1] == "-"
    )
    return Measured(start, unit.end, unit.kind, value, written)


def _times(value: Decimal, by: Fraction) -> Decimal:
    product = value * by.numerator / by.denominator
    whole = product.to_integral_value()
    return Decimal(int(whole)) if product == whole else product.normalize()


def _unit(text: str, number: Number) -> _Unit | None:
    if is_dated_year(text, number) or text.endswith("per ", 0, number.start):
        return None
    unit = (
        _money(text, number, number.end)
        or _percentage(text, number, number.end)
        or _multiple(text, number)
        or _dimension(text, number, number.end)
        or _age(text, number)
        or _count(text, number)
    )
    if unit is None or unit.kind is Kind.PERCENTAGE or unit.per:
        return unit
    per, end = rate_after(text, unit.end)
    return replace(unit, per=per, end=end) if per else unit


def _shared(
    text: str, number: Number, unit: _Unit | None, after: Number, after_unit: _Unit | None
) -> _Unit | None:
    """In "from 5 to 7 per cent" the unit is written once, after the second number, and in "from $5
    to $7 a barrel" what it is told for one of."""
    if after_unit is None or not _NEXT.fullmatch(
        text, number.end, min(after.hedge_start, after_unit.start)
    ):
        return unit
    if unit is not None:
        same = (unit.kind, unit.name) == (after_unit.kind, after_unit.name)
        return replace(unit, per=after_unit.per) if same and not unit.per else unit
    either = " or " in text[number.end : after.start]
    if names_a_thing(text, number) or (either and not 1 < after.low / (number.low or 1) <= 3):
        return None  # "34.7 mln or 78 cts a share"
    if after_unit.start < after.start and after_unit.kind is Kind.MONEY:
        return None  # "10 to $20"
    return replace(after_unit, start=number.start, end=number.end)


def _whole(
    text: str, number: Number, unit: _Unit | None, after: Number, after_unit: _Unit | None
) -> _Unit | None:
    """In "240 of the 543 seats" the first number counts what the second is all of."""
    if unit is not None or after_unit is None or after_unit.kind is not Kind.COUNT:
        return None
    part = number.low == number.high and 1 < number.low <= after.low == after.high
    if not part or number.low != number.low.to_integral_value() or names_a_thing(text, number):
        return None
    if is_dated_year(text, number) or not _OF_A_WHOLE.fullmatch(text, number.end, after.start):
        return None
    return replace(after_unit, start=number.start)


def _age(text: str, number: Number) -> _Unit | None:
    """Aged 45, at the age of 45."""
    lead = _AGED.search(text, max(0, number.start - 18), number.start)
    if lead is None or number.high > _OLDEST or text[number.end : number.end + 1] == "%":
        return None
    if "ages" in fold(lead.group()) and number.low == number.high:
        return None  # the ages of 5 children
    return _Unit(lead.start(), number.end, Kind.DURATION, "month", Fraction(12))


def _money(text: str, number: Number, at: int) -> _Unit | None:
    before = MONEY_BEFORE.search(text, max(0, number.start - 8), number.start)
    if before:
        return _Unit(before.start(), number.end, Kind.MONEY, before.lastgroup or "")
    after = MONEY_AFTER.match(text, at)
    if not after:
        return None
    if after["name"] == "Cent":
        return None  # 50 Cent
    name, written = currency_of(after), fold(after.group().strip(" \u00a0-"))
    if written in _RARELY_FEW and number.low < 1000 and number.low == int(number.low):
        return None  # "the 12 won by the Greens", "80 marks in the exam"
    if written.startswith("pound") and number.low < 10**6:
        lead, tail = text[max(0, number.start - 30) : number.start], text[after.end() :][:12]
        if _WEIGHED.search(f"{lead} {tail}"):
            return _Unit(number.start, after.end(), Kind.QUANTITY, "kg", Fraction("0.45359237"))
    by = Fraction(1, 100) if name in HUNDREDTHS else Fraction(1)
    name = HUNDREDTHS.get(name, name)
    return _Unit(number.start, after.end(), Kind.MONEY, name, by)


def _percentage(text: str, number: Number, at: int) -> _Unit | None:
    match = PERCENT.match(text, at)
    if match:
        name = "%" if match["pc"] else "pp"
        by = Fraction(1, 100) if match["bp"] else Fraction(1)
        return _Unit(number.start, match.end(), Kind.PERCENTAGE, name, by)
    if number.in_words and 0 < number.low < 1 and _SHARE_OF.match(text, at):
        return _Unit(number.start, at, Kind.PERCENTAGE, "%", Fraction(100))
    return None


def _multiple(text: str, number: Number) -> _Unit | None:
    """Three times as many, twice the size, tenfold; not "won three times"."""
    match = _MULTIPLE.match(text, number.end)
    return _Unit(number.start, match.end(), Kind.QUANTITY, "times") if match else None


def _dimension(text: str, number: Number, at: int) -> _Unit | None:
    part = _SUBUNIT.search(text, max(0, number.start - 6), number.start)
    if part and (small := re.match(r"\s?ins?\b" if part["feet"] else r"\s?m\b", text[at : at + 5])):
        name, by = _SUBUNITS[small.group().strip().rstrip("s")]
        kind = Kind.QUANTITY if part["feet"] else Kind.DURATION
        return _Unit(number.start, at + small.end(), kind, name, by)
    match = UNIT.match(text, at)
    if not match:
        return None
    written = match["unit"]
    attributive = text[at : at + 1] == "-"
    if written == "M" or (number.in_words and written.istitle() and text[number.start].isupper()):
        return None  # 3M, the Seven Years' War
    if fold(written) == "second" and number.high != 1 and not attributive:
        return None  # "in 10 second-half minutes"
    if fold(written) in {"day", "second"} and number.in_words and number.high == 1:
        lasts = _LASTS.search(text, max(0, number.start - 12), number.start)
        if not lasts and not attributive and number.hedge is Hedge.EXACT:
            return None  # "one day she will"
    if fold(written) == "stone" and noun_phrase_end(text, match.end() + 1) > match.end() + 1:
        return None  # 5 stone houses
    name, by = unit_of(written)
    name, _, per = name.partition(" per ")
    kind = Kind.DURATION if name in DURATIONS else Kind.QUANTITY
    if name in _DEGREES and (below := _BELOW_ZERO.match(text, match.end())):
        return _Unit(number.start, below.end(), kind, name, -by)
    return _Unit(number.start, match.end(), kind, name, by, per)


def _count(text: str, number: Number) -> _Unit | None:
    """The noun that a whole number counts."""
    whole = number.low == number.low.to_integral_value() and number.low >= 0
    gap = text[number.end : number.end + 1]
    if not whole or gap not in {" ", "\u00a0", "-", "\n"} or names_a_thing(text, number):
        return None
    after = number.end + 1
    if not text[after : after + 1].isalpha() or not text[after + 1 : after + 2].isalpha():
        return None  # 60 10 N, Form 8-K
    end = noun_phrase_end(text, after)
    if (
        end <= after
        or text[end : end + 1] == "/"
        or _CLOCK.match(text, after)
        or STREET.match(text, number.end)
    ):
        return None
    if gap == " " and number.low > 1 and _is_one_name(text[after:end]):
        return None
    return _Unit(number.start, end, Kind.COUNT, "")


def _is_one_name(phrase: str) -> bool:
    """Whether a noun in the singular with a capital makes the number a name's: 50 Cent, 30 Rock."""
    last = tokenize(phrase)[-1]
    noun = "NOUN" in last.tags and "ADJ" not in last.tags and last.lemma == last.lower
    return last.is_capital and noun


def _joined(
    text: str, one: Measured, one_by: Fraction, two: Measured, two_by: Fraction
) -> Measured | None:
    """Two neighbours as one value: "two hours and 14 minutes", "40% to 50%", or None."""
    a, b = one.value, two.value
    if (one.kind, a.unit, a.per) != (two.kind, b.unit, b.per) or b.hedge is not Hedge.EXACT:
        return None
    if a.low != a.high or b.low != b.high:
        return None
    between = text[one.end : two.start]
    smaller = b.low < _times(Decimal(1), one_by) and two_by < one_by
    if smaller and one.kind in _COMPOUND and _PARTS.fullmatch(between):
        low = high = a.low + b.low
    elif (ends := _ENDS.fullmatch(between)) and is_range(
        text, one.start, fold(ends["word"] or "-"), a.low, b.low
    ):
        low, high = a.low, b.low
    else:
        return None
    value = a.model_copy(
        update={
            "low": low,
            "high": high,
            "precision": b.precision,
            "text": text[one.start : two.end],
        }
    )
    return Measured(one.start, two.end, one.kind, value, two.attributive)
