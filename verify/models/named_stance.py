"""Any other cross-encoder, by name or folder, through sentence-transformers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import torch
from sentence_transformers import CrossEncoder
from tokenizers import Tokenizer

from verify.errors import ModelError
from verify.models.likelihood import most_telling, softmax
from verify.models.named import fingerprint_of
from verify.models.pairs import context
from verify.models.protocols import REFUTES_AT, Pair, Progress
from verify.models.windows import readings
from verify.records import Probabilities, StanceLabel

PAIRS_AT_ONCE = 64
MARGIN = 8
"""Tokens that windows leave free, as tokenizers of other kinds count a cut text a little higher."""
LONGEST = 512

_WORDS = {
    StanceLabel.SUPPORTS: "supports support supported entailment entails",
    StanceLabel.REFUTES: "refutes refute refuted contradiction contradicts",
    StanceLabel.NEUTRAL: "neutral nei not_enough_info not_enough_evidence",
}
_MEANING = {word: label.value for label, words in _WORDS.items() for word in words.split()}


class NamedStance:
    """A `StanceModel` over a sentence-transformers cross-encoder. Made by `load_stance`."""

    def __init__(self, model: Any, name: str, labels: Sequence[str]) -> None:
        self.name = name
        self.fingerprint = hashlib.sha256(f"{fingerprint_of(model)} {labels}".encode()).hexdigest()
        self.refutes_at = REFUTES_AT
        self._model = model
        self._labels = labels
        self._max_tokens = min(model.max_seq_length or LONGEST, LONGEST) - MARGIN
        self._tokenizer = Tokenizer.from_str(model.tokenizer.backend_tokenizer.to_str())
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """Probabilities for each pair; None where the model cannot read it (`windows`).

        A pair that is asked more than once is read once; `progress` counts different pairs.
        """
        different = list(dict.fromkeys(pairs))
        answers: dict[Pair, Probabilities | None] = {}
        for first in range(0, len(different), PAIRS_AT_ONCE):
            some = different[first : first + PAIRS_AT_ONCE]
            windows = [readings(self._tokenizer, pair, self._max_tokens) for pair in some]
            read = iter(self._read([window for several in windows for window in several]))
            for pair, several in zip(some, windows, strict=True):
                answers[pair] = most_telling([next(read) for _ in several])
            if progress:
                progress(len(answers), len(different))
        return tuple(answers[pair] for pair in pairs)

    def _read(self, windows: Sequence[Pair]) -> list[Probabilities]:
        if not windows:
            return []
        texts = [(context(window), window.claim) for window in windows]
        raw = torch.nn.Identity()
        logits = self._model.predict(texts, activation_fn=raw, show_progress_bar=False)
        return [softmax(row, self._labels) for row in logits]


def load_named_stance(name: str, labels: Sequence[str] | None) -> NamedStance:
    """A cross-encoder that is on this machine; its outputs mean `labels`, else what it says itself.

    ModelError where it is not there, has not three outputs, or does not say what they mean.
    Nothing is fetched, no code of the model's is run and no pickled weights are read.
    """
    try:
        model = CrossEncoder(
            name,
            device="cpu",
            local_files_only=True,
            model_kwargs={"use_safetensors": True},
        )
    except Exception as error:  # the libraries below raise many kinds
        raise ModelError(
            f"The stance model {name!r} cannot be loaded: {error}",
            "Say fast, accurate or none, or name a folder or a cross-encoder that is already on"
            f" this machine, with safetensors weights; to fetch it once: hf download {name}",
        ) from error
    own = model.model.config.id2label
    if len(own) != len(StanceLabel):
        raise ModelError(
            f"The stance model {name!r} has {len(own)} output(s): {', '.join(own.values())}.",
            "Name a cross-encoder with three: supports, refutes, neutral.",
        )
    return NamedStance(model, name, _stances(name, labels or [own[n] for n in sorted(own)]))


def _stances(name: str, labels: Sequence[str]) -> tuple[str, ...]:
    found = tuple(_MEANING.get(label.casefold().replace(" ", "_"), "") for label in labels)
    if sorted(found) != sorted(StanceLabel):
        raise ModelError(
            f"The labels of the stance model {name!r} do not say what they mean:"
            f" {', '.join(labels)}.",
            "Declare the order of its three outputs, for example:"
            f" load_stance({name!r}, labels=('refutes', 'neutral', 'supports'))",
        )
    return found
