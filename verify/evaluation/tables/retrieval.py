"""Searches as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from verify.evaluation.figures import RetrievalEvaluation
from verify.evaluation.tables.cells import NOTE, heading, table_of, value, with_interval
from verify.reports.wording import plural


def retrieval_table(evaluation: RetrievalEvaluation) -> Iterator[RenderableType]:
    """Each collection, searched in every way."""
    table = table_of("collection", "way", "n", "nDCG@10", "recall@5", "recall@20", "recall@100")
    for one in evaluation.sets:
        for number, ranking in enumerate(one.rankings):
            table.add_row(
                "" if number else one.name,
                ranking.way,
                f"{ranking.ndcg_10.n:,}",
                with_interval(ranking.ndcg_10),
                value(ranking.recall_5),
                value(ranking.recall_20),
                value(ranking.recall_100),
            )
    models = [evaluation.embedder, evaluation.reranker, evaluation.stance_model]
    yield heading("Retrieval", ", ".join(name for name in models if name), evaluation.limit)
    yield table
    yield Text()
    yield Text(NOTE.replace("rows", "queries"), "dim")
    for one in evaluation.sets:
        yield Text(
            f"{one.name}: {plural(one.documents, 'document')} in"
            f" {plural(one.passages, 'passage')}; relevant: {one.relevant}.",
            "dim",
        )
