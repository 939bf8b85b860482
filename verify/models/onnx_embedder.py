"""Runs a sentence encoder of `bert_graph` through onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from verify.models.protocols import Progress, Vectors
from verify.models.session import cores, session

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
        self._threads = threads or cores()
        self._session = session(model, name)
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


def _tokenizer(serialised: bytes, max_tokens: int) -> Any:
    tokenizer = Tokenizer.from_buffer(serialised)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer
