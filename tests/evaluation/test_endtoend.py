from pathlib import Path

import pytest

from tests.evaluation.conftest import ABSTRACTS, CLIMATE, SCIENCE, NumberStance, write_jsonl
from verify.checker import Checker
from verify.evaluation import evaluate_endtoend
from verify.evaluation.asking import Answers, ask, told, verdict
from verify.evaluation.checked import Given, check, labels_of, verdict_of
from verify.evaluation.climate import read_climate_claims
from verify.evaluation.jsonl import BenchmarkError
from verify.evaluation.opendomain import compared, read
from verify.evaluation.scifact import (
    Abstract,
    ScientificClaim,
    read_abstracts,
    read_scientific_claims,
)
from verify.models import NoStanceModel, Pair
from verify.records import Label, Probabilities, StanceLabel
from verify.testing import HashingEmbedder, SharedWords

SUPPORTS, REFUTES, NEUTRAL = StanceLabel
EMBEDDER = HashingEmbedder(64)


def answer(supports: float, refutes: float) -> Probabilities:
    return Probabilities(supports=supports, refutes=refutes, neutral=1 - supports - refutes)


YES, NO, MAYBE = answer(0.9, 0.05), answer(0.1, 0.8), answer(0.2, 0.1)


@pytest.mark.parametrize(
    ("answers", "threshold", "label"),
    [
        ((), 0.5, NEUTRAL),
        ((None,), 0.0, NEUTRAL),
        ((MAYBE, YES, NO), 0.5, SUPPORTS),
        ((MAYBE, None, NO), 0.5, REFUTES),
        ((MAYBE, NO), 0.81, NEUTRAL),
        ((NO,), 0.8, REFUTES),
    ],
)
def test_the_most_telling_text_speaks(
    answers: Answers, threshold: float, label: StanceLabel
) -> None:
    assert told(answers, threshold) is label


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        ((YES, MAYBE, None), Label.SUPPORTED),
        ((NO, MAYBE), Label.REFUTED),
        ((YES, NO, MAYBE), Label.CONFLICTING),
        ((MAYBE, MAYBE), Label.NOT_ENOUGH_EVIDENCE),
        ((None, None), Label.NOT_CHECKED),
    ],
)
def test_several_documents_make_a_verdict(answers: Answers, label: Label) -> None:
    assert verdict(answers, 0.5) is label


def test_answers_come_back_in_their_groups() -> None:
    groups = [[Pair("9.", "9."), Pair("9.", "8.")], [], [Pair("9.", "")]]
    one, two, three = ask(NumberStance(), groups, lambda *_: None)
    assert [a.stance.label if a else None for a in one] == [SUPPORTS, REFUTES]
    assert (two, three) == ((), (None,))


def test_an_abstract_is_read_by_sentence_and_whole_where_it_is_short() -> None:
    short = Abstract(id="1", title="On wires", sentences=("One.", "Two."))
    assert read("C.", short) == [
        Pair("C.", "One.", "On wires"),
        Pair("C.", "Two.", "On wires"),
        Pair("C.", "One. Two.", "On wires"),
    ]
    long = Abstract(id="2", title="", sentences=("word " * 100, "word " * 100))
    assert len(read("C.", long)) == 2


def test_labels_are_compared_as_triples() -> None:
    claims = [
        ScientificClaim(claim="A", cited=("1",), labels={"1": SUPPORTS, "2": REFUTES}),
        ScientificClaim(claim="B", cited=("3",), labels={"3": REFUTES}),
        ScientificClaim(claim="C", cited=("4",), labels={}),
    ]
    # Right; wrong label; not found; found where there is no evidence.
    labels = [{"1": SUPPORTS, "2": SUPPORTS}, {"9": NEUTRAL}, {"4": REFUTES}]
    found = compared(claims, labels, 0.5)
    assert found.precision.value == pytest.approx(1 / 3)
    assert found.recall.value == pytest.approx(1 / 3)
    assert found.f1.value == pytest.approx(1 / 3)
    assert found.f1.n == 3
    stricter = compared(claims, [*labels[:2], {"4": NEUTRAL}], None)
    assert stricter.threshold is None
    assert (stricter.precision.value, stricter.recall.value) == (1 / 2, 1 / 3)
    assert stricter.f1.value == pytest.approx(2 / 5)


def test_scifact_from_claim_to_label(tmp_path: Path) -> None:
    files = (
        write_jsonl(tmp_path / "claims.jsonl", SCIENCE),
        write_jsonl(tmp_path / "corpus.jsonl", ABSTRACTS),
    )
    stages = []
    found = evaluate_endtoend(
        NumberStance(),
        EMBEDDER,
        SharedWords(),
        scifact=files,
        progress=lambda s, *_: stages.append(s),
    )
    assert found.climate_fever is None
    assert found.scifact
    assert (found.scifact.claims, found.scifact.top) == (3, 1)
    # Zinc is supported and copper refuted, each by the abstract found first; bees stay open.
    at = found.scifact.at
    assert (at.threshold, at.precision.value, at.recall.value, at.f1.value) == (0.5, 1, 1, 1)
    by_threshold = {one.threshold: one.f1.value for one in found.scifact.others}
    assert by_threshold[0.8] == 1
    assert by_threshold[0.9] == 0
    assert 0.5 not in by_threshold
    assert {"scifact: check", "scifact: rerank", "scifact: read"} <= set(stages)


