"""Whether copies are found and twins told from them: stories and passages of a newswire archive.

    python -m benchmarks.origins ARCHIVE.jsonl.gz [--rows FACTS.jsonl.gz]

ARCHIVE is Reuters-21578 with ids such as reuters:7; `data/reuters_pairs.tsv` has pairs of its
stories and passages, read and labelled: "copy" for one report, repeated, corrected, cut or carried
on, "other" for everything else, however alike. Pairs were drawn at random within strata of shared
words, so each stands for `pairs` / (labelled pairs of its stratum) of the archive. Thresholds were
chosen on the split "dev"; "test" was drawn and labelled afterwards.

FACTS has one fact of a thing a row, its title the thing: rows of two things are never copies.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import itertools
import random
import re
import resource
import sqlite3
import tempfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from verify.corpus import split_passages
from verify.corpus.origins import PASSAGES, STORIES, Level, Origins
from verify.corpus.signatures import Words, signature
from verify.evaluation.figures import Figure
from verify.evaluation.intervals import Floats, resampled, share
from verify.evaluation.jsonl import read_objects
from verify.records import Document

PAIRS = Path(__file__).parent / "data" / "reuters_pairs.tsv"
LEVELS = {level.name: level for level in (STORIES, PASSAGES)}
PERMUTATIONS, BANDS = 128, 32


class Text(NamedTuple):
    """A story, or a passage of one."""

    text: str
    title: str
    day: dt.date

    @property
    def signature(self) -> bytes:
        """Its words."""
        return signature(self.text, self.title)


class Pair(NamedTuple):
    """Two texts with what a reader said of them; `weight` is how many pairs it stands for."""

    level: Level
    split: str
    first: Text
    second: Text
    copy: bool
    weight: float


Judge = Callable[[Pair], bool]


def verbatim(text: str) -> tuple[str, ...]:
    """Its words, whatever their case, punctuation and spacing."""
    return tuple(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def by_hash(pair: Pair) -> bool:
    """The same words in the same order."""
    return verbatim(pair.first.text) == verbatim(pair.second.text)


def by_minhash(pair: Pair) -> bool:
    """128 MinHashes of the same shingles in 32 bands of four; copies from half of them equal on."""
    first, second = (_minhashes(text) for text in (pair.first, pair.second))
    equal = first == second
    band = equal.reshape(BANDS, -1).all(axis=1).any()
    return bool(band and equal.mean() >= 0.5)


def _minhashes(text: Text) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    hashes = np.array([hash(s) for s in Words(text.signature).shingles], dtype=np.int64)
    factors = np.random.default_rng(1).integers(1, 2**63, PERMUTATIONS, dtype=np.uint64)
    mixed = hashes.astype(np.uint64)[:, None] * (factors | np.uint64(1))
    return (mixed ^ mixed >> np.uint64(32)).min(axis=0) if len(hashes) else factors


def by_origins(pair: Pair) -> bool:
    """What the product says."""
    origins = Origins(sqlite3.connect(":memory:"), pair.level)
    origins.create()
    first, second = (origins.add(text.signature, text.day) for text in (pair.first, pair.second))
    return first == second


def read_stories(path: Path) -> dict[str, Text]:
    """The stories of the archive by their numbers."""
    return {
        fields["id"].split(":")[1]: Text(fields["text"], fields["title"], _day(fields["published"]))
        for _, fields in read_objects(path)
    }


def _day(written: str) -> dt.date:
    return dt.datetime.strptime(written.split(maxsplit=1)[0], "%d-%b-%Y").date()


def read_pairs(stories: dict[str, Text]) -> list[Pair]:
    """The labelled pairs. A passage is a story's number and the bounds of its text."""
    with PAIRS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    labelled = Counter((row["level"], row["split"], row["stratum"]) for row in rows)

    def text(name: str) -> Text:
        number, *bounds = name.split(":")
        start, end = map(int, bounds) if bounds else (0, None)
        return stories[number]._replace(text=stories[number].text[start:end])

    return [
        Pair(
            level=LEVELS[row["level"]],
            split=row["split"],
            first=text(row["first"]),
            second=text(row["second"]),
            copy=row["label"] == "copy",
            weight=int(row["pairs"]) / labelled[row["level"], row["split"], row["stratum"]],
        )
        for row in rows
    ]


