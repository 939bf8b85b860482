"""From evidence to verdict: a pure function, and the whole of the policy.

- Of two statements the one that fits the claim clearly better decides.
- Near copies of a passage, and passages of one story, count once.
- A passage later than the draft's date is shown and decides nothing.
- An older value that a newer one replaces is superseded, not contradicted.
- Absence of evidence is never refutation, and never support.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verify import rules
from verify.claims.names import contains_name
from verify.records import Claim, Comparison, Evidence, Label, Outcome, StanceLabel, Verdict

# Evidence below this fit is shown at most; a refutation needs a better fit than a support.
FIT = 0.30
FIT_TO_REFUTE = 0.45
MARGIN_TO_SUPPORT = 0.05
MARGIN_AGAINST_STRONG = 0.2
MARGIN_TO_REFUTE = 0.12
_TOO_OLD_TO_SUPPORT_WEAKLY = dt.timedelta(days=200)
_TOO_OLD_TO_REFUTE = dt.timedelta(days=500)
"""How much better a fit must be to decide alone against evidence that says otherwise. An equal
value is evidence by itself that one thing is spoken of; a different one is not."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Evidence with how well it fits, and the day its value speaks from, where that is known."""

    evidence: Evidence
    fit: float
    strong: bool = False
    weak: bool = False
    about: tuple[str, ...] = ()
    """The subject of the source's statement."""
    dated: dt.date | None = None
    published: bool = False
    """Whether `dated` is only the day the source was published."""


def decide(claim: Claim, weighed: Sequence[Weighed], as_of: dt.date) -> Verdict:
    """The verdict on one claim from all that was found for it."""
    fresh = as_of - _TOO_OLD_TO_SUPPORT_WEAKLY
    usable = [
        w
        for w in _one_per_origin(weighed)
        if w.fit >= FIT and not (w.weak and w.dated is not None and w.dated < fresh)
    ]
    usable = _supersede(usable, as_of)
    deciding = [w for w in usable if not w.evidence.later and not w.evidence.superseded]
    old = as_of - _TOO_OLD_TO_REFUTE
    supports = [w for w in deciding if w.evidence.stance.label is StanceLabel.SUPPORTS]
    refutes = [
        w
        for w in deciding
        if w.evidence.stance.label is StanceLabel.REFUTES
        and w.fit >= FIT_TO_REFUTE
        and (w.dated is None or w.dated >= old)
    ]
    supports, refutes = _of_one(supports, refutes)
    best_for = max((w.fit for w in supports), default=0.0)
    best_against = max((w.fit for w in refutes), default=0.0)
    margin = MARGIN_AGAINST_STRONG if any(w.strong for w in refutes) else MARGIN_TO_SUPPORT
    if supports and (not refutes or best_for >= best_against + margin):
        return _verdict(claim, Label.SUPPORTED, supports, usable)
    if refutes and (not supports or best_against >= best_for + MARGIN_TO_REFUTE):
        return _verdict(claim, Label.REFUTED, refutes, usable)
    if supports and refutes:
        return _verdict(claim, Label.CONFLICTING, [*supports, *refutes], usable)
    return Verdict(
        claim=claim,
        label=Label.NOT_ENOUGH_EVIDENCE,
        cause=_why_nothing(usable),
        evidence=tuple(w.evidence for w in _by_fit(usable)),
    )


def _of_one(
    supports: Sequence[Weighed], refutes: Sequence[Weighed]
) -> tuple[list[Weighed], list[Weighed]]:
    """Both sides without what speaks of another one than the best evidence does: what is true of
    Kenya is not contradicted by what is true of Uganda."""
    best = max(
        (*supports, *refutes),
        key=lambda w: w.fit + (MARGIN_AGAINST_STRONG if w in supports else 0),
        default=None,
    )
    about = best.about if best else ()

    def apart(w: Weighed) -> bool:
        return bool(about and w.about) and not any(contains_name(about, n) for n in w.about)

    return [w for w in supports if not apart(w)], [w for w in refutes if not apart(w)]


