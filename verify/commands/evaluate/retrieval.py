"""`verify evaluate retrieval`: how high the search puts what a claim needs."""

# ruff: noqa: PLC0415 - models and arrays are imported when there is something to measure
from __future__ import annotations

from verify.commands import opening
from verify.commands.evaluate.data import SCIFACT, benchmark_file, expect, scifact_files
from verify.commands.evaluate.options import (
    DEFAULT,
    NONE,
    Data,
    Json,
    Labels,
    Limit,
    Model,
    named_model,
)
from verify.commands.evaluate.output import check_outputs, show_figures
from verify.commands.options import NoColor, example
from verify.commands.screen import progress

EXAMPLE = example("verify evaluate retrieval --data data --limit 300 --json search.json")


def retrieval(
    data: Data,
    *,
    model: Model = DEFAULT,
    labels: Labels = None,
    limit: Limit = None,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Measure the search: by words, by vectors, by both, reranked, and with a stance model.

    Searches SciFact (scifact_claims_dev over scifact_corpus) and VitaminC (vitaminc: a claim among
    all evidence texts), whichever the folder has, with the embedder of verify.toml.
    """
    from verify.evaluation import collections, evaluate_retrieval
    from verify.settings import load_settings

    check_outputs(json)
    science, pairs = scifact_files(data), benchmark_file(data, "dev", "vitaminc")
    expect(data, science, pairs, names=(*SCIFACT, "vitaminc"))
    searched = [collections.scifact(*science, limit)] if science else []
    searched += [collections.pairs(pairs, limit)] if pairs else []
    embedder = opening.load_embedder(load_settings())
    reranker = opening.load_reranker()
    stance = None if model == NONE else named_model(model, labels)
    with progress() as show:
        evaluation = evaluate_retrieval(embedder, searched, reranker, stance, limit, show)
    show_figures(evaluation, json, plain=no_color)
