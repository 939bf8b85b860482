"""Late interaction: as arithmetic, and with the bundled weights."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import numpy as np
import onnx
import pytest
from safetensors.numpy import load

from verify.models import Embedder, Reranker, load_reranker
from verify.models.bert_graph import bert_token_graph
from verify.models.bundled import WEIGHTS_SHA256, bundled_weights
from verify.models.bundled_reranker import RECIPE, LateInteraction
from verify.models.late_interaction import Pieces, likeness, rarity

AXES = np.eye(4, dtype=np.float32)


def pieces(*ids: int) -> Pieces:
    """Pieces that are alike where their number is the same, and not at all elsewhere."""
    return Pieces(np.array(ids, dtype=np.int32), AXES[list(ids)].reshape(-1, 4))


# --- the arithmetic ---------------------------------------------------------------------------


def test_each_piece_counts_as_much_as_the_one_most_like_it() -> None:
    text = Pieces(np.array([7, 8], dtype=np.int32), np.array([[0.6, 0.8, 0, 0], [0, 1, 0, 0]]))
    assert likeness(pieces(0), [text]) == pytest.approx((0.6,))


def test_a_piece_counts_by_how_few_have_it() -> None:
    texts = [pieces(0), pieces(0, 1), pieces(0, 2)]
    found = likeness(pieces(0, 1), texts)
    everywhere, once = math.log(1 + 3 / 4), math.log(1 + 3 / 2)
    assert found == pytest.approx(
        (everywhere / (everywhere + once), 1, everywhere / (everywhere + once))
    )
    assert rarity(pieces(0, 1).ids, [text.ids for text in texts]).sum() == pytest.approx(1)


def test_the_order_of_texts_and_pieces_is_nothing() -> None:
    texts = [pieces(0, 1), pieces(2), pieces(1, 3)]
    found = likeness(pieces(0, 1, 3), texts)
    assert likeness(pieces(3, 0, 1), texts[::-1]) == pytest.approx(found[::-1])


def test_nothing_says_nothing() -> None:
    assert likeness(pieces(), [pieces(1)]) == (0,)
    assert likeness(pieces(1), [pieces()]) == (0,)
    assert likeness(pieces(1), []) == ()


# --- the bundled weights ----------------------------------------------------------------------

real = pytest.mark.real_model


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reranker")


@pytest.fixture(scope="module")
def reranker(kept: Path) -> LateInteraction:
    found = load_reranker(cache_dir=kept)
    assert isinstance(found, LateInteraction)
    return found


@real
@pytest.mark.usefixtures("reranker")
def test_it_is_made_once(kept: Path) -> None:
    said: list[str] = []
    assert isinstance(load_reranker(cache_dir=kept, announce=said.append), Reranker)
    assert said == []


@real
def test_it_reads_as_the_embedder_does(reranker: LateInteraction, int8: Embedder) -> None:
    texts = ["The bloc has ten members.", "Rain.", "", "word " * 400]
    assert reranker.means(texts) == pytest.approx(int8.encode(texts), abs=1e-5)


@real
def test_what_says_it_stands_above_what_is_about_it(reranker: LateInteraction) -> None:
    claim = "The harbour was closed for three days by a strike."
    texts = [
        "The harbour is the largest of the country, and was built by a French company.",
        "A walkout of dockers shut the port for three days.",
        "Unions have announced another strike in the schools of the capital.",
    ]
    about, says, other = reranker.likeness(claim, texts)
    assert says > about > 0
    assert says > other > 0
    assert reranker.likeness(claim, [claim]) == pytest.approx((1,), abs=1e-3)


@real
def test_any_text_can_be_read(reranker: LateInteraction) -> None:
    found = reranker.likeness("上合组织 \x00 🙂", ["", "🙂", "x" * 5000, "\n"])
    assert len(found) == 4
    assert all(math.isfinite(one) for one in found)


RECIPES = {1: "b294ef493c49a5db"}


@real
def test_a_changed_graph_has_a_recipe_of_its_own() -> None:
    """If this fails, raise RECIPE, so that a model made before is not taken for the new one."""
    weights = load(bundled_weights())
    graph = onnx.load_from_string(
        bert_token_graph(weights, layers=6, heads=12, precision="int8")
    ).graph
    digest = hashlib.sha256(WEIGHTS_SHA256.encode())
    for node in graph.node:
        digest.update(node.SerializeToString(deterministic=True))
    assert RECIPES[RECIPE] == digest.hexdigest()[:16]
