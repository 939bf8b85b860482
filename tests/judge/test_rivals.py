"""Rivals to firsts, onlys and mosts: what is sought, what is read, and what is said of it."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge import Context, judge, seek
from verify.judge.acts import acts
from verify.judge.distinctions import distinction
from verify.judge.seeking import Sought
from verify.records import Claim, Hit, Kind, Label, Passage, Verdict

DAY = dt.date(2025, 6, 26)


def claims(text: str) -> tuple[Claim, ...]:
    return find_claims(draft_from_text(text, as_of=DAY), everything=True).claims


def sought(text: str) -> Sought | None:
    found = seek(claims(text), DAY)
    return next(iter(found.values()), None)


def verdict(draft: str, *sources: str) -> Verdict:
    hits = [
        Hit(passage=Passage(id=n, document=f"d/{n}", text=text), score=1.0, similarity=0.6)
        for n, text in enumerate(sources, start=1)
    ]
    read = claims(draft)
    claim = next(c for c in read if c.kind is Kind.SUPERLATIVE)
    return judge(claim, hits, Context((), (), DAY), sought=seek(read, DAY).get(claim.id))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Norsel beat Hadley 3-1 on 4 May 2022.", "Norsel beat: Hadley, 2022-05-04"),
        ("In 1998 Ana Horvat, a pianist, led the choir.", "Ana Horvat lead choir: 1998-01-01"),
        ("Kerrow made a loss in 2015.", "Kerrow make loss: 2015-01-01"),
        (
            "Idris Kone's visit to Ghana in 2020 was short.",
            "Idris Kone visit: to Ghana, 2020-01-01",
        ),
        ("Marden is a club in Hadley.", "Marden be club: in Hadley"),
        (
            "Idris Kone visited Ghana in 2020 and met Ama Owusu.",
            "Idris Kone visit: Ghana, 2020-01-01",
        ),
        ("Norsel will beat Hadley in 2026.", ""),
        ("Norsel never beat Hadley in 2022.", ""),
        ("The mother of Ana Horvat won the prize.", ""),
        ("Marden was a club in Hadley.", ""),
    ],
)
def test_what_somebody_did(sentence: str, told: str) -> None:
    found = [
        " ".join(filter(None, (act.who, act.verb, act.noun)))
        + ": "
        + ", ".join(
            [
                *(f"{p.preposition} {p.name}".strip() for p in act.names),
                *(str(when.start) for when in act.dates),
            ]
        )
        for act in acts(sentence, DAY)
    ]
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    "draft",
    [
        "She was the first woman to win the prize.",
        "Norsel recorded their first win of the season.",
        "It was not Norsel's first win since 2019.",
        "Norsel recorded their first win.",
        "The minister made his first trip since the war.",
        "It was the second-largest city in Elbia.",
    ],
)
def test_what_depends_on_the_text_is_not_sought(draft: str) -> None:
    assert sought(draft) is None


@pytest.mark.parametrize(
    ("draft", "query"),
    [
        (
            "It was Norsel's first away win since 2019.",
            "Norsel away win beat defeat triumph victory",
        ),
        ("Kenya is the only country to host the Corran Cup.", "country host Corran Cup"),
        ("Mount Aspe is the highest mountain in Torva.", "mountain high Torva"),
        (
            "Inflation in Norland rose to 9.1%, the highest since 1982.",
            "Norland inflation high",
        ),
    ],
)
def test_what_is_searched_for(draft: str, query: str) -> None:
    found = sought(draft)
    assert found is not None
    assert found.queries == (query,)


def test_a_window_that_an_event_opens_is_searched_for_too() -> None:
    found = sought("It was Idris Kone's first visit to Ghana since war broke out in Zarga.")
    assert found is not None
    assert found.queries[1] == "Idris Kone war broke out in Zarga"


def test_windows() -> None:
    found = sought("In 2010 Norsel won at Hadley for the first time in five years.")
    assert found is not None
    assert (found.after, found.before) == (dt.date(2005, 1, 2), dt.date(2010, 1, 1))
    found = sought("It was Norsel's first win since March 2019.")
    assert found is not None
    assert (found.after, found.before) == (dt.date(2019, 3, 31), DAY)


def test_no_rival_is_said_and_supports_nothing() -> None:
    found = verdict("It was Norsel's first win since 2019.", "Hadley beat Norsel on 4 May 2022.")
    assert found.label is Label.NOT_ENOUGH_EVIDENCE
    assert found.cause == "no rival in the corpus, and nothing in it says so"


def test_a_rival_is_shown_with_its_date() -> None:
    source = "It rained. Norsel beat Hadley on 4 May 2022."
    found = verdict("It was Norsel's first win since 2019.", source)
    assert (found.label, found.rule) == (Label.REFUTED, "first.rival")
    assert found.cause == (
        "the draft says first win since 2019, the source tells of one on 4 May 2022"
    )
    evidence = found.evidence[0]
    assert evidence.sentence == "Norsel beat Hadley on 4 May 2022."
    assert evidence.span.of(evidence.passage.text) == evidence.sentence
    assert evidence.comparison is not None
    assert evidence.comparison.aligned_by == ("same one: Norsel", "same event: beat")


def test_a_rival_against_a_source_that_says_so_is_a_conflict() -> None:
    says_so = "It was Norsel's first win since 2019."
    found = verdict(says_so, says_so, "Norsel beat Hadley on 4 May 2022.")
    assert found.label is Label.CONFLICTING
    assert found.rule == "superlative.conflict"


def test_what_is_said_of_another_supports_nothing() -> None:
    found = verdict(
        "Ulf Berg is the oldest member of Torva's parliament.",
        "Ida Moen is the oldest member of Torva's parliament.",
    )
    assert found.rule == "most.rival"


def test_a_second_one_is_no_distinction_but_a_rival_to_the_only_one() -> None:
    (claim, *_) = claims("Ana Horvat became the second woman to win the Elsnes Prize.")
    read = distinction(claim, DAY)
    assert read is not None
    assert (read.rank, read.owner, read.kind, read.verb) == (2, ("Ana Horvat",), ("woman",), "win")
    assert [p.name for p in read.names] == ["Elsnes Prize"]
