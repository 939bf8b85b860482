"""Comparatives: exact spans, one quality for opposites, and texts meant to slow the reading."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from tests.claims.hostile import SLOW, any_text, quick
from verify.claims import find_claims, read_claims
from verify.claims.comparatives import Compared, find_comparatives
from verify.claims.lexicon import SCALES
from verify.claims.names import find_names
from verify.claims.words import tokenize
from verify.drafts import draft_from_text
from verify.records import Comparative, Kind, Skip

DAY = dt.date(2025, 6, 26)
_PIECES = {
    "thans": "than ",
    "larger than": "larger than ",
    "larger than the": "is larger than the boat ",
    "as": "as ",
    "as tall as": "is as tall as the ",
    "more": "more copper ",
    "adverbs": "is very ",
    "adverbs before": "far more sharply than ",
    "names": "larger than Norway’s ",
    "of": "larger than the port of ",
}
_SLOW = SLOW | {name: (piece * 50_000)[:50_000] for name, piece in _PIECES.items()}


def found(text: str) -> tuple[Compared, ...]:
    return find_comparatives(text, tokenize(text), find_names(text))


@given(any_text.map(lambda text: text.replace("of", "larger than")))
def test_spans_are_exact_and_in_order(text: str) -> None:
    end = 0
    for one in found(text):
        assert end <= one.start < one.end <= len(text)
        assert one.value.text == text[one.start : one.end]
        assert one.value.than in one.value.text
        end = one.end


@pytest.mark.parametrize("text", _SLOW.values(), ids=_SLOW.keys())
def test_a_hostile_text_takes_no_longer(text: str) -> None:
    parts = (text, text[: len(text) // 4])
    read = {part: (tokenize(part), find_names(part)) for part in parts}
    assert quick(lambda part: find_comparatives(part, *read[part]), text)


@pytest.mark.parametrize("word", ["small", "young", "new", "cheap", "cold"])
def test_an_opposite_is_the_same_quality_turned(word: str) -> None:
    quality, opposite = SCALES[word]
    assert opposite
    (one,) = found(f"The boat is {word}er than the ship.")
    assert (one.value.quality, one.value.degree) == (quality, "less")


def test_a_quality_is_no_word_of_another_scale() -> None:
    for quality, _ in SCALES.values():
        assert SCALES[quality] == (quality, False)


def test_what_it_is_compared_with_has_its_name_put_in() -> None:
    claims = read_claims("Ann Bell sings. She is older than her brother.", DAY)
    (value,) = (c.value for c in claims if isinstance(c.value, Comparative))
    assert (value.than, value.text) == ("Ann Bell’s brother", "older than Ann Bell’s brother")


def test_a_matter_of_taste_stays_an_opinion() -> None:
    draft = draft_from_text("The bay is more beautiful than the lake.", as_of=DAY)
    assert [s.reason for s in find_claims(draft).skipped] == [Skip.OPINION]


def test_the_time_of_a_comparison_is_no_claim_of_its_own() -> None:
    (claim,) = read_claims("In 2024 Norway was colder than Finland.", DAY)
    assert claim.kind is Kind.COMPARATIVE
    assert claim.frame.period is not None and claim.frame.period.start == dt.date(2024, 1, 1)
