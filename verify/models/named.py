"""Any other embedding model, by name or folder, through sentence-transformers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from verify.errors import ModelError
from verify.models.protocols import Progress, Vectors

TEXTS_AT_ONCE = 512


class NamedEmbedder:
    """An `Embedder` over a sentence-transformers model. Made by `load_embedder`."""

    def __init__(self, model: Any, name: str) -> None:
        self.name = name
        self._model = model
        self.fingerprint = fingerprint_of(model)
        self.dimensions = int(model.get_embedding_dimension())

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """float32 array (len(texts), dimensions), every row of length 1."""
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        for first in range(0, len(texts), TEXTS_AT_ONCE):
            some = list(texts[first : first + TEXTS_AT_ONCE])
            vectors[first : first + len(some)] = self._model.encode(
                some, normalize_embeddings=True, show_progress_bar=False
            )
            if progress:
                progress(first + len(some), len(texts))
        return vectors


def load_named(name: str) -> NamedEmbedder:
    """A sentence-transformers model that is on this machine. ModelError where it is not.

    Nothing is fetched, no code of the model's is run and no pickled weights are read.
    """
    try:
        model = SentenceTransformer(
            name,
            device="cpu",
            local_files_only=True,
            model_kwargs={"use_safetensors": True},
        )
    except Exception as error:  # the libraries below raise many kinds
        raise ModelError(
            f"The embedding model {name!r} cannot be loaded: {error}",
            "Name a folder or a model that is already on this machine, with safetensors weights;"
            f" to fetch it once: hf download {name}",
        ) from error
    return NamedEmbedder(model, name)


def fingerprint_of(model: Any) -> str:
    """sha256 over the modules, their settings and every weight."""
    digest = hashlib.sha256(f"{model}\n{model.max_seq_length}".encode())
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(f"\n{key} {tuple(tensor.shape)} {tensor.dtype}\n".encode())
        digest.update(tensor.cpu().contiguous().reshape(-1).view(torch.uint8).numpy())
    return digest.hexdigest()
