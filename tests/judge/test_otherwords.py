# ruff: noqa: E501 - a case is one line
"""Words of a draft for which a source's sentence has others."""

from __future__ import annotations

import pytest

from tests.judge.finding import report
from verify.judge.otherwords import other_words
from verify.records import Claim, Kind, Label, Probabilities, Sentence, Span

# draft | source | the words of each, or nothing
ROWS = """
Peter Marek declined to comment on the merger. | David Osei declined to comment on the merger. | Peter Marek > David Osei
The firm stated that Peter Marek would stay on. | The company said that David Osei would stay on. | Peter Marek > David Osei
The play was set in Denmark by its young author. | The play was set in Samoa by its young author. | Denmark > Samoa
The play was set in Denmark. | Torva's opera opened with a play of old. |
Marek declined to comment on the merger in Oslo. | Osei declined to comment on the merger in Bergen. |
The firm said that Marek would stay on. | The company said that Marek would stay on. |
Marek declined to comment on the merger. | A man of whom nobody in the whole of Torva had ever heard declined to comment on the merger. |
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_one_run_of_words_that_stands_otherwise(row: str) -> None:
    draft, source, words = (part.strip() for part in row.split("|"))
    span = Span(start=0, end=len(draft))
    sentence = Sentence(span=span, text=draft, block=0)
    claim = Claim(
        id="c1", kind=Kind.EVENT, span=span, text=draft, sentence=sentence, resolved=draft
    )
    found = other_words(claim, source)
    assert (f"{found.mine} > {found.theirs}" if found else "") == words


def test_the_editor_is_told_the_words() -> None:
    source = "David Osei declined to comment on the planned merger of both banks."
    against = Probabilities(supports=0.05, refutes=0.9, neutral=0.05)
    draft = "Peter Marek declined to comment on the planned merger of both banks, David Osei said."
    for verdict in report(draft, source, stances={source: against}).verdicts:
        assert verdict.label is Label.REFUTED
        assert verdict.cause == "the draft says “Peter Marek”, the source “David Osei”"


def test_a_statement_whose_words_the_source_has_is_not_refuted_by_a_reading() -> None:
    source = "Ines Marek has been elected chair of the board, president and chief executive."
    against = Probabilities(supports=0.1, refutes=0.85, neutral=0.05)
    verdicts = report(
        "Ines Marek has been elected president.", source, stances={source: against}
    ).verdicts
    assert Label.REFUTED not in {v.label for v in verdicts}
