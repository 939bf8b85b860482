"""Names in news prose, and which of them can mean the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.texts import TEXTS, golden
from verify.claims.names import find_names, same_name
from verify.claims.offices import find_offices
from verify.claims.samename import Sameness, how_same

NAMES = golden("names")


@pytest.mark.parametrize("row", NAMES)
def test_names(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    names = find_names(text, find_offices(text))
    assert " | ".join(n.text + "*" * (n.person is True) for n in names) == wanted.strip()


def test_there_are_enough_golden_sentences() -> None:
    assert len(NAMES) >= 60


def test_what_is_a_name_elsewhere_is_one_at_the_head_of_a_sentence() -> None:
    assert find_names("Rovers drew.") == ()
    assert [n.text for n in find_names("Rovers drew.", known={"rovers"})] == ["Rovers"]


def test_what_is_no_person() -> None:
    text = "“The Salt Road” and Apollo 11 were shown at Averil Town in The Hague by Calder Optics."
    assert [n.person for n in find_names(text)] == [False] * 5


PAIRS = golden("same_names")
MEANING = {"=": Sameness.SAME, "~": Sameness.SHORT, "!": Sameness.OTHER}


@pytest.mark.parametrize("row", PAIRS)
def test_same_name(row: str) -> None:
    mark = next(m for m in MEANING if f" {m} " in row)
    one, other = row.split(f" {mark} ")
    assert how_same(one, other) is how_same(other, one) is MEANING[mark]
    assert same_name(one, other) is (mark != "!")


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 50


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    end = 0
    for name in find_names(text, find_offices(text)):
        assert name.text == text[name.start : name.end] == name.text.strip() != ""
        assert name.start >= end
        end = name.end
        assert same_name(name.text, name.text)


@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_is_symmetric_for_any_names(one: str, other: str) -> None:
    assert how_same(one, other) is how_same(other, one)
