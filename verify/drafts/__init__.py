"""Bytes of many formats in, one `Draft` out, with positions that lead back to the file."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from verify.drafts.builder import Reading
from verify.drafts.decoding import SIZE_LIMIT, check_size, decode
from verify.drafts.formats import READERS, Format, format_of, format_served
from verify.drafts.lines import line_starts
from verify.errors import DraftError
from verify.records import DateSource, Draft

__all__ = ["Format", "draft_from_bytes", "draft_from_text", "read_draft"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def read_draft(source: str, *, as_of: dt.date | None = None, today: dt.date | None = None) -> Draft:
    """Read a draft from a path, from standard input ("-"), or from an http(s) address.

    The date it speaks from is `as_of`, else the one its metadata state, else `today` (which is
    the day of the call unless given). DraftError says what is wrong with a draft that cannot be
    read, and what to do.
    """
    charset = ""
    if source == "-":
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        form = format_of("", data)
    elif scheme := _SCHEME.match(source):
        if scheme[1].lower() not in ("http", "https"):
            raise DraftError(
                f"{source} has the scheme {scheme[1]}://, which cannot be read.",
                "Give a path, - for standard input, or an http:// or https:// address.",
            )
        from verify.drafts.fetch import fetch  # noqa: PLC0415 (httpx is slow to import)

        page = fetch(source)
        data, charset = page.data, page.charset
        form = format_served(page.content_type, urlsplit(source).path, data, source)
    else:
        data = _read_file(source)
        form = format_of(source, data)
    return draft_from_bytes(data, form, source=source, charset=charset, as_of=as_of, today=today)


def draft_from_bytes(
    data: bytes,
    form: Format,
    *,
    source: str,
    charset: str = "",
    as_of: dt.date | None = None,
    today: dt.date | None = None,
) -> Draft:
    """Make a draft of the bytes of a file; `charset` is what its sender says, "" if nothing."""
    name = "standard input" if source == "-" else source
    text = decode(data, name, charset=charset, is_html=form is Format.HTML)
    reading = READERS[form](text)
    if not reading.text.strip():
        raise DraftError(
            f"{name} holds no text to check.",
            "Only the story is read; menus, forms, scripts and comments are left out.",
        )
    if as_of is not None:
        day, day_source = as_of, DateSource.OPTION
    elif reading.date is not None:
        day, day_source = reading.date, DateSource.METADATA
    else:
        day, day_source = today or dt.date.today(), DateSource.TODAY
    return _draft(reading, text, source, as_of=day, as_of_source=day_source)


def draft_from_text(
    text: str,
    *,
    as_of: dt.date,
    source: str = "<text>",
    title: str = "",
    as_of_source: DateSource = DateSource.OPTION,
) -> Draft:
    """Make a draft of plain text; `title` is its own first heading unless given."""
    reading = READERS[Format.PLAIN](text)
    reading = reading._replace(title=title or reading.title)
    return _draft(reading, text, source, as_of=as_of, as_of_source=as_of_source)


def _draft(
    reading: Reading, decoded: str, source: str, *, as_of: dt.date, as_of_source: DateSource
) -> Draft:
    return Draft(
        text=reading.text,
        source=source,
        as_of=as_of,
        as_of_source=as_of_source,
        title=reading.title,
        blocks=reading.blocks,
        segments=reading.segments,
        line_starts=line_starts(decoded),
    )


def _read_file(name: str) -> bytes:
    path = Path(name)
    try:
        if path.is_dir():
            raise DraftError(
                f"{name} is a folder.", "Give the drafts in it one by one, such as *.md."
            )
        size = path.stat().st_size
        check_size(size, name)
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise DraftError(
            f"There is no file {name}.", "Check the path; - reads standard input."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DraftError(
            f"{name} cannot be read: {reason}.", "Check its permissions and its name."
        ) from error
