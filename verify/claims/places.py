"""Countries and their other names: aliases, adjectives, peoples."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

from verify.claims.words import plain


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Every spelling of a country, its adjective and its people -> the country, plainly spelt."""
    rows = json.loads(
        resources.files("verify.claims").joinpath("data/places.json").read_text(encoding="utf-8")
    )
    table: dict[str, str] = {}
    for row in rows:
        name = plain(row["name"])
        for spelling in (*row["adjectives"], *row["people"], *row["aliases"], row["name"]):
            # A country's own name wins over another's adjective: Georgia, Jordan.
            table[plain(spelling)] = name
    for row in rows:
        table[plain(row["name"])] = plain(row["name"])
    return table


@lru_cache(maxsize=1)
def adjectives() -> frozenset[str]:
    """Adjectives of countries, plainly spelt."""
    rows = json.loads(
        resources.files("verify.claims").joinpath("data/places.json").read_text(encoding="utf-8")
    )
    return frozenset(plain(a) for row in rows for a in (*row["adjectives"], *row["people"]))


@lru_cache(maxsize=100_000)
def country(name: str) -> str:
    """The country a name stands for, plainly spelt; "" when it is none."""
    return _table().get(plain(name).removeprefix("the "), "")


@lru_cache(maxsize=1)
def _capitals() -> dict[str, str]:
    rows = json.loads(
        resources.files("verify.claims").joinpath("data/places.json").read_text(encoding="utf-8")
    )
    return {plain(row["capital"]): plain(row["name"]) for row in rows if row.get("capital")}


def lies_in(name: str) -> str:
    """The country that a name stands for or is the capital of; "" when it is neither."""
    return country(name) or _capitals().get(plain(name), "")


@lru_cache(maxsize=1)
def longest() -> int:
    """How many words the longest spelling has."""
    return max(len(spelling.split()) for spelling in _table())
