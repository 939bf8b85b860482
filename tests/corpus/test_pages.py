"""Web pages of many builds: what is their text, and what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.hostile import quick
from verify.corpus.html import parse_html

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


@pytest.mark.parametrize("name", NAMES)
def test_the_main_text_is_read_and_nothing_else(name: str) -> None:
    page = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    expected = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    assert parse_html(page, name).text == expected.rstrip("\n")


def test_there_are_pages() -> None:
    assert len(NAMES) >= 12


def test_rows_are_where_they_stand() -> None:
    document = parse_html((PAGES / "infobox.html").read_text(encoding="utf-8"), "a")
    assert [row.of(document.text) for row in document.rows] == [
        "Norland – Capital: Eastport.",
        "Norland – Population: 4.1 million (2024).",
        "Elections – Party: Greens; Seats 2020: 12; Seats 2024: 19.",
        "Elections – Party: Liberals; Seats 2020: 21; Seats 2024: 21.",
    ]


HOSTILE = {
    "open": "<div>",
    "text": "<div>word ",
    "articles": "<article>word ",
    "tables": "<table><tr><td>x<td>y",
    "spans": "<table><tr><td rowspan=999 colspan=999>x<td>y</tr>",
    "rows": "<tr><td rowspan=9999>x<td>y",
    "paragraphs": "<p>a",
    "items": "<li><ul>",
    "ends": "</div></p>",
    "marked": "<![",
    "comments": "<!--",
    "attributes": "<a class='share share share' id=nav>",
    "entities": "&amp",
    "inline": "<b><i>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_takes_long(name: str) -> None:
    piece = HOSTILE[name]
    assert quick(lambda page: parse_html(page, "a"), piece * (60_000 // len(piece)))
