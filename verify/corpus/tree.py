"""HTML as a tree of elements, built as browsers do where tags are left open."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_CLOSED_BY = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th", "caption"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "thead": ({"tr", "caption", "thead", "tbody"}, {"table"}),
    "tbody": ({"tr", "caption", "thead", "tbody"}, {"table"}),
    "tfoot": ({"tr", "caption", "thead", "tbody"}, {"table"}),
}
"""Elements that may stay open: a start tag ends those of the first set, up to the second."""
_ENDS_PARAGRAPH = frozenset(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6"
    " header hr main menu nav ol p pre section table ul".split()
)
_DEEPEST = 500
"""Elements nested deeper than this are taken as one, as browsers do."""


class Element:
    """An element with its attributes and what stands in it."""

    __slots__ = ("attributes", "children", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    def elements(self) -> Iterator[Element]:
        """The elements that stand right in this one."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """The element itself and all in it, in the order of the page."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))

    def texts(self) -> Iterator[str]:
        """All text in it, in the order of the page."""
        waiting: list[Element | str] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                yield node
            else:
                waiting.extend(reversed(node.children))

    def text(self) -> str:
        """Its text with white space drawn together."""
        return " ".join("".join(self.texts()).split())


def parse_tree(source: str) -> Element:
    """The root of the page, whose tag is ""."""
    # After the last ">" no tag ends, and html.parser looks for the end of each anew.
    last = source.rfind(">") + 1
    builder = _Builder()
    builder.feed(source[:last] + source[last:].replace("<", "&lt;"))
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]
        self._counts: dict[str, int] = {}

    def parse_html_declaration(self, i: int) -> int:
        """Read what starts with `<!`. As in browsers, `<![if IE]>` and the like are comments."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)  # html.parser itself fails on many of them
        return super().parse_html_declaration(i)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Pass a comment over. As in browsers, one that is left open goes on to the end."""
        end = self.rawdata.find("-->", i + 2)
        return end + 3 if end >= 0 else len(self.rawdata)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ENDS_PARAGRAPH and self._counts.get("p"):
            self._close({"p"}, {"table", "td", "th", "li", "div", "section", "article", "main"})
        if tag in _CLOSED_BY:
            self._close(*_CLOSED_BY[tag])
        if len(self._open) >= _DEEPEST:
            return
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)
            self._counts[tag] = self._counts.get(tag, 0) + 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML the slash of <div/> means nothing.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._counts.get(tag):
            while self._pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _pop(self) -> str:
        tag = self._open.pop().tag
        self._counts[tag] -= 1
        return tag

    def _close(self, closed: set[str], scope: set[str]) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in scope:
                return
            if self._open[depth].tag in closed:
                while len(self._open) > depth:
                    self._pop()
