"""`verify evaluate`: how good models, the search, the finding of claims and whole checks are."""

# ruff: noqa: PLC0415 - models and arrays are imported when there is something to measure
from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verify.commands import opening
from verify.commands.options import AsOf, IndexName, NoColor, day, example
from verify.commands.screen import FILE_WIDTH, draw, progress, say, write, write_file
from verify.errors import SettingsError

if TYPE_CHECKING:
    from verify.evaluation import Evaluation
    from verify.models import StanceModel
    from verify.records import Record

app = typer.Typer(
    help="Measure models, the search and the finding of claims on labelled data of your own.",
    epilog=example("verify evaluate stance --data data --limit 500"),
    no_args_is_help=True,
    rich_markup_mode=None,
)

DEFAULT, NONE = "fast", "none"
SCIFACT = ("scifact_claims_dev", "scifact_corpus")

Data = Annotated[
    Path,
    typer.Option(
        metavar="DIR", help="Folder of benchmark files, or one that has dev/ and retrieval/."
    ),
]
Model = Annotated[
    str, typer.Option("--model", metavar="NAME", help="The stance model; none: without one.")
]
Labels = Annotated[
    str | None,
    typer.Option(
        metavar="A,B,C",
        help="Order of a cross-encoder's three outputs, where it does not say: as"
        " refutes,supports,neutral.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="At most N cases of each file, drawn by seed."),
]
Json = Annotated[
    str | None,
    typer.Option(
        "--json", metavar="FILE", help="Write all figures as JSON; - for standard output."
    ),
]


@app.command(
    epilog=example(
        "verify evaluate stance --data data --only vitaminc --limit 1000",
        "verify evaluate stance --data data --json stance.json --picture reliability.svg",
    )
)
def stance(
    data: Data,
    *,
    model: Model = DEFAULT,
    labels: Labels = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="Only this file; may be repeated.")
    ] = None,
    limit: Limit = None,
    json: Json = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a reliability diagram (SVG).")
    ] = None,
    no_color: NoColor = False,
) -> None:
    """Measure a stance model on pairs of claim and evidence.

    A row is {"claim", "evidence", "label", "page"}; the label is SUPPORTS, REFUTES or NEI, the
    page (a title) may be left out. Beside the model stand a guess from the claim's words alone and
    the most frequent label.
    """
    from verify.evaluation import evaluate_stance
    from verify.evaluation.jsonl import find
    from verify.evaluation.picture import draw_reliability

    _check_outputs(json, picture)
    files = _chosen(find(data, "dev"), only, data)
    stance_model = _load(model, labels)
    with progress() as show:
        evaluation = evaluate_stance(stance_model, files, limit, show)
    _show(evaluation, json, plain=no_color)
    if picture:
        write_file(picture, draw_reliability(evaluation))
        say(f"The picture is in {picture}")


