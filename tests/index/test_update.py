"""What an update adds, changes and withdraws, what it embeds, and what it refuses."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.index.conftest import CountingEmbedder, outcomes, write_documents
from verify.corpus import SourcesError
from verify.errors import CorpusError, EvidenceIndexError, IndexDamaged, IndexMissing
from verify.index import (
    Change,
    Outcome,
    build_index,
    compact,
    examine,
    export_documents,
    open_index,
    pending_changes,
    roll_back,
    seals,
    update_index,
)
from verify.index.layout import current_version, read_pointer
from verify.testing import HashingEmbedder

STORIES = {
    "a": "The bridge has two lanes.",
    "b": "The mayor is Ann Li.",
    "c": "Rain fell on Monday.",
}


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    return write_documents(tmp_path / "wire.jsonl", STORIES)


@pytest.fixture
def desk(tmp_path: Path, wire: Path, embedder: HashingEmbedder) -> Path:
    """An index of the wire."""
    build_index([wire], tmp_path / "i", embedder)
    return tmp_path / "i"


def held(directory: Path) -> dict[str, str]:
    """The documents of an index that is sound, by id."""
    checks = examine(directory, HashingEmbedder(64), sample=None)
    assert {check.outcome for check in checks} == {Outcome.SOUND}, checks
    documents = map(json.loads, export_documents(directory))
    return {document["id"]: document["text"] for document in documents}


def kinds(changes: Sequence[Change]) -> dict[str, str]:
    return {change.id: change.kind.value for change in changes}


def test_an_index_follows_its_sources(desk: Path, wire: Path) -> None:
    write_documents(wire, {"a": STORIES["a"], "b": "The mayor is Bo Chen.", "d": "Snow fell."})
    embedder = CountingEmbedder()
    promised = pending_changes(desk)
    done = update_index(desk, embedder)
    assert kinds(done.changes) == {"b": "changed", "c": "withdrawn", "d": "added"}
    assert set(promised) == set(done.changes)
    assert embedder.seen == ["The mayor is Bo Chen.", "Snow fell."]
    assert held(desk) == {"a": STORIES["a"], "b": "The mayor is Bo Chen.", "d": "Snow fell."}
    with open_index(desk, embedder) as opened:
        assert all(hit.word_rank is None for hit in opened.search("Ann Li rain Monday"))


def test_nothing_changed(desk: Path) -> None:
    before = read_pointer(desk)
    embedder = CountingEmbedder()
    assert update_index(desk, embedder).changes == ()
    assert read_pointer(desk) == before
    assert embedder.seen == []


def test_what_comes_back_is_not_embedded_again(desk: Path, wire: Path) -> None:
    embedder = CountingEmbedder()
    update_index(desk, embedder, withdraw=["a"])
    assert "a" not in held(desk)
    assert kinds(update_index(desk, embedder).changes) == {"a": "added"}
    assert held(desk) == STORIES
    assert embedder.seen == []
    update_index(desk, embedder, withdraw=["a"])
    assert compact(desk).dropped == 1
    update_index(desk, embedder)
    assert embedder.seen == [STORIES["a"]]


def test_stories_of_a_day_stay(tmp_path: Path, desk: Path, wire: Path) -> None:
    """A file that is overwritten every day adds and replaces, and is not kept in step with."""
    today, embedder = tmp_path / "today.jsonl", HashingEmbedder(64)
    for number in (1, 2):
        write_documents(
            today, {f"day/{number}": f"Day {number} was fine.", "b": f"Mayor {number}."}
        )
        update_index(desk, embedder, [today])
    day = {"day/1": "Day 1 was fine.", "day/2": "Day 2 was fine."}
    assert held(desk) == STORIES | day | {"b": "Mayor 2."}
    write_documents(wire, {"a": STORIES["a"], "b": STORIES["b"]})
    assert kinds(update_index(desk, embedder).changes) == {"b": "changed", "c": "withdrawn"}
    assert held(desk) == {"a": STORIES["a"], "b": STORIES["b"]} | day
    with open_index(desk, None) as opened:
        assert opened.manifest.sources == (str(wire),)


def test_sync_takes_a_source_in(tmp_path: Path, desk: Path, wire: Path) -> None:
    sport, embedder = tmp_path / "sport.jsonl", HashingEmbedder(64)
    write_documents(sport, {"s/1": "They won.", "s/2": "They lost.", "s/3": "They drew."})
    update_index(desk, embedder, [sport])
    assert update_index(desk, embedder, [sport], sync=True).changes == ()
    with open_index(desk, None) as opened:
        assert opened.manifest.sources == (str(wire), str(sport))
    write_documents(sport, {"s/1": "They won.", "s/3": "They drew."})
    write_documents(wire, {"a": STORIES["a"]})
    done = update_index(desk, embedder, [sport], sync=True)
    assert kinds(done.changes) == {"s/2": "withdrawn"}  # the wire was not asked


def test_a_part_of_a_folder(tmp_path: Path, embedder: HashingEmbedder) -> None:
    """A file in a folder has the id that reading the folder gives it, whoever reads it."""
    folder = tmp_path / "corpus" / "sub"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("One.")
    build_index([tmp_path / "corpus"], tmp_path / "i", embedder)
    (folder / "a.txt").write_text("Two.")
    (folder / "b.txt").write_text("Three.")
    changes = update_index(tmp_path / "i", embedder, [folder / "b.txt", folder / "a.txt"]).changes
    assert kinds(changes) == {"sub/a.txt": "changed", "sub/b.txt": "added"}
    assert update_index(tmp_path / "i", embedder).changes == ()
    with pytest.raises(EvidenceIndexError, match="kept in step with as a whole"):
        update_index(tmp_path / "i", embedder, [folder], sync=True)
    done = update_index(tmp_path / "i", embedder, [tmp_path], sync=True, allow_mass_withdrawal=True)
    assert done.manifest.sources == (str(tmp_path),)
    assert set(held(tmp_path / "i")) == {"corpus/sub/a.txt", "corpus/sub/b.txt"}


@pytest.mark.parametrize("stories", [{}, {"a": STORIES["a"]}], ids=["empty", "most"])
def test_a_source_that_lost_its_documents(
    desk: Path, wire: Path, embedder: HashingEmbedder, stories: Mapping[str, str]
) -> None:
    before = read_pointer(desk)
    write_documents(wire, stories)
    with pytest.raises(EvidenceIndexError, match=r"has lost [23] of its 3 documents") as caught:
        update_index(desk, embedder)
    assert "--allow-mass-withdrawal" in caught.value.remedy
    assert read_pointer(desk) == before
    if stories:
        update_index(desk, embedder, allow_mass_withdrawal=True)
        assert held(desk) == stories
    else:
        with pytest.raises(EvidenceIndexError, match="no document would be left"):
            update_index(desk, embedder, allow_mass_withdrawal=True)
        assert held(desk) == STORIES


def test_one_of_several_folders_that_is_empty(tmp_path: Path, embedder: HashingEmbedder) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(f"This is {name}.")
    build_index([tmp_path / "one", tmp_path / "two"], tmp_path / "i", embedder)
    (tmp_path / "two" / "two.txt").unlink()
    with pytest.raises(EvidenceIndexError, match=r"two has lost 1 of its 1 documents"):
        update_index(tmp_path / "i", embedder)
    done = update_index(tmp_path / "i", embedder, allow_mass_withdrawal=True)
    assert kinds(done.changes) == {"two.txt": "withdrawn"}


def test_faulty_sources_change_nothing(desk: Path, wire: Path, embedder: HashingEmbedder) -> None:
    before = read_pointer(desk)
    good = wire.read_text()
    wire.write_text(f"{good}nonsense\n")
    with pytest.raises(SourcesError):
        update_index(desk, embedder)
    wire.write_text(good + '{"id": "a", "text": "The bridge has three lanes."}\n')
    with pytest.raises(SourcesError, match='id "a" is taken by'):
        update_index(desk, embedder)
    wire.unlink()
    with pytest.raises(SourcesError, match="no such file"):
        update_index(desk, embedder)
    with pytest.raises(CorpusError, match="no reference documents"):
        update_index(desk, embedder, [write_documents(wire, {})])
    assert read_pointer(desk) == before
    assert held(desk) == STORIES


def test_withdrawals_that_cannot_be(desk: Path, wire: Path, embedder: HashingEmbedder) -> None:
    before = read_pointer(desk)
    with pytest.raises(EvidenceIndexError, match="no document 'aa'") as caught:
        update_index(desk, embedder, withdraw=["b", "aa"])
    assert "Did you mean 'a'?" in caught.value.remedy
    with pytest.raises(EvidenceIndexError, match=r"'a' is to be withdrawn, but .*wire.jsonl has"):
        update_index(desk, embedder, [wire], withdraw=["a"])
    with pytest.raises(EvidenceIndexError, match="no document would be left"):
        update_index(desk, embedder, withdraw=[*STORIES])
    assert read_pointer(desk) == before


def test_of_two_updates_the_last_counts(
    tmp_path: Path, desk: Path, embedder: HashingEmbedder
) -> None:
    for text in ("It rained.", "It did not rain.", "It rained."):
        update_index(desk, embedder, [write_documents(tmp_path / "c.jsonl", {"c": text})])
        assert held(desk)["c"] == text


def test_a_clock_that_jumps_back(desk: Path, wire: Path, embedder: HashingEmbedder) -> None:
    first = read_pointer(desk)
    with time_machine.travel("2001-01-01", tick=False):
        write_documents(wire, STORIES | {"d": "Snow fell."})
        update_index(desk, embedder)
    second = read_pointer(desk)
    assert first and second
    assert (second.current < first.current, second.previous) == (True, first.current)
    assert held(desk) == STORIES | {"d": "Snow fell."}
    roll_back(desk)
    assert held(desk) == STORIES


def test_another_model(desk: Path, wire: Path) -> None:
    write_documents(wire, STORIES | {"d": "Snow fell."})
    embedder, said = CountingEmbedder(), list[str]()
    embedder.name, embedder.fingerprint = "other", "other-1"
    done = update_index(desk, embedder, announce=said.append)
    assert (done.manifest.model, done.manifest.model_fingerprint) == ("other", "other-1")
    assert sorted(embedder.seen) == sorted([*STORIES.values(), "Snow fell."])
    assert said == [
        "The model has changed from hashing to other: every passage is embedded anew. The old index"
        " answers until that is done."
    ]
    with open_index(desk, embedder) as opened:
        assert opened.search("snow")[0].passage.text == "Snow fell."


def test_a_later_schema_takes_the_documents_over(
    desk: Path, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seals, "SCHEMA_VERSION", seals.SCHEMA_VERSION + 1)
    with pytest.raises(EvidenceIndexError, match=f"needs schema {seals.SCHEMA_VERSION}") as caught:
        open_index(desk, None)
    assert caught.value.remedy == "Bring it up to date: verify index update --name i"
    assert len(list(export_documents(desk))) == 3
    embedder = CountingEmbedder()
    done = update_index(desk, embedder)
    assert done.manifest.schema_version == seals.SCHEMA_VERSION
    assert (done.changes, embedder.seen) == ((), [])
    assert done.manifest.sources == (str(wire),)
    assert kinds(update_index(desk, embedder).changes) == {}


def test_an_index_from_before_the_words_had_a_folder(desk: Path, wire: Path) -> None:
    """Schema 4 had them in SQLite, and named two files in its manifest."""
    version = current_version(desk)
    shutil.rmtree(version / "words")
    manifest = json.loads((version / "manifest.json").read_bytes())
    del manifest["files"]["words"]
    (version / "manifest.json").write_text(json.dumps(manifest | {"schema_version": 4}))
    embedder = CountingEmbedder()
    assert (update_index(desk, embedder).changes, embedder.seen) == ((), [])
    assert set(outcomes(desk).values()) <= {"sound", "not checked"}
    assert outcomes(desk)["words"] == "sound"
    with open_index(desk, None) as opened:
        assert opened.search("Monday")


def test_only_an_index_that_is_whole_is_updated(desk: Path, embedder: HashingEmbedder) -> None:
    pointer = read_pointer(desk)
    assert pointer
    (desk / pointer.current / "vectors.faiss").write_bytes(b"")
    with pytest.raises(IndexDamaged) as caught:
        update_index(desk, embedder)
    assert "verify index repair --name i" in caught.value.remedy
    with pytest.raises(IndexMissing):
        update_index(desk.parent / "none", embedder)
    assert not (desk.parent / "none").exists()


def test_an_open_index_knows_when_it_is_old(
    desk: Path, wire: Path, embedder: HashingEmbedder
) -> None:
    with open_index(desk, embedder) as opened:
        assert opened.is_current()
        for number in range(3):  # by then its files have been swept away
            update_index(desk, embedder, [write_documents(wire, {"c": f"Rain {number}."})])
        assert not opened.is_current()
        assert opened.search("Monday")[0].passage.text == STORIES["c"]


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300).filter(
    lambda text: bool(text.strip())
)
corpora = st.dictionaries(st.sampled_from("abcdefg"), texts, min_size=1)


@pytest.mark.usefixtures("no_wait_for_the_disk")
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(states=st.lists(corpora, min_size=2, max_size=4))
def test_updates_end_where_a_build_does(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, str]]
) -> None:
    """Documents, digest, words found and cosines are those of an index built at once; and what is
    exported builds the same again."""
    place, embedder = tmp_path_factory.mktemp("u"), HashingEmbedder(64)
    wire = place / "wire.jsonl"
    for number, stories in enumerate(states):
        write_documents(wire, stories)
        if number:
            update_index(place / "i", embedder, allow_mass_withdrawal=True)
        else:
            build_index([wire], place / "i", embedder)
    assert held(place / "i") == states[-1]
    exported = place / "exported.jsonl"
    exported.write_text("".join(export_documents(place / "i")), encoding="utf-8")
    built = build_index([exported], place / "j", embedder)
    with open_index(place / "i", embedder) as one, open_index(place / "j", embedder) as other:
        assert one.manifest.corpus_digest == built.corpus_digest
        for text in states[-1].values():
            found = [
                {
                    hit.passage.document: (hit.passage.text, hit.similarity)
                    for hit in index.search(text)
                }
                for index in (one, other)
            ]
            assert found[0] == found[1]


def test_copies_share_an_origin_whenever_they_come_in(tmp_path: Path) -> None:
    """A near copy joins an origin that is there, keeps its id, and takes it along when it goes."""
    report = (
        "The ferry from Elsnes to Holm ran aground on Monday with 312 people on board, the coast"
        " guard said. Nobody was hurt, and all of them were brought ashore by the evening."
    )
    other = report.replace("312", "321")
    wire = write_documents(tmp_path / "wire.jsonl", {"a": report, "b": other})
    embedder = HashingEmbedder(64)
    build_index([wire], tmp_path / "i", embedder)

    def origins() -> dict[str, str]:
        with open_index(tmp_path / "i", embedder) as opened:
            hits = opened.search("ferry ran aground", 10)
        return {hit.passage.document: hit.passage.origin for hit in hits}

    first = origins()
    assert first["a"] != first["b"]
    copy = report.replace("was hurt, and", "was hurt and").replace(
        "the coast guard", "coast guards"
    )
    write_documents(wire, {"a": report, "b": other, "c": copy})
    update_index(tmp_path / "i", embedder)
    assert origins() == {**first, "c": first["a"]}
    write_documents(wire, {"b": other, "c": copy})
    update_index(tmp_path / "i", embedder)
    assert origins() == {"b": first["b"], "c": first["a"]}
    write_documents(wire, {"b": other, "d": "Snow fell."})
    update_index(tmp_path / "i", embedder, allow_mass_withdrawal=True)
    pointer = read_pointer(tmp_path / "i")
    assert pointer
    store = tmp_path / "i" / pointer.current / "passages.sqlite"
    with contextlib.closing(sqlite3.connect(store)) as connection:
        kept = {row[0] for row in connection.execute("SELECT id FROM passage_origins")}
    assert first["a"] not in kept
    assert first["b"] in kept
