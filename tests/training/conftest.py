"""A BERT so small that training it takes moments, in the shape of the fast model, and its rows."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel

from training.rows import Row, write_rows
from verify.models.bundled import HEADS, LAYERS, _package_folder

WORDS = ("red", "blue", "green", "old", "new", "tall")


def some_rows(number: int) -> list[Row]:
    """Claims that repeat their evidence, swap a word of it, or speak of something else."""
    rows = []
    for n in range(number):
        one, other = WORDS[n % 6], WORDS[(n // 6 + n + 1) % 6]
        label = n % 3
        said = {0: one, 1: other, 2: "9 10 11 12 13"}[label]
        rows.append(Row(f"house 5 is {said}", f"house 5 is {one}", label, source="made"))
    return rows


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an encoder with random weights and the bundled tokenizer."""
    folder = tmp_path_factory.mktemp("tiny")
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=30_522,
        hidden_size=24,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        intermediate_size=48,
        max_position_embeddings=256,
    )
    BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    shutil.copy(_package_folder() / "tokenizer.json", folder)
    return folder


@pytest.fixture
def dev(tmp_path: Path) -> Path:
    """A folder of dev files; every fifth label is wrong, or no doubt would be left to measure."""
    folder = tmp_path / "dev"
    folder.mkdir()
    for name in ("vitaminc", "healthver", "infotabs_dev", "climate_fever"):
        write_rows(
            folder / f"{name}.jsonl.gz",
            [replace(r, label=(r.label + (n % 5 == 0)) % 3) for n, r in enumerate(some_rows(900))],
        )
    return folder