def test_climate_claims(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "climate_fever.jsonl.gz", CLIMATE)
    found = evaluate_endtoend(
        NumberStance(), EMBEDDER, SharedWords(), climate_fever=path
    ).climate_fever
    assert found
    assert found.claims == 5
    scores = found.at.scores
    assert scores.accuracy.value == 4 / 5
    # Supported 2*1/(1+2), refuted 1, conflicting 1, not enough evidence 2*1/(2+1).
    assert scores.macro_f1.value == pytest.approx((2 / 3 + 1 + 1 + 2 / 3) / 4)
    # By the Checker, the first claim is supported and of the fourth there is not enough evidence;
    # the others depend on how sure a model must be before it counts.
    assert found.checked.threshold is None
    assert found.checked.scores.accuracy.n == 5
    assert found.checked.scores.accuracy.value >= 2 / 5
    sample = evaluate_endtoend(NumberStance(), EMBEDDER, SharedWords(), climate_fever=path, limit=2)
    assert sample.climate_fever
    assert sample.climate_fever.claims == 2


def test_a_model_that_never_answers(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "climate_fever.jsonl", CLIMATE)
    found = evaluate_endtoend(
        NoStanceModel(), EMBEDDER, SharedWords(), climate_fever=path
    ).climate_fever
    assert found
    assert found.at.scores.accuracy.value == 0, "no answer is not the same as not enough evidence"


@pytest.mark.parametrize(
    ("claim", "texts", "label"),
    [
        ("The bloc has nine members.", ("The bloc has nine members.",), Label.SUPPORTED),
        ("The bloc has nine members.", ("It rains.", "The bloc has ten members."), Label.REFUTED),
        ("The bloc has nine members.", ("It rains.",), Label.NOT_ENOUGH_EVIDENCE),
        ("What a lovely bloc it is!", ("The bloc has ten members.",), Label.NOT_CHECKED),
    ],
)
def test_the_checker_decides_over_given_texts(
    claim: str, texts: tuple[str, ...], label: Label
) -> None:
    """By its typed comparisons alone: there is no stance model."""
    given = Given(("The bloc", text) for text in texts)
    report = check(Checker(given), claim)
    assert verdict_of(report) is label
    expected = {Label.SUPPORTED: SUPPORTS, Label.REFUTED: REFUTES}.get(label)
    assert labels_of(report) == ({str(len(texts)): expected} if expected else {})


def test_the_gravest_verdict_counts() -> None:
    texts = ("The bloc has nine members.", "The bloc has ten observers.")
    report = check(
        Checker(Given(("The bloc", text) for text in texts)),
        "The bloc has nine members and eight observers.",
    )
    assert {verdict.label for verdict in report.verdicts} == {Label.SUPPORTED, Label.REFUTED}
    assert verdict_of(report) is Label.REFUTED


def test_climate_rows_are_put_together(tmp_path: Path) -> None:
    claims = read_climate_claims(write_jsonl(tmp_path / "c.jsonl", CLIMATE))
    assert [claim.label for claim in claims][:3] == [
        Label.SUPPORTED,
        Label.REFUTED,
        Label.CONFLICTING,
    ]
    assert claims[0].evidence == (("Sea level", "It rose 3 mm."), ("Sea level", "It is salty."))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"claim": None}, '"claim" must be text'),
        ({"cited_doc_ids": 11}, '"cited_doc_ids" must be a list'),
        ({"evidence": []}, '"evidence" must be an object'),
        ({"evidence": {"11": [{"label": "PERHAPS"}]}}, "rationales of one label"),
        ({"evidence": {"11": [{"label": "SUPPORT"}, {"label": "REFUTE"}]}}, "of one label"),
        ({"evidence": {"11": 5}}, "of one label"),
        ({"evidence": {"11": [{"label": []}]}}, "of one label"),
    ],
)
def test_claims_with_faults(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    path = write_jsonl(tmp_path / "claims.jsonl", [SCIENCE[0], SCIENCE[0] | change])
    with pytest.raises(BenchmarkError) as caught:
        read_scientific_claims(path)
    assert caught.value.problem.startswith(f"{path}:2: ")
    assert problem in caught.value.problem


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"doc_id": None}, '"doc_id" must be'),
        ({"doc_id": True}, '"doc_id" must be'),
        ({"sentences": "One."}, '"sentences" must be'),
        ({"sentences": ["One.", 2]}, '"sentences" must be'),
        ({"title": 3}, '"title" must be text'),
    ],
)
def test_abstracts_with_faults(tmp_path: Path, change: dict[str, object], problem: str) -> None:
    path = write_jsonl(tmp_path / "corpus.jsonl", [ABSTRACTS[0] | change])
    with pytest.raises(BenchmarkError, match=problem):
        read_abstracts(path)


def test_an_unknown_claim_label(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "c.jsonl", [CLIMATE[0] | {"claim_label": "MAYBE"}])
    with pytest.raises(BenchmarkError, match='unknown claim label "MAYBE"') as caught:
        read_climate_claims(path)
    assert "DISPUTED" in caught.value.remedy
