"""Sentences of news prose, and exact spans for any text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.records import Block, Span
from verify.sentences import split_paragraphs, split_sentences

GOLDEN = [
    line
    for line in (Path(__file__).parent / "golden" / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
PIECES = [
    *["Mr. Smith", "U.S. Senate", "9 a.m. ", "No. 10", "£3.4m. ", "…", "...", "?!", ". ", "he "],
    *["“", "”", "‘", "’", '"', "'", "(", ")", "\n", "\r\n", "\r", "\n\n", "\t", "  ", "e\u0301"],
    *["👩‍💻", "🇫🇷", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u2028", "&ᓴ&", "中国。", "The end."],
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


def test_there_are_enough_golden_cases() -> None:
    assert len(GOLDEN) >= 50


@pytest.mark.parametrize("case", GOLDEN)
def test_golden(case: str) -> None:
    wanted = case.split(" | ")
    assert [s.text for s in split_sentences(" ".join(wanted))] == wanted


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    assert_exact(text, ())


@given(st.lists(TEXTS, max_size=5))
def test_spans_are_exact_and_stay_in_their_blocks(parts: list[str]) -> None:
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block(span=Span(start=at, end=at + len(part))))
        at += len(part)
    assert_exact("".join(parts), blocks)


def assert_exact(text: str, blocks: list[Block] | tuple[Block, ...]) -> None:
    sentences = split_sentences(text, blocks)
    end, covered = 0, []
    for sentence in sentences:
        assert sentence.text == text[sentence.span.start : sentence.span.end]
        assert sentence.text == sentence.text.strip() != ""
        assert sentence.span.start >= end
        if blocks:
            assert blocks[sentence.block].span.covers(sentence.span)
        end = sentence.span.end
        covered.append(sentence.text)
    assert "".join("".join(covered).split()) == "".join(text.split())
    assert [s.block for s in sentences] == sorted(s.block for s in sentences)


def test_a_sentence_may_run_over_the_lines_of_its_block() -> None:
    text = "The talks in\nGeneva failed. Both sides\nwent home."
    whole = Block(span=Span(start=0, end=len(text)))
    assert [s.text for s in split_sentences(text, [whole])] == [
        "The talks in\nGeneva failed.",
        "Both sides\nwent home.",
    ]


def test_a_block_ends_a_sentence_without_a_stop() -> None:
    blocks = [Block(span=Span(start=0, end=9)), Block(span=Span(start=10, end=21))]
    found = split_sentences("A heading and a text.", blocks)
    assert [(s.text, s.block) for s in found] == [("A heading", 0), ("and a text.", 1)]


# --- paragraphs -------------------------------------------------------------------------------


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in split_paragraphs(text)]


def test_news_copy_has_one_paragraph_a_line() -> None:
    long = "The minister said on Tuesday that the talks had gone well and that a second round, "
    text = f"{long * 2}would follow.\nA short line.\n\n{long}too.\r\nThe end.\rReally."
    assert paragraphs(text) == [
        f"{long * 2}would follow.",
        "A short line.",
        f"{long}too.",
        "The end.",
        "Really.",
    ]


def test_short_lines_are_not_put_together() -> None:
    assert paragraphs("Belarus\nIndia\nKazakhstan") == ["Belarus", "India", "Kazakhstan"]


WRAPPED = """\
Qingdao meeting ends
The ministers of the ten states met in the eastern city for
the second time in a year, and signed a statement on the
ceasefire that had been drafted over the week in Beijing.
    A new paragraph starts with an indent here and it goes on
over the line until it ends at last.
Another starts after a short line, and runs on to the next
one as well, saying nothing at all in the process of doing
that.

- an item of a list that is long enough to have been wrapped
  by hand
- another
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_put_together(newline: str) -> None:
    found = paragraphs(WRAPPED.replace("\n", newline))
    assert [" ".join(p.split())[:24] for p in found] == [
        "Qingdao meeting ends",
        "The ministers of the ten",
        "A new paragraph starts w",
        "Another starts after a s",
        "- an item of a list that",
        "- another",
    ]


@given(TEXTS)
def test_paragraphs_cover_all_but_white_space(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(p == p.strip() != "" for p in found)


# --- speed ------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["“a ", "‘a ", '"a ', " 'A", "a.", "A. ", "(a ", "The U.S. Army "])
def test_time_does_not_explode(unit: str) -> None:
    started = time.perf_counter()
    split_sentences(unit * (60_000 // len(unit)))
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("part", "sentences"),
    [
        ("Trident bought the rest of <San Juan Seafoods Inc.>", 1),
        ("The ferry left at 9.30", 1),
        ("The ferry left.It came back.", 1),
        ("The ferry left. It came back", 2),
        ("The ferry left\nat nine. It came back.", 2),
        ("Has it left? Yes", 2),
    ],
)
def test_paragraphs_without_a_stop_inside_are_one_sentence(part: str, sentences: int) -> None:
    assert len(split_sentences(part, [Block(span=Span(start=0, end=len(part)))])) == sentences
