"""Other values of the same form, far enough from the first to be no rounding of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from verify.claims.numberwords import ordinal_ending
from verify.evaluation.changewords import MONTHS, RANKS, SMALL

APART = Decimal("0.1")
"""The least a number is changed by, as a share of itself."""
YEARS = range(1, 15)


def other_number(written: str, chance: random.Random) -> str:
    """Another number in words or figures, written as the first is: a slip of one digit, two digits
    exchanged, or a figure somewhat larger or smaller.
    """
    if written in SMALL:
        at = SMALL.index(written)
        return chance.choice([w for n, w in enumerate(SMALL) if 0 < abs(n - at) <= 4])
    value = Decimal(written.replace(",", ""))
    if value < 10 and value == value.to_integral_value():
        near = [n for n in range(2, 14) if 0 < abs(n - value) <= 4]
        return _like(written, Decimal(chance.choice(near)))
    tries = [_slip, _exchange, _scaled]
    for _ in range(40):
        other = _like(written, chance.choice(tries)(written, value, chance))
        if abs(Decimal(other.replace(",", "")) - value) >= APART * value > 0:
            return other
    return _like(written, value * 2 + 1)


def other_share(written: str, chance: random.Random) -> str:
    """Another number, and no more than 100 where the first is not."""
    value = Decimal(written.replace(",", "")) if written not in SMALL else Decimal(2)
    for _ in range(40):
        other = other_number(written, chance)
        if other in SMALL or value > 100 or Decimal(other.replace(",", "")) <= 100:
            return other
    return _like(written, value / 2)


def _slip(written: str, value: Decimal, chance: random.Random) -> Decimal:
    places = [n for n, c in enumerate(written) if c.isdigit()][:2]
    at = chance.choice(places)
    digit = chance.choice([d for d in "123456789" if d != written[at]])
    return Decimal(f"{written[:at]}{digit}{written[at + 1 :]}".replace(",", ""))


def _exchange(written: str, value: Decimal, chance: random.Random) -> Decimal:
    digits = [n for n, c in enumerate(written) if c.isdigit()]
    pairs = [
        (a, b)
        for a, b in pairwise(digits)
        if written[a] != written[b] and (a > 0 or written[b] != "0")
    ]
    if not pairs:
        return value
    a, b = chance.choice(pairs)
    letters = list(written)
    letters[a], letters[b] = letters[b], letters[a]
    return Decimal("".join(letters).replace(",", ""))


def _scaled(written: str, value: Decimal, chance: random.Random) -> Decimal:
    return value * Decimal(chance.choice(["0.6", "0.75", "0.85", "1.15", "1.3", "1.5", "2"]))


def _like(written: str, value: Decimal) -> str:
    """A value with as many decimals as another, and its commas."""
    decimals = len(written.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in written else f"{value:.{decimals}f}"


def other_year(written: str, chance: random.Random, latest: int) -> str:
    """Another year, none after `latest` unless the first is."""
    year = int(written)
    shifts = [n for step in YEARS for n in (step, -step) if n < 0 or year + n <= max(latest, year)]
    return str(year + chance.choice(shifts))


def other_day(written: str, chance: random.Random) -> str:
    """Another day of the month, at least three days off."""
    return str(chance.choice([d for d in range(1, 29) if abs(d - int(written)) >= 3]))


def other_of(written: str, among: Sequence[str], chance: random.Random) -> str:
    """Another of a few words."""
    return chance.choice([word for word in among if word != written])


def other_month(written: str, chance: random.Random) -> str:
    """Another month."""
    return other_of(written, MONTHS, chance)


def other_rank(written: str, chance: random.Random) -> str:
    """Another place in a series, not far off."""
    if written in RANKS:
        at = RANKS.index(written)
        return chance.choice([w for n, w in enumerate(RANKS) if 0 < abs(n - at) <= 3])
    rank = int(written[:-2])
    other = chance.choice([n for n in range(1, 100) if 0 < abs(n - rank) <= 4])
    return f"{other}{ordinal_ending(other)}"
