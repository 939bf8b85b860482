"""A shipped cross-encoder in torch, from the weights of its ONNX file, int8 made float again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from verify.models.mpnet_graph import FIRST_POSITION, buckets
from verify.models.pairs import Encoded

JOINED = {
    "query+key+value": ("query", "key", "value"),
    "key+value": ("key", "value"),
    "q+key+value": ("q", "k", "v"),
    "k+value": ("k", "v"),
}
"""Layers that the graph keeps side by side."""
BUCKETS = 32


class TorchStance(nn.Module):
    """ids, marks (pairs, tokens), all of one length -> logits (pairs, 3), float32."""

    def __init__(self, model: bytes) -> None:
        super().__init__()
        weights = _weights(model)
        words = weights["embeddings.word_embeddings.weight"]
        positions = weights.pop("embeddings.positions")
        sizes = {
            "vocab_size": len(words),
            "hidden_size": words.shape[1],
            "num_hidden_layers": sum(name.endswith("intermediate.dense.bias") for name in weights),
            "intermediate_size": len(weights["encoder.layer.0.intermediate.dense.bias"]),
            "num_attention_heads": 12,
        }
        shifts = weights.pop("shifts", None)
        if shifts is None:
            config = BertConfig(**sizes, max_position_embeddings=len(positions))
            self.encoder = BertModel(config, add_pooling_layer=False)
            weights["embeddings.token_type_embeddings.weight"] = torch.zeros(2, words.shape[1])
        else:
            rows = torch.zeros(FIRST_POSITION, words.shape[1])
            positions = torch.cat([rows, positions])
            config = MPNetConfig(
                **sizes, max_position_embeddings=len(positions), layer_norm_eps=1e-5
            )
            self.encoder = MPNetModel(config, add_pooling_layer=False)
            weights["encoder.relative_attention_bias.weight"] = _by_bucket(shifts)
        weights["embeddings.position_embeddings.weight"] = positions
        self.marks = nn.Embedding.from_pretrained(weights.pop("marks.weight"))
        self.dense, self.out = (
            _linear(weights.pop(f"head.{part}.weight"), weights.pop(f"head.{part}.bias"))
            for part in ("dense", "out")
        )
        wanted = set(self.encoder.state_dict())
        self.encoder.load_state_dict({n: w for n, w in weights.items() if n in wanted})
        self.eval()

    def forward(self, ids: Tensor, marks: Tensor) -> Tensor:
        """Logits in the order of the manifest's labels."""
        inner = self.encoder.embeddings.word_embeddings(ids) + self.marks(marks)
        first = self.encoder(inputs_embeds=inner).last_hidden_state[:, 0]
        logits: Tensor = self.out(torch.tanh(self.dense(first)))
        return logits

    def answer(self, pairs: Sequence[Encoded], batch: int) -> Tensor:
        """Logits of pairs that are as long as each other."""
        with torch.inference_mode():
            parts = [
                self(
                    torch.tensor([one.ids for one in pairs[first : first + batch]]),
                    torch.tensor([one.marks for one in pairs[first : first + batch]]),
                )
                for first in range(0, len(pairs), batch)
            ]
        return torch.cat(parts)


def _weights(model: bytes) -> dict[str, Tensor]:
    """Every named array of the graph as torch keeps it: layers apart and (out, in)."""
    arrays = {
        one.name: numpy_helper.to_array(one)
        for one in onnx.load_from_string(model).graph.initializer
    }
    found: dict[str, Tensor] = {}
    for name, values in arrays.items():
        place, _, kind = name.rpartition(".")
        if values.dtype != np.int8:
            whole = values
        elif f"{name}.scale" in arrays:
            whole = values * arrays[f"{name}.scale"]
        else:
            whole = (values * arrays[f"{place}.scale"]).T
        tensor = torch.from_numpy(np.array(whole))
        before, _, last = place.rpartition(".")
        parts = tensor.chunk(len(JOINED[last])) if last in JOINED else [tensor]
        names = [f"{before}.{part}.{kind}" for part in JOINED[last]] if last in JOINED else [name]
        found.update(zip(names, parts, strict=True))
    return found


def _by_bucket(shifts: Tensor) -> Tensor:
    """(buckets, heads), from what is added at each distance: (1, heads, distances)."""
    longest = (shifts.shape[2] + 1) // 2
    places = buckets(np.arange(1 - longest, longest), BUCKETS)
    table = torch.zeros(BUCKETS, shifts.shape[1])
    table[torch.from_numpy(places)] = shifts[0].T
    return table


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.load_state_dict({"weight": weight, "bias": bias})
    return layer
