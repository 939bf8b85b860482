"""Numbers put into words or figures, in the styles that newsrooms use."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = ("", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split())
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_SHORT = {"trillion": "tn", "billion": "bn", "million": "m"}
_INDIAN = ((10**12, "lakh crore"), (10**7, "crore"), (10**5, "lakh"))
_HALVES = {Decimal("0.5"): " and a half", Decimal("0.25"): " and a quarter"}
_PLACES = 3


class Style(StrEnum):
    """How a number is written."""

    FIGURES = "3,400,000"
    SHORT = "3.4m"
    LONG = "3.4 million"
    WORDS = "three million four hundred thousand"
    INDIAN = "34 lakh"


def say_number(value: Decimal, style: Style) -> str:
    """The number in a style, or in figures where the style has no way to write it."""
    if value < 0:
        sign = "minus " if style is Style.WORDS else "-"
        return sign + say_number(-value, style)
    match style:
        case Style.WORDS if words := _words(value):
            return words
        case Style.SHORT if scaled := _scaled(value, _SCALES[:3]):
            return f"{scaled[0]}{_SHORT[scaled[1]]}"
        case Style.LONG if scaled := _scaled(value, _SCALES[:3]):
            return " ".join(scaled)
        case Style.INDIAN:
            scaled = _scaled(value, _INDIAN)
            return " ".join(scaled) if scaled else _indian(value)
    return f"{value:,f}"


def _scaled(value: Decimal, scales: tuple[tuple[int, str], ...]) -> tuple[str, str] | None:
    """Figures and scale, 3.4 and million, where that takes few places."""
    for scale, name in scales:
        if value >= scale:
            figures = _plain(value / scale)
            places = len(figures.partition(".")[2])
            whole = figures.partition(".")[0]
            return (f"{int(whole):,}{figures[len(whole) :]}", name) if places <= _PLACES else None
    return None


def _plain(value: Decimal) -> str:
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _indian(value: Decimal) -> str:
    """12,34,567.5: after the thousands the commas stand every two digits."""
    whole, point, places = f"{value:f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail]) + point + places


def _words(value: Decimal) -> str:
    """In words; "" for what people write in figures only."""
    whole = value.to_integral_value(rounding="ROUND_FLOOR")
    part = _HALVES.get(value - whole, "")
    if value != whole and not (part and whole < 100 and whole):
        return ""
    return in_words(int(whole)) + part if whole < 10**15 else ""


def in_words(number: int) -> str:
    """A whole number from 0 on: two hundred and fifty-six."""
    for scale, name in _SCALES:
        if number >= scale:
            above, rest = divmod(number, scale)
            joint = (" and " if rest < 100 else " ") if rest else ""
            return f"{in_words(above)} {name}{joint}{in_words(rest) if rest else ''}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{_ONES[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number >= 20:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    return _ONES[number]


def ordinal_ending(rank: int) -> str:
    """What follows the figures of a rank: 1st, 2nd, 3rd, 4th, 11th, 21st."""
    if 10 < rank % 100 < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")


SMALL_NUMBERS = {in_words(number): str(number) for number in range(1, 13)}
"""One to twelve, in figures."""
