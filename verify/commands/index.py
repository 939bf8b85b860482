"""`verify index`: build an index of reference documents, keep it up to date, search it."""

# ruff: noqa: PLC0415 - search and models are imported when they are needed
from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from verify.commands import opening, upkeep
from verify.commands.options import IndexName, example
from verify.commands.screen import draw, progress, say, write

app = typer.Typer(
    help="Build an index of your reference documents, keep it up to date, search it.",
    epilog=example(
        "verify index build corpus/ --name archive",
        "verify index update --name archive",
        'verify index search "ten members" --name archive',
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command(
    epilog=example(
        "verify index build",
        "verify index build archive/ wire/2025.jsonl --name archive",
    )
)
def build(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="SOURCE",
            help="JSONL files, .txt, .md and .html files, and folders of them; default: the "
            "corpus of verify.toml.",
        ),
    ] = None,
    name: IndexName = None,
    window: Annotated[
        int | None,
        typer.Option(
            metavar="WORDS",
            min=20,
            max=1000,
            help="Words of a passage at most; default: the setting, or 120. Updates keep to it.",
        ),
    ] = None,
    overlap: Annotated[
        int | None,
        typer.Option(
            metavar="SENTENCES",
            min=0,
            max=10,
            help="Sentences that a passage repeats of the one before; default: the setting, or 1.",
        ),
    ] = None,
) -> None:
    """Build an index, in place of one that has its name.

    An index that stood before stays in use until the new one is complete. It is replaced: what
    updates put into it from other sources is gone, until verify index rollback.
    """
    from verify.corpus import Window
    from verify.index import build_index
    from verify.reports.wording import plural
    from verify.settings import load_settings

    settings = load_settings().but(window=window, overlap=overlap)
    cut = Window(settings.window, settings.overlap)
    directory = settings.index_directory(name)
    embedder = opening.load_embedder(settings)
    started = time.perf_counter()
    with progress() as show:
        manifest = build_index(sources or [settings.corpus], directory, embedder, show, cut)
    seconds = time.perf_counter() - started
    write(
        f"Index {directory.name} built in {seconds:.1f} s:"
        f" {plural(manifest.documents, 'document')}, {plural(manifest.passages, 'passage')},"
        f" model {manifest.model}\n{directory}\n{_left_behind(directory)}"
    )


def _left_behind(directory: Path) -> str:
    """A word on documents of the index before that the new one lacks, if there was one."""
    from verify.errors import EvidenceIndexError
    from verify.index import ChangeKind, last_change
    from verify.reports.wording import plural

    try:
        changes = last_change(directory)
    except EvidenceIndexError:
        return ""  # none came before, or none that can be compared
    gone = [change for change in changes if change.kind is ChangeKind.WITHDRAWN]
    return (
        f"{plural(len(gone), 'document')} of the index before"
        f" {'is' if len(gone) == 1 else 'are'} not in it:"
        " verify index diff lists them, verify index rollback brings them back\n"
        if gone
        else ""
    )


@app.command(
    epilog=example(
        "verify index update",
        "verify index update wire/today.jsonl --name archive",
        "verify index update --withdraw wire/4711 --name archive",
    )
)
def update(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="SOURCE",
            help="What to add from; default: read all the sources of the build again.",
        ),
    ] = None,
    name: IndexName = None,
    sync: Annotated[
        bool,
        typer.Option(
            "--sync",
            help="With SOURCE: withdraw what an earlier reading of it gave and it has no more, and "
            "keep the index in step with it from now on.",
        ),
    ] = False,
    withdraw: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="Take out this document (of its source too, or the next reading brings it back)."
            " May be said more than once.",
        ),
    ] = None,
    allow_mass_withdrawal: Annotated[
        bool,
        typer.Option(
            "--allow-mass-withdrawal",
            help="Go on where a source has lost more than half of its documents.",
        ),
    ] = False,
) -> None:
    """Bring an index up to date; only what is new or has changed is embedded.

    Without SOURCE, the index becomes what its sources are: documents are added, changed, and
    withdrawn where the sources have them no more. With SOURCE, documents are added, or replace
    those of the same id, and none is withdrawn: so the stories of a day can be put in from a file.
    The wording given last counts.

    A source that cannot be read, or that has lost most of its documents, changes nothing. After a
    change of model all is embedded anew. The old index answers until the new one is complete.
    """
    from verify.index import ChangeKind, update_index
    from verify.reports.wording import plural
    from verify.settings import load_settings

    settings = load_settings()
    directory = opening.find_index(settings, name)
    embedder = opening.load_embedder(settings)
    started = time.perf_counter()
    with progress() as show:
        done = update_index(
            directory,
            embedder,
            sources or (),
            sync=sync,
            withdraw=withdraw or (),
            allow_mass_withdrawal=allow_mass_withdrawal,
            progress=show,
            announce=say,
        )
    seconds = time.perf_counter() - started
    gone = [change for change in done.changes if change.kind is ChangeKind.WITHDRAWN]
    write(
        f"Index {directory.name} brought up to date in {seconds:.1f} s:"
        f" {upkeep.summary(done.changes)};"
        f" {plural(done.manifest.documents, 'document')},"
        f" {plural(done.manifest.passages, 'passage')}\n{upkeep.listing(gone)}"
    )


@app.command(epilog=example("verify index info --name archive"))
def info(name: IndexName = None) -> None:
    """Show what an index was built from and with, and whether its files are sound."""
    from verify.index import open_index
    from verify.index.kinds import VectorKind
    from verify.settings import load_settings

    directory = opening.find_index(load_settings(), name)
    with open_index(directory, None) as opened:
        manifest = opened.manifest
    rows = {
        "index": directory.name,
        "directory": directory,
        "built": f"{manifest.built:%Y-%m-%d %H:%M} UTC",
        "sources": ", ".join(manifest.sources),
        "documents": f"{manifest.documents:,}",
        "passages": f"{manifest.passages:,}, of {manifest.window} words at most,"
        f" overlapping by {manifest.overlap}",
        "vectors": f"{manifest.vectors}: {VectorKind.named(manifest.vectors).described()}",
        "model": f"{manifest.model}, {manifest.dimensions} dimensions",
        "fingerprint": manifest.model_fingerprint,
        "corpus digest": manifest.corpus_digest,
        "schema": manifest.schema_version,
    }
    write("".join(f"{key:<15}{value}\n" for key, value in rows.items()))


@app.command(
    epilog=example(
        'verify index search "members of the Shanghai Cooperation Organisation" -k 5',
    )
)
def search(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What to look for.")],
    name: IndexName = None,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many passages.")] = 10,
) -> None:
    """Search an index by words and by meaning, best first.

    What stands highest is then read word by word, and put in order by how much of WORDS it says.
    """
    from verify.index import RERANKED, rerank
    from verify.reports import hits
    from verify.settings import load_settings

    with opening.open_index(load_settings(), name) as (opened, _):
        found = opened.search(words, max(k, RERANKED))
    found = rerank(words, found, opening.load_reranker())[:k]
    write(draw(hits.render(found)))


app.command(epilog=example("verify index verify --sample 200"))(upkeep.verify)
app.command(epilog=example("verify index repair --name archive"))(upkeep.repair)
app.command(epilog=example("verify index compact --name archive"))(upkeep.compact)
app.command(epilog=example("verify index rollback --name archive"))(upkeep.rollback)
app.command(
    epilog=example(
        "verify index diff",
        "verify index diff --sources",
        "verify index diff wire/today.jsonl",
        "verify index diff --reports",
    )
)(upkeep.diff)
app.command(epilog=example("verify index export --name archive > documents.jsonl"))(upkeep.export)
