"""The records that travel between stages. All are frozen; none knows how it was made.

The way of a draft: Draft -> Sentence -> Claim -> Hit -> Evidence -> Verdict -> Report.
Spans are half-open ranges of code points, so `draft.text[span.start:span.end]` is the text.
"""

from __future__ import annotations

import bisect
import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """Base of every record: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


# --- places in a text -------------------------------------------------------------------------


class Span(Record):
    """A half-open range of code points, `start <= end`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    def of(self, text: str) -> str:
        """The text in the span."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same range, `by` code points further on."""
        return Span(start=self.start + by, end=self.end + by)

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Position(Record):
    """A place in a file as editors count it: line and column from 1, in code points."""

    line: int
    column: int


class Segment(Record):
    """A run of draft text that stands unchanged in the file: text[start:start+length] comes
    from the source at `source` onward."""

    start: int
    source: int
    length: int


class BlockKind(StrEnum):
    """What a stretch of a draft is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE = "table"
    CODE = "code"


class Block(Record):
    """A paragraph, heading, list item ... of a draft. Sentences never cross blocks."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH


class DateSource(StrEnum):
    """Where the date of a draft was taken from."""

    OPTION = "option"
    METADATA = "metadata"
    TODAY = "today"


class Draft(Record):
    """The text under review, where it came from, and the day it speaks from (`as_of`).

    `segments` and `line_starts` (offsets of the source's lines) lead a span back to the file.
    """

    text: str
    source: str
    as_of: dt.date
    as_of_source: DateSource
    title: str = ""
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    line_starts: tuple[int, ...] = (0,)

    def position(self, offset: int) -> Position:
        """Line and column in the source file of a code point of `text`."""
        at = bisect.bisect_right(self.segments, offset, key=lambda s: s.start) - 1
        place = offset
        if at >= 0:
            segment = self.segments[at]
            place = segment.source + min(offset - segment.start, segment.length)
        line = bisect.bisect_right(self.line_starts, place)
        return Position(line=line, column=place - self.line_starts[line - 1] + 1)


class Sentence(Record):
    """One sentence of a text; `block` is the number of its block."""

    span: Span
    text: str
    block: int = 0


# --- claims -----------------------------------------------------------------------------------


class Kind(StrEnum):
    """What sort of assertion a claim makes."""

    ORDINAL = "ordinal"
    SUPERLATIVE = "superlative"
    COMPARATIVE = "comparative"
    COUNT = "count"
    QUANTITY = "quantity"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    DURATION = "duration"
    ROLE = "role"
    MEMBERSHIP = "membership"
    QUOTE = "quote"
    EVENT = "event"


class Form(StrEnum):
    """How an assertion stands in its sentence."""

    MAIN = "main"
    COORDINATION = "coordination"
    RELATIVE = "relative"
    APPOSITION = "apposition"
    PARTICIPLE = "participle"
    ADVERBIAL = "adverbial"
    PARENTHESIS = "parenthesis"
    TITLE = "title"
    ATTRIBUTION = "attribution"
    """That somebody says something."""
    SAID = "said"
    """What somebody is said to say."""


class Skip(StrEnum):
    """Why a sentence is not checked."""

    OPINION = "opinion"
    QUESTION = "question"
    PREDICTION = "prediction"
    FRAGMENT = "fragment"
    RHETORIC = "rhetoric"
    EXPERIENCE = "personal experience"
    BOILERPLATE = "boilerplate"
    NOT_CHECKWORTHY = "not checkworthy"
    """None of the others, but talk by what a model has learned of it."""


