"""What a draft contradicts by itself, with no corpus: a weekday that is not the date's, parts that
are not the total, points that are called percent, one figure given in two ways.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import day_name
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from verify import rules
from verify.claims.dates import find_dates
from verify.claims.names import contains_name
from verify.claims.numbers import find_numbers
from verify.judge.compare import compare
from verify.judge.compare_dates import say_dates, weekdays_in
from verify.judge.points import points_for_percent
from verify.records import Claim, Hedge, Label, Outcome, Quantity, Verdict, When

_YEAR = re.compile(r"\b\d{4}\b")
_NEAR = dt.timedelta(days=200)
"""A day without its year is the one nearest to the draft's date, if it is this near."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that cannot stand beside the rest of the draft, and why."""

    claim: str
    label: Label
    rule: str
    cause: str


def contradictions(claims: Sequence[Claim], as_of: dt.date) -> tuple[Contradiction, ...]:
    """Everything that a draft contradicts in itself, by the id of the claim."""
    return (
        *_weekdays(claims, as_of),
        *_totals(claims),
        *_points(claims),
        *_told_twice(claims, as_of),
    )


def apply(verdict: Verdict, found: Contradiction | None) -> Verdict:
    """The verdict on a claim that the draft contradicts: whatever the sources say of its value,
    the draft needs mending. What the sources refute stays refuted by them."""
    if found is None or verdict.label is Label.REFUTED:
        return verdict
    return verdict.model_copy(
        update={
            "label": found.label,
            "rule": found.rule,
            "cause": found.cause,
            "confidence": None,
        }
    )


# --- weekday against date ---------------------------------------------------------------------


def _weekdays(claims: Sequence[Claim], as_of: dt.date) -> Iterator[Contradiction]:
    for claim in claims:
        when = claim.value
        if not isinstance(when, When) or when.start != when.end:
            continue
        written = weekdays_in(claim.text)
        if len(written) != 1 or not any(c.isdigit() for c in claim.text):
            continue
        if not _YEAR.search(claim.text) and abs(when.start - as_of) > _NEAR:
            continue
        named, actual = day_name[written[0]], day_name[when.start.weekday()]
        if named != actual:
            day = say_dates(when)
            yield Contradiction(
                claim.id,
                Label.REFUTED,
                rules.WEEKDAY,
                f"{day} is a {actual}, not a {named}",
            )


