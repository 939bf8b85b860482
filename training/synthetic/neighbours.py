"""Claims beside the passages that a search finds for them in other documents: hard neutral rows.

    python -m training.synthetic.neighbours ARCHIVE OUT.jsonl.gz --claims rows.jsonl.gz --rows 20000

This is what a stance model meets most in use: the same subject and the same words, and another
fact. A passage that has a figure or most words of the claim may say the same, so it is left out;
what is left can be wrong in a few rows of a hundred.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verify.sentences import split_sentences

SOURCES = ("wikipedia_vital_leads.jsonl.gz", "misc_passages.jsonl.gz")
NEWS = "fnc1_news"
"""Reports of one event by several papers: they do support one another."""
FOUND = 8
MOST_ALIKE = 0.6
"""Share of the claim's longer words that a passage may have."""
LEAST_ALIKE = 0.2
_WORD = re.compile(r"\w+")


def main() -> None:
    """Write the rows and print how many there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--claims", type=Path, nargs="+", required=True)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    claims = [row for path in options.claims for row in _claims(path)]
    chance.shuffle(claims)
    search = _search_of(options.archive, chance)
    unfinished = options.out.with_name(options.out.name + ".new")
    made = 0
    with gzip.open(unfinished, "wt", encoding="utf-8") as out:
        for claim in claims:
            found = _neighbour(search, claim, chance)
            if found is None:
                continue
            title, evidence = found
            row = {
                "claim": claim["claim"],
                "evidence": evidence,
                "label": "NEI",
                "title": title,
                "source": "synthetic neighbour",
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            made += 1
            if made == options.rows:
                break
    unfinished.replace(options.out)
    print(f"{made} rows")


def _claims(path: Path) -> Iterator[dict[str, Any]]:
    """Rows made by rule from encyclopedia articles; one of each group."""
    last = ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["document"].startswith(NEWS) or row["group"] == last:
                continue
            last = row["group"]
            yield row


def _search_of(archive: Path, chance: random.Random) -> sqlite3.Connection:
    """One to three sentences of each document in a full-text index."""
    search = sqlite3.connect(":memory:")
    search.execute("CREATE VIRTUAL TABLE passage USING fts5(text, title, document UNINDEXED)")
    for name in SOURCES:
        with gzip.open(archive / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["id"].startswith(NEWS):
                    continue
                text = " ".join(row["text"].split())
                sentences = split_sentences(text)
                first = 0
                while first < len(sentences):
                    size = chance.choice([1, 1, 2, 3])
                    part = sentences[first : first + size]
                    words = text[part[0].span.start : part[-1].span.end]
                    values = (words, row.get("title", ""), row["id"])
                    search.execute("INSERT INTO passage VALUES (?, ?, ?)", values)
                    first += size
    return search


def _neighbour(
    search: sqlite3.Connection, claim: dict[str, Any], chance: random.Random
) -> tuple[str, str] | None:
    """Title and text of a passage that is near a claim and does not state it."""
    words = {w for w in _WORD.findall(claim["claim"].casefold()) if len(w) > 3 or w.isdigit()}
    if len(words) < 4:
        return None
    query = " OR ".join(f'"{word}"' for word in sorted(words))
    rows = search.execute(
        "SELECT title, text, document FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?",
        (query, FOUND),
    ).fetchall()
    figures = {w for w in words if w.isdigit()}
    fit = []
    for title, text, document in rows:
        there = set(_WORD.findall(f"{title} {text}".casefold()))
        alike = len(words & there) / len(words)
        if document == claim["document"] or figures & there:
            continue
        if LEAST_ALIKE <= alike <= MOST_ALIKE and 5 <= len(text.split()) <= 120:
            fit.append((title, text))
    return chance.choice(fit) if fit else None


if __name__ == "__main__":
    main()
