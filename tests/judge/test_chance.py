# ruff: noqa: E501 - a case is one line
"""A common value in a sentence about something else supports nothing; with a witness it does."""

from __future__ import annotations

import pytest

from tests.judge.checking import DAY
from verify.claims import read_claims
from verify.judge.chance import by_chance
from verify.records import (
    Basis,
    Comparison,
    Evidence,
    Outcome,
    Passage,
    Probabilities,
    Stance,
    StanceLabel,
)

# draft | value | source | whether they meet by chance
ROWS = """
In 1995, Elbia lifted its embargo. | 1995 | The treaty of Osk was signed in 1995. | chance
In the 19th century, Elbia lost its islands. | the 19th century | Norland lost a war in the 19th century. | chance
Elbia gained a king two years after the war. | two years | Two years later Norland became a republic. | chance
In 1995, Elbia lifted its embargo. | 1995 | Elbia has been at peace since 1995. | fits
Ann Bell won the prize for best song in 2021, as Jan Holt sang. | 2021 | Ann Bell won a second prize for a song after 2021. | fits
Ann Bell won the prize for best song in 2021, as Jan Holt sang. | 2021 | Ann Bell moved to Norland in 2021. | chance
In May 1995, the king lifted the embargo. | May 1995 | The treaty of Osk was signed in May 1995. | fits
On 3 May 1995 the king lifted the embargo. | 3 May 1995 | The treaty of Osk was signed on 3 May 1995. | fits
A child born in 2024 could expect to live 70.4 years. | 2024 | Life expectancy was 70.4 years in 2024. | fits
A child born in 2024 could expect to live 70.4 years. | 2024 | Rents were high in 2024. | chance
The embargo cost the king 412 ships. | 412 ships | The navy lost 412 ships. | fits
"""
UNSURE = Probabilities(supports=0.2, refutes=0.2, neutral=0.6)
TELLING = Probabilities(supports=0.4, refutes=0.3, neutral=0.3)


def evidence(source: str, by: str, reading: Probabilities | None = None) -> Evidence:
    return Evidence(
        passage=Passage(id=1, document="d/1", text=source, published=DAY),
        span=read_claims(source, DAY)[0].sentence.span,
        sentence=source,
        stance=Stance(label=StanceLabel.SUPPORTS),
        comparison=Comparison(
            rule="date.mismatch",
            outcome=Outcome.SAME,
            claim_value="",
            source_value="",
            reason="",
            aligned_by=(by,),
        ),
        reading=reading,
        basis=Basis.WEAK,
    )


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_a_common_value_needs_a_witness(row: str) -> None:
    draft, value, source, expected = row.split(" | ")
    claim = next(c for c in read_claims(draft, DAY) if value in c.text or c.text in value)
    assert by_chance(claim, evidence(source, "close in wording")) == (expected == "chance")


def test_the_model_is_a_witness_and_so_is_a_word() -> None:
    claim = read_claims("In 1995, Elbia lifted its embargo.", DAY)[0]
    source = "The treaty of Osk was signed in 1995."
    assert by_chance(claim, evidence(source, "close in wording", UNSURE))
    assert not by_chance(claim, evidence(source, "close in wording", TELLING))
    assert not by_chance(claim, evidence(source, "same event: lift", UNSURE))
