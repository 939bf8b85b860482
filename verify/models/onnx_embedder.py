"""Runs a sentence encoder of `bert_graph` through onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from verify.errors import ModelError
from verify.models.protocols import Progress, Vectors

TEXTS_AT_ONCE = 1024
"""Texts tokenised together; bounds the memory that long work takes."""


class OnnxEmbedder:
    """An `Embedder` over an ONNX session. Made by `load_embedder`.

    Each text runs alone on one core, as many texts at a time as there are `threads`. That is
    faster than batches, whose activations do not fit the caches; nothing is spent on padding;
    and a text has the same vector whatever stands beside it.
    """

    def __init__(
        self,
        model: bytes,
        tokenizer: bytes,
        *,
        name: str,
        fingerprint: str,
        max_tokens: int,
        threads: int | None = None,
    ) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self._threads = threads or _cores()
        self._session = _session(model, name)
        self._tokenizer = _tokenizer(tokenizer, max_tokens)
        self.dimensions = int(self._session.get_outputs()[0].shape[-1])

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """float32 array (len(texts), dimensions), every row of length 1."""
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        with ThreadPoolExecutor(self._threads) as pool:
            for first in range(0, len(texts), TEXTS_AT_ONCE):
                some = list(texts[first : first + TEXTS_AT_ONCE])
                tokens = self._tokenizer.encode_batch_fast(some)
                for row, vector in enumerate(pool.map(self._vector, tokens), start=first):
                    vectors[row] = vector
                    if progress:
                        progress(row + 1, len(texts))
        return vectors

    def _vector(self, tokens: Any) -> Vectors:
        ids = np.array([tokens.ids], dtype=np.int32)
        (vectors,) = self._session.run(["vector"], {"ids": ids})
        vector: Vectors = vectors[0]
        return vector


def _cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _session(model: bytes, name: str) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Rewriting more would turn Add and LayerNormalization into an operator five times as slow.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors have no base of their own
        raise ModelError(
            f"onnxruntime {onnxruntime.__version__} cannot load the model {name}: {error}",
            "Install onnxruntime 1.22 or newer.",
        ) from error


def _tokenizer(serialised: bytes, max_tokens: int) -> Any:
    tokenizer = Tokenizer.from_buffer(serialised)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer
