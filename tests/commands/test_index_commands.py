import json
from pathlib import Path

import pytest

from tests.commands.conftest import verify


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
