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
