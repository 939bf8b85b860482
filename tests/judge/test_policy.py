"""From evidence to verdict: what decides, what is only shown, and what is left out."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge import Context, judge
from verify.judge.policy import Weighed, decide
from verify.records import (
    Basis,
    Claim,
    Comparison,
    Evidence,
    Hit,
    Kind,
    Label,
    Outcome,
    Passage,
    Sentence,
    Span,
    Stance,
    StanceLabel,
    Verdict,
)

DAY = dt.date(2025, 6, 26)
_SENTENCE = Sentence(span=Span(start=0, end=20), text="The bloc has 10 seats")
CLAIM = Claim(
    id="c1", kind=Kind.COUNT, span=Span(start=13, end=21), text="10 seats", sentence=_SENTENCE,
    resolved=_SENTENCE.text,
)  # fmt: skip
_OUTCOMES = {
    "for": (StanceLabel.SUPPORTS, Outcome.SAME),
    "against": (StanceLabel.REFUTES, Outcome.DIFFERENT),
    "coarse": (StanceLabel.NEUTRAL, Outcome.COMPATIBLE),
}


def said(
    what: str,
    fit: float = 0.8,
    *,
    number: int = 1,
    origin: str = "",
    story: str = "",
    later: bool = False,
    days_ago: int | None = None,
    about: tuple[str, ...] = (),
    published: bool = False,
    basis: Basis = Basis.ALIGNED,
    own: bool = False,
    condition: str = "",
) -> Weighed:
    """Evidence that speaks for or against a claim, or is too coarse to tell."""
    stance, outcome = _OUTCOMES[what]
    evidence = Evidence(
        passage=Passage(
            id=number, document=f"d/{number}", text="A source.", origin=origin, story=story
        ),
        span=Span(start=0, end=9),
        sentence="A source.",
        stance=Stance(label=stance),
        comparison=Comparison(
            rule="count.mismatch", outcome=outcome, claim_value="10", source_value="n",
            reason=f"{what} {number}",
        ),
        fit=fit,
        basis=basis,
        qualification=condition,
        later=later,
        own=own,
    )  # fmt: skip
    day = DAY - dt.timedelta(days=days_ago) if days_ago is not None else None
    return Weighed(evidence, fit, about=about, dated=day, published=published)


def verdict(*weighed: Weighed) -> Verdict:
    return decide(CLAIM, weighed, DAY)


TABLE: dict[str, tuple[list[Weighed], Label]] = {
    "nothing was found": ([], Label.NOT_ENOUGH_EVIDENCE),
    "one source agrees": ([said("for")], Label.SUPPORTED),
    "one source disagrees": ([said("against")], Label.REFUTED),
    "two sources of one fit disagree": (
        [said("for"), said("against", number=2)],
        Label.CONFLICTING,
    ),
    "the far better fit supports": (
        [said("for", 0.9), said("against", 0.6, number=2)],
        Label.SUPPORTED,
    ),
    "the far better fit refutes": (
        [said("for", 0.5), said("against", 0.9, number=2)],
        Label.REFUTED,
    ),
    "a strong refutation is not outweighed by a little": (
        [said("for", 0.85), said("against", 0.75, number=2, basis=Basis.NAMED)],
        Label.CONFLICTING,
    ),
    "a source that fits badly says nothing": ([said("for", 0.2)], Label.NOT_ENOUGH_EVIDENCE),
    "a refutation needs the better fit": ([said("against", 0.4)], Label.NOT_ENOUGH_EVIDENCE),
    "a support needs less": ([said("for", 0.4)], Label.SUPPORTED),
    "a coarse value decides nothing": ([said("coarse")], Label.NOT_ENOUGH_EVIDENCE),
    "a later passage does not support": ([said("for", later=True)], Label.NOT_ENOUGH_EVIDENCE),
    "a later passage does not refute": ([said("against", later=True)], Label.NOT_ENOUGH_EVIDENCE),
    "a later passage does not outweigh": (
        [said("for", 0.5), said("against", 0.9, number=2, later=True)],
        Label.SUPPORTED,
    ),
    "a newer value replaces an older that agrees": (
        [said("for", days_ago=400), said("against", number=2, days_ago=10)],
        Label.REFUTED,
    ),
    "a newer value replaces an older that disagrees": (
        [said("for", days_ago=10), said("against", number=2, days_ago=400)],
        Label.SUPPORTED,
    ),
    "a later value replaces nothing": (
        [said("for", days_ago=100), said("against", number=2, days_ago=-20, later=True)],
        Label.SUPPORTED,
    ),
    "two reports of one week are of one time": (
        [said("for", days_ago=3, published=True),
         said("against", number=2, days_ago=9, published=True)],
        Label.CONFLICTING,
    ),
    "an old value does not refute": ([said("against", days_ago=600)], Label.NOT_ENOUGH_EVIDENCE),
    "a value of last year refutes": ([said("against", days_ago=360)], Label.REFUTED),
    "what is true of Uganda does not contradict Kenya": (
        [said("for", about=("Kenya",)), said("against", 0.9, number=2, about=("Uganda",))],
        Label.SUPPORTED,
    ),
    "what is true of Kenya contradicts Kenya": (
        [said("for", about=("Kenya",)), said("against", 0.95, number=2, about=("Kenya",))],
        Label.REFUTED,
    ),
    "what only a model reads does not outweigh an aligned value": (
        [said("for", 0.5), said("against", 0.97, number=2, basis=Basis.READ)],
        Label.SUPPORTED,
    ),
    "nor does it support against one": (
        [said("against", 0.5), said("for", 0.97, number=2, basis=Basis.READ)],
        Label.REFUTED,
    ),
    "what only a model reads decides where no value is aligned": (
        [said("against", basis=Basis.READ), said("coarse", number=2)],
        Label.REFUTED,
    ),
    "a weak likeness does not outrank a model": (
        [said("for", 0.5, basis=Basis.WEAK), said("against", 0.9, number=2, basis=Basis.READ)],
        Label.REFUTED,
    ),
    "the draft's own text does not support it": (
        [said("for", own=True)],
        Label.NOT_ENOUGH_EVIDENCE,
    ),
    "the draft's own text does not outweigh a source": (
        [said("for", 0.95, own=True), said("against", 0.6, number=2)],
        Label.REFUTED,
    ),
    "the draft's own newer text supersedes nothing": (
        [said("for", number=2, days_ago=1, own=True), said("against", days_ago=90)],
        Label.REFUTED,
    ),
    "another value on a condition does not refute": (
        [said("against", condition="excluding Asia")],
        Label.NOT_ENOUGH_EVIDENCE,
    ),
    "nor is it a conflict with a source that agrees": (
        [said("for"), said("against", number=2, condition="unless it rains")],
        Label.SUPPORTED,
    ),
    "another value by a deadline refutes": (
        [said("against", condition="by 2035")],
        Label.REFUTED,
    ),
    "the same value on a condition supports": (
        [said("for", condition="excluding Asia")],
        Label.SUPPORTED,
    ),
    "a later version of a story does not hide the earlier one": (
        [said("for", 0.7, story="s"), said("for", 0.9, number=2, story="s", later=True)],
        Label.SUPPORTED,
    ),
    "five copies do not outweigh two sources": (
        [said("for", 0.6 + n / 100, number=n, origin="wire") for n in range(1, 6)]
        + [said("against", 0.6, number=6), said("against", 0.62, number=7)],
        Label.CONFLICTING,
    ),
    "a weak likeness to an old text says nothing": (
        [said("for", basis=Basis.WEAK, days_ago=250)],
        Label.NOT_ENOUGH_EVIDENCE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_decide(case: str) -> None:
    weighed, label = TABLE[case]
    found = decide(CLAIM, weighed, DAY)
    assert found.label is label
    assert found.claim is CLAIM
    # The order in which an index finds things decides nothing.
    assert decide(CLAIM, weighed[::-1], DAY) == found


@pytest.mark.parametrize(
    ("found", "rule"),
    [
        (verdict(said("for")), ""),
        (verdict(said("against")), "count.mismatch"),
        (verdict(said("for"), said("against", number=2)), "count.conflict"),
        (verdict(), ""),
    ],
)
def test_rule(found: Verdict, rule: str) -> None:
    assert found.rule == rule


def test_copies_of_one_text_count_once() -> None:
    copies = [said("for", 0.7 + n / 100, number=n, origin="wire") for n in range(1, 6)]
    found = verdict(*copies)
    assert [e.passage.id for e in found.evidence] == [5]


def test_versions_of_one_story_count_once() -> None:
    stories = ((1, "a", "s"), (2, "b", "s"), (3, "c", "t"))
    found = verdict(
        *(said("for", 0.7 + n / 100, number=n, origin=o, story=s) for n, o, s in stories)
    )
    assert [e.passage.id for e in found.evidence] == [3, 2]


def test_a_copy_ties_two_stories() -> None:
    """One passage in the stories of two papers: all that they say is one source."""
    stories = ((1, "a", "s"), (2, "b", "t"), (3, "copy", "s"), (4, "copy", "t"))
    found = verdict(
        *(said("for", 0.7 + n / 100, number=n, origin=o, story=s) for n, o, s in stories)
    )
    assert [e.passage.id for e in found.evidence] == [4]


def test_passages_without_a_known_origin_are_no_copies() -> None:
    found = verdict(said("for", number=1), said("for", number=2))
    assert [e.passage.id for e in found.evidence] == [1, 2]


def test_the_best_evidence_comes_first_and_the_rest_is_shown() -> None:
    found = verdict(
        said("for", 0.6, number=1), said("for", 0.9, number=2), said("against", 0.5, number=3)
    )
    assert found.label is Label.SUPPORTED
    assert [e.passage.id for e in found.evidence] == [2, 1, 3]
    assert found.cause == "for 2"


def test_a_conflict_says_what_speaks_against_the_draft() -> None:
    found = verdict(said("for"), said("against", number=2))
    assert found.cause == "sources disagree: against 2"


def test_a_replaced_value_is_shown_as_such() -> None:
    found = verdict(said("for", days_ago=10), said("against", number=2, days_ago=400))
    assert [(e.passage.id, e.superseded) for e in found.evidence] == [(1, False), (2, True)]


@pytest.mark.parametrize(
    ("weighed", "cause"),
    [
        ((), "nothing in the corpus speaks of it"),
        (
            (said("for", later=True),),
            "only passages published after the draft's date speak of it",
        ),
        ((said("coarse"),), "the sources fit but are less precise than the draft"),
        ((said("against", days_ago=600),), "only older values were found"),
        ((said("for", own=True),), "only the draft's own text in the corpus speaks of it"),
        (
            (said("against", condition="excluding Asia"),),
            "the source has another value on a condition: excluding Asia",
        ),
    ],
)
def test_why_there_is_no_verdict(weighed: tuple[Weighed, ...], cause: str) -> None:
    assert verdict(*weighed).cause == cause


def test_a_refutation_says_when_the_drafts_value_was_so() -> None:
    found = verdict(said("for", days_ago=400), said("against", number=2, days_ago=10))
    assert found.cause == "against 2; it was so on 22 May 2024"


def first(text: str) -> Claim:
    return find_claims(draft_from_text(text, as_of=DAY)).claims[0]


NOW, THEN = dt.date(2025, 6, 1), dt.date(2019, 6, 1)

# The same in sentences: draft, sources with their days, verdict.
SAID: dict[str, tuple[str, list[tuple[dt.date, str]], Label]] = {
    "a newer value replaces an older": (
        "The Harbour League has nine members.",
        [
            (THEN, "The Harbour League has nine members."),
            (NOW, "The Harbour League has 10 members."),
        ],
        Label.REFUTED,
    ),
    "where the draft speaks of then, the older value decides": (
        "In 2019 the Harbour League had nine members.",
        [
            (THEN, "In 2019 the Harbour League had nine members."),
            (NOW, "In 2025 the Harbour League has 10 members."),
        ],
        Label.SUPPORTED,
    ),
    "a new president replaces the old one": (
        "Anna Brandt is the president of Lyndale.",
        [
            (THEN, "Peter Holm is the president of Lyndale."),
            (NOW, "Anna Brandt is the president of Lyndale."),
        ],
        Label.SUPPORTED,
    ),
    "the old one is no longer in office": (
        "Peter Holm is the president of Lyndale.",
        [
            (THEN, "Peter Holm is the president of Lyndale."),
            (NOW, "Anna Brandt is the president of Lyndale."),
        ],
        Label.REFUTED,
    ),
    "a predecessor does not refute": (
        "Anna Brandt is the president of Lyndale.",
        [(THEN, "Peter Holm is the president of Lyndale.")],
        Label.NOT_ENOUGH_EVIDENCE,
    ),
    "two sources of one week": (
        "The Corran Tunnel is 7.2 km long.",
        [(NOW, "The Corran Tunnel is 7.2 km long."), (NOW, "The Corran Tunnel is 9.4 km long.")],
        Label.CONFLICTING,
    ),
    "another value without Asia": (
        "Harbour Mills had sales of $5 million.",
        [(NOW, "Harbour Mills had sales of $4 million excluding Asia.")],
        Label.NOT_ENOUGH_EVIDENCE,
    ),
    "another value": (
        "Harbour Mills had sales of $5 million.",
        [(NOW, "Harbour Mills had sales of $4 million.")],
        Label.REFUTED,
    ),
    "what came out after the draft": (
        "The Harbour League has nine members.",
        [(dt.date(2025, 7, 1), "The Harbour League has 10 members.")],
        Label.NOT_ENOUGH_EVIDENCE,
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_the_policy_on_sentences(case: str) -> None:
    draft, sources, label = SAID[case]
    hits = [
        Hit(
            passage=Passage(id=n, document=f"d/{n}", text=text, published=day),
            score=1.0,
            similarity=0.7,
        )
        for n, (day, text) in enumerate(sources, start=1)
    ]
    found = judge(first(draft), hits, Context((), (), DAY))
    assert found.label is label, found.cause


def test_the_drafts_own_text_is_shown_and_does_not_decide() -> None:
    text = "The Harbour League has nine members."
    hit = Hit(passage=Passage(id=1, document="d/1", text=text), score=1.0, similarity=0.9)
    found = judge(first(text), [hit], Context((), (), DAY, own=frozenset({"d/1"})))
    assert found.label is Label.NOT_ENOUGH_EVIDENCE
    assert [e.own for e in found.evidence] == [True]
