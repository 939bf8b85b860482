"""The finding of claims: which sentences are taken, and how they are split into assertions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from verify.evaluation.checkworthy import measure_marked
from verify.evaluation.figures import ClaimsEvaluation
from verify.evaluation.progress import StageProgress, silent
from verify.evaluation.propsegment import WHOLE, measure_propositions, read_propositions
from verify.evaluation.wikisplit import measure_splits
from verify.models import WorthModel

PROPOSITIONS = ("propositions.dev", "propsegment_dev")
DOCUMENTS = ("document_clusters.dev",)


class SplitFiles(NamedTuple):
    """The files that splitting is measured on; None for one that is not there."""

    wikisplit: Path | None = None
    propositions: Path | None = None
    documents: Path | None = None


def find_splits(data: Path, documents: Path | None = None) -> SplitFiles:
    """The files of the folder `data`, or of claims/ in it."""
    folder = data / "claims" if (data / "claims").is_dir() else data
    return SplitFiles(
        wikisplit=_first(folder, ("wikisplit_dev",), (".jsonl", ".jsonl.gz")),
        propositions=_first(folder, PROPOSITIONS, (".json", ".json.gz")),
        documents=documents or _first(folder, DOCUMENTS, (".json", ".json.gz")),
    )


def _first(folder: Path, names: Sequence[str], suffixes: Sequence[str]) -> Path | None:
    places = (folder / f"{name}{suffix}" for name in names for suffix in suffixes)
    return next((place for place in places if place.is_file()), None)


def evaluate_claims(
    model: WorthModel | None,
    files: Sequence[Path],
    threshold: float,
    limit: int | None = None,
    splits: SplitFiles | None = None,
    progress: StageProgress = silent,
) -> ClaimsEvaluation:
    """Files of marked sentences, and those of split ones; None asks the rules alone.
    BenchmarkError."""
    marked = tuple(measure_marked(path, model, threshold, limit) for path in files)
    splits = splits or SplitFiles()
    wikisplit = propsegment = None
    missing: tuple[str, ...] = ()
    if splits.wikisplit:
        progress("wikisplit", 0, 0)
        wikisplit = measure_splits(splits.wikisplit, limit)
    if splits.propositions and splits.documents:
        progress("propsegment", 0, 0)
        read = read_propositions(splits.propositions, splits.documents)
        propsegment = measure_propositions(read, limit)
    elif splits.propositions:
        missing = (
            f"PropSegmEnt is left out: {splits.propositions.name} has token numbers only, and the"
            f" sentences, {DOCUMENTS[0]}.json, are not there. {WHOLE} Name it with --documents.",
        )
    return ClaimsEvaluation(
        model=model.name if model else "",
        limit=limit,
        checkworthy=marked,
        wikisplit=wikisplit,
        propsegment=propsegment,
        missing=missing,
    )
