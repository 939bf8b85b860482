"""The model that tells what is worth checking, pinned: it says what it said."""

from __future__ import annotations

import hashlib
import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from verify.errors import ModelError
from verify.models import WorthModel, load_worth
from verify.models.bundled import TOKENIZER_SHA256, WEIGHTS_SHA256
from verify.models.worth import load_worth as load_from
from verify.models.worth import read_worth_manifest

pytestmark = pytest.mark.real_model

OWN = Path(str(files("verify.models") / "worth_adapter"))
PIN = "8cba7ea036d7fac45f1035888d50ef17da525b33d5d6d0681966adece02ec79e"
"""sha256 of the adapter. It changes with every model that is shipped."""
MOST = 3_000_000
"""Bytes."""
STATED = (
    "The bridge over the strait was opened by the king.",
    "Crime in the city has fallen since the new law was passed.",
    "The senator voted against the bill.",
    "The company sold its ferries to a firm in Croatia.",
)
TALK = (
    "Let me tell you something.",
    "I want to thank everybody here.",
    "That is a good question, and you know it.",
    "We have to look each other in the eye.",
)


@pytest.fixture(scope="module")
def model() -> WorthModel:
    return load_worth()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OWN, tmp_path / "own"))


def change(folder: Path, **fields: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | fields), "utf-8")


def test_what_is_shipped_is_pinned() -> None:
    manifest = read_worth_manifest(OWN / "manifest.json")
    content = (OWN / "adapter.safetensors").read_bytes()
    assert hashlib.sha256(content).hexdigest() == PIN == manifest.weights_sha256
    assert len(content) <= MOST
    assert (manifest.base_sha256, manifest.tokenizer_sha256) == (WEIGHTS_SHA256, TOKENIZER_SHA256)


def test_it_says_what_the_original_in_torch_says(model: WorthModel) -> None:
    golden = read_worth_manifest(OWN / "manifest.json").golden
    assert len(golden) >= 8
    found = model.score([one.text for one in golden])
    for one, share in zip(golden, found, strict=True):
        assert share == pytest.approx(one.probability, abs=0.1), one.text


def test_statements_stand_above_talk(model: WorthModel) -> None:
    assert min(model.score(STATED)) > 0.5 > 0.2 > max(model.score(TALK))


def test_a_sentence_is_worth_the_same_whatever_stands_beside_it(model: WorthModel) -> None:
    together = model.score([*STATED, *TALK])
    assert together == tuple(model.score([one])[0] for one in (*STATED, *TALK))


def test_any_text_has_an_answer(model: WorthModel) -> None:
    assert model.score([]) == ()
    odd = [
        "",
        " ",
        "мост",
        "橋は王によって開かれた。",
        "word " * 5_000,
        "\x00\ud7ff",
        "[SEP] [CLS]",
    ]
    assert all(0 <= share <= 1 for share in model.score(odd))


def test_it_is_made_once_and_kept(tmp_path: Path) -> None:
    told: list[str] = []
    first = load_worth(cache_dir=tmp_path, announce=told.append)
    again = load_worth(cache_dir=tmp_path, announce=told.append)
    assert len(told) == 1
    assert first.score(STATED) == again.score(STATED)
    assert first.fingerprint == again.fingerprint


def test_a_damaged_adapter_is_refused(folder: Path, tmp_path: Path) -> None:
    path = folder / "adapter.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"\x01")
    with pytest.raises(ModelError, match="sha256"):
        load_from(folder=folder, cache_dir=tmp_path)


def test_an_adapter_of_another_embedder_is_refused(folder: Path, tmp_path: Path) -> None:
    change(folder, base_sha256="1" * 64)
    with pytest.raises(ModelError, match="another embedder"):
        load_from(folder=folder, cache_dir=tmp_path)


def test_a_model_that_says_something_else_is_refused(folder: Path, tmp_path: Path) -> None:
    change(folder, bias=9.0)
    with pytest.raises(ModelError, match="strays"):
        load_from(folder=folder, cache_dir=tmp_path)


@pytest.mark.parametrize("text", ["", "{}", "[1]"])
def test_a_manifest_that_is_none_is_refused(folder: Path, tmp_path: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(ModelError, match="no manifest"):
        load_from(folder=folder, cache_dir=tmp_path)


def test_a_missing_manifest_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load_from(folder=tmp_path, cache_dir=tmp_path)
