"""In which sense a value is said, and of which time: a change, an earlier figure, a plan."""

from __future__ import annotations

import re
from itertools import pairwise

from verify.claims import lexicon
from verify.claims.clauses import Clause
from verify.claims.owners import bounds
from verify.claims.reading import Reading
from verify.claims.spelling import fold
from verify.claims.words import verb_lemma
from verify.records import Kind, When

# "since 1994", "after the epidemic of 2019": a date that bounds or compares, and tells no time.
_BOUNDARY = re.compile(
    r"\b(?:since|after|before|until|till|than|from|by|with|to)\s+(?:the\s+)?(?:\w+\s+){0,3}(?:of\s+|in\s+)?$",
    re.IGNORECASE,
)


_CAME_TO_BE = re.compile(
    r"(?:^|,\s+)(?:(?:which|who)\s+(?:was|were)\s+)?(?:first\s+)?(?:found|founded|established|created|formed|launched|opened|built|born"
    r"|written|published|released|invented|discovered|elected|appointed|named)\b[^,;]*$",
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
        r"|predict(?:s|ed)?|estimates?\s+that|guidance|should|could|might|consent(?:s|ed)?\s+to"
        r"|(?:is|are|was|were)\s+to(?=\s+[a-z])|wants?|wanted|seeks?|sought|offer(?:s|ed)"
        r"|ask(?:s|ed)?\s+for|awaits?|yet\s+to|polls?\s+(?:gave|gives|puts?))\b",
    ),
    (
        "earlier",
        r"\b(?:(?:its|his|her|their|the|an)\s+"
        r"(?:earlier|previous|former|old|original|preliminary|prior|first)\b"
        r"(?!\s+(?:quarter|half|month|week|time|since|year|day)))"
        r"|\b(?:(?<!days\s)(?<!weeks\s)(?<!months\s)(?<!years\s)previously|formerly|originally|initially|at\s+first|used\s+to"
        r"|(?:was|were)\s+(?:thought|believed)\s+to"
        r"|(?:until|till)\s+(?:\w+\s+)?\d{4})\b",
    ),
    (
        "part",
        r"\b(?:of\s+(?:them|these|those|whom|which)|excluding|apart\s+from|part\s+of"
        r"|on\s+average|by\s+(?:noon|midday)|(?:north|south|east|west|centre|rest)\s+of)\b",
    ),
    ("then", r"\b(?:(?:was|were)\s+(?:once|then)|when\s+it\s+opened)\b"),
    ("elapsed", r"\binto\s+(?:the|its|his|her)\b"),
    ("not", r"\b(?:not|never|no\s+longer|without|n['’]t|neither|denied|denies)\b"),
    ("next", r"\bnext\b"),
)


_A_YEAR_BEFORE = re.compile(
    r"\s*\)?,?\s+(?:(?:in|for|during)\s+(?:the|its)\s+)?(?:(?:a|one)\s+(?:year|quarter|month)\s+"
    r"(?:earlier|ago|before)\b|(?:prior|previous|year-ago|year-earlier|preceding)\s+"
    r"(?:year|quarter|month|period)\b)",
    re.IGNORECASE,
)
_YEAR_EARLIER = re.compile(
    r"\b(?:year-(?:earlier|ago)|(?<!\ba\s)(?<!\bone\s)year\s(?:earlier|ago)|prior[\s-]year)"
    r"\s+(?:(?!\band\b)[^\d,;:]){0,50}$",
    re.IGNORECASE,
)
"""A figure of the time before: $212m a year earlier, the year-ago profit of $212m."""
_MOVED_BY = re.compile(r"\b(?:rose|fell|grew|declined|dropped|climbed|slipped|shrank|soared)\s+$")
"""What stands right behind such a verb is how far it went: loans fell $581m."""
ATTRIBUTE = re.compile(r"[\w,.]+-[a-z]+")
"""A count that is written on its owner, "the ten-member bloc": it stands apart from its clause."""
_MAY = re.compile(r"\bmay\b")
"""The verb, and not the month."""
_DENIED = re.compile(r"\bden(?:y|ies|ied)\b[^.;,]{0,30}\bthat\s+$", re.IGNORECASE)
"""Right before a clause: somebody denies it."""


