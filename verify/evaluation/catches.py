"""What becomes of a planted change: caught, by a right rule or not, and what is said of it."""

from __future__ import annotations

import re

from verify.evaluation.figures import Catch, ChangeKind
from verify.evaluation.planting import Plant
from verify.evaluation.reliability import is_about
from verify.records import Kind, Label, Report, Span, Verdict

PLAIN = frozenset({ChangeKind.NAME, ChangeKind.PLACE, ChangeKind.NEGATION})
"""Kinds whose changed words are no typed value; the others are the typed ones."""
_ANYWHERE = PLAIN | {ChangeKind.COMPARATIVE}
"""Kinds whose changed words may lie beside the claim that they make false."""
_AMOUNTS = frozenset({Kind.QUANTITY, Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION})
RULES = {
    ChangeKind.NUMBER: frozenset({Kind.QUANTITY, Kind.COUNT}),
    ChangeKind.UNIT: _AMOUNTS,
    ChangeKind.SCALE: _AMOUNTS,
    ChangeKind.PERCENTAGE: frozenset({Kind.PERCENTAGE}),
    ChangeKind.MONEY: frozenset({Kind.MONEY}),
    ChangeKind.COUNT: frozenset({Kind.COUNT, Kind.QUANTITY}),
    ChangeKind.DATE: frozenset({Kind.DATE}),
    ChangeKind.WEEKDAY: frozenset({Kind.DATE}),
    ChangeKind.DURATION: frozenset({Kind.DURATION, Kind.QUANTITY}),
    ChangeKind.ORDINAL: frozenset({Kind.ORDINAL, Kind.SUPERLATIVE}),
    ChangeKind.ROLE: frozenset({Kind.ROLE}),
    ChangeKind.LIST: frozenset({Kind.MEMBERSHIP}),
}
"""The kinds whose rules are right for a kind of change; any where none are named."""
_GRAVE = (Label.REFUTED, Label.CONFLICTING)
_ORDER = (*_GRAVE, Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE)


def catch(changed: Report, untouched: Report, one: Plant) -> Catch:
    """Whether the change, and not the sentence as it was, is refuted where it stands."""
    refuted = [v for v in _concerned(changed, one, one.span) if v.label is Label.REFUTED]
    if refuted:
        before = _concerned(untouched, one, one.true_span)
        if any(v.label is Label.REFUTED for v in before):
            return Catch.ALREADY
        return Catch.CAUGHT if any(is_right(v, one) for v in refuted) else Catch.WRONG_RULE
    if not in_sentence(changed, one):
        return Catch.NO_CLAIM
    typed = [v for v in _concerned(changed, one, one.span) if v.claim.value is not None]
    return Catch.MISSED if typed or one.kind in PLAIN else Catch.NOT_READ


def is_right(verdict: Verdict, one: Plant) -> bool:
    """Whether the rule that fired is one for the kind of change, or stands on a claim of it: a date
    may be found wrong on a claim of another kind.
    """
    kinds = RULES.get(one.kind)
    rule = verdict.rule.partition(".")[0]
    return kinds is None or verdict.claim.kind in kinds or rule in {k.value for k in kinds}


def decisive_verdict(report: Report, one: Plant, span: Span) -> Verdict | None:
    """The gravest verdict on a value, of the right kind where there is one.

    What is grave may stand beside a changed word that is no value; what is supported beside it is
    another claim, and as true as it was.
    """
    kinds = RULES.get(one.kind, frozenset(Kind))
    grave = [v for v in _concerned(report, one, span) if v.label in _GRAVE]
    touched = [v for v in in_sentence(report, one) if is_touched(v, one, span)]
    return min(
        grave + touched,
        key=lambda v: (
            v.claim.kind not in kinds,
            _ORDER.index(v.label) if v.label in _ORDER else len(_ORDER),
        ),
        default=None,
    )


def is_touched(verdict: Verdict, one: Plant, span: Span) -> bool:
    """Whether a claim says what stands in a span: it is false where the span is changed.

    A denied verb makes all false that is said with it, and a comparative the value beside it.
    """
    if one.kind is ChangeKind.COMPARATIVE:
        text = one.text if span == one.span else one.untouched
        span = _with_neighbours(text, span)
    return is_about(verdict.claim, span, anywhere=one.kind is ChangeKind.NEGATION)


def _with_neighbours(text: str, span: Span) -> Span:
    """The span with two words on either side, up to a comma: "rose by 12 pct", "a 1 pct rise"."""
    before = re.search(r"(?:[^\s,;]+\s){0,2}$", text[: span.start])
    after = re.match(r"(?:\s[^\s,;]+){0,2}", text[span.end :])
    start = before.start() if before else span.start
    return Span(start=start, end=span.end + (after.end() if after else 0))


def _concerned(report: Report, one: Plant, span: Span) -> list[Verdict]:
    """Verdicts on claims that a change at `span` may make false."""
    here = in_sentence(report, one)
    return here if one.kind in _ANYWHERE else [v for v in here if v.claim.span.overlaps(span)]


def in_sentence(report: Report, one: Plant) -> list[Verdict]:
    """Verdicts on claims of the sentence that is about the change."""
    span = one.sentence if report.draft.text == one.text else one.true_sentence
    return [v for v in report.verdicts if span.overlaps(v.claim.sentence.span)]