def _verdict(
    claim: Claim, label: Label, deciding: Sequence[Weighed], all_of_it: Sequence[Weighed]
) -> Verdict:
    first = _by_fit(deciding)
    rest = [w for w in _by_fit(all_of_it) if w not in first]
    top = first[0].evidence.comparison
    if label is Label.CONFLICTING:
        against = next(w for w in first if w.evidence.stance.label is StanceLabel.REFUTES).evidence
        cause = "sources disagree"
        if against.comparison:
            cause += f": {against.comparison.reason}"
    else:
        plain = "the source says so" if label is Label.SUPPORTED else "the source says otherwise"
        cause = top.reason if top else plain
    return Verdict(
        claim=claim,
        label=label,
        cause=cause,
        rule=_rule(claim, label, top),
        evidence=tuple(w.evidence for w in [*first, *rest]),
    )


def _rule(claim: Claim, label: Label, top: Comparison | None) -> str:
    """The rule that fires: of a refutation that of its comparison."""
    if label is Label.REFUTED:
        return top.rule if top else rules.mismatch(claim.kind)
    return rules.conflict(claim.kind) if label is Label.CONFLICTING else ""


def _by_fit(weighed: Sequence[Weighed]) -> list[Weighed]:
    return sorted(weighed, key=lambda w: (-w.fit, w.evidence.passage.id))


def _one_per_origin(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The best of each cluster of copies, for each stance."""
    best: dict[tuple[int, str], Weighed] = {}
    for source, w in zip(_sources(weighed), weighed, strict=True):
        key = (source, w.evidence.stance.label)
        if key not in best or w.fit > best[key].fit:
            best[key] = w
    return list(best.values())


def _sources(weighed: Sequence[Weighed]) -> list[int]:
    """A number for each piece of evidence, the same for copies of a passage and for passages of one
    story: three papers with one agency's report are one source."""
    found: list[int] = []
    known: list[set[str]] = []
    for number, w in enumerate(weighed):
        passage = w.evidence.passage
        keys = {f"origin {passage.origin}" if passage.origin else f"passage {passage.id}"}
        keys |= {f"story {passage.story}"} if passage.story else set()
        same = {source for source, had in zip(found, known, strict=True) if keys & had}
        first = min(same, default=number)
        found = [first if source in same else source for source in found]
        found.append(first)
        known.append(keys)
    return found


def _supersede(weighed: Sequence[Weighed], as_of: dt.date) -> list[Weighed]:
    """Mark values that speak of an earlier day than the newest one does."""
    current = [w for w in weighed if w.dated is not None and not w.evidence.later]
    undated = any(w.dated is None for w in weighed)
    return [
        replace(w, evidence=w.evidence.model_copy(update={"superseded": True}))
        if any(_newer(n, w) for n in current) or (undated and _days(as_of, w.dated) > 300)
        else w
        for w in weighed
    ]


def _newer(one: Weighed, other: Weighed) -> bool:
    """Whether one value replaces another. Two reports of one thing come out within weeks, two
    counts of it have days of their own."""
    gap = 60 if one.published or other.published else 5
    return one.dated is not None and _days(one.dated, other.dated) > gap


def _days(late: dt.date, early: dt.date | None) -> int:
    return (late - early).days if early is not None else 0


def _why_nothing(weighed: Sequence[Weighed]) -> str:
    if any(w.evidence.later for w in weighed):
        return "only passages published after the draft's date speak of it"
    if any(w.evidence.superseded for w in weighed):
        return "only older values were found"
    if any(
        w.evidence.comparison and w.evidence.comparison.outcome is Outcome.COMPATIBLE
        for w in weighed
    ):
        return "the sources fit but are less precise than the draft"
    return "nothing in the corpus speaks of it"
