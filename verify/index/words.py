"""The word index: a folder of tantivy's, derived from the store as the FAISS file is."""

from __future__ import annotations

import contextlib
import errno
import importlib
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verify.errors import EvidenceIndexError, IndexDamaged
from verify.index.remedies import unreadable
from verify.index.terms import analyzer, normal, passage_terms

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Texts = Callable[[Sequence[int]], Iterable[tuple[int, str]]]
"""Passage ids with the texts to find them by, for some of the ids."""

CHUNK, AT_ONCE = 4096, 2**17
"""Passages written, and ids read, at a time: bounds the memory."""
HEAP = 64 * 2**20
"""Bytes that a writer holds before it writes a piece of the index: 100,000 passages, about."""
WORN = 0.1
"""Share of what is gone, from which the index is made anew. Until then it still counts a little, in
how rare a word is held to be."""
_SYSTEM_ERROR = re.compile(r"os error (\d+)")


def write_words(
    folder: Path,
    passages: Sequence[int],
    stored: Texts,
    before: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write the texts that are `stored` for these passages to a word index, under their ids.

    `before` is the sound word index of an older store with the same numbers: what is gone is taken
    out of it, and what is new put in, unless too much of it is gone. Its pieces never change once
    they are written.
    """
    import numpy as np  # noqa: PLC0415 - `import verify.index` must cost nothing

    wanted = np.array(passages, dtype=np.int64)
    held = WordIndex(before, "").ids() if before else wanted[:0]
    gone, fresh = np.setdiff1d(held, wanted), np.setdiff1d(wanted, held)
    worn = before and _entries(before) + len(fresh) - len(wanted) > WORN * len(wanted)
    if worn:
        before, gone, fresh = None, wanted[:0], wanted
    if before and not len(gone) + len(fresh):
        shutil.copytree(before, folder)
        return
    with _passing_folder(folder.parent) as place:
        for file in before.iterdir() if before else ():
            shutil.copyfile(file, place / file.name)
        with _writer(place) as (writer, schema):
            _take_out(writer, schema, gone.tolist())
            for start in range(0, len(fresh), CHUNK):
                ids = fresh[start : start + CHUNK].tolist()
                _put_in(writer, stored(ids))
                if progress:
                    progress(start + len(ids), len(fresh))
        folder.mkdir()
        for file in place.iterdir():
            if file.suffix == ".json":  # tantivy lets nobody else read those
                shutil.copyfile(file, folder / file.name)
            elif file.suffix != ".lock":
                file.rename(folder / file.name)


class WordIndex:
    """The words of an opened index, mapped from its files and not read into memory.

    Searches may run in several threads at once.
    """

    def __init__(self, folder: Path, remedy: str) -> None:
        """Open a word index that has been checked. Raises IndexDamaged."""
        self._folder, self._remedy = folder, remedy
        # tantivy takes a lock where it opens an index, but whoever reads need not be allowed to
        # write there. So it is shown links. Once all files are mapped it does not need them.
        with _passing_folder() as place, self._reading():
            for file in folder.iterdir():
                (place / file.name).symlink_to(file.absolute())
            index = _tantivy().Index.open(str(place))
            self._schema, self._searcher = index.schema, index.searcher()

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(self, terms: Sequence[str], limit: int) -> dict[int, float]:
        """The passage ids that have any of the terms with their bm25 scores, best first."""
        query = self._any(terms)
        # Twice as many, for of equals the lowest ids come first, in whatever piece they lie.
        found = self._found(query, 2 * limit)
        best = sorted(found.items(), key=lambda pair: (-round(pair[1], 4), pair[0]))
        return dict(best[:limit])

    def ids(self) -> npt.NDArray[np.int64]:
        """The ids of all passages; one that is there twice is there twice."""
        import numpy as np  # noqa: PLC0415

        tantivy, parts = _tantivy(), [np.empty(0, dtype=np.int64)]
        with self._reading():
            every = tantivy.Query.all_query()
            last = self._searcher.search(every, 1, count=False, order_by_field="id").hits
            for first in range(0, last[0][0] + 1 if last else 0, AT_ONCE):
                some = tantivy.Query.range_query(
                    self._schema, "id", tantivy.FieldType.Integer, first, first + AT_ONCE - 1
                )
                # As many as there are, for an id may be there twice.
                found = self._searcher.search(some, max(1, len(self)), count=False).hits
                values = self._searcher.fast_field_values("id", [place for _, place in found])
                parts.append(np.array(values, dtype=np.int64))
        return np.concatenate(parts)

    def has(self, id_: int, text: str) -> bool:
        """Whether the passage of that id is found by every term of the text."""
        tantivy = _tantivy()
        own = tantivy.Query.term_query(self._schema, "id", id_)
        asked = [own, *map(self._term, passage_terms(text))]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in asked])
        return len(self._found(query, 1)) == 1

    def _term(self, term: str) -> Any:
        return _tantivy().Query.term_query(self._schema, "words", term, "freq")

    def _any(self, terms: Iterable[str]) -> Any:
        """Made of terms: no text is ever parsed, so nothing in it can act as an operator."""
        tantivy = _tantivy()
        either = tantivy.Occur.Should
        return tantivy.Query.boolean_query([(either, self._term(term)) for term in terms])

    def _found(self, query: Any, limit: int) -> dict[int, float]:
        with self._reading():
            hits = self._searcher.search(query, limit, count=False).hits
            ids = self._searcher.fast_field_values("id", [place for _, place in hits])
        return {id_: score for id_, (score, _) in zip(ids, hits, strict=True)}

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """What tantivy cannot read is damage."""
        try:
            yield
        except OSError as error:
            raise unreadable(self._folder, error, self._folder.parents[1]) from error
        except BaseException as error:
            # Where files are not what it wrote, tantivy may panic, which is no Exception.
            if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
                raise
            problem = f"{self._folder} is damaged: tantivy says: {error}"
            raise IndexDamaged(problem, self._remedy) from error


@contextlib.contextmanager
def _passing_folder(inside: Path | None = None) -> Iterator[Path]:
    """A folder that is gone afterwards."""
    try:
        place = Path(tempfile.mkdtemp(prefix="verify-", dir=inside))
    except OSError as error:
        if inside:
            raise
        problem = f"there is no place for temporary files: {error.strerror}"
        remedy = "Let TMPDIR be a folder that can be written to."
        raise EvidenceIndexError(problem, remedy) from error
    try:
        yield place
    finally:
        for _ in range(2):  # a thread that tantivy watches the folder with may yet lock it, once
            shutil.rmtree(place, ignore_errors=True)


@contextlib.contextmanager
def _writer(place: Path) -> Iterator[tuple[Any, Any]]:
    """A writer with its schema; at the end all is on the disk, and no thread writes any more."""
    try:
        index = _tantivy().Index(_schema(), str(place))
        index.config_reader("manual")  # nobody reads
        index.register_tokenizer("terms", analyzer())
        writer = index.writer(HEAP, 1)
        try:
            yield writer, index.schema
            writer.commit()
        finally:
            writer.wait_merging_threads()
    except ValueError as error:  # whatever goes wrong in tantivy
        number = _SYSTEM_ERROR.search(str(error))
        full = shutil.disk_usage(place).free < HEAP  # a thread that dies takes the number with it
        code = int(number[1]) if number else errno.ENOSPC if full else errno.EIO
        raise OSError(code, f"tantivy says: {error}", str(place)) from error


def _take_out(writer: Any, schema: Any, ids: list[int]) -> None:
    if ids:
        writer.delete_documents_by_query(_tantivy().Query.term_set_query(schema, "id", ids))


def _put_in(writer: Any, texts: Iterable[tuple[int, str]]) -> None:
    tantivy = _tantivy()
    for id_, text in texts:
        entry = tantivy.Document()
        entry.add_integer("id", id_)
        entry.add_text("words", normal(text))
        writer.add_document(entry)


def _entries(folder: Path) -> int:
    """Passages that an index holds, with those that are taken out but still lie there."""
    meta = json.loads((folder / "meta.json").read_bytes())
    return sum(piece["max_doc"] for piece in meta["segments"])


def _schema() -> Any:
    """One field for title and text, without positions: nobody asks for phrases."""
    builder = _tantivy().SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_text_field("words", tokenizer_name="terms", index_option="freq")
    return builder.build()


def _tantivy() -> Any:
    """The library, loaded when first needed: `import verify.index` must cost nothing."""
    return importlib.import_module("tantivy")
