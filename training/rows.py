"""Labelled rows, as the files of a data folder hold them."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

NOT_SUPPORTED = 3
LABELS = {
    "SUPPORTS": 0,
    "REFUTES": 1,
    "NEI": 2,
    "NOT_ENTAILED": NOT_SUPPORTED,
    "NOT_SUPPORTED": NOT_SUPPORTED,
}
"""The last two are of two-way sets: refutes or neutral, the set does not say which."""
NAMES = ("SUPPORTS", "REFUTES", "NEI", "NOT_SUPPORTED")

_BRACKETS = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
}
_TOKENISED = re.compile("|".join(map(re.escape, _BRACKETS)))


@dataclass(frozen=True, slots=True)
class Row:
    """Evidence with its title, a claim, and its label: a place in `NAMES`.

    Rows of one `group` differ in little but their label.
    """

    claim: str
    evidence: str
    label: int
    title: str = ""
    group: str = ""
    source: str = ""


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a file; those with a label that is not in `LABELS` are left out."""
    source = path.name.split(".")[0]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["label"] in LABELS:
                yield Row(
                    claim=plain(row["claim"]),
                    evidence=plain(row["evidence"]),
                    label=LABELS[row["label"]],
                    title=plain(row.get("page", row.get("title", ""))).replace("_", " "),
                    group=str(row.get("group", "")),
                    source=row.get("source", source),
                )


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Rows as a file that `read_rows` reads; it is there whole or not at all."""
    unfinished = path.with_name(path.name + ".new")
    with gzip.open(unfinished, "wt", encoding="utf-8", compresslevel=3) as out:
        for row in rows:
            fields = {
                "claim": row.claim,
                "evidence": row.evidence,
                "label": NAMES[row.label],
                "title": row.title,
                "group": row.group,
                "source": row.source,
            }
            out.write(json.dumps(fields, ensure_ascii=False) + "\n")
    unfinished.replace(path)


def different(rows: Iterable[Row], seed: int) -> list[Row]:
    """The rows with each pair once, the first label of it kept, shuffled."""
    kept: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        kept.setdefault((row.claim, row.evidence, row.title), row)
    found = list(kept.values())
    random.Random(seed).shuffle(found)
    return found


def plain(text: str) -> str:
    """The text without the marks of the Penn Treebank and with single spaces."""
    return " ".join(_TOKENISED.sub(lambda match: _BRACKETS[match.group()], text).split())
