"""Other cross-encoders, by sentence-transformers, in a process of their own: torch warns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.models.conftest import Python

NAMED = """
import json, sys
from pathlib import Path
import torch
from tokenizers import Tokenizer
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast
from sentence_transformers import CrossEncoder
from verify.errors import ModelError
from verify.models import Pair, StanceModel, load_stance
from verify.models.bundled import bundled_tokenizer

folder = Path(sys.argv[1])
nli = {0: "CONTRADICTION", 1: "neutral", 2: "entailment"}

def made(name, labels):
    torch.manual_seed(7)
    place = str(folder / name)
    config = BertConfig(hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
                        intermediate_size=32, max_position_embeddings=64, initializer_range=0.5,
                        id2label=labels, label2id={v: k for k, v in labels.items()})
    BertForSequenceClassification(config).save_pretrained(place)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=Tokenizer.from_str(bundled_tokenizer().decode()), model_max_length=64,
        unk_token="[UNK]", sep_token="[SEP]", pad_token="[PAD]", cls_token="[CLS]",
        mask_token="[MASK]")
    fast.save_pretrained(place)
    return place

def refused(*arguments, **options):
    try:
        load_stance(*arguments, **options)
    except ModelError as error:
        return str(error)

place = made("nli", nli)
unclear = made("unclear", {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"})
stance = load_stance(place)
pairs = [Pair("It opened in 1998.", "It was opened in 1998.", "The bridge"),
         Pair("It rained.", ""),
         Pair("It rained.", "Rivers rose and people left their homes. " * 20),
         Pair("It snowed.", "It was opened in 1998.")]
seen = []
answers = stance.classify(pairs * 2, lambda done, total: seen.append((done, total)))
direct = CrossEncoder(place, device="cpu").predict(
    [("The bridge: It was opened in 1998.", "It opened in 1998.")], apply_softmax=True)[0]
first = answers[0]
declared = load_stance(unclear, labels=("refutes", "neutral", "supports"))
print(json.dumps({
    "is stance model": isinstance(stance, StanceModel),
    "name": stance.name == place,
    "none": [answer is None for answer in answers],
    "twice": answers[:4] == answers[4:],
    "seen": seen,
    "same": bool(max(abs(first.refutes - direct[0]), abs(first.neutral - direct[1]),
                abs(first.supports - direct[2])) < 1e-5),
    "declared": declared.classify(pairs)[0] == first,
    "of another order": load_stance(unclear, labels=("supports", "neutral", "refutes")).fingerprint
                        != declared.fingerprint,
    "alone": abs(stance.classify(pairs[3:])[0].supports - answers[3].supports) < 1e-5,
    "errors": {
        "unclear": refused(unclear),
        "twice the same": refused(place, labels=("supports", "supports", "neutral")),
        "two words": refused(place, labels=("supports", "refutes")),
        "two outputs": refused(made("two", {0: "entailment", 1: "not_entailment"})),
        "missing": refused("nobody/has-this-model"),
    },
}))
"""


@pytest.fixture(scope="module")
def result(python: Python, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder: Path = tmp_path_factory.mktemp("cross-encoders")
    found: dict[str, Any] = json.loads(python(NAMED, folder).splitlines()[-1])
    return found


def test_a_named_cross_encoder_runs_through_sentence_transformers(result: dict[str, Any]) -> None:
    assert {name: value for name, value in result.items() if name != "errors"} == {
        "is stance model": True,
        "name": True,
        "none": [False, True, False, False] * 2,
        "twice": True,
        "seen": [[4, 4]],
        "same": True,
        "declared": True,
        "of another order": True,
        "alone": True,
    }


@pytest.mark.parametrize(
    ("case", "message"),
    [
        ("unclear", "LABEL_0, LABEL_1, LABEL_2"),
        ("unclear", "labels=('refutes', 'neutral', 'supports')"),
        ("twice the same", "supports, supports, neutral"),
        ("two words", "do not say what they mean: supports, refutes."),
        ("two outputs", "has 2 output(s): entailment, not_entailment."),
        ("missing", "'nobody/has-this-model' cannot be loaded"),
        ("missing", "hf download nobody/has-this-model"),
    ],
)
def test_what_a_named_model_must_say_is_said(
    result: dict[str, Any], case: str, message: str
) -> None:
    assert message in result["errors"][case]
