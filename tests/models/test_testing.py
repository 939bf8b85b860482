"""The fakes that ship with the library are true to the protocols."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.models import Embedder, NoStanceModel, Pair, Reranker, StanceModel
from verify.records import Probabilities, Stance, StanceLabel
from verify.testing import FixedStance, HashingEmbedder, SharedWords


def test_the_hashing_embedder_is_an_embedder() -> None:
    assert isinstance(HashingEmbedder(), Embedder)
    assert HashingEmbedder(64).fingerprint != HashingEmbedder(128).fingerprint
    assert HashingEmbedder(64).encode([]).shape == (0, 64)


@given(st.lists(st.text()))
def test_every_text_has_a_unit_vector(texts: list[str]) -> None:
    vectors = HashingEmbedder(32).encode(texts)
    assert vectors.shape == (len(texts), 32)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_shared_words_are_a_reranker() -> None:
    assert isinstance(SharedWords(), Reranker)
    found = SharedWords().likeness("Ten members", ["It has ten members.", "Ten!", "None."])
    assert found == pytest.approx((1, 0.5, 0))
    assert SharedWords().likeness("?!", ["Ten."]) == (0,)


def test_texts_that_share_words_lie_nearer() -> None:
    vectors = HashingEmbedder().encode(
        [
            "Norway's capital is Oslo.",
            "Oslo is the capital of Norway.",
            "The harvest failed twice in the south.",
        ]
    )
    likeness = vectors @ vectors.T
    assert likeness[0, 1] > 0.3 > abs(likeness[0, 2])


def test_vectors_are_the_same_in_every_process() -> None:
    code = (
        "from verify.testing import HashingEmbedder;"
        "print(HashingEmbedder(8).encode(['Oslo is in Norway']).tobytes().hex())"
    )
    printed = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]


def test_stance_models_answer_every_pair() -> None:
    pairs = [Pair("a claim", text) for text in ("one", "two", "three")]
    refutes = Probabilities(supports=0.05, refutes=0.9, neutral=0.05)
    fixed = FixedStance({"two": refutes})
    assert isinstance(fixed, StanceModel)
    assert isinstance(NoStanceModel(), StanceModel)
    assert fixed.classify(pairs) == (None, refutes, None)
    assert refutes.stance == Stance(label=StanceLabel.REFUTES, probability=0.9)
    assert NoStanceModel().classify(pairs) == (None, None, None)
    assert NoStanceModel().name == "none"
