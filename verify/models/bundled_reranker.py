"""The bundled embedder's weights, read token by token, put what a search found in order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load
from tokenizers import Tokenizer

from verify.models.bundled import (
    HEADS,
    LAYERS,
    MAX_TOKENS,
    NAME,
    TOKENIZER_SHA256,
    WEIGHTS_SHA256,
    bundled_tokenizer,
    bundled_weights,
    compare_with_golden,
)
from verify.models.cache import cache_folder, made_once
from verify.models.late_interaction import Pieces, likeness
from verify.models.protocols import Vectors
from verify.models.session import cores, session

RECIPE = 1
"""Goes up whenever the exported graph would give other vectors."""


class LateInteraction:
    """A `Reranker` over an ONNX session. Made by `load_reranker`. One text runs on one core."""

    def __init__(self, model: bytes, tokenizer: bytes, *, threads: int | None = None) -> None:
        self.name = f"{NAME}, by word pieces"
        self._threads = threads or cores()
        self._session = session(model, self.name)
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)

    def likeness(self, query: str, texts: Sequence[str]) -> tuple[float, ...]:
        """For each text, how much of the query it says; about 0 to 1."""
        asked, *found = self.read([query, *texts])
        return likeness(asked, found)

    def read(self, texts: Sequence[str]) -> list[Pieces]:
        """The word pieces of each text with their vectors, without the marks around it."""
        tokens = self._tokenizer.encode_batch_fast(list(texts))
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._pieces, tokens))

    def _pieces(self, tokens: Any) -> Pieces:
        inner = self._vectors(tokens)[1:-1]
        lengths = np.linalg.norm(inner, axis=1, keepdims=True)
        return Pieces(np.array(tokens.ids[1:-1], dtype=np.int32), inner / lengths)

    def _vectors(self, tokens: Any) -> Vectors:
        ids = np.array([tokens.ids], dtype=np.int32)
        (vectors,) = self._session.run(["vectors"], {"ids": ids})
        each: Vectors = vectors[0]
        return each

    def means(self, texts: Sequence[str]) -> Vectors:
        """What the embedder gives for each text, for comparison."""
        tokens = self._tokenizer.encode_batch_fast(list(texts))
        means = np.array([self._vectors(each).mean(axis=0) for each in tokens], dtype=np.float32)
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True))


def load_reranker(
    *,
    cache_dir: Path | None = None,
    threads: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> LateInteraction:
    """The bundled reranker; exports it first where the cache has no sound copy. ModelError."""
    tokenizer, made_of = bundled_tokenizer(), _fingerprint()
    model = made_once(
        cache_folder(cache_dir) / "models" / f"{NAME}-tokens-int8-{made_of[:12]}",
        name=f"reranker {NAME}",
        fingerprint=made_of,
        weights=WEIGHTS_SHA256,
        precision="int8",
        recipe=RECIPE,
        make=_export,
        check=lambda made: compare_with_golden(LateInteraction(made, tokenizer).means, "int8"),
        announce=announce,
    )
    return LateInteraction(model, tokenizer, threads=threads)


def _fingerprint() -> str:
    parts = [WEIGHTS_SHA256, TOKENIZER_SHA256, "tokens", "int8", MAX_TOKENS, RECIPE]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _export() -> bytes:
    from verify.models.bert_graph import bert_token_graph  # noqa: PLC0415  (loads onnx)

    weights = load(bundled_weights())
    return bert_token_graph(weights, layers=LAYERS, heads=HEADS, precision="int8")
