# ruff: noqa: E501 - a case is one line
"""What a source adds that the draft leaves out; and claims that have words but no value."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import read_claims
from verify.judge import Context, judge
from verify.judge.plain import supported_events
from verify.judge.qualify import qualification
from verify.records import Claim, Frame, Hit, Label, Passage

DAY = dt.date(2025, 6, 26)

# draft | source | what the draft leaves out
QUALIFIED = """
Members will spend 5% of GDP. | Members agreed to spend 5% of GDP by 2035. | by 2035
Members will spend 5% of GDP by 2035. | Members agreed to spend 5% of GDP by 2035. |
The deal is worth $5 million. | The deal is worth $5 million, subject to approval by shareholders. | subject to approval by shareholders
Output is $16,200 a head. | Output is $16,200 a head at purchasing power parity. | at purchasing power parity
Sales were $5 million. | Sales were $5 million excluding Asia. | excluding Asia
Sales excluding Asia were $5 million. | Sales were $5 million excluding Asia. |
Sales were $5 million. | Sales were $5 million. |
"""


def first(text: str) -> Claim:
    return read_claims(text, DAY)[0]


def hit(text: str, published: dt.date = DAY) -> Hit:
    passage = Passage(id=1, document="d/1", text=text, published=published)
    return Hit(passage=passage, score=1.0, similarity=0.6)


@pytest.mark.parametrize("row", QUALIFIED.strip().splitlines())
def test_qualification(row: str) -> None:
    draft, source, missing = (part.strip() for part in row.split("|"))
    assert qualification(first(draft), first(source)) == missing


QUOTE = "“We will not yield to threats,” said Abbas Araghchi."


EVENT = first("Belarus hosted a summit of foreign ministers.").model_copy(
    update={"frame": Frame(names=("Belarus",), terms=("host", "summit", "foreign", "minister"))}
)


@pytest.mark.parametrize(
    ("source", "there"),
    [
        ("A summit of foreign ministers was hosted by Belarus.", True),
        ("Belarus hosted a summit of foreign ministers in Minsk.", True),
        ("Belarus never hosted a summit of foreign ministers.", False),
        ("Kenya hosted a summit of foreign ministers.", False),
        ("Belarus hosted a festival of folk music.", False),
    ],
)
def test_an_event_is_told_in_the_same_words_or_not(source: str, there: bool) -> None:
    found = supported_events(EVENT, [hit(source)])
    assert bool(found) is there
    assert all(e.span.of(e.passage.text) == e.sentence for e in found)


def label(claim: Claim, *hits: Hit) -> Label:
    return judge(claim, hits, Context((), (), DAY)).label


def test_verdicts_on_words() -> None:
    quoted = hit("He said: “We will not yield to threats.”")
    assert label(first(QUOTE), quoted) is Label.SUPPORTED
    assert label(EVENT, hit(EVENT.text)) is Label.SUPPORTED


def test_words_that_are_nowhere_are_not_refuted() -> None:
    assert label(EVENT, hit("Kenya hosted a summit.")) is Label.NOT_CHECKED
    assert label(EVENT) is Label.NOT_CHECKED


def test_a_later_passage_supports_no_words() -> None:
    later = hit(EVENT.text, DAY + dt.timedelta(days=1))
    found = judge(EVENT, [later], Context((), (), DAY))
    assert found.label is Label.NOT_ENOUGH_EVIDENCE
    assert "after the draft's date" in found.cause
    assert [e.later for e in found.evidence] == [True]
