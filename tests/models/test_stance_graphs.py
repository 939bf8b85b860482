"""The graphs written by hand give what transformers gives for the same weights."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import pytest
from safetensors.numpy import load_file

from tests.models.conftest import Python
from tests.models.stance_weights import BERT, MPNET, base_weights, ends
from verify.models.bert_graph import bert_stance_graph
from verify.models.cache import Precision
from verify.models.graph import Floats
from verify.models.mpnet_graph import buckets, mpnet_stance_graph
from verify.models.onnx_stance import RECIPE
from verify.models.session import session

# As wide as a real network: where a token has few numbers, its largest ones meet the largest
# weights often enough that, on a processor without VNNI, sums overflow (see FINE_WEIGHT_STEPS).
ORIGINALS = """
import sys
from pathlib import Path
import torch
from safetensors.torch import save_file
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel
from transformers.models.mpnet.modeling_mpnet import MPNetEncoder

torch.manual_seed(5)
out = Path(sys.argv[1])
shape = dict(vocab_size=300, hidden_size=384, num_hidden_layers=3, num_attention_heads=4,
             intermediate_size=768, initializer_range=0.07)
models = {
    "bert": BertModel(BertConfig(**shape, max_position_embeddings=200), add_pooling_layer=False),
    "mpnet": MPNetModel(MPNetConfig(**shape, max_position_embeddings=202), add_pooling_layer=False),
}
lengths = [200, 1, 2, 7, 64, 131]
ids, marks = torch.randint(5, 300, (6, 200)), torch.randint(0, 15, (6, 200))
mask = torch.arange(200)[None] < torch.tensor(lengths)[:, None]
for name, encoder in models.items():
    encoder.eval()
    for norm in encoder.modules():
        if isinstance(norm, torch.nn.LayerNorm):
            torch.nn.init.normal_(norm.weight, 1, 0.2)
            torch.nn.init.normal_(norm.bias, 0, 0.2)
    table = 0.1 * torch.randn(15, 384)
    dense, head = torch.nn.Linear(384, 384), torch.nn.Linear(384, 3)
    with torch.inference_mode():
        words = encoder.get_input_embeddings()(ids) + table[marks]
        states = encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        logits = head(torch.tanh(dense(states[:, 0])))
    extra = {"marks.weight": table,
             "head.dense.weight": dense.weight, "head.dense.bias": dense.bias,
             "head.out.weight": head.weight, "head.out.bias": head.bias}
    save_file({**encoder.state_dict(), **extra}, out / f"{name}.safetensors")
    save_file({"ids": ids.int(), "marks": marks.int(), "lengths": torch.tensor(lengths),
               "logits": logits}, out / f"{name}-cases.safetensors")
apart = torch.arange(-520, 521)
save_file({"apart": apart, "bucket": MPNetEncoder.relative_position_bucket(apart)},
          out / "buckets.safetensors")
"""
WRITERS = {
    "bert": lambda weights, precision: bert_stance_graph(
        weights, layers=3, heads=4, precision=precision
    ),
    "mpnet": lambda weights, precision: mpnet_stance_graph(weights, precision=precision),
}


@pytest.fixture(scope="module")
def originals(python: Python, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("originals")
    python(ORIGINALS, folder)
    return folder


def strays(originals: Path, kind: str, precision: Precision) -> tuple[Floats, Mapping[str, Floats]]:
    """How far each case's logits are from the original's, which read them in one padded batch."""
    weights = load_file(originals / f"{kind}.safetensors")
    cases = load_file(originals / f"{kind}-cases.safetensors")
    run = session(WRITERS[kind](weights, precision), kind)
    found = [
        run.run(
            ["logits"], {name: cases[name][row : row + 1, :length] for name in ("ids", "marks")}
        )
        for row, length in enumerate(cases["lengths"])
    ]
    return np.abs(np.array(found)[:, 0, 0] - cases["logits"]).max(axis=1), cases


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
def test_fp32_equals_transformers(originals: Path, kind: str) -> None:
    apart, cases = strays(originals, kind, "fp32")
    assert np.ptp(cases["logits"], axis=0).min() > 0.1  # the cases differ from one another
    assert apart.max() < 1e-4, dict(zip(cases["lengths"].tolist(), apart, strict=True))


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
def test_int8_stays_close(originals: Path, kind: str) -> None:
    apart, cases = strays(originals, kind, "int8")
    assert 0 < apart.max() < 0.1 * np.abs(cases["logits"]).max(), apart


def test_distances_fall_into_the_buckets_of_training(originals: Path) -> None:
    expected = load_file(originals / "buckets.safetensors")
    assert np.array_equal(buckets(expected["apart"], 32), expected["bucket"])
    assert len(set(expected["bucket"].tolist())) == 31  # bucket 16, "0 after", stays empty


RECIPES = {(2, "bert"): "a8692bb5b0884f0e", (2, "mpnet"): "b29c821cdf7e34d7"}


@pytest.mark.parametrize("kind", ["bert", "mpnet"])
def test_a_changed_graph_has_a_recipe_of_its_own(kind: str) -> None:
    """If this fails, raise RECIPE, so that a model made before is not taken for the new one."""
    base = base_weights(BERT) if kind == "bert" else base_weights(MPNET, positions=514)
    weights = base | ends()
    model = (
        bert_stance_graph(weights, layers=2, heads=2, precision="int8")
        if kind == "bert"
        else mpnet_stance_graph(weights, precision="int8")
    )
    digest = hashlib.sha256()
    graph = onnx.load_from_string(model).graph
    for node in graph.node:
        digest.update(node.SerializeToString(deterministic=True))
    for constant in graph.initializer:
        digest.update(f"{constant.name} {list(constant.dims)}".encode() + constant.raw_data)
    assert RECIPES[RECIPE, kind] == digest.hexdigest()[:16]
