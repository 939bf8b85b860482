"""A folder of artefacts that can be made again, each with a manifest that is checked on load.

The artefact's file is named by its content and the manifest names the file; both are put in
place by a rename. So a reader sees a whole artefact or none, two processes that make the same
one at once cannot disturb each other, and a damaged file is only ever a reason to make it anew.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path
from pydantic import ValidationError

from verify.errors import ModelError
from verify.records import Record

Precision = Literal["fp32", "int8"]


class ArtefactManifest(Record):
    """What an artefact was made from and with, and the sha256 it must have."""

    fingerprint: str
    weights: str
    precision: Precision
    recipe: int
    made_with: dict[str, str]
    file: str
    sha256: str


def cache_folder(chosen: Path | None = None) -> Path:
    """The folder chosen, else $VERIFY_CACHE, else the user's cache folder."""
    if chosen is not None:
        return chosen
    if named := os.environ.get("VERIFY_CACHE"):
        return Path(named)
    return user_cache_path("verify", appauthor=False)


def load_artefact(folder: Path, fingerprint: str) -> bytes | None:
    """The artefact's bytes; None where it is missing, damaged or of another fingerprint."""
    try:
        manifest = ArtefactManifest.model_validate_json((folder / "manifest.json").read_bytes())
        if manifest.fingerprint != fingerprint or Path(manifest.file).name != manifest.file:
            return None
        content = (folder / manifest.file).read_bytes()
    except (OSError, ValidationError):
        return None
    return content if hashlib.sha256(content).hexdigest() == manifest.sha256 else None


def store_artefact(
    folder: Path,
    content: bytes,
    *,
    fingerprint: str,
    weights: str,
    precision: Precision,
    recipe: int,
    made_with: dict[str, str],
) -> None:
    """Put an artefact in place of whatever is there. ModelError where it cannot be written."""
    sha256 = hashlib.sha256(content).hexdigest()
    manifest = ArtefactManifest(
        fingerprint=fingerprint,
        weights=weights,
        precision=precision,
        recipe=recipe,
        made_with=made_with,
        file=f"model-{sha256[:16]}.onnx",
        sha256=sha256,
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _replace(folder / manifest.file, content)
        _replace(folder / "manifest.json", manifest.model_dump_json(indent=2).encode())
    except OSError as error:
        raise ModelError(
            f"The exported model cannot be kept in {folder}: {error.strerror or error}.",
            "Make room there or allow writing, or name another folder in VERIFY_CACHE.",
        ) from error


def made_once(
    folder: Path,
    *,
    name: str,
    fingerprint: str,
    weights: str,
    precision: Precision,
    recipe: int,
    make: Callable[[], bytes],
    check: Callable[[bytes], None],
    announce: Callable[[str], None] | None,
) -> bytes:
    """A model's bytes: those kept in `folder`, else made, checked and kept. ModelError.

    `check` refuses, by ModelError, what does not say what its original says. `announce` is told
    before something is made.
    """
    if model := load_artefact(folder, fingerprint):
        return model
    if announce:
        announce(f"Preparing the {name}, once; it is kept in {folder}")
    model = make()
    check(model)
    store_artefact(
        folder,
        model,
        fingerprint=fingerprint,
        weights=weights,
        precision=precision,
        recipe=recipe,
        made_with={library: importlib.metadata.version(library) for library in ("onnx", "numpy")},
    )
    return model


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, flush to disk, rename."""
    part = target.with_name(f".{target.name}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
