"""What a model loses by its int8 weights: the same checkpoint in int8 and in float32, on dev rows.

python -m training.rounding fast --base FOLDER --checkpoint checkpoint.pt --dev DEV
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch

from training.calibrate import logs_of
from training.export import averaged, graph, half, learned, merged
from training.rows import NOT_SUPPORTED, Row, read_rows
from training.ship import NAMES, SCALE
from verify.models.cache import Precision
from verify.models.onnx_stance import OnnxStance
from verify.models.stance_manifest import read_manifest

MODELS = Path(__file__).parents[1] / "verify" / "models"
SEED = 5
PRECISIONS: tuple[Precision, ...] = ("int8", "fp32")


def samples(dev: Path, size: int) -> dict[str, list[Row]]:
    """A seeded sample of each file, of the rows with one of the three labels."""
    found = {}
    for path in sorted(dev.glob("*.jsonl.gz")):
        rows = [row for row in read_rows(path) if row.label < NOT_SUPPORTED]
        found[path.name.split(".")[0]] = random.Random(SEED).sample(rows, min(size, len(rows)))
    return found


def models(tier: str, base: Path, checkpoint: Path, folder: Path) -> list[OnnxStance]:
    """The model in each of `PRECISIONS`, calibrated as the one shipped in `folder` is."""
    manifest = read_manifest(folder / "manifest.json", "Ship the model first.")
    tokenizer = (base / "tokenizer.json").read_bytes()
    changes = learned(averaged(checkpoint), SCALE)
    weights = merged(base, half(changes) if tier == "accurate" else changes)
    return [OnnxStance(graph(tier, weights, p), tokenizer, manifest) for p in PRECISIONS]


def share_right(model: OnnxStance, rows: list[Row]) -> float:
    """Accuracy: over all labels the rows have, two or three."""
    gold = torch.tensor([row.label for row in rows])
    labels = int(gold.max()) + 1
    return float((logs_of(model, rows)[:, :labels].argmax(dim=1) == gold).double().mean())


def main() -> None:
    """Print a table of accuracies."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tier", choices=NAMES)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--size", type=int, default=1000, help="rows of each file")
    options = parser.parse_args()
    folder = MODELS / f"stance_{options.tier}"
    pair = models(options.tier, options.base, options.checkpoint, folder)
    print("| file | rows | int8 | float32 | lost |\n| --- | --- | --- | --- | --- |")
    lost, total = 0.0, 0
    for name, rows in samples(options.dev, options.size).items():
        rounded, whole = (share_right(model, rows) for model in pair)
        lost, total = lost + (whole - rounded) * len(rows), total + len(rows)
        print(f"| {name} | {len(rows)} | {rounded:.3f} | {whole:.3f} | {whole - rounded:+.3f} |")
    print(f"| all | {total} | | | {lost / total:+.4f} |")


if __name__ == "__main__":
    main()
