"""A temperature and a bias for each label, so that a model's probabilities mean what they say.

Guo et al., On Calibration of Modern Neural Networks (2017): the scores are divided by one number;
a number for each label is added, because a model that was trained on as many rows of each label
meets other shares.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.network import LABELS
from training.rows import Row, read_rows
from verify.models.protocols import Pair, StanceModel

FILES = ("vitaminc", "healthver", "infotabs_dev", "climate_fever")
"""Dev files with all three labels; each counts alike, and each label in it as often as it is."""
SIZE = 500
SEED = 11


def calibration_rows(dev: Path, size: int = SIZE) -> dict[str, list[Row]]:
    """A seeded sample of each file."""
    samples = {}
    for name in FILES:
        rows = list(read_rows(dev / f"{name}.jsonl.gz"))
        samples[name] = random.Random(SEED).sample(rows, min(size, len(rows)))
    return samples


def logs_of(model: StanceModel, rows: Sequence[Row]) -> Tensor:
    """The logarithms of a model's probabilities, float64 (rows, 3)."""
    answers = model.classify([Pair(r.claim, r.evidence, r.title) for r in rows])
    even = [1 / len(LABELS)] * len(LABELS)
    shares = [[getattr(one, label) for label in LABELS] if one else even for one in answers]
    return torch.tensor(shares, dtype=torch.float64).clamp(min=1e-9).log()


def fit(
    model: StanceModel, samples: Mapping[str, Sequence[Row]]
) -> tuple[float, tuple[float, float, float]]:
    """Temperature and bias with the least cross-entropy; the model's own must be 1 and 0."""
    rows = [row for sample in samples.values() for row in sample]
    weights = torch.tensor([1 / len(sample) for sample in samples.values() for _ in sample])
    logs = logs_of(model, rows)
    gold = torch.tensor([row.label for row in rows])
    sharpness = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([sharpness, bias], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        search.zero_grad()
        raised = torch.log_softmax(logs * sharpness.exp() + bias, dim=1)
        lost = -(raised.gather(1, gold[:, None])[:, 0] * weights).sum()
        lost.backward()
        return lost

    search.step(loss)
    found = (bias - bias.mean()).tolist()
    return math.exp(-sharpness.item()), (found[0], found[1], found[2])
