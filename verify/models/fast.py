"""The fast stance model, which comes with the package as an int8 ONNX file."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from verify.errors import ModelError
from verify.models.bundled import TOKENIZER_SHA256, bundled_tokenizer
from verify.models.onnx_stance import OnnxStance
from verify.models.stance_manifest import checked_file, read_manifest

REMEDY = "Install it again with: pip install --force-reinstall --no-deps verify-claims"


def load_fast(*, threads: int | None = None, folder: Path | None = None) -> OnnxStance:
    """The fast stance model, from `folder` if one is given. ModelError."""
    with as_file(files("verify.models") / "stance_fast") as own:
        place = folder or own
        manifest = read_manifest(place / "manifest.json", REMEDY)
        model = checked_file(place / "model.onnx", manifest.weights_sha256, REMEDY)
    if manifest.tokenizer_sha256 != TOKENIZER_SHA256:
        raise ModelError(
            f"{place / 'manifest.json'} is of a model for the tokenizer"
            f" {manifest.tokenizer_sha256}; the bundled one is {TOKENIZER_SHA256}.",
            REMEDY,
        )
    return OnnxStance(model, bundled_tokenizer(), manifest, threads=threads)