class Hedge(StrEnum):
    """How firmly a number is put."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    OPEN = "open"
    """A size and no figure: thousands of, several hundred. Both ends are left wide."""


class When(Record):
    """A date as a closed interval of days. `certain` is false where two readings fit."""

    type: Literal["date"] = "date"
    start: dt.date
    end: dt.date
    certain: bool = True
    throughout: bool = False
    """The time from `start` to `end`, and not a day among them: from 2010 to 2014."""
    text: str = ""


class Quantity(Record):
    """A number of something. `unit` is canonical ("" for a plain count, "%", "pp", "USD", "km2",
    "day" ...) and `low`/`high` are in that unit; equal unless a range was written."""

    type: Literal["quantity"] = "quantity"
    low: Decimal
    high: Decimal
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    precision: Decimal = Decimal(0)
    """The step of the last digit written: 3.4m has a precision of 100,000."""
    whole: Decimal | None = None
    """What it is told as a part of: 543, in 240 of 543 seats."""
    per: str = ""
    """What it is told for one of: $80 a barrel, 500 a day."""
    begins: When | None = None
    ends: When | None = None
    """When a duration began and ended, where that is told beside it."""
    text: str = ""


class Ordinal(Record):
    """A place in a series: the 22nd edition. Rank -1 is the last, -2 the last but one, 0 the only
    one."""

    type: Literal["ordinal"] = "ordinal"
    rank: int
    since: str = ""
    """Its window, as written: since "2008", in "a decade"."""
    field: str = ""
    """Whom it is ranked among, as written: the largest in "Europe", "the world's" largest."""
    quality: str = ""
    """For largest, oldest, most populous ...: the lemma of the quality."""
    text: str = ""


class Comparative(Record):
    """What is larger, smaller or as large as something else. Of an adjective and its opposite one
    is the quality, and the other turns the degree: smaller is less large."""

    type: Literal["comparative"] = "comparative"
    quality: str
    """The lemma of the quality, with the noun that has it: "large", "large population", "copper"
    for more copper."""
    degree: Literal["more", "less", "equal"]
    than: str
    """What it is compared with, as written, names put in: "the tunnel", "in 2023"."""
    text: str = ""


class Role(Record):
    """Who holds which office, of what."""

    type: Literal["role"] = "role"
    office: str
    of: str = ""
    holder: str
    former: bool = False
    text: str = ""


class Membership(Record):
    """A list of members; `closed` when the list claims to be complete. `relation` is "" where no
    word says what they are to the group."""

    type: Literal["membership"] = "membership"
    group: str
    members: tuple[str, ...]
    relation: str = "member"
    closed: bool = False
    text: str = ""


class Quote(Record):
    """Words in quotation marks and who is said to have said them ("" when not certain)."""

    type: Literal["quote"] = "quote"
    words: str
    speaker: str = ""
    text: str = ""


Value = Annotated[
    Quantity | Ordinal | Comparative | When | Role | Membership | Quote,
    Field(discriminator="type"),
]


class Frame(Record):
    """What a value is said of: enough to tell whether two texts speak of the same thing.

    `subject` holds the names the statement is about, `head` the lemmas of the thing measured or
    counted, `series` those of what hangs on it by "of", `verb` the lemmas of the predicate, and
    `names` and `terms` the names and lemmas of the whole clause.
    """

    subject: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    """Lemmas of the subject's nouns, where the subject is a thing and no name."""
    head: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """Lemmas and names between the value and the values beside it."""
    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    wider_names: tuple[str, ...] = ()
    """Names of the whole sentence, and of the title."""
    wider_terms: tuple[str, ...] = ()
    period: When | None = None
    marks: tuple[str, ...] = ()
    """What changes the meaning of the value: "change", "from", "earlier", "planned", "not" ..."""


class Replacement(Record):
    """A word of the draft and the name that stands for it in the claim's own wording."""

    span: Span
    text: str
    by: str
    source: Span | None = None


class Assertion(Record):
    """What can be true or false on its own in a sentence.

    `parts` are its exact spans in the draft, in order and apart: all the words it consists of, a
    subject that it shares with another one too. `wording` is a simple sentence made of them.
    """

    form: Form
    parts: tuple[Span, ...]
    wording: str


class Claim(Record):
    """One checkable assertion: exact span, stand-alone wording, kind and typed value."""

    id: str
    kind: Kind
    span: Span
    text: str
    sentence: Sentence
    resolved: str
    value: Value | None = None
    frame: Frame = Frame()
    replacements: tuple[Replacement, ...] = ()
    unresolved: tuple[str, ...] = ()
    """Words whose reference the draft leaves open, as they stand in it."""
    assertion: Assertion | None = None
    """The part of the sentence that it is; None in a reference text, which is not split."""
    worth: float | None = None
    """How likely its sentence is worth checking, 0 to 1; None: nobody was asked."""
    bare: bool = False
    """A figure of which nothing tells what it is: compared only in like sentences."""


class Skipped(Record):
    """A sentence that is not checked, and why."""

    sentence: Sentence
    reason: Skip
    worth: float | None = None
    """As in `Claim`."""


class Claims(Record):
    """What was found in a draft. `figures` are bare ones, which no reading makes a claim of."""

    claims: tuple[Claim, ...]
    figures: tuple[Claim, ...] = ()
    skipped: tuple[Skipped, ...] = ()


# --- the reference side -----------------------------------------------------------------------


class Document(Record):
    """One reference document as its source gives it. `rows` are the rows of its tables, which no
    passage cuts."""

    id: str
    text: str
    rows: tuple[Span, ...] = ()
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: dt.date | None = None


class Passage(Record):
    """A few sentences of a reference document. `origin` is shared by near-identical copies, `story`
    by versions of one report: both count as one source."""

    id: int
    document: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: dt.date | None = None
    origin: str = ""
    story: str = ""


class Hit(Record):
    """A passage found for a query, with its place in each list (1 is best; None: not in it)."""

    passage: Passage
    score: float
    word_rank: int | None = None
    vector_rank: int | None = None
    similarity: float | None = None
    """Cosine of query and passage, where a vector was compared."""


