"""Files, standard input and addresses; encodings, dates, and what cannot be read."""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import respx

from verify.drafts import draft_from_text, read_draft
from verify.errors import DraftError
from verify.records import BlockKind, DateSource, Draft

TODAY = dt.date(2025, 7, 1)
URL = "https://news.example/story"
Write = Callable[[str, str | bytes], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return put


def read(source: str, **options: dt.date) -> Draft:
    return read_draft(source, today=TODAY, **options)


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# --- formats ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.txt", "Two *stars* [x](y) & <b>.\n", "Two *stars* [x](y) & <b>.\n"),
        ("a.md", "Two *stars* [x](y) &amp;.\n", "Two stars x &."),
        ("a.MARKDOWN", "*a*", "a"),
        ("a.html", "Two <b>stars</b> &amp;.\n", "Two stars &."),
        ("a.htm", "<p>a</p>b", "a\n\nb"),
        ("draft", "<!-- x --><!DOCTYPE html><p>a</p>", "a"),
        ("draft", "# Heading\n\n*a*", "Heading\n\na"),
        ("draft", "See [here](http://a.b).", "See here."),
        ("draft", "Just * text #1 [sic].", "Just * text #1 [sic]."),
    ],
)
def test_the_name_or_else_the_look_says_the_format(
    write: Write, name: str, content: str, text: str
) -> None:
    source = write(name, content)
    draft = read(source)
    assert draft.text == text
    assert draft.source == source


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"<html><p>a&amp;b", "a&b"), (b"---\ntitle: x\n---\n*a*", "a"), (b"a *b*\nc", "a *b*\nc")],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, text: str) -> None:
    pipe(monkeypatch, data)
    draft = read("-")
    assert (draft.text, draft.source) == (text, "-")


# --- title and date ---------------------------------------------------------------------------

FRONT = (
    "---\ntitle: 'Front: matter'\ntags:\n  - a\nDate: 2025-06-26T09:00:00Z # local\n---\n\nText.\n"
)


def test_as_of_prefers_the_option_then_metadata_then_today(write: Write) -> None:
    dated, undated = write("a.md", FRONT), write("b.md", "Text.")
    day = dt.date(2024, 2, 29)
    assert (read(dated, as_of=day).as_of, read(dated, as_of=day).as_of_source) == (
        day,
        DateSource.OPTION,
    )
    assert (read(dated).as_of, read(dated).as_of_source) == (
        dt.date(2025, 6, 26),
        DateSource.METADATA,
    )
    assert (read(undated).as_of, read(undated).as_of_source) == (TODAY, DateSource.TODAY)


def test_front_matter_is_read_and_left_out(write: Write) -> None:
    draft = read(write("a.md", FRONT))
    assert (draft.text, draft.title) == ("Text.", "Front: matter")
    assert draft.position(0).line == 8
    bare = read(write("c.md", "---\r\n---\r\n*a*"))
    assert (bare.text, bare.position(0).line) == ("a", 3)
    toml = read(write("b.md", '+++\ntitle = "T"\ndate = 2025-06-26\n+++\n# H\n'))
    assert (toml.text, toml.title, toml.as_of) == ("H", "T", dt.date(2025, 6, 26))


@pytest.mark.parametrize(
    "source", ["---\n\nOne.\n\n---\n\nTwo.", "---\nSome prose.\n---\n", "---\nkey: never closed\n"]
)
def test_rules_are_no_front_matter(write: Write, source: str) -> None:
    assert read(write("a.md", source)).text.split()[0] in ("One.", "Some", "key:")


def test_the_first_heading_is_the_title(write: Write) -> None:
    assert read(write("a.md", "# The *big* day\n\nText.")).title == "The big day"
    assert read(write("a.txt", "The big day\n\nText.")).title == "The big day"


