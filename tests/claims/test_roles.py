"""Who holds which office, as news prose puts it."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.texts import TEXTS, golden
from verify.claims.names import find_names
from verify.claims.offices import canonical, find_offices, same_office
from verify.claims.roles import Held, find_roles

ROLES = golden("roles")


def roles(text: str, place: str = "") -> tuple[Held, ...]:
    offices = find_offices(text)
    return find_roles(text, find_names(text, offices), offices, place)


@pytest.mark.parametrize("row", ROLES)
def test_roles(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    found = [h.value for h in roles(text)]
    said = [f"{r.office}/{r.of}/{r.holder}" + "/former" * r.former for r in found]
    assert " | ".join(said) == wanted.strip()


def test_there_are_enough_golden_sentences() -> None:
    assert len(ROLES) >= 60


def test_its_office_is_of_the_place_that_is_given() -> None:
    (held,) = roles("Its president, Masoud Pezeshkian, took office.", place="Iran")
    assert held.value.of == "Iran"


def test_the_span_holds_owner_office_and_holder() -> None:
    text = "On Tuesday China's defence minister, Dong Jun, spoke."
    (held,) = roles(text)
    assert text[held.start : held.end] == held.value.text == "China's defence minister, Dong Jun"


OFFICES = golden("offices")


@pytest.mark.parametrize("row", OFFICES)
def test_same_office(row: str) -> None:
    mark = "=" if " = " in row else "!"
    one, other = row.split(f" {mark} ")
    assert same_office(one, other) is same_office(other, one) is (mark == "=")


def test_an_office_is_found_whole_and_once() -> None:
    text = "The head of state and the chief financial officer saw the head of government."
    words = [text[start:end] for start, end in find_offices(text)]
    assert words == ["head of state", "chief financial officer", "head of government"]


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    for start, end in find_offices(text):
        assert text[start:end].strip() == text[start:end] != ""
        assert canonical(text[start:end])
    for held in roles(text, "Iran"):
        assert held.value.text == text[held.start : held.end] != ""
        assert held.value.holder in text
