"""What the draft could say instead, in its own style; half of the cases suggest nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import find_claims, read_claims
from verify.drafts import draft_from_text
from verify.judge.suggest import suggestion

DAY = dt.date(2025, 6, 26)


def suggested(draft: str, source: str) -> str:
    claim = find_claims(draft_from_text(draft, as_of=DAY), everything=True).claims[0]
    (statement, *_) = (s for s in read_claims(source, DAY) if s.kind is claim.kind)
    return suggestion(claim, statement, DAY)


@pytest.mark.parametrize(
    ("draft", "source", "wording"),
    [
        ("The bloc has nine members.", "The bloc has 10 members.", "ten members"),
        ("The bloc has 9 members.", "The bloc has ten members.", "10 members"),
        ("It was the 23rd meeting.", "It was the twenty-second meeting.", "22nd meeting"),
        ("It was the twenty-third meeting.", "It was the 22nd meeting.", "twenty-second meeting"),
        ("The firm paid $3.4m.", "The firm paid $3,600,000.", "$3.6m"),
        ("The firm paid $3.4 million.", "The firm paid $3.65m.", "$3.65 million"),
        ("Turnout was 61 per cent.", "Turnout was 63%.", "63 per cent"),
        ("The scheme cost Rs 5 crore.", "The scheme cost Rs 60,000,000.", "Rs 6 crore"),
        ("The bridge is 20 km long.", "The bridge is 21 kilometres long.", "21 km"),
        ("They met on 26 June 2025.", "They met on 25 June 2025.", "25 June 2025"),
        ("They met on June 26.", "They met on 25 June 2025.", "June 25"),
        ("They met on Thursday.", "They met on 25 June 2025.", "Wednesday"),
        ("They met on Thursday, 26 June.", "They met on 25 June 2025.", "Wednesday, 25 June"),
        ("They met on the 26th of June.", "They met on 23 June 2025.", "23rd of June"),
        (
            "Ann Bell, the mayor of Elsnes, spoke.",
            "Lena Holt is the mayor of Elsnes.",
            "Lena Holt, the mayor of Elsnes",
        ),
    ],
)
def test_the_value_is_put_in_the_drafts_style(draft: str, source: str, wording: str) -> None:
    assert wording in suggested(draft, source)


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Nearly nine people were hurt.", "Ten people were hurt."),
        ("Nine people were hurt.", "About 12 people were hurt."),
        ("Between 5 and 7 people were hurt.", "Eight people were hurt."),
        ("The bridge is 20 miles long.", "The bridge is 21.3 kilometres long."),
        ("They met on Thursday.", "They met on 2 May 2024."),
        ("They met in June 2025.", "They met on 25 May 2025."),
    ],
)
def test_what_cannot_be_put_simply_is_not_suggested(draft: str, source: str) -> None:
    assert suggested(draft, source) == ""
