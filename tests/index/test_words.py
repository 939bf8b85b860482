"""The word index by itself: what it finds, and what is left when it is written."""

from __future__ import annotations

import multiprocessing
import random
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from verify.index import words
from verify.index.terms import query_terms
from verify.index.words import WordIndex, write_words

NOUNS = "minister ceasefire budget harvest election treaty port bridge strike verdict".split()


def texts(ids: range, seed: int = 0) -> dict[int, str]:
    chance = random.Random(seed)  # noqa: S311 - the same texts every time
    return {id_: " ".join(chance.choices(NOUNS, k=chance.randint(3, 9))) for id_ in ids}


def write(folder: Path, held: Mapping[int, str], before: Path | None = None) -> WordIndex:
    def stored(ids: object) -> list[tuple[int, str]]:
        return [(id_, held[id_]) for id_ in ids]  # type: ignore[attr-defined]

    write_words(folder, sorted(held), stored, before)
    return WordIndex(folder, "")


def found(index: WordIndex, query: str, limit: int = 10) -> dict[int, float]:
    return index.search(query_terms(query), limit)


def test_updates_find_what_an_index_written_at_once_finds(tmp_path: Path) -> None:
    held, before = texts(range(1, 301)), None
    for turn in range(25):  # enough for tantivy to merge pieces
        index = write(tmp_path / f"{turn}", held, before)
        before = tmp_path / f"{turn}"
        assert sorted(index.ids().tolist()) == sorted(held)
        gone = sorted(held)[turn :: len(held) // 4]
        new = texts(range(max(held) + 1, max(held) + 6), seed=turn + 1)
        held = {id_: text for id_, text in held.items() if id_ not in gone} | new
    index, anew = write(tmp_path / "last", held, before), write(tmp_path / "anew", held)
    assert len(index) == len(anew) == len(held)
    for noun in NOUNS:
        every = {id_ for id_, text in held.items() if noun in text.split()}
        assert set(found(index, noun, 1000)) == set(found(anew, noun, 1000)) == every
    assert all(index.has(id_, text) for id_, text in held.items())
    assert not index.has(min(held), "something else")
    parts = [path.stem.partition(".")[0] for path in (tmp_path / "last").iterdir()]
    assert len({part for part in parts if len(part) == 32}) < 10  # what was merged is not kept


def test_an_update_leaves_the_pieces_that_are_there(tmp_path: Path) -> None:
    held = texts(range(1, 101))
    write(tmp_path / "one", held)
    pieces = {path.name: path.read_bytes() for path in (tmp_path / "one").glob("*.idx")}
    write(tmp_path / "two", held | texts(range(101, 103)), tmp_path / "one")
    after = {path.name: path.read_bytes() for path in (tmp_path / "two").glob("*.idx")}
    assert len(pieces) == 1
    assert len(after) == 2
    assert after.items() > pieces.items()


def test_what_is_worn_is_written_anew(tmp_path: Path) -> None:
    held = texts(range(1, 101))
    write(tmp_path / "one", held)
    some = {id_: text for id_, text in held.items() if id_ > 20}
    index, anew = write(tmp_path / "two", some, tmp_path / "one"), write(tmp_path / "anew", some)
    for noun in NOUNS:  # to the last digit: what is gone no longer counts
        assert found(index, noun) == found(anew, noun)


def test_of_equals_the_lowest_come_first(tmp_path: Path) -> None:
    held = dict.fromkeys(range(1, 31), "the same words")
    index = write(tmp_path / "one", held)
    assert list(found(index, "same", 10)) == [*range(1, 11)]
    for number in range(31, 36):  # each in a piece of its own, whatever that is called
        held = held | {number: "the same words"}
        index = write(
            tmp_path / f"{number}", held, tmp_path / ("one" if number == 31 else f"{number - 1}")
        )
    assert list(found(index, "same", 30)) == [*range(1, 31)]


def test_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread, no lock, nothing in the folder for temporary files."""
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    before = threads()
    for turn in range(20):
        index = write(tmp_path / f"{turn}", texts(range(1, 20)))
        assert found(index, "treaty")
    del index
    assert list(passing.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["passing", *map(str, range(20))]
    )
    assert not list(tmp_path.glob("*/*.lock"))
    until = time.monotonic() + 30
    while threads() > before and time.monotonic() < until:
        time.sleep(0.05)
    assert threads() <= before


def threads() -> int:
    return sum(1 for _ in Path("/proc/self/task").iterdir())


def test_others_may_read_it(tmp_path: Path) -> None:
    """Whatever tantivy thinks of that."""
    (tmp_path / "any").touch()
    write(tmp_path / "one", texts(range(1, 9)))
    modes = {path.stat().st_mode for path in (tmp_path / "one").iterdir()}
    assert modes == {(tmp_path / "any").stat().st_mode}


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    def failing(_: object) -> list[tuple[int, str]]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_words(tmp_path / "one", [1], failing)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("way", ["fork", "spawn"])
def test_other_processes_search_too(tmp_path: Path, way: str) -> None:
    index = write(tmp_path / "one", texts(range(1, 50)))
    expected = found(index, "treaty of the port")
    context: Any = multiprocessing.get_context(way)
    queue = context.Queue()
    child = context.Process(
        target=_ask, args=(queue, tmp_path / "one", index if way == "fork" else None)
    )
    child.start()
    assert queue.get(timeout=60) == expected
    child.join()
    assert child.exitcode == 0


def _ask(
    queue: multiprocessing.Queue[dict[int, float]], folder: Path, index: WordIndex | None
) -> None:
    queue.put(found(index or WordIndex(folder, ""), "treaty of the port"))


def test_memory_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a writer holds at a time is written in pieces, and all of it is found."""
    monkeypatch.setattr(words, "HEAP", 15 * 2**20)
    held = {id_: " ".join(f"n{id_}x{k}" for k in range(30)) for id_ in range(1, 20_001)}
    index = write(tmp_path / "one", held)
    assert len([*(tmp_path / "one").glob("*.idx")]) > 1
    assert len(index) == len(held)
    assert list(found(index, "n7777x7")) == [7777]
