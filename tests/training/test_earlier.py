"""Going on from the weights of a shipped model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import torch
from safetensors.numpy import save_file

from tests.training.conftest import some_rows
from training.earlier import of_adapter, of_onnx
from training.export import averaged, half, learned
from training.network import CrossEncoder
from training.ship import SCALE, ship
from training.train import Plan, train


@pytest.fixture
def trained(tiny: Path, dev: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The checkpoint of a short training of this rank."""
    plan = Plan(pairs=640, hold=0, rate=2e-3, tokens=512)
    train(tmp_path, tiny, some_rows(400), request.param, plan, dev)
    return tmp_path / "checkpoint.pt"


def same(found: Mapping[str, torch.Tensor], checkpoint: Path, off: float) -> None:
    """All that was learned is there, as near as the file's numbers allow."""
    weights = averaged(checkpoint)
    assert found.keys() == weights.keys()
    for name, weight in weights.items():
        assert (found[name] - weight).abs().max() <= off * weight.abs().max() + 1e-6, name


@pytest.mark.parametrize("trained", [0], indirect=True)
def test_the_fast_model_comes_back_as_rounded(
    trained: Path, tiny: Path, dev: Path, tmp_path: Path
) -> None:
    ship("fast", tmp_path / "out", tiny, trained, dev, {})
    found = of_onnx(tmp_path / "out" / "model.onnx")
    same(found, trained, off=0.01)
    assert not CrossEncoder(tiny, rank=0).load_state_dict(found, strict=False).unexpected_keys


@pytest.mark.parametrize("trained", [4], indirect=True)
def test_an_adapter_comes_back_without_the_scale(trained: Path, tmp_path: Path) -> None:
    save_file(half(learned(averaged(trained), SCALE)), tmp_path / "adapter.safetensors")
    same(of_adapter(tmp_path / "adapter.safetensors"), trained, off=0.001)
