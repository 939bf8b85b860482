"""How far one gets without reading the evidence: a data set's own give-aways.

A benchmark whose claims betray their label ("only", "never") flatters every model. So beside each
figure stands that of a logistic regression which sees nothing but the claim's hashed words and
word pairs, trained and tried on that very file in five folds. Rows that share a claim or an
evidence share a fold, so that it cannot remember them.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from verify.evaluation.figures import LABELS, SEED
from verify.evaluation.intervals import Floats, Ints
from verify.evaluation.rows import Row

FOLDS = 5
WIDTH = 4096
"""Places that words and word pairs are hashed to."""
ROUNDS = 8
BATCH = 64
RATE = 0.5
WORD = re.compile(r"\w+")
Weights = npt.NDArray[np.float32]


def guess(rows: Sequence[Row]) -> Floats:
    """Probabilities by LABELS for each row, shape (n, 3), from a model that has not seen it."""
    if len(rows) == 0:
        return np.zeros((0, len(LABELS)))
    features = np.stack([_features(row.claim) for row in rows])
    gold = np.array([LABELS.index(row.label) for row in rows])
    folds = _folds(rows)
    guessed = np.full((len(rows), len(LABELS)), 1 / len(LABELS))
    for fold in range(FOLDS):
        held = folds == fold
        if held.any() and not held.all():
            weights = _fit(features[~held], gold[~held])
            guessed[held] = _softmax(features[held] @ weights)
    return guessed


def _features(claim: str) -> Weights:
    """Words and word pairs hashed, of length 1, and a constant that learns how frequent labels
    are.
    """
    words = WORD.findall(claim.casefold())
    vector = np.zeros(WIDTH + 1, dtype=np.float32)
    for gram in {*words, *map(" ".join, pairwise(words))}:
        vector[zlib.crc32(gram.encode()) % WIDTH] = 1
    vector /= max(float(np.linalg.norm(vector)), 1)
    vector[WIDTH] = 1
    return vector


def _folds(rows: Sequence[Row]) -> Ints:
    """A fold for each row; rows that share a claim or an evidence, even by way of others, have one.

    Without that, the twin of a minimal pair would be learnt with the opposite label.
    """
    keys = [np.unique(texts, return_inverse=True)[1] for texts in _texts(rows)]
    group = np.arange(len(rows))
    while True:
        before = group
        for key in keys:
            lowest = np.full(len(rows), len(rows))
            np.minimum.at(lowest, key, group)
            group = lowest[key]
        if (group == before).all():
            break
    _, numbers = np.unique(group, return_inverse=True)
    order = np.random.default_rng(SEED).permutation(int(numbers.max()) + 1)
    return np.asarray(order[numbers] % FOLDS)


def _texts(rows: Sequence[Row]) -> tuple[list[str], list[str]]:
    return [row.claim for row in rows], [row.evidence for row in rows]


def _fit(features: Weights, gold: Ints) -> Weights:
    """Weights (width, labels), by AdaGrad, which gives rare words larger steps."""
    wanted = np.eye(len(LABELS), dtype=np.float32)[gold]
    weights = np.zeros((features.shape[1], len(LABELS)), dtype=np.float32)
    seen = np.full_like(weights, 1e-6)
    draw = np.random.default_rng(SEED)
    for _ in range(ROUNDS):
        order = draw.permutation(len(gold))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            some = features[batch]
            slope = some.T @ (_softmax(some @ weights) - wanted[batch]) / len(batch)
            seen += slope**2
            weights -= RATE * slope / np.sqrt(seen)
    return weights


def _softmax(scores: Weights) -> Weights:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
