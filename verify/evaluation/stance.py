"""The stance model alone: given a claim and its evidence, how often is it right, and how sure?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from verify.evaluation import claim_only, metrics
from verify.evaluation.figures import (
    LABELS,
    Calibration,
    Measured,
    StanceEvaluation,
    StanceFile,
)
from verify.evaluation.intervals import Bools, Floats, Ints
from verify.evaluation.jsonl import sample
from verify.evaluation.progress import StageProgress, silent
from verify.evaluation.rows import Benchmark, read_rows
from verify.models import Pair, StanceModel
from verify.records import Probabilities, StanceLabel

NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|trillions?|twice|half|zero)\b",
    re.IGNORECASE,
)
"""A number in a claim. "One" is left out, which mostly counts nothing."""


def evaluate_stance(
    model: StanceModel,
    files: Sequence[Path],
    limit: int | None = None,
    progress: StageProgress = silent,
) -> StanceEvaluation:
    """Measure a model on labelled pairs, at most `limit` of each file. BenchmarkError."""
    # Every file is read first: a broken line is told before a model has run for minutes.
    benchmarks = [read_rows(file) for file in files]
    measured = []
    for benchmark in benchmarks:
        rows = sample(benchmark.rows, limit)

        def within(done: int, total: int, name: str = benchmark.name) -> None:
            progress(name, done, total)

        pairs = [Pair(row.claim, row.evidence, row.title) for row in rows]
        answers = model.classify(pairs, within)
        measured.append(measure(benchmark.model_copy(update={"rows": rows}), answers))
    return StanceEvaluation(
        model=model.name, fingerprint=model.fingerprint, limit=limit, files=tuple(measured)
    )


def measure(benchmark: Benchmark, answers: Sequence[Probabilities | None]) -> StanceFile:
    """All figures of one file from the answers to its rows, in their order."""
    rows = benchmark.rows
    gold = np.array([LABELS.index(row.label) for row in rows], dtype=np.int64)
    told = _matrix(answers)
    guessed = claim_only.guess(rows)
    decided = gold != LABELS.index(StanceLabel.NEUTRAL)
    every = np.full(len(rows), not decided.all())
    number = np.array([bool(NUMBER.search(row.claim)) for row in rows], dtype=np.bool_)

    def measured(which: Bools, ways: int) -> Measured | None:
        return _measured(gold[which], told[which, :ways], guessed[which, :ways])

    return StanceFile(
        file=benchmark.name,
        rows=len(rows),
        left_out=benchmark.left_out,
        unanswered=int(np.isnan(told[:, 0]).sum()),
        two_way=measured(decided, 2),
        two_way_numbers=measured(decided & number, 2),
        three_way=measured(every, 3),
        three_way_numbers=measured(every & number, 3),
        calibration=_calibration(gold[every], told[every]),
        confusion=metrics.confusion(gold, _likeliest(told), len(LABELS)),
    )


def _matrix(answers: Sequence[Probabilities | None]) -> Floats:
    """Probabilities by LABELS, shape (n, 3); not-a-number where there is no answer."""
    unknown = (np.nan,) * len(LABELS)
    rows = [(a.supports, a.refutes, a.neutral) if a else unknown for a in answers]
    return np.array(rows, dtype=np.float64).reshape(-1, len(LABELS))


def _likeliest(told: Floats) -> Ints:
    """The likeliest label of those that the columns are; on a tie the first."""
    answered = ~np.isnan(told[:, 0])
    best = np.argmax(np.nan_to_num(told), axis=1)
    return np.where(answered, best, metrics.UNANSWERED).astype(np.int64)


def _measured(gold: Ints, told: Floats, guessed: Floats) -> Measured | None:
    if len(np.unique(gold)) < 2:
        return None  # with one label there is nothing to tell apart
    most = np.full_like(gold, np.bincount(gold).argmax())
    model, claims, majority = (
        metrics.scores(gold, answers, len(LABELS))
        for answers in (_likeliest(told), _likeliest(guessed), most)
    )
    return Measured(model=model, claim_only=claims, majority=majority)


def _calibration(gold: Ints, told: Floats) -> Calibration | None:
    answered = ~np.isnan(told[:, 0])
    if not answered.any():
        return None
    told = told[answered]
    return metrics.calibration(told.argmax(axis=1) == gold[answered], told.max(axis=1))
