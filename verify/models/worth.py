"""Tells sentences that are worth checking from talk: an adapter over the bundled embedder.

The adapter and its manifest come with the package; it is merged with the embedder's weights once
and kept in the cache, as the embedder's own export is.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import Field, ValidationError
from safetensors.numpy import load
from tokenizers import Tokenizer

from verify.errors import ModelError
from verify.models.bundled import (
    HEADS,
    LAYERS,
    TOKENIZER_SHA256,
    WEIGHTS_SHA256,
    bundled_tokenizer,
    bundled_weights,
)
from verify.models.cache import cache_folder, made_once
from verify.models.fast import REMEDY
from verify.models.session import cores, session
from verify.models.stance_manifest import checked_file
from verify.records import Record

RECIPE = 1
"""Goes up whenever the merged model would give other probabilities."""
CLOSE_ENOUGH = 0.1
"""How far the merged model's probabilities may be from the golden ones, on average."""


class GoldenSentence(Record):
    """A sentence and the probability that the model in torch gives."""

    text: str
    probability: float


class WorthManifest(Record):
    """The manifest, as training writes it beside the adapter.

    The probability is sigmoid(logit / temperature + bias).
    """

    name: str
    temperature: float = Field(gt=0)
    bias: float
    weights_sha256: str
    base_sha256: str
    tokenizer_sha256: str
    max_tokens: int = Field(ge=32, le=512)
    training: dict[str, Any] = Field(default_factory=dict)
    golden: tuple[GoldenSentence, ...] = ()


class OnnxWorth:
    """A `WorthModel` over an ONNX session. Made by `load_worth`. One sentence runs on one core."""

    def __init__(
        self, model: bytes, tokenizer: bytes, manifest: WorthManifest, threads: int | None = None
    ) -> None:
        self.name = manifest.name
        self.fingerprint = fingerprint(manifest)
        self.manifest = manifest
        self._threads = threads or cores()
        self._session = session(model, manifest.name)
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(manifest.max_tokens)

    def score(self, sentences: Sequence[str]) -> tuple[float, ...]:
        """For each sentence the probability, 0 to 1, that an editor would have it checked."""
        tokens = self._tokenizer.encode_batch_fast(list(sentences))
        with ThreadPoolExecutor(self._threads) as pool:
            return tuple(pool.map(self._probability, tokens))

    def _probability(self, tokens: Any) -> float:
        ids = np.array([tokens.ids], dtype=np.int32)
        (logits,) = self._session.run(["logit"], {"ids": ids})
        raised = float(logits[0, 0]) / self.manifest.temperature + self.manifest.bias
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, raised))))


def load_worth(
    *,
    cache_dir: Path | None = None,
    threads: int | None = None,
    announce: Callable[[str], None] | None = None,
    folder: Path | None = None,
) -> OnnxWorth:
    """The model, from `folder` if one is given; made first where the cache has none. ModelError."""
    with as_file(files("verify.models") / "worth_adapter") as own:
        place = folder or own
        manifest = read_worth_manifest(place / "manifest.json")
        adapter = checked_file(place / "adapter.safetensors", manifest.weights_sha256, REMEDY)
    if (manifest.base_sha256, manifest.tokenizer_sha256) != (WEIGHTS_SHA256, TOKENIZER_SHA256):
        raise ModelError(f"{place} belongs to another embedder than the bundled one.", REMEDY)
    tokenizer, made_of = bundled_tokenizer(), fingerprint(manifest)
    model = made_once(
        cache_folder(cache_dir) / "models" / f"{manifest.name}-int8-{made_of[:12]}",
        name=f"model {manifest.name}",
        fingerprint=made_of,
        weights=manifest.weights_sha256,
        precision="int8",
        recipe=RECIPE,
        make=partial(_merged, adapter),
        check=lambda made: _compare_with_golden(OnnxWorth(made, tokenizer, manifest, threads)),
        announce=announce,
    )
    return OnnxWorth(model, tokenizer, manifest, threads)


def read_worth_manifest(path: Path) -> WorthManifest:
    """The manifest in a file. ModelError where it is of no use."""
    try:
        return WorthManifest.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ModelError(f"{path} cannot be read: {error.strerror or error}.", REMEDY) from error
    except ValidationError as error:
        raise ModelError(f"{path} is no manifest of such a model: {error}", REMEDY) from error


def fingerprint(manifest: WorthManifest) -> str:
    """sha256 over all that decides the probabilities."""
    parts = manifest.model_dump(mode="json", exclude={"name", "training", "golden"})
    return hashlib.sha256(json.dumps([parts, RECIPE], sort_keys=True).encode()).hexdigest()


def _merged(adapter: bytes) -> bytes:
    from verify.models.adapter import Merged  # noqa: PLC0415  (loads onnx)
    from verify.models.bert_graph import bert_judge_graph  # noqa: PLC0415  (loads onnx)

    base = load(bundled_weights())
    weights = Merged(base, base.__getitem__, load(adapter))
    return bert_judge_graph(weights, layers=LAYERS, heads=HEADS, precision="int8")


def _compare_with_golden(worth: OnnxWorth) -> None:
    """Refuse a model that does not say what the original in torch says, kept in the manifest."""
    golden = worth.manifest.golden
    found = worth.score([one.text for one in golden])
    strays = [abs(p - one.probability) for one, p in zip(golden, found, strict=True)]
    mean = sum(strays) / max(1, len(strays))
    if not mean <= CLOSE_ENOUGH:
        raise ModelError(
            f"The merged model {worth.name} strays from the original: its probabilities are"
            f" {mean:.3f} off on average, at most {CLOSE_ENOUGH} is allowed.",
            "Please report this with the versions of onnx and onnxruntime and the kind of CPU.",
        )
