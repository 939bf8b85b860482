"""In which sense a value is said, and of which time: a change, an earlier figure, a plan."""

from __future__ import annotations

import re

from verify.claims import lexicon
from verify.claims.clauses import Clause
from verify.claims.owners import bounds
from verify.claims.reading import Reading
from verify.claims.words import verb_lemma
from verify.records import Kind, When

# "since 1994", "after the epidemic of 2019": a date that bounds or compares, and tells no time.
_BOUNDARY = re.compile(
    r"\b(?:since|after|before|until|till|than|from|by|with|to)\s+(?:the\s+)?(?:\w+\s+){0,3}(?:of\s+|in\s+)?$",
    re.IGNORECASE,
)


# Another figure: a date after it is that figure's.
_VALUE = re.compile(r"[$£€¥₹]\s?\d|\d\s?%|\d\s+(?:per\s?cent|percent)\b")


CHANGE_VERBS = frozenset(
    "rise fall grow increase decrease drop decline climb gain jump slip shrink surge plunge soar"
    " tumble slump widen narrow raise cut reduce expand advance swell dip edge rally double boost"
    " lift slow improve ease".split()
)


_CHANGE_NOUNS = frozenset(
    "rise fall growth increase decrease drop decline gain jump surge cut reduction expansion"
    " slump dip improvement".split()
)


_DOWN = frozenset(
    "fall decrease drop decline slip shrink plunge tumble slump narrow cut reduce dip ease lose"
    " reduction loss slow".split()
)


_MARKS = (
    (
        "planned",
        r"\b(?:pencilled\s+in|analysts|consensus|will|would|plans?|planned|planning|expects?"
        r"|expected|forecasts?|foreseen|foresaw|considering|aims?|hopes?|projected|proposed"
        r"|intends?|due\s+to|scheduled|by\s+20\d\d|agree[sd]?\s+to|commit(?:s|ted)?|pledge[sd]?"
        r"|predict(?:s|ed)?|estimates?\s+that|guidance|should)\b",
    ),
    (
        "earlier",
        r"\b(?:(?:its|his|her|their|the|an)\s+"
        r"(?:earlier|previous|former|old|original|preliminary|prior|first)\b"
        r"(?!\s+(?:quarter|half|month|week|time|since|year|day)))"
        r"|\b(?:previously|formerly|originally|initially|at\s+first|used\s+to)\b",
    ),
    ("part", r"\b(?:of\s+(?:them|these|those|whom|which)|excluding|apart\s+from|part\s+of)\b"),
    ("elapsed", r"\binto\s+(?:the|its|his|her)\b"),
    ("not", r"\b(?:not|never|no\s+longer|without|n['’]t|neither|denied|denies)\b"),
    ("next", r"\bnext\b"),
)


# Marks that must stand beside the value to change it.
_LOCAL = frozenset({"earlier", "part"})


_MARK = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _MARKS)


def is_marked(text: str, mark: str) -> bool:
    """Whether words of a text give what is said in it a sense: a plan, an earlier figure."""
    return any(name == mark and pattern.search(text) for name, pattern in _MARK)


def period_of(reading: Reading, clause: Clause, start: int, end: int) -> When | None:
    """The date that the clause gives, else the sentence's only one."""
    low, high = bounds(reading, clause)
    others = [
        d
        for d in reading.dates
        if not (start <= d.start < end)
        and not _BOUNDARY.search(reading.text, 0, d.start)
        and not re.search(r"\ba\s+$", reading.text[: d.start])
        and not _VALUE.search(reading.text, end, max(end, d.start))
    ]
    own = [d for d in others if low <= d.start < high]
    if own:
        return min(own, key=lambda d: abs(d.start - start)).value
    # A lead-in dates what comes after it: "In 2024, ..." and "On Monday the firm said that ...".
    before = [d.value for d in others if d.start < low]
    return before[0] if len(before) == 1 and len(others) == 1 and _leads_in(reading) else None


def _leads_in(reading: Reading) -> bool:
    first = reading.clauses[0]
    return first.verb < 0 or bool(
        reading.dates and reading.dates[0].start < reading.tokens[first.verb].start
    )


def marks_of(reading: Reading, clause: Clause, start: int, end: int, kind: Kind) -> tuple[str, ...]:
    """The senses of the value at [start, end), by the words of its clause."""
    low, high = bounds(reading, clause)
    text = reading.text[low:high]
    near = reading.text[max(low, start - 50) : min(high, end + 12)]
    following = reading.clause_of(min(end + 1, len(reading.text) - 1))
    if following.antecedent >= 0 and 0 <= reading.tokens[following.start].start - end <= 2:
        # "the £3.31bn that analysts had expected"
        text += " " + reading.text[end : reading.tokens[following.end - 1].end]
    found = [name for name, p in _MARK if p.search(near if name in _LOCAL else text)]
    if reading.text[:start].rstrip().lower().endswith("since"):
        found.append("since")
    if kind in {Kind.PERCENTAGE, Kind.MONEY, Kind.COUNT}:
        aspect = _aspect(reading, clause, start, end)
        by = (
            reading.text[:start]
            .rstrip()
            .lower()
            .endswith(("by", "rise of", "fall of", "increase of"))
        )
        if kind is Kind.PERCENTAGE or by or "from" in aspect:
            found += aspect
    return tuple(found)


def _aspect(reading: Reading, clause: Clause, start: int, end: int) -> list[str]:
    """Whether the value is a change, what something changed from, or a level."""
    before = [t for t in reading.tokens[clause.start : clause.end] if t.end <= start]
    after = [t for t in reading.tokens if t.start >= end][:3]
    last = next(
        (t for t in reversed(before) if t.lower not in lexicon.APPROXIMATORS | {"a", "an", "the"}),
        None,
    )
    lemma = verb_lemma(last.lower) if last else ""
    moving = [verb_lemma(t.lower) for t in before if verb_lemma(t.lower) in CHANGE_VERBS]
    direction = lemma if lemma in CHANGE_VERBS else moving[-1] if moving else ""
    if not direction and any(t.lower in {"up", "down"} for t in before[-4:]):
        direction = "fall" if any(t.lower == "down" for t in before[-4:]) else "rise"
    marks: list[str] = []
    change_after = next((t for t in after if t.lemma in _CHANGE_NOUNS), None)
    if (
        last is not None
        and last.lower == "from"
        and (moving or any(t.lower == "to" for t in after))
    ):
        return ["from"]
    if last is not None and last.lower == "to" and direction:
        return []
    is_change = (
        lemma in CHANGE_VERBS
        or (last is not None and last.lower in {"up", "down"})
        or (last is not None and last.lower == "by" and bool(direction))
        or (
            last is not None
            and last.lower in {"of"}
            and any(t.lemma in _CHANGE_NOUNS for t in before[-4:])
        )
        or change_after is not None
    )
    if is_change:
        marks.append("change")
        words = {direction, change_after.lemma if change_after else "", last.lower if last else ""}
        words |= {t.lemma for t in before[-4:] if t.lemma in _CHANGE_NOUNS}
        marks.append("down" if words & (_DOWN | {"down"}) else "up")
    return marks
