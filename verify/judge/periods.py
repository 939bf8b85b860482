"""Whether two statements speak of the same time."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.claims.numberwords import SMALL_NUMBERS
from verify.claims.ordinals import find_ordinals
from verify.claims.senses import ATTRIBUTE
from verify.claims.words import tokenize
from verify.judge.fit import Fit
from verify.records import Claim, Kind, Quantity, When

_RANKS = frozenset({Kind.ORDINAL, Kind.SUPERLATIVE})
# What is numbered or ranked comes about once a year: another year is another place in the series.
_YEARLY = dt.timedelta(days=200)
_AFTER = dt.timedelta(days=10)
"""How long after some days a report may still speak of them without naming them."""
# What happens once: two dates of it contradict each other however far apart they are.
_ONCE = frozenset(
    "found establish bear die open build complete create launch join begin end start stop"
    " sign elect appoint adopt introduce announce discover invent publish release admit form"
    " acquire buy inaugurate abolish dissolve unite become assassinate marry retire resign break"
    " succeed replace gain become achieve obtain".split()
)


_BY_YEAR = re.compile(r"\d{3}|centur")


def same_period(
    claim: Claim, source: Claim, as_of: dt.date, published: dt.date | None
) -> Fit | None:
    """Whether both can speak of the same time: a claim without a date speaks of its own day, a
    source without one of the day it was published."""
    if isinstance(claim.value, When) and isinstance(source.value, When):
        return _same_occurrence(claim, claim.value, source, source.value)
    mine, theirs = _period(claim), source.frame.period
    here, there = named_days(claim.sentence.text), named_days(source.sentence.text)
    if here and there and not here & there:
        return None  # the week to 5 March is not the week to 12 March
    if _other_span(claim, source):
        return None
    if theirs is None:
        if mine is None or _happens_once(claim, source) or _names(source, mine):
            return Fit(0.7)
        told = _told_in(mine, published)
        return Fit(0.7, (f"published in the time of the claim: {mine.text}",)) if told else Fit(0.4)
    if mine is not None:
        if _SEASON.findall(mine.text) != _SEASON.findall(theirs.text):
            return None  # 1986/87 is over when 1987/88 begins
        years = max(mine.end - mine.start, theirs.end - theirs.start) > _YEARLY
        slack = _YEARLY if claim.kind in _RANKS and not years else dt.timedelta(0)
        if theirs.start - slack <= mine.end and mine.start <= theirs.end + slack:
            if _other_length(mine, theirs):
                return Fit(0.4)  # a half-year's sales are not a year's
            return Fit(1.0, (f"same period: {theirs.text}",))
        gap = max((theirs.start - mine.end).days, (mine.start - theirs.end).days)
        # Days close by can belong to one story; other months, quarters or years cannot.
        days = max(mine.end - mine.start, theirs.end - theirs.start) < dt.timedelta(days=8)
        return Fit(0.4) if days and gap <= _AFTER.days else None
    ranked = claim.kind in _RANKS and "since" not in claim.text and not _names(claim, theirs)
    if ranked and (theirs.end < as_of - _YEARLY or theirs.start > as_of + _YEARLY):
        return None
    return Fit(0.8)


def _names(one: Claim, period: When) -> bool:
    """Whether a sentence names a period too, be it in another clause than that of its value; by its
    year, as Monday is another day each week."""
    return period.text in one.sentence.text and _BY_YEAR.search(period.text) is not None


_SEASON = re.compile(r"\b\d{4}/\d\d\b")
_ENDED = re.compile(
    r"\b(?:weeks?|months?|quarters?|half|years?|period|season)\s+end(?:ed|ing)\b[^;:()]{0,25}$",
    re.IGNORECASE,
)
_SPANS = re.compile(
    r"\b(?P<number>\w+)\s+(?P<unit>week|month)s\s+(?:end|to\b)"
    r"|\b(?:first|last|past|initial)\s+(?P<many>\w+)\s+(?P<units>week|month|quarter)s\b"
    r"|\b(?P<part>first|second|third|fourth|1st|2nd|3rd|4th)[\s-](?P<of>quarter|qtr|half)\b"
    r"|\b(?:full|whole|fiscal|financial)[\s-](?P<year>year)\b",
    re.IGNORECASE,
)


def ends_period(claim: Claim) -> bool:
    """Whether a date tells only until when something is measured, "the week ended March 4": there
    are many such, and none contradicts another."""
    end = claim.span.end - claim.sentence.span.start
    return _ENDED.search(claim.sentence.text[:end]) is not None


def _other_span(claim: Claim, source: Claim) -> bool:
    """Whether each says over how long it measures, and not over the same: the first nine weeks, the
    four weeks ended February 28; a quarter, the year."""
    if not isinstance(claim.value, Quantity) or claim.kind is Kind.DURATION:
        return False
    mine, theirs = _spans(claim.sentence.text), _spans(source.sentence.text)
    return bool(mine and theirs) and not mine & theirs


@lru_cache(maxsize=20_000)
def _spans(text: str) -> frozenset[tuple[str, str]]:
    """The spans that a sentence measures over, as words: ("9", "week"), ("2", "quarter")."""
    found = set()
    for match in _SPANS.finditer(text):
        number = match["number"] or match["many"] or match["part"] or ""
        unit = match["unit"] or match["units"] or match["of"] or match["year"]
        unit = {"qtr": "quarter"}.get(unit.lower(), unit.lower())
        found.add((_in_figures(number), unit))
    return frozenset(found)


def _in_figures(word: str) -> str:
    """A number or a rank: nine is 9, and so is 9th."""
    lower = word.lower()
    if rank := lexicon.ORDINAL_WORDS.get(lower):
        return str(rank)
    return SMALL_NUMBERS.get(lower) or _ENDING.sub("", lower)


_ENDING = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")


def _period(claim: Claim) -> When | None:
    """The time of a claim; the nine-member bloc founded in 2001 has nine now."""
    attribute = claim.kind is Kind.COUNT and ATTRIBUTE.fullmatch(claim.text)
    return None if attribute else claim.frame.period


def _told_in(period: When, published: dt.date | None) -> bool:
    """Whether a report without a date speaks of a period: it came out in it, or, where the period
    is some days, right after it."""
    if published is None:
        return False
    days = period.end - period.start < dt.timedelta(days=8)
    return period.start <= published <= period.end + (_AFTER if days else dt.timedelta(0))


def _happens_once(claim: Claim, source: Claim) -> bool:
    """Whether both tell how much was paid for, or how long took, what is done once: bought for."""
    both = _ONCE.intersection(claim.frame.verb, source.frame.verb)
    return bool(both) and claim.kind is Kind.MONEY


def _ranks_before(claim: Claim, when: When) -> set[tuple[int, str]]:
    """The ranks, with their quality, that a date is the window of."""
    found = (r.value for r in find_ordinals(claim.sentence.text))
    return {(v.rank, v.quality) for v in found if when.text in v.since}


@lru_cache(maxsize=20_000)
def named_days(text: str) -> frozenset[tuple[int, str]]:
    """The days of months that a sentence names, as (month, day)."""
    tokens = tokenize(text)
    found = set()
    for at, token in enumerate(tokens):
        if token.is_capital and token.lower in lexicon.MONTHS:
            beside = (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
            days = [t.text for t in beside if t.text.isdigit() and len(t.text) < 3]
            found |= {(lexicon.MONTHS[token.lower], day) for day in days[:1]}
    return frozenset(found)


def _other_length(mine: When, theirs: When) -> bool:
    """Whether both are months or more, and one is far longer than the other."""
    short, long = sorted((w.end - w.start).days + 1 for w in (mine, theirs))
    return short >= 28 and long >= 1.6 * short


def _same_occurrence(claim: Claim, mine: When, source: Claim, theirs: When) -> Fit | None:
    """Two dates of one occurrence lie near each other, unless it can only happen once."""
    gap = max((theirs.start - mine.end).days, (mine.start - theirs.end).days, 0)
    if gap == 0:
        return Fit(1.0)
    verbs = (*source.frame.verb, *source.frame.topic), (*claim.frame.verb, *claim.frame.topic)
    since = "since" in claim.frame.marks and "since" in source.frame.marks
    if since and _ranks_before(claim, mine) != _ranks_before(source, theirs):
        return None  # the worst since 2010 can be the second-worst since 1950
    once = since or all(any(v in _ONCE for v in words) for words in verbs)
    strangers = [n for n in source.frame.names if not contains_name(claim.frame.wider_names, n)]
    if once or gap <= 20 or (gap <= 60 and not strangers):
        return Fit(0.8 if once or gap <= 7 else 0.6)
    return None
