"""Put the rows to train on together: so many of each set, none that repeats a dev claim.

python -m training.mix DATA OUT.jsonl.gz --synthetic synthetic.jsonl.gz
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.crowd import crowd
from training.leaks import Leaks
from training.rows import NAMES, Row, read_rows, write_rows


@dataclass(frozen=True)
class Mix:
    """Rows taken of each set. Large sets of one kind are held down, or they drown the others."""

    human: Mapping[str, int]
    synthetic: Mapping[str, int]
    """Of the kinds made by rule that are not named here, every row is taken."""
    most_words: int
    """Of the evidence."""
    most_alike: int
    """Rows with the same evidence."""
    repeated: Mapping[str, int] = field(default_factory=dict)
    """How often each row of a small set is taken."""
    crowded: float = 0.0
    """Share of the rows of short evidence that is put among other sentences: see `crowd.py`."""


BROAD = Mix(
    human={
        "lingnli": 16_000,
        "infotabs": 14_000,
        "tabfact_pairs": 8_000,
        "mnli": 9_000,
        "cad_snli": 5_000,
        "summary_units": 4_500,
        "snli": 3_000,
        "mnli_3000": 3_000,
        "scitail": 3_000,
        "rte": 2_700,
        "summedits": 2_700,
        "negation_nli": 2_500,
        "attributionbench": 2_300,
        "citation_integrity": 2_136,
        "paws_wiki": 1_998,
        "monotonicity_med": 1_500,
        "breaking_nli": 1_200,
        "check_covid": 1_051,
        "conjnli": 623,
        "numglue": 300,
        "tracie": 300,
        "folio": 300,
    },
    synthetic={
        "synthetic name": 26_000,
        "synthetic opposite": 18_000,
        "synthetic negation": 9_000,
    },
    most_words=150,
    most_alike=6,
)
"""Mostly rows made by rule: figures, years, names, opposites."""
HUMAN = Mix(
    human={
        "lingnli": 25_000,
        "infotabs": 17_000,
        "tabfact_pairs": 17_614,
        "mnli": 9_815,
        "cad_snli": 7_000,
        "summary_units": 4_000,
        "snli": 6_000,
        "mnli_3000": 3_000,
        "scitail": 3_430,
        "rte": 2_757,
        "summedits": 700,
        "negation_nli": 3_500,
        "attributionbench": 2_371,
        "citation_integrity": 2_136,
        "paws_wiki": 1_998,
        "monotonicity_med": 1_000,
        "breaking_nli": 1_200,
        "check_covid": 1_051,
        "conjnli": 623,
        "numglue": 498,
        "tracie": 500,
        "folio": 1_207,
    },
    synthetic={
        "synthetic number": 8_000,
        "synthetic sibling": 4_000,
        "synthetic year": 3_000,
        "synthetic name": 3_500,
        "synthetic opposite": 3_000,
        "synthetic detail left out": 3_500,
        "synthetic other sentence": 2_500,
        "synthetic negation": 1_500,
        "synthetic ordinal": 1_500,
        "synthetic day": 700,
    },
    most_words=230,
    most_alike=9,
)
"""Mostly rows that people labelled, after `BROAD`: the figures stay learned, the rest grows."""
HARD = Mix(
    human={
        "tabfact_pairs": 9_000,
        "lingnli": 6_000,
        "infotabs": 5_000,
        "mnli": 4_000,
        "scitail": 3_430,
        "rte": 2_757,
        "attributionbench": 2_371,
        "citation_integrity": 2_136,
        "cad_snli": 2_000,
        "summary_units": 1_500,
        "check_covid": 1_051,
        "negation_nli": 1_000,
        "paws_wiki": 800,
        "conjnli": 623,
        "numglue": 300,
    },
    synthetic={
        "synthetic number": 5_000,
        "synthetic neighbour": 5_000,
        "synthetic year": 1_500,
        "synthetic name": 1_500,
        "synthetic sibling": 1_500,
        "synthetic opposite": 1_500,
        "synthetic detail left out": 1_500,
        "synthetic ordinal": 700,
        "synthetic other sentence": 500,
        "synthetic negation": 500,
        "synthetic day": 400,
        "synthetic roles": 300,
    },
    most_words=330,
    most_alike=8,
    repeated={"check_covid": 3, "citation_integrity": 2},
)
"""What is hard after `HUMAN`: long tables, science, and what a search finds that tells nothing."""
WIDE = Mix(
    human={
        "lingnli": 45_000,
        "infotabs": 17_000,
        "tabfact_pairs": 17_614,
        "mnli": 9_815,
        "snli": 9_000,
        "cad_snli": 8_330,
        "summary_units": 5_000,
        "negation_nli": 4_493,
        "scitail": 3_430,
        "mnli_3000": 3_000,
        "rte": 2_757,
        "summedits": 2_703,
        "attributionbench": 2_371,
        "citation_integrity": 2_136,
        "paws_wiki": 1_998,
        "monotonicity_med": 1_500,
        "folio": 1_207,
        "breaking_nli": 1_200,
        "check_covid": 1_051,
        "tracie": 860,
        "conjnli": 623,
        "numglue": 498,
    },
    synthetic={
        "synthetic number": 12_000,
        "synthetic name": 6_000,
        "synthetic neighbour": 6_000,
        "synthetic sibling": 5_000,
        "synthetic opposite": 5_000,
        "synthetic detail left out": 5_000,
        "synthetic year": 4_000,
        "synthetic other sentence": 4_000,
        "synthetic negation": 2_000,
        "synthetic ordinal": 2_000,
        "synthetic day": 1_000,
    },
    most_words=330,
    most_alike=9,
    repeated={"check_covid": 4, "citation_integrity": 2},
)
"""Where there is time to see every row several times: nearly all that people labelled."""
SCIENCE = replace(
    WIDE,
    repeated={"check_covid": 6, "citation_integrity": 4, "scitail": 2},
    crowded=0.25,
)
"""As wide, with more of what scientists say, and evidence that stands among other sentences."""
MORE = Mix(human={}, synthetic=BROAD.synthetic, most_words=150, most_alike=6)
"""For a small model that learns from a larger one: many more rows made by rule."""
MIXES = {
    "broad": BROAD,
    "human": HUMAN,
    "hard": HARD,
    "wide": WIDE,
    "science": SCIENCE,
    "more": MORE,
}


def human(folder: Path, mix: Mix, seed: int) -> list[Row]:
    """The shares of the sets that people labelled."""
    chance = random.Random(seed)
    found: list[Row] = []
    for name, share in mix.human.items():
        rows = [
            row
            for row in read_rows(folder / f"{name}.jsonl.gz")
            if len(row.evidence.split()) <= mix.most_words
        ]
        # Statements about one table stay together: they differ in little but their label.
        by_evidence: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            by_evidence[row.evidence].append(row)
        keys = list(by_evidence)
        chance.shuffle(keys)
        taken: list[Row] = []
        for number, key in enumerate(keys):
            group = f"{name}{number}" if len(by_evidence[key]) > 1 else ""
            taken += [
                Row(r.claim, r.evidence, r.label, r.title, group, name)
                for r in by_evidence[key][: mix.most_alike]
            ]
        found += taken[:share] * mix.repeated.get(name, 1)
    return found


def synthetic(paths: Sequence[Path], mix: Mix, seed: int) -> list[Row]:
    """The shares of the rows made by rule, in whole groups; each file's groups are its own."""
    by_group: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for number, path in enumerate(paths):
        for place, row in enumerate(read_rows(path)):
            group = f"{number}{row.group or f'alone {place}'}"
            by_group[row.source, group].append(replace(row, group=group))
    keys = list(by_group)
    random.Random(seed).shuffle(keys)
    taken: Counter[str] = Counter()
    found: list[Row] = []
    for source, group in keys:
        if taken[source] < mix.synthetic.get(source, len(keys) * 4):
            found += by_group[source, group]
            taken[source] += len(by_group[source, group])
    return found


def main() -> None:
    """Write the rows of one mix and print how many there are of each kind."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--synthetic", type=Path, nargs="*", default=[])
    parser.add_argument("--mix", choices=MIXES, default="broad")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    mix = MIXES[options.mix]
    rows = crowd(human(options.data / "train", mix, options.seed), mix.crowded, options.seed)
    rows += synthetic(options.synthetic, mix, options.seed)
    dev = [row.claim for path in (options.data / "dev").glob("*.gz") for row in read_rows(path)]
    leaks = Leaks(dev)
    kept = [row for row in rows if row.claim not in leaks]
    print(f"{len(rows) - len(kept)} of {len(rows)} rows repeat a dev claim and are left out")
    counts = Counter((row.source, NAMES[row.label]) for row in kept)
    for source in dict.fromkeys(row.source for row in kept):
        print(source, {name: counts[source, name] for name in NAMES if counts[source, name]})
    write_rows(options.out, kept)


if __name__ == "__main__":
    main()
