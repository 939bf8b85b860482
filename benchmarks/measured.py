"""Make `verify/judge/measured.json`: how often verdicts are right, and how often falsely refuted.

    verify evaluate planted --data DATA --seed 1 --json planted.json
    python -m benchmarks.fields benchmarks/fields_data/dev --stance fast --json fields.json
    python -m benchmarks.measured planted.json fields.json [--write] [--picture FILE]

Without `--write` it only shows the tables, and the calibration error of each file as it is when
the tables are fitted on four fifths of all samples at a time and measured on the fifth.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import TypeAdapter

from verify.evaluation.figures import SEED, Calibration, Sample
from verify.evaluation.picture import draw_calibrations
from verify.evaluation.reliability import SIDES, calibrated, is_right
from verify.judge.confidence import Alarms, Measured, Row, look_up
from verify.records import Basis, Kind, Label

PLACE = Path(__file__).parents[1] / "verify" / "judge" / "measured.json"
EDGES = (0.0, 0.55, 0.65, 0.75, 0.85, 0.95)
"""Strengths at which a row may begin."""
FEWEST = 10
"""Verdicts of a row: a smaller one joins the next weaker."""
LEAST = 5
"""Verdicts of which nothing is said, where there are fewer."""
FOLDS = 5
_SAMPLES = TypeAdapter(list[Sample])


def main() -> None:
    """Fit, measure, show, and write where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help=f"write {PLACE.name}")
    parser.add_argument("--picture", type=Path, help="write a reliability diagram (SVG)")
    options = parser.parse_args()
    files = {path.stem: read_samples(path) for path in options.files}
    everything = [one for samples in files.values() for one in samples]
    measured = fit(everything, [f"{name}: {len(s):,} verdicts" for name, s in files.items()])
    show(measured)
    crossed = {name: cross_calibration(files, name) for name in files}
    for name, calibration in crossed.items():
        if calibration:
            error = calibration.error
            print(f"{name}: error {error.value:.3f} ({error.low:.3f} to {error.high:.3f}),"
                  f" {error.n} verdicts")  # fmt: skip
    if options.write:
        PLACE.write_text(measured.model_dump_json(indent=1) + "\n", encoding="utf-8")
    if options.picture:
        drawn = [(name, one) for name, one in crossed.items() if one]
        options.picture.write_text(draw_calibrations("Reliability of verdicts", drawn), "utf-8")


def read_samples(path: Path) -> list[Sample]:
    """The samples of a file: of `verify evaluate planted`, or a list of them."""
    content = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(content, dict):
        content = [one for case in content["cases"] for one in case["samples"]]
    return _SAMPLES.validate_python(content)


def fit(samples: Sequence[Sample], made_of: Sequence[str] = ()) -> Measured:
    """Both tables."""
    rows = tuple(fit_rows(samples))
    alarms = tuple(fit_alarms(samples, rows))
    return Measured(made_of=tuple(made_of), confidence=rows, alarms=alarms)


def fit_rows(samples: Sequence[Sample]) -> Iterator[Row]:
    """The share that is right, by verdict, basis and number of sources, rising with strength."""
    told = [s for s in samples if s.changed and s.basis is not None]
    for label in SIDES:
        for basis in Basis:
            mine = [s for s in told if s.label is label and s.basis is basis]
            yield from rising(label, basis, 1, mine)
            yield from rising(label, basis, 2, [s for s in mine if s.sources > 1])


def rising(label: Label, basis: Basis, sources: int, samples: Sequence[Sample]) -> list[Row]:
    """Rows of at least `FEWEST` verdicts, none less sure than a weaker one: neighbours that are
    are one row (pool adjacent violators). None where there are fewer verdicts in all.
    """
    rows: list[Row] = []
    for low, high in zip(EDGES, (*EDGES[1:], 2.0), strict=True):
        inside = [s for s in samples if low <= s.strength < high]
        if not inside:
            continue
        right = sum(map(is_right, inside))
        rows.append(
            Row(
                label=label,
                basis=basis,
                sources=sources,
                strength=low,
                verdicts=len(inside),
                right=right,
            )
        )
        while len(rows) > 1 and (
            rows[-1].confidence < rows[-2].confidence
            or min(rows[-1].verdicts, rows[-2].verdicts) < FEWEST
        ):
            last, before = rows.pop(), rows.pop()
            rows.append(joined(before, last))
    return rows if rows and rows[0].verdicts >= LEAST else []


def joined(weaker: Row, stronger: Row) -> Row:
    """Two rows as one."""
    verdicts, right = weaker.verdicts + stronger.verdicts, weaker.right + stronger.right
    return weaker.model_copy(update={"verdicts": verdicts, "right": right})


def fit_alarms(samples: Sequence[Sample], rows: Sequence[Row]) -> Iterator[Alarms]:
    """True claims of each kind, and how surely each of them is refuted that is."""
    true = [s for s in samples if s.true and s.label is not Label.NOT_CHECKED]
    for kind in Kind:
        mine = [s for s in true if s.kind is kind]
        if mine:
            refuted = [sureness(s, rows) for s in mine if s.label is Label.REFUTED]
            yield Alarms(kind=kind, claims=len(mine), refuted=tuple(sorted(refuted)))


def sureness(one: Sample, rows: Sequence[Row]) -> float:
    """The confidence of a verdict by these rows; 0 where they have none for it."""
    if one.basis is None:
        return 0.0
    return look_up(one.label, one.basis, one.strength, one.sources, rows) or 0.0


def cross_calibration(files: dict[str, list[Sample]], name: str) -> Calibration | None:
    """The calibration of a file's verdicts by tables that were fitted without them."""
    chance = random.Random(SEED)  # noqa: S311 - draws folds, not secrets
    fold = {id(s): chance.randrange(FOLDS) for samples in files.values() for s in samples}
    everything = [s for samples in files.values() for s in samples]
    told = []
    for number in range(FOLDS):
        rows = tuple(fit_rows([s for s in everything if fold[id(s)] != number]))
        for s in files[name]:
            if fold[id(s)] == number and s.label in SIDES:
                told.append(s.model_copy(update={"confidence": sureness(s, rows) or None}))
    return calibrated(told)


def show(measured: Measured) -> None:
    """The tables, for reading."""
    for row in measured.confidence:
        print(
            f"{row.label:10} {row.basis:8} {row.sources} from {row.strength:.2f}:"
            f" {row.right:4} of {row.verdicts:4}, {row.confidence:.3f}"
        )
    for alarms in measured.alarms:
        print(f"{alarms.kind:12} {len(alarms.refuted)} of {alarms.claims}:",
              *(f"{c} x {n}" for c, n in sorted(Counter(alarms.refuted).items())))  # fmt: skip


if __name__ == "__main__":
    main()
