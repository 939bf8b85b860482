"""Lists whose members each make an assertion: "bought Foo, Bar and Baz", "in Leeds and in York"."""

from __future__ import annotations

from collections.abc import Sequence

from verify.claims.places import country
from verify.claims.split.row import Range, Row
from verify.claims.split.units import Unit
from verify.claims.words import verb_lemma

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


def find_members(row: Row, units: Sequence[Unit], verb: Range | None) -> tuple[Range, ...]:
    """The members of the first list among the units of a clause, () where none can be told
    apart; what lies between two of them joins them."""
    for at, unit in enumerate(units):
        if unit.kind == "cc" and row.tokens[unit.start].lower in {"and", "or"}:
            members = _list(row, units, at)
            if len(members) > 1 and _apart(row, units, members, verb):
                return (*members[:-1], (members[-1][0], _described(units, members[-1][1])))
    return ()


def _described(units: Sequence[Unit], end: int) -> int:
    """Where what describes the last member ends: "the house and the barn | built in 1820"."""
    at = next((n for n, unit in enumerate(units) if unit.start >= end), len(units))
    if _kind(units, at) in {"vn", "vg", "w"} and units[at].start == end:
        while at < len(units) and units[at].kind not in {",", ".", "cc"} and units[at].start == end:
            end = units[at].end
            at += 1
    return end


def _list(row: Row, units: Sequence[Unit], at: int) -> tuple[Range, ...]:
    """The members around the "and" at `at`."""
    led = _kind(units, at + 1) == "i"
    last = at + 1 + led
    if _kind(units, last) != "np":
        return ()
    while _is_of(row, units, last + 1) and _kind(units, last + 2) == "np":
        last += 2
    members = [(units[at + 1].start, units[last].end)]
    chained = last > at + 1 + led
    end = at - 1 - (_kind(units, at - 1) == ",")
    while _kind(units, end) == "np" and len(members) < _MOST:
        first = end
        while _is_of(row, units, first - 1) and _kind(units, first - 2) == "np":
            first -= 2
        if first < end and len(members) == 1 and not chained and _bare(row, units[last]):
            break  # "a project of Chile and Spain"
        if led:
            first -= 1
            if _kind(units, first) != "i":
                break
        members.insert(0, (units[first].start, units[end].end))
        if _kind(units, first - 1) != ",":
            break
        end = first - 2
    return tuple(members)


def _kind(units: Sequence[Unit], at: int) -> str:
    return units[at].kind if 0 <= at < len(units) else ""


def _is_of(row: Row, units: Sequence[Unit], at: int) -> bool:
    return _kind(units, at) == "i" and row.tokens[units[at].start].lower == "of"


def _bare(row: Row, unit: Unit) -> bool:
    """Whether a noun phrase has no determiner."""
    return row.tags[unit.start] not in {"DT", "PRP$", "CD"}


def _apart(row: Row, units: Sequence[Unit], members: Sequence[Range], verb: Range | None) -> bool:
    """Whether each member makes an assertion of its own."""
    start, end = members[0][0], members[-1][1]
    words = {row.tokens[i].lower for unit in units for i in range(unit.start, unit.end)}
    if words & _TOGETHER or country(" ".join(t.text for t in row.tokens[start:end])):
        return False
    if verb and verb_lemma(row.tokens[verb[1] - 1].lower) in _MUTUAL:
        return False
    first, last = members[0], members[-1]
    if _gapped(row, units, first, last):
        return False
    word = row.tokens[last[0]]
    if row.tags[last[0]] == "NNS" and "VERB" in word.tags:
        return False  # "employs 300 people and exports to": it may be the verb
    if len(members) > 2:
        return True
    if verb and end <= verb[0]:
        # "Marks and Spencer has": one name
        return row.tokens[verb[0]].lower not in {"is", "was", "has", "does"}
    return not all(e - s == 1 and row.tags[s] == "NN" for s, e in (first, last))  # bread and butter


def _gapped(row: Row, units: Sequence[Unit], first: Range, last: Range) -> bool:
    """Whether the list is of pairs: "gold in Oslo, silver in | Rome and bronze | in Paris"."""
    before = next((u for u in reversed(units) if u.end <= first[0]), None)
    after = next((u for u in units if u.start >= last[1]), None)
    return (
        before is not None
        and after is not None
        and before.kind == after.kind == "i"
        and row.tokens[before.start].lower == row.tokens[after.start].lower
    )
