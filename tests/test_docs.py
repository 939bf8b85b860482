"""The pages say what is true: commands parse, examples run, every file has its line."""

from __future__ import annotations

import datetime as dt
import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from tests.test_project import sources
from verify import __version__, build_index, load_embedder
from verify.commands import app
from verify.corpus import read_documents
from verify.settings import load_settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [
    *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md"),
    *(ROOT / room / "README.md" for room in ("corpus", "examples", "indexes")),
]  # fmt: skip


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def commands() -> Iterator[str]:
    """Every command line of the pages: in blocks of shell, or indented by four."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        indented = re.findall(r"^    (verify .*|python .*|make .*)$", text, re.MULTILINE)
        for line in [*"".join(blocks(text, "sh")).splitlines(), *indented]:
            if line.strip():
                yield line


@pytest.mark.parametrize("line", sorted(set(commands())))
def test_every_command_of_the_pages_is_there(line: str) -> None:
    words = shlex.split(re.split(r"[|<>]", line)[0], comments=True)
    match [words[0].removeprefix(".venv/bin/"), *words[1:]]:
        case ["make", *targets]:
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
        case ["python", "cli.py", *arguments] | ["verify", *arguments]:
            parse(arguments)
        case ["python", "-m", module, *options]:
            assert_script(ROOT / f"{module.replace('.', '/')}.py", options)
        case ["python", script, *options]:
            assert_script(ROOT / script, options)
        case _:
            pytest.fail(f"no test knows what {line!r} is")


@pytest.mark.parametrize(
    "line", ["check", "check a --colour", "index built", "check a --fail-on x"]
)
def test_a_wrong_command_would_be_found(line: str) -> None:
    with pytest.raises(Exception, match=r"(?i)missing|no such|invalid|not one of"):
        parse(line.split())


def parse(arguments: list[str]) -> None:
    """Read the arguments as the command does, without running it."""
    command: Any = get_command(app)
    while True:
        context = command.make_context(command.name, list(arguments))
        if not hasattr(command, "commands"):
            return
        _, command, arguments = command.resolve_command(context, arguments)


def assert_script(script: Path, options: list[str]) -> None:
    text = script.read_text(encoding="utf-8")
    for option in options:
        if option.startswith("--"):
            name = option.removeprefix("--")
            assert f'"{option}"' in text or re.search(rf"^    {name}: ", text, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the README's examples run: the drafts, the settings, and an index of some facts."""
    desk = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "examples", desk / "examples")
    shutil.copy(ROOT / "verify.toml", desk)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VERIFY_CACHE", str(tmp_path_factory.mktemp("cache")))
        build_index([ROOT / "corpus/qingdao-2025.jsonl"], desk / "indexes/starter", load_embedder())
        yield desk


@pytest.fixture
def checkout(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made)


@pytest.mark.usefixtures("checkout")
def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks(README, "python")
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102
    assert re.search(r"^refuted \| .+ \| the draft says ", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.usefixtures("checkout")
def test_the_line_format_is_as_shown() -> None:
    (shown,) = blocks(README, "text")
    result = CliRunner().invoke(app, ["check", "examples/qingdao.md", "--format", "line"])
    assert result.exit_code == 1
    assert shown in result.stdout


@pytest.mark.usefixtures("checkout")
def test_the_json_is_where_the_readme_looks() -> None:
    (path,) = re.findall(r"jq '([^']+)'", README)
    result = CliRunner().invoke(app, ["check", "examples/qingdao.md", "--format", "json"])
    found: list[Any] = [json.loads(result.stdout)]
    for key, every in re.findall(r"\.(\w+)(\[\])?", path):
        found = [value for item in found for value in (item[key] if every else [item[key]])]
    (findings,) = found
    assert "ordinal.mismatch" in {finding["rule"] for finding in findings}


def test_the_settings_are_possible(tmp_path: Path) -> None:
    (toml,) = blocks(README, "toml")
    (tmp_path / "verify.toml").write_text(toml, encoding="utf-8")
    settings = load_settings(tmp_path, environ={})
    for key, value in tomllib.loads(toml).items():
        assert str(getattr(settings, key)).endswith(value)


@pytest.mark.parametrize("page", ["README.md", "corpus/README.md"])
def test_the_record_can_be_read(page: str, tmp_path: Path) -> None:
    (record,) = blocks((ROOT / page).read_text(encoding="utf-8"), "json")
    (tmp_path / "records.jsonl").write_text(record, encoding="utf-8")
    (document,) = read_documents([tmp_path / "records.jsonl"])
    written = json.loads(record)
    assert set(written) == {"id", "text", "title", "publisher", "url", "published"}
    day = written.pop("published")
    assert document.published == (dt.date.fromisoformat(day) if day else None)
    assert {key: getattr(document, key) for key in written} == written


def test_the_architecture_has_a_line_for_every_file() -> None:
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rooms = re.split(r"^### `(verify/[a-z]*/?)`$", text, flags=re.MULTILINE)[1:]
    named = [
        room + file
        for room, lines in zip(rooms[::2], rooms[1::2], strict=True)
        for file in re.findall(r"^\| `([\w./]+)` \| \S", lines.partition("\n## ")[0], re.MULTILINE)
    ]
    there = {str(path.relative_to(ROOT)) for path in sources()}
    assert set(named) - there == set(), "named in docs/architecture.md, but not there"
    assert there - set(named) == set(), "not named in docs/architecture.md"
    assert len(named) == len(set(named))


def test_the_architecture_has_the_import_rules() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = project["tool"]["importlinter"]["contracts"]
    rules = "\n".join(layer.replace("verify.", "") for layer in contract["layers"])
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    assert f"```\n{rules}\n```" in text


def test_the_claims_are_found_as_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "how-claims-are-found.md").read_text(encoding="utf-8")
    (draft,), (shown,) = blocks(page, "markdown"), blocks(page, "text")
    (command,) = re.findall(r"^    verify (claims .*)$", page, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    Path("terminal.md").write_text(draft, encoding="utf-8")
    result = CliRunner().invoke(app, shlex.split(command), prog_name="verify")
    assert result.exit_code == 0, result.output
    # How likely a sentence is worth checking differs a little from processor to processor.
    assert re.sub(r"0\.\d\d$", "0", result.stdout, flags=re.MULTILINE) == re.sub(
        r"0\.\d\d$", "0", shown, flags=re.MULTILINE
    )


def test_the_changelog_starts_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", text, re.MULTILINE)[0] == __version__