@app.command(epilog=example("verify evaluate retrieval --data data --limit 300 --json search.json"))
def retrieval(
    data: Data,
    *,
    model: Model = DEFAULT,
    labels: Labels = None,
    limit: Limit = None,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Measure the search: by words, by vectors, by both, and reranked by a stance model.

    Searches SciFact (scifact_claims_dev over scifact_corpus) and VitaminC (vitaminc: a claim among
    all evidence texts), whichever the folder has, with the embedder of verify.toml.
    """
    from verify.evaluation import collections, evaluate_retrieval
    from verify.settings import load_settings

    _check_outputs(json)
    science, pairs = _scifact(data), _file(data, "dev", "vitaminc")
    _expect(data, science, pairs, names=(*SCIFACT, "vitaminc"))
    searched = [collections.scifact(*science, limit)] if science else []
    searched += [collections.pairs(pairs, limit)] if pairs else []
    embedder = opening.load_embedder(load_settings())
    reranker = None if model == NONE else _load(model, labels)
    with progress() as show:
        evaluation = evaluate_retrieval(embedder, searched, reranker, limit, show)
    _show(evaluation, json, plain=no_color)


@app.command(epilog=example("verify evaluate endtoend --data data --top 10 --threshold 0.7"))
def endtoend(
    data: Data,
    *,
    model: Model = DEFAULT,
    labels: Labels = None,
    top: Annotated[int, typer.Option(min=1, max=100, help="Abstracts read for a claim.")] = 10,
    threshold: Annotated[
        float, typer.Option(min=0, max=1, help="Probability from which on a stance counts.")
    ] = 0.5,
    limit: Limit = None,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Measure search and stance model together: from a claim alone to a label.

    SciFact open (scifact_claims_dev over scifact_corpus) and Climate-FEVER (climate_fever),
    whichever the folder has.
    """
    from verify.evaluation import evaluate_endtoend
    from verify.settings import load_settings

    _check_outputs(json)
    science, climate = _scifact(data), _file(data, "dev", "climate_fever")
    _expect(data, science, climate, names=(*SCIFACT, "climate_fever"))
    stance_model = _load(model, labels)
    embedder = opening.load_embedder(load_settings())
    with progress() as show:
        evaluation = evaluate_endtoend(
            stance_model,
            embedder,
            scifact=science,
            climate_fever=climate,
            top=top,
            threshold=threshold,
            limit=limit,
            progress=show,
        )
    _show(evaluation, json, plain=no_color)


@app.command(epilog=example("verify evaluate claims --data data --threshold 0.3"))
def claims(
    data: Data,
    *,
    model: Annotated[bool, typer.Option("--model/--rules-only", help="With or without it.")] = True,
    threshold: Annotated[
        float, typer.Option(min=0, max=1, help="Probability from which on a sentence is taken.")
    ] = 0.15,
    documents: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="PropSegmEnt's sentences, where they are not in the folder.",
        ),
    ] = None,
    limit: Limit = None,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Measure which sentences are taken for claims, and how they are split into assertions.

    Of a folder, or of claims/ in it: files whose names begin with checkworthy, but for those that
    end in train, rows of {"text", "label"}, the label Yes (worth checking) or No; wikisplit_dev,
    rows of {"complex", "simple"}; and PropSegmEnt's propositions and documents as published.
    """
    from verify import models
    from verify.evaluation import evaluate_claims
    from verify.evaluation.claims import find_splits
    from verify.evaluation.jsonl import find

    _check_outputs(json)
    files = find(data, "claims")
    named = [n for n in files if n.startswith("checkworthy") and not n.endswith("train")]
    splits = find_splits(data, documents)
    _expect(
        data,
        *named,
        splits.wikisplit,
        splits.propositions,
        names=("checkworthy_...", "wikisplit_dev"),
    )
    worth = models.load_worth(announce=say) if model and named else None
    with progress() as show:
        evaluation = evaluate_claims(
            worth, [files[name] for name in named], threshold, limit, splits, show
        )
    _show(evaluation, json, plain=no_color)


@app.command(
    epilog=example(
        "verify evaluate planted --data data",
        "verify evaluate planted --data data --seed 3 --beside --picture planted.svg",
    )
)
def planted(
    data: Data,
    *,
    model: Model = DEFAULT,
    drafts: Annotated[
        int, typer.Option(min=1, metavar="N", help="Drafts with a changed value, for each grade.")
    ] = 160,
    others: Annotated[
        int, typer.Option(min=0, metavar="N", help="Documents in the corpus of other stories.")
    ] = 2000,
    seed: Annotated[
        int, typer.Option(help="Draws sentences, changes and corpus. The rules were tuned on 1.")
    ] = 2,
    beside: Annotated[
        bool, typer.Option("--beside", help="Comparisons and stance model alone, too.")
    ] = False,
    keep: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep the index there, for the next run.")
    ] = None,
    cases: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write each case as it is measured, one JSON a line."),
    ] = None,
    json: Json = None,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a bar chart (SVG).")
    ] = None,
    reliability: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a reliability diagram of the verdicts (SVG)."),
    ] = None,
    no_color: NoColor = False,
) -> None:
    """Measure what an editor sees: true sentences with one value changed, checked as drafts.

    Sentences are drawn from an archive, rows of {"id", "text", "title", "published"} in all files
    of a folder or of its archive/; texts without a title are in the corpus alone. Each is checked
    verbatim, rewritten, and with its original withheld from the corpus.
    """
    from verify.evaluation import evaluate_planted
    from verify.evaluation.archive import read_archive
    from verify.evaluation.bars import draw_planted
    from verify.evaluation.jsonl import find
    from verify.evaluation.picture import draw_calibrations
    from verify.settings import load_settings

    _check_outputs(json, picture, cases)
    _check_outputs(None, reliability)
    files = find(data, "archive")
    _expect(data, *files, names=("an archive",))
    documents = read_archive(files.values())
    settings = load_settings()
    stance_model = _load(model, None)
    embedder, worth = opening.load_embedder(settings), opening.load_worth(settings)
    with progress() as show, _lines(cases) as measured:
        evaluation = evaluate_planted(
            documents,
            embedder,
            stance_model,
            worth,
            drafts=drafts,
            others=others,
            seed=seed,
            beside=beside,
            directory=keep,
            progress=show,
            measured=measured,
        )
    _show(evaluation, json, plain=no_color)
    if picture:
        write_file(picture, draw_planted(evaluation))
        say(f"The picture is in {picture}")
    if reliability and evaluation.calibration:
        drawn = draw_calibrations("Reliability of verdicts", [("planted", evaluation.calibration)])
        write_file(reliability, drawn)
        say(f"The picture is in {reliability}")


@app.command(
    epilog=example(
        "verify evaluate matrix story.md --as-of 2025-06-26",
        "verify evaluate matrix story.md --corpus archive --model none --json matrix.json",
    )
)
def matrix(
    draft: Annotated[
        str, typer.Argument(metavar="DRAFT", help="A file (.txt, .md, .html) or an address.")
    ],
    *,
    as_of: AsOf = None,
    index: IndexName = None,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(metavar="SOURCE", help="Index this, for this run alone; may be repeated."),
    ] = None,
    model: Model = DEFAULT,
    json: Json = None,
    no_color: NoColor = False,
) -> None:
    """Change every value of a draft, one at a time, and see whether that is noticed.

    Each typed value is changed in up to three ways, and written another way with the same meaning.
    A changed value that was supported must be refuted by the rule of its kind, with all other
    verdicts as they were; what falls short is printed with the reason.
    """
    from verify.drafts import read_draft
    from verify.evaluation import evaluate_matrix
    from verify.evaluation.collections import indexed_sources
    from verify.settings import load_settings

    _check_outputs(json)
    settings = load_settings()
    text = read_draft(draft, as_of=day(as_of))
    stance_model, worth = _load(model, None), opening.load_worth(settings)
    with progress() as show, ExitStack() as opened:
        if corpus:
            embedder = opening.load_embedder(settings)
            searched = opened.enter_context(indexed_sources(corpus, embedder, show))
        else:
            searched, _ = opened.enter_context(opening.open_index(settings, index))
        evaluation = evaluate_matrix(text, searched, stance_model, worth, show)
    _show(evaluation, json, plain=no_color)


@contextmanager
def _lines(path: Path | None) -> Iterator[Callable[[Record], None]]:
    """Writes records to a file as they come, so that a run that is cut short leaves them."""
    if path is None:
        yield lambda _record: None
        return
    with path.open("w", encoding="utf-8", buffering=1) as file:
        yield lambda record: print(record.model_dump_json(), file=file)


def _file(data: Path, room: str, name: str) -> Path | None:
    from verify.evaluation.jsonl import find

    return find(data, room).get(name)


def _scifact(data: Path) -> tuple[Path, Path] | None:
    """SciFact's claims and its abstracts, where the folder has both."""
    claims, corpus = (_file(data, "retrieval", name) for name in SCIFACT)
    return (claims, corpus) if claims and corpus else None


