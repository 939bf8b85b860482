"""Reads the archive of The World Factbook: one row a field, rows of a country in one run."""

from __future__ import annotations

import gzip
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FIRST_FIELD = "Introduction - Background"
LONG_FORM = "Government - Country name - conventional long form"


@dataclass(frozen=True)
class Country:
    """The fields of one country: "Government - Capital - name" -> "Tehran"."""

    title: str
    fields: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The text of a field; "" when the Factbook has none, or says "none" or "NA"."""
        text = self.fields.get(name, "")
        return "" if text in {"none", "NA"} else text


def read(path: Path) -> Iterator[Country]:
    """The countries in the order of the archive."""
    country = Country("")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            title = _plain(row["title"])
            name, _, text = _plain(row["text"]).removeprefix(f"{title} - ").partition(": ")
            # Five countries without a short name share the title "none": each begins anew.
            begins = name == FIRST_FIELD and FIRST_FIELD in country.fields
            if title != country.title or begins:
                if country.fields:
                    yield _named(country)
                country = Country(title)
            country.fields.setdefault(name.strip(), text.strip())
    if country.fields:
        yield _named(country)


def _named(country: Country) -> Country:
    if country.title == "none":
        return Country(country.get(LONG_FORM), country.fields)
    if country.title == "ee.json":
        return Country("European Union", country.fields)
    return country


def _plain(text: str) -> str:
    """Without HTML entities, and with plain single spaces."""
    return " ".join(html.unescape(html.unescape(text)).split())
