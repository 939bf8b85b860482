"""A tiny archive: pages of six mills, and a snippet without a title."""

from __future__ import annotations

import datetime as dt

from verify.records import Document

TOWNS = ("Arden", "Lowick", "Thame", "Wexmouth", "Halden", "Corby")
DOCUMENTS = tuple(
    Document(
        id=f"towns:{n}",
        title=f"{town} Mill",
        publisher="towns",
        published=dt.date(2001, 3, 1 + n),
        text=f"{town} Mill (a paper mill) employed {30 + 7 * n} workers in {1950 + n}."
        f" The {town} mill burnt 3{n} mln tons of coal in the following decade.",
    )
    for n, town in enumerate(TOWNS)
)
SNIPPET = Document(id="snippets:1", publisher="snippets", text="A mill in Arden made paper.")
ARCHIVE = (*DOCUMENTS, SNIPPET)
