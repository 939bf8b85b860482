"""The weights of a shipped model as a checkpoint, so that training can go on from them.

    python -m training.earlier OUT.pt verify/models/stance_fast/model.onnx
    python -m training.earlier OUT.pt verify/models/stance_accurate/adapter.safetensors

Of the fast model they are as rounded as its file has them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from safetensors.numpy import load_file

from training.export import network_name
from training.ship import SCALE
from verify.models.graph import Floats

TABLE = "embeddings."
"""Word vectors and positions are never learned, so the base has them whole."""
NORM = "embeddings.LayerNorm."


def of_adapter(file: Path) -> dict[str, torch.Tensor]:
    """What training changed, by the network's names; the file's B have the scale in them."""
    found = {}
    for name, array in load_file(file).items():
        weight = array.astype(np.float32)
        found[network_name(name)] = weight / SCALE if name.endswith("lora_B") else weight
    return {name: torch.from_numpy(weight) for name, weight in found.items()}


def of_onnx(file: Path) -> dict[str, torch.Tensor]:
    """The same of a network with int8 weights; layers that stand side by side are taken apart."""
    held = {one.name: numpy_helper.to_array(one) for one in onnx.load(file).graph.initializer}
    found: dict[str, Floats] = {}
    for name, array in held.items():
        place, _, part = name.rpartition(".")
        if part not in {"weight", "bias"} or (name.startswith(TABLE) and NORM not in name):
            continue
        whole = array.astype(np.float32)
        if (scale := held.get(f"{place}.scale")) is not None and part == "weight":
            whole = (whole * scale).T  # ONNX keeps (in, out)
        stem, _, last = place.rpartition(".")
        joined = last.split("+")
        for one, share in zip(joined, np.split(whole, len(joined)), strict=True):
            found[network_name(f"{stem}.{one}.{part}" if stem else f"{one}.{part}")] = share
    return {name: torch.from_numpy(np.ascontiguousarray(w)) for name, w in found.items()}


def main() -> None:
    """Write the checkpoint of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("file", type=Path, help="model.onnx or adapter.safetensors")
    options = parser.parse_args()
    read = of_onnx if options.file.suffix == ".onnx" else of_adapter
    torch.save({"averaged": read(options.file)}, options.out)


if __name__ == "__main__":
    main()
