import json
from pathlib import Path

import pytest

from tests.commands.conftest import verify

TEXT = "The bloc has ten members. What a lovely place it is! Will Peru join next year?\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(TEXT)
    return path


def test_claims_need_no_index(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draft.parent)
    result = verify("claims", draft)
    assert result.exit_code == 0, result.output
    assert "story.txt:1:" in result.stdout
    assert "COUNT" in result.stdout
    assert "SKIPPED  question" in result.stdout


def test_claims_as_json_lines(draft: Path) -> None:
    result = verify("claims", draft, "--format", "json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    claims = [row for row in rows if "reason" not in row]
    assert "count" in {claim["kind"] for claim in claims}
    for claim in claims:
        assert TEXT[claim["start"]["offset"] : claim["end"]["offset"]] == claim["text"]
    assert "question" in {row["reason"] for row in rows if "reason" in row}


def test_no_such_draft() -> None:
    result = verify("claims", "gone.md")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")


TALK = "The ferry was sold to a firm in Croatia. You know how it is with such things.\n"


def test_talk_is_skipped_unless_everything_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(TALK)
    for options, claims in (
        ((), 1),
        (("--worth", "0"), 2),
        (("--worth", "1"), 0),
        (("--all",), 2),
    ):
        result = verify("claims", path, "--format", "json", *options)
        rows = [json.loads(line) for line in result.stdout.splitlines()]
        assert sum("kind" in row for row in rows) == claims, options
        assert all(
            (row["worth"] is None) == (options in {("--worth", "0"), ("--all",)}) for row in rows
        )


def test_the_threshold_of_the_settings_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk.txt").write_text(TALK)
    assert "1 claim, 1 skipped" in verify("claims", "talk.txt").stdout
    (tmp_path / "verify.toml").write_text("worth = 0\n")
    assert "2 claims, 0 skipped" in verify("claims", "talk.txt").stdout


def test_the_steps_are_explained(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "Lena Holt is the mayor of Elsnes. She opened 12 schools in 2024. You know how it is."
        " The ferry was sold to Croatia.\n"
    )
    plain = verify("claims", path).stdout
    told = verify("claims", path, "--explain").stdout
    assert "put in: “She” is Lena Holt, named at 1:1" in told
    assert "said of: Lena Holt" in told
    assert "thing: school" in told
    assert "period: 1 January 2024 to" in told
    # Of typed values the model is not asked.
    assert [line.strip() for line in told.splitlines() if "worth checking" in line] == [
        "SKIPPED  rhetoric, worth checking: 0.01",
        "worth checking: 0.93",
    ]
    assert "worth checking" not in plain
