import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.commands.conftest import CLEAN, WRONG, verify
from verify.judge.confidence import Alarms, Measured
from verify.records import Kind
from verify.reports.schema import json_schema

AS_OF = ("--as-of", "2025-06-26")


def test_a_clean_draft(desk: Path) -> None:
    result = verify("check", "clean.txt", *AS_OF)
    assert result.exit_code == 0, result.output
    assert "1 supported" in result.stdout
    assert "ten members  Xinhua, 26 June 2025" in result.stdout
    assert result.stdout.endswith("Exit 0: 0 claims are refuted.\nEvery claim in full: --full\n")
    assert result.stderr == ""


def test_a_draft_with_an_error(desk: Path) -> None:
    result = verify("check", "wrong.txt", *AS_OF)
    assert result.exit_code == 1
    assert "wrong.txt:1:" in result.stdout
    assert "REFUTED  count.mismatch" in result.stdout
    assert "“The Shanghai Cooperation Organisation (SCO) has ten members.”" in result.stdout
    assert "https://example.org/sco" in result.stdout
    assert "As of 26 June 2025 (as given), against index news: 4 documents" in result.stdout
    assert "Exit 1: 1 claim is refuted." in result.stdout


def test_plain_when_piped(desk: Path) -> None:
    result = verify("check", "wrong.txt", *AS_OF)
    assert "\x1b" not in result.stdout
    assert re.search(r"^ +\^+$", result.stdout, re.MULTILINE)