class Manifest(Record):
    """What an index was built from and with."""

    schema_version: int
    corpus_digest: str
    model: str
    model_fingerprint: str
    dimensions: int
    documents: int
    passages: int
    vectors: str = Field(default="Flat", pattern=r"^(Flat|IVF[1-9]\d{0,6},SQ8)$")
    """Kind of the vector index, as FAISS names it: exact, or of so many lists."""
    window: int = Field(default=120, ge=1)
    """Words of a passage at most."""
    overlap: int = Field(default=1, ge=0)
    """Sentences that a passage repeats of the one before."""
    built: dt.datetime
    sources: tuple[str, ...] = ()
    files: dict[str, str] = {}
    """sha256 of every file of the index."""


# --- judgement --------------------------------------------------------------------------------


class StanceLabel(StrEnum):
    """What a passage says of a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


class Stance(Record):
    """A stance with its calibrated probability; None where a rule and not a model decided."""

    label: StanceLabel
    probability: float | None = None


class Probabilities(Record):
    """A stance model's calibrated probabilities for one pair; they sum to 1."""

    supports: float
    refutes: float
    neutral: float

    @property
    def stance(self) -> Stance:
        """The likeliest label, with its probability."""
        label = max(StanceLabel, key=lambda one: float(getattr(self, one.value)))
        return Stance(label=label, probability=getattr(self, label.value))


class Outcome(StrEnum):
    """How two aligned values compare."""

    SAME = "same"
    DIFFERENT = "different"
    COMPATIBLE = "compatible"


class Comparison(Record):
    """A typed check of the claim's value against a source's, with its reason in words."""

    rule: str
    outcome: Outcome
    claim_value: str
    source_value: str
    reason: str
    aligned_by: tuple[str, ...] = ()
    suggestion: str = ""
    """Where the values differ: the claim's words with the source's value in them, in the draft's
    own style; "" where that cannot be put simply."""
    difference: str = ""
    """How far apart the values are, in words: 1 too few, 2 days too late."""
    claim_normalised: str = ""
    source_normalised: str = ""
    """Both values in the spelling that all wordings share; "" where the source has none."""
    source_span: Span | None = None
    """The source's value in the passage; None where a whole sentence is compared."""
    unnamed: str = ""
    """A name of the claim for which the source, in the same words, has another."""


class Basis(StrEnum):
    """How a source's statement was found to speak of what the claim speaks of, the surest first."""

    WORDING = "wording"
    """A sentence in the same words."""
    NAMED = "named"
    """The subject and the thing are both named."""
    ALIGNED = "aligned"
    """Subject, thing and period fit."""
    WEAK = "weak"
    """Too little speaks for it: an equal value may support, a different one says nothing."""
    READ = "read"
    """A stance model says so."""


class Evidence(Record):
    """A passage's exact sentence with what it says of the claim.

    `span` is the sentence in `passage.text`. `later` marks a passage published after `as_of`, `own`
    one of the draft's own copies or earlier versions, `superseded` one whose value a newer source
    replaces; none of these decides a verdict.
    """

    passage: Passage
    span: Span
    sentence: str
    stance: Stance
    comparison: Comparison | None = None
    reading: Probabilities | None = None
    """What the stance model says of claim and passage; None where none was asked."""
    fit: float = 1.0
    """How well the source's statement fits the claim, 0 to 1."""
    basis: Basis = Basis.ALIGNED
    qualification: str = ""
    later: bool = False
    own: bool = False
    superseded: bool = False


class Label(StrEnum):
    """The verdict on a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKED = "not_checked"


class Verdict(Record):
    """The verdict on one claim, with its cause in words and the evidence, best first."""

    claim: Claim
    label: Label
    cause: str
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()
    confidence: float | None = None
    """How often such a verdict on such evidence was right where that was measured; None where it
    says neither that the claim is true nor that it is false."""


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Record):
    """A rule that fired on a span of the draft."""

    rule: str
    severity: Severity
    label: Label
    span: Span
    start: Position
    end: Position
    message: str
    claim_id: str
    suggestion: str = ""
    """What could stand in the span instead, with the value of the deciding source; "" for none."""


class IndexInfo(Record):
    """The index a report was made with."""

    name: str
    manifest: Manifest


class Report(Record):
    """All there is to say of one draft."""

    draft: Draft
    verdicts: tuple[Verdict, ...]
    skipped: tuple[Skipped, ...] = ()
    findings: tuple[Finding, ...] = ()
    index: IndexInfo | None = None

    def count(self, label: Label) -> int:
        """How many claims have this verdict."""
        return sum(v.label is label for v in self.verdicts)


class Kept(Record):
    """A report that was given, and by what: the version of Verify and the stance model."""

    checked: dt.datetime
    version: str
    stance: str
    report: Report


class Change(Record):
    """A claim whose verdict is another one now."""

    before: Verdict
    after: Verdict