def _points(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    for claim, reason in points_for_percent(claims):
        yield Contradiction(claim.id, Label.REFUTED, rules.POINTS, reason)


# --- parts against total ----------------------------------------------------------------------

_CLOSED = re.compile(r"\s*(?:[:(–—]|\s-\s)\s*")
"""Behind it stands all of it; behind a comma something else may stand."""
_OPENING = re.compile(rf"{_CLOSED.pattern}|\s*,\s*")
_ENDING = re.compile(r"[.;:)–—!?]|\s-\s|$")
_OPEN_PARTS = re.compile(
    r"\b(?:of (?:them|whom|which|these|those)|including|among|at least|more)\b"
)
_BETWEEN = re.compile(r"(,\s*(?:and\s+)?|\s+and\s+)")
_SLIP = Decimal("0.2")
"""The share of the total by which parts behind a comma may miss it, to be taken for its parts."""


def _totals(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """ "12 members: 7 women and 6 men": parts that are all of it, and their sum."""
    for claim in claims:
        total = claim.value
        if not isinstance(total, Quantity) or total.unit or not _exact(total):
            continue
        rest = claim.sentence.text[claim.span.end - claim.sentence.span.start :]
        parts = _parts(rest)
        if len(parts) < 2 or max(parts) >= total.low or sum(parts) == total.low:
            continue
        slip = abs(sum(parts) - total.low)
        if slip > max(Decimal(1), _SLIP * total.low) and not _CLOSED.match(rest):
            continue
        counted = " + ".join(f"{part:,}" for part in parts)
        yield Contradiction(
            claim.id,
            Label.CONFLICTING,
            rules.TOTAL,
            f"the draft says {total.text} and counts {counted} = {sum(parts):,}",
        )


def _parts(rest: str) -> list[int]:
    """The numbers that begin each member of the list right behind a total; none where the list
    does not say that it is all."""
    opening = _OPENING.match(rest)
    if not opening:
        return []
    end = _ENDING.search(rest, opening.end())
    listed = rest[opening.end() : end.start() if end else len(rest)]
    if _OPEN_PARTS.search(listed):
        return []
    pieces = ["", *_BETWEEN.split(listed)]
    parts: list[int] = []
    after: list[list[str]] = []
    for mark, member in zip(pieces[::2], pieces[1::2], strict=True):
        numbers = find_numbers(member)
        if len(numbers) != 1 or numbers[0].start:
            if mark.strip() != ",":
                return []
            break  # "12 sailors, 7 men and 6 women, were saved"
        parts.append(int(numbers[0].low))
        after.append(member[numbers[0].end :].split())
    return parts if _parallel(after) else []


def _parallel(after: Sequence[Sequence[str]]) -> bool:
    """Whether all members are said in one way: "from Asia", "from Europe"; "men", "women"."""
    if not all(after):
        return False
    short = all(len(words) <= 2 for words in after)
    return short or (len({words[0] for words in after}) == 1 and all(len(w) > 1 for w in after))


def _exact(value: Quantity) -> bool:
    return value.low == value.high and value.hedge is Hedge.EXACT


# --- one figure given in two ways -------------------------------------------------------------

SHARED = 0.8
"""The share of a statement's words that the other must have, to be the same again."""
REACH = 200
"""Figures back that one is compared with."""
FEWEST = 3
"""Words that both must have: two short statements meet by chance."""


def _told_twice(claims: Sequence[Claim], as_of: dt.date) -> Iterator[Contradiction]:
    figures = _lone_figures(claims)
    for one, other in _pairs(figures):
        if one.sentence.span == other.sentence.span or not _same_statement(one, other):
            continue
        then, now = _days(one.sentence.text, as_of), _days(other.sentence.text, as_of)
        if then and now and not then & now:
            continue
        compared = compare(other, one)
        if compared and compared.outcome is Outcome.DIFFERENT:
            yield Contradiction(
                other.id,
                Label.CONFLICTING,
                rules.twice(other.kind),
                f"the draft says {other.text} here and {one.text} in “{one.sentence.text}”",
            )


def _pairs(figures: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each figure with those not too far before it, so that a book takes time by its length."""
    for number, other in enumerate(figures):
        for one in figures[max(0, number - REACH) : number]:
            yield one, other


def _lone_figures(claims: Sequence[Claim]) -> list[Claim]:
    """Exact figures that are the only one of their unit in their sentence: of two, one may well
    be of another year or another thing."""
    figures = [(c, c.value) for c in claims if isinstance(c.value, Quantity)]
    number = Counter((claim.sentence.span, value.unit) for claim, value in figures)
    return [
        claim
        for claim, value in figures
        if _exact(value) and number[claim.sentence.span, value.unit] == 1
    ]


def _days(text: str, as_of: dt.date) -> set[tuple[dt.date, dt.date]]:
    dated = {(one.value.start, one.value.end) for one in find_dates(text, as_of)}
    years = {int(year) for year in _YEAR.findall(text) if 1000 <= int(year) <= 2100}
    return dated | {(dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years}


def _same_statement(one: Claim, other: Claim) -> bool:
    """Whether two claims say one thing in nearly the same words, but for the figure."""
    a, b = one.frame, other.frame
    if _unit(one) != _unit(other):
        return False
    if one.kind is not other.kind or set(a.head) != set(b.head):
        return False
    if (set(a.marks) ^ set(b.marks)) - ({"planned"} if _is_headline(one) else set()):
        return False  # a headline has "Bank to pay" for "the bank is to pay"
    told = all(c.sentence.text.endswith(".") for c in (one, other)) and not a.verb and not b.verb
    if not told and not set(a.verb) & set(b.verb):
        return False  # lines of a table have none, nor a full stop
    if a.period and b.period and a.period != b.period:
        return False
    if any(not contains_name(b.wider_names, n) for n in a.names) and any(
        not contains_name(a.wider_names, n) for n in b.names
    ):
        return False
    headline = _is_headline(one)
    # With what leads in: "In the port of Varna, police seized" is seized there.
    return _same_words(
        {*a.terms, *a.series}, {*b.terms, *b.series}, a.names, b.names, headline=headline
    ) or _same_words(
        {*a.wider_terms}, {*b.wider_terms}, a.wider_names, b.wider_names, headline=headline
    )


def _same_words(
    words: set[str],
    others: set[str],
    names: Sequence[str],
    other_names: Sequence[str],
    *,
    headline: bool,
) -> bool:
    """Whether two statements share nearly all of their words, and not each has one of its own:
    "83% of patients", "88% of children"."""
    if words - others and others - words:
        return False
    words = words | {n.casefold() for n in names}
    others = others | {n.casefold() for n in other_names}
    shared = len(words & others)
    if shared < FEWEST or shared < SHARED * min(len(words), len(others)):
        return False
    return headline or shared >= SHARED * max(len(words), len(others))


def _unit(claim: Claim) -> str:
    return claim.value.unit if isinstance(claim.value, Quantity) else ""


def _is_headline(claim: Claim) -> bool:
    """The first line, without a full stop: it says again, in fewer words, what the story says."""
    return claim.sentence.block == 0 and claim.sentence.text[-1:].isalnum()
