"""The fast stance model and its manifest, from a folder like the one in the package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.models.conftest import Python
from tests.models.stance_weights import sha256, write_fast
from verify.errors import ModelError
from verify.models import NoStanceModel, Pair, load_stance
from verify.models.fast import load_fast

PAIR = Pair("It opened in 1998.", "It was opened in 1998.")


def test_it_loads_and_answers_without_torch_or_onnx(python: Python, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from verify.models import Pair;"
        "from verify.models.fast import load_fast;"
        "print(load_fast(folder=Path(sys.argv[1])).classify([Pair('It rained.', 'It rained.')]));"
        "print(*sys.modules)"
    )
    answer, modules = python(code, write_fast(tmp_path / "fast")).splitlines()
    assert "Probabilities(supports=" in answer
    assert not set(modules.split()) & {"torch", "transformers", "sentence_transformers", "onnx"}


@pytest.mark.parametrize("name", ["model.onnx", "manifest.json"])
def test_a_missing_file_is_an_error_with_a_remedy(tmp_path: Path, name: str) -> None:
    (write_fast(tmp_path / "fast") / name).unlink()
    with pytest.raises(ModelError, match=f"{name} cannot be read: No such file") as caught:
        load_fast(folder=tmp_path / "fast")
    assert "pip install" in caught.value.remedy


def test_a_damaged_model_is_refused_and_both_hashes_named(tmp_path: Path) -> None:
    path = write_fast(tmp_path / "fast") / "model.onnx"
    content = bytearray(path.read_bytes())
    expected = sha256(bytes(content))
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        load_fast(folder=tmp_path / "fast")
    assert sha256(bytes(content)) in caught.value.problem
    assert expected in caught.value.problem


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"labels": ["entailment", "neutral", "contradiction"]}, "entailment, neutral"),
        ({"labels": ["supports", "supports", "neutral"]}, "supports, supports, neutral"),
        ({"labels": ["supports", "refutes"]}, "no manifest of a stance model"),
        ({"temperature": 0}, "greater than 0"),
        ({"marks": 9}, "9 marks; this version gives 15"),
        ({"tokenizer_sha256": "abc"}, "for the tokenizer abc"),
        ({"unheard": "of"}, "unheard"),
        ({"max_tokens": 100_000}, "less than or equal to 512"),
    ],
)
def test_a_manifest_of_another_kind_is_refused(
    tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    with pytest.raises(ModelError, match=message):
        load_fast(folder=write_fast(tmp_path / "fast", **changes))


def test_a_manifest_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (write_fast(tmp_path / "fast") / "manifest.json").write_text("{")
    with pytest.raises(ModelError, match="no manifest of a stance model"):
        load_fast(folder=tmp_path / "fast")


def test_other_calibration_gives_other_probabilities(tmp_path: Path) -> None:
    plain = load_fast(folder=write_fast(tmp_path / "plain")).classify([PAIR])[0]
    biased = load_fast(folder=write_fast(tmp_path / "biased", bias=[3, 0, 0])).classify([PAIR])[0]
    assert plain
    assert biased
    assert biased.supports > plain.supports


def test_none_is_a_stance_model_too() -> None:
    assert isinstance(load_stance("none"), NoStanceModel)
