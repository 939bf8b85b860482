"""Write the files of a trained model as `verify.models` reads them: weights and manifest.

python -m training.ship accurate OUT --base FOLDER --checkpoint checkpoint.pt --dev DEV
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.numpy import save

from training.calibrate import calibration_rows, fit
from training.export import averaged, graph, half, learned, merged, network
from training.golden import golden
from training.network import LABELS
from training.rows import different, read_rows
from training.thresholds import refutes_at, threshold_rows
from verify.models.onnx_stance import OnnxStance
from verify.models.overlap import MARKS
from verify.models.stance_manifest import StanceManifest

SCALE = 2.0
"""Of low-rank corrections in training."""
MAX_TOKENS = 256
NAMES = {"accurate": "verify-stance-accurate", "fast": "verify-stance-fast"}


def ship(
    tier: str, out: Path, base: Path, checkpoint: Path, dev: Path, training: Mapping[str, Any]
) -> StanceManifest:
    """Export, calibrate and choose the threshold on `dev`, and write weights and manifest into
    `out`."""
    rank = _rank(checkpoint)
    changes = learned(averaged(checkpoint), SCALE)
    if tier == "accurate":
        # Shipped in float16, so measured in float16 too.
        small = half(changes)
        weights, file = save(small), "adapter.safetensors"
        model = graph(tier, merged(base, small), "int8")
    else:
        model = graph(tier, merged(base, changes), "int8")
        weights, file = model, "model.onnx"
    tokenizer = (base / "tokenizer.json").read_bytes()
    manifest = StanceManifest(
        name=NAMES[tier],
        tier=tier,
        labels=LABELS,
        temperature=1.0,
        bias=(0.0, 0.0, 0.0),
        weights_sha256=_sha256(weights),
        base_sha256=_sha256((base / "model.safetensors").read_bytes()),
        tokenizer_sha256=_sha256(tokenizer),
        max_tokens=MAX_TOKENS,
        marks=MARKS,
        training=dict(training),
    )
    temperature, bias = fit(OnnxStance(model, tokenizer, manifest), calibration_rows(dev))
    manifest = manifest.model_copy(update={"temperature": temperature, "bias": bias})
    calibrated = OnnxStance(model, tokenizer, manifest)
    pairs = golden(network(base, checkpoint, rank), base, temperature, bias)
    manifest = manifest.model_copy(
        update={"refutes_at": refutes_at(calibrated, threshold_rows(dev)), "golden": pairs}
    )
    out.mkdir(parents=True, exist_ok=True)
    (out / file).write_bytes(weights)
    (out / "manifest.json").write_text(manifest.model_dump_json(indent=1) + "\n", "utf-8")
    return manifest


def _rank(checkpoint: Path) -> int:
    """Of the low-rank corrections; 0 where there are none."""
    sizes = [w.shape[0] for name, w in averaged(checkpoint).items() if name.endswith("lora_A")]
    return sizes[0] if sizes else 0


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def history(checkpoints: Sequence[Path], files: Sequence[Sequence[Path]]) -> dict[str, Any]:
    """What a model was trained on: pairs seen in each stage, how often each was seen, and the
    different rows of each set that they were drawn from.
    """
    states = [torch.load(path, weights_only=True, map_location="cpu") for path in checkpoints]
    rows = [different((row for path in some for row in read_rows(path)), 0) for some in files]
    counts = [Counter(row.source for row in stage) for stage in rows]
    return {
        "stages": [
            {
                "pairs": state["seen"],
                "visits": state.get("visits", 1),
                "rows": dict(count.most_common()),
            }
            for state, count in zip(states, counts, strict=True)
        ]
    }


def main() -> None:
    """Ship with the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tier", choices=NAMES)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True, help="to calibrate on")
    parser.add_argument(
        "--checkpoint", type=Path, nargs="+", required=True, help="of each stage; the last ships"
    )
    parser.add_argument("--weights", type=Path, help="mean of some, to ship instead of the last")
    parser.add_argument(
        "--rows",
        type=Path,
        nargs="+",
        action="append",
        required=True,
        help="files of a stage; once for each stage",
    )
    parser.add_argument("--after", type=Path, help="manifest of the model that this went on from")
    options = parser.parse_args()
    training = history(options.checkpoint, options.rows)
    if options.after:
        earlier = StanceManifest.model_validate_json(options.after.read_text("utf-8")).training
        training["stages"] = [*earlier["stages"], *training["stages"]]
    weights = options.weights or options.checkpoint[-1]
    manifest = ship(options.tier, options.out, options.base, weights, options.dev, training)
    chosen = {"temperature", "bias", "refutes_at"}
    print(manifest.model_dump_json(include=chosen))


if __name__ == "__main__":
    main()
