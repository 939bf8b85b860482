"""The table of places: names, aliases, adjectives, people and capital of each country."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypedDict

from factbook.archive import LONG_FORM, Country


class Place(TypedDict):
    """One row of places.json."""

    name: str
    aliases: list[str]
    adjectives: list[str]
    people: list[str]
    capital: str


class Correction(TypedDict, total=False):
    """What the hand table says instead of the Factbook."""

    name: str
    aliases: list[str]
    adjectives: list[str]
    people: list[str]
    capital: str


class ByHand(TypedDict):
    """places.json: titles left out, corrections by title, and places the Factbook lacks."""

    skip: list[str]
    places: dict[str, Correction]
    more: list[Place]


def places(countries: Iterable[Country], by_hand: ByHand) -> list[Place]:
    """The table, sorted by name."""
    skip = set(by_hand["skip"])
    rows = [
        place(country, by_hand["places"].get(country.title, {}))
        for country in countries
        if country.title not in skip
    ]
    return sorted(rows + by_hand["more"], key=lambda row: row["name"])


def place(country: Country, correction: Correction) -> Place:
    """One row; what the hand table gives replaces what the Factbook says."""
    name = correction.get("name", country.title)
    long_form = _first(country.get(LONG_FORM))
    return {
        "name": name,
        "aliases": correction.get("aliases", [long_form] if long_form not in {"", name} else []),
        "adjectives": correction.get(
            "adjectives", _words(country.get("People and Society - Nationality - adjective"))
        ),
        "people": correction.get(
            "people", _people(country.get("People and Society - Nationality - noun"))
        ),
        "capital": correction.get("capital", _first(country.get("Government - Capital - name"))),
    }


def _first(text: str) -> str:
    """What stands before a note, a bracket or a second name."""
    return re.split(r"\s*[;,(]|\s+note\b", text)[0].strip()


def _words(text: str) -> list[str]:
    """Both words of "Trinidadian, Tobagonian"."""
    text = re.sub(r"\s*\([^)]*\)", "", text.partition(";")[0])
    return [word.strip() for word in re.split(r",\s*(?:or\s+)?|\s+or\s+", text) if word.strip()]


def _people(text: str) -> list[str]:
    """Swede and Swedes from "Swede(s)", Maltese from "Maltese (singular and plural)"."""
    return [
        form
        for word in _words(text.replace("(s)", "*"))
        for form in ([word[:-1], word[:-1] + "s"] if word.endswith("*") else [word])
    ]
