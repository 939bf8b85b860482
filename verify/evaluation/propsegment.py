"""Propositions as people marked them: PropSegmEnt (Chen et al. 2023, Findings of ACL, 8874-8893).

The official layout (github.com/google-research-datasets/PropSegmEnt): `propositions.dev.json` has,
for sentences by cluster, document and place, several raters' propositions as sets of token numbers,
and `document_clusters.dev.json` the sentences with their tokens. Where a sentence comes without
tokens they are made as the data's readme says: every run of letters and digits, and every other
mark. News clusters are not in the second file; their sentences are left out and counted.

Measured against the reference response alone; a sentence without one, or whose reference has no
proposition, is left out. A claim is the set of tokens that begin in its spans. Claims and
propositions of a sentence are paired one to one, the pairs of the highest Jaccard index (shared
tokens over all tokens) first, and a pair is a hit from the threshold on. Precision is hits over
claims, recall hits over propositions, both summed over sentences, F1 their harmonic mean; the
intervals are over sentences. The paper measures at 0.8 and 1; 0.5 asks for most of the words.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from verify.evaluation.figures import PropositionScores, PropSegmEnt
from verify.evaluation.intervals import resampled
from verify.evaluation.jsonl import BenchmarkError, sample
from verify.evaluation.metrics import f1
from verify.evaluation.splitting import WAYS, Way

AT = (0.5, 0.8)
"""Jaccard indices from which on a claim is a proposition."""
WHOLE = "Take the file as it is at github.com/google-research-datasets/PropSegmEnt (v1/)."
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")
Tokens = frozenset[int]


class Marked(NamedTuple):
    """A sentence with the start of each token, and its propositions as sets of token numbers."""

    text: str
    starts: tuple[int, ...]
    propositions: tuple[Tokens, ...]


class Read(NamedTuple):
    """The marked sentences, and how many have no text at hand or no reference proposition."""

    sentences: tuple[Marked, ...]
    without_text: int
    unmarked: int


def read_propositions(propositions: Path, documents: Path) -> Read:
    """The marked sentences whose text is at hand, in order. BenchmarkError."""
    texts = _texts(documents)
    found: list[Marked] = []
    without = unmarked = 0
    for row in _load(propositions):
        try:
            place = row["sentence_id"]
            key = (place["cluster_id"], place["document_id"], int(place["sentence_index"]))
            marked = _reference(row["segmentation_responses"])
        except (KeyError, TypeError, ValueError) as error:
            raise BenchmarkError(
                f"{propositions}: not PropSegmEnt's layout: {error}", WHOLE
            ) from error
        if not marked:
            unmarked += 1
        elif key not in texts:
            without += 1
        else:
            text, starts = texts[key]
            if any(max(one) >= len(starts) for one in marked):
                raise BenchmarkError(
                    f"{propositions}: {key} has tokens that {documents} lacks", WHOLE
                )
            found.append(Marked(text, starts, marked))
    return Read(tuple(found), without, unmarked)


def measure_propositions(read: Read, limit: int | None = None) -> PropSegmEnt:
    """Every way of making claims against the same sentences. BenchmarkError."""
    rows = sample(read.sentences, limit)
    if not rows:
        raise BenchmarkError("None of PropSegmEnt's propositions has its sentence.", WHOLE)
    return PropSegmEnt(
        sentences=len(rows),
        propositions=sum(len(row.propositions) for row in rows),
        without_text=read.without_text,
        unmarked=read.unmarked,
        ways=tuple(
            score_propositions(name, way, at, rows) for at in AT for name, way in WAYS.items()
        ),
    )


def score_propositions(name: str, way: Way, at: float, rows: Sequence[Marked]) -> PropositionScores:
    """One way of making claims against the propositions."""
    cases = np.array([_counts(way, at, row) for row in rows], dtype=np.float64)
    return PropositionScores(
        way=name,
        jaccard=at,
        f1=resampled(cases, lambda sums: f1(sums[:, 0], sums[:, 1], sums[:, 2])),
        precision=resampled(cases, lambda sums: sums[:, 0] / np.maximum(sums[:, 1], 1)),
        recall=resampled(cases, lambda sums: sums[:, 0] / np.maximum(sums[:, 2], 1)),
    )


def _counts(way: Way, at: float, row: Marked) -> tuple[int, int, int]:
    """Hits, claims and propositions of a sentence."""
    claims = [
        frozenset(
            n for n, start in enumerate(row.starts) if any(s <= start < e for s, e in one.spans)
        )
        for one in way(row.text)
    ]
    return matched(claims, row.propositions, at), len(claims), len(row.propositions)


def matched(claims: Sequence[Tokens], gold: Sequence[Tokens], at: float) -> int:
    """How many of both are paired one to one with a Jaccard index of `at` or more."""
    pairs = sorted(
        (
            (len(a & b) / len(a | b), i, j)
            for i, a in enumerate(claims)
            for j, b in enumerate(gold)
            if a & b
        ),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    hits = 0
    for share, i, j in pairs:
        if share >= at and not taken & {("claim", i), ("gold", j)}:
            taken |= {("claim", i), ("gold", j)}
            hits += 1
    return hits


def _texts(path: Path) -> dict[tuple[str, str, int], tuple[str, tuple[int, ...]]]:
    found = {}
    try:
        for cluster in _load(path):
            for document in cluster["documents"]:
                for number, sentence in enumerate(document["sentences"]):
                    key = (cluster["cluster_id"], document["document_id"], number)
                    found[key] = (sentence["sentence_text"], _starts(sentence))
    except (KeyError, TypeError) as error:
        raise BenchmarkError(f"{path}: not PropSegmEnt's layout: {error}", WHOLE) from error
    return found


def _starts(sentence: dict[str, Any]) -> tuple[int, ...]:
    if "tokens" in sentence:
        return tuple(
            int(t.get("character_offset_of_token_in_sentence", 0)) for t in sentence["tokens"]
        )
    return tuple(m.start() for m in _TOKEN.finditer(sentence["sentence_text"]))


def _reference(responses: Iterable[dict[str, Any]]) -> tuple[Tokens, ...]:
    for response in responses:
        if response.get("is_reference_response"):
            marked = (
                p.get("token_indices") or p.get("included_token_indices") or ()
                for p in response.get("propositions", ())
            )
            return tuple(frozenset(map(int, one)) for one in marked if one)
    return ()


def _load(path: Path) -> list[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rb") as file:
            rows = json.load(file)
    except (OSError, EOFError, zlib.error, ValueError, RecursionError) as error:
        raise BenchmarkError(f"{path} cannot be read: {error}", WHOLE) from error
    if not isinstance(rows, list):
        raise BenchmarkError(f"{path}: must be a JSON list", WHOLE)
    return rows
