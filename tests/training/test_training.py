"""Training, stopping and going on, and the files that are shipped: on a tiny encoder."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.training.conftest import some_rows
from training.calibrate import fit, logs_of
from training.export import averaged, learned, merged
from training.golden import PAIRS
from training.network import FROZEN, LABELS, Adapted, CrossEncoder, _LowRank, quick_kind
from training.rounding import models, share_right
from training.rows import NOT_SUPPORTED, Row, write_rows
from training.ship import ship
from training.train import Plan, surprise, train
from verify.models.fast import load_fast
from verify.models.protocols import Pair, Progress
from verify.records import Probabilities

ROOT = Path(__file__).parents[2]


def test_gradients_of_a_low_rank_correction() -> None:
    torch.manual_seed(1)
    shapes = [(5, 4), (3, 4), (3,), (2, 4), (3, 2)]
    inner, weight, bias, a, b = (torch.randn(shape, dtype=torch.float64) for shape in shapes)
    for one in (inner, a, b):
        one.requires_grad_()
    assert torch.autograd.gradcheck(_LowRank.apply, (inner, weight, bias, a, b))


def test_merged_weights_are_those_of_the_adapted_layers(tiny: Path) -> None:
    torch.manual_seed(2)
    model = CrossEncoder(tiny, rank=4)
    for name, parameter in model.learned():
        if name.endswith("lora_B"):
            torch.nn.init.normal_(parameter)
    weights = merged(tiny, learned({n: p.detach() for n, p in model.learned()}, scale=2.0))
    place = "encoder.layer.3.attention.output.dense"
    layer = model.encoder.get_submodule(place)
    assert isinstance(layer, Adapted)
    inner = torch.randn(7, 24)
    whole = inner @ torch.from_numpy(weights[f"{place}.weight"]).T + layer.bias.float()
    torch.testing.assert_close(whole, layer(inner.to(FROZEN)).float(), atol=0.05, rtol=0.05)
    assert {"head.dense.weight", "head.out.bias", "marks.weight"} <= set(weights)


@pytest.mark.parametrize(
    ("there", "kind"), [(True, torch.bfloat16), (False, torch.float32), (None, torch.float32)]
)
def test_bfloat16_only_where_the_processor_has_instructions_for_it(
    there: bool | None, kind: torch.dtype
) -> None:
    known = {"avx2": True} | ({} if there is None else {"avx512_bf16": there, "amx_bf16": False})
    assert quick_kind(known) == kind


def test_the_loss_of_each_kind_of_label() -> None:
    logits = torch.tensor([[2.0, 1.0, 0.0]]).repeat(3, 1)
    shares = torch.softmax(logits[0], dim=0)
    labels = torch.tensor([1, NOT_SUPPORTED, 0])
    by_row = [surprise(logits[:1], label[None]).item() for label in labels]
    assert by_row[0] == pytest.approx(-math.log(shares[1]))
    assert by_row[1] == pytest.approx(-math.log(shares[1] + shares[2]))
    assert by_row[2] == pytest.approx(-math.log(shares[0]))
    assert surprise(logits, labels).item() == pytest.approx(sum(by_row))


def test_the_rate_rises_holds_and_falls() -> None:
    plan = Plan(pairs=100_000, hold=50_000, rate=1.0)
    assert plan.rate_at(320) == pytest.approx(0.1)
    assert plan.rate_at(40_000) == 1.0
    assert plan.rate_at(75_000) == pytest.approx(0.5)
    assert plan.rate_at(100_000) == pytest.approx(0.02)


def test_from_rows_to_a_model_that_the_package_loads(tiny: Path, dev: Path, tmp_path: Path) -> None:
    plan = Plan(pairs=10_000, hold=6_000, rate=1e-3, tokens=1024)
    train(tmp_path / "run", tiny, some_rows(3_000), rank=0, plan=plan, dev=dev)
    checkpoint = tmp_path / "run" / "checkpoint.pt"
    out = tmp_path / "out"
    made = ship("fast", out, tiny, checkpoint, dev, {"rows": 1})
    assert made.labels == LABELS
    assert (made.tier, made.training) == ("fast", {"rows": 1})
    assert len(made.golden) == len(PAIRS)

    model = load_fast(folder=out)
    rows = some_rows(60)
    answers = model.classify([Pair(r.claim, r.evidence) for r in rows])
    right = [
        a is not None and a.stance.label.value == LABELS[r.label]
        for a, r in zip(answers, rows, strict=True)
    ]
    assert sum(right) >= 54
    assert all(share_right(one, rows) >= 0.9 for one in models("fast", tiny, checkpoint, out))
    for one in made.golden:
        (answer,) = model.classify([Pair(one.claim, one.evidence, one.title)])
        assert answer is not None
        got = [getattr(answer, label) for label in LABELS]
        assert got == pytest.approx(one.probabilities, abs=0.15)


def test_an_accurate_model_ships_as_a_small_adapter(dev: Path, tiny: Path, tmp_path: Path) -> None:
    from safetensors.numpy import load_file

    plan = Plan(pairs=64, hold=0, rate=1e-3, tokens=512)
    train(tmp_path / "run", tiny, some_rows(300), rank=4, plan=plan, dev=dev)
    weights = learned(
        torch.load(tmp_path / "run" / "checkpoint.pt", weights_only=True)["averaged"], scale=2.0
    )
    assert not any(name.startswith(("encoder.encoder", "dense", "out")) for name in weights)
    low = [name for name in weights if name.endswith("lora_A")]
    assert len(low) == 6 * 6
    everything = load_file(tiny / "model.safetensors")
    assert all(name.removesuffix("lora_A") + "weight" in everything for name in low)


def test_the_mean_of_two_checkpoints(tmp_path: Path) -> None:
    for name, weight in (("one", 1.0), ("two", 4.0)):
        torch.save({"averaged": {"w": torch.tensor([weight, 0.0])}, "seen": 1}, tmp_path / name)
    command = [sys.executable, "-m", "training.mean"]
    places = [tmp_path / "out" / "mean.pt", tmp_path / "one", tmp_path / "two"]
    (tmp_path / "out").mkdir()
    subprocess.run([*command, *map(str, places)], cwd=ROOT, check=True)
    assert [file.name for file in places[0].parent.iterdir()] == ["mean.pt"]
    assert averaged(places[0])["w"].tolist() == [2.5, 0.0]


def test_a_training_that_is_killed_goes_on(tiny: Path, dev: Path, tmp_path: Path) -> None:
    write_rows(tmp_path / "rows.jsonl.gz", some_rows(2_000))
    checkpoint = tmp_path / "run" / "checkpoint.pt"
    places = ["--base", tiny, "--rows", tmp_path / "rows.jsonl.gz", "--dev", dev]
    train = [sys.executable, "-m", "training.train", tmp_path / "run", *places, "--rank", "0"]
    command = [*map(str, train), "--save-every", "0", "--pairs"]
    seen = 0
    for _ in range(2):
        running = subprocess.Popen(
            [*command, "100000000"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert running.stdout is not None
        assert any("pairs, loss" in line for line in running.stdout)
        running.kill()
        running.communicate()
        state = torch.load(checkpoint, weights_only=True)
        assert state["seen"] >= seen + 1500
        seen = state["seen"]
    done = subprocess.run(
        [*command, str(seen + 64)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert f'"seen": {torch.load(checkpoint, weights_only=True)["seen"]}' in done.stdout


class Known:
    """A stance model whose scores are known, without calibration."""

    name = fingerprint = "known"
    refutes_at = 0.8

    def __init__(self, logits: Mapping[str, Sequence[float]]) -> None:
        self.logits = logits

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """softmax of each claim's scores."""
        shares = [torch.softmax(torch.tensor(self.logits[p.claim]), dim=0).tolist() for p in pairs]
        return tuple(Probabilities(supports=s, refutes=r, neutral=n) for s, r, n in shares)


def test_calibrating_finds_the_temperature_and_the_bias() -> None:
    chance = np.random.default_rng(4)
    true = chance.normal(size=(20_000, 3)) * 2
    bias = np.array([0.4, -0.3, -0.1])
    shares = np.exp(true + bias)
    shares /= shares.sum(axis=1, keepdims=True)
    labels = [int(chance.choice(3, p=share)) for share in shares]
    rows = [Row(str(n), "", label) for n, label in enumerate(labels)]
    model = Known({str(n): (line * 3).tolist() for n, line in enumerate(true)})
    temperature, found = fit(model, {"all": rows})
    assert temperature == pytest.approx(3, rel=0.05)
    assert found == pytest.approx(bias, abs=0.05)
    assert logs_of(model, rows[:2]).exp().sum(dim=1).tolist() == pytest.approx([1, 1])
