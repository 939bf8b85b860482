"""The main text of a web page, with what the page says of itself."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser

from verify.corpus.dates import parse_date
from verify.records import Document

_NOISE = "script style noscript template svg nav aside footer button select textarea iframe"
_BLOCKS = (
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul"
)
NOISE = frozenset(_NOISE.split())
BLOCKS = frozenset(_BLOCKS.split())
MARKED_SECTION = re.compile(r"<!\[[^>]*>?")
"""<![if ...]> and the like: no text, and html.parser gives up at those it does not know."""
MAIN = frozenset({"article", "main"})
DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date")


def parse_html(text: str, identity: str) -> Document:
    """The paragraphs inside <article> or <main> where there is one, else of the whole body,
    without menus, scripts and the like; title, publisher, address and date from the head.
    """
    page = _Page()
    page.feed(MARKED_SECTION.sub("", text))
    page.close()
    page.end_paragraph()
    paragraphs = page.main or page.everything
    return Document(
        id=identity,
        text="\n\n".join(paragraphs),
        title=page.meta.get("og:title") or " ".join("".join(page.title).split()),
        publisher=page.meta.get("og:site_name", ""),
        url=page.url or page.meta.get("og:url", ""),
        published=_published(page.meta),
    )


def _published(meta: dict[str, str]) -> dt.date | None:
    for name in DATES:
        try:
            return parse_date(meta[name])
        except (KeyError, ValueError):
            continue  # pages write dates in many ways, and nobody can mend a page they saved
    return None


class _Page(HTMLParser):
    """Gathers paragraphs as the tags go by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title: list[str] = []
        self.meta: dict[str, str] = {}
        self.url = ""
        self.main: list[str] = []
        self.everything: list[str] = []
        self._words: list[str] = []
        self._open: dict[str, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            self.meta.setdefault(name.lower(), given.get("content", "").strip())
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.url = self.url or given.get("href", "")
        if tag in BLOCKS:
            self.end_paragraph()
        if tag in NOISE or tag in MAIN or tag in {"title", "head", "header"}:
            self._open[tag] = self._open.get(tag, 0) + 1

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_paragraph()
        if self._open.get(tag):
            self._open[tag] -= 1

    def handle_data(self, data: str) -> None:
        if self._inside(NOISE):
            return
        if self._open.get("title"):
            self.title.append(data)
        elif not self._open.get("head") and (not self._open.get("header") or self._inside(MAIN)):
            # The header of a page is its menu; the header of an article is its headline.
            self._words.append(data)

    def end_paragraph(self) -> None:
        """Close the paragraph that is open, if any."""
        paragraph = " ".join("".join(self._words).split())
        self._words.clear()
        if paragraph:
            self.everything.append(paragraph)
            if self._inside(MAIN):
                self.main.append(paragraph)

    def _inside(self, tags: frozenset[str]) -> bool:
        return any(self._open.get(tag) for tag in tags)
