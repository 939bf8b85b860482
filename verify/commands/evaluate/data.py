"""The benchmark files of a folder."""

# ruff: noqa: PLC0415 - arrays are imported when there is something to measure
from __future__ import annotations

from pathlib import Path

from verify.errors import SettingsError

SCIFACT = ("scifact_claims_dev", "scifact_corpus")


def benchmark_file(data: Path, room: str, name: str) -> Path | None:
    """The file of that name, in the folder or in that room of it."""
    from verify.evaluation.jsonl import find

    return find(data, room).get(name)


def scifact_files(data: Path) -> tuple[Path, Path] | None:
    """SciFact's claims and its abstracts, where the folder has both."""
    claims, corpus = (benchmark_file(data, "retrieval", name) for name in SCIFACT)
    return (claims, corpus) if claims and corpus else None


def expect(data: Path, *found: object, names: tuple[str, ...]) -> None:
    """SettingsError where nothing of it is there; `names` says what could be."""
    if not any(found):
        raise SettingsError(
            f"There is nothing to measure with in {data}.",
            f"It must hold, as .jsonl or .jsonl.gz: {', '.join(names)}.",
        )


def chosen_files(files: dict[str, Path], only: list[str] | None, data: Path) -> list[Path]:
    """The files that --only names, or all of them."""
    from verify.settings import suggest

    if not files:
        raise SettingsError(
            f"There is no benchmark file in {data}.", "It must hold .jsonl or .jsonl.gz files."
        )
    names = [name.removesuffix(".gz").removesuffix(".jsonl") for name in only or files]
    for name in names:
        if name not in files:
            raise SettingsError(f"There is no file {name!r} in {data}.", suggest(name, files))
    return [files[name] for name in names]
