"""How fast the stance models are beside the same weights in torch, and how alike they answer.

    python -m benchmarks.stance
    python -m benchmarks.stance --tier accurate

Both ways run in one process with the same number of threads, taking turns; each figure is the
median of the rounds. Pairs are made from the starter corpus: a few words as claim, and of what
follows as much for evidence as makes 96 tokens in all.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Any

import torch
import typer
from tokenizers import Tokenizer

from benchmarks.torch_stance import TorchStance
from verify.models import Pair, load_stance
from verify.models.cache import cache_folder, load_artefact
from verify.models.onnx_stance import OnnxStance
from verify.models.pairs import Encoded, encode

CORPUS = Path(__file__).parents[1] / "corpus"
CLAIM = 12
"""Words."""
BATCH = 16
"""Pairs that torch reads at once."""


def main(
    tier: Annotated[list[str] | None, typer.Option(help="Models to measure.")] = None,
    tokens: Annotated[int, typer.Option(help="Of each pair, claim and evidence together.")] = 96,
    pairs: Annotated[int, typer.Option(help="How many.")] = 200,
    threads: Annotated[int, typer.Option(help="Threads for either way.")] = 2,
    rounds: Annotated[int, typer.Option(help="Rounds to take the median of.")] = 5,
) -> None:
    """Print load time, pairs a second and agreement for each model."""
    torch.set_num_threads(threads)
    print("| model | load, s | pairs/s | pairs/s in torch | ratio | same label | mean difference |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name in tier or ["fast"]:
        _measure(name, tokens, pairs, threads, rounds)


def _measure(name: str, tokens: int, pairs: int, threads: int, rounds: int) -> None:
    load_stance(name)  # prepares it, if this is its first use
    load = statistics.median(_seconds(load_stance, name) for _ in range(rounds))
    ours = load_stance(name, threads=threads)
    if not isinstance(ours, OnnxStance):
        raise typer.BadParameter(f"{name} is no model of ours")
    asked = list(_pairs(ours.tokenizer, tokens, pairs))
    encoded = [encode(ours.tokenizer, pair) for pair in asked]
    peer = TorchStance(_file(ours))
    taken: dict[str, list[float]] = {"ours": [], "torch": []}
    for _ in range(rounds):
        taken["ours"].append(_seconds(ours.classify, asked))
        taken["torch"].append(_seconds(peer.answer, encoded, BATCH))
    speed = {way: len(asked) / statistics.median(seconds) for way, seconds in taken.items()}
    same, apart = _alike(ours, peer, asked, encoded)
    print(
        f"| {name} | {load:.2f} | {speed['ours']:.0f} | {speed['torch']:.0f} |"
        f" {speed['ours'] / speed['torch']:.1f} | {same:.1%} | {apart:.4f} |"
    )


def _file(model: OnnxStance) -> bytes:
    """The ONNX file that a model runs: in the package, or in the cache."""
    tier = model.manifest.tier
    own = files("verify.models") / f"stance_{tier}" / "model.onnx"
    if own.is_file():
        return own.read_bytes()
    kept = f"{model.name}-int8-{model.fingerprint[:12]}"
    found = load_artefact(cache_folder() / "models" / kept, model.fingerprint)
    if found is None:
        raise typer.BadParameter(f"{model.name} is not in the cache")
    return found


def _alike(
    ours: OnnxStance, peer: TorchStance, asked: list[Pair], encoded: list[Encoded]
) -> tuple[float, float]:
    """Share of pairs with the same label, and how far probabilities are apart on average."""
    manifest = ours.manifest
    logits = peer.answer(encoded, BATCH) / manifest.temperature + torch.tensor(manifest.bias)
    theirs = torch.softmax(logits, dim=1)
    answers = [one for one in ours.classify(asked) if one]
    mine = torch.tensor([[getattr(one, label) for label in manifest.labels] for one in answers])
    same = (mine.argmax(dim=1) == theirs.argmax(dim=1)).double().mean().item()
    return same, (mine - theirs).abs().mean().item()


def _seconds(act: Callable[..., object], *arguments: Any) -> float:
    start = time.perf_counter()
    act(*arguments)
    return time.perf_counter() - start


def _pairs(tokenizer: Tokenizer, tokens: int, most: int) -> Iterator[Pair]:
    """Pairs of exactly so many tokens, which batches in torch need no padding for."""
    lines = chain(
        *(path.read_text("utf-8").splitlines() for path in sorted(CORPUS.glob("*.jsonl")))
    )
    words = [word for line in islice(lines, 2000) for word in json.loads(line)["text"].split()]
    start = 0
    while most:
        claim, end, length = " ".join(words[start : start + CLAIM]), start + CLAIM, 0
        while length < tokens:
            end += 1
            pair = Pair(claim, " ".join(words[start + CLAIM : end]))
            length = len(encode(tokenizer, pair).ids)
        if length == tokens:
            most -= 1
            yield pair
        start = end


if __name__ == "__main__":
    typer.run(main)
