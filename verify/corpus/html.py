"""The main text of a web page, and what the page says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from verify.corpus.dates import parse_date
from verify.corpus.noise import asks_of_reader, is_noise, leads_elsewhere
from verify.corpus.tables import Cell, read_rows
from verify.corpus.text import Paragraph, assemble
from verify.corpus.tree import Element, parse_tree
from verify.records import Document

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre"
    " section summary table tbody td tfoot th thead tr ul".split()
)
_BOXES = frozenset({"div", "section", "td", "center", "body", "html", "span", "tr", "tbody"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STORY = frozenset({"article", "main"})
_CONTROLS = frozenset({"button", "input", "form", "select"})
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dcterms.date")
_LONG = 8
"""Words from which on a paragraph is prose. Menus and labels are shorter."""
_CELL = 60
"""Words from which on a cell is a column of a page and its table no table."""


def parse_html(text: str, identity: str) -> Document:
    """The story of the page, without what surrounds it: its <article> or <main> where there is
    one, else the innermost part that holds nearly all of its prose. Tables become rows with their
    headings. Title, publisher, address and date come from the head.
    """
    root = parse_tree(text)
    meta, title, url = _head(root)
    story = _story(root)
    paragraphs = list(_paragraphs(story)) or list(_paragraphs(root))
    written, rows = assemble(paragraphs)
    return Document(
        id=identity,
        text=written,
        rows=rows,
        title=meta.get("og:title") or title,
        publisher=meta.get("og:site_name", ""),
        url=url or meta.get("og:url", ""),
        published=_published(meta),
    )


def _head(root: Element) -> tuple[dict[str, str], str, str]:
    """What <meta> tells, the title and the canonical address."""
    meta: dict[str, str] = {}
    title = url = ""
    for element in root.walk():
        given = element.attributes
        if element.tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or ""
            meta.setdefault(name.lower(), given.get("content", "").strip())
        elif element.tag == "link" and "canonical" in given.get("rel", "").lower().split():
            url = url or given.get("href", "")
        elif element.tag == "title":
            title = title or element.text()
    return meta, title, url


def _published(meta: dict[str, str]) -> dt.date | None:
    for name in _DATES:
        try:
            return parse_date(meta[name])
        except (KeyError, ValueError):
            continue  # pages write dates in many ways, and nobody can mend a page they saved
    return None


# --- which part of the page ---------------------------------------------------------------------


def _story(root: Element) -> Element:
    """The article with most of the prose in articles, else <main>, else the innermost box."""
    prose = _prose(root)
    named = [element for element in root.walk() if prose.get(id(element))]
    articles = _outermost([e for e in named if e.tag == "article"])
    longest = max(articles, key=lambda e: prose[id(e)], default=None)
    if longest is not None and 2 * prose[id(longest)] >= sum(prose[id(e)] for e in articles):
        return longest
    mains = [e for e in named if e.tag == "main" or e.attributes.get("role") == "main"]
    return mains[0] if mains else _innermost(root, prose)


def _outermost(elements: list[Element]) -> list[Element]:
    inner = {id(e) for element in elements for e in element.walk() if e is not element}
    return [element for element in elements if id(element) not in inner]


def _innermost(root: Element, prose: dict[int, int]) -> Element:
    """The deepest box that holds nine tenths of the prose."""
    here, whole = root, prose.get(id(root), 0)
    while whole:
        best = max(here.elements(), key=lambda e: prose.get(id(e), 0), default=None)
        if best is None or best.tag not in _BOXES or 10 * prose.get(id(best), 0) < 9 * whole:
            break
        here = best
    return here


def _prose(root: Element) -> dict[int, int]:
    """For each element that is not noise, its words in paragraphs that are prose and no links."""
    prose: dict[int, int] = {}
    order: list[tuple[Element, Element | None]] = []
    waiting: list[tuple[Element, Element | None, bool]] = [(root, None, False)]
    while waiting:
        element, parent, in_story = waiting.pop()
        if is_noise(element, in_story=in_story):
            continue
        order.append((element, parent))
        inside = in_story or element.tag in _STORY
        waiting.extend((child, element, inside) for child in element.elements())
    for element, parent in reversed(order):
        if element.tag in _BLOCKS or not element.tag:
            words = sum(len(c.split()) for c in _inline(element))
            if words >= _LONG:
                prose[id(element)] = prose.get(id(element), 0) + words
        if parent is not None:
            prose[id(parent)] = prose.get(id(parent), 0) + prose.get(id(element), 0)
    return prose


def _inline(element: Element) -> Iterator[str]:
    """The text right in a block, links and blocks in it left out."""
    waiting: list[Element | str] = list(reversed(element.children))
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif node.tag not in _BLOCKS and node.tag != "a" and not is_noise(node, in_story=True):
            waiting.extend(reversed(node.children))


# --- its paragraphs -----------------------------------------------------------------------------


class _Open(NamedTuple):
    """An element on the way down, with what it stands in."""

    node: Element | str
    link: bool = False
    item: bool = False
    heading: bool = False
    story: bool = False
    closing: bool = False


class _Writer:
    """Puts words together to paragraphs, and drops those that only lead elsewhere."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.under = ""
        self._words: list[str] = []
        self._linked = 0

    def add(self, text: str, *, link: bool) -> None:
        self._words.append(text)
        self._linked += len(text.split()) if link else 0

    def end(self, now: _Open) -> None:
        text = " ".join("".join(self._words).split())
        linked, self._linked = self._linked, 0
        self._words.clear()
        if now.heading and text:
            self.under = text
        if text and (
            now.heading or not leads_elsewhere(text, linked, item=now.item, in_story=now.story)
        ):
            self.paragraphs.append(Paragraph(text))