def print_quality(pairs: Sequence[Pair]) -> None:
    """Precision and recall on the labelled pairs as they are, and weighted to the archive."""
    judges: dict[str, Judge] = {"exact": by_hash, "minhash": by_minhash, "origins": by_origins}
    print("| | precision | recall | precision, archive | recall, archive |")
    print("| --- | --- | --- | --- | --- |")
    for level in LEVELS.values():
        for split in ("dev", "test"):
            some = [pair for pair in pairs if pair.level is level and pair.split == split]
            for name, judge in judges.items():
                said = [judge(pair) for pair in some]
                right = sum(pair.copy and yes for pair, yes in zip(some, said, strict=True))
                found = share(right, max(1, sum(said)))
                recall = share(right, sum(pair.copy for pair in some))
                cases = np.array(
                    [
                        (p.weight * (p.copy and y), p.weight * y, p.weight * p.copy)
                        for p, y in zip(some, said, strict=True)
                    ]
                )
                cells = (found, recall, _ratio(cases, 1), _ratio(cases, 2))
                print(f"| {level.name}, {split}, {name} |", " | ".join(map(_cell, cells)), "|")


def _ratio(cases: Floats, of: int) -> Figure:
    return resampled(cases, lambda sums: sums[:, 0] / np.maximum(sums[:, of], 1e-9))


def _cell(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"


class Stream(NamedTuple):
    """Texts on their way into origins."""

    level: Level
    texts: Iterator[Text]


def print_speed(stream: Stream, directory: Path) -> None:
    """Add every text to origins on disk, as a build does."""
    path = directory / f"{stream.level.name}.sqlite"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
    origins = Origins(connection, stream.level)
    origins.create()
    members: Counter[str] = Counter()
    signing = adding = 0.0
    for text in stream.texts:
        start = time.process_time()
        signed = text.signature
        middle = time.process_time()
        members[origins.add(signed, text.day)] += 1
        signing += middle - start
        adding += time.process_time() - middle
    connection.execute("COMMIT")
    count, found = members.total(), len(members)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(
        f"{count:,} {stream.level.name} texts in {found:,} origins, {count - found:,} of them"
        f" copies, the largest of {max(members.values())}: {count / signing:,.0f} signed and"
        f" {count / adding:,.0f} added a second of one core, {path.stat().st_size / 1e6:.1f} MB of"
        f" tables, {most:.0f} MB at most"
    )


def _passages(stories: dict[str, Text]) -> Iterator[Text]:
    for number, story in stories.items():
        for passage in split_passages(Document(id=number, text=story.text, title=story.title)):
            yield story._replace(text=passage.text)


def print_comparisons(stories: dict[str, Text]) -> None:
    """How fast two signatures are compared."""
    chosen = random.Random(1).sample([text.signature for text in stories.values()], 2_000)  # noqa: S311
    start = time.process_time()
    for first, second in itertools.pairwise(chosen):
        STORIES.copies(Words(first), Words(second))
    print(f"{len(chosen) / (time.process_time() - start):,.0f} pairs of stories compared a second")


def print_facts(path: Path) -> None:
    """How many rows of two things are taken for copies."""
    origins = Origins(sqlite3.connect(":memory:"), PASSAGES)
    origins.create()
    titles: dict[str, set[str]] = defaultdict(set)
    exact: dict[tuple[str, ...], set[str]] = defaultdict(set)
    rows = 0
    for _, fields in read_objects(path):
        titles[origins.add(signature(fields["text"], fields["title"]))].add(fields["title"])
        exact[verbatim(fields["text"])].add(fields["title"])
        rows += 1
    wrong, by_words = (sum(len(t) - 1 for t in some.values()) for some in (titles, exact))
    print(
        f"{rows:,} rows of facts: {wrong} joined with another thing's ({by_words} by exact words)"
    )


def main() -> None:
    """Print quality, then speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--rows", type=Path)
    options = parser.parse_args()
    stories = read_stories(options.archive)
    print_quality(read_pairs(stories))
    print_comparisons(stories)
    with tempfile.TemporaryDirectory() as directory:
        print_speed(Stream(STORIES, iter(stories.values())), Path(directory))
        print_speed(Stream(PASSAGES, _passages(stories)), Path(directory))
    if options.rows:
        print_facts(options.rows)


if __name__ == "__main__":
    main()
