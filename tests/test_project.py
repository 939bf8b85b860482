"""What holds for the project as a whole: its names, its package, what it loads and opens."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest

import verify

ROOT = Path(__file__).parents[1]
PUBLIC = {
    "Checker", "Claim", "Draft", "Evidence", "Hit", "Label", "Passage", "Report", "Verdict",
    "VerifyError", "__version__", "build_index", "draft_from_text", "find_claims",
    "load_embedder", "load_stance", "load_worth", "open_index", "read_draft",
}  # fmt: skip

OFFLINE = """
import socket, sys

def refuse(*_, **__):
    raise AssertionError("a socket was opened")

socket.socket.__init__ = socket.socket.connect = socket.getaddrinfo = refuse
socket.create_connection = refuse

import datetime as dt
from pathlib import Path
from verify import (
    Checker, build_index, draft_from_text, load_embedder, load_stance, load_worth, open_index
)

records, directory, cache = map(Path, sys.argv[1:])
embedder = load_embedder(cache_dir=cache)
build_index([records], directory, embedder)
with open_index(directory, embedder) as index:
    draft = draft_from_text("The SCO has nine members.", as_of=dt.date(2025, 6, 26))
    worth = load_worth(cache_dir=cache)
    report = Checker(index, stance=load_stance(), worth=worth).check(draft)
    print(*(verdict.label for verdict in report.verdicts))
print(*sys.modules)
"""


def python(code: str, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_public_names() -> None:
    assert set(verify.__all__) == PUBLIC
    assert set(dir(verify)) >= PUBLIC
    for name in PUBLIC:
        assert getattr(verify, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'check'"):
        verify.check  # noqa: B018


def test_importing_it_loads_nothing_heavy() -> None:
    loaded = set(python("import sys, verify; print(*sys.modules)").split())
    assert "verify" in loaded
    assert not loaded & {"pydantic", "numpy", "faiss", "onnxruntime", "typer", "httpx"}
    assert not any(name.startswith("verify.") for name in loaded)


def test_the_default_path_opens_no_socket_and_imports_no_torch(tmp_path: Path) -> None:
    records = tmp_path / "facts.jsonl"
    records.write_text(
        '{"id": "1", "text": "The Shanghai Cooperation Organisation (SCO) has ten members."}\n'
    )
    printed = python(OFFLINE, records, tmp_path / "index", tmp_path / "cache")
    labels, modules = printed.splitlines()
    assert labels == "refuted"
    loaded = set(modules.split())
    assert {
        "faiss",
        "verify.models.onnx_embedder",
        "verify.models.onnx_stance",
        "verify.models.worth",
    } <= loaded
    assert not loaded & {"torch", "transformers", "sentence_transformers", "httpx"}


def test_an_installed_wheel(tmp_path: Path) -> None:
    assert importlib.util.find_spec("hatchling"), "Set up with: make test"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "-o",
            str(tmp_path),
            str(ROOT),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name == f"verify_claims-{verify.__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        info = f"verify_claims-{verify.__version__}.dist-info"
        commands = archive.read(f"{info}/entry_points.txt").decode()
    assert {name.split("/")[0] for name in names} == {"verify", info}
    tracked = {str(path.relative_to(ROOT)) for path in sources()}
    assert {name for name in names if name.startswith("verify/")} == tracked
    assert {
        "verify/py.typed",
        "verify/claims/data/places.json",
        "verify/models/golden.json",
    } < names
    assert f"{info}/licenses/LICENSE" in names
    assert commands.split() == ["[console_scripts]", "verify", "=", "verify.commands:main"]


def test_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    names = [re.fullmatch(r"([A-Za-z0-9._-]+)==[0-9][0-9a-z.]*", pin) for pin in pins]
    assert all(names), "no paths, addresses or builds: make pins"
    pinned = {canonical(name[1]) for name in names if name}
    assert len(pinned) == len(pins)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *chain(*project["project"]["optional-dependencies"].values()),
        *project["build-system"]["requires"],
    ]
    own = {"verify-claims"}  # names its own extras
    assert {canonical(re.split(r"[^A-Za-z0-9._-]", line)[0]) for line in wanted} <= pinned | own


def sources() -> list[Path]:
    """Every file of the package; what tools leave there is hidden or in __pycache__."""
    return [
        path
        for path in (ROOT / "verify").rglob("*")
        if path.is_file()
        and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(ROOT).parts)
    ]


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
