"""Quotations and their speakers."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.hostile import seconds
from tests.claims.texts import REPEATED, TEXTS, golden
from verify.claims.checkable import why_skipped
from verify.claims.lists import find_lists
from verify.claims.names import find_names
from verify.claims.offices import find_offices
from verify.claims.quotes import Quoted, find_quotes
from verify.claims.roles import find_roles

QUOTES = golden("quotes")


def quotes(text: str) -> tuple[Quoted, ...]:
    return find_quotes(text, find_names(text, find_offices(text)))


@pytest.mark.parametrize("row", QUOTES)
def test_quotes(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    found = [f"{q.value.words} / {q.value.speaker}".strip() for q in quotes(text)]
    assert " | ".join(found) == wanted.strip()


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    end = 0
    for quoted in quotes(text):
        assert end <= quoted.start < quoted.end <= len(text)
        assert text[quoted.start : quoted.end] == quoted.value.words
        assert quoted.value.words in quoted.value.text
        assert quoted.value.speaker in text
        end = quoted.end


@pytest.mark.parametrize("piece", REPEATED)
def test_no_text_takes_long(piece: str) -> None:
    text = (piece * (20_000 // len(piece) + 1))[:20_000]

    def read_all() -> None:
        offices = find_offices(text)
        names = find_names(text, offices)
        find_roles(text, names, offices)
        find_lists(text, names)
        find_quotes(text, names)
        why_skipped(text, has_values=True)

    assert seconds(read_all) < 2
