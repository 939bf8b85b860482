"""The command as a process: what other programs and impatient people do to it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.conftest import verify
from verify import __version__

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, str(ROOT / "cli.py")]


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=cwd, capture_output=True, text=True, timeout=60, check=False
    )


def test_version() -> None:
    result = verify("--version")
    assert (result.exit_code, result.stdout) == (0, f"verify {__version__}\n")


@pytest.mark.parametrize(
    "path", [[], ["check"], ["claims"], ["index"], ["index", "build"], ["index", "search"]]
)
def test_help_has_an_example(path: list[str]) -> None:
    result = verify(*path, "-h")
    assert result.exit_code == 0
    assert "\n  Example:\n    verify " in result.stdout


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    heavy = {"pydantic", "rich", "numpy", "onnxruntime", "faiss", "torch", "verify.records"}
    code = (
        "import sys\nfrom verify.commands import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert result.stderr == "[]\n"


def test_a_check_imports_no_torch(desk: Path) -> None:
    code = (
        "import sys\nfrom verify.commands import app\n"
        "try: app(['check', 'clean.txt'])\nexcept SystemExit as end: print(end.code)\n"
        "print(sorted({'torch', 'sentence_transformers'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert result.stdout.endswith("0\n[]\n"), result.stderr


def test_an_error_is_words_and_no_traceback(tmp_path: Path) -> None:
    result = run("check", "gone.md", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith("error: There is no file gone.md.\n")
    assert "Traceback" not in result.stderr


def test_a_crash_does_not_look_like_findings() -> None:
    code = (
        "from verify.commands import app, main\n"
        "@app.command()\ndef crash() -> None: print(1 / 0)\n"
        "import sys; sys.argv[1:] = ['crash']; main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert result.returncode == 2
    assert "ZeroDivisionError" in result.stderr


def test_an_error_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    result = run("check", "a\x1b[2Jb.md", cwd=tmp_path)
    assert result.returncode == 2
    assert "\x1b" not in result.stderr


def test_a_pipe_that_closes_is_no_error(tmp_path: Path) -> None:
    draft = tmp_path / "long.txt"
    draft.write_text("The bloc has ten members.\n\n" * 3000)
    with subprocess.Popen(
        [*COMMAND, "claims", str(draft)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert errors == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("The bloc has ten members.\n")
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [*COMMAND, "claims", str(draft)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert result.returncode == 2
    assert "cannot be written to standard output: No space left" in result.stderr
    assert "Traceback" not in result.stderr


def opened_by_reader(pipe: Path, process: subprocess.Popen[bytes]) -> int:
    """The pipe, as soon as the process has opened it and waits for its text."""
    while process.poll() is None:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.02)
    raise AssertionError(process.communicate())


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_an_interrupt_ends_quietly(tmp_path: Path) -> None:
    pipe = tmp_path / "draft.txt"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [*COMMAND, "claims", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        writer = opened_by_reader(pipe, process)
        # A signal that comes just before the read begins is only seen at the next one.
        for _ in range(20):
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=2)
                break
        else:
            process.kill()
        out, errors = process.communicate(timeout=60)
        os.close(writer)
        assert process.returncode == 130
    assert (out, errors) == (b"", b"")


def test_reports_are_utf8_in_any_locale(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("Łódź’s café has 12 tables.\n", encoding="utf-8")
    result = subprocess.run(
        [*COMMAND, "claims", str(draft)],
        env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "Łódź’s café" in result.stdout.decode("utf-8")
