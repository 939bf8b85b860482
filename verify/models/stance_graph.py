"""The parts of a cross-encoder's graph that are the same for every kind of encoder.

Beside those of its encoder, a cross-encoder has the weights `marks.weight` (marks, width),
`head.dense.weight` (width, width), `head.dense.bias`, `head.out.weight` (labels, width) and
`head.out.bias`.

Input    ids, marks   int32 (1, tokens), as `pairs.encode` gives them
Output   logits       float32 (1, labels)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from verify.models.cache import Precision
from verify.models.graph import OWN, FineInt8Graph, Graph, Weights


def new_graph(weights: Weights, *, epsilon: float, precision: Precision) -> Graph:
    """An empty graph over these weights; `epsilon` is that of every layer normalisation."""
    return (FineInt8Graph if precision == "int8" else Graph)(weights, epsilon)


def embedded_pair(graph: Graph, *, first_position: int = 0) -> str:
    """Word, position and mark of each token added up and normalised: (1, tokens, width)."""
    place = "embeddings"
    words = graph.rows(f"{place}.word_embeddings.weight", "ids")
    (marks,) = graph.add("Gather", graph.weight("marks.weight"), "marks")
    (marked,) = graph.add("Add", words, marks)
    table = graph.weights[f"{place}.position_embeddings.weight"][first_position:]
    if (segments := graph.weights.get(f"{place}.token_type_embeddings.weight")) is not None:
        table = (
            table + segments[0]
        )  # the marks tell the two sides apart, so segment 0 is everywhere
    zero, one, two = (
        graph.constant(name, np.array([value])) for value, name in enumerate(("zero", "one", "two"))
    )
    (shape,) = graph.add("Shape", "ids")
    (tokens,) = graph.add("Slice", shape, one, two, outputs=["tokens"])
    positions = graph.constant(f"{place}.positions", table)
    (positions,) = graph.add("Slice", positions, zero, tokens, zero)
    return graph.normalised(marked, positions, f"{place}.LayerNorm")


class LayerNames(NamedTuple):
    """Where an encoder keeps the weights of one layer."""

    query: str
    key: str
    value: str
    attended: str
    attended_norm: str
    wide: str
    narrow: str
    narrow_norm: str


def layer(
    graph: Graph, hidden: str, names: LayerNames, heads: int, shift: str = "", *, last: bool
) -> str:
    """One layer of the encoder; `shift` (1, heads, tokens, tokens) is added to its attention.

    The head reads the first token's vector alone, so the `last` layer makes no other: (1, 1,
    width). That spares most of the layer's work.
    """
    if last:
        both = graph.product(hidden, f"{names.key}+value", *graph.layer(names.key, names.value))
        (hidden,) = graph.add("Slice", hidden, "zero", "one", "one")
        parts = [graph.linear(hidden, names.query), *_split(graph, both, 2)]
        if shift:
            (shift,) = graph.add("Slice", shift, "zero", "one", "two")
    else:
        three = graph.layer(names.query, names.key, names.value)
        parts = _split(graph, graph.product(hidden, f"{names.query}+key+value", *three), 3)
    (attended,) = graph.add(
        "MultiHeadAttention", *parts, "", "", shift, domain=OWN, num_heads=heads
    )
    attended = graph.linear(attended, names.attended)
    hidden = graph.normalised(attended, hidden, names.attended_norm)
    (wide,) = graph.add("Gelu", graph.linear(hidden, names.wide))
    return graph.normalised(graph.linear(wide, names.narrow), hidden, names.narrow_norm)


def _split(graph: Graph, joined: str, count: int) -> list[str]:
    names = [f"{joined}_{number}" for number in range(count)]
    return graph.add("Split", joined, outputs=names, axis=2, num_outputs=count)


def read_out(graph: Graph, first: str) -> bytes:
    """The model's bytes, once the head has read the first token's vector (1, 1, width)."""
    (vector,) = graph.add("Flatten", first)
    # Exact in every precision: two small products, and the answer hangs on them.
    dense = [graph.weight(f"head.dense.{part}") for part in ("weight", "bias")]
    (inner,) = graph.add("Gemm", vector, *dense, transB=1)
    (inner,) = graph.add("Tanh", inner)
    out = [graph.weight(f"head.out.{part}") for part in ("weight", "bias")]
    graph.add("Gemm", inner, *out, outputs=["logits"], transB=1)
    labels = graph.weights["head.out.bias"].shape[0]
    return graph.serialised("stance", inputs=("ids", "marks"), output="logits", width=labels)
