"""What on a web page is not its text: menus, cookie banners, share buttons, links elsewhere.

Told by tag, role, the words of class, id and label, and by how much of a text is links. Words are
those that authors of pages use in any field; a class counts only if all its words are of that
kind, so `share-bar` goes and `share-price` stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verify.corpus.tree import Element

_TAGS = frozenset(
    "script style noscript template svg math nav aside footer button select option textarea iframe"
    " object audio video canvas dialog form menu input label head".split()
)
_ROLES = frozenset(
    "navigation complementary contentinfo search dialog alertdialog menu menubar toolbar tablist"
    " banner form status alert tooltip feed directory".split()
)
_MARKING = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs cookie cookies consent gdpr"
    " ccpa privacy share sharing sharebar social follow related recommended recommendation"
    " recommendations newsletter subscribe subscription signup promo promotion advert advertisement"
    " ads sponsored sidebar comments disqus footer popup modal overlay paywall pagination pager"
    " trending popular teaser teasers outbrain taboola skip masthead toolbar readmore".split()
)
_NEUTRAL = frozenset(
    "a all and app area article articles aside author bar banner block body bottom box btn button"
    " buttons by card cards center col column component container content copy count cta cards"
    " default desktop email element for form global grid group header heading hide icon icons in"
    " inline inner inside item items js large layout left link links list listing lower main media"
    " message mobile module more most news new next nav no notice of on options our out outer page"
    " pages panel placeholder post posts primary promo read region right row secondary"
    " section sections see side site small stories story sticky strip tags text the this title to"
    " tool tools top up upper us view visible widget widgets wrap wrapper with your".split()
)
_ALWAYS = frozenset("cookie cookies gdpr breadcrumb breadcrumbs".split())
_PAIRS = (frozenset({"read", "more"}), frozenset({"more", "stories"}), frozenset({"most", "read"}))
_NEVER = frozenset({"", "html", "body", "main", "article"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_ASKS = re.compile(
    r"\b(?:cookies?|newsletters?|subscribe|subscription|sign\s+up|e-?mail address|inbox)\b", re.I
)
_ELSEWHERE = re.compile(
    r"(?:read|see|watch|listen|hear)\s+(?:more|also|next|now|this|the full|our)\b"
    r"|(?:also|must)\s+(?:read|see|watch)\b"
    r"|(?:related|recommended|more (?:on|from|about|stories)|full (?:story|coverage)|"
    r"read|watch|explainer|analysis|opinion|in pictures|live)\s*:",
    re.I,
)
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")


def is_noise(element: Element, *, in_story: bool) -> bool:
    """Whether an element, by what it says of itself, is no part of the page's text.

    The header of a page is its menu; the header of a story (`in_story`) is its headline.
    """
    tag, attributes = element.tag, element.attributes
    if tag in _TAGS or (tag == "header" and not in_story):
        return True
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style = "".join(attributes.get("style", "").lower().split())
    if "display:none" in style or "visibility:hidden" in style:
        return True
    if tag in _NEVER:
        return False
    if not _ROLES.isdisjoint(attributes.get("role", "").lower().split()):
        return True
    return any(_marks(words) for words in _namings(attributes))


def asks_of_reader(text: str, *, has_control: bool) -> bool:
    """Whether a box asks the reader for something: consent to cookies, an address for letters."""
    return has_control and len(text.split()) <= 80 and _ASKS.search(text) is not None


def leads_elsewhere(text: str, linked: int, *, item: bool, in_story: bool) -> bool:
    """Whether a paragraph only leads to another page. `linked` of its words are links.

    A list of short links in a story is a list of names; anywhere else it is a menu.
    """
    words = len(text.split())
    if not linked:
        return False
    if _ELSEWHERE.match(text) and 2 * linked >= words:
        return True
    if words - linked > 4 or (words > linked and _STOP.search(text)):
        return False
    if item and in_story and words <= 3:
        return False
    return 2 * linked > words


def _namings(attributes: dict[str, str]) -> Iterator[list[str]]:
    """The words of each class, of the id, and of the label."""
    for name in (*attributes.get("class", "").split(), attributes.get("id", "")):
        yield [word.lower() for word in _WORD.findall(name)]
    yield [word.lower() for word in _WORD.findall(attributes.get("aria-label", ""))]


def _marks(words: list[str]) -> bool:
    known = [word for word in words if len(word) > 2]
    if not _ALWAYS.isdisjoint(known):
        return True
    return all(word in _MARKING or word in _NEUTRAL for word in known) and (
        any(word in _MARKING for word in known) or any(pair <= {*known} for pair in _PAIRS)
    )
