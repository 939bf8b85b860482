import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.records import (
    Comparative,
    Hedge,
    Membership,
    Ordinal,
    Passage,
    Quantity,
    Quote,
    Role,
    Value,
    When,
)
from verify.reports.wording import citation, plural, printable, value_words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Ordinal(rank=1), "1st"),
        (Ordinal(rank=12), "12th"),
        (Ordinal(rank=22, since="2001"), "22nd, since 2001"),
        (Ordinal(rank=-1, quality="large"), "last large"),
        (Ordinal(rank=0), "only"),
        (Comparative(quality="large", degree="less", than="Ruhn"), "less large than Ruhn"),
        (Comparative(quality="tall", degree="equal", than="the mast"), "as tall as the mast"),
        (Quantity(low=Decimal("3.4E+6"), high=Decimal("3.4E+6"), unit="GBP"), "3,400,000 GBP"),
        (
            Quantity(low=Decimal(5), high=Decimal("7.5"), unit="%", hedge=Hedge.ABOUT),
            "about 5 to 7.5 %",
        ),
        (Quantity(low=Decimal(10), high=Decimal(10)), "10"),
        (When(start=dt.date(2025, 6, 3), end=dt.date(2025, 6, 3)), "3 June 2025"),
        (
            When(start=dt.date(2025, 6, 1), end=dt.date(2025, 6, 30), certain=False),
            "1 June 2025 to 30 June 2025 (uncertain)",
        ),
        (Role(office="minister", of="China", holder="Dong Jun"), "minister of China: Dong Jun"),
        (Role(office="mayor", holder="A", former=True), "former mayor: A"),
        (
            Membership(group="SCO", members=("A", "B"), closed=True),
            "member of SCO: A, B and no others",
        ),
        (Quote(words="No."), "speaker uncertain: “No.”"),
    ],
)
def test_values_in_words(value: Value, words: str) -> None:
    assert value_words(value) == words


def test_citation_names_what_there_is() -> None:
    passage = Passage(id=1, document="a/1", text="x")
    assert citation(passage) == "a/1, undated"
    dated = passage.model_copy(update={"title": "T", "published": dt.date(2025, 1, 2)})
    assert citation(dated) == "T, 2 January 2025"
    assert citation(dated.model_copy(update={"publisher": "P"})) == "P, 2 January 2025"


def test_plural() -> None:
    assert [plural(n, "claim") for n in (0, 1, 1200)] == ["0 claims", "1 claim", "1,200 claims"]


@given(st.text(st.characters()))
def test_printable_is_one_safe_line(text: str) -> None:
    out = printable(text)
    assert len(out.splitlines()) <= 1
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in out)
    assert printable(out) == out


@given(st.text("abc é漢😀\u00a0-"))
def test_printable_keeps_text(text: str) -> None:
    assert printable(text).replace(" ", "") == text.replace(" ", "")
