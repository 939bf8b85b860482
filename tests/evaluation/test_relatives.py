"""Which documents are near a drawn sentence, and which state what it says."""

from __future__ import annotations

import pytest

from tests.evaluation.towns import ARCHIVE, DOCUMENTS
from verify.evaluation.figures import ChangeKind
from verify.evaluation.planting import draw
from verify.evaluation.relatives import nearest, repeats, word_weights
from verify.evaluation.sameforms import forms
from verify.records import Document, Span


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
The mill had a profit of 4 mln dlrs in its first {nine months}. | duration | Shr 2 dlrs // Nine mths // Profit 4,000,000 | yes
The mill had a profit of 4 mln dlrs in its first {nine months}. | duration | Shr 2 dlrs. // Nine mths. // Profit 4,000,000 | no
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
    lines = other.replace(" // ", "\n\n")
    own, copy = Document(id="own", text=sentence), Document(id="other", text=lines)
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
