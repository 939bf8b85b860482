"""Runs a cross-encoder of `stance_graph` through onnxruntime."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from tokenizers import Tokenizer

from verify.models.likelihood import most_telling, softmax
from verify.models.pairs import encode
from verify.models.protocols import Pair, Progress
from verify.models.session import cores, session
from verify.models.stance_manifest import StanceManifest
from verify.models.windows import readings
from verify.records import Probabilities

RECIPE = 2
"""Goes up with every change of tokens, marks, windows or graph that changes probabilities."""


class OnnxStance:
    """A `StanceModel` over an ONNX session. Made by `load_stance`.

    Each pair runs alone on one core, as many pairs at a time as there are `threads`; so nothing is
    spent on padding, and a pair has the same probabilities whatever stands beside it.
    """

    def __init__(
        self,
        model: bytes,
        tokenizer: bytes,
        manifest: StanceManifest,
        *,
        threads: int | None = None,
    ) -> None:
        self.name = manifest.name
        self.fingerprint = fingerprint(manifest)
        self.refutes_at = manifest.refutes_at
        self.manifest = manifest
        self._threads = threads or cores()
        self._session = session(model, manifest.name)
        self.tokenizer = Tokenizer.from_buffer(tokenizer)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        # A page that holds "[SEP]" must not be able to say where the evidence ends.
        self.tokenizer.encode_special_tokens = True

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """Probabilities for each pair; None where the model cannot read it (`windows`).

        A pair that is asked more than once is read once; `progress` counts different pairs.
        """
        different = list(dict.fromkeys(pairs))
        answers: dict[Pair, Probabilities | None] = {}
        with ThreadPoolExecutor(self._threads) as pool:
            for pair, answer in zip(different, pool.map(self._answer, different), strict=True):
                answers[pair] = answer
                if progress:
                    progress(len(answers), len(different))
        return tuple(answers[pair] for pair in pairs)

    def _answer(self, pair: Pair) -> Probabilities | None:
        windows = readings(self.tokenizer, pair, self.manifest.max_tokens)
        return most_telling(map(self._read, windows))

    def _read(self, window: Pair) -> Probabilities:
        tokens = encode(self.tokenizer, window)
        inputs = {
            "ids": np.array([tokens.ids], dtype=np.int32),
            "marks": np.array([tokens.marks], dtype=np.int32),
        }
        (logits,) = self._session.run(["logits"], inputs)
        manifest = self.manifest
        raised = logits[0] / manifest.temperature + np.array(manifest.bias)
        return softmax(raised, manifest.labels)


_DECIDE_NOTHING = {"name", "tier", "refutes_at", "training", "golden"}


def fingerprint(manifest: StanceManifest) -> str:
    """sha256 over all that decides the probabilities."""
    parts = manifest.model_dump(mode="json", exclude=_DECIDE_NOTHING)
    return hashlib.sha256(json.dumps([parts, RECIPE], sort_keys=True).encode()).hexdigest()
