"""HTML: what a reader of the page sees as its text."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from verify.drafts.builder import Reading, TextBuilder
from verify.drafts.metadata import PageMetadata
from verify.records import BlockKind

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_SKIPPED_NAMES = (
    "script style nav header footer aside form noscript template button select option "
    "textarea svg math iframe object audio video canvas dialog title"
)
_BLOCK_NAMES = (
    "p div section article main header footer nav aside form figure ul ol dl tr "
    "address details summary hr body "
    "html fieldset center hgroup thead tbody tfoot"
)
_VOID = frozenset(_VOID_NAMES.split())
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_DEEPEST = 500
"""Elements nested deeper than this are taken as one, as browsers do."""
_STORY = frozenset({"article", "main"})
_KINDS = {
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
    "li": BlockKind.ITEM,
    "dt": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "table": BlockKind.TABLE,
    "pre": BlockKind.CODE,
}
_BLOCKS = _KINDS.keys() | frozenset(_BLOCK_NAMES.split())
_CLOSED_BY = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
}
"""Elements that may stay open: a start tag ends those of the first set, up to the second."""


def read_html(source: str) -> Reading:
    """The story of a page: its article or main part where there is one, else all of the body.

    Navigation, forms, scripts and what is hidden are left out; white space is drawn together as
    browsers do. Title and date come from the page's metadata.
    """
    page = _Page(source)
    page.read()
    story = _story(page)
    if story is not None:
        inner = _Page(source, within=story)
        inner.read()
        return inner.builder.finish(page.metadata.title, page.metadata.date)
    return page.builder.finish(page.metadata.title, page.metadata.date)


def add_fragment(builder: TextBuilder, source: str, start: int, end: int) -> None:
    """Add the text of the HTML in source[start:end] to a text under way."""
    _Page(source[start:end], builder=builder, base=start).read()


def _story(page: _Page) -> tuple[int, int] | None:
    """The bounds of the story: the article with most of the text in articles, else <main>."""
    articles = [part for part in page.parts if part.tag == "article" and part.size]
    longest = max(articles, key=lambda part: part.size, default=None)
    if longest and 2 * longest.size >= sum(part.size for part in articles):
        return longest.start, longest.end
    mains = [part for part in page.parts if part.tag == "main" and part.size]
    return (mains[0].start, mains[0].end) if mains else None


class _Part:
    """An <article> or <main> that is not inside another of its name."""

    def __init__(self, tag: str, start: int) -> None:
        self.tag, self.start, self.end, self.size = tag, start, start, 0


class _Page(HTMLParser):
    """Walks a page once and puts its visible text into `builder`."""

    def __init__(
        self,
        source: str,
        within: tuple[int, int] | None = None,
        builder: TextBuilder | None = None,
        base: int = 0,
    ) -> None:
        super().__init__(convert_charrefs=False)
        self._source = source
        self._within = within or (0, len(source))
        self._base = base
        self._lines = [0]
        self._open: list[tuple[str, bool]] = []
        self._skipping = 0
        self._inside: list[_Part] = []
        self.builder = builder or TextBuilder(source)
        self.metadata = PageMetadata()
        self.parts: list[_Part] = []

    def read(self) -> None:
        """Walk the whole page."""
        at = self._source.find("\n")
        while at >= 0:
            self._lines.append(at + 1)
            at = self._source.find("\n", at + 1)
        self.feed(self._source)
        self.close()
        for part in self._inside:
            part.end = len(self._source)
        self.builder.end()

    def parse_html_declaration(self, i: int) -> int:
        """Read what starts with `<!`. As in browsers, `<![if IE]>` and the like are comments."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)  # html.parser itself fails on many of them
        return super().parse_html_declaration(i)

    @property
    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    # --- elements ---------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.metadata.start(tag, attributes)
        if tag in _VOID:
            self._void(tag)
            return
        if tag in _BLOCKS:
            self._close_implied({"p"}, {"table", "div", "section", "article", "main", "li"})
        if tag in _CLOSED_BY:
            self._close_implied(*_CLOSED_BY[tag])
        if len(self._open) >= _DEEPEST:
            return
        skipped = self._is_skipped(tag, attributes)
        if tag in _BLOCKS and not self._skipping:
            self.builder.end()
        self._open.append((tag, skipped))
        self._skipping += skipped
        if tag in _STORY and not any(part.tag == tag for part in self._inside):
            part = _Part(tag, self._place)
            self._inside.append(part)
            self.parts.append(part)
        if tag in _BLOCKS and not self._skipping:
            self.builder.begin(self._kind())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML the slash of <div/> means nothing.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.metadata.end(tag)
        if any(name == tag for name, _ in self._open):
            while self._pop() != tag:
                pass

    def _pop(self) -> str:
        tag, skipped = self._open.pop()
        self._skipping -= skipped
        if not self._skipping:
            if tag in ("td", "th"):
                self.builder.space(self._base + self._place, "\t")
            elif tag in _BLOCKS:
                self.builder.begin(self._kind())
        if tag in _STORY and not any(name == tag for name, _ in self._open):
            for part in [part for part in self._inside if part.tag == tag]:
                part.end = self._place
                self._inside.remove(part)
        return tag

    def _close_implied(self, closed: set[str], scope: set[str]) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] in scope:
                return
            if self._open[depth][0] in closed:
                while len(self._open) > depth:
                    self._pop()

    def _void(self, tag: str) -> None:
        if not self._skipping and tag in ("br", "hr"):
            if tag == "hr":
                self.builder.begin(self._kind())
            else:
                self.builder.space(self._base + self._place)

    def _is_skipped(self, tag: str, attributes: dict[str, str]) -> bool:
        if tag in ("header", "hgroup") and self._inside:
            return False  # the headline of an article stands in its header
        style = "".join(attributes.get("style", "").lower().split())
        return tag in _SKIPPED or "hidden" in attributes or "display:none" in style

    def _kind(self) -> BlockKind:
        kinds = (_KINDS[tag] for tag, _ in reversed(self._open) if tag in _KINDS)
        return next(kinds, BlockKind.PARAGRAPH)

    # --- text -------------------------------------------------------------------------------

    def handle_data(self, data: str) -> None:
        self.metadata.data(data)
        start = self._place
        if self._visible(start, len(data)):
            if any(tag == "pre" for tag, _ in self._open):
                lead = 0 if self.builder.inside else len(data) - len(data.lstrip())
                self.builder.copy(self._base + start + lead, self._base + start + len(data))
            else:
                self.builder.collapse(self._base + start, self._base + start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, raw: str) -> None:
        start = self._place
        if self._source.startswith(";", start + len(raw)):
            raw += ";"
        text = html.unescape(raw)
        self.metadata.data(text)
        if self._visible(start, len(text)):
            if text == raw:
                self.builder.copy(self._base + start, self._base + start + len(raw))
            elif text.isspace() and text != "\N{NO-BREAK SPACE}":
                self.builder.space(self._base + start)
            else:
                self.builder.put(text, self._base + start)

    def _visible(self, start: int, length: int) -> bool:
        if self._skipping or not self._within[0] <= start < self._within[1]:
            return False
        for part in self._inside:
            part.size += length
        return True
