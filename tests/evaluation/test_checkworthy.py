from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.evaluation.conftest import write_jsonl
from verify.evaluation import evaluate_claims
from verify.evaluation.checkworthy import Marked, read_marked
from verify.evaluation.jsonl import BenchmarkError

ROWS = [
    {"text": '"The bloc, which has ten members, met in May."', "label": "Yes"},
    {"text": "The ferry was sold.", "label": "Yes"},
    {"text": "They did what they did.", "label": "No29286"},
    {"text": "Was it worth it?", "label": "No"},
]


class Lengths:
    """A `WorthModel` that takes longer sentences for better."""

    name = fingerprint = "lengths"

    def score(self, sentences: Sequence[str]) -> tuple[float, ...]:
        return tuple(len(one) / 50 for one in sentences)


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    return write_jsonl(tmp_path / "marked.jsonl", ROWS)


def test_wrapped_sentences_and_labels_with_a_number_are_mended(marked: Path) -> None:
    assert read_marked(marked) == (
        Marked("The bloc, which has ten members, met in May.", worth=True),
        Marked("The ferry was sold.", worth=True),
        Marked("They did what they did.", worth=False),
        Marked("Was it worth it?", worth=False),
    )


@pytest.mark.parametrize("label", ["Maybe", "", "yes", "NoYes", None])
def test_a_label_of_another_kind_is_told_with_its_line(tmp_path: Path, label: str | None) -> None:
    path = write_jsonl(tmp_path / "bad.jsonl", [*ROWS, {"text": "A.", "label": label}])
    with pytest.raises(BenchmarkError, match=r"bad\.jsonl:5: \"label\" must be"):
        read_marked(path)


def test_no_rows_are_no_figures(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="has no rows"):
        evaluate_claims(None, [write_jsonl(tmp_path / "empty.jsonl", [])], 0.5)


def test_every_way_by_hand(marked: Path) -> None:
    (file,) = evaluate_claims(Lengths(), [marked], 0.4).checkworthy
    assert (file.rows, file.worth) == (4, 2)
    by_way = {(told.way, told.threshold): told for told in file.ways}
    everything = by_way["every sentence", None]
    assert everything.precision
    assert everything.precision.value == 0.5
    assert everything.f1.value == pytest.approx(2 / 3)
    rules = by_way["rules", None]  # the question alone is skipped
    assert rules.precision
    assert rules.precision.value == pytest.approx(2 / 3)
    # At 0.4: 44 letters, and 23 of "They did what they did."; not 19 of "The ferry was sold."
    alone = by_way["model", 0.4]
    assert alone.precision
    assert alone.recall
    assert (alone.precision.value, alone.recall.value, alone.f1.value) == (0.5, 0.5, 0.5)
    assert by_way["model and rules", 0.4].f1.value == 0.5
    assert {at for way, at in by_way if way == "model"} == {0.1, 0.3, 0.4, 0.5}
    strict = by_way["model", 0.5]
    assert strict.precision
    assert strict.precision.value == 1


def test_the_rules_alone(marked: Path) -> None:
    evaluation = evaluate_claims(None, [marked], 0.5)
    assert evaluation.model == ""
    assert [told.way for told in evaluation.checkworthy[0].ways] == ["every sentence", "rules"]
