"""What was embedded before a build was stopped is not embedded again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.index.conftest import FACTS, CountingEmbedder, write_corpus
from verify.index import Outcome, build_index, embedding, examine, update_index
from verify.index.layout import JOURNAL
from verify.models.protocols import Progress, Vectors

HEAD = len(b'{"model": "hashing-1-64", "dimensions": 64}\n')
ROW = 32 + 64 * 4 + 8


class Stopping(CountingEmbedder):
    """Is stopped by Ctrl-C when it is asked for the second batch."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if self.seen:
            raise KeyboardInterrupt
        return super().encode(texts, progress)


@pytest.fixture
def stopped(tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A first build that was stopped after four of six passages."""
    monkeypatch.setattr(embedding, "BATCH", 4)
    with pytest.raises(KeyboardInterrupt):
        build_index([corpus], tmp_path / "i", Stopping())
    return tmp_path / "i"


def taken_up(directory: Path, corpus: Path) -> list[str]:
    """What the next build embeds; it leaves a sound index and no journal."""
    embedder = CountingEmbedder()
    build_index([corpus], directory, embedder)
    seen = [*embedder.seen]
    checks = examine(directory, embedder, sample=None)
    assert {check.outcome for check in checks} == {Outcome.SOUND}, checks
    assert not (directory / JOURNAL).exists()
    return seen


def test_a_stopped_build_is_taken_up(stopped: Path, corpus: Path) -> None:
    assert [path.name for path in stopped.iterdir()] == [JOURNAL]
    assert (stopped / JOURNAL).stat().st_size == HEAD + 4 * ROW
    assert taken_up(stopped, corpus) == [f"Fact {n}. {FACTS[n - 1]}" for n in (5, 6)]


def test_stopped_again_and_again(stopped: Path, corpus: Path) -> None:
    write_corpus(corpus, [*FACTS, *(f"More of it: {number}." for number in range(6))])
    with pytest.raises(KeyboardInterrupt):
        build_index([corpus], stopped, Stopping())
    assert (stopped / JOURNAL).stat().st_size == HEAD + 8 * ROW
    assert len(taken_up(stopped, corpus)) == 4


@pytest.mark.parametrize(
    ("kept", "embedded"),
    [(HEAD + 4 * ROW - 1, 3), (HEAD + ROW + 5, 5), (HEAD + 3, 6), (HEAD, 6), (HEAD - 5, 6), (0, 6)],
)
def test_rows_that_were_cut_short(
    stopped: Path, corpus: Path, kept: int, embedded: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "BATCH", 2)
    path = stopped / JOURNAL
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(KeyboardInterrupt):
        build_index([corpus], stopped, Stopping())  # writes behind the last whole row
    assert len(taken_up(stopped, corpus)) == embedded - 2


def test_a_row_that_was_changed_does_not_count(stopped: Path, corpus: Path) -> None:
    path = stopped / JOURNAL
    data = bytearray(path.read_bytes())
    data[HEAD + 2 * ROW + 40] ^= 1
    path.write_bytes(data)
    assert len(taken_up(stopped, corpus)) == 4


def test_another_model_does_not_take_it_up(stopped: Path, corpus: Path) -> None:
    embedder = CountingEmbedder()
    embedder.fingerprint = "another"
    build_index([corpus], stopped, embedder)
    assert len(embedder.seen) == 6


def test_an_update_is_taken_up(index: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "BATCH", 4)
    write_corpus(corpus, [*FACTS, *(f"More of it: {number}." for number in range(6))])
    with pytest.raises(KeyboardInterrupt):
        update_index(index, Stopping())
    embedder = CountingEmbedder()
    update_index(index, embedder)
    assert len(embedder.seen) == 2
