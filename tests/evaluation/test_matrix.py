"""Every value of a draft changed and written another way, on a tiny corpus."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.evaluation import MatrixEvaluation, evaluate_matrix, tables
from verify.evaluation.collections import indexed
from verify.evaluation.progress import silent
from verify.evaluation.variants import Strangers, other_wordings, same_wordings
from verify.models import NoStanceModel
from verify.records import Claim, Document, Label
from verify.testing import HashingEmbedder

DAY = dt.date(2025, 6, 26)
STRANGERS = Strangers(holders=("Ann Lowell", "Jean Moore"), members=("Corby", "Halden"))


def claim(text: str) -> Claim:
    return find_claims(draft_from_text(text, as_of=DAY)).claims[0]


# sentence | the value in other words, each another value
OTHERS = """
The Arden Mill has 30 looms. | 31 looms; 29 looms; 32 looms
The Arden Mill has nine looms. | ten looms; eight looms; eleven looms
The Arden Mill earned $3.4 million in the spring. | $6.8 million; $5.1 million; $1.7 million
It was the 22nd meeting of the Arden Wool Council. | 23rd meeting; 21st meeting; 24th meeting
It was the twenty-second meeting of the Arden Wool Council. | twenty-third meeting; twenty-first meeting; twenty-fourth meeting
The Arden Mill burnt down on 3 May 2024. | 4 May 2024; 2 May 2024; 7 May 2024
The Arden Mill was founded in 1951. | 1952; 1950; 1954
The Arden Mill's president, Joan Reeve, left. | Arden Mill's president, Ann Lowell; Arden Mill's president, Jean Moore
The Arden Mill closed its sheds in Arden, Lowick and Thame. | Corby, Lowick and Thame; Arden, Halden and Thame
"""  # noqa: E501 - a case is one line

# sentence | the same value in other words
AGAIN = """
The Arden Mill has 30 looms. | thirty looms
The Arden Mill has nine looms. | 9 looms
The Arden Mill earned $3,400,000 in the spring. | $3.4 million
It was the 22nd meeting of the Arden Wool Council. | twenty-second meeting
It was the first meeting of the Arden Wool Council. | 1st meeting
The Arden Mill burnt down on May 3, 2024. | 3 May 2024
The Arden Mill burnt down on Monday. | 23 June 2025
The Arden Mill closed its sheds in Arden, Lowick and Thame. | Thame, Lowick and Arden
The Arden Mill burnt down a week ago. |
"""


@pytest.mark.parametrize("row", OTHERS.strip().splitlines())
def test_other_values(row: str) -> None:
    sentence, wanted = (part.strip() for part in row.split("|"))
    assert "; ".join(other_wordings(claim(sentence), STRANGERS, DAY)) == wanted


@pytest.mark.parametrize("row", AGAIN.strip().splitlines())
def test_the_same_value(row: str) -> None:
    sentence, wanted = (part.strip() for part in row.split("|"))
    assert "; ".join(same_wordings(claim(sentence))) == wanted


@pytest.fixture(scope="module")
def evaluation() -> MatrixEvaluation:
    corpus = [
        Document(
            id="mill",
            title="Arden Mill",
            text="The Arden Mill has 30 looms. The Arden Mill was founded in 1951.",
        )
    ]
    draft = draft_from_text(
        "The Arden Mill has 30 looms. It was founded in 1951. The Thame Mill has 12 looms.",
        as_of=DAY,
    )
    with indexed(corpus, HashingEmbedder(64), silent) as index:
        return evaluate_matrix(draft, index, NoStanceModel(), None)


def test_what_is_supported_must_be_refuted(evaluation: MatrixEvaluation) -> None:
    assert evaluation.values == 3
    before = {case.original: case.before for case in evaluation.cases}
    assert before["30 looms"] is before["1951"] is Label.SUPPORTED
    changed = [c for c in evaluation.cases if not c.reworded and c.before is Label.SUPPORTED]
    assert [(c.after, c.wrong) for c in changed] == [(Label.REFUTED, "")] * 6


def test_what_is_not_known_stays_open(evaluation: MatrixEvaluation) -> None:
    others = [c for c in evaluation.cases if c.original == "12 looms"]
    assert others
    assert {(c.after, c.wrong) for c in others} == {(Label.NOT_ENOUGH_EVIDENCE, "")}


def test_written_otherwise_nothing_moves(evaluation: MatrixEvaluation) -> None:
    again = [c for c in evaluation.cases if c.reworded]
    assert {c.original for c in again} == {"30 looms", "12 looms"}
    assert [c.wrong for c in again] == [""] * len(again)
    assert evaluation.unreworded == ("1951",)


def test_what_falls_short_is_told(evaluation: MatrixEvaluation) -> None:
    assert tables.render(evaluation)
    case = evaluation.cases[0]
    assert MatrixEvaluation.model_validate_json(evaluation.model_dump_json()) == evaluation
    assert case.rule == "count.mismatch"
