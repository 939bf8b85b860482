"""A BERT so small that training it takes moments, in the shape of the fast model."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertModel

from verify.models.bundled import HEADS, LAYERS, _package_folder


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
