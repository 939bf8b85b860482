"""Roman numerals: the XXIII Olympiad."""

from __future__ import annotations

_SIGNS = (
    ("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4),
    ("I", 1),
)  # fmt: skip
_VALUES = {sign: value for sign, value in _SIGNS if len(sign) == 1}


def from_roman(written: str) -> int | None:
    """22 for XXII; None for what is no Roman numeral, as IIX."""
    values = [_VALUES[letter] for letter in written]
    number = sum(
        -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )
    return number if to_roman(number) == written else None


def to_roman(number: int) -> str:
    """XXII for 22."""
    written = ""
    for sign, value in _SIGNS:
        written += sign * (number // value)
        number %= value
    return written
