"""A quotation and its speaker: there, altered, another's, or not in the corpus."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import seconds
from verify.claims import read_claims
from verify.judge.align import Context
from verify.judge.quoteplaces import Said, look_up
from verify.judge.quotes import judge_quote
from verify.judge.quotewords import quote_words
from verify.records import Claim, Hit, Kind, Label, Passage, Verdict

DAY = dt.date(2025, 6, 26)
SAID = "“We will not yield to threats,” said Abbas Araghchi."


def quotation(text: str) -> Claim:
    return next(c for c in read_claims(text, DAY) if c.kind is Kind.QUOTE)


def hit(text: str, published: dt.date = DAY, number: int = 1) -> Hit:
    passage = Passage(id=number, document="d/1", text=text, published=published)
    return Hit(passage=passage, score=1.0, similarity=0.6)


def verdict(draft: str, *sources: str) -> Verdict:
    hits = [hit(text, number=n) for n, text in enumerate(sources, start=1)]
    return judge_quote(quotation(draft), hits, Context((), (), DAY))


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("Araghchi told reporters: “We will not yield to threats.”", Label.SUPPORTED),
        ("Araghchi said, 'We will not\u00a0yield to threats'.", Label.SUPPORTED),
        ("Araghchi said: “WE WON'T YIELD TO THREATS!”", Label.SUPPORTED),
        ("Araghchi said: “We will not”, he paused, “yield to threats.”", Label.NOT_ENOUGH_EVIDENCE),
        ("“We will not,” said Araghchi. “They know it. We yield.”", Label.NOT_ENOUGH_EVIDENCE),
        ("We will not yield to threats, Araghchi said.", Label.SUPPORTED),
        ("Araghchi said: “We will yield to threats.”", Label.REFUTED),
        ("Araghchi said: “We will not yield to their threats.”", Label.REFUTED),
        ("Iran will not give in, Araghchi said.", Label.NOT_ENOUGH_EVIDENCE),
        ("Araghchi spoke in Geneva.", Label.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_a_quotation_is_there_word_for_word_or_not(source: str, label: Label) -> None:
    found = verdict(SAID, source)
    assert found.label is label
    assert all(e.span.of(e.passage.text) == e.sentence for e in found.evidence)


def test_the_difference_is_shown_word_by_word() -> None:
    found = verdict(
        "“We will never give way to such threats from abroad,” said Abbas Araghchi.",
        "“We will not give way to threats from abroad,” Abbas Araghchi said.",
    )
    assert found.rule == "quote.altered"
    assert found.cause == "the draft has “never” where the source has “not”; the draft adds “such”"
    comparison = found.evidence[0].comparison
    assert comparison is not None
    assert comparison.suggestion == "We will not give way to threats from abroad"


def test_the_sentence_is_shown_that_has_the_words() -> None:
    found = verdict(
        "“They will never get it back from us,” said Abbas Araghchi.",
        "“We know,” said Abbas Araghchi. “They will not get it back from us,” Abbas Araghchi said.",
    )
    assert found.rule == "quote.altered"
    assert found.evidence[0].sentence.startswith("“They will not")


def test_another_speaker_is_named() -> None:
    found = verdict(
        "“We will not yield to threats,” said Abbas Araghchi.",
        "“We will not yield to threats,” said Omid Sadr.",
    )
    assert found.rule == "quote.misattributed"
    assert found.cause == "the draft has Abbas Araghchi say this, in the source Omid Sadr says it"


def test_two_who_said_it_are_both_shown() -> None:
    found = verdict(SAID, "“We will not yield to threats,” said Omid Sadr.", SAID)
    assert found.label is Label.SUPPORTED
    assert len(found.evidence) == 2
    assert found.evidence[0].sentence == SAID


def test_words_that_are_nowhere_are_not_refuted() -> None:
    assert verdict(SAID).cause == "these words are not in the corpus"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("We won't, can’t and don't.", "we will not can not and do not"),
        ("It's “good”, they're sure", "it is good they are sure"),
        ("[The bank] will ... go", "[ will … go"),
        ("12 per cent (…) of the U.S. center", "12 percent … of the us centre"),
        ("Um, okay: twelve – er – realized", "ok 12 realised"),
        ("yes […] no", "yes … no"),
    ],
)
def test_words_come_in_one_form(text: str, forms: str) -> None:
    assert " ".join(word.form for word in quote_words(text)) == forms


@given(st.text(max_size=300))
def test_words_stand_where_they_say(text: str) -> None:
    end = 0
    for word in quote_words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.start >= end or word.start == end or word.end == end
        end = word.end


@pytest.mark.parametrize("piece", ["a ", "we will ", "[", "... ", "no [x] … ", "can't ", "a b "])
def test_no_quotation_takes_long(piece: str) -> None:
    sentence = quotation(SAID).sentence
    said = Said("Reid", quote_words(piece * 400 + "b"), piece * 400, ((0, sentence),))
    drafts = [quote_words(piece * n) for n in (100, 300, 5000)]
    assert seconds(lambda: [look_up(words, said) for words in drafts]) < 2
