"""From evidence to verdict: a pure function, and the whole of the policy.

- What stands: not what is later than the draft, nor the draft's own copies, nor a value that a
  newer one replaces. All of it is shown, and only what stands decides.
- Near copies of a passage, and passages of one story, count once.
- Values that are aligned outrank what a stance model reads.
- A value with a condition that the draft leaves out qualifies, and does not refute.
- Of two statements the one that fits the claim clearly better decides; of two that fit alike
  neither does: they are a conflict.
- Absence of evidence is never refutation, and never support.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verify import rules
from verify.claims.names import contains_name
from verify.judge.confidence import confidence
from verify.judge.qualify import restricts
from verify.records import (
    Basis,
    Claim,
    Comparison,
    Evidence,
    Label,
    Outcome,
    StanceLabel,
    Verdict,
)

FIT = 0.30
FIT_TO_REFUTE = 0.45
"""Evidence below this fit is shown at most; a refutation needs a better fit than a support."""
MARGIN_TO_SUPPORT = 0.05
MARGIN_AGAINST_NAMED = 0.2
MARGIN_TO_REFUTE = 0.12
"""How much better a fit must be to decide alone against evidence that says otherwise. An equal
value is evidence by itself that one thing is spoken of; a different one is not."""
_TOO_OLD_TO_SUPPORT_WEAKLY = dt.timedelta(days=200)
_TOO_OLD_TO_REFUTE = dt.timedelta(days=500)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Evidence with how well it fits, and the day its value speaks from, where that is known."""

    evidence: Evidence
    fit: float
    about: tuple[str, ...] = ()
    """The subject of the source's statement."""
    dated: dt.date | None = None
    published: bool = False
    """Whether `dated` is only the day the source was published."""

    @property
    def stands(self) -> bool:
        """Whether it may decide."""
        return not (self.evidence.later or self.evidence.own or self.evidence.superseded)

    @property
    def supports(self) -> bool:
        """Whether it speaks for the claim."""
        return self.evidence.stance.label is StanceLabel.SUPPORTS

    @property
    def refutes(self) -> bool:
        """Whether it speaks against the claim, and not only of what the claim leaves out."""
        against = self.evidence.stance.label is StanceLabel.REFUTES
        return against and not restricts(self.evidence.qualification)


def decide(claim: Claim, weighed: Sequence[Weighed], as_of: dt.date) -> Verdict:
    """The verdict on one claim from all that was found for it."""
    usable = [w for w in weighed if w.fit >= FIT and not _faint(w, as_of)]
    shown = _one_per_origin(_supersede(usable, as_of))
    deciding = _outranking([w for w in shown if w.stands])
    old = as_of - _TOO_OLD_TO_REFUTE
    supports = [w for w in deciding if w.supports]
    refutes = [
        w
        for w in deciding
        if w.refutes and w.fit >= FIT_TO_REFUTE and (w.dated is None or w.dated >= old)
    ]
    supports, refutes = _of_one(supports, refutes)
    best_for = max((w.fit for w in supports), default=0.0)
    best_against = max((w.fit for w in refutes), default=0.0)
    named = any(w.evidence.basis in _NAMED for w in refutes)
    margin = MARGIN_AGAINST_NAMED if named else MARGIN_TO_SUPPORT
    if supports and (not refutes or best_for >= best_against + margin):
        return _verdict(claim, Label.SUPPORTED, supports, shown)
    if refutes and (not supports or best_against >= best_for + MARGIN_TO_REFUTE):
        return _verdict(claim, _against(refutes), refutes, shown)
    if supports and refutes:
        return _verdict(claim, Label.CONFLICTING, [*supports, *refutes], shown)
    return Verdict(
        claim=claim,
        label=Label.NOT_ENOUGH_EVIDENCE,
        cause=_why_nothing(shown),
        rule=_hint(shown),
        evidence=tuple(w.evidence for w in _by_fit(shown)),
    )


_NAMED = frozenset({Basis.WORDING, Basis.NAMED})
"""Both speak of the same one and the same thing by name, so a different value is a contradiction.
"""


def _faint(w: Weighed, as_of: dt.date) -> bool:
    """A weak likeness to an old text."""
    fresh = as_of - _TOO_OLD_TO_SUPPORT_WEAKLY
    return w.evidence.basis is Basis.WEAK and w.dated is not None and w.dated < fresh


