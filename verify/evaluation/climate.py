"""Climate-FEVER: claims with five sentences each, and what these come to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from verify.checker import Checker
from verify.evaluation.asking import THRESHOLDS, ask, verdict
from verify.evaluation.checked import Given, check, verdict_of
from verify.evaluation.figures import ClimateClaims, Scores, VerdictScores
from verify.evaluation.jsonl import BenchmarkError, read_objects, sample, text
from verify.evaluation.metrics import UNANSWERED, scores
from verify.evaluation.progress import StageProgress
from verify.models import Pair, StanceModel
from verify.records import Label, Record

GOLD = {
    "SUPPORTS": Label.SUPPORTED,
    "REFUTES": Label.REFUTED,
    "NOT_ENOUGH_INFO": Label.NOT_ENOUGH_EVIDENCE,
    "DISPUTED": Label.CONFLICTING,
}
VERDICTS = tuple(GOLD.values())


class ClimateClaim(Record):
    """A claim, its sentences with their titles, and the verdict that people came to."""

    claim: str
    evidence: tuple[tuple[str, str], ...]
    label: Label


def read_climate_claims(path: Path) -> tuple[ClimateClaim, ...]:
    """{"claim", "claim_label", "evidence", "page"} a line; rows of one claim are put together."""
    labels: dict[str, Label] = {}
    evidence: dict[str, list[tuple[str, str]]] = {}
    for place, fields in read_objects(path):
        label, claim = text(fields, "claim_label", place), text(fields, "claim", place)
        if label not in GOLD:
            raise BenchmarkError(
                f'{place}: unknown claim label "{label}"', f"Possible: {', '.join(GOLD)}."
            )
        labels[claim] = GOLD[label]
        sentence = (text(fields, "page", place, ""), text(fields, "evidence", place))
        evidence.setdefault(claim, []).append(sentence)
    return tuple(
        ClimateClaim(claim=claim, evidence=tuple(evidence[claim]), label=label)
        for claim, label in labels.items()
    )


def judge_climate(
    model: StanceModel,
    claims: Sequence[ClimateClaim],
    threshold: float,
    limit: int | None,
    progress: StageProgress,
) -> ClimateClaims:
    """Verdicts on claims over their own sentences, which stand for a tiny corpus: from the stances
    alone, and by the Checker.
    """
    claims = sample(claims, limit)
    asked = [
        [Pair(one.claim, sentence, title) for title, sentence in one.evidence] for one in claims
    ]
    answers = ask(model, asked, lambda done, total: progress("climate_fever", done, total))
    checked = []
    for done, one in enumerate(claims, start=1):
        checked.append(verdict_of(check(Checker(Given(one.evidence), stance=model), one.claim)))
        progress("climate_fever: check", done, len(claims))
    gold = [one.label for one in claims]

    def at(threshold: float) -> VerdictScores:
        verdicts = [verdict(one, threshold) for one in answers]
        return VerdictScores(threshold=threshold, scores=_scores(gold, verdicts))

    return ClimateClaims(
        claims=len(claims),
        unchecked=checked.count(Label.NOT_CHECKED),
        checked=VerdictScores(threshold=None, scores=_scores(gold, checked)),
        at=at(threshold),
        others=tuple(at(other) for other in THRESHOLDS if other != threshold),
    )


def _scores(gold: Sequence[Label], verdicts: Sequence[Label]) -> Scores:
    return scores(
        np.array([VERDICTS.index(label) for label in gold]),
        np.array([VERDICTS.index(v) if v in VERDICTS else UNANSWERED for v in verdicts]),
        len(VERDICTS),
    )
