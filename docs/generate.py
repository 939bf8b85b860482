"""Write the pages of docs/ that come from the code; with --check, only compare."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from verify.commands import app
from verify.evaluation.intervals import share
from verify.judge.alarms import least_confidence
from verify.judge.confidence import Measured, measured
from verify.records import Kind, Label
from verify.reports.schema import json_schema
from verify.rules import RULES
from verify.settings import PREFIX, Options

DOCS = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the code and run `make docs`. -->\n\n"
WIDTH = 88
_ON_RULES = """\
# Rules

A finding names its rule. The page of a rule says when it fires and what it forgives, with drafts
and sources on which it fires and others on which it must not. All of them are run as tests; the
drafts speak from 26 June 2025.

On a `mismatch` a source contradicts the draft, a `rival` is one beside what the draft calls the
first, the only one or the most, on a `conflict` good sources contradict each other, and on `twice`,
`total` and `weekday` the draft contradicts itself, with no source. An `age` and a `series` are
worked out from a source that does not say them. How a claim
meets its sources is in [architecture.md](../architecture.md#how-a-claim-is-judged).

"""


def cli_page() -> str:
    """The help texts of all commands."""
    return NOTE + "# The command line\n" + "".join(_help_of(path) for path in _paths(()))


def settings_page() -> str:
    """All settings with their defaults."""
    rows = [
        "| setting | variable | default | |\n| --- | --- | --- | --- |\n",
        *(
            f"| `{key}` | `{PREFIX}{key.upper()}` | {_default(field.default)} |"
            f" {(field.description or '').replace(chr(10), ' ')} |\n"
            for key, field in Options.model_fields.items()
        ),
    ]
    return (
        f"{NOTE}# Settings\n\nThe nearest `verify.toml` upward from the working directory counts;"
        " paths in it are relative to it.\nA variable overrides the file, an option overrides both."
        " Without a `verify.toml`, corpus and indexes\nlive in the user's data directory."
        " `VERIFY_CACHE` names the folder for exported models.\n\n" + "".join(rows)
    )


def rules_page() -> str:
    """All rules, with links to their pages."""
    rows = "".join(
        f"| [{rule.id}]({rule.id}.md) | {rule.severity.value} | {rule.says} |\n"
        for rule in RULES.values()
    )
    return f"{NOTE}{_ON_RULES}| rule | severity | |\n| --- | --- | --- |\n{rows}"


def measured_page() -> str:
    """How often verdicts are right, and how often true claims are refuted."""
    tables = measured()
    rows = [
        f"| {row.label.value} | {row.basis.value} | {row.sources} or more |"
        f" {row.strength:g} | {row.right} of {row.verdicts} | {row.confidence:.2f} |\n"
        for row in tables.confidence
    ]
    alarms = [_alarms(row.kind.value, len(row.refuted), row.claims) for row in tables.alarms]
    total = sum(len(row.refuted) for row in tables.alarms), sum(r.claims for r in tables.alarms)
    least = [
        f"| {row.kind.value} |"
        + "".join(f" {_least(row.kind, most, tables)} |" for most in _RATES)
        + "\n"
        for row in tables.alarms
    ]
    return (
        f"{NOTE}# What was measured\n\nWhat these tables are for is in"
        " [verdicts.md](../verdicts.md). They were made of:\n\n"
        + "".join(f"- {line}\n" for line in tables.made_of)
        + "\n## Confidence\n\nOf verdicts on values that were changed, and on the same values"
        " unchanged.\n\n"
        "| verdict | aligned by | sources | strength from | right | confidence |\n"
        "| --- | --- | --- | --- | --- | --- |\n" + "".join(rows)
        + "\n## False alarms\n\nTrue claims that are refuted where no rate is chosen, with 95%"
        " intervals.\n\n| kind | refuted | of | rate |\n| --- | --- | --- | --- |\n"
        + "".join(alarms) + _alarms("all", *total)
        + "\nThe confidence that a refutation needs at a chosen rate:\n\n| kind |"
        + "".join(f" {most:.1%} |" for most in _RATES)
        + "\n| --- |" + " --- |" * len(_RATES) + "\n" + "".join(least)
    )  # fmt: skip


_RATES = (0.0, 0.005, 0.01, 0.02, 0.05)


def _alarms(kind: str, refuted: int, claims: int) -> str:
    rate = share(refuted, claims)
    return (
        f"| {kind} | {refuted} | {claims} | {rate.value:.1%} ({rate.low:.1%}-{rate.high:.1%}) |\n"
    )


def _least(kind: Kind, most: float, tables: Measured) -> str:
    least = least_confidence(kind, most, tables.alarms)
    best = max((r.confidence for r in tables.confidence if r.label is Label.REFUTED), default=0.0)
    if not least:
        return "any"
    return f"over {least:.2f}" if least <= best else "none is enough"


def schema_page() -> str:
    """The JSON schema of `verify check --format json`."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def _paths(prefix: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every command and group of commands, as the words that call it."""
    command: Any = get_command(app)
    for word in prefix:
        command = command.commands[word]
    yield prefix
    for word in getattr(command, "commands", {}):
        yield from _paths((*prefix, word))


def _help_of(path: tuple[str, ...]) -> str:
    result = CliRunner().invoke(
        app, [*path, "--help"], prog_name="verify", terminal_width=WIDTH, max_content_width=WIDTH
    )
    return f"\n## {' '.join(('verify', *path))}\n\n```text\n{result.stdout.rstrip()}\n```\n"


def _default(value: Any) -> str:
    if value == ():
        return "none"
    if value is None:
        return "none"
    return f"`{value}`" if isinstance(value, (str, int)) else "beside `verify.toml`"


PAGES = {
    "reference/cli.md": cli_page,
    "reference/settings.md": settings_page,
    "reference/report.schema.json": schema_page,
    "reference/measured.md": measured_page,
    "rules/README.md": rules_page,
}


def main() -> None:
    """Write the pages, or say which are out of date and exit with 1."""
    stale = []
    for name, page in PAGES.items():
        path, text = DOCS / name, page()
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    if stale:
        sys.exit(f"Out of date: {', '.join(stale)}. Run: make docs")


if __name__ == "__main__":
    main()
