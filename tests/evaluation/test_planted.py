"""The editor's benchmark on a tiny archive: drawing, withholding, and what counts as caught."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evaluation.conftest import write_jsonl
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
from verify.evaluation.relatives import nearest, repeats, word_weights
from verify.evaluation.sameforms import forms
from verify.models import NoStanceModel
from verify.records import Document, Report, Span
from verify.testing import HashingEmbedder

EMBEDDER = HashingEmbedder(64)
TOWNS = ("Arden", "Lowick", "Thame", "Wexmouth", "Halden", "Corby")
DOCUMENTS = tuple(
    Document(
        id=f"towns:{n}",
        title=f"{town} Mill",
        publisher="towns",
        published=dt.date(2001, 3, 1 + n),
        text=f"{town} Mill (a paper mill) employed {30 + 7 * n} workers in {1950 + n}."
        f" The {town} mill burnt 3{n} mln tons of coal in the following decade.",
    )
    for n, town in enumerate(TOWNS)
)
SNIPPET = Document(id="snippets:1", publisher="snippets", text="A mill in Arden made paper.")
ARCHIVE = (*DOCUMENTS, SNIPPET)


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


def test_relatives_and_repeats() -> None:
    again = Document(id="copy", text="As reported, Arden Mill employed 30 workers in 1950.")
    documents = (*ARCHIVE, again)
    weights = word_weights(documents)
    (drawn,) = [one for one in draw(DOCUMENTS, 6, seed=1) if one.document == "towns:0"]
    assert {"copy", "snippets:1"} <= nearest(documents, ["towns:0"], weights)
    arden = drawn.model_copy(update={"sentence": "Arden Mill employed 30 workers in 1950."})
    arden = arden.model_copy(update={"span": Span(start=20, end=22)})
    assert repeats(documents, [arden], weights) == {"towns:0", "copy"}


# drawn sentence with its value in {} | kind | sentence of another document | whether it states it
STATED = """
The oil is to be lent for {180 days}, to help Lowick. | duration | Lowick gets oil for a 180-day period. | yes
The oil is to be lent for {180 days}, to help Lowick. | duration | Arden rested for 180 days. | no
The mill had a loss of {45.6 mln dlrs} in the year. | money | Year loss 45,600,000 | yes
The mill had a loss of {45.6 mln dlrs} in the year. | money | Year loss 45.7 mln dlrs | no
The group bought land by the lake from the heirs of late Thame chairman {Jon Lowell} for a park. | role | Late Thame chairman Jon M. Lowell sang. | yes
The group bought land by the lake from the heirs of late Thame chairman {Jon Lowell} for a park. | role | The singer Jon Lowell bought a park. | no
Farm Minister {Jon Lowell} has put off a trip to Arden for pressing work at home. | role | Farm Minister Jon Lowell rose. | yes
The club said {Jon Lowell}, its new treasurer, had left for Arden. | role | Jon Lowell is treasurer. | yes
Wages were {12 pct} higher in the north of Arden. | percentage | In northern Arden wages were higher by 12%. | yes
Wages were {12 pct} higher in the north of Arden than by the lakes of Lowick last spring. | percentage | Rents were 12% lower in Thame. | no
"""  # noqa: E501 - a case is one line


@pytest.mark.parametrize("row", STATED.strip().splitlines())
def test_what_another_document_states_is_withheld_too(row: str) -> None:
    """There a verdict would be right, however the value is written."""
    marked, kind, other, wanted = (part.strip() for part in row.split("|"))
    sentence = marked.replace("{", "").replace("}", "")
    drawn = draw(DOCUMENTS, 1, seed=1)[0].model_copy(
        update={
            "document": "own",
            "sentence": sentence,
            "kind": ChangeKind(kind),
            "span": Span(start=marked.index("{"), end=marked.index("}") - 1),
        }
    )
    own, copy = Document(id="own", text=sentence), Document(id="other", text=other)
    documents = (*ARCHIVE, own, copy)
    found = repeats((own, copy), [drawn], word_weights(documents))
    assert ("other" in found) is (wanted == "yes")


# text | its words in one form
FORMS = """
a 180-day period, six months | a 180 day period 6 month
3.4 mln dlrs or $3,400,000.00 | 3400000 dollar or 3400000
12.50 pct, 12.5% | 12.5 percent 12.5 percent
two-million-dollar mills; series of countries | 2000000 dollar mill series of country
the second and 3rd Oct 1960s glass bus | the 2nd and 3rd october 1960s glass bus
"""


@pytest.mark.parametrize("row", FORMS.strip().splitlines())
def test_words_in_one_form(row: str) -> None:
    text, wanted = (part.strip() for part in row.split("|"))
    assert " ".join(forms(text)) == wanted


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
