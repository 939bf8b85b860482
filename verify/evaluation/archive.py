"""An archive of real text, as stories and pages come: one file a source."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from verify.evaluation.jsonl import MEND, BenchmarkError, read_objects, stem, text
from verify.records import Document

_STAMP = re.compile(r"(\d{1,2})-([A-Z]{3})-(\d{4})\b")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
# Wire copy is set in short lines; an indented one begins a paragraph.
_PARAGRAPH = re.compile(r"\n(?:\s*\n|\s{2,})")


def read_archive(paths: Iterable[Path]) -> tuple[Document, ...]:
    """{"id", "text", "title", "published"} a line; the last two may be left out. BenchmarkError.

    The publisher of each document is the name of its file.
    """
    return tuple(
        Document(
            id=text(fields, "id", place),
            text=_flowing(text(fields, "text", place)),
            title=text(fields, "title", place, ""),
            publisher=stem(path),
            published=_day(text(fields, "published", place, ""), place),
        )
        for path in paths
        for place, fields in read_objects(path)
    )


def _flowing(written: str) -> str:
    paragraphs = _PARAGRAPH.split(written.strip())
    return "\n\n".join(one for p in paragraphs if (one := " ".join(p.split())))


def _day(written: str, place: str) -> dt.date | None:
    """The day of an ISO date, or of a stamp such as 26-FEB-1987 15:01:01.79."""
    if not written:
        return None
    try:
        if stamp := _STAMP.match(written.strip()):
            return dt.date(int(stamp[3]), _MONTHS.index(stamp[2]) + 1, int(stamp[1]))
        return dt.date.fromisoformat(written.strip()[:10])
    except ValueError as error:
        raise BenchmarkError(f'{place}: "published" is no date: {written!r}', MEND) from error
