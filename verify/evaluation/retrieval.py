"""The search alone: how high does it put the passages that a claim needs?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from verify.evaluation.asking import ask
from verify.evaluation.collections import Collection, indexed
from verify.evaluation.figures import Figure, Ranking, RetrievalEvaluation, RetrievalSet
from verify.evaluation.intervals import mean
from verify.evaluation.metrics import ndcg, recall
from verify.evaluation.progress import StageProgress, silent
from verify.models import Embedder, Pair, StanceModel
from verify.records import Hit, Passage

REACH = 400
"""Places of the word list and the vector list that count: enough for a hundred documents."""
DOCUMENTS = 100
"""Documents ranked for each query."""
RERANKED = 20
"""Documents that the stance model puts into a new order; those below stay as they are."""

Ranked = tuple[Passage, ...]
"""One passage a document, its best, in the order of the documents."""


def evaluate_retrieval(
    embedder: Embedder,
    collections: Sequence[Collection],
    stance: StanceModel | None = None,
    limit: int | None = None,
    progress: StageProgress = silent,
) -> RetrievalEvaluation:
    """Search each collection by words, by vectors, by both, and reranked where there is a stance
    model. `limit` is only noted: the collections are drawn already.
    """
    return RetrievalEvaluation(
        embedder=embedder.name,
        stance_model=stance.name if stance else "",
        limit=limit,
        sets=tuple(_search(one, embedder, stance, progress) for one in collections),
    )


def _search(
    collection: Collection, embedder: Embedder, stance: StanceModel | None, report: StageProgress
) -> RetrievalSet:
    def staged(stage: str, done: int, total: int) -> None:
        report(f"{collection.name}: {stage}", done, total)

    texts = [query.text for query in collection.queries]
    ways: dict[str, list[Ranked]] = {name: [] for name in WAYS}
    with indexed(collection.documents, embedder, staged) as index:
        size = index.manifest
        # One query at a time: what is not ranked is let go again.
        for done, claim in enumerate(texts, start=1):
            hits = index.search(claim, 2 * REACH, depth=REACH)  # all of both lists
            for name, way in WAYS.items():
                ways[name].append(documents(way(hits))[:DOCUMENTS])
            staged("search", done, len(texts))
    if stance:
        ways["reranked"] = _reranked(texts, ways["fused"], stance, staged)
    relevant = [query.relevant for query in collection.queries]
    return RetrievalSet(
        name=collection.name,
        relevant=collection.relevant,
        documents=size.documents,
        passages=size.passages,
        rankings=tuple(_measured(name, found, relevant) for name, found in ways.items()),
    )


def by_words(hits: Sequence[Hit]) -> list[Passage]:
    """Passages of the word list alone, in its order."""
    return _by_rank((hit.word_rank, hit.passage) for hit in hits)


def by_vectors(hits: Sequence[Hit]) -> list[Passage]:
    """Passages of the vector list alone, in its order."""
    return _by_rank((hit.vector_rank, hit.passage) for hit in hits)


def as_fused(hits: Sequence[Hit]) -> list[Passage]:
    """Passages as the search gives them. Its lists are deeper here than in a check, which moves
    SciFact's nDCG@10 by less than 0.001.
    """
    return [hit.passage for hit in hits]


WAYS: dict[str, Callable[[Sequence[Hit]], list[Passage]]] = {
    "words": by_words,
    "vectors": by_vectors,
    "fused": as_fused,
}


def documents(passages: Sequence[Passage]) -> Ranked:
    """The best passage of each document, in order."""
    best: dict[str, Passage] = {}
    for passage in passages:
        best.setdefault(passage.document, passage)
    return tuple(best.values())


def reranked(ranked: Ranked, telling: Sequence[float]) -> Ranked:
    """The first len(telling) by how telling they are, best first; then the rest as they stand."""
    order = sorted(range(len(telling)), key=lambda n: -telling[n])
    return tuple(ranked[n] for n in order) + ranked[len(telling) :]


def _reranked(
    texts: Sequence[str], fused: Sequence[Ranked], stance: StanceModel, report: StageProgress
) -> list[Ranked]:
    asked = [
        [Pair(claim, one.text, one.title, one.published) for one in ranked[:RERANKED]]
        for claim, ranked in zip(texts, fused, strict=True)
    ]
    answers = ask(stance, asked, lambda done, total: report("rerank", done, total))
    return [
        # Where the model cannot say, a passage counts as saying nothing.
        reranked(ranked, [1 - answer.neutral if answer else 0.0 for answer in group])
        for ranked, group in zip(fused, answers, strict=True)
    ]


def _by_rank(ranked: Iterable[tuple[int | None, Passage]]) -> list[Passage]:
    placed = [(rank, passage) for rank, passage in ranked if rank]
    return [passage for _, passage in sorted(placed, key=lambda one: one[0])]


def _measured(name: str, found: Sequence[Ranked], relevant: Sequence[frozenset[str]]) -> Ranking:
    lists = [[passage.document for passage in ranked] for ranked in found]

    def over(measure: Callable[[Sequence[str], frozenset[str], int], float], k: int) -> Figure:
        values = [measure(*one, k) for one in zip(lists, relevant, strict=True)]
        return mean(np.array(values))

    return Ranking(
        way=name,
        ndcg_10=over(ndcg, 10),
        recall_5=over(recall, 5),
        recall_20=over(recall, 20),
        recall_100=over(recall, 100),
    )
