import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from syrupy.assertion import SnapshotAssertion

from verify.errors import DraftError
from verify.records import Claim, Report, Skipped
from verify.reports.json import claim_lines, render

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "report.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_golden(report: Report, snapshot: SnapshotAssertion) -> None:
    assert render([report], version="0.1.0") == snapshot


def test_valid_under_the_published_schema(report: Report, validator: Draft202012Validator) -> None:
    bare = report.model_copy(update={"index": None, "verdicts": (), "findings": (), "skipped": ()})
    failed = [("gone.md", DraftError("There is no file gone.md.", "Check the path."))]
    for reports in ([], [report], [report, bare]):
        validator.validate(json.loads(render(reports, version="1", failures=failed)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("reports", 0, "claims", 0, "verdict"), "probably"),
        (("reports", 0, "claims", 0, "start", "line"), "4"),
        (("summary", "refuted"), None),
        (("schema_version",), 2),
    ],
)
def test_the_schema_refuses_what_is_wrong(
    report: Report, validator: Draft202012Validator, path: tuple[str | int, ...], value: Any
) -> None:
    file = json.loads(render([report], version="1"))
    part = file
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert not validator.is_valid(file)


def test_places_lead_to_the_file(report: Report) -> None:
    (only,) = json.loads(render([report], version="1"))["reports"]
    source = "---\nauthor: A. Writer\n---\n" + report.draft.text
    for claim in only["claims"]:
        start, end = claim["start"], claim["end"]
        assert report.draft.text[start["offset"] : end["offset"]] == claim["text"]
        line = source.split("\n")[start["line"] - 1]
        assert line[start["column"] - 1 :].startswith(claim["text"].split("\n")[0])


def test_totals_add_up(report: Report) -> None:
    file = json.loads(render([report, report], version="1"))
    one = file["reports"][0]["summary"]
    assert file["summary"] == {key: 2 * number for key, number in one.items()}
    assert one["refuted"] == 1
    assert sum(one.values()) == len(report.verdicts) + len(report.skipped)


def test_claims_as_lines(report: Report, snapshot: SnapshotAssertion) -> None:
    found: list[Claim | Skipped] = [*(v.claim for v in report.verdicts), *report.skipped]
    text = "".join(claim_lines(report.draft, found))
    rows = [json.loads(line) for line in text.splitlines()]
    assert ["reason" in row for row in rows] == [False] * 6 + [True] * 2
    assert text == snapshot
