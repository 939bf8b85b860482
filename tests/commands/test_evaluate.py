"""`verify evaluate`, with a stance model that reads one number on either side."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.conftest import verify
from tests.evaluation.conftest import (
    ABSTRACTS,
    CLIMATE,
    MEMBERS,
    SCIENCE,
    NumberStance,
    row,
    write_jsonl,
)
from verify import models
from verify.evaluation import EndToEndEvaluation, RetrievalEvaluation, StanceEvaluation


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the documentation describes it."""
    folder = tmp_path_factory.mktemp("data")
    for room in ("dev", "retrieval"):
        (folder / room).mkdir()
    half = row("Half of it.", "Some of it.", "PARTIAL")
    write_jsonl(folder / "dev/members.jsonl", [*MEMBERS, half])
    write_jsonl(folder / "dev/vitaminc.jsonl.gz", MEMBERS)
    write_jsonl(folder / "dev/climate_fever.jsonl", CLIMATE)
    write_jsonl(folder / "retrieval/scifact_claims_dev.jsonl", SCIENCE)
    write_jsonl(folder / "retrieval/scifact_corpus.jsonl.gz", ABSTRACTS)
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, object]]]:
    """The models that were asked for; each is the one of the tests."""
    names: list[tuple[str, object]] = []

    def load(name: str, *, labels: object = None, **_: object) -> models.StanceModel:
        names.append((name, labels))
        return NumberStance()

    monkeypatch.setattr(models, "load_stance", load)
    yield names


def test_stance_as_a_table(data: Path, asked: list[tuple[str, object]]) -> None:
    result = verify("evaluate", "stance", "--data", data, "--only", "members")
    assert result.exit_code == 0, result.output
    assert asked == [("fast", None)]
    assert "members  2" in result.stdout
    assert "0.500 (.150-.850)" in result.stdout
    assert "members: left out, labelled PARTIAL: 1 row." in result.stdout
    assert "members: no answer by the model, counted as wrong: 1 row." in result.stdout
    assert "vitaminc" not in result.stdout
    assert "…" not in result.stdout
    assert result.stderr == ""


@pytest.mark.usefixtures("asked")
def test_stance_as_json(data: Path) -> None:
    result = verify("evaluate", "stance", "--data", data, "--json", "-", "--limit", "3")
    evaluation = StanceEvaluation.model_validate_json(result.stdout)
    assert [file.file for file in evaluation.files] == ["climate_fever", "members", "vitaminc"]
    assert {file.rows for file in evaluation.files} == {3}
    assert evaluation.limit == 3


@pytest.mark.usefixtures("asked")
def test_stance_into_files(data: Path, tmp_path: Path) -> None:
    figures, picture = tmp_path / "stance.json", tmp_path / "reliability.svg"
    result = verify("evaluate", "stance", "--data", data, "--json", figures, "--picture", picture)
    assert result.exit_code == 0, result.output
    assert "macro-F1" in result.stdout
    assert json.loads(figures.read_text())["model"] == "numbers"
    assert picture.read_text().startswith("<svg ")
    assert str(figures) in result.stderr
    assert str(picture) in result.stderr


def test_another_model_with_its_labels(data: Path, asked: list[tuple[str, object]]) -> None:
    verify(
        "evaluate", "stance", "--data", data, "--model", "my/encoder",
        "--labels", "refutes, supports,neutral",
    )  # fmt: skip
    assert asked == [("my/encoder", ["refutes", "supports", "neutral"])]


@pytest.mark.usefixtures("desk", "asked")
def test_retrieval(data: Path) -> None:
    result = verify("evaluate", "retrieval", "--data", data)
    assert result.exit_code == 0, result.output
    for word in (
        "scifact",
        "vitaminc",
        "words",
        "vectors",
        "fused",
        "reranked",
        "stance",
        "nDCG@10",
    ):
        assert word in result.stdout
    assert "…" not in result.stdout
    assert "5 documents in 5 passages; relevant: every abstract that a claim cites" in " ".join(
        result.stdout.split()
    )
    plain = verify("evaluate", "retrieval", "--data", data, "--model", "none", "--json", "-")
    evaluation = RetrievalEvaluation.model_validate_json(plain.stdout)
    assert [one.name for one in evaluation.sets] == ["scifact", "vitaminc"]
    assert len(evaluation.sets[0].rankings) == 4


