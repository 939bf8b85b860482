"""Documents fall into passages that cover them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verify.corpus import split_passages
from verify.corpus.text import Paragraph, assemble
from verify.records import Document

PIECES = st.sampled_from(
    [
        "Ten members met. ",
        "“We agree,” he said. ",
        "\r\n\r\n",
        "\u00a0",
        "e\u0301 ",
        "🎉 ",
        "No. 10 ",
    ]
)


def sentence(number: int, words: int) -> str:
    return " ".join([f"S{number}", *["word"] * (words - 1)]) + "."


def starts(text: str) -> list[str]:
    """The sentences that each passage holds, by their numbers."""
    passages = split_passages(Document(id="a", text=text))
    return [" ".join(re.findall(r"S\d+", passage.text)) for passage in passages]


def test_a_short_record_stays_whole() -> None:
    text = "  " + " ".join(sentence(n, 30) for n in range(4)) + "\n"
    (passage,) = split_passages(Document(id="a", text=text))
    assert passage.text == text.strip()
    assert passage.span.of(text) == passage.text


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([40] * 4, ["S0 S1 S2", "S2 S3"]),
        ([40] * 7, ["S0 S1 S2", "S2 S3 S4", "S4 S5 S6"]),
        ([100, 100, 100], ["S0", "S1", "S2"]),  # no room to repeat a sentence
        ([10, 100, 30, 30], ["S0 S1", "S2 S3"]),
        ([60, 60, 60], ["S0 S1", "S1 S2"]),
        ([10, 300, 10], ["S0", "S1", "", "S2"]),  # cut into 120 + 120 + 60, the last with S2
    ],
)
def test_windows(sizes: list[int], expected: list[str]) -> None:
    assert starts(" ".join(sentence(n, size) for n, size in enumerate(sizes))) == expected


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=400).map("".join))
def test_passages_cover_every_word_exactly(text: str) -> None:
    covered = [False] * len(text)
    for passage in split_passages(Document(id="a", text=text)):
        assert passage.text == passage.span.of(text) == passage.text.strip()
        assert len(passage.text.split()) <= 200
        for at in range(passage.span.start, passage.span.end):
            covered[at] = True
    assert all(inside or char.isspace() for inside, char in zip(covered, text, strict=True))


def numbers(sizes: list[int], size: int, overlap: int) -> list[str]:
    text = " ".join(sentence(n, words) for n, words in enumerate(sizes))
    passages = split_passages(Document(id="a", text=text), size, overlap)
    return [" ".join(re.findall(r"S\d+", passage.text)) for passage in passages]


@pytest.mark.parametrize(
    ("size", "overlap", "expected"),
    [
        (30, 0, ["S0 S1 S2", "S3 S4"]),
        (30, 1, ["S0 S1 S2", "S2 S3 S4"]),
        (30, 2, ["S0 S1 S2", "S1 S2 S3", "S2 S3 S4"]),
        (30, 9, ["S0 S1 S2", "S1 S2 S3", "S2 S3 S4"]),
        (20, 1, ["S0 S1", "S1 S2", "S2 S3", "S3 S4"]),
        (10, 1, ["S0", "S1", "S2", "S3", "S4"]),
        (50, 1, ["S0 S1 S2 S3 S4"]),
    ],
)
def test_size_and_overlap_are_options(size: int, overlap: int, expected: list[str]) -> None:
    assert numbers([10] * 5, size, overlap) == expected


@pytest.mark.parametrize(("size", "overlap"), [(0, 1), (10, -1)])
def test_windows_that_cannot_be(size: int, overlap: int) -> None:
    with pytest.raises(ValueError, match="no passages of"):
        split_passages(Document(id="a", text="One."), size, overlap)


def table(rows: int) -> Document:
    lines = [
        f"Country: No. {n} of St. Mark; Joined: May 1. 20{n}; Seats: {n}." for n in range(rows)
    ]
    written, spans = assemble([Paragraph("Before it."), *(Paragraph(x, row=True) for x in lines)])
    return Document(id="a", text=written, rows=spans)


@given(st.integers(1, 40), st.integers(12, 60), st.integers(0, 3))
def test_no_row_is_cut(rows: int, size: int, overlap: int) -> None:
    document = table(rows)
    passages = split_passages(document, size, overlap)
    for row in document.rows:
        assert any(passage.span.covers(row) for passage in passages)
        for passage in passages:
            assert passage.span.covers(row) or not passage.span.overlaps(row)
    assert all(len(passage.text.split()) <= size for passage in passages)


@settings(deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=5), max_size=120).map("".join),
    st.integers(1, 40),
    st.integers(0, 5),
)
def test_windows_of_any_size_cover_every_word(text: str, size: int, overlap: int) -> None:
    covered = [False] * len(text)
    starts = []
    for passage in split_passages(Document(id="a", text=text), size, overlap):
        assert passage.text == passage.span.of(text)
        starts.append(passage.span.start)
        for at in range(passage.span.start, passage.span.end):
            covered[at] = True
    assert starts == sorted(starts)
    assert all(inside or char.isspace() for inside, char in zip(covered, text, strict=True))
