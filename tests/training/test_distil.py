"""A student that copies its teacher: the same words in both, and less to tell them apart."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
import torch
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from tests.training.conftest import some_rows
from training.batches import Batch, Tokens
from training.distil import Copying, Held, Student, Translator, _rounded, _whole
from training.export import averaged, half, learned, network, shipped
from training.network import CrossEncoder, frozen
from training.rows import Row
from training.ship import SCALE
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
    copying = Copying(teacher, Translator(tokenizer, tokenizer), states=1.0, visits=2)
    far = distance(copying, student, tokens)
    plan = Plan(pairs=6_000, hold=4_000, rate=2e-3, tokens=1024, visits=2)
    Trainer(student, tokens, plan, tmp_path / "student.pt", copying).run({})
    assert distance(copying, student, tokens) < far / 2

    assert not any(name.startswith("views") for name in averaged(tmp_path / "student.pt"))
    small = network(tiny, tmp_path / "student.pt", rank=0)
    places = list(range(len(tokens.rows)))
    answers, wanted = logits_of(small, tokens, places), logits_of(teacher, tokens, places)
    assert (answers.argmax(1) == wanted.argmax(1)).float().mean() > 0.85


def test_views_are_turned_to_where_they_see_the_most(tiny: Path) -> None:
    teacher = opinionated(tiny)
    tokenizer = quiet_tokenizer(tiny)
    tokens = Tokens(some_rows(48), tokenizer, 200)
    student = Student(tiny, teacher)
    copying = Copying(teacher, Translator(tokenizer, tokenizer), states=1.0)
    batch = tokens.batch(range(48), student.padding)

    def parts() -> tuple[float, float]:
        """The loss of the answers alone, and that of the states."""
        copying.states = 0.0
        answers = distance(copying, student, tokens)
        copying.states = 1.0
        return answers, distance(copying, student, tokens) - answers

    answers, states = parts()
    copying.turn(student, [(batch, 48)])
    same, turned = parts()
    assert same == answers  # what the student says is as it was
    assert turned < states / 2
    best = [view.weight.detach().clone() for view in student.views]
    for view in student.views:
        torch.nn.init.normal_(view.bias, std=0.1)
    assert parts()[1] > turned  # and nothing near is better
    copying.turn(student, [(batch, 48)])
    for view, weight in zip(student.views, best, strict=True):
        torch.testing.assert_close(view.weight, weight)


class Asked(Copying):
    """Counts what is asked of the teacher, and how often each batch comes."""

    def __init__(self, teacher: CrossEncoder, tokenizer: Tokenizer, visits: int) -> None:
        super().__init__(teacher, Translator(tokenizer, tokenizer), 1.0, visits)
        self.read: Counter[bytes] = Counter()
        self.came: Counter[bytes] = Counter()

    def __call__(self, model: CrossEncoder, batch: Batch, labels: torch.Tensor) -> torch.Tensor:
        self.came[batch[0].numpy().tobytes()] += 1
        return super().__call__(model, batch, labels)

    def _ask(self, batch: Batch, count: int, depth: int) -> Held:
        self.read[batch[0].numpy().tobytes()] += 1
        return super()._ask(batch, count, depth)


def test_the_teacher_reads_once_what_comes_again(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.train.POOL", 6)
    teacher = opinionated(tiny)
    tokenizer = quiet_tokenizer(tiny)
    asked = Asked(teacher, tokenizer, visits=3)
    rows = [Row(f"house {n} is red", f"house {n} is blue", 1) for n in range(1_500)]
    plan = Plan(pairs=3_000, hold=0, rate=1e-9, tokens=512, visits=3)
    tokens = Tokens(rows, tokenizer, 200)
    trainer = Trainer(Student(tiny, teacher), tokens, plan, tmp_path / "student.pt", asked)
    trainer.run({})
    assert set(asked.read.values()) == {1}
    assert len(asked.read) == len(asked.came) > 20
    assert max(asked.came.values()) == 3
    assert sum(3 - times for times in asked.came.values()) == len(trainer.pool) <= 6


def test_what_is_kept_of_a_teacher_is_nearly_what_it_holds() -> None:
    torch.manual_seed(3)
    states = torch.randn(200, 30)
    states[:, 4] *= 50  # as a few columns of real encoders do
    apart = (_whole(*_rounded(states)) - states).abs()
    assert (apart / states.abs().amax(dim=0)).max() <= 0.5 / 127 + 1e-6


def test_a_shipped_adapter_teaches_as_the_network_it_was_made_of(
    tiny: Path, tmp_path: Path
) -> None:
    torch.manual_seed(2)
    model = CrossEncoder(tiny, rank=4).eval()
    for _, parameter in model.learned():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=0.1)
    changes = learned({name: weight.detach() for name, weight in model.learned()}, SCALE)
    save_file(half(changes), tmp_path / "adapter.safetensors")
    tokens = Tokens(some_rows(20), quiet_tokenizer(tiny), 200)
    before = logits_of(model, tokens, list(range(20)))
    after = logits_of(shipped(tiny, tmp_path / "adapter.safetensors"), tokens, list(range(20)))
    assert before.std() > 0.05
    torch.testing.assert_close(after, before, atol=0.02, rtol=0.02)


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
        return float(copying(student, batch, tokens.labels_of(some)))
