"""The accurate stance model: an adapter from this package over all-mpnet-base-v2, merged once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from safetensors.numpy import load

from verify.errors import ModelError
from verify.models.cache import cache_folder, made_once
from verify.models.fast import REMEDY as OWN_REMEDY
from verify.models.mpnet_base import installed_parts, open_weights, read_file
from verify.models.onnx_stance import RECIPE, OnnxStance, fingerprint
from verify.models.protocols import Pair
from verify.models.stance_manifest import StanceManifest, checked_file, read_manifest

CLOSE_ENOUGH = 0.1
"""How far the merged model's probabilities may be from the golden ones, on average."""


def load_accurate(
    *,
    cache_dir: Path | None = None,
    threads: int | None = None,
    announce: Callable[[str], None] | None = None,
    folder: Path | None = None,
    parts: Sequence[Path] | None = None,
) -> OnnxStance:
    """The accurate stance model; makes it first where the cache has no sound copy. ModelError.

    `folder` holds manifest and adapter, `parts` are those of the base's zip file; without them
    the package's own and those that are installed.
    """
    with as_file(files("verify.models") / "stance_accurate") as own:
        place = folder or own
        manifest = read_manifest(place / "manifest.json", OWN_REMEDY)
        adapter = checked_file(place / "adapter.safetensors", manifest.weights_sha256, OWN_REMEDY)
    parts = parts or installed_parts()
    tokenizer = read_file(parts, "tokenizer.json", manifest.tokenizer_sha256)
    made_of = fingerprint(manifest)
    kept = cache_folder(cache_dir) / "models" / f"{manifest.name}-int8-{made_of[:12]}"

    def check(made: bytes) -> None:
        stance = OnnxStance(made, tokenizer, manifest, threads=threads)
        _compare_with_golden(stance, manifest)

    model = made_once(
        kept,
        name=f"stance model {manifest.name}",
        fingerprint=made_of,
        weights=manifest.weights_sha256,
        precision="int8",
        recipe=RECIPE,
        make=lambda: _export(parts, adapter, manifest, kept.parent),
        check=check,
        announce=announce,
    )
    return OnnxStance(model, tokenizer, manifest, threads=threads)


def _export(parts: Sequence[Path], adapter: bytes, manifest: StanceManifest, folder: Path) -> bytes:
    from verify.models.adapter import Merged  # noqa: PLC0415  (loads onnx)
    from verify.models.mpnet_graph import mpnet_stance_graph  # noqa: PLC0415  (loads onnx)

    with open_weights(parts, manifest.base_sha256, folder) as base:
        weights = Merged(base.keys(), base.get_tensor, load(adapter))
        return mpnet_stance_graph(weights, precision="int8")


def _compare_with_golden(stance: OnnxStance, manifest: StanceManifest) -> None:
    """Refuse a model that does not say what the original in torch says, kept in the manifest.

    So this machine's onnx and onnxruntime are checked where they run, without torch.
    """
    golden = manifest.golden
    answers = stance.classify([Pair(one.claim, one.evidence, one.title) for one in golden])
    strays = [
        abs((getattr(answer, label) if answer else 0.0) - expected)
        for one, answer in zip(golden, answers, strict=True)
        for label, expected in zip(manifest.labels, one.probabilities, strict=True)
    ]
    mean = sum(strays) / max(1, len(strays))
    if not mean <= CLOSE_ENOUGH:
        raise ModelError(
            f"The merged model {manifest.name} strays from the original: its probabilities are"
            f" {mean:.3f} off on average, at most {CLOSE_ENOUGH} is allowed.",
            "Please report this with the versions of onnx and onnxruntime and the kind of CPU.",
        )
