"""Labelled rows, as the files of a data folder hold them."""

from __future__ import annotations

import gzip
import json
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

    Rows of one `group` differ in little but their label. `soft` are a teacher's probabilities of
    supports, refutes, neutral.
    """

    claim: str
    evidence: str
    label: int
    title: str = ""
    group: str = ""
    source: str = ""
    soft: tuple[float, float, float] | None = None


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of one file, or of the files of one folder.

    Those with a label that is not in `LABELS` are left out.
    """
    if path.is_dir():
        for part in sorted(path.glob("*.jsonl.gz")):
            yield from read_rows(part)
        return
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
                    soft=tuple(row["soft"]) if "soft" in row else None,
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
            soft = {"soft": row.soft} if row.soft else {}
            out.write(json.dumps(fields | soft, ensure_ascii=False) + "\n")
    unfinished.replace(path)


def plain(text: str) -> str:
    """The text without the marks of the Penn Treebank and with single spaces."""
    return " ".join(_TOKENISED.sub(lambda match: _BRACKETS[match.group()], text).split())
