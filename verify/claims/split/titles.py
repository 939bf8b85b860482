"""What stands before a name and says what its bearer is: "defence minister Dong Jun"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.namewords import APPOSED
from verify.claims.split.row import NAMES, Range, Row
from verify.claims.split.units import Unit

_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "eer", "ess")
THINGS = frozenset(
    "album film movie song single novel book band group album series show game city town village"
    " river island company firm magazine newspaper ship club team singer king queen prince pope"
    " saint king coach captain chief premier chairman secretary mayor governor".split()
)
_OFFICES = frozenset(
    "president premier chancellor minister king queen emperor senator judge justice general"
    " captain secretary governor mayor chairman director ambassador professor archbishop bishop"
    " pope".split()
)


def find_titles(row: Row, units: Sequence[Unit]) -> list[tuple[Range, Range]]:
    """Titles with the names they stand before."""
    found = []
    for unit in units:
        if unit.kind != "np" or unit.end - unit.start < 2:
            continue
        name = unit.end
        while name > unit.start and row.tags[name - 1] in NAMES:
            name -= 1
        if name == unit.end:
            continue
        while name < unit.end and row.tokens[name].lower in _OFFICES:
            name += 1
        head = name - 1
        if head < unit.start or name == unit.end:
            continue
        word = row.tokens[head].lower
        known = word in APPOSED or word in THINGS or word in _OFFICES
        if known or (row.tags[head] == "NN" and word.endswith(_ENDINGS)):
            found.append(((unit.start, name), (name, unit.end)))
    return found
