import json
from pathlib import Path

import pytest

from tests.commands.conftest import verify
from verify.commands import opening
from verify.testing import HashingEmbedder


def test_build_says_what_it_built(desk: Path) -> None:
    result = verify("index", "build", "corpus/facts.jsonl", "--name", "other")
    assert result.exit_code == 0, result.output
    assert "Index other built in " in result.stdout
    assert "4 documents, 4 passages, model all-MiniLM-L6-v2" in result.stdout
    assert str(desk / "indexes" / "other") in result.stdout


def test_info(desk: Path) -> None:
    result = verify("index", "info")
    assert result.exit_code == 0, result.output
    rows = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
    assert rows["index"] == "news"
    assert rows["documents"] == "4"
    assert rows["passages"] == "4, of 120 words at most, overlapping by 1"
    assert rows["vectors"] == "Flat: flat, exact"
    assert rows["sources"] == str(desk / "corpus")


def test_search(desk: Path) -> None:
    result = verify("index", "search", "capital of Peru", "-k", "2")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1.  Xinhua, 26 June 2025\n    The capital of Peru is Lima")
    assert "2.  " in result.stdout
    assert "3.  " not in result.stdout


@pytest.mark.parametrize("words", ["", "???", '"; DROP TABLE', "a" * 5000])
def test_any_words_can_be_searched(desk: Path, words: str) -> None:
    result = verify("index", "search", words)
    assert result.exit_code == 0, result.output


