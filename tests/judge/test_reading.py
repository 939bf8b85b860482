"""What a stance model reads in passages, and what it changes in a verdict and what it may not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge import Context, judge, read
from verify.judge.reading import NO_READINGS, Readings
from verify.models import NoStanceModel
from verify.models.protocols import Pair, Progress
from verify.records import Claim, Hit, Label, Passage, Probabilities, StanceLabel
from verify.testing import FixedStance

DAY = dt.date(2025, 6, 26)
YES = Probabilities(supports=0.97, refutes=0.01, neutral=0.02)
NO = Probabilities(supports=0.01, refutes=0.97, neutral=0.02)
UNSURE = Probabilities(supports=0.45, refutes=0.35, neutral=0.2)
NEUTRAL = Probabilities(supports=0.02, refutes=0.01, neutral=0.97)


def claims(text: str) -> tuple[Claim, ...]:
    return find_claims(draft_from_text(text, as_of=DAY)).claims


def hit(text: str, number: int = 1, *, similarity: float = 0.6, published: dt.date = DAY) -> Hit:
    passage = Passage(
        id=number, document=f"d/{number}", text=text, publisher="Wire", published=published
    )
    return Hit(passage=passage, score=1.0, similarity=similarity)


def readings(
    claim: Claim, hits: Sequence[Hit], says: Mapping[str, Probabilities], most: int = 5
) -> Readings:
    return read([claim], {claim.id: hits}, FixedStance(says), most)


def context(*, alone: bool = True) -> Context:
    return Context((), (), DAY, alone)


class Counting(FixedStance):
    """Keeps what it is asked."""

    def __init__(self, stances: Mapping[str, Probabilities]) -> None:
        super().__init__(stances)
        self.batches: list[list[Pair]] = []

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        self.batches.append(list(pairs))
        return super().classify(pairs, progress)


EVENT = "Dong Jun greeted his guests at the harbour."
LONG = "It rained in Qingdao. Dong met the guests by the sea. They dined late."


def test_the_most_telling_sentence_is_the_one_that_says_most_of_what_the_passage_says() -> None:
    (claim,) = claims(EVENT)
    says = {
        LONG: YES,
        "It rained in Qingdao.": NEUTRAL,
        "Dong met the guests by the sea.": YES,
        "They dined late.": NO,
    }
    reading = readings(claim, [hit(LONG)], says)[claim.id, 1]
    assert reading.sentence == "Dong met the guests by the sea."
    assert reading.span.of(LONG) == reading.sentence
    assert reading.probabilities == YES


def test_sentences_of_a_passage_that_tells_nothing_are_not_read() -> None:
    (claim,) = claims(EVENT)
    model = Counting({LONG: NEUTRAL})
    found = read([claim], {claim.id: [hit(LONG)]}, model, 5)
    assert [len(batch) for batch in model.batches] == [1, 0]
    assert found[claim.id, 1].probabilities == NEUTRAL


def test_all_claims_are_read_in_one_batch_and_only_their_closest_passages() -> None:
    both = claims(f"{EVENT} Peru has a navy.")
    assert len(both) == 2
    hits = [hit(f"Text {n}.", n, similarity=n / 10) for n in range(6)]
    model = Counting({})
    assert read(both, {claim.id: hits for claim in both}, model, 2) == {}
    passages = [pair.evidence for pair in model.batches[0]]
    assert passages == ["Text 5.", "Text 4."] * 2


@pytest.mark.parametrize(
    ("says", "label", "cause"),
    [
        (YES, Label.SUPPORTED, "the source says so"),
        (NO, Label.REFUTED, "the source says otherwise"),
        (UNSURE, Label.NOT_ENOUGH_EVIDENCE, "nothing in the corpus speaks of it"),
        (NEUTRAL, Label.NOT_ENOUGH_EVIDENCE, "nothing in the corpus speaks of it"),
    ],
)
def test_a_claim_without_a_value(says: Probabilities, label: Label, cause: str) -> None:
    (claim,) = claims(EVENT)
    source = hit("Dong met the guests by the sea.")
    found = judge(
        claim, [source], context(), readings(claim, [source], {source.passage.text: says})
    )
    assert (found.label, found.cause) == (label, cause)
    if label in {Label.SUPPORTED, Label.REFUTED}:
        assert found.evidence[0].reading == says
        assert found.evidence[0].stance == says.stance


def test_a_passage_that_names_nobody_of_the_draft_does_not_refute() -> None:
    (claim,) = claims(EVENT)
    strangers = hit("In Lima, Ana Flores met nobody by the sea.")
    says = {strangers.passage.text: NO}
    verdict = judge(claim, [strangers], context(), readings(claim, [strangers], says))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


def test_sure_readings_that_disagree_are_a_conflict() -> None:
    (claim,) = claims(EVENT)
    sources = [hit("Dong met them by the sea.", 1), hit("Dong met them in a hall.", 2)]
    says = {sources[0].passage.text: YES, sources[1].passage.text: NO}
    found = judge(claim, sources, context(), readings(claim, sources, says))
    assert (found.label, found.cause) == (Label.CONFLICTING, "sources disagree")


def test_a_later_passage_is_read_and_decides_nothing() -> None:
    (claim,) = claims(EVENT)
    source = hit("Dong met them by the sea.", published=dt.date(2025, 7, 1))
    found = judge(claim, [source], context(), readings(claim, [source], {source.passage.text: NO}))
    assert found.label is Label.NOT_ENOUGH_EVIDENCE
    assert found.evidence[0].later


def test_what_no_model_has_read_is_not_checked() -> None:
    (claim,) = claims(EVENT)
    source = hit("Dong met them by the sea.")
    nothing = read([claim], {claim.id: [source]}, NoStanceModel(), 5)
    assert nothing == {}
    assert judge(claim, [source], context(), nothing).label is Label.NOT_CHECKED


NINE = "The Shanghai grouping that met in Qingdao has nine members."
TEN = "Since Belarus joined, ten members make up the bloc."


def test_a_sure_reading_aligns_values_that_words_do_not() -> None:
    (claim,) = claims(NINE)
    source = hit(TEN)
    assert judge(claim, [source], context()).label is Label.NOT_ENOUGH_EVIDENCE
    found = judge(claim, [source], context(), readings(claim, [source], {TEN: NO}))
    assert found.label is Label.REFUTED
    assert found.evidence[0].comparison is not None
    assert found.evidence[0].comparison.aligned_by == ("stance model",)
    assert found.evidence[0].reading == NO


def test_it_needs_a_value_that_agrees_with_the_reading() -> None:
    (claim,) = claims(NINE)
    source = hit(TEN)
    for says in (YES, UNSURE, NEUTRAL):
        found = judge(claim, [source], context(), readings(claim, [source], {TEN: says}))
        assert found.label is Label.NOT_ENOUGH_EVIDENCE, says


def test_a_refutation_of_a_sentence_with_two_claims_may_mean_the_other() -> None:
    (claim,) = claims(NINE)
    source = hit(TEN)
    found = judge(claim, [source], context(alone=False), readings(claim, [source], {TEN: NO}))
    assert found.label is Label.NOT_ENOUGH_EVIDENCE


def test_a_reading_is_shown_beside_a_comparison_and_does_not_outweigh_it() -> None:
    (claim,) = claims("Iran has 31 provinces.")
    source = hit("Iran is divided into 31 provinces.")
    found = judge(claim, [source], context(), readings(claim, [source], {source.passage.text: NO}))
    assert found.label is Label.SUPPORTED
    assert found.evidence[0].reading == NO
    assert found.evidence[0].stance.label is StanceLabel.SUPPORTS
    assert judge(claim, [source], context(), NO_READINGS).evidence[0].reading is None
