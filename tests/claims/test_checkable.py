"""Which sentences are put to the test, and which say nothing that could be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.texts import TEXTS
from verify.claims.checkable import is_fragment, why_skipped
from verify.records import Skip

# reason | sentence; * before the sentence: it has typed values
SENTENCES = """
question | Can anybody stop them?
question | Was it worth the money?
question | * Will prices rise by 5 per cent in 2026?
question | “Is it over?”
opinion | We think the plan is sound.
opinion | * In our view, the 5 per cent rise was too small.
opinion | * To our mind, no country on the Indian Ocean is a more rewarding place.
opinion | The ministers should be ashamed of themselves.
opinion | * This is arguably the best film of 2024.
opinion | Ministers must act now.
opinion | It is a pity that nobody came.
opinion | * On this form they look the best team in Ireland by a distance.
opinion | * It is certainly the most elegant bridge in the north.
opinion | The valuation looks stretched to us.
opinion | The country deserves a quiet autumn.
opinion | It was a disappointing week for diplomacy.
opinion | The government was too slow to buy insecticide.
opinion | The building inspectors have failed the people of Kirzan.
opinion | What a wonderful evening it was.
prediction | Fenwright will surely attract more offers this summer.
prediction | * The population will probably pass 70 million before the middle of the century.
prediction | Property prices in Elsnes are bound to rise.
prediction | More aftershocks are likely in the coming weeks.
prediction | A weaker dollar could spoil the second half.
prediction | * The landing will be the most dangerous day of all.
prediction | The next few weeks will tell whether the worst is over.
prediction | The ferry will be sold to a company in Croatia.
prediction | The film should do well in cinemas this winter.
prediction | It may yet rain.
prediction | * Sales might still reach £4bn.
- | * Motorists will pay 85 kroner a crossing for the next 15 years.
- | * Analysts expect sales to reach £3.8 billion in 2025.
- | The minister said the talks could last for weeks.
- | Economists warned that prices may rise.
- | Rescuers could hear voices under the rubble.
- | He could not attend.
- | * Citizens abroad could cast their ballots in 41 countries.
- | * Tavoria, which shares borders with Austria, Italy and Slovenia, deserves a quiet autumn.
- | * It presented a slow and beautiful portrait of three generations.
- | * Unfortunately, 340 jobs were lost.
- | * The film, a splendid failure, cost €2.8m.
- | “I think we will surely win,” he said.
- | “It may yet rain,” said Brogan.
- | The factory is to shut in March 2026.
- | The talks were held in May.
- | * The bridge can carry 1,200 cars.
- | He was told that he might lose his job.
- | Ships as tall as 62 metres can pass underneath.
- | It would have been the third strike.
- | The board approved the plan.
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("row", rows(SENTENCES))
def test_why_skipped(row: str) -> None:
    wanted, _, sentence = row.partition(" | ")
    found = why_skipped(sentence.removeprefix("* "), has_values=sentence.startswith("* "))
    assert found == (None if wanted == "-" else Skip(wanted))


def test_there_are_enough_golden_sentences() -> None:
    assert len(rows(SENTENCES)) >= 40


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("PORT AMADOR —", True),
        ("Photograph: Liv Aune", True),
        ("A fragile truce", True),
        ("The talks were held in May.", False),
        ("Fenwright scored twice.", False),
        ("", True),
    ],
)
def test_fragments(text: str, wanted: bool) -> None:
    assert is_fragment(text) is wanted


@given(TEXTS, st.booleans())
def test_any_text_has_an_answer(text: str, has_values: bool) -> None:
    assert why_skipped(text, has_values) in {None, *Skip}
    assert isinstance(is_fragment(text), bool)
