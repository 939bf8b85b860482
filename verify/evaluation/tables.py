"""Evaluations as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from verify.evaluation.figures import (
    Catch,
    ClaimsEvaluation,
    EndToEndEvaluation,
    Evaluation,
    Figure,
    Grade,
    MatrixEvaluation,
    Measured,
    PlantedEvaluation,
    PlantedRow,
    PlantedTable,
    RetrievalEvaluation,
    StanceEvaluation,
    StanceFile,
)
from verify.records import Label
from verify.reports.wording import plural

NOTE = "In brackets: 95 % intervals, of rows taken as independent."


def render(evaluation: Evaluation) -> RenderableType:
    """The tables of an evaluation, with what is counted said beneath."""
    match evaluation:
        case StanceEvaluation():
            return Group(*_stance(evaluation))
        case RetrievalEvaluation():
            return Group(*_retrieval(evaluation))
        case EndToEndEvaluation():
            return Group(*_end_to_end(evaluation))
        case ClaimsEvaluation():
            return Group(*_claims(evaluation))
        case PlantedEvaluation():
            return Group(*_planted(evaluation))
        case MatrixEvaluation():
            return Group(*_matrix(evaluation))


def _stance(evaluation: StanceEvaluation) -> Iterator[RenderableType]:
    table = _table("file", "labels", "n", "accuracy", "macro-F1", "claim only", "majority")
    for file in evaluation.files:
        for number, (name, measured) in enumerate(_sets(file)):
            model = measured.model
            table.add_row(
                "" if number else file.file,
                name,
                f"{model.accuracy.n:,}",
                _figure(model.accuracy),
                _figure(model.macro_f1),
                _value(measured.claim_only.accuracy),
                _value(measured.majority.accuracy),
            )
    yield _title("Stance", evaluation.model, evaluation.limit)
    yield table
    calibrated = _table("file", "n", "calibration error")
    for file in evaluation.files:
        if file.calibration:
            error = file.calibration.error
            calibrated.add_row(file.file, f"{error.n:,}", _figure(error))
    if calibrated.row_count:
        yield Text()
        yield calibrated
    yield Text()
    yield Text(
        f"{NOTE} 2: supports or refutes, where one of them is the truth; 3: neutral too; #: claims"
        " with a number. Claim only and majority: accuracy of a guess without the evidence.",
        "dim",
    )
    for file in evaluation.files:
        for label, count in sorted(file.left_out.items()):
            yield Text(f"{file.file}: left out, labelled {label}: {plural(count, 'row')}.", "dim")
        if file.unanswered:
            yield Text(
                f"{file.file}: no answer by the model, counted as wrong:"
                f" {plural(file.unanswered, 'row')}.",
                "yellow",
            )


def _sets(file: StanceFile) -> Iterator[tuple[str, Measured]]:
    for name, measured in (
        ("2", file.two_way),
        ("2 #", file.two_way_numbers),
        ("3", file.three_way),
        ("3 #", file.three_way_numbers),
    ):
        if measured:
            yield name, measured


def _retrieval(evaluation: RetrievalEvaluation) -> Iterator[RenderableType]:
    table = _table("collection", "way", "n", "nDCG@10", "recall@5", "recall@20", "recall@100")
    for one in evaluation.sets:
        for number, ranking in enumerate(one.rankings):
            table.add_row(
                "" if number else one.name,
                ranking.way,
                f"{ranking.ndcg_10.n:,}",
                _figure(ranking.ndcg_10),
                _value(ranking.recall_5),
                _value(ranking.recall_20),
                _value(ranking.recall_100),
            )
    models = [evaluation.embedder, evaluation.stance_model]
    yield _title("Retrieval", ", ".join(name for name in models if name), evaluation.limit)
    yield table
    yield Text()
    yield Text(NOTE.replace("rows", "queries"), "dim")
    for one in evaluation.sets:
        yield Text(
            f"{one.name}: {plural(one.documents, 'document')} in"
            f" {plural(one.passages, 'passage')}; relevant: {one.relevant}.",
            "dim",
        )


def _end_to_end(evaluation: EndToEndEvaluation) -> Iterator[RenderableType]:
    yield _title("End to end", f"{evaluation.model}, {evaluation.embedder}", evaluation.limit)
    if evaluation.scifact:
        table = _table("SciFact open", "by", "F1", "precision", "recall")
        one = evaluation.scifact
        for number, found in enumerate((one.checked, one.at, *one.others)):
            name = "" if number else f"{one.claims:,} claims, top {one.top}"
            figures = map(_figure, (found.f1, found.precision, found.recall))
            table.add_row(
                name, _threshold(found.threshold), *figures, style="dim" if number > 1 else ""
            )
        yield table
        yield Text()
    if evaluation.climate_fever:
        climate = evaluation.climate_fever
        table = _table("Climate-FEVER", "by", "accuracy", "macro-F1")
        for number, verdicts in enumerate((climate.checked, climate.at, *climate.others)):
            table.add_row(
                "" if number else f"{climate.claims:,} claims",
                _threshold(verdicts.threshold),
                _figure(verdicts.scores.accuracy),
                _figure(verdicts.scores.macro_f1),
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


def _claims(evaluation: ClaimsEvaluation) -> Iterator[RenderableType]:
    yield _title("Claims", evaluation.model or "rules alone", evaluation.limit)
    table = _table("worth checking", "by", "from", "F1", "precision", "recall")
    for file in evaluation.checkworthy:
        for number, told in enumerate(file.ways):
            table.add_row(
                "" if number else f"{file.file}, {file.worth:,} of {file.rows:,}",
                told.way,
                "" if told.threshold is None else f"{told.threshold:g}",
                _figure(told.f1),
                _figure(told.precision) if told.precision else "",
                _figure(told.recall) if told.recall else "",
            )
    if table.row_count:
        yield table
        yield Text()
    yield from _splits(evaluation)
    yield Text(
        f"{NOTE.replace('rows', 'sentences')} Rules: each sentence read as a draft, without the"
        " model. From: the probability from which on the model takes a sentence.",
        "dim",
    )
    yield from (Text(one, "yellow") for one in evaluation.missing)


def _splits(evaluation: ClaimsEvaluation) -> Iterator[RenderableType]:
    if evaluation.wikisplit:
        split = evaluation.wikisplit
        table = _table("WikiSplit", "claims", "a sentence", "SARI", "boundary found", "that alone")
        for number, way in enumerate(split.ways):
            table.add_row(
                "" if number else f"{split.rows:,} sentences, {split.bounded:,} boundaries",
                way.way,
                f"{way.pieces:.2f}",
                _figure(way.sari),
                _figure(way.found) if way.found else "",
                _figure(way.exact) if way.exact else "",
            )
        yield table
        yield Text()
    if evaluation.propsegment:
        marked = evaluation.propsegment
        table = _table("PropSegmEnt", "claims", "Jaccard", "F1", "precision", "recall")
        for number, scores in enumerate(marked.ways):
            name = f"{marked.propositions:,} propositions in {marked.sentences:,} sentences"
            table.add_row(
                "" if number else name,
                scores.way,
                f"{scores.jaccard:g}",
                *map(_figure, (scores.f1, scores.precision, scores.recall)),
            )
        yield table
        yield Text()
        yield Text(
            f"PropSegmEnt: left out, without its text: {plural(marked.without_text, 'sentence')};"
            f" without a proposition: {plural(marked.unmarked, 'sentence')}.",
            "dim",
        )


def _planted(evaluation: PlantedEvaluation) -> Iterator[RenderableType]:
    yield _title("Planted errors", f"{evaluation.model}, {evaluation.embedder}", None)
    for one in evaluation.tables:
        yield _planted_table(one)
    if evaluation.calibration:
        error = evaluation.calibration.error
        yield Text(f"Calibration error of {error.n:,} verdicts on such values: {_figure(error)}")
    yield Text(
        f"{NOTE.replace('rows', 'drafts')} {plural(evaluation.drafts, 'draft')} by seed"
        f" {evaluation.seed}; {plural(evaluation.passages, 'passage')} of"
        f" {plural(evaluation.documents, 'document')}, {evaluation.withheld:,} of them left out"
        " where the originals are withheld. Caught: the changed value refuted where it stands, by a"
        " right rule. Unread: no claim, or none with a value. False alarms: an untouched sentence"
        " with a refuted claim. Supported: the true value. Spoken: a true or changed value that is"
        " not left open. Typed kinds: all but name, place and negation.",
        "dim",
    )


def _planted_table(one: PlantedTable) -> Table:
    """What a grade is about: where the original is withheld, silence; elsewhere, what is caught."""
    silent = one.grade is Grade.WITHHELD
    columns = ("supported", "spoken") if silent else ("caught", "missed", "supported")
    table = _table(one.grade.value, "n", "false alarms", *columns)
    for row in (one.typed, *one.rows):
        shown = {
            "caught": _figure(row.caught),
            "missed": _missed(row),
            "supported": _figure(row.supported),
            "spoken": _figure(row.spoken),
        }
        style = "bold" if row is one.typed else ""
        cells = (f"{row.caught.n:,}", _figure(row.alarms), *(shown[c] for c in columns))
        table.add_row(row.kind, *cells, style=style)
    table.title = f"{one.way}, {one.seconds:.2f} s a draft"
    table.title_justify = "left"
    return table


def _matrix(evaluation: MatrixEvaluation) -> Iterator[RenderableType]:
    yield _title("Every value changed", f"{evaluation.source}, {evaluation.model}", None)
    table = _table("kind", "values", "changed", "supported before", "refuted", "written otherwise")
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


def _missed(row: PlantedRow) -> str:
    unread = row.missed.get(Catch.NOT_READ, 0) + row.missed.get(Catch.NO_CLAIM, 0)
    return f"{sum(row.missed.values())} ({unread} unread)"


def _title(what: str, models: str, limit: int | None) -> Text:
    sampled = f", at most {limit:,} of each file" if limit else ""
    return Text.assemble((what, "bold"), f" ({models}{sampled})")


def _table(*columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number > 1 else "left", overflow="fold")
    return table


def _threshold(value: float | None) -> str:
    return "Checker" if value is None else f"{value:g}"


def _value(figure: Figure) -> str:
    return f"{figure.value:.3f}"


def _figure(figure: Figure) -> str:
    low, high = (f"{end:.3f}".removeprefix("0") for end in (figure.low, figure.high))
    return f"{figure.value:.3f} ({low}-{high})"
