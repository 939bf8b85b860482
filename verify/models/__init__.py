"""Models behind small protocols: `Embedder`, `Reranker`, `StanceModel` and `WorthModel`.

Importing this package is instant; what is heavy is imported when a model is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from verify.models.cache import Precision
from verify.models.protocols import (
    Embedder,
    Pair,
    Progress,
    Reranker,
    StanceModel,
    Vectors,
    WorthModel,
)
from verify.models.stance import NoStanceModel

__all__ = [
    "Embedder",
    "NoStanceModel",
    "Pair",
    "Precision",
    "Progress",
    "Reranker",
    "StanceModel",
    "Vectors",
    "WorthModel",
    "load_embedder",
    "load_reranker",
    "load_stance",
    "load_worth",
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


def load_reranker(
    *,
    cache_dir: Path | None = None,
    threads: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> Reranker:
    """The bundled reranker, whatever embeds. ModelError. Options as above."""
    from verify.models import bundled_reranker  # noqa: PLC0415  (loads onnxruntime)

    return bundled_reranker.load_reranker(cache_dir=cache_dir, threads=threads, announce=announce)


def load_stance(
    name: str = "fast",
    *,
    labels: Sequence[str] | None = None,
    cache_dir: Path | None = None,
    threads: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> StanceModel:
    """ "fast", "accurate", "none", or any cross-encoder by name or folder. ModelError.

    `labels` is for the last: the order of its three outputs, where its own labels do not tell.
    What follows is for ours: `cache_dir` (else $VERIFY_CACHE, else the user's cache folder),
    `threads` (else every core), `announce` (told before the accurate one is prepared, once).
    """
    match name:
        case "none":
            return NoStanceModel()
        case "fast":
            from verify.models.fast import load_fast  # noqa: PLC0415  (loads onnxruntime)

            return load_fast(threads=threads)
        case "accurate":
            from verify.models.accurate import load_accurate  # noqa: PLC0415  (the same)

            return load_accurate(cache_dir=cache_dir, threads=threads, announce=announce)
    from verify.models.named_stance import load_named_stance  # noqa: PLC0415  (loads torch)

    return load_named_stance(name, labels)


def load_worth(
    *,
    cache_dir: Path | None = None,
    threads: int | None = None,
    announce: Callable[[str], None] | None = None,
) -> WorthModel:
    """The model that tells sentences worth checking from talk. ModelError. Options as above."""
    from verify.models import worth  # noqa: PLC0415  (loads onnxruntime)

    return worth.load_worth(cache_dir=cache_dir, threads=threads, announce=announce)
