"""Words with their places, lemmas and possible parts of speech."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.texts import TEXTS
from verify.claims.words import content_lemmas, is_finite_verb, plain, tokenize, verb_lemma

TOKENS = """
The U.S. agreed -> The U.S. agreed
Iran’s provinces -> Iran ’s provinces
Iran's provinces -> Iran 's provinces
they don’t know -> they don’t know
1,234.5 tonnes -> 1,234.5 tonnes
Al-Udeid -> Al - Udeid
(SCO), -> ( SCO ) ,
5% -> 5 %
"""


@pytest.mark.parametrize("row", TOKENS.strip().splitlines())
def test_tokens(row: str) -> None:
    text, expected = row.split(" -> ")
    assert " ".join(t.text for t in tokenize(text)) == expected


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("cities", "city"), ("went", "go"), ("provinces", "province"), ("children", "child")],
)
def test_lemma(word: str, lemma: str) -> None:
    (token,) = tokenize(word)
    assert token.lemma == lemma


@pytest.mark.parametrize(
    ("word", "lemma"), [("rose", "rise"), ("fell", "fall"), ("struck", "strike"), ("said", "say")]
)
def test_verb_lemma(word: str, lemma: str) -> None:
    assert verb_lemma(word) == lemma


def test_a_soft_hyphen_is_part_of_its_word() -> None:
    (token,) = tokenize("co\u00adoperate")
    assert (token.text, token.lower) == ("co\u00adoperate", "cooperate")


def test_plain_wording() -> None:
    assert plain("Don’t\u200b SHOUT") == "don't shout"


def test_combining_marks_stay_with_their_letter() -> None:
    assert [t.text for t in tokenize("cafe\u0301 noir")] == ["cafe\u0301", "noir"]


# The words that carry a verb of their own are marked with a star.
VERBS = """
Revenue *rose 5% in May.
The company *employs 340 people.
The planned visit *was cancelled.
Iran *fired missiles at the base.
The rise in prices *slowed.
"""


@pytest.mark.parametrize("row", VERBS.strip().splitlines())
def test_finite_verbs(row: str) -> None:
    tokens = tokenize(row.replace("*", ""))
    starred = [
        t.text
        for t, before in zip(tokenize(row)[1:], tokenize(row), strict=False)
        if before.text == "*"
    ]
    first = next(t.text for i, t in enumerate(tokens) if is_finite_verb(tokens, i))
    assert [first] == starred


def test_content_words_come_once_and_without_small_words() -> None:
    tokens = tokenize("The members of the bloc and its member states met")
    assert content_lemmas(tokens) == ("member", "bloc", "state", "meet")


@given(TEXTS)
def test_the_tokens_of_any_text_are_exact_and_in_order(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for token in tokens:
        assert text[token.start : token.end] == token.text
        assert not text[end : token.start].strip()
        assert token.start >= end
        assert token.start < token.end
        end = token.end
    assert not text[end:].strip()
