"""Folders and the files in them that hold one document each."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verify.corpus import SourcesError, read_documents
from verify.corpus.html import parse_html
from verify.corpus.prose import parse_markdown
from verify.errors import CorpusError
from verify.records import Document, Span

MARKDOWN = """---
title: "Ministers meet"
date: 2025-06-26
publisher: The Daily
url: https://example.org/m
author: nobody
---
# A heading

The **22nd** meeting of [ministers](https://example.org) was
held in Qingdao.

- China hosted it.
- ![a photo](x.png) Ten came.

| member | since |
| --- | --- |
| Iran | 2023 |

```
not prose
```
"""

HTML = """<!doctype html><html><head><title>Ministers
 meet - The Daily</title>
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2025-06-26T09:00:00+0800">
<link rel="canonical" href="https://example.org/m">
<style>p { color: red }</style></head>
<body><header>The Daily: world, sport</header><nav><a href="/">Home</a></nav>
<p>Subscribe now!</p>
<article><header><h1>Ministers meet</h1></header>
<p>The <b>22nd</b> meeting &amp; dinner was
held in Qingdao.<br>China hosted it.</p><script>track("x < y")</script>
<aside>Read also</aside><p>Ten came.</p></article>
<footer>© The Daily</footer></body></html>
"""


def test_markdown() -> None:
    row = "A heading – member: Iran; since: 2023."
    text = (
        "A heading\n\nThe 22nd meeting of ministers was held in Qingdao.\n\n"
        f"China hosted it.\n\nTen came.\n\n{row}"
    )
    assert parse_markdown(MARKDOWN, "a.md") == Document(
        id="a.md",
        text=text,
        rows=(Span(start=len(text) - len(row), end=len(text)),),
        title="Ministers meet",
        publisher="The Daily",
        url="https://example.org/m",
        published=dt.date(2025, 6, 26),
    )


def test_markdown_without_front_matter_takes_its_first_heading_for_title() -> None:
    document = parse_markdown("# Ten *members*\n\nIt has ten.\n\n## More\n\nText.\n", "a.md")
    assert (document.title, document.text) == ("Ten members", "It has ten.\n\nMore\n\nText.")


def test_html() -> None:
    assert parse_html(HTML, "a.html") == Document(
        id="a.html",
        text=(
            "Ministers meet\n\nThe 22nd meeting & dinner was held in Qingdao.\n\n"
            "China hosted it.\n\nTen came."
        ),
        title="Ministers meet - The Daily",
        publisher="The Daily",
        url="https://example.org/m",
        published=dt.date(2025, 6, 26),
    )


def test_html_without_a_main_part_is_read_whole() -> None:
    document = parse_html("<p>One.<p>Two.<li>Three.", "a.html")
    assert document.text == "One.\n\nTwo.\n\nThree."


@example("<p>One.<![x;p>")
@given(
    st.lists(
        st.sampled_from([*'<>!/-[]="&;#a ?', "title", "<!", "<![", "\n", "---"]) | st.text()
    ).map("".join)
)
def test_any_text_is_read_as_html_and_markdown(text: str) -> None:
    assert parse_html(text, "a").id == "a"
    assert parse_markdown(text, "a").id == "a"


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.TXT").write_text("Two.", encoding="utf-8")
    (tmp_path / "b" / "one.html").write_text("<p>One.", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"id": "zero", "text": "0."}', encoding="utf-8")
    (tmp_path / "c.md").write_bytes("Drei.\n".encode("utf-16"))
    for passed in ["README.md", "b/readme.MD", "make.py", ".hidden.txt", "photo.png"]:
        (tmp_path / passed).write_text("not read", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("not read", encoding="utf-8")
    read = [(document.id, document.text) for document in read_documents([tmp_path])]
    assert read == [
        ("zero", "0."),
        ("c.md", "Drei."),
        ("b/one.html", "One."),
        ("b/two.TXT", "Two."),
    ]


def test_links_are_not_followed_out_of_a_folder(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.", encoding="utf-8")
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "own.txt").write_text("Own.", encoding="utf-8")
    (folder / "link.txt").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "round").symlink_to(folder)
    assert [document.id for document in read_documents([folder])] == ["own.txt"]


def test_faults_of_files_are_named_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: x\ndate: June\n---\nText.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"Fine.\nNot \x92fine\x92.\n")
    (tmp_path / "c.txt").write_text(" \n", encoding="utf-8")
    with pytest.raises(SourcesError) as caught:
        list(read_documents([tmp_path, tmp_path / "none", tmp_path / "x.pdf"]))
    assert [
        (fault.place.removeprefix(f"{tmp_path}/"), fault.why) for fault in caught.value.faults
    ] == [
        ("a.md:3", '"date" must be a date like 2025-06-26, not "June"'),
        ("b.txt:2", "is not UTF-8 (byte 0x92); save the file as UTF-8"),
        ("c.txt", "has no text"),
        ("none", "no such file or folder"),
        ("x.pdf", "no such file or folder"),
    ]


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(SourcesError, match=r'cannot read files of kind "\.pdf", only \.htm'):
        list(read_documents([path]))


def test_nothing_to_read_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no reference documents found in") as caught:
        list(read_documents([tmp_path]))
    assert str(tmp_path) in caught.value.problem
    assert ".jsonl" in caught.value.remedy
