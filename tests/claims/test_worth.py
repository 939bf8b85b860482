"""Which plain statements are skipped as talk, and what that talk is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from verify.claims import find_claims
from verify.claims.talk import name_talk
from verify.drafts import draft_from_text
from verify.records import Skip

DAY = dt.date(2025, 6, 26)
TEXT = (
    "The bloc has ten members. The ferry was sold to Croatia. We must give the town more than"
    " this. I did what I could. Was it worth it? We think the plan is sound."
)
DRAFT = draft_from_text(TEXT, as_of=DAY)


def likely(sentences: Sequence[str]) -> list[float]:
    return [0.9 if "ferry" in one or "ten" in one else 0.1 for one in sentences]


def test_plain_statements_below_the_threshold_are_skipped_by_name() -> None:
    found = find_claims(DRAFT, likely)
    assert [c.sentence.text for c in found.claims] == [
        "The bloc has ten members.",
        "The ferry was sold to Croatia.",
    ]
    assert [c.id for c in found.claims] == ["c1", "c2"]
    assert [s.reason for s in found.skipped] == [
        Skip.RHETORIC,
        Skip.EXPERIENCE,
        Skip.QUESTION,
        Skip.OPINION,
    ]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("Two people were hurt.", True),
        ("Lena Holt is the mayor of Elsnes.", True),
        ("“I have two houses,” said Brogan.", True),
        ("The US has 50 states.", True),
        ("World War I ended in 1918.", True),
        ("Henry I was crowned in 1100.", True),
        ("The mine was closed in 1986.", True),
        ("I have two houses.", False),
        ("When I was elected in 2019, it rained.", False),
        ("So, I’m 60 years old.", False),
        ("You paid us 5 million euros in 2019.", False),
    ],
)
def test_typed_values_are_skipped_only_in_speech(sentence: str, kept: bool) -> None:
    draft = draft_from_text(sentence, as_of=DAY)
    assert bool(find_claims(draft, lambda some: [0.0] * len(some)).claims) == kept


def test_what_the_rules_skip_is_not_asked_about() -> None:
    asked: list[str] = []

    def ask(sentences: Sequence[str]) -> list[float]:
        asked.extend(sentences)
        return [1.0] * len(sentences)

    found = find_claims(DRAFT, ask)
    assert len(found.claims) == 4
    assert asked == [c.sentence.text for c in found.claims if c.value is None]
    assert [c.worth for c in found.claims] == [None, 1.0, 1.0, 1.0]


@pytest.mark.parametrize(("threshold", "claims"), [(0.0, 4), (0.1, 4), (0.11, 2), (0.95, 1)])
def test_the_threshold_can_be_set(threshold: float, claims: int) -> None:
    assert len(find_claims(DRAFT, likely, threshold=threshold).claims) == claims


def test_everything_is_checked_where_that_is_asked_for() -> None:
    found = find_claims(DRAFT, likely, everything=True)
    assert not found.skipped
    assert [c.sentence.text for c in found.claims] == [
        "The bloc has ten members.",
        "The ferry was sold to Croatia.",
        "We must give the town more than this.",
        "I did what I could.",
        "Was it worth it?",
        "We think the plan is sound.",
    ]


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("I walked along the quay.", Skip.EXPERIENCE),
        ("It was the year of my life.", Skip.EXPERIENCE),
        ("We must do better.", Skip.RHETORIC),
        ("You know the answer.", Skip.RHETORIC),
        ("The quay was grey.", Skip.NOT_CHECKWORTHY),
        ("“I walked along the quay,” said Brogan.", Skip.NOT_CHECKWORTHY),
    ],
)
def test_how_talk_is_called(sentence: str, called: Skip) -> None:
    assert name_talk(sentence) == called
