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
from verify.index import RERANKED, rerank
from verify.models import Embedder, Pair, Reranker, StanceModel
from verify.records import Hit

REACH = 400
"""Places of the word list and the vector list that count: enough for a hundred documents."""
DOCUMENTS = 100
"""Documents ranked for each query."""
RELEVANCE = 0.2
"""What it counts for a reranked document that the stance model finds its passage telling. A round
number: from 0.1 to 0.3 it is about as good (benchmarks/RESULTS.md)."""

Ranked = tuple[Hit, ...]
"""One hit a document, its best, in the order of the documents."""


def evaluate_retrieval(
    embedder: Embedder,
    collections: Sequence[Collection],
    reranker: Reranker,
    stance: StanceModel | None = None,
    limit: int | None = None,
    progress: StageProgress = silent,
) -> RetrievalEvaluation:
    """Search each collection by words, by vectors, by both, reranked, and reranked by what a stance
    model finds telling, too, where there is one. `limit` is only noted: the collections are drawn
    already.
    """
    return RetrievalEvaluation(
        embedder=embedder.name,
        reranker=reranker.name,
        stance_model=stance.name if stance else "",
        limit=limit,
        sets=tuple(_search(one, embedder, reranker, stance, progress) for one in collections),
    )


def _search(
    collection: Collection,
    embedder: Embedder,
    reranker: Reranker,
    stance: StanceModel | None,
    report: StageProgress,
) -> RetrievalSet:
    def staged(stage: str, done: int, total: int) -> None:
        report(f"{collection.name}: {stage}", done, total)

    texts = [query.text for query in collection.queries]
    ways: dict[str, list[Ranked]] = {name: [] for name in (*WAYS, "reranked")}
    with indexed(collection.documents, embedder, staged) as index:
        size = index.manifest
        # One query at a time: what is not ranked is let go again.
        for done, claim in enumerate(texts, start=1):
            hits = index.search(claim, 2 * REACH, depth=REACH)  # all of both lists
            for name, way in WAYS.items():
                ways[name].append(documents(way(hits))[:DOCUMENTS])
            ways["reranked"].append(rerank(claim, ways["fused"][-1], reranker))
            staged("search", done, len(texts))
    if stance:
        ways["with stance"] = _with_stance(texts, ways["reranked"], stance, staged)
    relevant = [query.relevant for query in collection.queries]
    return RetrievalSet(
        name=collection.name,
        relevant=collection.relevant,
        documents=size.documents,
        passages=size.passages,
        rankings=tuple(_measured(name, found, relevant) for name, found in ways.items()),
    )


def by_words(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Hits of the word list alone, in its order."""
    return _by_rank((hit.word_rank, hit) for hit in hits)


def by_vectors(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Hits of the vector list alone, in its order."""
    return _by_rank((hit.vector_rank, hit) for hit in hits)


def as_fused(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Hits as the search gives them. Its lists are deeper here than in a check, which moves
    SciFact's nDCG@10 by less than 0.001.
    """
    return hits


WAYS: dict[str, Callable[[Sequence[Hit]], Sequence[Hit]]] = {
    "words": by_words,
    "vectors": by_vectors,
    "fused": as_fused,
}


def documents(hits: Sequence[Hit]) -> Ranked:
    """The best hit of each document, in order."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.passage.document, hit)
    return tuple(best.values())


def by_relevance(ranked: Ranked, relevance: Sequence[float]) -> Ranked:
    """The first len(relevance) by score and relevance, best first; then the rest as they stand."""
    scores = [
        hit.score + RELEVANCE * telling for hit, telling in zip(ranked, relevance, strict=False)
    ]
    order = sorted(range(len(scores)), key=lambda n: -scores[n])
    return (*(ranked[n] for n in order), *ranked[len(scores) :])


def _with_stance(
    texts: Sequence[str], found: Sequence[Ranked], stance: StanceModel, report: StageProgress
) -> list[Ranked]:
    asked = [
        [Pair(claim, p.text, p.title, p.published) for p in (h.passage for h in ranked[:RERANKED])]
        for claim, ranked in zip(texts, found, strict=True)
    ]
    answers = ask(stance, asked, lambda done, total: report("read", done, total))
    return [
        # Where the model cannot say, a passage counts as saying nothing.
        by_relevance(ranked, [1 - answer.neutral if answer else 0.0 for answer in group])
        for ranked, group in zip(found, answers, strict=True)
    ]


def _by_rank(ranked: Iterable[tuple[int | None, Hit]]) -> list[Hit]:
    placed = [(rank, hit) for rank, hit in ranked if rank]
    return [hit for _, hit in sorted(placed, key=lambda one: one[0])]


def _measured(name: str, found: Sequence[Ranked], relevant: Sequence[frozenset[str]]) -> Ranking:
    lists = [[hit.passage.document for hit in ranked] for ranked in found]

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
