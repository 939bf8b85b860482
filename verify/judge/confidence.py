"""How often a verdict is right that rests on such evidence, as it was measured.

`measured.json` beside this file says so for each verdict, for each way in which a source's
statement was aligned, by how well it fits and by how many sources there are. It is made by
`benchmarks/measured.py`. Confidence is of a claim that may as well be false as true.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from verify.records import Basis, Evidence, Kind, Label, Record


class Row(Record):
    """Verdicts on evidence of one basis, from one strength on to that of the next row."""

    label: Label
    basis: Basis
    sources: int
    """At least so many."""
    strength: float
    verdicts: int
    right: int

    @property
    def confidence(self) -> float:
        """The share that is right, by the rule of succession: of few cases less is certain."""
        return round((self.right + 1) / (self.verdicts + 2), 3)


class Alarms(Record):
    """True claims of one kind, and the confidence of each of them that was refuted."""

    kind: Kind
    claims: int
    refuted: tuple[float, ...] = ()


class Measured(Record):
    """Both tables, and what they were made of, in words."""

    made_of: tuple[str, ...] = ()
    confidence: tuple[Row, ...]
    alarms: tuple[Alarms, ...]


@cache
def measured() -> Measured:
    """The tables that come with the package."""
    shipped = files("verify.judge") / "measured.json"
    return Measured.model_validate_json(shipped.read_text(encoding="utf-8"))


def strength(evidence: Evidence) -> float:
    """How surely a piece of evidence says what it says, 0 to 1: how well it fits, or how sure the
    model is that read it."""
    if evidence.basis is not Basis.READ or evidence.reading is None:
        return evidence.fit
    return float(getattr(evidence.reading, evidence.stance.label.value))


def confidence(label: Label, deciding: Sequence[Evidence]) -> float | None:
    """How often a verdict is right that rests on such evidence, best first; None for a verdict that
    takes no side, and for one that was not measured."""
    top = deciding[0]
    return look_up(label, top.basis, strength(top), len(deciding), measured().confidence)


def look_up(
    label: Label, basis: Basis, strong: float, sources: int, rows: Sequence[Row]
) -> float | None:
    """The confidence that the rows give; more sources are never less sure, nor is a better fit."""
    return max(
        (
            row.confidence
            for row in rows
            if row.label is label
            and row.basis is basis
            and row.sources <= sources
            and row.strength <= strong
        ),
        default=None,
    )
