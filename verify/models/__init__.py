"""Models behind two small protocols: an `Embedder` and a `StanceModel`.

Importing this package is instant; what is heavy is imported when a model is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from verify.models.cache import Precision
from verify.models.protocols import Embedder, Progress, StanceModel, Vectors
from verify.models.stance import NoStanceModel

__all__ = [
    "Embedder",
    "NoStanceModel",
    "Precision",
    "Progress",
    "StanceModel",
    "Vectors",
    "load_embedder",
]


def load_embedder(
    name: str = "bundled",
    *,
    cache_dir: Path | None = None,
    precision: Precision = "int8",
    threads: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> Embedder:
    """The bundled embedder, or any sentence-transformers model by name or folder. ModelError.

    What follows the name is for the bundled one: `cache_dir` (else $VERIFY_CACHE, else the user's
    cache folder), `precision`, `threads` (else every core), `announce` (told before an export).
    """
    if name == "bundled":
        from verify.models.bundled import load_bundled  # noqa: PLC0415  (loads onnxruntime)

        return load_bundled(
            cache_dir=cache_dir, precision=precision, threads=threads, announce=announce
        )
    from verify.models.named import load_named  # noqa: PLC0415  (loads torch)

    return load_named(name)
