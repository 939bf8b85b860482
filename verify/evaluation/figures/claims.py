"""What `verify evaluate claims` gives."""

from __future__ import annotations

from verify.evaluation.figures.shared import Figure
from verify.records import Record


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
