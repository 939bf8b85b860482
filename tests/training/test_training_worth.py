"""What tells talk from statements: that training teaches it, and that what ships says the same."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file

from training.export import learned
from training.train import quiet_tokenizer
from training.worth import SCALE, Judge, Plan, calibrated, logits_of, ship, stated, train
from verify.evaluation.checkworthy import Marked
from verify.models.adapter import Merged
from verify.models.bert_graph import bert_judge_graph
from verify.models.bundled import HEADS, LAYERS
from verify.models.session import session
from verify.models.worth import read_worth_manifest

ROWS = [
    Marked(f"house {n} is {'red' if n % 2 else 'old'}", worth=n % 2 == 1) for n in range(10, 90)
]


def test_it_learns_ships_and_says_the_same(tiny: Path, tmp_path: Path) -> None:
    torch.manual_seed(3)
    tokenizer, model = quiet_tokenizer(tiny), Judge(tiny)
    train(model, ROWS, tokenizer, Plan(epochs=12, rate=1e-2))
    logits = logits_of(model, ROWS, tokenizer)
    gold = torch.tensor([row.worth for row in ROWS])
    assert ((logits > 0) == gold).double().mean() > 0.9

    ship(model, tokenizer, ROWS[:10], tmp_path, {"worth": 40})
    manifest = read_worth_manifest(tmp_path / "manifest.json")
    assert manifest.training == {"rows": {"worth": 40}, "held": 10}

    base = load_file(tiny / "model.safetensors")
    whole = learned({n: p.detach() for n, p in model.named_parameters() if p.requires_grad}, SCALE)
    for changes, most in ((whole, 1e-3), (load_file(tmp_path / "adapter.safetensors"), 0.05)):
        weights = Merged(base, base.__getitem__, changes)
        graph = bert_judge_graph(weights, layers=LAYERS, heads=HEADS, precision="fp32")
        run = session(graph, "worth")
        for row, logit in zip(ROWS[:10], logits.tolist(), strict=False):
            ids = np.array([tokenizer.encode(row.text).ids], dtype=np.int32)
            assert run.run(["logit"], {"ids": ids})[0][0, 0] == pytest.approx(logit, abs=most)


def test_calibration_finds_what_was_put_in() -> None:
    chance = torch.Generator().manual_seed(5)
    logits = torch.randn(20_000, generator=chance, dtype=torch.float64) * 4
    marks = torch.bernoulli(torch.sigmoid(logits / 2.0 - 0.7), generator=chance)
    temperature, bias = calibrated(logits, marks)
    assert temperature == pytest.approx(2.0, abs=0.1)
    assert bias == pytest.approx(-0.7, abs=0.1)


def test_stated_sentences_are_of_both_archives_and_the_same_each_time(tmp_path: Path) -> None:
    for name in ("reuters21578", "wikipedia_vital_leads"):
        rows = [{"text": f"The {name} story number {n} is quite short. Yes."} for n in range(9)]
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    found = stated(tmp_path, 6, 1)
    assert found == stated(tmp_path, 6, 1)
    assert len(found) == 6
    assert all(one.worth for one in found)
    assert sum("reuters" in one.text for one in found) == 3
