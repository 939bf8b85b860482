# ruff: noqa: E501 - a case is one line
"""One name for another in a source's words: nothing else that stands there is support."""

from __future__ import annotations

import pytest

from tests.judge.checking import DAY, Case, cases, check, verdicts
from verify.claims import read_claims
from verify.judge.named import said_of_another
from verify.judge.statements import statements
from verify.records import Passage

# draft | source | kind and label of its claims
EXCHANGED = """
In April 1980 the United States cut off ties with Niger. | In April 1980 the United States cut off ties with Iran. | date not_enough_evidence
In April 1980 the United States cut off ties with Iran. | In April 1980 the United States cut off ties with Iran. | date supported
Osei painted 40 portraits of Maria Blum in Vienna. | Osei painted 40 portraits of Clara Stein in Vienna. | count not_enough_evidence
The court in Lisbon fined Ardent Foods 3 million euros. | The court in Lisbon fined Vantel Foods 3 million euros. | money not_enough_evidence
In April 1980 the United States cut off Iranian ties. | In April 1980 the United States cut off ties with Iran. | date supported
"""


@pytest.mark.parametrize("case", cases(EXCHANGED), ids=str)
def test_a_value_beside_another_name_is_not_supported(case: Case) -> None:
    check(case)


def test_the_editor_is_told_whom_the_source_does_not_name() -> None:
    (found,) = (
        v
        for v in verdicts(
            "In April 1980 the United States cut off ties with Niger.",
            "In April 1980 the United States cut off ties with Iran.",
        )
        if v.claim.kind == "date"
    )
    assert found.cause.endswith("but the source does not name Niger")


@pytest.mark.parametrize(
    ("draft", "source", "name"),
    [
        ("The law was stated by Leo Melamed.", "The law was stated by Jon Faro.", "Leo Melamed"),
        ("The law was stated by Faro.", "The law was stated by Jon Faro.", ""),
        ("The law was stated by Leo Melamed.", "The law was stated by a monk.", ""),
        ("Leo Melamed liked dogs and cats.", "The law was stated by Jon Faro.", ""),
    ],
)
def test_the_same_said_of_another(draft: str, source: str, name: str) -> None:
    passage = Passage(id=1, document="d/1", text=source)
    (claim, *_) = read_claims(draft, DAY)
    assert said_of_another(claim, source, passage, statements(passage)) == name