JSON = '<script type="application/ld+json">'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2025-06-26T23:30:00-05:00">', 26),
        ('<meta name=date content="June 25, 2025"><meta name="pubdate" content="24 Jun 2025">', 24),
        ('<meta itemprop=datePublished content=20250623>', 23),
        (f'{JSON}{{"@graph": [{{"datePublished": "2025-06-22"}}]}}</script>', 22),
        (f'{JSON}{{broken</script><time datetime="2025-06-21">x</time>', 21),
        ('<time datetime=2025-06-20></time><time itemprop=datePublished datetime=2025-06-19>', 19),
        ('<meta name="date" content="Wed, 18 Jun 2025 10:00:00 GMT">', 18),
        ('<meta name="date" content="03/04/2025">', None),
        ('<meta name="date" content="2025-02-30">', None),
        ("<meta name=date><meta>", None),
    ],
)  # fmt: skip
def test_dates_of_pages(write: Write, head: str, day: int | None) -> None:
    draft = read(write("a.html", f"<html><head>{head}</head><body><p>Text."))
    if day is None:
        assert draft.as_of_source is DateSource.TODAY
    else:
        assert (draft.as_of, draft.as_of_source) == (dt.date(2025, 6, day), DateSource.METADATA)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A &amp; B\n - Site</title>", "A & B - Site"),
        ('<title>T</title><meta property="og:title" content="Shared">', "Shared"),
        ("<h1>Only <b>here</b></h1>", "Only here"),
        ("<svg><title></title></svg>", ""),
    ],
)
def test_titles_of_pages(write: Write, head: str, title: str) -> None:
    assert read(write("a.html", f"{head}<p>Text.")).title == title


def test_draft_from_text() -> None:
    draft = draft_from_text("One.\nTwo.", as_of=TODAY, title="T")
    assert (draft.text, draft.title, draft.source) == ("One.\nTwo.", "T", "<text>")
    assert [b.kind for b in draft.blocks] == [BlockKind.PARAGRAPH] * 2
    assert (draft.position(6).line, draft.position(6).column) == (2, 2)
    assert draft_from_text("", as_of=TODAY).blocks == ()


# --- encodings --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "Élan “x”".encode()),
        ("a.txt", "Élan “x”".encode("utf-8-sig")),
        ("a.txt", "Élan “x”".encode("utf-16")),
        ("a.txt", b"\xfe\xff" + "Élan “x”".encode("utf-16-be")),
        ("a.html", b"<meta charset=windows-1252><p>" + "Élan “x”".encode("cp1252")),
        ("a.html", b"<meta charset=iso-8859-1><p>" + "Élan “x”".encode("cp1252")),
        ("a.html", b"<meta charset=utf-16><p>" + "Élan “x”".encode()),
    ],
)
def test_encodings(write: Write, name: str, data: bytes) -> None:
    draft = read(write(name, data))
    assert draft.text == "Élan “x”"
    assert draft.position(0).line == 1
    assert name == "a.html" or draft.position(0).column == 1


# --- what cannot be read ----------------------------------------------------------------------


