"""What a cross-encoder's session makes of pairs."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer

from tests.models.stance_weights import fast_model, manifest
from verify.errors import ModelError
from verify.models import Pair, StanceModel
from verify.models.bundled import bundled_tokenizer
from verify.models.likelihood import most_telling, softmax
from verify.models.onnx_stance import OnnxStance
from verify.models.windows import readings
from verify.records import Probabilities

MODEL = fast_model()
TOKENIZER = bundled_tokenizer()
PAIRS = [
    Pair("The bridge opened in 1998.", "It was opened in 1998 after nine years.", "The bridge"),
    Pair("Ten ministers came.", "Eleven ministers came to Qingdao."),
    Pair("Nobody came.", "???"),
    Pair("It rained.", "It did not rain. " * 30),
    Pair("It rained.", "No."),
]


def model(**changes: Any) -> OnnxStance:
    return OnnxStance(MODEL, TOKENIZER, manifest(MODEL, TOKENIZER, **changes), threads=2)


def shares(one: Probabilities | None) -> list[float]:
    assert one
    return [one.supports, one.refutes, one.neutral]


def test_it_is_a_stance_model_whose_probabilities_sum_to_one() -> None:
    stance = model()
    answers = stance.classify(PAIRS)
    assert isinstance(stance, StanceModel)
    assert stance.name == "tiny"
    assert [answer is None for answer in answers] == [False, False, True, False, False]
    assert all(sum(shares(one)) == pytest.approx(1) for one in answers if one)
    assert len({shares(one)[0] for one in answers if one}) == 4
    assert stance.classify([]) == ()


def test_the_models_own_signs_are_text_where_a_passage_has_them() -> None:
    stance = model()
    ids = stance.tokenizer.encode("It rained. [SEP] It rained. [PAD]", "[CLS] It rained.").ids
    signs = stance.tokenizer.get_vocab()
    assert [ids.count(signs[sign]) for sign in ("[CLS]", "[SEP]", "[PAD]")] == [1, 2, 0]


def test_a_pair_does_not_depend_on_its_neighbours() -> None:
    stance = model()
    together = stance.classify(PAIRS)
    assert [stance.classify([pair])[0] for pair in PAIRS] == list(together)
    assert stance.classify(PAIRS[::-1]) == together[::-1]


def test_a_pair_asked_twice_is_read_once() -> None:
    seen: list[tuple[int, int]] = []
    answers = model().classify(PAIRS * 3, lambda done, total: seen.append((done, total)))
    assert answers == model().classify(PAIRS) * 3
    assert seen == [(done, 5) for done in range(1, 6)]


def test_title_and_marks_reach_the_model() -> None:
    title, plain, other = model().classify(
        [
            PAIRS[0],
            PAIRS[0]._replace(title=""),
            # Other tokens only in the claim: those of the evidence change in their marks alone.
            PAIRS[0]._replace(claim="A tower fell in 1850."),
        ]
    )
    assert len({shares(one)[0] for one in (title, plain, other)}) == 3


def test_the_window_that_says_most_decides() -> None:
    text = " ".join(f"River number {n} is long and wide, and deep as well." for n in range(8))
    found = model().classify([Pair("It is deep.", text)])[0]
    tokenizer = Tokenizer.from_buffer(TOKENIZER)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    windows = readings(tokenizer, Pair("It is deep.", text), 48)
    answers = [one for one in model().classify(windows) if one]
    assert len(answers) == len(windows) > 2
    assert found == min(answers, key=lambda one: one.neutral)
    assert found != max(answers, key=lambda one: one.neutral)


def test_the_manifest_calibrates() -> None:
    plain = np.log(shares(model().classify(PAIRS[:1])[0]))
    raised = np.exp(plain / 2 + [0.5, 0, -1])
    expected = raised / raised.sum()
    calibrated = model(temperature=2.0, bias=(0.5, 0.0, -1.0)).classify(PAIRS[:1])[0]
    assert shares(calibrated) == pytest.approx(expected.tolist(), abs=1e-6)


def test_another_order_of_labels_is_mapped_by_name() -> None:
    plain = model().classify(PAIRS[:1])[0]
    other = model(labels=("neutral", "supports", "refutes")).classify(PAIRS[:1])[0]
    assert plain
    assert other == Probabilities(
        neutral=plain.supports, supports=plain.refutes, refutes=plain.neutral
    )


def test_the_fingerprint_changes_with_what_changes_probabilities() -> None:
    same = model(name="other", training={"rows": 3})
    changes: list[dict[str, Any]] = [
        {"temperature": 2.0},
        {"bias": (0.1, 0.0, 0.0)},
        {"max_tokens": 64},
        {"labels": ("refutes", "supports", "neutral")},
        {"weights_sha256": "0"},
    ]
    assert same.fingerprint == model().fingerprint
    assert len({model(**change).fingerprint for change in [{}, *changes]}) == 6


def test_softmax_of_large_logits_stays_finite() -> None:
    found = softmax(
        np.array([1000, 999, -1000], dtype=np.float32), ("refutes", "neutral", "supports")
    )
    assert found.refutes == pytest.approx(math.e / (math.e + 1))
    assert found.supports == 0


def test_of_no_windows_nothing_is_said() -> None:
    assert most_telling([]) is None


def test_bytes_that_are_no_model_are_an_error() -> None:
    with pytest.raises(ModelError, match="cannot load the model tiny"):
        OnnxStance(b"no model", TOKENIZER, manifest(b"", TOKENIZER))
