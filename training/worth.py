"""Train the model that tells sentences worth checking from talk: `verify/models/worth_adapter/`.

    python -m training.worth DATA OUT

Low-rank adapters over the bundled embedder, trained on debates whose sentences people marked as
worth checking or not. In debates most sentences are talk; in the news most state something. So
that the model does not take plain news prose for talk, sentences of the archive stand beside them
as worth checking: nobody marked these, they are called "stated" and counted as such.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.numpy import save
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoConfig, AutoModel

from training.export import half, learned
from training.network import FROZEN, adapt
from training.train import quiet_tokenizer
from verify.evaluation.checkworthy import Marked, read_marked
from verify.models.bundled import TOKENIZER_SHA256, WEIGHTS_SHA256
from verify.models.worth import GoldenSentence, WorthManifest
from verify.sentences import split_sentences

NAME = "verify-worth"
RANK = 32
SCALE = 2.0
MAX_TOKENS = 128
BATCH = 32
WARM = 200
"""Steps over which the rate rises."""
HELD = 2_000
"""Marked sentences that temperature and bias are fitted on: the latest debates of the file."""
CHUNK = 30
"""Batches whose sentences are sorted by length together."""
SEED = 1
GOLDEN = (
    "The bridge was opened in 1932.",
    "Unemployment has fallen to 4.2 per cent.",
    "She voted against the bill three times.",
    "Let me tell you a story.",
    "We can do better than this.",
    "Thank you all for coming tonight.",
    "The minister never visited the camp.",
    "I love this country.",
)
"""Sentences in our own words, to know the model again by."""


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int = 2
    rate: float = 5e-4
    stated: int = 3_000
    """Sentences of the archive beside the marked ones."""


class Judge(nn.Module):
    """An encoder with adapters, and a head that reads the mean of its token vectors.

    ids (sentences, tokens) int64, mask (sentences, tokens) bool -> logits (sentences,).
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        config = AutoConfig.from_pretrained(folder, attn_implementation="eager")
        self.encoder = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
        self.encoder.requires_grad_(False)
        adapt(self.encoder, RANK, SCALE)
        for table in self.encoder.embeddings.children():
            if isinstance(table, nn.Embedding):
                table.to(FROZEN)
        width = config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.dense, self.out = nn.Linear(width, width), nn.Linear(width, 1)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        share = mask[..., None].float()
        mean = (states * share).sum(dim=1) / share.sum(dim=1)
        inner = torch.tanh(self.dense(self.dropout(mean)))
        logits: Tensor = self.out(self.dropout(inner))[:, 0]
        return logits


