"""Words and signs that all reports share."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable

from verify.records import (
    Comparative,
    Evidence,
    Hedge,
    Label,
    Membership,
    Ordinal,
    Passage,
    Quantity,
    Quote,
    Role,
    Value,
    Verdict,
    When,
)

LABELS: dict[Label, str] = {
    Label.REFUTED: "refuted",
    Label.CONFLICTING: "conflicting",
    Label.SUPPORTED: "supported",
    Label.NOT_ENOUGH_EVIDENCE: "not enough evidence",
    Label.NOT_CHECKED: "not checked",
}
"""The verdicts in the order in which a summary counts them."""

_BREAKS = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")
# These reorder what follows them on the screen, so a text could show what it does not say.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset({"Cc", "Cs"})


def printable(text: str) -> str:
    """The text on one line, safe for a terminal: control characters, lone surrogates and
    reordering marks become U+FFFD, runs of blanks one space. No-break spaces stay.
    """
    return "".join(
        "\ufffd" if c in _BIDI or unicodedata.category(c) in _UNSEEN else c
        for c in _BREAKS.sub(" ", text)
    )


def day(date: dt.date) -> str:
    """26 June 2025."""
    return f"{date.day} {date:%B} {date.year}"


def citation(passage: Passage) -> str:
    """Who said it and when: "Xinhua, 26 June 2025"."""
    who = passage.publisher or passage.title or passage.document
    return printable(f"{who}, {day(passage.published) if passage.published else 'undated'}")


def notes(evidence: Evidence) -> tuple[str, ...]:
    """What a reader must know about a piece of evidence besides what it says."""
    found = []
    if evidence.qualification:
        found.append(f"with the qualification “{printable(evidence.qualification)}”")
    if evidence.own:
        found.append("the draft's own text, so it does not decide")
    if evidence.later:
        found.append("published after the draft's date, so it does not decide")
    if evidence.superseded:
        found.append("superseded by a newer source, so it does not decide")
    return tuple(found)


def in_order(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts as an editor reads: by their places in the draft."""
    return sorted(verdicts, key=lambda v: (v.claim.span.start, v.claim.span.end))


def plural(number: int, word: str) -> str:
    """1 claim, 1,200 claims."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def value_words(value: Value) -> str:
    """A typed value as a reader would write it."""
    match value:
        case Quantity():
            return _quantity(value)
        case Ordinal():
            return _ordinal(value)
        case Comparative():
            if value.degree == "equal":
                return f"as {value.quality} as {value.than}"
            return f"{value.degree} {value.quality} than {value.than}"
        case When():
            words = day(value.start)
            if value.end != value.start:
                words = f"{words} to {day(value.end)}"
            return words if value.certain else f"{words} (uncertain)"
        case Role():
            office = f"{value.office} of {value.of}" if value.of else value.office
            return f"{'former ' if value.former else ''}{office}: {value.holder}"
        case Membership():
            closed = " and no others" if value.closed else ""
            return f"{value.relation} of {value.group}: {', '.join(value.members)}{closed}"
        case Quote():
            return f"{value.speaker or 'speaker uncertain'}: “{value.words}”"


def _quantity(value: Quantity) -> str:
    low, high = f"{value.low:,f}", f"{value.high:,f}"
    number = low if low == high else f"{low} to {high}"
    hedge = "" if value.hedge in {Hedge.EXACT, Hedge.OPEN} else f"{value.hedge} "
    if value.hedge is Hedge.OPEN:
        number = f"{low} or more"
    if value.whole is not None:
        number = f"{number} of {value.whole:,f}"
    unit = f"{value.unit} per {value.per}" if value.per else value.unit
    ends = "".join(
        f", {word} {value_words(when)}"
        for word, when in (("from", value.begins), ("until", value.ends))
        if when
    )
    return f"{hedge}{number} {unit}".rstrip() + ends


def _ordinal(value: Ordinal) -> str:
    rank = {-2: "last but one", -1: "last", 0: "only"}.get(
        value.rank
    ) or f"{value.rank}{_suffix(value.rank)}"
    since = f", since {value.since}" if value.since else ""
    return " ".join(filter(None, (rank, value.quality))) + since


def _suffix(rank: int) -> str:
    if rank % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
