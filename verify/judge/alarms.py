"""How many false alarms an editor will bear, and which refutations that leaves.

A refutation is a false alarm if the claim is true. How many true claims of each kind are refuted,
and how surely, was measured (`confidence.py`); so for any rate that is asked for there is a
confidence from which on refutations are that seldom false. One below it is not lost: it becomes a
possible conflict, which weighs less.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from verify import rules
from verify.judge.confidence import Alarms, measured
from verify.records import Kind, Label, Verdict

OTHERS = 100
"""So many claims of all kinds count beside those of a kind itself: of few claims, none refuted, it
cannot be known that one in a hundred would be."""


def soften(verdict: Verdict, most: float | None, table: Sequence[Alarms] | None = None) -> Verdict:
    """The verdict, or a possible conflict where refutations like it are false alarms too often.

    `most` is the share of true claims that may be refuted; None: all refutations stay. One of a
    sort that was never measured stays only where all do. `table` is the one that comes with the
    package, unless another is given.
    """
    if most is None or verdict.label is not Label.REFUTED:
        return verdict
    least = least_confidence(
        verdict.claim.kind, most, measured().alarms if table is None else table
    )
    if verdict.confidence is not None and verdict.confidence >= least:
        return verdict
    return verdict.model_copy(
        update={
            "label": Label.NOT_ENOUGH_EVIDENCE,
            "rule": rules.POSSIBLE,
            "cause": f"possible conflict: {verdict.cause}",
        }
    )


def least_confidence(kind: Kind, most: float, table: Sequence[Alarms]) -> float:
    """The confidence from which on at most a share `most` of true claims of a kind is refuted."""
    wrong = sorted({one for row in table for one in row.refuted})
    just_above = [0.0, *(math.nextafter(one, math.inf) for one in wrong)]
    return next(least for least in just_above if rate(kind, least, table) <= most)


def rate(kind: Kind, least: float, table: Sequence[Alarms]) -> float:
    """The share of true claims of a kind that is refuted with a confidence of `least` or more."""
    claims = sum(row.claims for row in table)
    overall = sum(_refuted(row, least) for row in table) / claims if claims else 0.0
    mine = [row for row in table if row.kind is kind]
    refuted = sum(_refuted(row, least) for row in mine) + OTHERS * overall
    return refuted / (sum(row.claims for row in mine) + OTHERS)


def _refuted(row: Alarms, least: float) -> int:
    return sum(one >= least for one in row.refuted)
