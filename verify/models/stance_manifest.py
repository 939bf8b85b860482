"""What a stance model says of itself: its labels, calibration, limits and hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from verify.errors import ModelError
from verify.models.overlap import MARKS
from verify.models.protocols import REFUTES_AT
from verify.records import Record, StanceLabel

LABELS = tuple(label.value for label in StanceLabel)


class GoldenPair(Record):
    """A pair and the probabilities that the model in torch gives, in the manifest's order."""

    claim: str
    evidence: str
    title: str = ""
    probabilities: tuple[float, float, float]


class StanceManifest(Record):
    """A stance model's manifest, as training writes it beside the weights.

    The probabilities are softmax(logits / temperature + bias); logits, `bias` and `probabilities`
    are in the order of `labels`.
    """

    name: str
    tier: str
    labels: tuple[str, str, str]
    temperature: float = Field(gt=0)
    bias: tuple[float, float, float]
    refutes_at: float = Field(default=REFUTES_AT, ge=0.5, le=1)
    """The probability from which on a refutation counts, as `training/thresholds.py` chooses it."""
    weights_sha256: str
    """Of the file beside the manifest: model.onnx, or adapter.safetensors."""
    base_sha256: str = ""
    """Of the weights that an adapter belongs to."""
    tokenizer_sha256: str
    max_tokens: int = Field(ge=32, le=512)
    marks: int
    training: dict[str, Any] = Field(default_factory=dict)
    golden: tuple[GoldenPair, ...] = ()


def read_manifest(path: Path, remedy: str) -> StanceManifest:
    """The manifest in a file. ModelError with this remedy where it is of no use."""
    try:
        manifest = StanceManifest.model_validate_json(path.read_bytes())
    except OSError as error:
        problem = f"The stance model's file {path} cannot be read: {error.strerror or error}."
        raise ModelError(problem, remedy) from error
    except ValidationError as error:
        raise ModelError(f"{path} is no manifest of a stance model: {error}", remedy) from error
    if sorted(manifest.labels) != sorted(LABELS):
        raise ModelError(
            f"{path} has the labels {', '.join(manifest.labels)}; needed are {', '.join(LABELS)},"
            " in any order.",
            remedy,
        )
    if manifest.marks != MARKS:
        problem = f"{path} is of a model with {manifest.marks} marks; this version gives {MARKS}."
        raise ModelError(problem, remedy)
    return manifest


def checked_file(path: Path, sha256: str, remedy: str) -> bytes:
    """The file's bytes, if they are the ones the manifest was written for. ModelError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        problem = f"The stance model's file {path} cannot be read: {error.strerror or error}."
        raise ModelError(problem, remedy) from error
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise ModelError(f"{path} has the sha256 {found}, expected {sha256}.", remedy)
    return content
