"""BERT as an ONNX graph, straight from its safetensors weights: a sentence encoder, a reader of
tokens, a judge of sentences, and a reader of pairs.

Sentence encoder
    Input    ids      int32 (1, tokens)
    Output   vector   float32 (1, width), the mean of the token vectors, scaled to length 1
Reader of tokens
    Input    ids      int32 (1, tokens)
    Output   vectors  float32 (1, tokens, width), as the encoder takes the mean of them
Judge of sentences
    Input    ids      int32 (1, tokens)
    Output   logit    float32 (1, 1), of the mean of the token vectors
Reader of pairs
    Input    ids, marks   int32 (1, tokens)
    Output   logits       float32 (1, 3)
"""

from __future__ import annotations

import numpy as np

from verify.models.cache import Precision
from verify.models.graph import OWN, Graph, Int8Graph, Weights
from verify.models.stance_graph import LayerNames, embedded_pair, layer, new_graph, read_out

EPSILON = 1e-12


def bert_graph(weights: Weights, *, layers: int, heads: int, precision: Precision) -> bytes:
    """The serialised ONNX model of a BERT encoder with mean pooling."""
    graph, mean = _mean(weights, layers, heads, precision)
    graph.add("LpNormalization", mean, outputs=["vector"], axis=-1, p=2)
    width = weights["embeddings.LayerNorm.bias"].shape[0]
    return graph.serialised("sentence_encoder", inputs=("ids",), output="vector", width=width)


def bert_token_graph(weights: Weights, *, layers: int, heads: int, precision: Precision) -> bytes:
    """The serialised ONNX model of a BERT that gives every token's vector."""
    graph, hidden = _read(weights, layers, heads, precision)
    graph.add("Identity", hidden, outputs=["vectors"])
    width = weights["embeddings.LayerNorm.bias"].shape[0]
    return graph.serialised(
        "token_reader", inputs=("ids",), output="vectors", width=width, each=("tokens",)
    )


def bert_judge_graph(weights: Weights, *, layers: int, heads: int, precision: Precision) -> bytes:
    """The serialised ONNX model of a BERT that answers one question about a sentence.

    Its head has the weights `head.dense` (width, width) and `head.out` (1, width).
    """
    graph, mean = _mean(weights, layers, heads, precision)
    # Exact in every precision: two small products, and the answer hangs on them.
    dense, out = (
        [graph.weight(f"head.{place}.{part}") for part in ("weight", "bias")]
        for place in ("dense", "out")
    )
    (inner,) = graph.add("Gemm", mean, *dense, transB=1)
    (inner,) = graph.add("Tanh", inner)
    graph.add("Gemm", inner, *out, outputs=["logit"], transB=1)
    return graph.serialised("sentence_judge", inputs=("ids",), output="logit", width=1)


def bert_stance_graph(weights: Weights, *, layers: int, heads: int, precision: Precision) -> bytes:
    """The serialised ONNX model of a BERT cross-encoder; `stance_graph` says of which weights."""
    graph = new_graph(weights, epsilon=EPSILON, precision=precision)
    hidden = embedded_pair(graph)
    for number in range(layers):
        names = _names(f"encoder.layer.{number}")
        hidden = layer(graph, hidden, names, heads, last=number == layers - 1)
    return read_out(graph, hidden)


def _read(weights: Weights, layers: int, heads: int, precision: Precision) -> tuple[Graph, str]:
    """A graph that has read a text, and its token vectors (1, tokens, width)."""
    graph = (Int8Graph if precision == "int8" else Graph)(weights, EPSILON)
    hidden = _embedded_text(graph)
    for number in range(layers):
        hidden = _layer(graph, hidden, f"encoder.layer.{number}", heads)
    return graph, hidden


def _mean(weights: Weights, layers: int, heads: int, precision: Precision) -> tuple[Graph, str]:
    """The same, and their mean (1, width)."""
    graph, hidden = _read(weights, layers, heads, precision)
    axis = graph.constant("token_axis", np.array([1]))
    return graph, graph.add("ReduceMean", hidden, axis, keepdims=0)[0]


def _embedded_text(graph: Graph) -> str:
    place = "embeddings"
    # There is one segment only, so its vector is added to every position once and for all.
    positions = graph.weights[f"{place}.position_embeddings.weight"]
    segment = graph.weights[f"{place}.token_type_embeddings.weight"][0]
    return graph.add(
        "EmbedLayerNormalization",
        "ids",
        "",
        graph.weight(f"{place}.word_embeddings.weight"),
        graph.constant(f"{place}.positions", positions + segment),
        "",
        graph.weight(f"{place}.LayerNorm.weight"),
        graph.weight(f"{place}.LayerNorm.bias"),
        outputs=["embedded", "embedded_mask"],
        domain=OWN,
        epsilon=EPSILON,
    )[0]


def _layer(graph: Graph, hidden: str, place: str, heads: int) -> str:
    names = _names(place)
    parts = graph.layer(names.query, names.key, names.value)
    attended = graph.attention(hidden, f"{place}.attention.self", *parts, heads)
    attended = graph.linear(attended, names.attended)
    hidden = graph.normalised(attended, hidden, names.attended_norm)
    (wide,) = graph.add("Gelu", graph.linear(hidden, names.wide))
    return graph.normalised(graph.linear(wide, names.narrow), hidden, names.narrow_norm)


def _names(place: str) -> LayerNames:
    return LayerNames(
        query=f"{place}.attention.self.query",
        key=f"{place}.attention.self.key",
        value=f"{place}.attention.self.value",
        attended=f"{place}.attention.output.dense",
        attended_norm=f"{place}.attention.output.LayerNorm",
        wide=f"{place}.intermediate.dense",
        narrow=f"{place}.output.dense",
        narrow_norm=f"{place}.output.LayerNorm",
    )
