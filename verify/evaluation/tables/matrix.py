"""A draft with each of its values changed, as a table."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from verify.evaluation.figures import MatrixEvaluation
from verify.evaluation.tables.cells import heading, table_of
from verify.records import Label
from verify.reports.wording import plural


def matrix_table(evaluation: MatrixEvaluation) -> Iterator[RenderableType]:
    """The kinds, and each change that was not seen as it should be."""
    yield heading("Every value changed", f"{evaluation.source}, {evaluation.model}", None)
    table = table_of(
        "kind", "values", "changed", "supported before", "refuted", "written otherwise"
    )
    cases = evaluation.cases
    for kind in (None, *dict.fromkeys(case.kind for case in cases)):
        mine = [case for case in cases if kind in {None, case.kind}]
        changed = [case for case in mine if not case.reworded]
        covered = [case for case in changed if case.before is Label.SUPPORTED]
        reworded = [case for case in mine if case.reworded]
        table.add_row(
            kind.value if kind else "all",
            f"{len({case.start for case in mine}):,}",
            f"{len(changed):,}",
            f"{len(covered):,}",
            _of(sum(not case.wrong for case in covered), len(covered)),
            _of(sum(not case.wrong for case in reworded), len(reworded)),
            style="" if kind else "bold",
        )
    yield table
    for case in (case for case in cases if case.wrong):
        what = "written otherwise" if case.reworded else "changed"
        yield Text(f"{what}: “{case.original}” -> “{case.put}”: {case.wrong}", overflow="fold")
        yield Text(f"    {case.after.value if case.after else 'no claim'}: {case.cause}", "dim")
    for texts, what in (
        (evaluation.unchanged, "No other value was found for"),
        (evaluation.unreworded, "No other way to write was found for"),
    ):
        if texts:
            yield Text(f"{what}: {'; '.join(texts)}.", "dim")
    yield Text(
        f"{plural(evaluation.values, 'value')}. Refuted: of the changes to what was supported,"
        " those refuted by the rule of their kind with all other verdicts as they were. Written"
        " otherwise: the same value in other words, with all verdicts as they were.",
        "dim",
    )


def _of(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,}" if whole else ""
