"""From which probability on a model's refutations count: as often right as an editor must be able
to trust, on pairs that it was not trained on.

    python -m training.thresholds fast --dev DEV

chooses it again for a model that is in the package already, and writes it into its manifest.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

from training.calibrate import calibration_rows
from training.network import LABELS
from training.rows import Row
from verify.models import load_stance
from verify.models.protocols import REFUTES_AT, Pair, StanceModel
from verify.models.stance_manifest import read_manifest

MODELS = Path(__file__).parents[1] / "verify" / "models"
PRECISION = 0.9
"""The share of counted refutations that must be right."""
FEWEST = 30
"""Refutations that must be there to tell."""
SIZE = 1700
"""Pairs of each file; a model that refutes seldom needs many to be measured."""
LEAST = 0.5
"""No refutation counts that is not the likeliest of the three."""


def choose(refutes: Sequence[float], right: Sequence[bool]) -> float:
    """The least probability, in hundredths, from which on, and from every higher one that has
    enough pairs, `PRECISION` of the pairs are refutations; the default where there are too few.

    `refutes` are probabilities, `right` says of each pair whether it is a refutation.
    """
    chosen = REFUTES_AT
    for hundredth in range(99, math.ceil(100 * LEAST) - 1, -1):
        counted = [r for p, r in zip(refutes, right, strict=True) if p >= hundredth / 100]
        if len(counted) < FEWEST:
            continue
        if sum(counted) < PRECISION * len(counted):
            break
        chosen = hundredth / 100
    return chosen


def refutes_at(model: StanceModel, rows: Sequence[Row]) -> float:
    """The threshold of a calibrated model, chosen on labelled pairs."""
    answers = model.classify([Pair(r.claim, r.evidence, r.title) for r in rows])
    read = [(one.refutes, row.label) for one, row in zip(answers, rows, strict=True) if one]
    gold = LABELS.index("refutes")
    return choose([p for p, _ in read], [label == gold for _, label in read])


def threshold_rows(dev: Path) -> list[Row]:
    """As many pairs of each file that calibration is fitted on."""
    return [row for sample in calibration_rows(dev, SIZE).values() for row in sample]


def main() -> None:
    """Choose with the options of the command line, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tier", choices=("fast", "accurate"))
    parser.add_argument("--dev", type=Path, required=True)
    options = parser.parse_args()
    path = MODELS / f"stance_{options.tier}" / "manifest.json"
    manifest = read_manifest(path, "Ship the model first, with training.ship.")
    found = refutes_at(load_stance(options.tier), threshold_rows(options.dev))
    changed = manifest.model_copy(update={"refutes_at": found})
    path.write_text(changed.model_dump_json(indent=1) + "\n", "utf-8")
    print(found)


if __name__ == "__main__":
    main()
