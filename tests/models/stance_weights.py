"""Small cross-encoders with random weights, as training would write them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from verify.models.bert_graph import bert_stance_graph
from verify.models.bundled import bundled_tokenizer
from verify.models.graph import Floats
from verify.models.stance_manifest import StanceManifest

WORDS = 30_522
WIDTH = 16
HEADS = 2
LAYERS = 2
POSITIONS = 512

BERT = {
    "qkv": "attention.self.{}",
    "names": ("query", "key", "value"),
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
}
MPNET = {
    "qkv": "attention.attn.{}",
    "names": ("q", "k", "v"),
    "attended": "attention.attn.o",
    "attended_norm": "attention.LayerNorm",
}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def base_weights(kind: dict[str, Any], *, positions: int = POSITIONS) -> dict[str, Floats]:
    """The weights of an encoder without head and marks."""
    some = _random(seed=1)
    weights = {
        "embeddings.word_embeddings.weight": some(WORDS, WIDTH),
        "embeddings.position_embeddings.weight": some(positions, WIDTH),
        **_norm(some, "embeddings.LayerNorm"),
    }
    for number in range(LAYERS):
        place = f"encoder.layer.{number}"
        for part in kind["names"]:
            weights |= _linear(some, f"{place}.{kind['qkv'].format(part)}", WIDTH, WIDTH)
        weights |= _linear(some, f"{place}.{kind['attended']}", WIDTH, WIDTH)
        weights |= _norm(some, f"{place}.{kind['attended_norm']}")
        weights |= _linear(some, f"{place}.intermediate.dense", 2 * WIDTH, WIDTH)
        weights |= _linear(some, f"{place}.output.dense", WIDTH, 2 * WIDTH)
        weights |= _norm(some, f"{place}.output.LayerNorm")
    if kind is MPNET:
        weights["encoder.relative_attention_bias.weight"] = some(32, HEADS)
    return weights


def ends() -> dict[str, Floats]:
    """Marks and head."""
    some = _random(seed=2)
    return {
        "marks.weight": some(15, WIDTH),
        **_linear(some, "head.dense", WIDTH, WIDTH),
        **_linear(some, "head.out", 3, WIDTH),
    }


def manifest(model: bytes, tokenizer: bytes, **changes: Any) -> StanceManifest:
    """A manifest of these files, with some fields as they are given."""
    fields = {
        "name": "tiny",
        "tier": "fast",
        "labels": ("supports", "refutes", "neutral"),
        "temperature": 1.0,
        "bias": (0.0, 0.0, 0.0),
        "weights_sha256": sha256(model),
        "tokenizer_sha256": sha256(tokenizer),
        "max_tokens": 48,
        "marks": 15,
    }
    return StanceManifest.model_validate(fields | changes)


def fast_model() -> bytes:
    """A small model for the bundled tokenizer."""
    weights = base_weights(BERT) | ends()
    return bert_stance_graph(weights, layers=LAYERS, heads=HEADS, precision="int8")


def write_fast(folder: Path, **changes: Any) -> Path:
    """A folder like the one in the package."""
    model = fast_model()
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(model)
    fields = manifest(model, bundled_tokenizer()).model_dump(mode="json") | changes
    (folder / "manifest.json").write_text(json.dumps(fields), encoding="utf-8")
    return folder


Some = Callable[..., Floats]


def _random(seed: int) -> Some:
    chance = np.random.default_rng(seed)

    def some(*shape: int) -> Floats:
        return chance.normal(0, 0.5, shape).astype(np.float32)

    return some


def _linear(some: Some, place: str, out: int, inner: int) -> dict[str, Floats]:
    return {f"{place}.weight": some(out, inner), f"{place}.bias": some(out)}


def _norm(some: Some, place: str) -> dict[str, Floats]:
    return {f"{place}.weight": 1 + 0.2 * some(WIDTH), f"{place}.bias": some(WIDTH)}
