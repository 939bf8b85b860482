"""JSONL records: what is read, and what is said of lines that cannot be."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from verify.corpus import SourcesError, read_documents
from verify.corpus.jsonl import parse_record
from verify.records import Document


def write(path: Path, *lines: str | bytes) -> Path:
    path.write_bytes(b"\n".join(x if isinstance(x, bytes) else x.encode() for x in lines) + b"\n")
    return path


def test_all_fields(tmp_path: Path) -> None:
    line = (
        '{"id": "a/1", "text": "Ten members.", "title": "SCO", "publisher": "Wire",'
        ' "url": "https://example.org/1", "published": "2025-06-26", "section": "world"}'
    )
    assert list(read_documents([write(tmp_path / "a.jsonl", line)])) == [
        Document(
            id="a/1",
            text="Ten members.",
            title="SCO",
            publisher="Wire",
            url="https://example.org/1",
            published=dt.date(2025, 6, 26),
        )
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"2025-06-26"', dt.date(2025, 6, 26)),
        ('"2025-06-26T23:30:00-05:00"', dt.date(2025, 6, 26)),
        ('"2025-06-26T08:00:00Z"', dt.date(2025, 6, 26)),
        ('"2025-06-26 08:00"', dt.date(2025, 6, 26)),
        ("null", None),
        ('""', None),
    ],
)
def test_dates(written: str, read: dt.date | None) -> None:
    record = parse_record(f'{{"id": "a", "text": "b", "published": {written}}}')
    assert record.published == read


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "a", "text": "b"', "is not JSON: Expecting ',' delimiter at column 24"),
        ('["a"]', "is not a record: a JSON object is needed, not a list"),
        ("null", "is not a record: a JSON object is needed, not null"),
        ('{"text": "b"}', 'key "id" is missing'),
        ('{"id": "a", "text": null}', 'key "text" is missing'),
        ('{"id": "a", "text": ["b"]}', '"text" must be text, not a list'),
        ('{"id": true, "text": "b"}', '"id" must be text, not true or false'),
        ('{"id": "a", "text": "b", "url": 7}', '"url" must be text, not a number'),
        (
            '{"id": "a", "text": "b", "publised": "2025-06-26"}',
            'unknown key "publised"; did you mean "published"?',
        ),
        ('{"id": "a", "Text": "b"}', 'unknown key "Text"; did you mean "text"?'),
        (
            '{"id": "a", "text": "b", "published": "26 June"}',
            "\"published\" must be a date like 2025-06-26 or null, not '26 June'",
        ),
        (
            '{"id": "a", "text": "b", "published": 2025}',
            '"published" must be a date like 2025-06-26 or null, not 2025',
        ),
        ("[" * 100_000, "is not a record: nested too deeply"),
    ],
)
def test_lines_that_are_no_records(line: str, why: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_record(line)
    assert str(caught.value) == why


def test_a_key_near_one_that_is_there_is_no_misspelling() -> None:
    line = '{"id": 7, "text": "b", "publisher": "Wire", "publisher_id": 3}'
    assert parse_record(line) == Document(id="7", text="b", publisher="Wire")


def test_every_bad_line_is_listed_and_the_good_ones_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        b'\xef\xbb\xbf{"id": "1", "text": "With a byte order mark."}\r',
        "{",
        "",
        b'{"id": "2", "text": "caf\xe9"}',
        '{"id": "1", "text": "Again."}',
        '{"id": "3", "text": "  "}',
        '{"id": "4", "text": "half \\ud800"}',
        '{"id": " ", "text": "x"}',
        '{"id": "5", "text": "Good."}',
    )
    read: list[str] = []
    with pytest.raises(SourcesError) as caught:
        read.extend(document.id for document in read_documents([path]))
    assert read == ["1", "5"]
    assert [(fault.place, fault.why) for fault in caught.value.faults] == [
        (f"{path}:2", "is not JSON: Expecting property name enclosed in double quotes at column 2"),
        (f"{path}:4", "is not UTF-8 (byte 0xe9)"),
        (f"{path}:5", f'id "1" is taken by {path}:1'),
        (f"{path}:6", "has no text"),
        (f"{path}:7", "holds half of a surrogate pair, which is no character"),
        (f"{path}:8", '"id" is empty'),
    ]
    assert all(str(fault) in str(caught.value) for fault in caught.value.faults)


def test_a_long_list_is_cut_in_print_only(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", *["nonsense"] * 25)
    with pytest.raises(SourcesError) as caught:
        list(read_documents([path]))
    assert len(caught.value.faults) == 25
    assert f"{path}:20: " in str(caught.value)
    assert f"{path}:21: " not in str(caught.value)
    assert "25 things are wrong" in str(caught.value)
    assert "... and 5 more" in str(caught.value)


def test_utf16_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = json.dumps({"id": "a", "text": "b"})
    path.write_bytes(f"{record}\n{record}\n".encode("utf-16"))
    with pytest.raises(SourcesError) as caught:
        list(read_documents([path]))
    assert caught.value.faults == ((f"{path}:1", "is UTF-16; save the file as UTF-8"),)


def test_ids_taken_in_another_file_name_both_places(tmp_path: Path) -> None:
    first = write(tmp_path / "a.jsonl", '{"id": "x", "text": "One."}')
    second = write(tmp_path / "b.jsonl", "", '{"id": "x", "text": "Two."}')
    with pytest.raises(SourcesError) as caught:
        list(read_documents([tmp_path]))
    assert caught.value.faults == ((f"{second}:2", f'id "x" is taken by {first}:1'),)