def _paragraphs(story: Element) -> Iterator[Paragraph]:
    """The paragraphs and rows of a part of the page, in order."""
    writer = _Writer()
    waiting = [_Open(story, story=story.tag in _STORY)]
    while waiting:
        now = waiting.pop()
        node = now.node
        if isinstance(node, str):
            writer.add(node, link=now.link)
            continue
        if now.closing:
            writer.end(now)
            continue
        if node is not story and is_noise(node, in_story=now.story):
            continue
        if node is not story and _asks(node):
            continue
        if node.tag in _BLOCKS:
            writer.end(now)
        if node.tag == "table" and (rows := _table(node)) is not None:
            caption = next((e.text() for e in node.elements() if e.tag == "caption"), "")
            lines = read_rows(rows, caption or writer.under)
            writer.paragraphs += [Paragraph(line, row=True) for line in lines]
            continue
        inside = _Open(
            node,
            link=now.link or node.tag == "a",
            item=now.item or node.tag == "li",
            heading=now.heading or node.tag in _HEADINGS,
            story=now.story or node.tag in _STORY,
        )
        if node.tag in _BLOCKS:
            waiting.append(inside._replace(closing=True))
        waiting.extend(inside._replace(node=child) for child in reversed(node.children))
    writer.end(_Open(story))
    yield from writer.paragraphs


def _asks(element: Element) -> bool:
    if element.tag not in _BOXES and element.tag != "p":
        return False
    words = 0
    for text in element.texts():
        words += len(text.split())
        if words > 80:
            return False  # a box that asks is small, so big ones are not read to their end
    controls = any(e.tag in _CONTROLS for e in element.walk())
    return asks_of_reader(element.text(), has_control=controls)


def _table(table: Element) -> list[list[Cell]] | None:
    """The cells of a table, or None if it only puts parts of the page side by side."""
    if table.attributes.get("role") in {"presentation", "none"}:
        return None
    rows: list[list[Cell]] = []
    for element in table.walk():
        if element.tag in _HEADINGS or (element is not table and element.tag == "table"):
            return None
        if element.tag == "tr":
            cells = [_cell(e) for e in element.elements() if e.tag in {"td", "th"}]
            rows.append(cells)
            if any(len(cell.text.split()) >= _CELL for cell in cells):
                return None
    several = any(len(row) > 1 for row in rows)
    return rows if several else None


def _cell(element: Element) -> Cell:
    parts: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node is element or not is_noise(node, in_story=True):
            space = " " if node.tag in _BLOCKS else ""
            waiting.extend((space, *reversed(node.children), space))
    return Cell(
        " ".join("".join(parts).split()),
        element.tag == "th",
        _number(element.attributes.get("colspan", "")),
        _number(element.attributes.get("rowspan", "")),
    )


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 5 else 1
