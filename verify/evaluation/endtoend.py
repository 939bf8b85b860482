"""Search and stance together: from a claim's words alone to what the corpus says of it."""

from __future__ import annotations

from pathlib import Path

from verify.evaluation.climate import judge_climate, read_climate_claims
from verify.evaluation.figures import EndToEndEvaluation
from verify.evaluation.jsonl import sample
from verify.evaluation.opendomain import judge_open
from verify.evaluation.progress import StageProgress, silent
from verify.evaluation.scifact import read_abstracts, read_scientific_claims
from verify.models import Embedder, Reranker, StanceModel


def evaluate_endtoend(
    model: StanceModel,
    embedder: Embedder,
    reranker: Reranker,
    *,
    scifact: tuple[Path, Path] | None = None,
    climate_fever: Path | None = None,
    top: int = 1,
    threshold: float = 0.5,
    limit: int | None = None,
    progress: StageProgress = silent,
) -> EndToEndEvaluation:
    """SciFact open from its files (claims, abstracts), and Climate-FEVER from its file.

    For SciFact, `top` abstracts are read for each claim. A stance counts from `threshold` on.
    BenchmarkError.
    """
    science = read_scientific_claims(scifact[0]) if scifact else ()
    abstracts = read_abstracts(scifact[1]) if scifact else ()
    climate = read_climate_claims(climate_fever) if climate_fever else ()
    return EndToEndEvaluation(
        model=model.name,
        embedder=embedder.name,
        limit=limit,
        climate_fever=judge_climate(model, climate, threshold, limit, progress)
        if climate
        else None,
        scifact=judge_open(
            model,
            embedder,
            reranker,
            sample(science, limit),
            abstracts,
            top=top,
            threshold=threshold,
            progress=progress,
        )
        if science
        else None,
    )
