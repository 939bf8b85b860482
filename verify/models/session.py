"""onnxruntime as every model here runs in it: one text on one core."""

from __future__ import annotations

import os
from typing import Any

import onnxruntime

from verify.errors import ModelError


def cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def session(model: bytes, name: str) -> Any:
    """A session over the model's bytes, for as many threads as ask. ModelError."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Rewriting more would turn Add and LayerNormalization into an operator five times as slow.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # its errors have no base of their own
        raise ModelError(
            f"onnxruntime {onnxruntime.__version__} cannot load the model {name}: {error}",
            "Install onnxruntime 1.22 or newer.",
        ) from error
