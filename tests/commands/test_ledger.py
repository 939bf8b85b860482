"""The ledger from the command line: kept only where that is asked for, listed, forgotten."""

from __future__ import annotations

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
