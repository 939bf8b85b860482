"""How often planted changes are caught, and how often Verify cries wolf, on small field sets.

    python -m benchmarks.fields DIR [NAME ...] [--stance MODEL] [--verbose]

A field set is a folder with `corpus.jsonl`, `draft.txt` and `expected.json`: the date of the
draft, phrases with their verdict, changes that make one claim false, and rewordings that change
nothing. Each change is applied alone, and all other claims must stay as they were.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from pydantic import TypeAdapter

from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.evaluation.figures import Sample
from verify.evaluation.reliability import sample
from verify.evaluation.remembering import Remembering
from verify.index import build_index, open_index
from verify.models import StanceModel, load_embedder, load_stance, load_worth
from verify.records import Label, Report, Verdict

Check = Callable[[str], Report]


def main() -> None:
    """Measure every field set and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--stance", default="fast", help="fast, accurate, none or a cross-encoder")
    parser.add_argument("--json", type=Path, help="write what each verdict rests on, and its truth")
    parser.add_argument("--verbose", action="store_true", help="show everything that is wrong")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    samples: list[Sample] = []
    stance = Remembering(load_stance(options.stance))
    for folder in sorted(p for p in options.directory.iterdir() if (p / "expected.json").exists()):
        if not options.names or folder.name in options.names:
            counts = measure(folder, stance, options.verbose, samples)
            print(f"{folder.name:22}", line(counts), flush=True)
            total += counts
    print(f"{'all':22}", line(total))
    if options.json:
        options.json.write_bytes(TypeAdapter(list[Sample]).dump_json(samples))


def line(c: Counter[str]) -> str:
    """The figures of one set, for reading."""
    return (
        f"supported {c['supported right']}/{c['supported']}"
        f"  silent {c['not_enough_evidence right']}/{c['not_enough_evidence']}"
        f"  conflicting {c['conflicting right']}/{c['conflicting']}"
        f"  false alarms {c['false alarms']}/{c['claims']}"
        f"  caught {c['caught']}/{c['changes']} (wrong rule {c['wrong rule']})"
        f"  others disturbed {c['disturbed']}"
        f"  rewordings kept {c['kept']}/{c['rewordings']}"
    )


def measure(
    folder: Path, stance: StanceModel, verbose: bool, samples: list[Sample]
) -> Counter[str]:
    """All figures of one field set; what each verdict rests on is added to `samples`."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    text = (folder / "draft.txt").read_text(encoding="utf-8")
    as_of = dt.date.fromisoformat(expected["as_of"])
    counts: Counter[str] = Counter()
    embedder = load_embedder()
    with tempfile.TemporaryDirectory() as place:
        build_index([folder / "corpus.jsonl"], Path(place), embedder)
        with open_index(Path(place), embedder) as index:
            checker = Checker(index, stance=stance, worth=load_worth())

            def check(words: str) -> Report:
                return checker.check(draft_from_text(words, as_of=as_of))

            before = check(text)
            score_claims(before, expected, text, counts, verbose)
            samples += true_claims(before, expected)
            for change in expected["mutations"]:
                samples += score_change(before, check, change, counts, verbose)
            for change in expected["rewordings"]:
                after = check(text.replace(change["find"], change["replace"], 1))
                kept = alarms(after) == alarms(before)
                counts["rewordings"] += 1
                counts["kept"] += kept
                if verbose and not kept:
                    print("  REWORDED", change, alarms(after), "was", alarms(before))
    return counts


def score_claims(
    report: Report,
    expected: dict[str, list[dict[str, str]]],
    text: str,
    counts: Counter[str],
    verbose: bool,
) -> None:
    """Verdicts on the untouched draft; a refuted claim in it is a false alarm."""
    counts["claims"] += len(report.verdicts)
    for verdict in report.verdicts:
        if verdict.label is Label.REFUTED:
            counts["false alarms"] += 1
            if verbose:
                show("FALSE ALARM", verdict)
    for row in expected["claims"]:
        at = text.index(row["text"])
        over = overlapping(report, at, at + len(row["text"]))
        labels = {v.label.value for v in over}
        right = row["verdict"] in labels or (
            row["verdict"] == "not_enough_evidence" and not labels & {"supported", "refuted"}
        )
        counts[row["verdict"]] += 1
        counts[row["verdict"] + " right"] += right
        if verbose and not right:
            print(f"  MISSED {row['verdict']} [{row['text']}] ({row.get('why', '')[:110]})")
            for v in over:
                show("    got", v)


def true_claims(report: Report, expected: dict[str, list[dict[str, str]]]) -> Iterator[Sample]:
    """The claims of an untouched draft, but for those on which its sources disagree."""
    changed = about(report, (change["find"] for change in expected["mutations"]))
    disputed = about(
        report, (row["text"] for row in expected["claims"] if row["verdict"] == "conflicting")
    )
    for v in report.verdicts:
        if v.claim.id not in disputed:
            yield sample(v, true=True, changed=v.claim.id in changed)


def about(report: Report, phrases: Iterable[str]) -> set[str]:
    """The ids of the claims that share a character with one of the phrases."""
    text = report.draft.text
    spans = [(text.index(phrase), len(phrase)) for phrase in phrases]
    return {v.claim.id for at, size in spans for v in overlapping(report, at, at + size)}


def score_change(
    before: Report, check: Check, change: dict[str, str], counts: Counter[str], verbose: bool
) -> list[Sample]:
    """One changed value: it must be refuted, and nothing else may change."""
    text, find, new = before.draft.text, change["find"], change["replace"]
    at = text.index(find)
    after = check(text.replace(find, new, 1))
    low, high = differing(find, new)
    over = overlapping(after, at + low, at + max(high, low + 1))
    refuted = [v for v in over if v.label is Label.REFUTED]
    counts["changes"] += 1
    counts["caught"] += bool(refuted)
    if refuted and not any(v.rule.startswith(change["kind"]) for v in refuted):
        counts["wrong rule"] += 1
    if verbose and not refuted:
        print(f"  NOT CAUGHT {change['kind']} [{find}] -> [{new}] ({change.get('note', '')})")
        for v in over:
            show("    got", v)
    disturbed = alarms(after, {v.claim.sentence.text for v in over}) - alarms(before)
    counts["disturbed"] += len(disturbed)
    if verbose and disturbed:
        print("  DISTURBED", disturbed, "by", find, "->", new)
    return [sample(v, true=False, changed=True) for v in over]


def differing(one: str, other: str) -> tuple[int, int]:
    """The part of `other` that is not as in `one`."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, len(other) - end


def overlapping(report: Report, start: int, end: int) -> list[Verdict]:
    """Verdicts on claims that share a character with [start, end)."""
    return [v for v in report.verdicts if v.claim.span.start < end and start < v.claim.span.end]


def alarms(report: Report, without: Collection[str] = ()) -> set[str]:
    """The words of the refuted claims, but for those in some sentences."""
    return {
        v.claim.text
        for v in report.verdicts
        if v.label is Label.REFUTED and v.claim.sentence.text not in without
    }


def show(what: str, verdict: Verdict) -> None:
    """One verdict, in a line."""
    claim = verdict.claim
    top = verdict.evidence[0] if verdict.evidence else None
    print(
        f"  {what} {claim.kind.value} [{claim.text}] {verdict.label.value}: {verdict.cause[:150]}"
    )
    if top:
        by = top.comparison.aligned_by if top.comparison else ()
        print(f"      <- {top.sentence[:170]} {by}")


if __name__ == "__main__":
    main()
