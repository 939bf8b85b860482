"""How long it takes to find the claims of a draft of 1,000 words, with and without the model.

    python -m benchmarks.claims_speed ARCHIVE.jsonl.gz

Each draft is put together from stories of the archive and read once: nothing of it is known before.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.models import load_worth
from verify.records import Claims, Draft

WORDS = 1_000
AS_OF = dt.date(1987, 12, 31)


def drafts(archive: Path, count: int) -> list[Draft]:
    """So many drafts of about `WORDS` words each, no story in two of them."""
    found: list[Draft] = []
    text: list[str] = []
    with gzip.open(archive, "rt", encoding="utf-8") as lines:
        for line in lines:
            text.append(json.loads(line)["text"])
            if sum(len(part.split()) for part in text) >= WORDS:
                words = " ".join("\n\n".join(text).split(" ")[: WORDS + 200])
                found.append(draft_from_text(words, as_of=AS_OF))
                text = []
            if len(found) == count:
                break
    return found


def milliseconds(find: Callable[[Draft], Claims], draft: Draft) -> tuple[float, float]:
    """By the clock and of the processors, for a draft brought to `WORDS` words."""
    clock, processors = time.perf_counter(), time.process_time()
    find(draft)
    taken = (time.perf_counter() - clock, time.process_time() - processors)
    by_clock, of_processors = (1_000 * t * WORDS / len(draft.text.split()) for t in taken)
    return by_clock, of_processors


def main() -> None:
    """Print medians and ranges."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--drafts", type=int, default=20)
    options = parser.parse_args()
    some = drafts(options.archive, 2 * options.drafts + 1)
    worth = load_worth().score
    find_claims(some.pop(), worth)  # what is loaded once
    ways: dict[str, Callable[[Draft], Claims]] = {
        "rules": find_claims,
        "rules and model": partial(find_claims, worth=worth),
    }
    for number, (name, find) in enumerate(ways.items()):
        taken = zip(
            *(milliseconds(find, draft) for draft in some[number :: len(ways)]), strict=True
        )
        for how, times in zip(("by the clock", "of the processors"), taken, strict=True):
            middle = statistics.median(times)
            print(f"{name}, {how}: {middle:.0f} ms ({min(times):.0f} to {max(times):.0f})")


if __name__ == "__main__":
    main()