def _expect(data: Path, *found: object, names: tuple[str, ...]) -> None:
    if not any(found):
        raise SettingsError(
            f"There is nothing to measure with in {data}.",
            f"It must hold, as .jsonl or .jsonl.gz: {', '.join(names)}.",
        )


def _chosen(files: dict[str, Path], only: list[str] | None, data: Path) -> list[Path]:
    from verify.settings import suggest

    if not files:
        raise SettingsError(
            f"There is no benchmark file in {data}.", "It must hold .jsonl or .jsonl.gz files."
        )
    names = [name.removesuffix(".gz").removesuffix(".jsonl") for name in only or files]
    for name in names:
        if name not in files:
            raise SettingsError(f"There is no file {name!r} in {data}.", suggest(name, files))
    return [files[name] for name in names]


def _load(name: str, labels: str | None) -> StanceModel:
    from verify import models

    order = [label.strip() for label in labels.split(",")] if labels else None
    return models.load_stance(name, labels=order, announce=say)


def _check_outputs(
    json: str | None, picture: Path | None = None, cases: Path | None = None
) -> None:
    """Refuse, before the work, what cannot be written after it."""
    written = json if json != "-" else None
    for option, output in (("--json", written), ("--picture", picture), ("--cases", cases)):
        if output and (Path(output).is_dir() or not Path(output).parent.is_dir()):
            raise SettingsError(
                f"{option} {output} cannot be written.", "Name a file in a folder that exists."
            )


def _show(evaluation: Evaluation, json: str | None, *, plain: bool) -> None:
    """The tables on standard output, unless the JSON goes there."""
    from verify.evaluation import tables

    text = evaluation.model_dump_json(indent=2) + "\n"
    if json == "-":
        write(text)
        return
    # Beside a terminal's own width, tables that go into a pipe or a file need theirs.
    width = None if sys.stdout.isatty() else FILE_WIDTH
    write(draw(tables.render(evaluation), plain=plain, width=width))
    if json:
        write_file(Path(json), text)
        say(f"The figures are in {json}")
