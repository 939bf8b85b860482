"""The ledger from the command line: kept only where that is asked for, listed, forgotten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.conftest import verify

AS_OF = ("--as-of", "2025-06-26")


def test_nothing_is_kept_unless_it_is_asked_for(desk: Path) -> None:
    before = set(desk.rglob("*"))
    assert verify("check", "wrong.txt", *AS_OF).exit_code == 1
    assert set(desk.rglob("*")) == before
    result = verify("ledger", "list")
    assert result.exit_code == 2
    assert "No reports are kept." in result.stderr
    assert "--ledger FILE" in result.stderr


def test_reports_are_kept_listed_and_forgotten(desk: Path, tmp_path: Path) -> None:
    kept = tmp_path / "reports.sqlite"
    shown = verify("check", "wrong.txt", "clean.txt", *AS_OF, "--ledger", kept)
    assert shown.exit_code == 1
    assert shown.stdout == verify("check", "wrong.txt", "clean.txt", *AS_OF).stdout
    listed = verify("ledger", "list", "--ledger", kept).stdout
    assert listed.splitlines()[0].endswith("UTC       1 claim  as of 2025-06-26  wrong.txt")
    assert listed.endswith("2 reports kept\n")
    assert verify("ledger", "forget", "--ledger", kept).exit_code == 2
    assert "1 report forgotten" in verify("ledger", "forget", "wrong.txt", "--ledger", kept).stdout
    assert "1 report forgotten" in verify("ledger", "forget", "--all", "--ledger", kept).stdout


def test_the_setting_keeps_too(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFY_LEDGER", str(tmp_path / "reports.sqlite"))
    verify("check", "clean.txt", *AS_OF)
    assert "1 report kept" in verify("ledger", "list").stdout


def test_a_ledger_that_cannot_be_written_is_told_before_the_work(
    desk: Path, tmp_path: Path
) -> None:
    result = verify("check", "clean.txt", *AS_OF, "--ledger", tmp_path)
    assert result.exit_code == 2
    assert "cannot be used" in result.stderr
    assert result.stdout == ""


def test_an_update_tells_which_verdicts_it_changed(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "desk"
    shutil.copytree(desk, here)
    monkeypatch.chdir(here)
    monkeypatch.setenv("VERIFY_LEDGER", str(tmp_path / "reports.sqlite"))
    assert verify("check", "clean.txt", "wrong.txt", *AS_OF).exit_code == 1
    same = verify("index", "diff", "--reports")
    assert (same.exit_code, same.stdout) == (0, "2 drafts checked again: 0 verdicts changed\n")

    facts = here / "corpus" / "facts.jsonl"
    facts.write_text(facts.read_text().replace("has ten members", "has nine members"))
    assert verify("index", "update", here / "corpus").exit_code == 0
    told = verify("index", "diff", "--reports")
    assert told.exit_code == 1, told.output
    assert "clean.txt:1:" in told.stdout
    assert "SUPPORTED → REFUTED  count.mismatch" in told.stdout
    assert "REFUTED → SUPPORTED" in told.stdout
    assert "“The Shanghai Cooperation Organisation (SCO) has ten members.”" in told.stdout
    assert "“The Shanghai Cooperation Organisation (SCO) has nine members.”" in told.stdout
    assert told.stdout.endswith("2 drafts checked again: 2 verdicts changed\n")

    lines = verify("index", "diff", "--reports", "--format", "json").stdout.splitlines()
    turned = [
        (row["source"], row["before"]["verdict"], row["after"]["verdict"])
        for row in map(json.loads, lines)
    ]
    assert turned == [("clean.txt", "supported", "refuted"), ("wrong.txt", "refuted", "supported")]
