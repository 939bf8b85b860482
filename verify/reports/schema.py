"""The public shape of the JSON report, kept apart from the records so that these may change.

New fields may be added under one `schema_version`; a removed or changed one raises it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from verify.records import (
    Basis,
    DateSource,
    Form,
    Kind,
    Label,
    Outcome,
    Severity,
    Skip,
    StanceLabel,
    Value,
)

SCHEMA_VERSION: Literal[1] = 1


class Public(BaseModel):
    """Base of all parts; the texts below fields are the descriptions in the schema."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Place(Public):
    """A place in a draft."""

    offset: int
    """Code points from the start of the draft's text, as Verify reads it."""
    line: int
    """Line in the file, from 1."""
    column: int
    """Column in the file, from 1, in code points."""


class Tool(Public):
    """What made the report."""

    name: Literal["verify"] = "verify"
    version: str


class DraftInfo(Public):
    """The text that was checked."""

    source: str
    """Path or address; "-" for standard input."""
    title: str
    as_of: dt.date
    """The day the draft speaks from."""
    as_of_source: DateSource
    """Where that day was taken from."""


class Index(Public):
    """The index the draft was checked against."""

    name: str
    schema_version: int
    model: str
    model_fingerprint: str
    corpus_digest: str
    documents: int
    passages: int
    built: dt.datetime
    sources: tuple[str, ...]


class Comparison(Public):
    """A typed check of the claim's value against the source's."""

    rule: str
    outcome: Outcome
    claim: str
    """The claim's value in words."""
    source: str
    """The source's value in words."""
    reason: str
    suggestion: str
    """Where the values differ: the claim's words with the source's value in them, in the draft's
    own style; "" where that cannot be put simply. Never applied by itself."""
    difference: str
    """How far apart the values are, in words: 1 too few; "" where they are not."""
    claim_normalised: str
    source_normalised: str
    """Both values in the spelling that all wordings share: 3400000 USD, 2025-06-23; "" where whole
    sentences are compared."""
    source_quote: str
    """The source's value as it stands there."""


class Reading(Public):
    """A stance model's calibrated probabilities; they sum to 1."""

    supports: float
    refutes: float
    neutral: float


class Evidence(Public):
    """What one reference document says of a claim."""

    document: str
    title: str
    publisher: str
    url: str
    published: dt.date | None
    origin: str
    """Near-identical copies share an origin and count as one source."""
    story: str
    """Versions of one report share a story and count as one source too."""
    sentence: str
    """The exact sentence of the document."""
    stance: StanceLabel
    probability: float | None
    """Of the stance; null where a comparison and not a model decided."""
    reading: Reading | None
    """What the stance model says of claim and passage; null where it was not asked."""
    comparison: Comparison | None
    basis: Basis
    """How the source's statement was found to speak of what the claim speaks of."""
    qualification: str
    """A condition that the source adds and the draft leaves out."""
    later: bool
    """Published after the day the draft speaks from: shown, does not decide."""
    own: bool
    """A copy or an earlier version of the draft: shown, does not decide."""
    superseded: bool
    """A newer source replaces its value: shown, does not decide."""


class Part(Public):
    """Words of a draft that belong to an assertion."""

    text: str
    start: Place
    end: Place
    """First place after the words."""


class Assertion(Public):
    """The part of a sentence that a claim is: what can be true or false on its own."""

    form: Form
    """How it stands in its sentence."""
    parts: tuple[Part, ...]
    """Its exact words, in order and apart; a subject that it shares with another one too."""
    wording: str
    """A simple sentence made of them."""


class Claim(Public):
    """One checkable assertion of a draft."""

    id: str
    kind: Kind
    text: str
    """The exact words of the draft."""
    start: Place
    end: Place
    """First place after the claim."""
    sentence: str
    """The sentence of the draft in which it stands."""
    resolved: str
    """A wording that stands alone."""
    unresolved: tuple[str, ...]
    """Words whose reference the draft leaves open."""
    assertion: Assertion | None
    """The part of the sentence that it is; null where the sentence has no verb."""
    value: Value | None
    """What the claim asserts, typed."""
    worth: float | None
    """How likely its sentence is worth checking, 0 to 1; null where no model was asked."""


class JudgedClaim(Claim):
    """A claim with its verdict."""

    rule: str
    """The rule that decided; "" where none did."""
    verdict: Label
    cause: str
    """Why, in words."""
    confidence: float | None
    """How often such a verdict on such evidence was right where that was measured; null where it
    says neither that the claim is true nor that it is false."""
    evidence: tuple[Evidence, ...]
    """Best first."""


class Change(Public):
    """A claim of a draft that was checked before, whose verdict is another one now."""

    source: str
    as_of: dt.date
    checked: dt.datetime
    before: JudgedClaim
    after: JudgedClaim


class Skipped(Public):
    """A sentence that was not checked."""

    reason: Skip
    worth: float | None
    """As in a claim."""
    sentence: str
    start: Place
    end: Place


class Finding(Public):
    """A rule that fired."""

    rule: str
    severity: Severity
    verdict: Label
    claim: str
    """Id of the claim."""
    start: Place
    end: Place
    message: str
    suggestion: str
    """What could stand between start and end instead; "" for nothing."""


class Summary(Public):
    """How many claims have each verdict, and how many sentences were skipped."""

    refuted: int
    conflicting: int
    supported: int
    not_enough_evidence: int
    not_checked: int
    skipped: int


class DraftReport(Public):
    """All there is to say of one draft."""

    draft: DraftInfo
    index: Index | None
    summary: Summary
    claims: tuple[JudgedClaim, ...]
    """In the order of the draft."""
    skipped: tuple[Skipped, ...]
    findings: tuple[Finding, ...]


class Failure(Public):
    """A draft that could not be checked."""

    source: str
    problem: str
    remedy: str


class ReportFile(Public):
    """What `verify check --format json` writes, for one draft or for many."""

    schema_version: Literal[1] = SCHEMA_VERSION
    tool: Tool
    summary: Summary
    """Of all drafts together."""
    reports: tuple[DraftReport, ...]
    failures: tuple[Failure, ...]
    """Drafts that could not be checked; never counted as clean."""


def json_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of a report file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ReportFile.model_json_schema(mode="serialization"),
    }
