"""SciFact with nothing given: claim -> abstracts found among all of them -> what each says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from verify.checker import Checker
from verify.evaluation.asking import THRESHOLDS, ask, told
from verify.evaluation.checked import check, labels_of
from verify.evaluation.collections import indexed
from verify.evaluation.figures import FoundLabels, SciFactOpen
from verify.evaluation.intervals import Floats, resampled
from verify.evaluation.metrics import f1
from verify.evaluation.progress import StageProgress
from verify.evaluation.retrieval import documents
from verify.evaluation.scifact import Abstract, ScientificClaim
from verify.index import RERANKED, rerank
from verify.models import Embedder, Pair, Reranker, StanceModel
from verify.records import StanceLabel

PASSAGES_EACH = 6
"""Passages read for each abstract wanted: a long one may fill several places of the list."""
WHOLE = 180
"""Words up to which an abstract is also read whole: what a model of 256 or 384 tokens holds."""

Labels = Mapping[str, StanceLabel]
"""What is said of a claim, by abstract."""


def judge_open(
    model: StanceModel,
    embedder: Embedder,
    reranker: Reranker,
    claims: Sequence[ScientificClaim],
    abstracts: Sequence[Abstract],
    *,
    top: int,
    threshold: float,
    progress: StageProgress,
) -> SciFactOpen:
    """Find `top` abstracts for each claim, read them, and compare what they say with the gold; and
    the same by the Checker, which finds and reads by its own rules.

    A search finds abstracts that speak of a claim's subject and say nothing of it, and a model that
    reads all of them takes some of these for evidence: so the best of the search are put in order
    first, and few are read.
    """
    by_id = {abstract.id: abstract for abstract in abstracts}
    checked: list[Labels] = []
    with indexed([one.document for one in abstracts], embedder, progress) as index:
        hits = index.search_many([one.claim for one in claims], max(top, RERANKED) * PASSAGES_EACH)
        checker = Checker(index, stance=model)
        for done, claim in enumerate(claims, start=1):
            checked.append(labels_of(check(checker, claim.claim)))
            progress("scifact: check", done, len(claims))
    ranked = []
    for done, (claim, one) in enumerate(zip(claims, hits, strict=True), start=1):
        ranked.append(rerank(claim.claim, documents(one), reranker)[:top])
        progress("scifact: rerank", done, len(claims))
    found = [[hit.passage.document for hit in one] for one in ranked]
    asked = [
        read(claim.claim, by_id[id_])
        for claim, ids in zip(claims, found, strict=True)
        for id_ in ids
    ]
    each = iter(ask(model, asked, lambda done, total: progress("scifact: read", done, total)))
    answers = [{id_: next(each) for id_ in ids} for ids in found]

    def at(threshold: float) -> FoundLabels:
        labels = [{id_: told(a, threshold) for id_, a in one.items()} for one in answers]
        return compared(claims, labels, threshold)

    return SciFactOpen(
        claims=len(claims),
        top=top,
        checked=compared(claims, checked, None),
        at=at(threshold),
        others=tuple(at(other) for other in THRESHOLDS if other != threshold),
    )


def read(claim: str, abstract: Abstract) -> list[Pair]:
    """The claim with each sentence of an abstract, and with all of it where that is short."""
    whole = " ".join(abstract.sentences)
    texts = [*abstract.sentences, *([whole] if len(whole.split()) <= WHOLE else [])]
    return [Pair(claim, text, abstract.title) for text in texts]


def compared(
    claims: Sequence[ScientificClaim], labels: Sequence[Labels], threshold: float | None
) -> FoundLabels:
    """Abstract-level, label-only scores: a (claim, abstract, label) is right where the abstract
    has evidence of that label; one that was not found counts as missed.
    """
    counts = np.array(
        [_count(claim, given) for claim, given in zip(claims, labels, strict=True)],
        dtype=np.float64,
    ).reshape(-1, 3)

    def share_of(column: int, sums: Floats) -> Floats:
        return np.asarray(sums[:, 0] / np.maximum(sums[:, column], 1))

    return FoundLabels(
        threshold=threshold,
        precision=resampled(counts, lambda sums: share_of(1, sums)),
        recall=resampled(counts, lambda sums: share_of(2, sums)),
        f1=resampled(counts, lambda sums: f1(sums[:, 0], sums[:, 1], sums[:, 2])),
    )


def _count(claim: ScientificClaim, labels: Labels) -> tuple[int, int, int]:
    """How many labels were right, given and wanted."""
    given = {id_: label for id_, label in labels.items() if label is not StanceLabel.NEUTRAL}
    right = sum(claim.labels.get(id_) is label for id_, label in given.items())
    return right, len(given), len(claim.labels)