def _outranking(standing: Sequence[Weighed]) -> list[Weighed]:
    """Without what only a stance model reads, where a comparison of aligned values decides."""
    compared = any(
        w.evidence.basis not in {Basis.READ, Basis.WEAK} and (w.supports or w.refutes)
        for w in standing
    )
    return [w for w in standing if not compared or w.evidence.basis is not Basis.READ]


def _of_one(
    supports: Sequence[Weighed], refutes: Sequence[Weighed]
) -> tuple[list[Weighed], list[Weighed]]:
    """Both sides without what speaks of another one than the best evidence does: what is true of
    Kenya is not contradicted by what is true of Uganda."""
    best = max(
        (*supports, *refutes),
        key=lambda w: w.fit + (MARGIN_AGAINST_NAMED if w in supports else 0),
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
    return Verdict(
        claim=claim,
        label=label,
        cause=_cause(label, first, rest),
        rule=_rule(claim, label, first[0].evidence.comparison),
        evidence=tuple(w.evidence for w in [*first, *rest]),
        confidence=confidence(label, [w.evidence for w in first]),
    )


def _against(refutes: Sequence[Weighed]) -> Label:
    """What a contradiction comes to: where the rule of the best says that both can be meant, it is
    no refutation."""
    return _label_of(_by_fit(refutes)[0].evidence.comparison) or Label.REFUTED


def _label_of(comparison: Comparison | None) -> Label | None:
    return rules.RULES[comparison.rule].label if comparison else None


def _rule(claim: Claim, label: Label, top: Comparison | None) -> str:
    """The rule that fires: that of the comparison, where it goes with the verdict."""
    if label is Label.SUPPORTED:
        return ""
    if top and _label_of(top) is label:
        return top.rule
    return rules.mismatch(claim.kind) if label is Label.REFUTED else rules.conflict(claim.kind)


def _hint(shown: Sequence[Weighed]) -> str:
    """The rule of what is only worked out, where nothing else decides."""
    standing = [w.evidence.comparison for w in _by_fit(shown) if w.stands]
    apart = (c for c in standing if c and c.claim_value != c.source_value)
    hints = (c.rule for c in apart if _label_of(c) is Label.NOT_ENOUGH_EVIDENCE)
    return next(hints, "")


def _cause(label: Label, first: Sequence[Weighed], rest: Sequence[Weighed]) -> str:
    """What decided, in words; and that the draft's value was so once."""
    if label is Label.CONFLICTING:
        against = next(w for w in first if w.refutes).evidence
        if against.comparison and _label_of(against.comparison) is label:
            return against.comparison.reason
        reason = f": {against.comparison.reason}" if against.comparison else ""
        return f"sources disagree{reason}"
    plain = "the source says so" if label is Label.SUPPORTED else "the source says otherwise"
    top = first[0].evidence.comparison
    reason = top.reason if top else plain
    was = next((w for w in rest if w.evidence.superseded and w.supports), None)
    if label is Label.REFUTED and was and was.dated:
        reason += f"; it was so on {was.dated.day} {was.dated:%B} {was.dated.year}"
    return reason


def _by_fit(weighed: Sequence[Weighed]) -> list[Weighed]:
    return sorted(weighed, key=lambda w: (-w.fit, w.evidence.passage.id))


def _one_per_origin(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The best of each cluster of copies, for each stance; one that stands before one that does
    not."""
    best: dict[tuple[int, str], Weighed] = {}
    for source, w in zip(_sources(weighed), weighed, strict=True):
        key = (source, w.evidence.stance.label)
        if key not in best or (w.stands, w.fit) > (best[key].stands, best[key].fit):
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
    current = [w for w in weighed if w.dated is not None and w.stands]
    undated = any(w.dated is None and w.stands for w in weighed)
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
    """Why what was found decides nothing: of several reasons the one that tells an editor most."""
    standing = [w.evidence for w in weighed if w.stands]
    for one in standing:
        if one.comparison and (one.comparison.unnamed or one.comparison.rule == rules.COUNTED_ON):
            return one.comparison.reason
        if one.comparison and one.comparison.outcome is Outcome.COMPATIBLE:
            return "the sources fit but are less precise than the draft"
        if one.stance.label is StanceLabel.REFUTES and restricts(one.qualification):
            return f"the source has another value on a condition: {one.qualification}"
    if any(w.evidence.later for w in weighed):
        return "only passages published after the draft's date speak of it"
    if any(w.evidence.superseded or w.dated for w in weighed):
        return "only older values were found"
    if any(w.evidence.own for w in weighed):
        return "only the draft's own text in the corpus speaks of it"
    return "nothing in the corpus speaks of it"
