"""Which sentences are put to the test, and which say nothing that could be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.texts import TEXTS, golden
from verify.claims.checkable import is_fragment, why_skipped
from verify.records import Skip

SENTENCES = golden("checkable")


@pytest.mark.parametrize("row", SENTENCES)
def test_why_skipped(row: str) -> None:
    wanted, _, sentence = row.partition(" | ")
    found = why_skipped(sentence.removeprefix("* "), has_values=sentence.startswith("* "))
    assert found == (None if wanted == "-" else Skip(wanted))


def test_there_are_enough_golden_sentences() -> None:
    assert len(SENTENCES) >= 40


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