def word_file() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:p/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "problem", "remedy"),
    [
        ("a.txt", b"", "is empty", "has text"),
        ("a.txt", b" \n\t\r\n", "is empty", "has text"),
        ("a.txt", "\N{NO-BREAK SPACE}\n".encode(), "white space", "has text"),
        ("a.md", b"---\ntitle: x\n---\n", "no text to check", "story"),
        ("a.html", b"<nav>menu</nav><script>x</script>", "no text to check", "story"),
        ("a.txt", b"abc\0def", "NUL character at offset 3", "UTF-8"),
        ("a.txt", "abc".encode("utf-16-le"), "NUL character at offset 1", "UTF-8"),
        ("a.txt", b"%PDF-1.7 ...", "a PDF file", "plain text"),
        ("a.md", word_file(), "a Word file (.docx)", "plain text"),
        ("a.txt", b"PK\x03\x04....", "a ZIP archive", "plain text"),
        ("a.txt", b"{\\rtf1 x}", "an RTF file", "plain text"),
        ("a.txt", b"caf\xe9 x", "not valid UTF-8: byte 0xe9 at offset 3", "iconv"),
        ("a.txt", b"\xef\xbb\xbfcaf\xe9 x", "byte 0xe9 at offset 6", "iconv"),
        ("a.html", b"<meta charset=x-none><p>a", "'x-none', which is not known", "UTF-8"),
        ("a.html", b"<meta charset=base64><p>a", "'base64', which is not known", "UTF-8"),
        ("a.txt", b"a" * 40_000_000, "has 40.0 MB; a draft may have 20 MB", "Split"),
        ("a.txt", b"a" * 20_000_001, "more than 20 MB", "Split"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_bad_files(write: Write, name: str, data: bytes, problem: str, remedy: str) -> None:
    source = write(name, data)
    with pytest.raises(DraftError) as caught:
        read(source)
    assert problem in caught.value.problem
    assert source in caught.value.problem
    assert remedy in caught.value.remedy


def test_a_draft_of_just_the_limit_is_read(write: Write) -> None:
    line = b"The minister said so on Monday in Paris.\n" * 40
    data = (line * (5_000_000 // len(line) + 1))[:5_000_000]
    assert len(read(write("a.txt", data)).text) == 5_000_000


def test_no_file_a_folder_and_odd_names(tmp_path: Path) -> None:
    for source, problem in (
        (str(tmp_path / "none.md"), "no file"),
        (str(tmp_path), "is a folder"),
        ("a\0b", "cannot be read"),
        ("x" * 5000, "cannot be read"),
        ("ftp://host/a.txt", "scheme ftp://"),
        ("file:///a.txt", "scheme file://"),
    ):
        with pytest.raises(DraftError, match=problem) as caught:
            read(source)
        assert caught.value.remedy


@pytest.fixture
def nobody() -> Iterator[None]:
    """The test runs as a user without rights: root may read all."""
    own = os.geteuid()
    if own == 0:
        os.seteuid(65534)
    yield
    os.seteuid(own)


def test_a_file_that_may_not_be_read(write: Write, request: pytest.FixtureRequest) -> None:
    source = write("a.txt", "Text.")
    Path(source).chmod(0)
    request.getfixturevalue("nobody")
    with pytest.raises(DraftError, match="cannot be read: Permission denied"):
        read(source)


@pytest.mark.parametrize(
    ("data", "problem"), [(b"", "standard input is empty"), (b"a" * 21_000_000, "more than 20 MB")]
)
def test_bad_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, problem: str) -> None:
    pipe(monkeypatch, data)
    with pytest.raises(DraftError, match=problem):
        read("-")


# --- addresses --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content_type", "path", "data", "text"),
    [
        ("text/html; charset=windows-1252", "", "<p>“a”".encode("cp1252"), "“a”"),
        ("text/html", "", b"<p>a &amp; b", "a & b"),
        ("application/xhtml+xml", "", b"<p>a</p>", "a"),
        ("text/plain", "/raw/a.md", b"*a*", "a"),
        ("text/plain", "/raw/a.txt?b.md", b"*a*", "*a*"),
        ("text/markdown", "", b"*a*", "a"),
        ("", "", b"<html><p>a", "a"),
    ],
)
def test_addresses(content_type: str, path: str, data: bytes, text: str) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    with respx.mock:
        respx.get(URL + path).respond(200, headers=headers, content=data)
        draft = read(URL + path)
    assert (draft.text, draft.source) == (text, URL + path)


def test_redirects_are_followed() -> None:
    with respx.mock:
        respx.get("http://news.example/old").respond(301, headers={"Location": URL})
        respx.get(URL).respond(200, html="<p>a")
        assert read("HTTP://news.example/old").text == "a"


@pytest.mark.parametrize(
    ("answer", "problem", "remedy"),
    [
        (httpx.Response(404), "answered 404 Not Found", "address"),
        (httpx.Response(503), "answered 503", "save the page"),
        (httpx.Response(200, headers={"Content-Type": "image/png"}), "is image/png", "HTML"),
        (httpx.Response(200, html=""), "is empty", "text"),
        (httpx.Response(200, headers={"Content-Length": "90000000"}), "90.0 MB", "Split"),
        (httpx.Response(200, text="a" * 60_000_000), "60.0 MB", "Split"),
        (httpx.Response(302, headers={"Location": URL}), "cannot be read", "network"),
        (httpx.ConnectError("Name or service not known"), "Name or service", "network"),
        (httpx.ReadTimeout("slow"), "within 20 seconds", "later"),
    ],
)  # fmt: skip
def test_bad_addresses(answer: httpx.Response | Exception, problem: str, remedy: str) -> None:
    with respx.mock:
        respx.get(URL).mock(side_effect=[answer] * 7)
        with pytest.raises(DraftError) as caught:
            read(URL)
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("url", ["http://", "https://[::1", "http://host:x/"])
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(DraftError, match="cannot be read"):
        read(url)


def test_a_page_that_grows_over_the_limit_is_left() -> None:
    def flood() -> Iterator[bytes]:
        for _ in range(10_000):
            yield b"a" * 100_000
        raise AssertionError("read to the end")

    with respx.mock:
        respx.get(URL).mock(return_value=httpx.Response(200, content=flood()))
        with pytest.raises(DraftError, match="a draft may have 20 MB"):
            read(URL)
