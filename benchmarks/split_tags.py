"""How well sentences are split by the table of tags in the package, and by spaCy's tagger instead.

    python -m benchmarks.split_tags DATA --documents document_clusters.dev.json

Needs the extra `[training]`. Nothing in the package asks for spaCy: the figures say why.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from training.tagging import spacy_tags
from verify.claims.split.tagger import tag_words
from verify.evaluation.claims import find_splits
from verify.evaluation.propsegment import AT, read_propositions, score_propositions
from verify.evaluation.splitting import by_assertions
from verify.evaluation.wikisplit import read_splits, score_splits


def main() -> None:
    """Print the figures of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--limit", type=int, default=1_000, help="sentences of WikiSplit")
    options = parser.parse_args()
    files = find_splits(options.data, options.documents)
    for name, tag in (("table", tag_words), ("spaCy", spacy_tags())):
        way = partial(by_assertions, tag=tag)
        if files.wikisplit:
            rows = tuple(read_splits(files.wikisplit))[: options.limit]
            print(score_splits(name, way, rows).model_dump_json())
        if files.propositions and files.documents:
            marked = read_propositions(files.propositions, files.documents).sentences
            for at in AT:
                print(score_propositions(name, way, at, marked).model_dump_json())


if __name__ == "__main__":
    main()
