"""A checkpoint's weights under the names that `verify.models` reads them by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import load_file

from training.network import DEVICE, CrossEncoder
from verify.models.adapter import Merged
from verify.models.bert_graph import bert_stance_graph
from verify.models.bundled import HEADS, LAYERS
from verify.models.cache import Precision
from verify.models.graph import Floats
from verify.models.mpnet_graph import mpnet_stance_graph

HEAD = ("dense.", "out.")
VIEWS = "views."
"""What a student learns in `distil` and has no use for afterwards."""


def averaged(checkpoint: Path) -> dict[str, torch.Tensor]:
    """What training changed: the running average of its weights, by the network's names."""
    state: dict[str, Any] = torch.load(checkpoint, weights_only=True, map_location="cpu")
    found: dict[str, torch.Tensor] = state["averaged"]
    return {name: weight for name, weight in found.items() if not name.startswith(VIEWS)}


def learned(weights: Mapping[str, torch.Tensor], scale: float) -> dict[str, Floats]:
    """The same as arrays by our names; the scale of low-rank corrections is put into their B."""
    found: dict[str, Floats] = {}
    for name, weight in weights.items():
        array = weight.float().numpy()
        if name.endswith(".lora_B"):
            array = array * scale
        found[_our_name(name)] = array
    return found


def merged(base: Path, changes: Mapping[str, Floats]) -> Merged:
    """All weights of the network: those of the base's folder as training changed them."""
    weights = load_file(base / "model.safetensors")
    return Merged(weights, weights.__getitem__, changes)


def graph(tier: str, weights: Merged, precision: Precision) -> bytes:
    """The network of a tier with these weights, as ONNX."""
    if tier == "accurate":
        return mpnet_stance_graph(weights, precision=precision)
    return bert_stance_graph(weights, layers=LAYERS, heads=HEADS, precision=precision)


def network(base: Path, checkpoint: Path, rank: int) -> CrossEncoder:
    """The network with a checkpoint's averaged weights, ready to be asked."""
    model = CrossEncoder(base, rank=rank)
    model.load_state_dict(averaged(checkpoint), strict=False)
    model.eval()
    model.to(DEVICE)
    return model


def shipped(base: Path, adapter: Path) -> CrossEncoder:
    """The accurate network as its adapter in the package makes it, ready to be asked."""
    changes = {network_name(name): torch.from_numpy(w) for name, w in load_file(adapter).items()}
    ranks = {weight.shape[0] for name, weight in changes.items() if name.endswith("lora_A")}
    model = CrossEncoder(base, rank=max(ranks), scale=1.0)  # the file's B has the scale in it
    model.load_state_dict(changes, strict=False)
    model.eval()
    return model


def _our_name(name: str) -> str:
    if name.startswith(HEAD):
        return f"head.{name}"
    return name.removeprefix("encoder.")


def network_name(name: str) -> str:
    """What `_our_name` came from."""
    if name.startswith(("head.", "marks.")):
        return name.removeprefix("head.")
    return f"encoder.{name}"


def half(changes: Mapping[str, Floats]) -> dict[str, Any]:
    """The same in float16, as an adapter is shipped."""
    return {name: weight.astype(np.float16) for name, weight in changes.items()}
