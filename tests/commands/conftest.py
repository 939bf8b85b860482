"""A desk to work at: a folder with settings, a small corpus, its index, and drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from verify.commands import app

FACTS = (
    (
        "The 22nd Meeting of the Defence Ministers of the Shanghai Cooperation Organisation was"
        " held in Qingdao on 26 June 2025."
    ),
    "The Shanghai Cooperation Organisation (SCO) has ten members.",
    "China's Defence Minister Dong Jun hosted the meeting in Qingdao on 26 June 2025.",
    "The capital of Peru is Lima, which has 10 million people.",
)
CLEAN = "The SCO has ten members.\n"
WRONG = "The SCO has nine members.\n"


def verify(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin, prog_name="verify")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The desk itself; made once, as the index and the model take a moment."""
    desk = tmp_path_factory.mktemp("desk")
    records = [
        {
            "id": f"facts/{n}",
            "text": text,
            "publisher": "Xinhua",
            "url": "https://example.org/sco",
            "published": "2025-06-26",
        }
        for n, text in enumerate(FACTS)
    ]
    (desk / "corpus").mkdir()
    (desk / "corpus" / "facts.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records))
    (desk / "verify.toml").write_text('index = "news"\n')
    (desk / "clean.txt").write_text(CLEAN)
    (desk / "wrong.txt").write_text(WRONG)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VERIFY_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.chdir(desk)
        result = verify("index", "build")
        assert result.exit_code == 0, result.output
        assert verify("claims", "clean.txt").exit_code == 0  # prepares its model
        yield desk


@pytest.fixture
def desk(made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk, with the working directory there."""
    monkeypatch.chdir(made)
    return made
