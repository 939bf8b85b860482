"""Makes countries.jsonl and the table of places from the archive of The World Factbook.

    python corpus/make_countries.py world_factbook.jsonl.gz

The same archive and hand tables give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from factbook import archive
from factbook import sentences as say
from factbook.heads import heads
from factbook.neighbours import lengths, neighbours
from factbook.places import ByHand, Place, place, places
from factbook.wording import with_article

HERE = Path(__file__).parent
BY_HAND = HERE / "factbook"
PUBLISHER = "The World Factbook"
ADDRESS = "https://www.cia.gov/the-world-factbook/countries/{slug}/"

FACTS: dict[str, say.Fact] = {
    "area": say.area,
    "border-length": say.border_length,
    "capital": say.capital,
    "coastline": say.coastline,
    "currency": say.currency,
    "divisions": say.divisions,
    "gdp": say.gdp,
    "gdp-per-person": say.gdp_per_person,
    "government": say.government,
    "growth": say.growth,
    "highest-point": say.highest_point,
    "independence": say.independence,
    "inflation": say.inflation,
    "internet": say.internet,
    "languages": say.languages,
    "life-expectancy": say.life_expectancy,
    "lower-house": say.lower_house,
    "median-age": say.median_age,
    "parliament": say.parliament,
    "population": say.population,
    "towns": say.town_dwellers,
    "unemployment": say.unemployment,
    "upper-house": say.upper_house,
}


class Corrections(TypedDict):
    """corrections.json."""

    no_facts: list[str]
    """Places of the table that get no facts."""
    slugs: dict[str, str]
    """The last part of a country's address, where it is not simply its name."""
    names: dict[str, str]
    """The name we use for a neighbour, by the Factbook's."""
    lands: list[str]
    """Neighbours that are no countries of their own."""
    people: dict[str, str]
    present_terms: list[str]
    currencies: dict[str, str]
    facts: dict[str, dict[str, str | None]]
    """By country and fact: our sentence, or null to leave the fact out."""


class Fact(TypedDict):
    """One line of countries.jsonl."""

    id: str
    text: str
    title: str
    publisher: str
    url: str
    published: None


def main() -> None:
    """The door."""
    parser = argparse.ArgumentParser(description="Makes countries.jsonl and places.json.")
    parser.add_argument("archive", type=Path, help="world_factbook.jsonl.gz")
    parser.add_argument("--root", type=Path, default=HERE.parent, help="where to write")
    options = parser.parse_args()
    by_hand: ByHand = json.loads(_read("places.json"))
    corrections: Corrections = json.loads(_read("corrections.json"))
    countries = list(archive.read(options.archive))
    table = places(countries, by_hand)
    _write_table(options.root / "verify/claims/data/places.json", table)
    facts = sorted(records(countries, table, by_hand, corrections), key=lambda fact: fact["id"])
    _write(options.root / "corpus/countries.jsonl", "\n".join(map(_line, facts)) + "\n")


def records(
    countries: list[archive.Country],
    table: list[Place],
    by_hand: ByHand,
    corrections: Corrections,
) -> Iterator[Fact]:
    """Every fact of every country of the table that the Factbook states plainly."""
    names = {alias: row["name"] for row in table for alias in (row["name"], *row["aliases"])}
    names |= corrections["names"]
    borders: dict[tuple[str, str], str] = {}
    for country in countries:
        if country.title in by_hand["skip"]:
            continue
        row = place(country, by_hand["places"].get(country.title, {}))
        if row["name"] in corrections["no_facts"]:
            continue
        of = say.Subject(
            country=country,
            name=row["name"],
            the=with_article(row["name"]),
            capital=row["capital"],
            people=corrections["people"],
            present_terms=frozenset(corrections["present_terms"]),
            currencies=corrections["currencies"],
        )
        slug = corrections["slugs"].get(row["name"], _slug(row["name"]))
        for fact, text in sorted(_texts(of, names, corrections).items()):
            yield _fact(f"{slug}/{fact}", text, row["name"], slug)
        for other, stretches in (lengths(of, names) or {}).items():
            pair = min(of.name, other), max(of.name, other)
            # Both sides name the border; a border on which they differ is left out.
            if borders.setdefault(pair, stretches[0]) == stretches[0] and len(stretches) == 1:
                continue
            borders[pair] = ""
    for (one, other), kilometres in borders.items():
        if kilometres:
            slug = corrections["slugs"].get(one, _slug(one))
            text = (
                f"The border between {with_article(one)} and {with_article(other)}"
                f" is {kilometres} kilometres long."
            )
            yield _fact(f"{slug}/border-with-{_slug(other)}", text, one, slug)


def _texts(of: say.Subject, names: dict[str, str], corrections: Corrections) -> dict[str, str]:
    """The sentences on one country, by fact; what the hand table says comes last."""
    texts: dict[str, str | None] = {fact: write(of) for fact, write in FACTS.items()}
    texts["neighbours"] = neighbours(of, names, frozenset(corrections["lands"]))
    texts |= heads(of)
    texts |= corrections["facts"].get(of.name, {})
    return {fact: text for fact, text in texts.items() if text}


def _fact(key: str, text: str, title: str, slug: str) -> Fact:
    return {
        "id": f"factbook/{key}",
        "text": text,
        "title": title,
        "publisher": PUBLISHER,
        "url": ADDRESS.format(slug=slug),
        "published": None,
    }


def _slug(name: str) -> str:
    """As in "bosnia-and-herzegovina"."""
    return "-".join(name.lower().replace("'", "").split())


def _line(record: Fact | Place) -> str:
    return json.dumps(record, ensure_ascii=False)


def _write_table(path: Path, rows: list[Place]) -> None:
    """A JSON list with one place a line, so that a change shows as one line."""
    _write(path, "[\n" + ",\n".join(f"  {_line(row)}" for row in rows) + "\n]\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _read(name: str) -> str:
    return (BY_HAND / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
