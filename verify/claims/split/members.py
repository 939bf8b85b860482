"""Lists whose members each make an assertion: "bought Foo, Bar and Baz", "in Leeds and in York"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.places import country
from verify.claims.split.units import Unit
from verify.claims.words import Token, verb_lemma

Range = tuple[int, int]

_TOGETHER = frozenset(
    "together jointly mutually each respectively alike both between among amongst either neither"
    " combined total altogether same".split()
)
_MUTUAL = frozenset(
    "agree meet marry merge share talk cooperate collaborate clash differ unite join divide split"
    " separate divorce compete fight negotiate combine connect link mix exchange compare include"
    " consist comprise border vary range alternate team".split()
)
_MOST = 12


def find_members(
    tokens: Sequence[Token], tags: Sequence[str], units: Sequence[Unit], verb: Range | None
) -> tuple[Range, ...]:
    """The members of the first list among the units of a clause, () where none can be told
    apart; what lies between two of them joins them."""
    for at, unit in enumerate(units):
        if unit.kind == "cc" and tokens[unit.start].lower in {"and", "or"}:
            members = _list(tokens, units, at)
            if len(members) > 1 and _apart(tokens, tags, units, members, verb):
                return members
    return ()


def _list(tokens: Sequence[Token], units: Sequence[Unit], at: int) -> tuple[Range, ...]:
    """The members around the "and" at `at`."""
    last = _element(tokens, units, at + 1)
    if last is None:
        return ()
    members = [(units[at + 1].start, units[last].end)]
    led = units[at + 1].kind == "i"
    end = at - 1
    if end >= 0 and units[end].kind == ",":
        end -= 1
    while end >= 0 and units[end].kind == "np" and len(members) < _MOST:
        first = end
        while first > 1 and units[first - 1].kind == "i" and tokens[units[first - 1].start].lower == "of" and units[first - 2].kind == "np":
            first -= 2
        if led:
            if first == 0 or units[first - 1].kind != "i":
                break
            first -= 1
        if units[first].end > members[0][0]:
            break
        members.insert(0, (units[first].start, units[end].end))
        if first == 0 or units[first - 1].kind != ",":
            break
        end = first - 2
    return tuple(members)


def _element(tokens: Sequence[Token], units: Sequence[Unit], at: int) -> int | None:
    """The last unit of a member that begins at `at`: a noun phrase with what it is "of"."""
    if at < len(units) and units[at].kind == "i":
        at += 1
    if at >= len(units) or units[at].kind != "np":
        return None
    while (
        at + 2 < len(units) and units[at + 1].kind == "i"
        and tokens[units[at + 1].start].lower == "of" and units[at + 2].kind == "np"
    ):  # fmt: skip
        at += 2
    return at


def _apart(
    tokens: Sequence[Token], tags: Sequence[str], units: Sequence[Unit], members: Sequence[Range], verb: Range | None
) -> bool:
    """Whether each member makes an assertion of its own."""
    words = {tokens[i].lower for unit in units for i in range(unit.start, unit.end)}
    if words & _TOGETHER:
        return False
    subject = verb is not None and members[-1][1] <= verb[0]
    if verb is not None and verb_lemma(tokens[verb[1] - 1].lower) in _MUTUAL:
        return False
    start, end = members[0][0], members[-1][1]
    if country(" ".join(t.text for t in tokens[start:end])):
        return False
    if len(members) == 2:
        one, other = members
        if subject and verb is not None and tokens[verb[0]].lower in {"is", "was", "has", "does"}:
            return False  # "Marks and Spencer has": one name
        plain = all(e - s == 1 and tags[s] in {"NN", "NNS"} for s, e in (one, other))
        if plain and not subject and tags[one[0]] == "NN":
            return False  # bread and butter
    return True
