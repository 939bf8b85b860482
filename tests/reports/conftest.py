"""A report made by hand, as a checker would give it: every verdict, note and skip in it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from verify.records import (
    Claim,
    Comparison,
    DateSource,
    Draft,
    Evidence,
    IndexInfo,
    Kind,
    Label,
    Manifest,
    Ordinal,
    Outcome,
    Passage,
    Probabilities,
    Quantity,
    Report,
    Segment,
    Sentence,
    Skip,
    Skipped,
    Span,
    Stance,
    StanceLabel,
    Value,
    Verdict,
    When,
)
from verify.reports.findings import findings_of

SENTENCES = (
    "Now in its 21st edition, the meeting in Qingdao was hosted by China’s Defence\n"
    "Minister Dong Jun, who greeted his guests one by one.",
    "The ministers of the 10-member bloc met on Thursday.",
    "Members agreed to spend 5 per cent of GDP.",
    "Mr Trump announced the ceasefire on June 24.",
    "The Kremlin on Tuesday rejected criticism.",
    "He said that it had cost 3 to 4 million [bold]roubles[/bold].",
    "It was, frankly, a triumph.",
    "Will it last?",
)
TEXT = " ".join(SENTENCES[:3]) + "\n\n" + " ".join(SENTENCES[3:])


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words))


def line_starts(text: str) -> tuple[int, ...]:
    return (0, *(i + 1 for i, c in enumerate(text) if c == "\n"))


def sentence(number: int) -> Sentence:
    return Sentence(span=span_of(SENTENCES[number]), text=SENTENCES[number])


def claim(
    number: int,
    words: str,
    kind: Kind,
    value: Value | None = None,
    *,
    resolved: str = "",
    unresolved: tuple[str, ...] = (),
) -> Claim:
    return Claim(
        id=f"c{number + 1}",
        kind=kind,
        span=span_of(words),
        text=words,
        sentence=sentence(number),
        resolved=resolved or SENTENCES[number].replace("\n", " "),
        value=value,
        unresolved=unresolved,
    )


def evidence(
    text: str,
    stance: StanceLabel,
    comparison: tuple[str, Outcome, str, str, str] | None = None,
    *,
    publisher: str = "Xinhua",
    published: dt.date | None = dt.date(2025, 6, 26),
    url: str = "https://example.org/reports/2025/06/26/meeting-of-defence-ministers-in-qingdao",
    qualification: str = "",
    later: bool = False,
    superseded: bool = False,
    reading: Probabilities | None = None,
    suggestion: str = "",
) -> Evidence:
    names = ("rule", "outcome", "claim_value", "source_value", "reason")
    return Evidence(
        passage=Passage(
            id=1,
            document="doc/1",
            text=text,
            title="A meeting",
            publisher=publisher,
            published=published,
            url=url,
        ),
        span=Span(start=0, end=len(text)),
        sentence=text,
        stance=reading.stance if reading else Stance(label=stance),
        comparison=Comparison(**dict(zip(names, comparison, strict=True)), suggestion=suggestion)
        if comparison
        else None,
        reading=reading,
        qualification=qualification,
        later=later,
        superseded=superseded,
    )


def verdicts() -> tuple[Verdict, ...]:
    supports, refutes, neutral = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL
    june = dt.date(2025, 6, 24)
    return (
        Verdict(
            claim=claim(0, "in its 21st edition", Kind.ORDINAL, Ordinal(rank=21, text="21st")),
            label=Label.REFUTED,
            cause="a source gives another value",
            rule="ordinal.mismatch",
            evidence=(
                evidence(
                    "The 22nd Meeting of the Defence Ministers of the member states of the "
                    "Shanghai Cooperation Organisation was held in Qingdao.",
                    refutes,
                    (
                        "ordinal.edition",
                        Outcome.DIFFERENT,
                        "21st",
                        "22nd",
                        "the draft says 21st, the source 22nd",
                    ),
                    suggestion="in its 22nd edition",
                ),
                evidence(
                    "The 21st meeting had been held in Astana.",
                    neutral,
                    publisher="",
                    published=None,
                    url="",
                ),
            ),
        ),
        Verdict(
            claim=claim(1, "10-member", Kind.COUNT, Quantity(low=Decimal(10), high=Decimal(10))),
            label=Label.SUPPORTED,
            cause="two sources say so",
            rule="count.match",
            evidence=(
                evidence(
                    "The SCO has ten members.",
                    supports,
                    ("count.same", Outcome.SAME, "10", "ten", "both say 10 members"),
                ),
            ),
        ),
        Verdict(
            claim=claim(2, "5 per cent of GDP", Kind.PERCENTAGE),
            label=Label.SUPPORTED,
            cause="a source says so",
            evidence=(
                evidence(
                    "Allies commit to invest 5% of GDP annually on defence by 2035.",
                    supports,
                    publisher="NATO",
                    qualification="by 2035",
                    reading=Probabilities(supports=0.914, refutes=0.02, neutral=0.066),
                ),
            ),
        ),
        Verdict(
            claim=claim(
                3,
                "on June 24",
                Kind.DATE,
                When(start=june, end=june, text="June 24"),
                resolved="Donald Trump announced the ceasefire on 24 June 2025.",
            ),
            label=Label.CONFLICTING,
            cause="sources disagree",
            rule="date.conflict",
            evidence=(
                evidence(
                    "The ceasefire was announced on 24 June in Israel.",
                    supports,
                    ("date.day", Outcome.SAME, "24 June", "24 June", "both say 24 June"),
                    publisher="Haaretz",
                    published=dt.date(2025, 6, 24),
                ),
                evidence(
                    "Trump announced it on 23 June, Washington time.",
                    refutes,
                    (
                        "date.day",
                        Outcome.DIFFERENT,
                        "24 June",
                        "23 June",
                        "the draft says 24 June, the source 23 June",
                    ),
                    publisher="AP",
                    published=dt.date(2025, 6, 23),
                ),
                evidence(
                    "It was announced on 22 June.",
                    refutes,
                    publisher="A later book",
                    published=dt.date(2025, 9, 1),
                    later=True,
                    superseded=True,
                ),
            ),
        ),
        Verdict(
            claim=claim(4, SENTENCES[4], Kind.EVENT),
            label=Label.NOT_ENOUGH_EVIDENCE,
            cause="nothing in the index speaks of it",
        ),
        Verdict(
            claim=claim(
                5,
                "3 to 4 million [bold]roubles[/bold]",
                Kind.MONEY,
                Quantity(low=Decimal(3_000_000), high=Decimal(4_000_000), unit="RUB"),
                unresolved=("He", "it"),
            ),
            label=Label.NOT_CHECKED,
            cause="the draft does not say what “it” is",
        ),
    )


@pytest.fixture
def draft() -> Draft:
    front = "---\nauthor: A. Writer\n---\n"
    return Draft(
        text=TEXT,
        source="examples/meeting.md",
        title="Ministers meet in Qingdao",
        as_of=dt.date(2025, 6, 26),
        as_of_source=DateSource.METADATA,
        segments=(Segment(start=0, source=len(front), length=len(TEXT)),),
        line_starts=line_starts(front + TEXT),
    )


@pytest.fixture
def report(draft: Draft) -> Report:
    judged = verdicts()
    return Report(
        draft=draft,
        verdicts=judged,
        skipped=(
            Skipped(sentence=sentence(6), reason=Skip.OPINION),
            Skipped(sentence=sentence(7), reason=Skip.QUESTION),
        ),
        findings=findings_of(draft, judged),
        index=IndexInfo(
            name="starter",
            manifest=Manifest(
                schema_version=1,
                corpus_digest="ab" * 32,
                model="all-MiniLM-L6-v2",
                model_fingerprint="cd" * 32,
                dimensions=384,
                documents=1,
                passages=5403,
                built=dt.datetime(2025, 7, 2, 9, 30, tzinfo=dt.UTC),
                sources=("corpus",),
            ),
        ),
    )