def test_a_bad_corpus_is_told_and_the_old_index_stays(desk: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(json.dumps({"id": "1", "text": "Fine."}) + "\n{not json\n")
    result = verify("index", "build", bad)
    assert result.exit_code == 2
    assert "bad.jsonl:2" in result.stderr
    assert verify("index", "info").exit_code == 0


def test_damage_is_told(desk: Path) -> None:
    verify("index", "build", "--name", "hurt")
    for manifest in (desk / "indexes" / "hurt").glob("*/manifest.json"):
        manifest.write_text("{")
    result = verify("index", "info", "--name", "hurt")
    assert result.exit_code == 2
    assert "verify index build --name hurt" in result.stderr


@pytest.mark.parametrize("command", ["info", "search"])
def test_no_such_index(desk: Path, command: str) -> None:
    words = ["x"] if command == "search" else []
    result = verify("index", command, *words, "--name", "gone")
    assert result.exit_code == 2
    assert "There is no index 'gone'" in result.stderr


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Path) -> Path:
    """A folder with a wire and the index of it, "archive", and a model that takes no time."""
    (tmp_path / "verify.toml").write_text('index = "archive"\ncorpus = "wire.jsonl"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "load_embedder", lambda _: HashingEmbedder(64))
    wire(tmp_path, a="Rain fell.", b="The mayor is Ann Li.", c="It is Monday.")
    assert verify("index", "build").exit_code == 0
    return tmp_path


def wire(folder: Path, **stories: str) -> None:
    lines = (json.dumps({"id": id_, "text": text}) + "\n" for id_, text in stories.items())
    (folder / "wire.jsonl").write_text("".join(lines))


def test_a_day_at_the_archive(archive: Path) -> None:
    """From an update to a rollback, each step with its words and its exit code."""
    assert "no difference" in verify("index", "diff", "--sources").stdout
    wire(archive, a="Rain fell.", b="The mayor is Bo Chen.", d="Snow fell.")
    result = verify("index", "diff", "--sources")
    assert result.exit_code == 1
    assert result.stdout == "~ b (text)\n+ d\n- c\n1 added, 1 changed, 1 withdrawn\n"
    result = verify("index", "update")
    assert result.exit_code == 0, result.output
    assert "1 added, 1 changed, 1 withdrawn; 3 documents, 3 passages\n- c\n" in result.stdout
    assert (
        verify("index", "diff").stdout == "~ b (text)\n- c\n+ d\n1 added, 1 changed, 1 withdrawn\n"
    )
    result = verify("index", "update", "--withdraw", "a")
    assert "1 withdrawn; 2 documents, 2 passages\n- a\n" in result.stdout
    result = verify("index", "verify")
    assert result.exit_code == 0, result.output
    assert "sound        embedding       2 passages embedded again\n" in result.stdout
    result = verify("index", "compact")
    assert "3 unused vectors dropped" in result.stdout
    assert verify("index", "diff").stdout == "- a\n1 withdrawn\n"
    verify("index", "update")
    result = verify("index", "rollback")
    assert result.exit_code == 0, result.output
    assert "2 documents, model hashing\nUndone: 1 added\n+ a\n" in result.stdout
    assert len(verify("index", "export").stdout.splitlines()) == 2


def test_an_export_is_a_source(archive: Path) -> None:
    def digest(name: str) -> str:
        info = verify("index", "info", "--name", name).stdout
        return next(line for line in info.splitlines() if line.startswith("corpus digest"))

    (archive / "again.jsonl").write_text(verify("index", "export").stdout)
    assert verify("index", "build", "again.jsonl", "--name", "again").exit_code == 0
    assert digest("again") == digest("archive")


def test_damage_is_found_and_mended(archive: Path) -> None:
    (version,) = (archive / "indexes" / "archive").glob("2*")
    (version / "vectors.faiss").write_bytes(b"x")
    result = verify("index", "verify", "--sample", "0")
    assert result.exit_code == 1
    assert "fault        files" in result.stdout
    assert "verify index repair --name archive" in result.stdout
    result = verify("index", "repair")
    assert result.exit_code == 0, result.output
    assert "nothing was lost" in result.stdout
    assert "nothing to repair" in verify("index", "repair").stdout
    wire(archive, a="Rain fell.", b="Other.", c="It is Monday.")
    verify("index", "update")
    current = (archive / "indexes" / "archive" / "current").read_text().split()[0]
    (archive / "indexes" / "archive" / current / "passages.sqlite").write_bytes(b"x")
    result = verify("index", "repair")
    assert result.exit_code == 1
    assert "what changed since is lost" in result.stdout
    assert f"damaged-{current}" in result.stdout
    assert "verify index update --name archive" in result.stdout


def test_verify_says_what_it_could_not_check(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "load_embedder", lambda _: HashingEmbedder(32))
    result = verify("index", "verify", "--fully")
    assert result.exit_code == 2
    assert "not checked  embedding" in result.stdout
    assert verify("index", "verify", "--name", "gone").exit_code == 2


def test_a_change_of_model_is_announced(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "load_embedder", lambda _: HashingEmbedder(32))
    result = verify("index", "search", "rain")
    assert result.exit_code == 2
    assert "verify index update --name archive" in result.stderr
    result = verify("index", "update")
    assert result.exit_code == 0, result.output
    assert "every passage is embedded anew" in result.stderr
    assert verify("index", "search", "rain").exit_code == 0


def test_a_lost_source_withdraws_nothing(archive: Path) -> None:
    wire(archive, a="Rain fell.")
    result = verify("index", "update")
    assert result.exit_code == 2
    assert "wire.jsonl has lost 2 of its 3 documents" in result.stderr
    assert "documents      3" in verify("index", "info").stdout
    assert verify("index", "update", "--allow-mass-withdrawal").exit_code == 0
    assert "documents      1" in verify("index", "info").stdout


def test_nothing_to_go_back_to(archive: Path) -> None:
    for command in ("rollback", "diff"):
        result = verify("index", command)
        assert result.exit_code == 2
        assert "has no version before" in result.stderr


def test_a_build_says_what_it_leaves_behind(archive: Path) -> None:
    (archive / "today.jsonl").write_text('{"id": "x", "text": "Today only."}\n')
    result = verify("index", "update", "today.jsonl")
    assert "1 added; 4 documents" in result.stdout
    assert "not in it" not in result.stdout
    result = verify("index", "build")
    assert "1 document of the index before is not in it" in result.stdout
    verify("index", "rollback")
    assert "documents      4" in verify("index", "info").stdout
