"""A BERT sentence encoder as an ONNX graph, written straight from its safetensors weights.

Tracing a torch model would need torch on every machine, and what a trace keeps of the padding
mask depends on the versions that did it. The graph is small enough to be written by hand, and
as it takes one text at a time there is no padding that could leak into a vector.

Input    ids     int32 (1, tokens)
Output   vector  float32 (1, width), the mean of the token vectors, scaled to length 1

With int8, weights are rounded for each output on its own, and the numbers that meet them are
rounded as they come, over the range they have in this text. Of onnxruntime's own operators
(`com.microsoft`) those are used that are faster than the standard ones they stand for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper, numpy_helper

from verify.models.cache import Precision

Floats = npt.NDArray[np.float32]
Weights = Mapping[str, Floats]

OWN = "com.microsoft"
EPSILON = 1e-12
WEIGHT_STEPS = 63
"""Steps of a rounded weight on either side of zero. With 127, processors without VNNI would let
sums of two products overflow 16 bits; so every processor gives the same vectors."""


def bert_graph(weights: Weights, *, layers: int, heads: int, precision: Precision) -> bytes:
    """The serialised ONNX model of a BERT encoder with mean pooling."""
    graph = _Int8Graph(weights) if precision == "int8" else _Graph(weights)
    hidden = _embeddings(graph)
    for number in range(layers):
        hidden = _layer(graph, hidden, f"encoder.layer.{number}", heads)
    axis = graph.constant("token_axis", np.array([1]))
    (mean,) = graph.add("ReduceMean", hidden, axis, keepdims=0)
    graph.add("LpNormalization", mean, outputs=["vector"], axis=-1, p=2)
    return graph.serialised()


def _embeddings(graph: _Graph) -> str:
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


def _layer(graph: _Graph, hidden: str, place: str, heads: int) -> str:
    parts = [f"{place}.attention.self.{part}" for part in ("query", "key", "value")]
    matrix = np.concatenate([graph.weights[f"{part}.weight"].T for part in parts], axis=1)
    bias = np.concatenate([graph.weights[f"{part}.bias"] for part in parts])
    attended = graph.attention(hidden, f"{place}.attention.self", matrix, bias, heads)
    hidden = _join(graph, attended, hidden, f"{place}.attention.output")
    (wide,) = graph.add("Gelu", graph.linear(hidden, f"{place}.intermediate.dense"))
    return _join(graph, wide, hidden, f"{place}.output")


def _join(graph: _Graph, inner: str, outer: str, place: str) -> str:
    (joined,) = graph.add("Add", graph.linear(inner, f"{place}.dense"), outer)
    return graph.add(
        "LayerNormalization",
        joined,
        graph.weight(f"{place}.LayerNorm.weight"),
        graph.weight(f"{place}.LayerNorm.bias"),
        epsilon=EPSILON,
    )[0]


@dataclass
class _Graph:
    """Nodes and constants as they are added, in order; weights are float32."""

    weights: Weights
    nodes: list[Any] = field(default_factory=list)
    constants: list[Any] = field(default_factory=list)

    def linear(self, inner: str, place: str) -> str:
        """A layer's weights and bias applied."""
        weight = self.constant(f"{place}.weight", self._matrix(place))
        (product,) = self.add("MatMul", inner, weight)
        return self.add("Add", product, self.weight(f"{place}.bias"))[0]

    def attention(self, inner: str, place: str, matrix: Floats, bias: Floats, heads: int) -> str:
        """Attention of every token to every token; `matrix` is (in, query + key + value)."""
        constants = [
            self.constant(f"{place}.weight", matrix),
            self.constant(f"{place}.bias", bias),
        ]
        return self.add("Attention", inner, *constants, domain=OWN, num_heads=heads)[0]

    def _matrix(self, place: str) -> Floats:
        return self.weights[f"{place}.weight"].T  # torch keeps (out, in), ONNX takes (in, out)

    def constant(self, name: str, values: npt.NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.weights[name])

    def add(
        self, kind: str, *inputs: str, outputs: list[str] | None = None, **attributes: Any
    ) -> list[str]:
        """Add an operator and return the names of its outputs (one, if none are named)."""
        outputs = outputs or [f"{kind}_{len(self.nodes)}"]
        self.nodes.append(helper.make_node(kind, inputs, outputs, **attributes))
        return outputs

    def serialised(self) -> bytes:
        width = self.weights["embeddings.LayerNorm.bias"].shape[0]
        value = helper.make_tensor_value_info
        graph = helper.make_graph(
            self.nodes,
            "sentence_encoder",
            [value("ids", TensorProto.INT32, [1, "tokens"])],
            [value("vector", TensorProto.FLOAT, [1, width])],
            self.constants,
        )
        operators = [helper.make_opsetid("", 21), helper.make_opsetid(OWN, 1)]
        model = helper.make_model(graph, opset_imports=operators, ir_version=10)
        serialised: bytes = model.SerializeToString(deterministic=True)
        return serialised


class _Int8Graph(_Graph):
    """The same with int8 weights."""

    def linear(self, inner: str, place: str) -> str:
        rounded = self._rounded(place, self._matrix(place))
        bias = self.weight(f"{place}.bias")
        return self.add("DynamicQuantizeMatMul", inner, *rounded, "", bias, domain=OWN)[0]

    def attention(self, inner: str, place: str, matrix: Floats, bias: Floats, heads: int) -> str:
        names = [f"{inner}_{part}" for part in ("rounded", "scale", "zero")]
        inner, scale, zero = self.add("DynamicQuantizeLinear", inner, outputs=names)
        weight, weight_scale = self._rounded(place, matrix)
        bias_name = self.constant(f"{place}.bias", bias)
        return self.add(
            "QAttention",
            *(inner, weight, bias_name, scale, weight_scale, "", zero),
            domain=OWN,
            num_heads=heads,
        )[0]

    def _rounded(self, place: str, matrix: Floats) -> tuple[str, str]:
        """A matrix as int8 with one scale for each column."""
        scale = np.maximum(np.abs(matrix).max(axis=0) / WEIGHT_STEPS, np.finfo(np.float32).tiny)
        return (
            self.constant(f"{place}.weight", np.rint(matrix / scale).astype(np.int8)),
            self.constant(f"{place}.scale", scale.astype(np.float32)),
        )
