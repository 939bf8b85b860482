"""JSONL records: one reference document a line."""

from __future__ import annotations

import codecs
import datetime as dt
import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from verify.corpus.dates import parse_date
from verify.corpus.faults import Fault, Located
from verify.records import Document

REQUIRED = ("id", "text")
KEYS = (*REQUIRED, "title", "publisher", "url", "published")


def read_jsonl(path: Path) -> Iterator[Located | Fault]:
    """Every record of a file, and a Fault for every line that is none. Blank lines are passed."""
    # Bytes are split before they are decoded, so a wrong encoding is named by its line.
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            place = f"{path}:{number}"
            if number == 1 and raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                yield Fault(place, "is UTF-16; save the file as UTF-8")
                return
            try:
                line = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
                if line:
                    yield Located(place, parse_record(line))
            except UnicodeDecodeError as error:
                yield Fault(place, f"is not UTF-8 (byte 0x{raw[error.start]:02x})")
            except ValueError as error:
                yield Fault(place, str(error))


def parse_record(line: str) -> Document:
    """The document in one JSON object.

    Keys we do not know are passed over, for archives carry many; but one that looks like a
    misspelling of a key that is missing would silently lose a date or a title, so it is refused.
    Raises ValueError saying what is wrong.
    """
    fields = _object(line)
    for key in fields.keys() - set(KEYS):
        near = difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=0.8)
        if near and near[0] not in fields:
            raise ValueError(f'unknown key "{key}"; did you mean "{near[0]}"?')
    for key in REQUIRED:
        if fields.get(key) is None:
            raise ValueError(f'key "{key}" is missing')
    return Document(
        id=_text(fields, "id"),
        text=_text(fields, "text"),
        title=_text(fields, "title"),
        publisher=_text(fields, "publisher"),
        url=_text(fields, "url"),
        published=_date(fields.get("published")),
    )


def _object(line: str) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"is not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("is not a record: nested too deeply") from error
    if not isinstance(fields, dict):
        raise ValueError(f"is not a record: a JSON object is needed, not {_kind(fields)}")  # noqa: TRY004
    return fields


def _text(fields: dict[str, Any], key: str) -> str:
    value = fields.get(key)
    if value is None:
        return ""
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # database keys are numbers
    if not isinstance(value, str):
        raise ValueError(f'"{key}" must be text, not {_kind(value)}')  # noqa: TRY004 - a fault
    return value


def _date(value: object) -> dt.date | None:
    if value is None or value == "":
        return None
    try:
        if isinstance(value, str):
            return parse_date(value)
    except ValueError:
        pass
    raise ValueError(f'"published" must be a date like 2025-06-26 or null, not {value!r}')


def _kind(value: object) -> str:
    """A JSON value's type, as people name it."""
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")
