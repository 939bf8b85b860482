"""Which documents are the draft itself."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.drafts import draft_from_text
from verify.judge import own_documents
from verify.records import Passage

_WHO = ("the mayor", "a clerk", "the harbour master", "a teacher", "the ferry company")
_DID = ("opened a market", "closed a road", "counted the boats", "sold a house", "painted a wall")


def story(numbers: range) -> str:
    """Sentences of which no two have many words in a row in common."""
    return " ".join(
        f"Report {n}{n} of {_WHO[n % 5]} tells that in week {n}7 somebody {_DID[n * 3 % 5]} for"
        f" {n}13 crowns near pier {n}5."
        for n in numbers
    )


def passages(document: str, *texts: str) -> list[Passage]:
    start = sum(map(ord, document)) * 100
    return [Passage(id=start + n, document=document, text=t) for n, t in enumerate(texts)]


DRAFT = story(range(20))


@pytest.mark.parametrize(
    ("texts", "own"),
    [
        ((DRAFT,), True),
        ((story(range(10)), story(range(10, 20))), True),
        ((story(range(14)),), True),  # an earlier version
        ((DRAFT.replace("week", "month"),), True),  # with a word changed in every sentence
        ((story(range(30)),), True),  # a longer copy
        ((story(range(4)),), False),  # a paragraph of it
        ((f"{story(range(4))} {story(range(20, 60))}",), False),  # the story that it is from
        ((story(range(20, 40)),), False),
    ],
)
def test_a_document_is_the_drafts_own_or_a_source(texts: tuple[str, ...], own: bool) -> None:
    draft = draft_from_text(DRAFT, as_of=dt.date(2025, 6, 26))
    other = passages("other", story(range(70, 80)))
    found = own_documents(draft, [*passages("this", *texts), *other])
    assert found == (frozenset({"this"}) if own else frozenset())


def test_a_short_draft_has_no_copies() -> None:
    text = "The Harbour League has nine members."
    draft = draft_from_text(text, as_of=dt.date(2025, 6, 26))
    assert own_documents(draft, passages("this", text)) == frozenset()