@pytest.mark.usefixtures("desk", "asked")
def test_endtoend(data: Path) -> None:
    arguments = ("evaluate", "endtoend", "--data", data, "--top", "2", "--threshold", "0.75")
    result = verify(*arguments)
    assert result.exit_code == 0, result.output
    assert "3 claims, top 2" in result.stdout
    assert "…" not in result.stdout
    assert "5 claims" in result.stdout
    assert "0.75" in result.stdout
    evaluation = EndToEndEvaluation.model_validate_json(verify(*arguments, "--json", "-").stdout)
    assert evaluation.scifact
    assert evaluation.scifact.at.recall.value == 1
    assert evaluation.climate_fever
    assert evaluation.climate_fever.at.scores.accuracy.value == 4 / 5


@pytest.mark.usefixtures("desk", "asked")
@pytest.mark.parametrize("what", ["retrieval", "endtoend"])
def test_a_folder_may_hold_one_of_them(data: Path, what: str) -> None:
    result = verify("evaluate", what, "--data", data / "retrieval", "--json", "-")
    assert result.exit_code == 0, result.output
    assert "vitaminc" not in result.stdout


@pytest.mark.parametrize("what", ["stance", "retrieval", "endtoend"])
def test_no_such_folder_and_nothing_in_it(tmp_path: Path, what: str) -> None:
    gone = verify("evaluate", what, "--data", tmp_path / "gone")
    assert gone.exit_code == 2
    assert f"error: There is no folder {tmp_path / 'gone'}.\n" in gone.stderr
    empty = verify("evaluate", what, "--data", tmp_path)
    assert empty.exit_code == 2
    assert str(tmp_path) in empty.stderr
    assert ".jsonl.gz" in empty.stderr


@pytest.mark.usefixtures("asked")
def test_a_file_that_is_not_there(data: Path) -> None:
    result = verify("evaluate", "stance", "--data", data, "--only", "vitaminC")
    assert result.exit_code == 2
    assert "There is no file 'vitaminC'" in result.stderr
    assert "Did you mean 'vitaminc'?" in result.stderr


@pytest.mark.usefixtures("asked")
def test_a_bad_row_is_named(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "rows.jsonl", [*MEMBERS, row("A.", "B.", "TRUE")])
    result = verify("evaluate", "stance", "--data", tmp_path)
    assert result.exit_code == 2
    assert f'error: {tmp_path / "rows.jsonl"}:7: unknown label "TRUE"' in result.stderr
    assert "Possible: SUPPORTS, REFUTES, NEI" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("option", ["--json", "--picture"])
def test_an_output_that_cannot_be_written_is_told_first(
    data: Path, tmp_path: Path, option: str, asked: list[tuple[str, object]]
) -> None:
    for place in (tmp_path, tmp_path / "no/such/file"):
        result = verify("evaluate", "stance", "--data", data, option, place)
        assert result.exit_code == 2
        assert f"{option} {place} cannot be written" in result.stderr
    assert asked == []


@pytest.mark.usefixtures("desk", "asked")
def test_planted(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    mills = [
        {
            "id": f"mills:{n}",
            "title": f"{town} Mill",
            "published": "2001-03-02",
            "text": f"{town} Mill (a paper mill) employed {30 + 7 * n} workers in {1950 + n}.",
        }
        for n, town in enumerate(("Arden", "Lowick", "Thame"))
    ]
    write_jsonl(tmp_path / "archive/mills.jsonl", mills)
    figures, picture = tmp_path / "planted.json", tmp_path / "planted.svg"
    result = verify(
        "evaluate", "planted", "--data", tmp_path, "--drafts", "2", "--keep", tmp_path / "kept",
        "--json", figures, "--picture", picture, "--model", "fast",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    for word in ("verbatim", "rewritten", "withheld", "false alarms", "2 drafts by seed 2"):
        assert word in " ".join(result.stdout.split())
    assert "…" not in result.stdout
    assert json.loads(figures.read_text())["withheld"] == 2
    assert picture.read_text().startswith("<svg ")
    assert (tmp_path / "kept/current").exists()
