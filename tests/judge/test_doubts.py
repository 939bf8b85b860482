"""What a stance model is asked of evidence, and what its answer takes away."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.judge.finding import DAY, Finds, report
from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.judge.rewording import in_the_words_of
from verify.models import Pair, Progress
from verify.records import Label, Probabilities

APART = Probabilities(supports=0.01, refutes=0.01, neutral=0.98)
AT_ODDS = Probabilities(supports=0.1, refutes=0.8, neutral=0.1)
UNSURE = Probabilities(supports=0.3, refutes=0.3, neutral=0.4)
DRAFT = "Harlan Foods employs 4,200 people."
OTHERS = "At its plants abroad, Harlan Foods has a workforce of 5,100 people."


def labels(draft: str, *sources: str, says: Probabilities | None = None) -> set[Label]:
    stances = {} if says is None else dict.fromkeys(sources, says)
    return {v.label for v in report(draft, *sources, stances=stances).verdicts}


def test_a_difference_aligned_by_frames_stands_unless_the_model_reads_two_things() -> None:
    assert labels(DRAFT, OTHERS) == {Label.REFUTED}
    assert labels(DRAFT, OTHERS, says=AT_ODDS) == {Label.REFUTED}
    assert labels(DRAFT, OTHERS, says=UNSURE) == {Label.REFUTED}
    assert labels(DRAFT, OTHERS, says=APART) == {Label.NOT_ENOUGH_EVIDENCE}


def test_a_sentence_in_the_same_words_needs_no_answer() -> None:
    draft = "Harlan Foods employs 4,200 people at its plants in Torva and abroad."
    source = "Harlan Foods employs 5,100 people at its plants in Torva and abroad."
    assert labels(draft, source, says=APART) == {Label.REFUTED}


def test_the_next_passage_is_asked_of_in_its_turn() -> None:
    second = "Harlan Foods, founded in Torva, has a workforce of 5,300 people."
    stances = {OTHERS: APART, second: AT_ODDS}
    (verdict,) = report(DRAFT, OTHERS, second, stances=stances).verdicts
    assert verdict.label is Label.REFUTED
    assert [e.sentence for e in verdict.evidence] == [second]


class Listening:
    """A stance model that keeps what it is asked, and reads everything as two things."""

    name = fingerprint = "listening"
    refutes_at = 0.8

    def __init__(self) -> None:
        self.asked: list[Pair] = []

    def classify(
        self, pairs: Sequence[Pair], progress: Progress | None = None
    ) -> tuple[Probabilities | None, ...]:
        """Neutral for all."""
        self.asked += pairs
        return (APART,) * len(pairs)


def asked(draft: str, *sources: str) -> list[str]:
    model = Listening()
    Checker(Finds(sources), stance=model).check(draft_from_text(draft, as_of=DAY))
    return [pair.claim for pair in model.asked]


def test_of_a_role_it_is_asked_who_holds_it_and_not_the_whole_sentence() -> None:
    draft = "The trade minister of Torva, Ines Marek, said on Monday that talks would go on."
    source = "Torva's trade minister, Jon Abel, opened the fair."
    assert "Ines Marek is trade minister of Torva." in asked(draft, source)


def test_what_only_the_sentence_before_names_is_put_before_the_question() -> None:
    draft = "The Storvik Bridge opened in May. Its building took four years."
    source = "Building the Storvik Bridge took six years."
    assert any(
        "Storvik Bridge" in claim and "four years" in claim for claim in asked(draft, source)
    )


@pytest.mark.parametrize(
    ("claim", "source", "put"),
    [
        ("It sold for $135 a share.", "It went for 135 dlrs a share.", "135 dlrs a share"),
        ("Some 198,000 acres were flooded.", "About 80,000 hectares.", "80,000 hectares"),
        ("It has 9 branches.", "The nine branches are old.", "nine branches"),
        ("It has 9 branches.", "The eight branches are old.", "9 branches"),
        ("It rose 5%.", "It rose by 5 percentage points.", "5%"),
        ("It cost 3.4m euros.", "It cost 3.4m dollars.", "3.4m euros"),
    ],
)
def test_amounts_that_agree_are_put_in_the_words_of_the_source(
    claim: str, source: str, put: str
) -> None:
    reworded = in_the_words_of(claim, source)
    assert put in reworded
    assert (reworded == claim) == (put in claim)
