"""Labelled pairs of claim and evidence, as benchmark files hold them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from pydantic import Field

from verify.evaluation.jsonl import BenchmarkError, read_objects, stem, text
from verify.records import Record, StanceLabel

GOLD = {
    "SUPPORTS": StanceLabel.SUPPORTS,
    "REFUTES": StanceLabel.REFUTES,
    "NEI": StanceLabel.NEUTRAL,
}
LEFT_OUT = frozenset({"PARTIAL", "DISPUTED", "NOT_ENTAILED", "NOT_SUPPORTED"})
"""Labels of data sets that fit none of the three; such rows are left out, and counted."""

_BRACKETS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "-COLON-": ":", "``": '"', "''": '"',
}  # fmt: skip
_BRACKET = re.compile("|".join(map(re.escape, _BRACKETS)))


class Row(Record):
    """A claim, a text that may speak of it with its title, and what it says of the claim."""

    claim: str
    evidence: str
    title: str = ""
    label: StanceLabel


class Benchmark(Record):
    """The rows of one file, and how many were left out by label."""

    name: str
    rows: tuple[Row, ...]
    left_out: dict[str, int] = Field(default_factory=dict)


def read_rows(path: Path) -> Benchmark:
    """The rows of a file: {"claim", "evidence", "label", "page"}, the page (a title) optional.

    Raises BenchmarkError with file and line for what is no such row, and for an unknown label.
    """
    rows: list[Row] = []
    left_out: Counter[str] = Counter()
    for place, fields in read_objects(path):
        label = text(fields, "label", place)
        if label in LEFT_OUT:
            left_out[label] += 1
            continue
        if label not in GOLD:
            raise BenchmarkError(
                f'{place}: unknown label "{label}"',
                f"Possible: {', '.join(GOLD)}; and, left out: {', '.join(sorted(LEFT_OUT))}.",
            )
        rows.append(
            Row(
                claim=plain(text(fields, "claim", place)),
                evidence=plain(text(fields, "evidence", place)),
                title=plain(text(fields, "page", place, "")),
                label=GOLD[label],
            )
        )
    return Benchmark(name=stem(path), rows=tuple(rows), left_out=dict(left_out))


def plain(words: str) -> str:
    """The text with the brackets and quotation marks that a treebank tokeniser wrote out put back.

    Its blanks before commas stay: a model must read drafts, and those have none, but guessing
    where they stood would change the data.
    """
    return _BRACKET.sub(lambda found: _BRACKETS[found[0]], words)
