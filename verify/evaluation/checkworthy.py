"""Sentences that people marked as worth checking or not, and how well a model and our rules agree.

Rows are {"text", "label"} with the label Yes or No, as in CheckThat! 2024, task 1
(https://checkthat.gitlab.io/clef2024/task1/). There, sentences with a comma still wear the
quotation marks of the table they came from, and now and then a number has run into the label;
both are mended here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from verify.claims import Worth, find_claims
from verify.evaluation.figures import CheckworthyFile, Told
from verify.evaluation.intervals import Bools, resampled, share
from verify.evaluation.jsonl import MEND, BenchmarkError, read_objects, sample, stem, text
from verify.evaluation.metrics import f1
from verify.models import WorthModel
from verify.records import DateSource, Draft

AS_OF = dt.date(2020, 10, 1)
"""A day to read the sentences from; which one does not matter to whether they state something."""
BESIDE = (0.1, 0.3, 0.5)
"""Thresholds that are told beside the one asked for."""

_LABEL = re.compile(r"(Yes|No)\d*")


class Marked(NamedTuple):
    """A sentence, and whether it is worth checking."""

    text: str
    worth: bool


def read_marked(path: Path) -> tuple[Marked, ...]:
    """The rows of a file, in its order. BenchmarkError."""
    found = []
    for place, fields in read_objects(path):
        label = _LABEL.fullmatch(text(fields, "label", place).strip())
        if label is None:
            raise BenchmarkError(f'{place}: "label" must be Yes or No', MEND)
        found.append(Marked(_unwrapped(text(fields, "text", place)), label[1] == "Yes"))
    return tuple(found)


def _unwrapped(cell: str) -> str:
    """A sentence without the quotation marks that a table puts around a cell with a comma."""
    cell = cell.strip()
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def measure_marked(
    path: Path, model: WorthModel | None, threshold: float, limit: int | None = None
) -> CheckworthyFile:
    """A file of marked sentences; without a model the rules alone. BenchmarkError."""
    rows = sample(read_marked(path), limit)
    if not rows:
        raise BenchmarkError(f"{path} has no rows.", "Name a file with marked sentences.")
    gold = np.array([row.worth for row in rows])
    texts = [row.text for row in rows]
    ways = [_told("every sentence", None, gold, np.ones_like(gold))]
    ways.append(_told("rules", None, gold, _kept(texts, None, threshold)))
    if model:
        alone = np.array(model.score(texts))
        ways += [_told("model", at, gold, alone >= at) for at in sorted({threshold, *BESIDE})]
        kept = _kept(texts, model.score, threshold)
        ways.append(_told("model and rules", threshold, gold, kept))
    return CheckworthyFile(file=stem(path), rows=len(rows), worth=int(gold.sum()), ways=tuple(ways))


def _kept(texts: Sequence[str], worth: Worth | None, threshold: float) -> Bools:
    """Whether a claim is found in each text, read as a draft of its own."""
    drafts = (
        Draft(text=one, source="", as_of=AS_OF, as_of_source=DateSource.OPTION) for one in texts
    )
    found = (find_claims(draft, worth, threshold=threshold).claims for draft in drafts)
    return np.array([bool(claims) for claims in found])


def _told(way: str, threshold: float | None, gold: Bools, kept: Bools) -> Told:
    cases = np.stack([gold & kept, kept, gold], axis=1).astype(np.float64)
    right, given, wanted = cases.sum(axis=0).astype(int)
    return Told(
        way=way,
        threshold=threshold,
        precision=share(right, given) if given else None,
        recall=share(right, wanted) if wanted else None,
        f1=resampled(cases, lambda sums: f1(sums[:, 0], sums[:, 1], sums[:, 2])),
    )
