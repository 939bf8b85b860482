"""What an evaluation gives: frozen records, which are also the schema of its JSON."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from verify.records import Basis, Kind, Label, Record, StanceLabel

SEED = 20
"""Of every sample, fold and resample: the same data and model give the same figures."""
LABELS: tuple[StanceLabel, ...] = (StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL)
"""The order of labels in every array of this room."""


class Figure(Record):
    """A measured value, the number of cases it stands on, and its 95 % interval."""

    value: float
    n: int
    low: float
    high: float


# --- stance -----------------------------------------------------------------------------------


class Scores(Record):
    """How well labels were told. The macro-F1 is over the labels that occur in the gold."""

    accuracy: Figure
    macro_f1: Figure


class Measured(Record):
    """The stance model, and what it must beat: a guess from the claim alone, and the label that is
    most frequent.
    """

    model: Scores
    claim_only: Scores
    majority: Scores


class Bin(Record):
    """The rows whose top probability lies in (low, high]: how sure the model was, and how often
    it was right. Empty bins have zeros.
    """

    low: float
    high: float
    rows: int
    confidence: float
    accuracy: float


class Calibration(Record):
    """The expected calibration error of the three-way answers, and the bins it is the sum of."""

    error: Figure
    bins: tuple[Bin, ...]


class StanceFile(Record):
    """All figures of one file; None where it has no rows for them, or rows of one label only.

    `two_way` counts rows whose gold is supports or refutes, `three_way` every row of a file that
    has neutral ones; `..._numbers` those of them whose claim has a number. `left_out` counts rows
    by labels that are neither of the three. A row that the model gave no answer for is wrong in
    every figure but calibration.
    """

    file: str
    rows: int
    left_out: dict[str, int] = Field(default_factory=dict)
    unanswered: int = 0
    two_way: Measured | None = None
    two_way_numbers: Measured | None = None
    three_way: Measured | None = None
    three_way_numbers: Measured | None = None
    calibration: Calibration | None = None
    confusion: tuple[tuple[int, ...], ...]
    """Three rows by gold, four columns by answer: supports, refutes, neutral, (none)."""


class StanceEvaluation(Record):
    """`verify evaluate stance`."""

    model: str
    fingerprint: str
    limit: int | None = None
    files: tuple[StanceFile, ...]


# --- retrieval --------------------------------------------------------------------------------


class Ranking(Record):
    """How high one way of searching puts what is relevant: means over the queries."""

    way: str
    ndcg_10: Figure
    recall_5: Figure
    recall_20: Figure
    recall_100: Figure


class RetrievalSet(Record):
    """A collection, searched in every way."""

    name: str
    relevant: str
    """What counts as relevant to a query, in words."""
    documents: int
    passages: int
    rankings: tuple[Ranking, ...]


class RetrievalEvaluation(Record):
    """`verify evaluate retrieval`; `stance_model` is "" where nothing was reranked."""

    embedder: str
    stance_model: str = ""
    limit: int | None = None
    sets: tuple[RetrievalSet, ...]


# --- end to end -------------------------------------------------------------------------------


class FoundLabels(Record):
    """Precision, recall and F1 of (claim, abstract, label) triples.

    `threshold` is the probability from which on a stance counts; None: as the Checker decides.
    """

    threshold: float | None
    precision: Figure
    recall: Figure
    f1: Figure


class SciFactOpen(Record):
    """Claims against abstracts that were searched for. `checked` is through the Checker, `at` by
    the stance model alone at the threshold asked for, `others` at the ones beside it.
    """

    claims: int
    top: int
    checked: FoundLabels
    at: FoundLabels
    others: tuple[FoundLabels, ...] = ()


class VerdictScores(Record):
    """How well verdicts were told; `threshold` as in FoundLabels."""

    threshold: float | None
    scores: Scores


class ClimateClaims(Record):
    """Claims against five sentences each: supported, refuted, not enough evidence, conflicting.

    `checked`, `at` and `others` as in SciFactOpen. The `unchecked` claims, which the Checker cannot
    check, count as wrong.
    """

    claims: int
    unchecked: int
    checked: VerdictScores
    at: VerdictScores
    others: tuple[VerdictScores, ...] = ()


class EndToEndEvaluation(Record):
    """`verify evaluate endtoend`; None for a set that the data folder does not have."""

    model: str
    embedder: str
    limit: int | None = None
    scifact: SciFactOpen | None = None
    climate_fever: ClimateClaims | None = None


# --- claims -----------------------------------------------------------------------------------


class Told(Record):
    """How well one way tells sentences that are worth checking from others.

    `threshold` is the probability from which on a sentence counts; None: the way has none.
    Precision is None where it takes no sentence, recall where none is worth it.
    """

    way: str
    threshold: float | None
    precision: Figure | None
    recall: Figure | None
    f1: Figure


class CheckworthyFile(Record):
    """Marked sentences: how many, and how many of them worth checking."""

    file: str
    rows: int
    worth: int
    ways: tuple[Told, ...]


class PropositionScores(Record):
    """How many marked propositions one way of making claims finds: a claim whose tokens have a
    Jaccard index of `jaccard` or more with a proposition's is one.
    """

    way: str
    jaccard: float
    f1: Figure
    precision: Figure
    recall: Figure


class PropSegmEnt(Record):
    """Sentences with the propositions that people marked; `without_text` and `unmarked` count
    those that are left out, having no text at hand or no proposition in the reference.
    """

    sentences: int
    propositions: int
    without_text: int
    unmarked: int
    ways: tuple[PropositionScores, ...]


class SplitScores(Record):
    """How near one way comes to the simple sentences that editors wrote of a complex one.

    `found` is the share of boundaries that are among the way's cuts, `exact` that of sentences
    whose only cut is the boundary, `pieces` the mean number of sentences made of one.
    """

    way: str
    sari: Figure
    found: Figure | None
    exact: Figure | None
    pieces: float


class WikiSplit(Record):
    """Sentences that editors split in two."""

    rows: int
    bounded: int
    """Rows whose boundary is certain."""
    ways: tuple[SplitScores, ...]


class ClaimsEvaluation(Record):
    """`verify evaluate claims`; `model` is "" where only the rules were asked, and a set is None
    where the data folder lacks it. `missing` says in words what was left out.
    """

    model: str = ""
    limit: int | None = None
    checkworthy: tuple[CheckworthyFile, ...] = ()
    wikisplit: WikiSplit | None = None
    propsegment: PropSegmEnt | None = None
    missing: tuple[str, ...] = ()


# --- planted errors ---------------------------------------------------------------------------


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


# --- every value of a draft, changed ----------------------------------------------------------


class MatrixCase(Record):
    """One value of a draft in other words: another value or, `reworded`, the same one.

    `wrong` says in words what is not as it should be; "" where nothing is.
    """

    kind: Kind
    start: int
    """Where the claim stands in the draft."""
    original: str
    put: str
    reworded: bool
    before: Label
    after: Label | None
    rule: str = ""
    cause: str = ""
    wrong: str = ""


class MatrixEvaluation(Record):
    """`verify evaluate matrix`; `unchanged` and `unreworded` are the claims for which no other
    value and no other way to write it was found.
    """

    model: str
    source: str
    values: int
    unchanged: tuple[str, ...] = ()
    unreworded: tuple[str, ...] = ()
    cases: tuple[MatrixCase, ...]


Evaluation = (
    StanceEvaluation
    | RetrievalEvaluation
    | EndToEndEvaluation
    | ClaimsEvaluation
    | PlantedEvaluation
    | MatrixEvaluation
)
