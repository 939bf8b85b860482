"""Every value of the drafts of `examples/`, changed and written another way, with no stance model.

What falls short is known by `tests/golden/matrix.txt`, line by line: nothing may be added, and what
is mended is taken out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sampledrafts import EXAMPLES, ROOT
from verify.drafts import read_draft
from verify.evaluation import MatrixEvaluation, evaluate_matrix
from verify.index import open_index
from verify.models import NoStanceModel, load_embedder

pytestmark = pytest.mark.real_model

KNOWN = ROOT / "tests" / "golden" / "matrix.txt"


@pytest.fixture(scope="module", params=EXAMPLES)
def matrix(
    request: pytest.FixtureRequest, example_index: Callable[[str], Path]
) -> tuple[str, MatrixEvaluation]:
    name = str(request.param)
    draft, _, corpus = EXAMPLES[name]
    with open_index(example_index(corpus), load_embedder()) as index:
        return name, evaluate_matrix(read_draft(str(ROOT / draft)), index, NoStanceModel(), None)


def short(name: str, evaluation: MatrixEvaluation) -> list[str]:
    """What falls short, a line each."""
    return [
        f"{name} | {c.kind.value} | {c.original} -> {c.put} | {c.wrong}"
        for c in evaluation.cases
        if c.wrong
    ]


def test_what_falls_short_is_known(matrix: tuple[str, MatrixEvaluation]) -> None:
    name, evaluation = matrix
    known = KNOWN.read_text(encoding="utf-8").splitlines()
    assert short(name, evaluation) == [line for line in known if line.startswith(f"{name} | ")]


def test_most_values_are_tried_and_found(matrix: tuple[str, MatrixEvaluation]) -> None:
    name, evaluation = matrix
    tried = {c.start for c in evaluation.cases}
    assert len(tried) * 10 >= evaluation.values * 9
    assert len(short(name, evaluation)) * 4 <= len(evaluation.cases)
