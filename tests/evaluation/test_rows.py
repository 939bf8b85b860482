import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.conftest import row, write_jsonl
from verify.errors import SettingsError
from verify.evaluation.jsonl import BenchmarkError, find, sample
from verify.evaluation.rows import plain, read_rows
from verify.records import StanceLabel

GOOD = row("A claim.", "A text.", "NEI")


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_are_read(tmp_path: Path, name: str) -> None:
    rows = [
        row(
            "He was born in 1900 -LRB- ``Bob'' -RRB- .", "No , he was not .", "REFUTES", page="Bob"
        ),
        row("Ça va ?", "Oui.", "SUPPORTS"),
        row("Half.", "Half of it.", "PARTIAL"),
    ]
    read = read_rows(write_jsonl(tmp_path / name, rows))
    assert read.name == "rows"
    assert read.left_out == {"PARTIAL": 1}
    first, second = read.rows
    assert first.claim == 'He was born in 1900 ( "Bob" ) .'
    assert first.evidence == "No , he was not ."
    assert (first.title, first.label) == ("Bob", StanceLabel.REFUTES)
    assert (second.claim, second.title, second.label) == ("Ça va ?", "", StanceLabel.SUPPORTS)


def test_blank_lines_are_passed(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "rows.jsonl", [GOOD])
    path.write_text("\n" + path.read_text() + "\n\n")
    assert len(read_rows(path).rows) == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{not json}", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[1, 2]", "is no JSON object"),
        ("\udcff", "is not JSON"),
        ('{"claim": "c", "evidence": "e"}', '"label" must be text, not null'),
        ('{"claim": 5, "evidence": "e", "label": "NEI"}', '"claim" must be text, not 5'),
        ('{"claim": "c", "evidence": "e", "label": "MAYBE"}', 'unknown label "MAYBE"'),
        ('{"claim": "\\ud800", "evidence": "e", "label": "NEI"}', "half of a surrogate pair"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    path = write_jsonl(tmp_path / "rows.jsonl", [GOOD])
    path.write_bytes(path.read_bytes() + line.encode("utf-8", "surrogateescape") + b"\n")
    with pytest.raises(BenchmarkError) as caught:
        read_rows(path)
    assert caught.value.problem.startswith(f"{path}:2: ")
    assert problem in caught.value.problem
    assert caught.value.remedy


def test_a_file_that_is_not_whole(tmp_path: Path) -> None:
    whole = write_jsonl(tmp_path / "rows.jsonl.gz", [GOOD] * 50)
    whole.write_bytes(whole.read_bytes()[:-12])
    for content in (whole.read_bytes(), b"plain text", gzip.compress(b"x")[:5] + b"\0\0\0\0\0"):
        whole.write_bytes(content)
        with pytest.raises(BenchmarkError, match="cannot be read"):
            read_rows(whole)
    with pytest.raises(BenchmarkError, match=r"gone\.jsonl cannot be read"):
        read_rows(tmp_path / "gone.jsonl")


def test_files_are_found_in_the_room_or_in_the_folder(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl.gz", "notes.txt"):
        (tmp_path / name).touch()
    assert list(find(tmp_path, "dev")) == ["a", "b"]
    (tmp_path / "dev").mkdir()
    (tmp_path / "dev" / "c.jsonl").touch()
    assert find(tmp_path, "dev") == {"c": tmp_path / "dev" / "c.jsonl"}
    assert list(find(tmp_path, "retrieval")) == ["a", "b"]
    with pytest.raises(SettingsError, match="There is no folder"):
        find(tmp_path / "gone", "dev")


@given(st.lists(st.integers(), max_size=50), st.integers(1, 60))
def test_a_sample_keeps_the_order(items: list[int], limit: int) -> None:
    numbered = list(enumerate(items))
    drawn = sample(numbered, limit)
    assert len(drawn) == min(limit, len(items))
    assert list(drawn) == sorted(drawn)
    assert set(drawn) <= set(numbered)
    assert drawn == sample(numbered, limit)
    assert sample(numbered, None) == tuple(numbered)


@given(st.text(alphabet="ab ,.()[]\"'", max_size=30).filter(lambda text: "''" not in text))
def test_other_text_stays_as_it_stands(text: str) -> None:
    assert plain(text) == text
    assert plain(text.replace("(", "-LRB-").replace(")", "-RRB-")) == text
