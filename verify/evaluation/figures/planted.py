"""What `verify evaluate planted` gives."""

from __future__ import annotations

from enum import StrEnum

from verify.evaluation.figures.shared import Calibration, Figure
from verify.records import Basis, Kind, Label, Record


class ChangeKind(StrEnum):
    """What is changed in a true sentence."""

    NUMBER = "number"
    UNIT = "unit"
    SCALE = "scale word"
    PERCENTAGE = "percentage"
    MONEY = "money"
    COUNT = "count"
    DATE = "date"
    WEEKDAY = "weekday"
    DURATION = "duration"
    ORDINAL = "ordinal"
    ROLE = "role"
    LIST = "list member"
    COMPARATIVE = "comparative"
    NAME = "name"
    PLACE = "place"
    NEGATION = "negation"


class Grade(StrEnum):
    """How far a draft is from the corpus: its sentences are in it as they stand, in other words,
    or not at all.
    """

    VERBATIM = "verbatim"
    REWRITTEN = "rewritten"
    WITHHELD = "withheld"


class Catch(StrEnum):
    """What became of a change. All but the first count as missed."""

    CAUGHT = "caught"
    WRONG_RULE = "refuted by the wrong rule"
    MISSED = "missed"
    NOT_READ = "not read as a value"
    NO_CLAIM = "in a sentence that is not checked"
    ALREADY = "refuted before the change too"


class Sample(Record):
    """A verdict on a claim that is known to be true or false, with what it rests on.

    `changed`: the claim is about the value that was changed, or was not yet. `basis`, `strength`
    and `sources` are of the evidence that decided; None and 0 where none did.
    """

    kind: Kind
    true: bool
    changed: bool
    label: Label
    basis: Basis | None = None
    strength: float = 0.0
    sources: int = 0
    confidence: float | None = None


class PlantedCase(Record):
    """One plant and what a way of checking said of it.

    `verdict` is on the changed value, `true_verdict` on the true one, `cause` tells why the first;
    `alarm` is the cause of a refuted claim in the untouched sentence.
    """

    kind: ChangeKind
    grade: Grade
    way: str
    document: str
    original: str
    changed: str
    sentence: str
    catch: Catch
    verdict: Label | None
    cause: str = ""
    true_verdict: Label | None
    alarm: str | None = None
    samples: tuple[Sample, ...] = ()
    seconds: float


class PlantedRow(Record):
    """The figures of one kind, or of several together. `missed` counts by what became of them;
    `spoken` is of both the true and the changed values: those refuted, supported or conflicting.
    """

    kind: str
    caught: Figure
    missed: dict[Catch, int]
    alarms: Figure
    supported: Figure
    spoken: Figure


class PlantedTable(Record):
    """One grade by one way of checking: together first, then kind by kind."""

    grade: Grade
    way: str
    typed: PlantedRow
    rows: tuple[PlantedRow, ...]
    seconds: float
    """The median of the time for one draft."""


class PlantedEvaluation(Record):
    """`verify evaluate planted`; `seed` drew the sentences, the changes and the corpus. `withheld`
    counts the documents that are left out where the originals are withheld.
    """

    model: str
    embedder: str
    seed: int
    drafts: int
    documents: int
    passages: int
    withheld: int
    tables: tuple[PlantedTable, ...]
    calibration: Calibration | None = None
    """Of the verdicts on changed values and on the same values unchanged."""
    cases: tuple[PlantedCase, ...]
