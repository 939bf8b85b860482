"""How long the typed comparisons take: 40 claims of a draft against 8 passages each.

    python -m benchmarks.comparing DRAFT CORPUS [--index DIR]

Processor time, in milliseconds: to read the passages, as is done once for each; then to align,
compare and decide, the first time and, as the best of several, again.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from verify.checker import Searches
from verify.claims import find_claims
from verify.drafts import read_draft
from verify.index import build_index, open_index
from verify.judge import Context, judge
from verify.models import load_embedder
from verify.records import Claim, Draft, Hit, Kind

CLAIMS, HITS, AGAIN = 40, 8, 5


def main() -> None:
    """Print the three times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("draft")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--index", type=Path, help="an index of the corpus, where there is one")
    options = parser.parse_args()
    embedder = load_embedder()
    with tempfile.TemporaryDirectory() as place:
        if not options.index:
            build_index([options.corpus], Path(place), embedder)
        with open_index(options.index or Path(place), embedder) as index:
            asked = ask(read_draft(options.draft), index)
    context = Context(known=(), near=(), as_of=read_draft(options.draft).as_of)

    def compare() -> None:
        for claim, hits in asked:
            judge(claim, hits, context)

    def warm() -> None:
        """Read every passage, by judging one claim by all of them."""
        for _, hits in asked:
            judge(asked[0][0], hits, context)

    passages = len({h.passage.id for _, hits in asked for h in hits})
    print(f"{len(asked)} claims, {HITS} hits each, {passages} passages")
    print(f"read the passages     {milliseconds(warm):7.1f} ms")
    print(f"compare, first time   {milliseconds(compare):7.1f} ms")
    print(f"compare, again        {min(milliseconds(compare) for _ in range(AGAIN)):7.1f} ms")


def ask(draft: Draft, index: Searches) -> list[tuple[Claim, tuple[Hit, ...]]]:
    """The first claims with a value to compare, each with its hits."""
    claims = [c for c in find_claims(draft).claims if c.kind not in {Kind.QUOTE, Kind.EVENT}]
    claims = claims[:CLAIMS]
    return list(zip(claims, index.search_many([c.resolved for c in claims], HITS), strict=True))


def milliseconds(work: Callable[[], None]) -> float:
    """The processor time that some work takes."""
    begun = time.process_time()
    work()
    return 1_000 * (time.process_time() - begun)


if __name__ == "__main__":
    main()
