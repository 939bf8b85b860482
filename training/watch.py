"""How a model in training does on a seeded sample of each dev file."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.batches import Tokens
from training.network import CrossEncoder
from training.rows import NOT_SUPPORTED, read_rows

Watched = Tokens
SIZE = 150
SEED = 7
LONGEST = 400
NOT_WATCHED = ("lingnli", "wice", "infotabs_alpha1")
"""Near to what is trained on, or to another file of these."""


def watched(folder: Path, tokenizer: Tokenizer) -> dict[str, Watched]:
    """A sample of each file; of VitaminC's claims with a figure one more."""
    sets = {}
    for path in sorted(folder.glob("*.jsonl.gz")):
        name = path.name.split(".")[0]
        if name in NOT_WATCHED:
            continue
        chance = random.Random(SEED)
        rows = [row for row in read_rows(path) if row.label < NOT_SUPPORTED]
        if name == "vitaminc":
            figures = [r for r in rows if r.label < 2 and any(c.isdigit() for c in r.claim)]
            sets["figures"] = Tokens(chance.sample(figures, SIZE), tokenizer, LONGEST)
        sets[name] = Tokens(chance.sample(rows, min(SIZE, len(rows))), tokenizer, LONGEST)
    return sets


def accuracies(model: CrossEncoder, sets: Mapping[str, Watched]) -> dict[str, str]:
    """Accuracy of supports against refutes, and in brackets of all three labels."""
    model.eval()
    found = {}
    for name, tokens in sets.items():
        order = np.argsort(tokens.lengths).tolist()
        logits = logits_of(model, tokens, order)
        gold = torch.tensor([tokens.rows[n].label for n in order])
        decided = gold < 2
        two = (logits[:, :2].argmax(dim=1) == gold)[decided].float().mean().item()
        three = (logits.argmax(dim=1) == gold).float().mean().item()
        found[name] = f"{two:.3f}" if bool(decided.all()) else f"{two:.3f} ({three:.3f})"
    model.train()
    return found


def logits_of(
    model: CrossEncoder, tokens: Tokens, order: list[int], rows: int = 32
) -> torch.Tensor:
    """float32 (len(order), 3), in batches of neighbours."""
    with torch.inference_mode():
        parts = [
            model(*tokens.batch(order[n : n + rows], model.padding))
            for n in range(0, len(order), rows)
        ]
    return torch.cat(parts).float().cpu()
