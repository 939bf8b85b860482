"""The stance models in the package: what they are, pinned, and that they say what they said."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from verify.models import Pair, StanceModel, load_stance
from verify.models.overlap import MARKS
from verify.models.stance_manifest import StanceManifest, read_manifest

pytestmark = pytest.mark.real_model

MPNET = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
"""model.safetensors of sentence-transformers/all-mpnet-base-v2."""
PINS = {
    "accurate": (
        "adapter.safetensors",
        "af833118e1b65b7156ccc1ade3e4e582a1f3d65057d9a235616cabd181ed0692",
        3.6265,
        (0.2852, 0.0881, -0.3733),
    ),
    "fast": (
        "model.onnx",
        "7e18166ebe1ca87728e5c32b7ba4b9087a462a0bd283b82ca252ed141bd81109",
        2.0952,
        (0.3427, 0.0753, -0.4180),
    ),
}
"""File, its sha256, temperature and bias. They change with every model that is shipped."""
MOST = {"accurate": 16_000_000, "fast": 30_000_000}
"""Bytes."""

CASES = (
    ("The club won the cup in 2019.", "The club won the cup in 2019.", "supports"),
    ("The club won the cup in 2019.", "The club lost the 2019 final.", "refutes"),
    ("The museum has more than 900 paintings.", "There are 1,200 paintings in it.", "supports"),
    ("The museum has fewer than 900 paintings.", "There are 1,200 paintings in it.", "refutes"),
    ("Ana Silva is the minister of health.", "Ana Silva, health minister, resigned.", "supports"),
    ("The museum has 900 paintings.", "The harbour was closed on Tuesday by a storm.", "neutral"),
)


def folder(tier: str) -> Path:
    return Path(str(files("verify.models") / f"stance_{tier}"))


def manifest(tier: str) -> StanceManifest:
    return read_manifest(folder(tier) / "manifest.json", "none")


@pytest.fixture(scope="module", params=sorted(PINS))
def tier(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def model(tier: str) -> StanceModel:
    return load_stance(tier)


def test_what_is_shipped_is_pinned(tier: str) -> None:
    file, sha256, temperature, bias = PINS[tier]
    content = (folder(tier) / file).read_bytes()
    assert hashlib.sha256(content).hexdigest() == sha256 == manifest(tier).weights_sha256
    assert len(content) <= MOST[tier]
    assert manifest(tier).labels == ("supports", "refutes", "neutral")
    assert manifest(tier).temperature == pytest.approx(temperature, abs=5e-4)
    assert manifest(tier).bias == pytest.approx(bias, abs=5e-4)
    assert (manifest(tier).tier, manifest(tier).marks) == (tier, MARKS)


def test_the_accurate_one_belongs_to_the_official_weights() -> None:
    assert manifest("accurate").base_sha256 == MPNET


def test_the_manifest_says_what_it_was_trained_on(tier: str) -> None:
    stages = manifest(tier).training["stages"]
    assert all(stage["pairs"] > 0 for stage in stages)
    sources = {source for stage in stages for source in stage["rows"]}
    assert any(source.startswith("synthetic ") for source in sources)
    measured_on = {"vitaminc", "fool_me_twice", "fever_symmetric", "climate_fever", "healthver"}
    assert not sources & measured_on


def test_it_says_what_the_original_in_torch_says(tier: str, model: StanceModel) -> None:
    golden = manifest(tier).golden
    assert len(golden) >= 10
    answers = model.classify([Pair(one.claim, one.evidence, one.title) for one in golden])
    strays = []
    for one, answer in zip(golden, answers, strict=True):
        assert answer is not None
        got = [getattr(answer, label) for label in manifest(tier).labels]
        strays.append(max(abs(a - b) for a, b in zip(got, one.probabilities, strict=True)))
    assert sum(strays) / len(strays) < 0.03
    assert max(strays) < 0.1


@pytest.mark.parametrize(("claim", "evidence", "label"), CASES)
def test_what_anyone_would_say(model: StanceModel, claim: str, evidence: str, label: str) -> None:
    (answer,) = model.classify([Pair(claim, evidence)])
    assert answer is not None
    assert answer.stance.label.value == label
