"""Reports are kept whole, come back as they were, and survive other writers."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from verify.drafts import draft_from_text
from verify.errors import LedgerError
from verify.ledger import Ledger, changes, no_longer_read
from verify.records import Claim, Kind, Label, Report, Sentence, Span, Verdict

DAY = dt.date(2025, 6, 26)
TEXT = "The bloc has ten members. Its 22nd meeting was in Qingdao."


def verdict(words: str, label: Label, cause: str = "", kind: Kind = Kind.COUNT) -> Verdict:
    start = TEXT.index(words)
    span = Span(start=start, end=start + len(words))
    sentence = Sentence(span=Span(start=0, end=len(TEXT)), text=TEXT)
    claim = Claim(id="c1", kind=kind, span=span, text=words, sentence=sentence, resolved=TEXT)
    return Verdict(claim=claim, label=label, cause=cause)


def report(*verdicts: Verdict, source: str = "story.md", text: str = TEXT) -> Report:
    return Report(draft=draft_from_text(text, as_of=DAY, source=source), verdicts=verdicts)


def test_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    given = report(verdict("ten members", Label.SUPPORTED, "a source says so – “ten”"))
    with Ledger(tmp_path / "new" / "reports.sqlite") as ledger:
        ledger.keep(given, version="1.2", stance="fast")
    with Ledger(tmp_path / "new" / "reports.sqlite") as ledger:
        (kept,) = ledger.latest()
        (entry,) = ledger.entries()
    assert kept.report == given
    assert (kept.version, kept.stance) == ("1.2", "fast")
    assert (entry.source, entry.as_of, entry.claims) == ("story.md", DAY, 1)
    assert dt.datetime.now(dt.UTC) - kept.checked < dt.timedelta(minutes=1)


def test_the_newest_report_on_each_draft_counts(tmp_path: Path) -> None:
    old, new = (report(verdict("ten members", one)) for one in (Label.REFUTED, Label.SUPPORTED))
    other = report(source="other.md")
    typed = [report(source="-", text=f"Draft {n}.") for n in range(2)]
    with Ledger(tmp_path / "reports.sqlite") as ledger:
        for one in (old, other, new, *typed):
            ledger.keep(one, version="1", stance="fast")
        assert [kept.report for kept in ledger.latest()] == [other, new, *typed]
        assert len(ledger.entries()) == 5


def test_reports_are_forgotten_by_day_and_by_draft(tmp_path: Path) -> None:
    with Ledger(tmp_path / "reports.sqlite") as ledger:
        for source in ("a.md", "b.md", "b.md"):
            ledger.keep(report(source=source), version="1", stance="fast")
        assert ledger.forget(before=dt.date(2020, 1, 1)) == 0
        assert ledger.forget(source="b.md", before=dt.date(2999, 1, 1)) == 2
        assert [entry.source for entry in ledger.entries()] == ["a.md"]
        assert ledger.forget() == 1


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda path: path.write_bytes(b"no database at all, " * 100), "cannot be used"),
        (lambda path: path.mkdir(), "cannot be used"),
        (lambda path: _run(path, "PRAGMA user_version = 99"), "newer Verify"),
        (lambda path: _run(path, "CREATE TABLE photos (id)"), "no ledger"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, spoil, problem: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "reports.sqlite"
    spoil(path)
    with pytest.raises(LedgerError, match=problem):
        Ledger(path)


def test_a_damaged_report_is_told(tmp_path: Path) -> None:
    path = tmp_path / "reports.sqlite"
    with Ledger(path) as ledger:
        ledger.keep(report(), version="1", stance="fast")
    _run(path, "UPDATE reports SET report = x'00'")
    with Ledger(path) as ledger, pytest.raises(LedgerError, match="cannot be read"):
        list(ledger.latest())


def _run(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def _keep_on(path: Path, told: Path) -> None:
    """Keep reports until killed; a line is told of each that is on the disk."""
    with Ledger(path) as ledger, told.open("a", buffering=1) as out:
        for number in range(10_000):
            ledger.keep(report(source=f"{os.getpid()}-{number}"), version="1", stance="fast")
            out.write(f"{os.getpid()}-{number}\n")


def test_what_was_kept_outlives_a_kill(tmp_path: Path) -> None:
    path, told = tmp_path / "reports.sqlite", tmp_path / "told"
    fork = multiprocessing.get_context("fork")
    writers = [fork.Process(target=_keep_on, args=(path, told)) for _ in range(2)]
    for writer in writers:
        writer.start()
    deadline = time.monotonic() + 60
    while not told.exists() or told.read_text().count("\n") < 20:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    for writer in writers:
        assert writer.pid
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
    acknowledged = set(told.read_text().split())
    with Ledger(path) as ledger:
        kept = [entry.source for entry in ledger.entries()]
        assert acknowledged <= set(kept)
        assert len(kept) == len(set(kept)) <= len(acknowledged) + 2
        assert len(list(ledger.latest())) == len(kept)


# --- what is different ------------------------------------------------------------------------


def test_other_verdicts_are_changes() -> None:
    before = report(
        verdict("ten members", Label.SUPPORTED),
        verdict("22nd meeting", Label.REFUTED, "the source says 23rd", Kind.ORDINAL),
        verdict("in Qingdao", Label.NOT_ENOUGH_EVIDENCE, "nothing speaks of it", Kind.EVENT),
    )
    after = report(
        verdict("in Qingdao", Label.NOT_ENOUGH_EVIDENCE, "only older values", Kind.EVENT),
        verdict("22nd meeting", Label.REFUTED, "the source says 24th", Kind.ORDINAL),
        verdict("ten members", Label.CONFLICTING),
    )
    found = changes(before, after)
    assert [(c.before.label, c.after.label) for c in found] == [
        (Label.SUPPORTED, Label.CONFLICTING),
        (Label.REFUTED, Label.REFUTED),
    ]
    assert not changes(before, before)
    assert not no_longer_read(before, after)


def test_claims_that_are_read_otherwise_are_counted_apart() -> None:
    before = report(verdict("ten members", Label.SUPPORTED))
    after = report(verdict("ten members", Label.REFUTED, kind=Kind.QUANTITY))
    assert changes(before, after) == ()
    assert no_longer_read(before, after) == 1
