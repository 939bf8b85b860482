"""Rows in files, rows that repeat what we measure on, rows in batches."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.batches import Tokens, epoch
from training.leaks import Leaks
from training.mix import Mix, human, synthetic
from training.rows import NOT_SUPPORTED, Row, different, read_rows, write_rows
from training.train import quiet_tokenizer

TEXT = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)


@given(st.lists(st.builds(Row, TEXT, TEXT, st.integers(0, 3), TEXT, TEXT, TEXT), max_size=5))
def test_rows_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, rows: list[Row]
) -> None:
    tame = [row for row in rows if not any(mark in repr(row) for mark in ("``", "''", "_"))]
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl.gz"
    write_rows(path, tame)
    assert list(read_rows(path)) == tame


def test_each_pair_stands_once_in_an_order_of_the_seed() -> None:
    rows = [Row(f"claim {n % 40}", "evidence", n % 3) for n in range(120)]
    found = different(rows, seed=1)
    assert sorted(row.claim for row in found) == sorted({row.claim for row in rows})
    assert all(row in rows[:40] for row in found)
    assert found == different(rows, seed=1) != different(rows, seed=2)


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)


def test_labels_and_brackets_of_data_sets(tmp_path: Path) -> None:
    row = {"claim": "It is -LRB- big -RRB- .", "evidence": "x", "page": "The_Page"}
    labels = ["SUPPORTS", "REFUTES", "NEI", "NOT_ENTAILED", "NOT_SUPPORTED", "PARTIAL"]
    write(tmp_path / "set.jsonl.gz", [row | {"label": label} for label in labels])
    found = list(read_rows(tmp_path / "set.jsonl.gz"))
    assert [one.label for one in found] == [0, 1, 2, NOT_SUPPORTED, NOT_SUPPORTED]
    assert found[0] == Row("It is ( big ) .", "x", 0, "The Page", "", "set")


@pytest.mark.parametrize(
    ("claim", "leaks"),
    [
        ("The tower is 324 metres high", True),
        ("the TOWER, is 324 metres high!", True),
        ("The tower is about 324 metres high", True),
        ("The tower is 330 feet wide", False),
        ("A bridge was built in 1999", False),
    ],
)
def test_near_copies_of_what_is_measured_are_found(claim: str, leaks: bool) -> None:
    assert (claim in Leaks(["The tower is 324 metres high.", "Nobody came."])) is leaks


MIX = Mix({"set": 4}, {"synthetic number": 2}, most_words=3, most_alike=2)


def test_a_mix_takes_so_many_of_each_and_none_that_is_long(tmp_path: Path) -> None:
    (tmp_path / "train").mkdir()
    rows = [{"claim": f"c{n}", "evidence": f"e{n // 3}", "label": "NEI"} for n in range(9)]
    rows.append({"claim": "long", "evidence": "one two three four", "label": "NEI"})
    write(tmp_path / "train" / "set.jsonl.gz", rows)
    taken = human(tmp_path / "train", MIX, seed=1)
    assert len(taken) == 4
    assert "long" not in {row.claim for row in taken}
    groups = [row.group for row in taken]
    assert sorted(groups.count(group) for group in set(groups)) == [2, 2]
    assert taken == human(tmp_path / "train", MIX, seed=1)


def test_rows_made_by_rule_are_taken_in_whole_groups(tmp_path: Path) -> None:
    rows = [
        Row(f"{kind}{group}{n}", "e", n, group=str(group), source=f"synthetic {kind}")
        for kind in ("number", "year")
        for group in range(3)
        for n in range(2)
    ]
    write_rows(tmp_path / "made.jsonl.gz", rows)
    taken = synthetic([tmp_path / "made.jsonl.gz"], MIX, seed=1)
    numbers = [row for row in taken if row.source == "synthetic number"]
    assert len(numbers) == 2
    assert len({row.group for row in numbers}) == 1
    assert sum(row.source == "synthetic year" for row in taken) == 6


def test_rows_that_belong_to_no_group_are_taken_one_by_one(tmp_path: Path) -> None:
    rows = [Row(f"claim {n}", "e", 2, source="synthetic number") for n in range(9)]
    write_rows(tmp_path / "made.jsonl.gz", rows)
    assert len(synthetic([tmp_path / "made.jsonl.gz"], MIX, seed=1)) == 2


def test_rows_of_a_small_set_are_repeated(tmp_path: Path) -> None:
    write(tmp_path / "set.jsonl.gz", [{"claim": "c", "evidence": "e", "label": "NEI"}])
    assert len(human(tmp_path, replace(MIX, repeated={"set": 3}), seed=1)) == 3


def test_an_epoch_has_every_row_once_and_groups_together(tiny: Path) -> None:
    rows = [
        Row("a claim", "word " * (n % 40 + 1), 0, group=f"g{n // 3}" if n < 60 else "")
        for n in range(200)
    ]
    tokens = Tokens(rows, quiet_tokenizer(tiny), 64)
    batches = list(epoch(tokens, 512, seed=5))
    assert sorted(n for batch in batches for n in batch) == list(range(200))
    place = {n: number for number, batch in enumerate(batches) for n in batch}
    for first in range(0, 60, 3):
        assert len({place[n] for n in range(first, first + 3)}) == 1
    for batch in batches:
        ids, marks, mask = tokens.batch(batch, padding=0)
        assert ids.shape == marks.shape == mask.shape
        assert ids.numel() <= 512 + 8 * len(batch)
        assert ids.shape[1] % 8 == 0
    assert batches == list(epoch(tokens, 512, seed=5)) != list(epoch(tokens, 512, seed=6))


def test_rows_that_are_too_long_are_left_out(tiny: Path) -> None:
    rows = [Row("a claim", "word " * 5, 0), Row("a claim", "word " * 99, 0)]
    assert Tokens(rows, quiet_tokenizer(tiny), 64).rows == rows[:1]
