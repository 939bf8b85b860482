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
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZipFile

import torch

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
STAGES = {
    "broad": (115_000, 40_000, 3e-4, 160),
    "human": (123_000, 25_000, 2e-4, 256),
    "hard": (40_000, 8_000, 1.5e-4, 400),
}
"""Of the accurate model: pairs seen, those before the rate falls, the rate, tokens at most."""
FAST = {
    "first": (("hard",), 56_000, 56_000, 160, 1),
    "second": (("human", "hard"), 48_000, 48_000, 128, 3),
    "third": (("human", "hard", "broad"), 72_000, 15_000, 128, 3),
}
"""Of the fast model: mixes, pairs seen, those before the rate falls, tokens at most, and how often
each pair is seen."""
FAST_RATE = 5e-4


class Making:
    """The files on the way, and the steps that make them."""

    def __init__(self, data: Path, work: Path) -> None:
        self.data, self.work, self.dev = data, work, data / "dev"
        self.base = work / FOLDER
        self.small = self._package_folder()
        self.made = [work / "sentences.jsonl.gz", work / "figures.jsonl.gz"]
        self.near = work / "neighbours.jsonl.gz"
        self.mixes = [work / f"{name}.jsonl.gz" for name in STAGES]
        self.fast_mixes = [
            [work / f"{name}.jsonl.gz" for name in mixes] for mixes, *_ in FAST.values()
        ]
        self.accurate = [work / name / "checkpoint.pt" for name in STAGES]
        self.mean = work / "mean.pt"
        self.fast = [work / name / "checkpoint.pt" for name in FAST]

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
        for name, out in zip(STAGES, self.mixes, strict=True):
            made = [*self.made, self.near] if name == "hard" else self.made
            options = (f"--mix={name}", seed, "--synthetic")
            self._once(out, "mix", self.data, out, *options, *made)

    def train_accurate(self) -> None:
        """Adapters over the base: rows made by rule first, then human ones, then hard ones."""
        for stage, mix, start in zip(
            self.accurate, self.mixes, _starts(self.accurate), strict=True
        ):
            pairs, hold, rate, tokens = STAGES[stage.parent.name]
            plan = (f"--hold={hold}", f"--rate={rate}", f"--max-tokens={tokens}")
            self._train(stage, self.base, [mix], pairs, *plan, *start)

    def average(self) -> None:
        """Halfway between the last two stages."""
        self._once(self.mean, "mean", self.mean, *self.accurate[-2:])

    def ship_accurate(self) -> None:
        """Adapter and manifest into the package."""
        rows = [[mix] for mix in self.mixes]
        self._ship("accurate", self.base, self.accurate, rows, "--weights", self.mean)

    def train_fast(self) -> None:
        """All weights of the bundled embedder, with the accurate model as teacher."""
        teacher = ("--teacher", self.base, MODELS / "stance_accurate" / "adapter.safetensors")
        for stage, rows, start in zip(self.fast, self.fast_mixes, _starts(self.fast), strict=True):
            _, pairs, hold, tokens, visits = FAST[stage.parent.name]
            plan = (f"--hold={hold}", f"--rate={FAST_RATE}", f"--max-tokens={tokens}")
            options = (*plan, f"--visits={visits}", *teacher, *start)
            self._train(stage, self.small, rows, pairs, *options, module="distil")

    def ship_fast(self) -> None:
        """Model and manifest into the package."""
        self._ship("fast", self.small, self.fast, self.fast_mixes)

    def steps(self, only: str | None = None) -> list[Callable[[], None]]:
        """All of them, in order, or those of one model."""
        steps: list[Callable[[], None]] = [self.unpack, self.make_rows]
        if only != "fast":
            steps += [self.train_accurate, self.average, self.ship_accurate]
        if only != "accurate":
            steps += [self.train_fast, self.ship_fast]
        return steps

    def _train(
        self,
        out: Path,
        base: Path,
        rows: Sequence[Path],
        pairs: int,
        *options: str | Path,
        module: str = "train",
    ) -> None:
        if out.exists() and torch.load(out, weights_only=True, map_location="cpu")["seen"] >= pairs:
            return
        fixed = (f"--pairs={pairs}", f"--seed={SEED}")
        places = ("--base", base, "--dev", self.dev)
        _run(module, out.parent, *places, "--rows", *rows, *fixed, *options)

    def _ship(
        self,
        tier: str,
        base: Path,
        checkpoints: Sequence[Path],
        rows: Sequence[Sequence[Path]],
        *options: str | Path,
    ) -> None:
        places = ("--base", base, "--dev", self.dev)
        files: list[str | Path] = []
        for stage in rows:
            files += ["--rows", *stage]
        out = MODELS / f"stance_{tier}"
        _run("ship", tier, out, *places, "--checkpoint", *checkpoints, *files, *options)

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