def test_colour_can_be_forced_and_forbidden(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in verify("check", "wrong.txt", *AS_OF).stdout
    plain = verify("check", "wrong.txt", "--no-color", *AS_OF).stdout
    assert "\x1b" not in plain
    assert "^^^" in plain


@pytest.mark.parametrize(
    ("draft", "limit", "code"),
    [
        ("wrong.txt", "refuted", 1),
        ("wrong.txt", "not_checked", 1),
        ("wrong.txt", "never", 0),
        ("clean.txt", "not_checked", 0),
    ],
)
def test_fail_on(desk: Path, draft: str, limit: str, code: int) -> None:
    assert verify("check", draft, "--fail-on", limit, *AS_OF).exit_code == code


def test_fail_on_of_the_settings(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFY_FAIL_ON", "never")
    assert verify("check", "wrong.txt", *AS_OF).exit_code == 0
    assert verify("check", "wrong.txt", "--fail-on", "refuted", *AS_OF).exit_code == 1


def test_a_chosen_rate_of_false_alarms(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    surest = (Alarms(kind=Kind.COUNT, claims=10, refuted=(1.0,)),)
    table = Measured(made_of=("a test",), confidence=(), alarms=surest)
    monkeypatch.setattr("verify.judge.alarms.measured", lambda: table)
    assert verify("check", "wrong.txt", *AS_OF).exit_code == 1
    result = verify("check", "wrong.txt", "--max-false-alarms", "1%", *AS_OF)
    assert result.exit_code == 0, result.output
    assert "POSSIBLE CONFLICT  claim.possible" in result.stdout
    assert "“The Shanghai Cooperation Organisation (SCO) has ten members.”" in result.stdout
    monkeypatch.setenv("VERIFY_MAX_FALSE_ALARMS", "1%")
    assert verify("check", "wrong.txt", *AS_OF).exit_code == 0


def test_standard_input(desk: Path) -> None:
    result = verify("check", "-", "--format", "line", *AS_OF, stdin=WRONG)
    assert result.exit_code == 1
    assert re.fullmatch(r"-:1:\d+: error count\.mismatch: “.*” *: .*\n", result.stdout)


def test_json_of_one_draft(desk: Path) -> None:
    result = verify("check", "wrong.txt", "--format", "json", *AS_OF)
    assert result.exit_code == 1
    file = json.loads(result.stdout)
    Draft202012Validator(json_schema()).validate(file)
    (report,) = file["reports"]
    (claim,) = report["claims"]
    assert claim["verdict"] == "refuted"
    assert claim["evidence"][0]["document"] == "facts/1"
    assert report["index"]["name"] == "news"
    assert report["findings"][0]["claim"] == claim["id"]


def test_several_drafts_and_one_that_cannot_be_read(desk: Path) -> None:
    result = verify("check", "wrong.txt", "gone.txt", "clean.txt", *AS_OF)
    assert result.exit_code == 2
    assert "All 2 drafts: 1 refuted, 0 conflicting, 1 supported" in result.stdout
    assert "Exit 2: 1 of the drafts could not be checked." in result.stdout
    assert result.stderr.startswith("error: ")
    assert "gone.txt" in result.stderr


def test_json_tells_of_failures(desk: Path) -> None:
    result = verify("check", "gone.txt", "wrong.txt", "--format", "json", *AS_OF)
    assert result.exit_code == 2
    file = json.loads(result.stdout)
    Draft202012Validator(json_schema()).validate(file)
    assert [f["source"] for f in file["failures"]] == ["gone.txt"]
    assert file["failures"][0]["remedy"]
    assert len(file["reports"]) == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02binary\x00", b"   \n"])
def test_bad_drafts(desk: Path, tmp_path: Path, content: bytes) -> None:
    draft = tmp_path / "bad.txt"
    draft.write_bytes(content)
    result = verify("check", draft)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert "bad.txt" in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_is_no_draft(desk: Path) -> None:
    result = verify("check", "corpus")
    assert result.exit_code == 2
    assert "folder" in result.stderr


def test_no_such_index(desk: Path) -> None:
    result = verify("check", "wrong.txt", "--index", "newz")
    assert result.exit_code == 2
    assert "There is no index 'newz'" in result.stderr
    assert "verify index build --name newz" in result.stderr
    assert "Did you mean 'news'?" in result.stderr


def test_no_index_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "verify.toml").write_text("")
    (tmp_path / "a.txt").write_text(CLEAN)
    monkeypatch.chdir(tmp_path)
    result = verify("check", "a.txt")
    assert result.exit_code == 2
    assert f"Build it from {tmp_path / 'corpus'} with: verify index build\n" in result.stderr


@pytest.mark.parametrize("name", ["../news", "", "/etc", "a/b", ".."])
def test_an_index_name_is_no_path(desk: Path, name: str) -> None:
    result = verify("check", "wrong.txt", "--index", name)
    assert result.exit_code == 2
    assert "cannot be the name of an index" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["--as-of", "26/06/2025"],
        ["--fail-on", "always"],
        ["--format", "xml"],
        ["--x"],
        ["--max-false-alarms", "much"],
        ["--max-false-alarms", "120%"],
    ],
)
def test_impossible_options(desk: Path, arguments: list[str]) -> None:
    result = verify("check", "clean.txt", *arguments)
    assert result.exit_code == 2
    assert "Error" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("form", ["terminal", "json", "line"])
def test_output_goes_to_a_file(desk: Path, tmp_path: Path, form: str) -> None:
    file = tmp_path / "report"
    result = verify("check", "wrong.txt", *AS_OF, "--format", form, "--output", file)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert str(file) in result.stderr
    assert "nine members" in file.read_text(encoding="utf-8")
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_output_never_overwrites_a_draft(desk: Path) -> None:
    result = verify("check", "wrong.txt", "--output", desk / "wrong.txt")
    assert result.exit_code == 2
    assert "is one of the drafts" in result.stderr
    assert (desk / "wrong.txt").read_text() == WRONG


@pytest.mark.parametrize("place", ["corpus", "no/such/folder/report"])
def test_impossible_output(desk: Path, place: str) -> None:
    result = verify("check", "wrong.txt", "--output", place)
    assert result.exit_code == 2
    assert f"--output {place} cannot be written" in result.stderr


def test_everything(desk: Path) -> None:
    result = verify("check", "clean.txt", "--full", *AS_OF)
    assert "SUPPORTED" in result.stdout
    assert "supports  “The Shanghai" in result.stdout
