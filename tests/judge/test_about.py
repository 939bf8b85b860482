# ruff: noqa: E501 - a case is one line
"""What a stance model alone reads of another thing than the claim's counts for nothing."""

from __future__ import annotations

import pytest

from tests.judge.checking import DAY
from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge.about import says_something, tells_of, tells_of_another
from verify.judge.statements import statements
from verify.records import Claim, Passage

# claim | title of the passage | passage | whether it tells of what the claim is about
SUPPORTING = """
Elbia is a flat and windy country. | Elbia | The country is flat. | yes
Elbia is a flat and windy country. | Norland | Norland is flat and windy. | no
Oslin is the study of tides. | Rocks | Geology is the study of stones. | no
Knitting is an old craft of the north. | Crafts | Of all crafts knitting is the oldest. | yes
A glacier is a body of dense ice. | Lakes | A lake is a body of water. | no
The Danish captain Jan Holt sank the ship near Velde. | Wrecks | Jan Holt sank it. | yes
The Danish captain Jan Holt sank the ship near Velde. | Wrecks | A Danish trawler sank near the coast. | no
"""


def claim_of(text: str) -> Claim:
    return find_claims(draft_from_text(text, as_of=DAY), everything=True).claims[-1]


def passage(title: str, text: str) -> Passage:
    return Passage(id=1, document="d/1", title=title, text=text, published=DAY)


@pytest.mark.parametrize("row", SUPPORTING.strip().splitlines())
def test_a_support_tells_of_the_same(row: str) -> None:
    draft, title, text, same = row.split(" | ")
    one = passage(title, text)
    assert tells_of(claim_of(draft), one, text, statements(one)) == (same == "yes")


# draft | title of the passage | its sentence | whether it is said of another one
REFUTING = """
Elbia, officially the Republic of Elbia, is a landlocked country. | Norland | Norland, officially the Republic of Norland, is a coastal country. | yes
Elbia is a landlocked country in the north. | Norland | Unlike Norland, Elbia is a coastal country. | no
Elbia is a landlocked country in the north. | Countries of the north | It is a coastal country. | no
Elbia is a landlocked country in the north. | Elbia | It is a coastal country. | no
The ministry accepted a bid for the sale of 18,000 tonnes of wheat to Elbia. | Grain | The ministry refused a bid for the sale of 6,000 tonnes of rye to Norland. | yes
The ministry accepted a bid for the sale of 18,000 tonnes of wheat to Elbia. | Grain | The ministry refused a bid for the sale of 18,000 tonnes of wheat to Norland. | no
The ministry accepted a bid for the sale of 18,000 tonnes of wheat to Elbia. | Grain | The ministry accepted a bid for the sale of 16,000 tonnes of wheat to Elbia. | no
"""


@pytest.mark.parametrize("row", REFUTING.strip().splitlines())
def test_a_refutation_tells_of_the_same(row: str) -> None:
    draft, title, text, another = row.split(" | ")
    claim = claim_of(draft)
    found = tells_of_another(claim, passage(title, text), text, claim.frame.wider_names)
    assert found == (another == "yes")


@pytest.mark.parametrize(
    ("wording", "enough"),
    [
        ("Economists said.", False),
        ("In many societies.", False),
        ("Norland.", False),
        ("Norland is a country.", True),
        ("The minister resigned.", True),
    ],
)
def test_a_few_words_are_no_statement(wording: str, enough: bool) -> None:
    claim = claim_of("Norland is a country.").model_copy(update={"resolved": wording})
    assert says_something(claim) == enough
