"""How long people wait: for `verify --help`, for a check in a new process, for the index.

    python benchmarks/startup.py
    python benchmarks/startup.py --draft story.txt --as-of 2025-06-26 --stance accurate

The starter corpus is indexed in a temporary folder, once with all vectors to make and once with
none; searches are timed in this process, everything else in processes of their own. All figures
are medians.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from verify.index import open_index
from verify.models import load_embedder, load_stance

ROOT = Path(__file__).parents[1]
COMMAND = [str(ROOT / "cli.py")]
CHILD = """
import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.call([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL)
seconds = time.perf_counter() - start
if code not in (0, 1):
    sys.exit(f"exit code {code}")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(seconds, peak / (2**20 if sys.platform == "darwin" else 2**10))
"""
"""Measures in a small process of its own: a child's peak counts what it was forked from."""


def main(
    draft: Annotated[Path, typer.Option(help="The draft to check.")] = ROOT / "examples/qingdao.md",
    as_of: Annotated[str, typer.Option(help="The day it speaks from.")] = "2025-06-27",
    stance: Annotated[list[str] | None, typer.Option(help="Stance models to check with.")] = None,
    runs: Annotated[int, typer.Option(help="Runs to take the median of.")] = 7,
) -> None:
    """Print a table of seconds and peak memory."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["VERIFY_INDEXES"] = place
        build = [*COMMAND, "index", "build", str(ROOT / "corpus"), "--name", "starter"]
        check = [*COMMAND, "check", str(draft), "--index", "starter", "--as-of", as_of]
        load_embedder()  # exports the model, if this is its first use
        print("| | seconds | peak memory, MB |\n| --- | --- | --- |")
        _row("`verify --help`", [*COMMAND, "--help"], runs)
        _row("index of the starter corpus, built anew", build, 1)
        _row("the same, nothing changed", build, min(runs, 3))
        for name in stance or ["none", "fast"]:
            load_stance(name)  # prepares it, if this is its first use
            label = f"`verify check {draft.name} --stance {name}`, index ready"
            _row(label, [*check, "--stance", name], runs)
        _searches(Path(place) / "starter", runs)


def _row(label: str, command: Sequence[str], runs: int) -> None:
    measured = [_measure(command) for _ in range(runs)]
    seconds, megabytes = (statistics.median(column) for column in zip(*measured, strict=True))
    print(f"| {label} | {seconds:.2f} | {megabytes:.0f} |", flush=True)


def _measure(command: Sequence[str]) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *command], stdout=subprocess.PIPE, text=True, check=True
    )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def _searches(directory: Path, runs: int) -> None:
    """Every question of the facts on the Qingdao meeting, one by one."""
    lines = (ROOT / "corpus/qingdao-2025.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["text"] for line in lines]
    with open_index(directory, load_embedder()) as index:
        taken = []
        for question in questions * runs:
            start = time.perf_counter()
            index.search(question)
            taken.append(time.perf_counter() - start)
    print(f"| a search in it, one question | {statistics.median(taken):.4f} | |")


if __name__ == "__main__":
    typer.run(main)
