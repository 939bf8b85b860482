"""What a sentence asserts: exact parts, a simple wording for each, and what is left whole."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import SLOW, any_text, quick
from tests.claims.texts import TEXTS
from verify.claims import find_claims, read_claims
from verify.claims.split.assertions import Assertion, find_assertions, render
from verify.claims.split.tagger import tag_words
from verify.claims.words import tokenize
from verify.drafts import draft_from_text
from verify.records import Claim, Form, Kind

GOLDEN = Path(__file__).parents[1] / "golden" / "assertions.txt"
DAY = dt.date(2025, 6, 26)


def _blocks() -> list[list[str]]:
    lines = [one for one in GOLDEN.read_text("utf-8").splitlines() if not one.startswith("#")]
    return [block.splitlines() for block in "\n".join(lines).strip().split("\n\n")]


BLOCKS = _blocks()


def assertions(text: str) -> tuple[Assertion, ...]:
    return find_assertions(tokenize(text))


def claims(text: str) -> tuple[Claim, ...]:
    return find_claims(draft_from_text(text, as_of=DAY), everything=True).claims


@pytest.mark.parametrize("block", BLOCKS, ids=[block[0] for block in BLOCKS])
def test_golden(block: list[str]) -> None:
    text, *wanted = block
    found = [
        f"{one.form.value}: {' / '.join(text[s:e] for s, e in one.parts)} = {render(one, text)}"
        for one in assertions(text)
    ]
    assert found == [line.strip() for line in wanted]


def test_there_are_enough_golden_sentences_and_a_third_are_traps() -> None:
    traps = [block for block in BLOCKS if len(block) == 2]
    assert len(BLOCKS) >= 80
    assert len(traps) >= len(BLOCKS) / 3


_JOINED = st.lists(
    st.sampled_from(
        "Acme Foo she who which whose where when that said adding founded sold the a of in and or"
        " but because while although according to is was has been will sell 1990 minister , ; : -"
        " – ( ) “ ” \" . 's not both many actress".split()
    ),
    max_size=25,
).map(" ".join)


@given(any_text | TEXTS | _JOINED)
def test_parts_are_in_order_and_apart(text: str) -> None:
    for one in assertions(text):
        ends = [0]
        for start, end in one.parts:
            assert ends[-1] <= start < end <= len(text)
            ends.append(end)
        assert one.parts
        assert one.parts[0][0] <= one.own[0] < one.own[1] <= one.parts[-1][1]
        assert render(one, text)


@pytest.mark.parametrize(
    "text",
    [
        *SLOW.values(),
        *(
            piece * 4000
            for piece in (
                "that he said ",
                "which is red, ",
                "A of ",
                "(born ",
                "and sold ",
                "“A ",
                "X said, ",
                "a, and b, ",
            )
        ),
    ],
)
def test_no_text_is_slow(text: str) -> None:
    assert quick(assertions, text)


def test_tags_are_one_for_each_word_and_told_by_their_neighbours() -> None:
    tokens = tokenize("The plans show that she plans the record and will record it.")
    tags = dict(zip(range(len(tokens)), tag_words(tokens), strict=True))
    assert [tags[n] for n, t in enumerate(tokens) if t.lower == "plans"] == ["NNS", "VBZ"]
    assert [tags[n] for n, t in enumerate(tokens) if t.lower == "record"] == ["NN", "VB"]
    assert tag_words(()) == ()


def test_names_are_put_into_the_wording_and_not_into_the_parts() -> None:
    text = "Lena Holt is a doctor. She runs the clinic and she owns the house."
    clinic, house = claims(text)[1:]
    assert clinic.assertion and house.assertion
    assert clinic.assertion.wording == clinic.resolved == "Lena Holt runs the clinic."
    assert house.assertion.wording == "Lena Holt owns the house."
    assert [part.of(text) for part in clinic.assertion.parts] == ["She runs the clinic"]


def test_an_assertion_without_a_value_is_a_claim_of_its_own() -> None:
    text = "The ferry, which cost 41 million euros, was sold to a firm in Croatia and left Elsnes."
    found = claims(text)
    assert [(c.kind, c.text) for c in found] == [
        (Kind.EVENT, text.partition(" and left")[0]),
        (Kind.MONEY, "41 million euros"),
        (Kind.EVENT, "left Elsnes"),
    ]
    forms = [c.assertion.form for c in found if c.assertion]
    assert forms == [Form.MAIN, Form.RELATIVE, Form.COORDINATION]
    assert found[2].resolved == "The ferry left Elsnes."
    assert found[1].resolved == text


def test_a_list_is_one_claim_of_all_its_members() -> None:
    (claim,) = claims("The group's members are Belarus, China, India and Iran.")
    assert claim.kind is Kind.MEMBERSHIP
    assert claim.assertion
    assert len(claim.assertion.parts) == 4


def test_words_of_a_speaker_are_no_claims_of_the_draft() -> None:
    found = claims("“We have built a harbour for our children,” said Lena Holt.")
    assert [claim.kind for claim in found] == [Kind.QUOTE]


def test_a_sentence_that_asserts_one_thing_is_one_claim() -> None:
    text = "The harbour was sold."
    (claim,) = claims(text)
    assert claim.span.of(text) == text
    assert claim.assertion
    assert claim.assertion.wording == text


def test_a_reference_text_is_not_split() -> None:
    (claim,) = read_claims("Acme bought Foo and sold Bar.", DAY)
    assert claim.assertion is None