def stated(archive: Path, count: int, seed: int) -> list[Marked]:
    """Sentences of news stories and encyclopaedias, drawn by seed, as worth checking."""
    chance = random.Random(seed)
    found: list[Marked] = []
    for name in ("reuters21578", "wikipedia_vital_leads"):
        texts = [row["text"] for row in _objects(archive / f"{name}.jsonl.gz")]
        taken: list[Marked] = []
        for text in chance.sample(texts, min(len(texts), count)):
            sentences = [s.text for s in split_sentences(text) if 5 <= len(s.text.split()) <= 60]
            if sentences:
                taken.append(Marked(chance.choice(sentences), worth=True))
        found += taken[: count // 2]
    return found


def batches(
    rows: Sequence[Marked], tokenizer: Tokenizer, chance: random.Random | None
) -> Iterator[tuple[list[int], Tensor, Tensor]]:
    """Places in `rows`, ids and mask, of sentences about as long as one another; shuffled where
    chance has a say.
    """
    encoded = [one.ids[:MAX_TOKENS] for one in tokenizer.encode_batch([r.text for r in rows])]
    order = list(range(len(rows)))
    if chance:
        chance.shuffle(order)
    size = BATCH * CHUNK if chance else len(rows)
    groups = []
    for first in range(0, len(order), size):
        near = sorted(order[first : first + size], key=lambda n: len(encoded[n]))
        groups += [near[n : n + BATCH] for n in range(0, len(near), BATCH)]
    if chance:
        chance.shuffle(groups)
    for places in groups:
        width = max(len(encoded[n]) for n in places)
        ids = torch.zeros((len(places), width), dtype=torch.int64)
        for line, place in enumerate(places):
            ids[line, : len(encoded[place])] = torch.tensor(encoded[place])
        yield places, ids, ids > 0


def train(model: Judge, rows: Sequence[Marked], tokenizer: Tokenizer, plan: Plan) -> None:
    """Fit the adapters and the head to the marks."""
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=plan.rate, weight_decay=0.01)
    chance = random.Random(SEED)
    step, steps = 0, plan.epochs * -(-len(rows) // BATCH)
    model.train()
    for epoch in range(plan.epochs):
        total = 0.0
        for places, ids, mask in batches(rows, tokenizer, chance):
            for group in optimiser.param_groups:
                group["lr"] = plan.rate * min((step + 1) / WARM, 1 - step / (steps + 1))
            marks = torch.tensor([float(rows[n].worth) for n in places])
            loss = functional.binary_cross_entropy_with_logits(model(ids, mask), marks)
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            total, step = total + loss.item() * len(places), step + 1
        print(f"epoch {epoch + 1}: loss {total / len(rows):.3f}", flush=True)


def logits_of(model: Judge, rows: Sequence[Marked], tokenizer: Tokenizer) -> Tensor:
    """float64 (len(rows),)."""
    model.eval()
    found = torch.zeros(len(rows), dtype=torch.float64)
    with torch.inference_mode():
        for places, ids, mask in batches(rows, tokenizer, None):
            found[places] = model(ids, mask).double()
    return found


def calibrated(logits: Tensor, marks: Tensor) -> tuple[float, float]:
    """Temperature and bias with the least cross-entropy (Platt 1999)."""
    sharpness = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([sharpness, bias], max_iter=100, line_search_fn="strong_wolfe")

    def loss() -> Tensor:
        search.zero_grad()
        raised = logits * sharpness.exp() + bias
        lost = functional.binary_cross_entropy_with_logits(raised, marks)
        lost.backward()
        return lost

    search.step(loss)
    return float(torch.exp(-sharpness).item()), float(bias.item())


def ship(
    model: Judge, tokenizer: Tokenizer, held: Sequence[Marked], out: Path, counts: Mapping[str, int]
) -> None:
    """Calibrate on what was held out, and write adapter and manifest."""
    named = {name: p.detach() for name, p in model.named_parameters() if p.requires_grad}
    weights = save(half(learned(named, SCALE)))
    marks = torch.tensor([float(row.worth) for row in held], dtype=torch.float64)
    temperature, bias = calibrated(logits_of(model, held, tokenizer), marks)
    golden = logits_of(model, [Marked(text, worth=True) for text in GOLDEN], tokenizer)
    shares = torch.sigmoid(golden / temperature + bias).tolist()
    manifest = WorthManifest(
        name=NAME,
        temperature=temperature,
        bias=bias,
        weights_sha256=hashlib.sha256(weights).hexdigest(),
        base_sha256=WEIGHTS_SHA256,
        tokenizer_sha256=TOKENIZER_SHA256,
        max_tokens=MAX_TOKENS,
        training={"rows": dict(counts), "held": len(held)},
        golden=tuple(
            GoldenSentence(text=text, probability=round(share, 6))
            for text, share in zip(GOLDEN, shares, strict=True)
        ),
    )
    out.mkdir(parents=True, exist_ok=True)
    (out / "adapter.safetensors").write_bytes(weights)
    (out / "manifest.json").write_text(manifest.model_dump_json(indent=1) + "\n", "utf-8")


def _objects(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Train and ship with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="with claims/ and archive/")
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder of the bundled embedder")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--rate", type=float, default=Plan.rate)
    parser.add_argument("--stated", type=int, default=Plan.stated)
    options = parser.parse_args()
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    torch.manual_seed(SEED)
    marked = read_marked(options.data / "claims" / "checkworthy_train.jsonl.gz")
    held, learnt = marked[-HELD:], marked[:-HELD]
    plan = Plan(options.epochs, options.rate, options.stated)
    rows = [*learnt, *stated(options.data / "archive", plan.stated, SEED)]
    tokenizer = quiet_tokenizer(options.base)
    model = Judge(options.base)
    train(model, rows, tokenizer, plan)
    counts = {"worth": 0, "not": 0, "stated": len(rows) - len(learnt)}
    for row in learnt:
        counts["worth" if row.worth else "not"] += 1
    ship(model, tokenizer, held, options.out, counts)


if __name__ == "__main__":
    main()
