"""Every piece of a draft's text leads back to where it was written."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verify.drafts import Format, draft_from_bytes
from verify.drafts.formats import READERS
from verify.records import BlockKind, Draft

MARKDOWN = """\
---
title: A day in Qingdao   # working title
date: 2025-06-26
---
# The *big* meeting

Iran\N{SOFT HYPHEN}ian **ministers** met [in Qingdao](https://example.org/Qingdao "met")today \
&amp; left\\*; `code` here
goes on <b>boldly</b>, e\u0301lan 👩‍💻 done  [[x](u).
![A family *photo*](photo.png "t") hard\\
break

> Quoted words
> > deeper ~~ down

1. Item **one**
   continues
2. Item two

| State | Count |
|---|---|
| a\\|b | 10 |
|  | `x` million |

```py
code one

  code two
```

    indented

<div>Some <i>html</i> block &eacute;t&#233;</div>

[ref]: https://example.org/nowhere

Under *lined*
===

***both*** and _it_al ** not ** a_b_c <https://example.org/a> end
"""

HTML = """\
<!DOCTYPE html>
<html><head><title>T &amp; x</title>
<meta property="article:published_time" content="2025-06-26T10:00Z">
<script>var x = "<p>script";</script><style>p { color: red }</style>
<body><nav>menu</nav><header>site</header><p>Outside</p>
<article><header><h1>Head\N{SOFT HYPHEN}line   here</h1></header>
<p>First   para&nbsp;one
two <b>bold</b>, AT&T &amp; Co.<br>next &eacute;e\u0301 👩‍💻 &#x2019;s <!-- comment -->
after &bogus; <span>ms</span>
<p>Second<ul><li>One<li>Two <p>x</ul><blockquote><p>Quote</blockquote>
<table><tr><td>A <td> B <tr><th>C</th><th>D</th></tr></table>
<figure><img alt=x><figcaption>Cap</figcaption></figure><pre>
a
  b</pre><p hidden>no</p><div style="display: none">no</div><form>no</form><aside>no</aside>
</article><footer>f</footer>
"""

PLAIN = """\
A heading

The e\u0301lan of 👩‍💻 and Mini\N{SOFT HYPHEN}sters; “quoted”.
Second paragraph here.

- an item
"""

SOURCES = {Format.MARKDOWN: MARKDOWN, Format.HTML: HTML, Format.PLAIN: PLAIN}
NEWLINES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


def read(source: str, form: Format) -> Draft:
    return draft_from_bytes(source.encode(), form, source="draft", today=dt.date(2025, 7, 1))


def assert_segments_lead_back(draft: Draft, source: str) -> None:
    end = 0
    for segment in draft.segments:
        stop = segment.start + segment.length
        there = source[segment.source : segment.source + segment.length]
        assert draft.text[segment.start : stop] == there
        assert segment.start >= end
        assert 0 <= segment.source <= len(source)
        end = stop
    for block in draft.blocks:
        assert block.span.start < block.span.end <= len(draft.text)
    for one, two in zip(draft.blocks, draft.blocks[1:], strict=False):
        assert one.span.end <= two.span.start


@pytest.mark.parametrize("newline", NEWLINES.values(), ids=NEWLINES)
@pytest.mark.parametrize("form", SOURCES)
def test_words_stand_where_their_position_says(form: Format, newline: str) -> None:
    source = SOURCES[form].replace("\n", newline)
    draft = read(source, form)
    assert_segments_lead_back(draft, source)
    lines = re.split(r"\r\n|\r|\n", source)
    assert len(draft.text.split()) > 10
    for offset, character in enumerate(draft.text):
        if character.isascii() and character.isalnum():
            at = draft.position(offset)
            assert lines[at.line - 1][at.column - 1] == character, (offset, at)


@pytest.mark.parametrize("form", SOURCES)
def test_the_text_is_the_same_whatever_ends_the_lines(form: Format) -> None:
    def said(newline: str) -> list[tuple[BlockKind, list[str]]]:
        draft = read(SOURCES[form].replace("\n", newline), form)
        return [(b.kind, b.span.of(draft.text).split()) for b in draft.blocks]

    assert said("\n") == said("\r\n") == said("\r")


def kinds(source: str, form: Format) -> list[tuple[str, str]]:
    draft = read(source, form)
    return [(b.kind.value, b.span.of(draft.text)) for b in draft.blocks]


def test_markdown_text() -> None:
    assert kinds(MARKDOWN, Format.MARKDOWN) == [
        ("heading", "The big meeting"),
        (
            "paragraph",
            "Iran\N{SOFT HYPHEN}ian ministers met in Qingdaotoday & left*; code here goes on "
            "boldly, e\u0301lan 👩‍💻 done [x. hard\nbreak",
        ),
        ("caption", "A family photo"),
        ("quote", "Quoted words"),
        ("quote", "deeper ~~ down"),
        ("item", "Item one continues"),
        ("item", "Item two"),
        ("table", "State\tCount"),
        ("table", "a|b\t10"),
        ("table", "x million"),
        ("code", "code one\ncode two"),
        ("code", "indented"),
        ("paragraph", "Some html block été"),
        ("heading", "Under lined"),
        ("paragraph", "both and _it_al ** not ** a_b_c https://example.org/a end"),
    ]


def test_html_text() -> None:
    assert kinds(HTML, Format.HTML) == [
        ("heading", "Head\N{SOFT HYPHEN}line here"),
        (
            "paragraph",
            "First para\N{NO-BREAK SPACE}one two bold, AT&T & Co. next ée\u0301 👩‍💻 ’s after "
            "&bogus; ms",
        ),
        ("paragraph", "Second"),
        ("item", "One"),
        ("item", "Two"),
        ("item", "x"),
        ("quote", "Quote"),
        ("table", "A\tB"),
        ("table", "C\tD"),
        ("caption", "Cap"),
        ("code", "a\n  b"),
    ]


def test_plain_text_is_the_source_itself() -> None:
    draft = read(PLAIN, Format.PLAIN)
    assert draft.text == PLAIN
    assert [b.kind.value for b in draft.blocks] == ["heading", "paragraph", "paragraph", "item"]
    assert draft.title == "A heading"


def test_a_line_on_its_own_is_no_heading() -> None:
    assert kinds("France has 68 million people", Format.PLAIN) == [
        ("paragraph", "France has 68 million people")
    ]


def test_an_entity_leads_to_its_ampersand() -> None:
    draft = read("<p>Marks &amp; Spencer caf&eacute;s</p>", Format.HTML)
    assert draft.text == "Marks & Spencer cafés"
    for offset, column in ((6, 10), (8, 16), (19, 27), (20, 35)):
        assert draft.position(offset).column == column


# --- which part of a page -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<p>a b c", ["a b c"]),
        ("<p>out</p><main><p>in</p></main>", ["in"]),
        ("<main>lead<article>the long story</article><article>ad</article></main>",
         ["the long story"]),
        ("<main><p>all</p><article>one</article><article>two</article><article>six</article></main>",
         ["all", "one", "two", "six"]),
        ("<article>one<article>reply</article>end</article>", ["one", "reply", "end"]),
        ("<p>a</p><article><!-- empty --></article>", ["a"]),
        ("<head><title>t</title><p>no end of head", ["no end of head"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>a <nav>x</nav> b", ["a", "b"]),
        ("<p>1 < 2 & 3 > 2", ["1 < 2 & 3 > 2"]),
        ("<p>a</p></p></div>b", ["a", "b"]),
        ("<p>a\N{NO-BREAK SPACE}</p><pre>\n\n</pre>", ["a\N{NO-BREAK SPACE}"]),
    ],
)  # fmt: skip
def test_the_story_of_a_page(page: str, wanted: list[str]) -> None:
    assert [text for _, text in kinds(page, Format.HTML)] == wanted


def test_deep_nesting_is_no_trouble() -> None:
    page = "<div>" * 20_000 + "deep" + "</b></div>" * 20_000 + "<p>after"
    assert [text for _, text in kinds(page, Format.HTML)] == ["deep", "after"]


# --- any text ----------------------------------------------------------------------------------

NAMES = "p div b li ul td tr table pre script title article main nav h1 blockquote br"
TAGS = NAMES.split()
PIECES = st.sampled_from(
    [
        *[f"<{tag}>" for tag in TAGS],
        *[f"</{tag}>" for tag in TAGS],
        *["&amp;", "&nbsp;", "&#233;", "&#xD800;", "&notit;", "&", "<", "<!--", "-->", "<![CDATA["],
        *[
            "# ",
            "> ",
            "- ",
            "1. ",
            "    ",
            "\t",
            "```\n",
            "|",
            "|---|\n",
            "\\",
            "*",
            "**",
            "_",
            "`",
        ],
        *["[", "](u)", "![", "<http://a.b>", "  \n", "\n", "\n\n", "\r\n", "\r", "---\n", "a: b\n"],
        *["e\u0301", "👩‍💻", "\u00a0", "\u00ad", "\u2028", "“word”", "word", " ", "===\n", "\\|"],
    ]
)
ANY = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])), st.lists(PIECES, max_size=25).map("".join)
)


@pytest.mark.parametrize("form", list(Format))
@example(source="<![0")
@example(source="<p>One <![if x]>two<![endif]>")
@given(source=ANY)
def test_segments_lead_back_for_any_text(form: Format, source: str) -> None:
    reading = READERS[form](source)
    draft = Draft(
        text=reading.text,
        source="any",
        as_of=dt.date(2025, 1, 1),
        as_of_source="today",
        blocks=reading.blocks,
        segments=reading.segments,
    )
    assert_segments_lead_back(draft, source)
    covered = sum(len(b.span.of(draft.text).split()) for b in draft.blocks)
    assert covered == len(draft.text.split())
