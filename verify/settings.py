"""The settings of a project: `verify.toml`, then the environment. Read only by the doors.

The nearest `verify.toml` upward from the working directory counts, and paths in it are relative
to it. Without one, corpus and indexes live in the user's data directory. A variable such as
`VERIFY_INDEX` overrides the file.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from verify.errors import SettingsError
from verify.fail_on import FailOn
from verify.rates import read_rate
from verify.records import StanceLabel

FILE_NAME = "verify.toml"
PREFIX = "VERIFY_"
INDEX_NAME = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
NAMING = "A name has at most 64 letters, digits, '.', '_' and '-', and a letter or digit first."


class Options(BaseModel):
    """What `verify.toml` may say."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    index: str = Field(default="default", pattern=INDEX_NAME)
    """Name of the index that drafts are checked against."""
    indexes: Path
    """Directory that holds the indexes, each in a directory of its name."""
    corpus: Path
    """Directory or file of reference documents that an index is built from."""
    model: str = Field(default="bundled", min_length=1)
    """The embedder: "bundled", or a name or directory that sentence-transformers can load."""
    precision: Literal["int8", "fp32"] = "int8"
    """Arithmetic of the bundled embedder: int8 is faster, fp32 exact."""
    stance: str = Field(default="fast", min_length=1)
    """The stance model: "fast", "accurate" (needs the extra of that name), "none", or a name or
    directory of a cross-encoder that sentence-transformers can load."""
    stance_labels: tuple[StanceLabel, ...] = Field(default=(), max_length=3)
    """What the outputs of a stance model of your own mean, in their order, where it does not say:
    ["refutes", "neutral", "supports"]."""
    reads: int = Field(default=5, ge=1, le=100)
    """How many of the passages found for a claim the stance model reads, the closest first."""
    worth: float = Field(default=0.15, ge=0, le=1)
    """How likely a sentence must be worth checking, to be checked. One with figures, dates, office
    holders, lists or quotations is checked anyway, unless it speaks of I, we or you. 0: all are."""
    fail_on: FailOn = FailOn.REFUTED
    """Verdict from which on `verify check` exits with 1."""
    max_false_alarms: float | None = Field(default=None, ge=0, le=1)
    """The share of true claims that may be refuted, as "1%" or 0.01: what is refuted less surely
    than that takes becomes a possible conflict, which weighs less. Without it all of it stays."""
    ledger: Path | None = None
    """File that keeps every report of `verify check`, with its draft, so that `verify index diff
    --reports` can tell what an update changed. Without it nothing is kept."""
    window: int = Field(default=120, ge=20, le=1000)
    """Words of a passage at most, of an index that is built anew. What a model cannot read at once,
    as the bundled one more than about 190 words, is found by its words alone."""
    overlap: int = Field(default=1, ge=0, le=10)
    """Sentences that a passage repeats of the one before, of an index that is built anew."""
    hits: int = Field(default=20, ge=1, le=1000)
    """How many passages are found for each way of asking after a claim."""

    @field_validator("max_false_alarms", mode="before")
    @classmethod
    def _share(cls, written: object) -> object:
        """A percentage is put in quotation marks."""
        return read_rate(written) if isinstance(written, str) else written

    @field_validator("stance_labels", mode="before")
    @classmethod
    def _split(cls, written: object) -> object:
        """A variable of the environment has the labels with commas between them."""
        return re.split(r"[\s,]+", written.strip()) if isinstance(written, str) else written


class Settings(Options):
    """The settings in force, and the file they came from (None: no `verify.toml`)."""

    file: Path | None = None

    def but(self, **options: object) -> Settings:
        """These settings, but for the options that are not None."""
        given = {key: value for key, value in options.items() if value is not None}
        return self.model_copy(update=given)

    def index_directory(self, name: str | None = None) -> Path:
        """The directory of an index; of the one named in the settings by default.

        Raises SettingsError for a name that could lead out of the directory of indexes.
        """
        if name is None:
            return self.indexes / self.index
        if not re.fullmatch(INDEX_NAME, name):
            raise SettingsError(f"{name!r} cannot be the name of an index.", NAMING)
        return self.indexes / name


def load_settings(start: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Settings as seen from directory `start` (default: the working directory).

    Raises SettingsError, which names the file or variable, the key and what would be possible.
    """
    here = (start or Path.cwd()).absolute()
    environ = os.environ if environ is None else environ
    file = find_file(here)
    values = _of_file(file) if file else _in_data_directory()
    return Settings(**(values | _of_environment(environ, here)), file=file)


def find_file(start: Path) -> Path | None:
    """The nearest `verify.toml` in `start` or above."""
    for directory in (start, *start.parents):
        if (file := directory / FILE_NAME).exists():
            return file
    return None


def suggest(word: str, choices: Iterable[str]) -> str:
    """A remedy: the nearest of the choices, if one is near, and all of them."""
    known = sorted(map(str, choices))
    near = difflib.get_close_matches(word, known, n=1)
    question = f"Did you mean {near[0]!r}? " if near else ""
    return f"{question}Possible: {', '.join(known)}."


def _in_data_directory() -> dict[str, Any]:
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed beside a verify.toml

    data = user_data_path("verify")
    return {"corpus": data / "corpus", "indexes": data / "indexes"}


def _of_file(file: Path) -> dict[str, Any]:
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file} is not valid TOML: {error}", "Mend that line.") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} is not UTF-8: {error}", "Save it as UTF-8.") from error
    except OSError as error:
        raise SettingsError(
            f"{file} cannot be read: {error.strerror}", "Make it a readable file, or remove it."
        ) from error
    unknown = [key for key in written if key not in Options.model_fields]
    if unknown:
        raise SettingsError(
            f"{file}: there is no setting {unknown[0]!r}",
            suggest(unknown[0], Options.model_fields),
        )
    defaults = {"corpus": file.parent / "corpus", "indexes": file.parent / "indexes"}
    return defaults | _anchored(_validated(written, str(file)), file.parent)


def _of_environment(environ: Mapping[str, str], here: Path) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key in Options.model_fields:
        variable = PREFIX + key.upper()
        # Empty means unset, so that a wrapper script can pass a variable on without knowing it.
        if written := environ.get(variable):
            values |= _anchored(_validated({key: written}, variable), here)
    return values


def _validated(written: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The values that were written, typed; those that were not are left out."""
    blank = {"corpus": Path(), "indexes": Path()}
    try:
        return Options(**(blank | dict(written))).model_dump(include=set(written))
    except ValidationError as error:
        raise _in_words(error, where) from error


def _in_words(error: ValidationError, where: str) -> SettingsError:
    first = error.errors()[0]
    key, value = str(first["loc"][0]), first["input"]
    problem = f"{where}: {key} = {value!r} is not possible"
    if key == "fail_on":
        return SettingsError(problem, suggest(str(value), FailOn))
    if key == "index":
        return SettingsError(problem, NAMING)
    return SettingsError(problem, f"{first['msg']}.")


def _anchored(values: dict[str, Any], base: Path) -> dict[str, Any]:
    return {
        key: base / value.expanduser() if isinstance(value, Path) else value
        for key, value in values.items()
    }
