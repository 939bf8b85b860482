"""A low-rank adapter over its base's weights (LoRA, https://arxiv.org/abs/2106.09685)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np

from verify.models.graph import Floats, Weights


class Merged(Mapping[str, Floats]):
    """The base's weights as the adapter changes them, float32, each made when it is asked for.

    `X.lora_A` (rank, in) and `X.lora_B` (out, rank) add their product to `X.weight` (out, in);
    what has another name replaces the weight of that name, or is new.
    """

    def __init__(
        self, names: Iterable[str], read: Callable[[str], Floats], adapter: Weights
    ) -> None:
        self._names = set(names) | {name for name in adapter if ".lora_" not in name}
        self._read = read
        self._adapter = adapter

    def __getitem__(self, name: str) -> Floats:
        if name not in self._names:
            raise KeyError(name)
        if name in self._adapter:
            return self._adapter[name].astype(np.float32)
        weight = self._read(name).astype(np.float32)
        down, up = (f"{name.removesuffix('.weight')}.lora_{side}" for side in "AB")
        if down not in self._adapter:
            return weight
        low, high = (self._adapter[side].astype(np.float32) for side in (down, up))
        merged: Floats = weight + high @ low
        return merged

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
