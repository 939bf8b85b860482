"""Search and stance model together, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from verify.evaluation.figures import EndToEndEvaluation
from verify.evaluation.tables.cells import heading, table_of, threshold, with_interval
from verify.reports.wording import plural


def end_to_end_tables(evaluation: EndToEndEvaluation) -> Iterator[RenderableType]:
    """Each set, as the Checker decides and by thresholds."""
    yield heading("End to end", f"{evaluation.model}, {evaluation.embedder}", evaluation.limit)
    if evaluation.scifact:
        table = table_of("SciFact open", "by", "F1", "precision", "recall")
        one = evaluation.scifact
        for number, found in enumerate((one.checked, one.at, *one.others)):
            name = "" if number else f"{one.claims:,} claims, top {one.top}"
            figures = map(with_interval, (found.f1, found.precision, found.recall))
            table.add_row(
                name, threshold(found.threshold), *figures, style="dim" if number > 1 else ""
            )
        yield table
        yield Text()
    if evaluation.climate_fever:
        climate = evaluation.climate_fever
        table = table_of("Climate-FEVER", "by", "accuracy", "macro-F1")
        for number, verdicts in enumerate((climate.checked, climate.at, *climate.others)):
            table.add_row(
                "" if number else f"{climate.claims:,} claims",
                threshold(verdicts.threshold),
                with_interval(verdicts.scores.accuracy),
                with_interval(verdicts.scores.macro_f1),
                style="dim" if number > 1 else "",
            )
        yield table
        yield Text()
    yield Text(
        "In brackets: 95 % intervals, over claims. Checker: as a draft is checked. A number: by the"
        " stance model alone, where a stance counts from this probability on."
        " SciFact: (claim, abstract, label) against abstracts with evidence. Climate-FEVER: a"
        " disputed claim is one that some of its sentences support and others refute.",
        "dim",
    )
    if evaluation.climate_fever and evaluation.climate_fever.unchecked:
        count = plural(evaluation.climate_fever.unchecked, "claim")
        yield Text(f"Climate-FEVER: not checked by the Checker, counted as wrong: {count}.", "dim")
