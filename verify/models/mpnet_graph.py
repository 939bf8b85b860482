"""MPNet as an ONNX graph that reads pairs, straight from its safetensors weights.

It differs from BERT in that attention is shifted by how far two tokens stand apart, the same in
every layer, and in that its first position is the third row of the table.

Input    ids, marks   int32 (1, tokens)
Output   logits       float32 (1, 3)
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from verify.models.cache import Precision
from verify.models.graph import Floats, Graph, Weights
from verify.models.stance_graph import LayerNames, embedded_pair, layer, new_graph, read_out

EPSILON = 1e-5
FIRST_POSITION = 2
FARTHEST = 128
"""Tokens at least so far apart share the last bucket of their direction."""


def mpnet_stance_graph(weights: Weights, *, precision: Precision) -> bytes:
    """The serialised ONNX model of an MPNet cross-encoder; `stance_graph` says of which weights."""
    graph = new_graph(weights, epsilon=EPSILON, precision=precision)
    hidden = embedded_pair(graph, first_position=FIRST_POSITION)
    shift = _shift(graph)
    heads = weights["encoder.relative_attention_bias.weight"].shape[1]
    layers = sum(name.endswith("attention.attn.q.weight") for name in weights)
    for number in range(layers):
        names = _names(f"encoder.layer.{number}")
        hidden = layer(graph, hidden, names, heads, shift, last=number == layers - 1)
    return read_out(graph, hidden)


def _names(place: str) -> LayerNames:
    return LayerNames(
        query=f"{place}.attention.attn.q",
        key=f"{place}.attention.attn.k",
        value=f"{place}.attention.attn.v",
        attended=f"{place}.attention.attn.o",
        attended_norm=f"{place}.attention.LayerNorm",
        wide=f"{place}.intermediate.dense",
        narrow=f"{place}.output.dense",
        narrow_norm=f"{place}.output.LayerNorm",
    )


def _shift(graph: Graph) -> str:
    """What is added to the attention of token i to token j: (1, heads, tokens, tokens)."""
    longest = graph.weights["embeddings.position_embeddings.weight"].shape[0] - FIRST_POSITION
    table = graph.weights["encoder.relative_attention_bias.weight"]
    distances = np.arange(1 - longest, longest)
    by_distance: Floats = table[buckets(distances, len(table))].T[np.newaxis]
    (tokens,) = graph.add("Squeeze", "tokens")
    scalars = [graph.constant(f"scalar_{value}", np.array(value)) for value in (0, 1)]
    (places,) = graph.add("Range", scalars[0], tokens, scalars[1])
    (rows,) = graph.add("Unsqueeze", places, "one")
    (apart,) = graph.add("Sub", places, rows)  # j - i
    (numbers,) = graph.add("Add", apart, graph.constant("farthest_back", np.array(longest - 1)))
    return graph.add("Gather", graph.constant("shifts", by_distance), numbers, axis=2)[0]


def buckets(distances: npt.NDArray[np.int64], count: int) -> npt.NDArray[np.int64]:
    """The bucket of each distance `j - i` of two tokens, as MPNet was trained with.

    Half of the buckets are for tokens that come after; in each half the first half has one bucket
    for each distance, and the rest grow with the distance.
    """
    half = count // 2
    exact = half // 2
    away = np.abs(distances)
    # In float32 as in training, so that distances on a border fall to the same side.
    ratio = np.log(np.maximum(away, 1).astype(np.float32) / np.float32(exact))
    grown = ratio / np.float32(np.log(FARTHEST / exact)) * np.float32(half - exact)
    wide = np.minimum(exact + grown.astype(np.int64), half - 1)
    return np.where(distances > 0, half, 0) + np.where(away < exact, away, wide)