# Marks that must stand beside the value to change it.
_LOCAL = frozenset({"earlier", "part"})


_FIGURES = frozenset({Kind.PERCENTAGE, Kind.MONEY, Kind.COUNT, Kind.QUANTITY})
_MARK = tuple((name, re.compile(pattern)) for name, pattern in _MARKS)


def is_marked(text: str, mark: str) -> bool:
    """Whether words of a text give what is said in it a sense: a plan, an earlier figure."""
    folded = fold(text)
    return any(name == mark and pattern.search(folded) for name, pattern in _MARK)


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
        and not _is_aside(reading.text, d.start, start)
    ]
    own = [d for d in others if low <= d.start < high]
    if own:
        return min(own, key=lambda d: abs(d.start - start)).value
    # A lead-in dates what comes after it: "In 2024, ..." and "On Monday the firm said that ...".
    before = [d.value for d in others if d.start < low]
    return before[0] if len(before) == 1 and len(others) == 1 and _leads_in(reading) else None


def _is_aside(text: str, date: int, value: int) -> bool:
    """Whether a date only tells when the subject came to be: "Founded in 1961, the firm sells"."""
    made = _CAME_TO_BE.search(text, 0, date)
    return made is not None and "," in text[min(date, value) : max(date, value)]


def _leads_in(reading: Reading) -> bool:
    first = reading.clauses[0]
    return first.verb < 0 or bool(
        reading.dates and reading.dates[0].start < reading.tokens[first.verb].start
    )


def marks_of(reading: Reading, clause: Clause, start: int, end: int, kind: Kind) -> tuple[str, ...]:
    """The senses of the value at [start, end), by the words of its clause."""
    if kind is Kind.COUNT and ATTRIBUTE.fullmatch(reading.text, start, end):
        return ()
    low, high = bounds(reading, clause)
    text = reading.text[low:high]
    near = reading.text[max(low, start - 50) : min(high, end + 12)]
    following = reading.clause_of(min(end + 1, len(reading.text) - 1))
    first = reading.tokens[following.start]
    if (following.antecedent >= 0 or first.lower == "that") and 0 <= first.start - end <= 2:
        # "the £3.31bn that analysts had expected"
        text += " " + reading.text[end : reading.tokens[following.end - 1].end]
    may = _MAY.search(text) is not None
    text, near = fold(text), fold(near)
    found = [name for name, p in _MARK if p.search(near if name in _LOCAL else text)]
    if may and "planned" not in found:
        found.append("planned")
    if "not" not in found and _DENIED.search(reading.text, 0, low):
        found.append("not")
    if reading.text[:start].rstrip().lower().endswith("since"):
        found.append("since")
    if kind in _FIGURES and (
        _A_YEAR_BEFORE.match(reading.text, end)
        or _YEAR_EARLIER.search(reading.text, max(low, start - 80), start)
    ):
        found.append("prior")
    if kind in {Kind.PERCENTAGE, Kind.MONEY, Kind.COUNT}:
        aspect = _aspect(reading, clause, start, end)
        by = (
            reading.text[:start]
            .rstrip()
            .lower()
            .endswith(("by", "rise of", "fall of", "increase of"))
        )
        moved = _MOVED_BY.search(reading.text, low, start) is not None
        if kind is Kind.PERCENTAGE or by or moved or "from" in aspect:
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
    # Women make up a third: no rise.
    makes_up = any(up is last and verb_lemma(t.lower) == "make" for t, up in pairwise(before))
    is_change = (
        lemma in CHANGE_VERBS
        or (last is not None and last.lower in {"up", "down"} and not makes_up)
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
