"""The editor's benchmark on a tiny archive: drawing, withholding, and what counts as caught."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evaluation.conftest import write_jsonl
from tests.evaluation.towns import ARCHIVE, DOCUMENTS
from verify.checker import Checker
from verify.drafts import draft_from_text
from verify.evaluation import PlantedEvaluation, evaluate_planted
from verify.evaluation.archive import read_archive
from verify.evaluation.bars import draw_planted
from verify.evaluation.catches import catch, decisive_verdict, is_right, is_touched
from verify.evaluation.collections import indexed
from verify.evaluation.figures import Catch, ChangeKind, Grade
from verify.evaluation.jsonl import BenchmarkError
from verify.evaluation.planted import CHECKER, COMPARISONS, STANCE
from verify.evaluation.planting import UNDATED, Plant, draw, plant
from verify.evaluation.progress import silent
from verify.models import NoStanceModel
from verify.records import Document, Report, Span
from verify.testing import HashingEmbedder

EMBEDDER = HashingEmbedder(64)


@pytest.fixture(scope="module")
def evaluation() -> PlantedEvaluation:
    return evaluate_planted(
        ARCHIVE, EMBEDDER, NoStanceModel(), None, drafts=4, others=7, seed=3, beside=True
    )


def test_drawing_is_seeded_and_exact() -> None:
    drawn = draw(DOCUMENTS, 5, seed=3)
    assert drawn == draw(DOCUMENTS, 5, seed=3)
    assert drawn != draw(DOCUMENTS, 5, seed=4)
    assert len({one.document for one in drawn}) == 5
    by_id = {d.id: d for d in DOCUMENTS}
    for one in drawn:
        assert one.sentence in by_id[one.document].text
        assert one.as_of == by_id[one.document].published
        for grade in Grade:
            made = plant(one, grade)
            assert made == plant(one, grade)
            assert made.text != made.untouched
            assert made.sentence.covers(made.span)
            assert made.true_sentence.covers(made.true_span)
            as_it_stands = made.true_sentence.of(made.untouched) in by_id[one.document].text
            assert as_it_stands is (grade is not Grade.REWRITTEN)
            before, after = made.text[: made.span.start], made.text[made.span.end :]
            assert before + made.true_span.of(made.untouched) + after == made.untouched


@pytest.mark.parametrize(
    ("opener", "drawn"),
    [
        ("Arden Mill is old.", 1),
        # The line of a table and half a sentence would run into what is drawn.
        ("Qtly div 24 cts vs 28 cts prior\n\n", 0),
        ("The mill is led by Chas.", 0),
    ],
)
def test_an_opener_is_a_sentence(opener: str, drawn: int) -> None:
    text = f"{opener} The company said it paid 24 cts a share on the land by the lake."
    assert len(draw([Document(id="mill", title="Mill", text=text)], 1, seed=1)) == drawn


def test_the_whole_of_it(evaluation: PlantedEvaluation) -> None:
    assert evaluation.drafts == 4
    assert evaluation.documents == len(ARCHIVE)
    assert evaluation.passages == len(ARCHIVE)
    assert evaluation.withheld == 4
    assert {(t.way, t.grade) for t in evaluation.tables} == {
        (way, grade) for way in (CHECKER, COMPARISONS, STANCE) for grade in Grade
    }
    assert len(evaluation.cases) == 4 * 9
    for table in evaluation.tables:
        for row in (table.typed, *table.rows):
            assert row.caught.value * row.caught.n == pytest.approx(
                row.caught.n - sum(row.missed.values())
            )
    verbatim = next(t for t in evaluation.tables if t.grade is Grade.VERBATIM)
    assert verbatim.typed.supported.value > 0
    assert PlantedEvaluation.model_validate_json(evaluation.model_dump_json()) == evaluation


def test_the_original_is_withheld(evaluation: PlantedEvaluation) -> None:
    """No cause of a withheld draft can come from its own document: nothing says its value."""
    withheld = [c for c in evaluation.cases if c.grade is Grade.WITHHELD]
    assert withheld
    assert not [c for c in withheld if c.true_verdict == "supported"]


def test_a_kept_index_is_built_upon(tmp_path: Path) -> None:
    with indexed(DOCUMENTS[:3], EMBEDDER, silent, tmp_path / "kept") as index:
        assert index.manifest.passages == 3
    with indexed(DOCUMENTS, EMBEDDER, silent, tmp_path / "kept") as index:
        assert index.manifest.passages == 6


def test_the_picture(evaluation: PlantedEvaluation) -> None:
    picture = ET.fromstring(draw_planted(evaluation))  # noqa: S314 - our own
    words = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"typed kinds", "verbatim", "withheld", "false alarms"} <= set(words)


# --- what counts as caught --------------------------------------------------------------------


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    text = "The Norland Union has ten members. It was founded in 1991. Ann Lowell is its president."
    with indexed(
        [Document(id="bloc", title="Norland Union", text=text)], EMBEDDER, silent
    ) as index:
        yield Checker(index)


# draft before | its value | the changed draft's value | kind | what becomes of it
CATCHES = """
The Norland Union has {} members. | ten | nine | count | caught
The Norland Union has {} members. | ten | nine | money | refuted by the wrong rule
The Norland Union has {} members. | ten | 10 | count | missed
The Norland Union has {} members. | eight | nine | count | refuted before the change too
The Norland Union grows {} sorts of barley. | six | nine | count | missed
The Norland Union {} ten members. | has | had not | number | not read as a value
Will the Norland Union have {} members? | ten | nine | count | in a sentence that is not checked
"""


@pytest.mark.parametrize("row", CATCHES.strip().splitlines())
def test_caught(checker: Checker, row: str) -> None:
    draft, true, changed, kind, wanted = (part.strip() for part in row.split("|"))
    one = planted(draft, true, changed, kind)
    assert catch(report(checker, one.text), report(checker, one.untouched), one) is Catch(wanted)


# draft with its value left out | changed to | kind | the verdict that decides, and on what claim
DECIDED = """
The Norland Union has {} members. | nine | count | refuted: nine members
The Norland Union has {} members. | ten | count | supported: ten members
The Norland Union is the {} bloc, and it has ten members. | smallest | comparative | not_enough_evidence: smallest bloc
The Norland Union is the {} bloc, and it has nine members. | smallest | comparative | refuted: nine members
The Norland Union, which is the {} bloc, was founded in 1991. | smallest | comparative | not_enough_evidence: smallest bloc
"""  # noqa: E501 - a case is one line


@pytest.mark.parametrize("row", DECIDED.strip().splitlines())
def test_what_decides(checker: Checker, row: str) -> None:
    """What is supported beside the changed words is another claim, and as true as before."""
    draft, changed, kind, wanted = (part.strip() for part in row.split("|"))
    one = planted(draft, "some", changed, kind)
    found = decisive_verdict(report(checker, one.text), one, one.span)
    assert found is not None
    assert f"{found.label.value}: {found.claim.text}" == wanted


def test_claims_that_a_change_makes_false(checker: Checker) -> None:
    """The samples of calibration are those of which a verdict on the change is taken."""
    draft = "The Norland Union, which is the {} bloc, was founded in 1991."
    one = planted(draft, "largest", "smallest", "comparative")
    verdicts = report(checker, one.text).verdicts
    touched = {v.claim.text for v in verdicts if is_touched(v, one, one.span)}
    assert "smallest bloc" in touched
    assert "1991" not in touched
    # A comparative is said of the value beside it, and a denial of all that the verb has.
    for draft, changed, kind in (
        ("The Norland Union has {} ten members.", "less than", "comparative"),
        ("The Norland Union {} founded in 1991.", "was not", "negation"),
    ):
        one = planted(draft, "some", changed, kind)
        assert any(is_touched(v, one, one.span) for v in report(checker, one.text).verdicts)
    one = planted("The Norland Union, of ten members, is {}.", "larger", "smaller", "comparative")
    verdicts = report(checker, one.text).verdicts
    assert not any(is_touched(v, one, one.span) for v in verdicts if v.claim.value)


def test_a_right_rule(checker: Checker) -> None:
    one = planted("The Norland Union has {} members.", "ten", "nine", "count")
    (counted,) = report(checker, one.text).verdicts
    dated = one.model_copy(update={"kind": ChangeKind.DATE})
    assert (counted.rule, is_right(counted, one)) == ("count.mismatch", True)
    assert not is_right(counted, dated)
    by_date = counted.model_copy(update={"rule": "date.mismatch"})
    assert is_right(by_date, dated)
    assert is_right(by_date, one)


def report(checker: Checker, words: str) -> Report:
    return checker.check(draft_from_text(words, as_of=UNDATED))


def planted(draft: str, true: str, changed: str, kind: str) -> Plant:
    at = draft.index("{}")

    def said(value: str) -> tuple[str, Span, Span]:
        text = draft.replace("{}", value)
        return text, Span(start=at, end=at + len(value)), Span(start=0, end=len(text))

    (text, span, sentence), (untouched, true_span, true_sentence) = said(changed), said(true)
    return Plant(
        kind=ChangeKind(kind),
        grade=Grade.VERBATIM,
        document="bloc",
        title="",
        as_of=UNDATED,
        text=text,
        span=span,
        sentence=sentence,
        untouched=untouched,
        true_span=true_span,
        true_sentence=true_sentence,
    )


# --- reading ----------------------------------------------------------------------------------


def test_an_archive_is_read(tmp_path: Path) -> None:
    wire = {"id": "w:1", "title": "MILL", "published": "26-FEB-1987 15:01:01.79"}
    page = {"id": "p:1", "text": "A mill.", "published": "2001-03-02"}
    files = [
        write_jsonl(tmp_path / "wire.jsonl.gz", [{**wire, "text": "A mill\nburnt.\n    It fell."}]),
        write_jsonl(tmp_path / "pages.jsonl", [page]),
    ]
    burnt, mill = read_archive(files)
    assert burnt.text == "A mill burnt.\n\nIt fell."
    assert (burnt.published, burnt.publisher) == (dt.date(1987, 2, 26), "wire")
    assert (mill.published, mill.title) == (dt.date(2001, 3, 2), "")
    broken = write_jsonl(tmp_path / "broken.jsonl", [{**page, "published": "last May"}])
    with pytest.raises(BenchmarkError, match=r"broken\.jsonl:1.*last May"):
        read_archive([broken])
