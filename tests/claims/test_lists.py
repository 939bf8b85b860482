"""Lists of names that are said to belong together, and runs of names that are none."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.texts import TEXTS, golden
from verify.claims.lists import Listed, find_lists
from verify.claims.names import find_names
from verify.claims.offices import find_offices

LISTS = golden("lists")


def lists(text: str) -> tuple[Listed, ...]:
    return find_lists(text, find_names(text, find_offices(text)))


@pytest.mark.parametrize("row", LISTS)
def test_lists(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    found = [
        f"{v.group} | {v.relation} | {'closed' if v.closed else 'open'} | {', '.join(v.members)}"
        for v in (listed.value for listed in lists(text))
    ]
    assert "; ".join(found).strip() == wanted.strip()


def test_there_are_enough_golden_sentences() -> None:
    assert len(LISTS) >= 30


def test_the_span_runs_from_the_first_member_to_the_last() -> None:
    text = "On Friday the SCO grew. It includes Belarus, India and Pakistan today."
    (listed,) = lists(text)
    assert text[listed.start : listed.end] == listed.value.text == "Belarus, India and Pakistan"
    assert text[listed.cue_start :].startswith(" It includes")


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    end = 0
    for listed in lists(text):
        assert end <= listed.start < listed.end <= len(text)
        assert text[listed.start : listed.end] == listed.value.text
        assert listed.cue_start <= listed.start
        assert all(m in listed.value.text for m in listed.value.members)
        assert len(listed.value.members) >= 2
        end = listed.end
