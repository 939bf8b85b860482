"""Title and date that a page states about itself."""

from __future__ import annotations

import datetime as dt
import json
from collections import deque

from verify.drafts.dates import stated_date

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
)
"""Names of meta elements that hold the day of publication, the most telling first."""


class PageMetadata:
    """Listens to the elements of a page; `title` and `date` hold what was heard."""

    def __init__(self) -> None:
        self._within = ""
        self._heard: list[str] = []
        self._titles: dict[str, str] = {}
        self._dates: dict[str, dt.date] = {}

    @property
    def title(self) -> str:
        """The headline: as given for sharing, else the title of the page, else its first <h1>."""
        return next((self._titles[k] for k in ("og", "title", "h1") if k in self._titles), "")

    @property
    def date(self) -> dt.date | None:
        """The day of publication: from meta elements, else JSON-LD, else the first <time>."""
        order = (*_DATE_NAMES, "json-ld", "time")
        return next((self._dates[name] for name in order if name in self._dates), None)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A start tag was read."""
        if tag == "meta":
            names = (attributes.get(key, "").lower() for key in ("property", "name", "itemprop"))
            for name in filter(None, names):
                if name == "og:title":
                    self._keep_title("og", attributes.get("content", ""))
                elif name in _DATE_NAMES:
                    self._keep_date(name, attributes.get("content", ""))
        elif tag == "time":
            published = attributes.get("itemprop", "").lower() == "datepublished"
            name = "datepublished" if published else "time"
            self._keep_date(name, attributes.get("datetime", ""))
        elif tag in ("title", "h1"):
            self._listen(tag)
        elif tag == "script" and attributes.get("type", "").lower() == "application/ld+json":
            self._listen("json-ld")

    def data(self, text: str) -> None:
        """Text was read."""
        if self._within:
            self._heard.append(text)

    def end(self, tag: str) -> None:
        """An end tag was read."""
        if self._within and tag == ("script" if self._within == "json-ld" else self._within):
            text = "".join(self._heard)
            if self._within == "json-ld":
                self._keep_json(text)
            else:
                self._keep_title(self._within, text)
            self._within = ""

    def _listen(self, what: str) -> None:
        self._within, self._heard = what, []

    def _keep_title(self, kind: str, text: str) -> None:
        if words := " ".join(text.split()):
            self._titles.setdefault(kind, words)

    def _keep_date(self, name: str, value: str) -> None:
        if (date := stated_date(value)) is not None:
            self._dates.setdefault(name, date)

    def _keep_json(self, text: str) -> None:
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            return  # broken metadata is common on real pages and says nothing
        waiting = deque([found])
        while waiting:
            item = waiting.popleft()
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                if isinstance(date := item.get("datePublished"), str):
                    self._keep_date("json-ld", date)
                waiting.extend(item.get(key) for key in ("@graph", "mainEntity"))
