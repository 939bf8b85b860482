"""The words and figures dates are written with, as patterns, and how a rule reads them.

A rule's pattern holds the date's own words in the group `date`; what its other groups are called
is told where they are defined: `d` and `e` a first and last day, `m` and `n` months, `y` and `z`
years, `part` early, mid or late.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from verify.claims import lexicon, periods
from verify.claims.periods import Period
from verify.claims.spelling import any_of, fold, word_set

MONTH = rf"(?:{any_of(lexicon.MONTHS)})\b\.?"
WEEKDAY = rf"(?:{any_of(lexicon.WEEKDAYS)})\b"
A_MONTH = rf"(?:{any_of(lexicon.MONTHS)})\b"
A_YEAR = r"(?:1[4-9]|2[01])\d\d"
YEAR = r"(?:1[4-9]|20|21)\d\d"
SHORT_YEAR = rf"(?:{YEAR}|['’]\d\d(?!\w))"
# After a day and month: 14 October 1066, 25 December 800, but not "on June 24 300 people".
_EARLY_YEAR = (
    r"(?:1[0-3]|[1-9])\d\d(?=\s*(?:[.;)–—-]|,(?!\d)|$)"
    r"|\s(?:in|at|by|and|to|was|were|is|after|when|with|of|until|as|but)\b)"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
NTH = rf"(?:(?:twenty|thirty)[\s-])?(?:{any_of(lexicon.ORDINAL_WORDS)})"
COUNT = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
HALVES = r"(?:start|beginning|middle|end|first\s+half|second\s+half|latter\s+half)\s+of"
PART = rf"(?:(?P<part>early|mid|late|{HALVES})(?:\s+in)?[\s-]\s*(?:the\s+)?)"
# "between 30 May and 2 June" and "30 May to 2 June": which link is a range hangs on the "between".
BETWEEN = r"(?:(?P<between>(?<=\bbetween\s))|)"
LINK = (
    r"(?:\s*(?(between)(?:and\b|-|–)|(?:--?|–|—|to\b|through\b|until\b|till\b|(?P<either>or\b)))"
    r"\s*(?:the\s+)?)"
)
NO_DIGIT_BEFORE = r"(?<![\w.,:/$£€¥#+–-])"
OF_YEAR = (
    rf"(?:\s?,?\s+(?P<y>{SHORT_YEAR}|{_EARLY_YEAR})(?!\w)|\s+(?P<rel>last|this|next)\s+year\b)?"
)
OF_END_YEAR = rf"(?:\s?,?\s+(?P<z>{SHORT_YEAR})(?!\w))?"
HEDGED = re.compile(
    r"\b(?:about|around|over|some|nearly|almost|roughly|than|least|most|up\s+to)\s+$", re.IGNORECASE
)
_PART_WORDS = {
    "start": "early", "beginning": "early", "first": "early", "middle": "mid",
    "second": "late", "latter": "late", "end": "late",
}  # fmt: skip
_VERBS_TOO = word_set("may march mar dec jun jan")
_NAMES_TOO = word_set("jan mar april may jun june august")


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to write a date, and the period a match of it means; None where it means none."""

    pattern: re.Pattern[str]
    needs: re.Pattern[str]
    """What a text, folded, must have anywhere for the pattern to match: quicker to look for."""
    read: Callable[[re.Match[str], dt.date | None], Period | None]


def rule(
    pattern: str, needs: str, read: Callable[[re.Match[str], dt.date | None], Period | None]
) -> Rule:
    """A rule of a pattern that has a group `date`; white space in it is left out."""
    return Rule(re.compile(pattern, re.VERBOSE | re.IGNORECASE), re.compile(needs), read)


def got(m: re.Match[str], group: str) -> str | None:
    """What a group matched; None also where the pattern has no such group."""
    return m[group] if group in m.re.groupindex else None


def month_number(written: str) -> int:
    """1 to 12 for what `MONTH` matched."""
    return lexicon.MONTHS[fold(written).rstrip(".")]


def day_number(written: str) -> int:
    """The number in "24th"."""
    return int(re.sub(r"\D", "", written))


def nth_number(written: str) -> int:
    """22 for what `NTH` matched: "twenty-second"."""
    words = re.split(r"[\s-]+", fold(written))
    return lexicon.ORDINAL_WORDS[words[-1]] + {"twenty": 20, "thirty": 30}.get(words[0], 0)


def year_number(written: str) -> int:
    """The year of 1998 and '98; two digits are of the years 1940 to 2039."""
    number = int(written.lstrip("'’"))
    if len(written.lstrip("'’")) > 2:
        return number
    return number + (2000 if number < 40 else 1900)


def year_of(m: re.Match[str], month: int, day: int, as_of: dt.date | None) -> int | None:
    """The year that is written last, else the one that puts the day nearest to `as_of`."""
    if written := got(m, "z") or got(m, "y"):
        return year_number(written)
    if as_of is None:
        return None
    if which := got(m, "rel"):
        return as_of.year + {"last": -1, "this": 0, "next": 1}[fold(which)]
    return periods.nearest_year(month, day, as_of)


def years_of(m: re.Match[str]) -> tuple[int, int]:
    """First and last year of 2017-18, 1939–1945, 2024."""
    first, written = year_number(m["y"]), got(m, "z")
    if not written:
        return first, first
    if len(written) == 4:
        return first, int(written)
    last = first // 100 * 100 + int(written)
    return first, last + 100 if written == "00" else last


def in_part(m: re.Match[str], period: Period | None) -> Period | None:
    """The part of a period that the words before it speak of: early 2024, the end of June."""
    written = got(m, "part")
    if period is None or not written:
        return period
    word = fold(written).split()[0]
    return periods.part_of(period, _PART_WORDS.get(word, word))


def is_month(m: re.Match[str], group: str = "m") -> bool:
    """Whether a month's name is one here: no verb ("may 5"), no person ("Dong Jun 24")."""
    word, start = m[group], m.start(group)
    lower = fold(word).rstrip(".")
    if not word[0].isupper():
        return lower not in _VERBS_TOO
    if lower not in _NAMES_TOO or got(m, "y") or start != m.start("date"):
        return True
    before = m.string[max(0, start - 30) : start].split()
    last = before[-1] if before and m.string[start - 1].isspace() else ""
    if not last[:1].isupper() or not last.isalpha() or last.endswith("ed"):
        return True
    return fold(last) in lexicon.FUNCTION_WORDS | lexicon.WEEKDAYS.keys()
