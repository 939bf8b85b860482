"""A student that copies its teacher: the same words in both, and less to tell them apart."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
import torch
from tokenizers import Tokenizer

from tests.training.conftest import some_rows
from training.batches import Tokens
from training.distil import Copying, Student, Translator
from training.export import averaged, network
from training.network import CrossEncoder, frozen
from training.rows import Row
from training.train import Plan, Trainer, quiet_tokenizer
from training.watch import logits_of
from verify.models.mpnet_base import FOLDER, installed_parts
from verify.models.split_zip import Joined

ROWS = [
    Row("In 1998 Türkiye won", "Türkiye's 3,000-strong army (1914-18) lost; naïve 日本 €5m.", 1),
    Row("It rained.", "It was dry", 1, title="A long title, 3 March 2020"),
    Row("", "The claim is empty", 2),
]
LENGTHS = range(8)
"""Words more, so that the longest row ends before, at and after the end of a batch."""


@pytest.fixture
def mpnet(tmp_path: Path) -> Tokenizer:
    """The tokenizer of the accurate model's base."""
    with Joined(installed_parts()) as joined, ZipFile(io.BufferedReader(joined)) as archive:
        (tmp_path / "tokenizer.json").write_bytes(archive.read(f"{FOLDER}/tokenizer.json"))
    return quiet_tokenizer(tmp_path)


@pytest.mark.parametrize("more", LENGTHS)
def test_a_batch_is_translated_into_what_the_teacher_would_have_read(
    tiny: Path, mpnet: Tokenizer, more: int
) -> None:
    tokenizer = quiet_tokenizer(tiny)
    rows = [replace(ROWS[0], claim=ROWS[0].claim + " again" * more), *ROWS[1:]]
    batch = Tokens(rows, tokenizer, 200).batch(range(len(ROWS)), padding=0, least=400)
    translated, places = Translator(tokenizer, mpnet)(batch)
    expected = Tokens(rows, mpnet, 200).batch(range(len(ROWS)), padding=1)
    width = expected[0].shape[1]
    for got, wanted in zip(translated, expected, strict=True):
        assert torch.equal(got[: len(ROWS), :width], wanted)
    ids, _, mask = translated
    assert not mask[:, width:].any()
    assert mask[len(ROWS) :].sum() == len(mask) - len(ROWS)  # of padding, one token is read
    words = {n: word for word, n in mpnet.get_vocab().items()}
    for row, line, real in zip(ids.gather(1, places), batch[0], batch[2], strict=True):
        for theirs, mine in zip(row[real].tolist(), line[real].tolist(), strict=True):
            assert words[theirs] in {tokenizer.id_to_token(mine), "<s>", "</s>", "<pad>"}


def test_corrections_put_into_their_layers_change_no_answer(tiny: Path) -> None:
    torch.manual_seed(2)
    model = CrossEncoder(tiny, rank=4).eval()
    for name, parameter in model.learned():
        if name.endswith("lora_B"):
            torch.nn.init.normal_(parameter, std=0.1)
    tokens = Tokens(some_rows(20), quiet_tokenizer(tiny), 200)
    before = logits_of(model, tokens, list(range(20)))
    after = logits_of(frozen(model), tokens, list(range(20)))
    assert not list(model.learned())
    torch.testing.assert_close(after, before, atol=0.05, rtol=0.05)


def test_a_student_answers_as_its_teacher_whatever_the_labels_say(
    tiny: Path, tmp_path: Path
) -> None:
    teacher = opinionated(tiny)
    tokenizer = quiet_tokenizer(tiny)
    tokens = Tokens(some_rows(48), tokenizer, 200)
    student = Student(tiny, teacher)
    copying = Copying(teacher, Translator(tokenizer, tokenizer), states=1.0)
    far = distance(copying, student, tokens)
    plan = Plan(pairs=6_000, hold=4_000, rate=2e-3, tokens=1024)
    Trainer(student, tokens, plan, tmp_path / "student.pt", copying).run({})
    assert distance(copying, student, tokens) < far / 2

    assert not any(name.startswith("views") for name in averaged(tmp_path / "student.pt"))
    small = network(tiny, tmp_path / "student.pt", rank=0)
    places = list(range(len(tokens.rows)))
    answers, wanted = logits_of(small, tokens, places), logits_of(teacher, tokens, places)
    assert (answers.argmax(1) == wanted.argmax(1)).float().mean() > 0.85


def opinionated(folder: Path) -> CrossEncoder:
    """A model with other random weights, which gives each label to some rows."""
    torch.manual_seed(9)
    model = CrossEncoder(folder, rank=0)
    for name, parameter in model.learned():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=2.0 if "out." in name else 0.3)
    model.eval()
    return model


def distance(copying: Copying, student: Student, tokens: Tokens) -> float:
    """The loss of the first rows."""
    some = range(48)
    with torch.no_grad():
        batch = tokens.batch(some, student.padding)
        return float(copying(student, batch, [tokens.rows[n] for n in some]))
