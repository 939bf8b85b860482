"""What `verify evaluate retrieval` gives."""

from __future__ import annotations

from verify.evaluation.figures.shared import Figure
from verify.records import Record


class Ranking(Record):
    """How high one way of searching puts what is relevant: means over the queries."""

    way: str
    ndcg_10: Figure
    recall_5: Figure
    recall_20: Figure
    recall_100: Figure


class RetrievalSet(Record):
    """A collection, searched in every way."""

    name: str
    relevant: str
    """What counts as relevant to a query, in words."""
    documents: int
    passages: int
    rankings: tuple[Ranking, ...]


class RetrievalEvaluation(Record):
    """`verify evaluate retrieval`; `stance_model` is "" where none was asked."""

    embedder: str
    reranker: str = ""
    stance_model: str = ""
    limit: int | None = None
    sets: tuple[RetrievalSet, ...]
