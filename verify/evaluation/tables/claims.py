"""The finding of claims as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from verify.evaluation.figures import ClaimsEvaluation
from verify.evaluation.tables.cells import NOTE, heading, table_of, with_interval
from verify.reports.wording import plural


def claims_tables(evaluation: ClaimsEvaluation) -> Iterator[RenderableType]:
    """What is worth checking, and how sentences are split."""
    yield heading("Claims", evaluation.model or "rules alone", evaluation.limit)
    table = table_of("worth checking", "by", "from", "F1", "precision", "recall")
    for file in evaluation.checkworthy:
        for number, told in enumerate(file.ways):
            table.add_row(
                "" if number else f"{file.file}, {file.worth:,} of {file.rows:,}",
                told.way,
                "" if told.threshold is None else f"{told.threshold:g}",
                with_interval(told.f1),
                with_interval(told.precision) if told.precision else "",
                with_interval(told.recall) if told.recall else "",
            )
    if table.row_count:
        yield table
        yield Text()
    yield from _splits(evaluation)
    yield Text(
        f"{NOTE.replace('rows', 'sentences')} Rules: each sentence read as a draft, without the"
        " model. From: the probability from which on the model takes a sentence.",
        "dim",
    )
    yield from (Text(one, "yellow") for one in evaluation.missing)


def _splits(evaluation: ClaimsEvaluation) -> Iterator[RenderableType]:
    if evaluation.wikisplit:
        split = evaluation.wikisplit
        table = table_of(
            "WikiSplit", "claims", "a sentence", "SARI", "boundary found", "that alone"
        )
        for number, way in enumerate(split.ways):
            table.add_row(
                "" if number else f"{split.rows:,} sentences, {split.bounded:,} boundaries",
                way.way,
                f"{way.pieces:.2f}",
                with_interval(way.sari),
                with_interval(way.found) if way.found else "",
                with_interval(way.exact) if way.exact else "",
            )
        yield table
        yield Text()
    if evaluation.propsegment:
        marked = evaluation.propsegment
        table = table_of("PropSegmEnt", "claims", "Jaccard", "F1", "precision", "recall")
        for number, scores in enumerate(marked.ways):
            name = f"{marked.propositions:,} propositions in {marked.sentences:,} sentences"
            table.add_row(
                "" if number else name,
                scores.way,
                f"{scores.jaccard:g}",
                *map(with_interval, (scores.f1, scores.precision, scores.recall)),
            )
        yield table
        yield Text()
        yield Text(
            f"PropSegmEnt: left out, without its text: {plural(marked.without_text, 'sentence')};"
            f" without a proposition: {plural(marked.unmarked, 'sentence')}.",
            "dim",
        )
