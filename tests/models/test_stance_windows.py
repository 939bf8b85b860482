"""Long evidence is read in windows, the claim is never cut, what cannot be read is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from verify.models import Pair
from verify.models.bundled import bundled_tokenizer
from verify.models.pairs import context
from verify.models.windows import readings

MAX_TOKENS = 48
TOKENIZER = Tokenizer.from_buffer(bundled_tokenizer())
TOKENIZER.no_padding()
TOKENIZER.no_truncation()
CLAIM = "The bridge opened in 1998."


def read(pair: Pair) -> tuple[Pair, ...]:
    return readings(TOKENIZER, pair, MAX_TOKENS)


def length(pair: Pair) -> int:
    return len(TOKENIZER.encode(context(pair), pair.claim).ids)


def test_what_fits_is_read_as_it_stands() -> None:
    pair = Pair(CLAIM, "It was opened in 1998. It is long.", "The bridge")
    assert read(pair) == (pair,)


def test_windows_hold_whole_sentences_and_share_one() -> None:
    sentences = [f"In year {number} the river rose by two more metres." for number in range(9)]
    found = read(Pair(CLAIM, " ".join(sentences), "River"))
    texts = [pair.evidence for pair in found]
    assert texts == [" ".join(sentences[n : n + 3]) for n in range(0, 8, 2)]
    assert {(pair.claim, pair.title) for pair in found} == {(CLAIM, "River")}


def test_a_sentence_that_is_too_long_is_read_in_windows_of_words() -> None:
    numbers = [str(number) for number in range(10, 100)]
    text = f"It fell. Counted {' '.join(numbers)} stones. It rose."
    texts = [pair.evidence for pair in read(Pair(CLAIM, text))]
    assert (texts[0], texts[-1]) == ("It fell.", "It rose.")
    assert len(texts) > 4
    first, second = texts[1].split(), texts[2].split()
    assert len(set(first) & set(second)) == -(-len(first) // 4)
    assert second[0] in first
    assert set(" ".join(texts).split()) >= set(numbers)


def test_only_a_word_longer_than_a_window_is_left_out() -> None:
    address = "https://" + ".".join(["example"] * 40)
    texts = [pair.evidence for pair in read(Pair(CLAIM, f"See the page {address} of the city."))]
    assert texts == ["See the page", "of the city."]


def test_a_claim_of_more_than_half_is_not_cut_but_not_read() -> None:
    claim = "The bridge opened in 1998 " + "and closed again " * 7
    assert read(Pair(claim, "It opened.")) == (Pair(claim, "It opened."),)
    assert read(Pair(claim, "It opened. " * 20)) == ()


def test_a_title_that_crowds_out_the_evidence_is_left_out() -> None:
    title = "A very long title of a page " * 5
    found = read(Pair(CLAIM, "It was opened in 1998 after nine years.", title))
    assert [(pair.title, pair.evidence) for pair in found] == [
        ("", "It was opened in 1998 after nine years.")
    ]


@pytest.mark.parametrize(
    "text", ["", " \n", "…?!", "Мост открыт в 1998 году.", "橋は1998年に開通した"]
)
def test_what_has_no_words_or_another_script_is_not_read(text: str) -> None:
    assert read(Pair(CLAIM, text)) == ()
    assert read(Pair(text, "It was opened in 1998.")) == ()


@pytest.mark.parametrize("text", ["1998", "Łódź, Çorum, Đà Nẵng", "The Мост bridge", "E = mc²"])
def test_numbers_accents_and_single_foreign_words_are_read(text: str) -> None:
    assert read(Pair(CLAIM, text)) == (Pair(CLAIM, text),)


words = st.text(st.sampled_from("abexyz019.,'’()-%éß"), min_size=1, max_size=9)


@settings(deadline=None)
@example(["0"] * 7 + ["91a09", "a091a091", "1a.0a.."], "")
@given(st.lists(words, min_size=1, max_size=120), st.sampled_from(["", "A title"]))
def test_windows_fit_and_leave_no_word_out(parts: list[str], title: str) -> None:
    text = " ".join(f"x{number}{part}" for number, part in enumerate(parts))
    found = read(Pair(CLAIM, text, title))
    assert all(length(pair) <= MAX_TOKENS for pair in found)
    end, uncovered = 0, list(text)
    for pair in found:
        # Each window ends further on than the one before: a last "." is no earlier one.
        at = text.index(pair.evidence, max(0, end + 1 - len(pair.evidence)))
        end = at + len(pair.evidence)
        uncovered[at:end] = " " * len(pair.evidence)
    assert not re.search(r"\S", "".join(uncovered))
