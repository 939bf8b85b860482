"""Fields of the Factbook as plain sentences of our own.

Each fact is a function from a country to a sentence, or None where the Factbook's text is not
plain enough to be sure of: no record is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from factbook.archive import Country
from factbook.wording import listed, singular, spelled, starting

NUMBER = r"[\d,]+(?:\.\d+)?"
ESTIMATE = r" \((?P<year>\d{4})(?P<estimate> est\.)?\)"


@dataclass(frozen=True)
class Subject:
    """A country to write about: its Factbook fields, and its name with and without article."""

    country: Country
    name: str
    the: str
    capital: str
    people: dict[str, str]
    """Names as newspapers write them, by the Factbook's own."""
    present_terms: frozenset[str]
    """Those whose date in the Factbook is that of their present term only."""
    currencies: dict[str, str]

    def match(self, field: str, pattern: str) -> re.Match[str] | None:
        """The field, when all of it has the form of `pattern`."""
        return re.fullmatch(pattern, self.country.get(field))


Fact = Callable[[Subject], str | None]


def capital(of: Subject) -> str | None:
    """The capital of Iran is Tehran."""
    return f"The capital of {of.the} is {of.capital}." if of.capital else None


def population(of: Subject) -> str | None:
    """Iran had 89,177,357 inhabitants in 2025, according to an estimate."""
    m = of.match("People and Society - Population - total", rf"(?P<n>{NUMBER}){ESTIMATE}")
    return m and f"{starting(of.the)} had {m['n']} inhabitants in {m['year']}{_estimated(m)}."


def area(of: Subject) -> str | None:
    """Iran has a total area of 1,648,195 square kilometres."""
    m = of.match("Geography - Area - total", rf"({NUMBER}(?: million)?) sq km(?: \(.*\))?")
    return m and f"{starting(of.the)} has a total area of {m[1]} square kilometres."


def border_length(of: Subject) -> str | None:
    """The land borders of Iran are 5,894 kilometres long in all."""
    m = of.match("Geography - Land boundaries - total", rf"({NUMBER}) km")
    if not m or m[1] == "0":
        return None
    return f"The land borders of {of.the} are {m[1]} kilometres long in all."


def coastline(of: Subject) -> str | None:
    """The coastline of Iran is 2,440 kilometres long."""
    m = of.match("Geography - Coastline", rf"({NUMBER}) km(?P<note> \([a-z ]*landlocked\))?")
    if m and m[1] == "0" and m["note"]:
        return f"{starting(of.the)} is landlocked and has no coastline on the open sea."
    return m and f"The coastline of {of.the} is {m[1]} kilometres long."


def highest_point(of: Subject) -> str | None:
    """The highest point of Iran is Kuh-e Damavand, at 5,625 metres."""
    m = of.match(
        "Geography - Elevation - highest point",
        rf"(?P<name>[^,;()]+?)(?: \([^)]*\))? (?P<height>{NUMBER})(?: m)?(?: \(.*\)|;? note.*)?",
    )
    if not m or re.search(r"\d.* |unnamed| range$", m["name"]):
        return None
    return f"The highest point of {of.the} is {m['name']}, at {m['height']} metres."


def government(of: Subject) -> str | None:
    """Iran is a theocratic republic."""
    m = of.match(
        "Government - Government type",
        r"((?:[a-z-]+ )*(?:republic|monarchy|parliamentary democracy))(?:; a Commonwealth realm)?",
    )
    if not m or "formerly" in m[1]:
        return None
    return f"{starting(of.the)} is {'an' if m[1][0] in 'aeio' else 'a'} {m[1]}."


def divisions(of: Subject) -> str | None:
    """Iran is divided into 31 provinces."""
    text = of.country.get("Government - Administrative divisions")
    head = re.sub(r"\s*\([^)]*\)|\*", "", text.partition(";")[0]).strip()
    parts = re.split(r",? and (?=\d)|, (?=\d)", head)
    plain = all(re.fullmatch(r"\d+ [a-z -]+", part) for part in parts)
    if ";" not in text or not plain:
        return None
    return f"{starting(of.the)} is divided into {listed(parts)}."


def languages(of: Subject) -> str | None:
    """Belgium has three official languages: Dutch, French and German."""
    text = of.country.get("People and Society - Languages - Languages")
    brackets = re.findall(r"\(([^()]*official[^()]*)\)", text)
    outside = re.sub(r"\([^()]*\)", "", text)
    if not brackets or "official" in outside or any(_limited(b) for b in brackets):
        return None
    names = re.findall(rf"(?:^|[,;] |\band )([A-Z][A-Za-z ]+?)(?: {NUMBER}%)? \(official[,)]", text)
    if len(names) != len(brackets):
        return None
    if len(names) == 1:
        return f"The official language of {of.the} is {names[0]}."
    count = spelled(len(names))
    return f"{starting(of.the)} has {count} official languages: {listed(names)}."


def _limited(bracket: str) -> bool:
    """Official for some part or purpose only, or with more said than is plain."""
    return not re.fullmatch(r"official(?:, [A-Za-z ]+)?", bracket) or bool(
        re.search(r"\b(in|regional|minority|national)\b", bracket)
    )


def currency(of: Subject) -> str | None:
    """The currency of Iran is the Iranian rial."""
    m = of.match(
        "Economy - Exchange rates - Currency", r"([^()/]+?)(?: \([A-Z/]+\))? per US dollar -?"
    )
    if not m or " or " in m[1]:
        return None
    return f"The currency of {of.the} is the {singular(m[1], of.currencies)}."


def independence(of: Subject) -> str | None:
    """Chile became independent from Spain on 18 September 1810."""
    m = of.match("Government - Independence", r"(\d{1,2} [A-Z][a-z]+ \d{4}) \(from ([^();]+)\)")
    if not m:
        return None
    if re.search(r"trusteeship|mandate", m[2]):
        return f"{starting(of.the)} became independent on {m[1]}."
    origin = m[2].replace("the UK", "the United Kingdom").replace("the US", "the United States")
    if not re.fullmatch(r"(the )?[A-Z][a-z]+( [A-Z][a-z]+)*", origin):
        return None
    return f"{starting(of.the)} became independent from {origin} on {m[1]}."


def parliament(of: Subject) -> str | None:
    """The parliament of Iran has a single chamber with 290 seats."""
    branch = "Government - Legislative branch - "
    if of.country.get(branch + "legislative structure") != "unicameral":
        return None
    seats = _seats(of.country.get(branch + "number of seats"))
    return seats and f"The parliament of {of.the} has a single chamber with {seats} seats."


def lower_house(of: Subject) -> str | None:
    """The lower house of the parliament of Chile, the Chamber of Deputies, has 155 seats."""
    return _chamber(of, "lower")


def upper_house(of: Subject) -> str | None:
    """The upper house of the parliament of Chile, the Senate, has 50 seats."""
    return _chamber(of, "upper")


def _chamber(of: Subject, house: str) -> str | None:
    branch = f"Government - Legislative branch - {house} chamber - "
    seats = _seats(of.country.get(branch + "number of seats"))
    name = re.sub(r"\s*\(.*", "", of.country.get(branch + "chamber name")).removeprefix("The ")
    if not seats or not re.fullmatch(r"[A-Za-z' ]+", name):
        return None
    return f"The {house} house of the parliament of {of.the}, the {name}, has {seats} seats."


def _seats(text: str) -> str | None:
    """The number of seats, unless the parts the Factbook gives do not add up to it."""
    m = re.fullmatch(r"(\d+)(?: \((.*)\))?", text)
    if not m:
        return None
    parts = [int(n) for n in re.findall(r"\d+", m[2] or "")]
    return m[1] if not parts or sum(parts) == int(m[1]) else None


def life_expectancy(of: Subject) -> str | None:
    """Life expectancy at birth in Iran was 75.6 years in 2024, according to an estimate."""
    field = "People and Society - Life expectancy at birth - total population"
    m = of.match(field, rf"({NUMBER}) years{ESTIMATE}")
    return m and (
        f"Life expectancy at birth in {of.the} was {m[1]} years in {m['year']}{_estimated(m)}."
    )


def median_age(of: Subject) -> str | None:
    """The median age in Iran was 35.2 years in 2025, according to an estimate."""
    m = of.match("People and Society - Median age - total", rf"({NUMBER}) years{ESTIMATE}")
    return m and f"The median age in {of.the} was {m[1]} years in {m['year']}{_estimated(m)}."


def town_dwellers(of: Subject) -> str | None:
    """In 2023, 77.3% of the population of Iran lived in towns and cities."""
    field = "People and Society - Urbanization - urban population"
    m = of.match(field, rf"({NUMBER})% of total population{ESTIMATE}")
    return m and (
        f"In {m['year']}, {m[1]}% of the population of {of.the} lived in towns and cities."
    )


def internet(of: Subject) -> str | None:
    """In 2023, 82% of the people of Iran used the internet, according to an estimate."""
    m = of.match(
        "Communications - Internet users - percent of population", rf"({NUMBER})%{ESTIMATE}"
    )
    return m and (
        f"In {m['year']}, {m[1]}% of the people of {of.the} used the internet{_estimated(m)}."
    )


def gdp(of: Subject) -> str | None:
    """The real GDP of Iran was $1.486 trillion in 2024, at purchasing power parity."""
    name = "Real GDP (purchasing power parity)"
    m = of.match(
        f"Economy - {name} - {name} 2024", rf"(\${NUMBER} (?:million|billion|trillion)){ESTIMATE}"
    )
    return m and (
        f"The real GDP of {of.the} was {m[1]} in {m['year']}, at purchasing power parity."
    )


def gdp_per_person(of: Subject) -> str | None:
    """Real GDP per person in Iran was $16,200 in 2024, at purchasing power parity."""
    field = "Economy - Real GDP per capita - Real GDP per capita 2024"
    m = of.match(field, rf"(\${NUMBER}){ESTIMATE}")
    return m and (
        f"Real GDP per person in {of.the} was {m[1]} in {m['year']}, at purchasing power parity."
    )


def growth(of: Subject) -> str | None:
    """The economy of Iran grew by 3% in 2024, according to an estimate."""
    field = "Economy - Real GDP growth rate - Real GDP growth rate 2024"
    m = of.match(field, rf"(-?)({NUMBER})%{ESTIMATE}")
    if not m or not m[2].strip("0."):
        return None
    verb = "shrank" if m[1] else "grew"
    return f"The economy of {of.the} {verb} by {m[2]}% in {m['year']}{_estimated(m)}."


def inflation(of: Subject) -> str | None:
    """Consumer prices in Iran rose by 32.5% in 2024, according to an estimate."""
    name = "Inflation rate (consumer prices)"
    m = of.match(f"Economy - {name} - {name} 2024", rf"(-?)({NUMBER})%{ESTIMATE}")
    if not m or not m[2].strip("0."):
        return None
    verb = "fell" if m[1] else "rose"
    return f"Consumer prices in {of.the} {verb} by {m[2]}% in {m['year']}{_estimated(m)}."


def unemployment(of: Subject) -> str | None:
    """Unemployment in Iran stood at 9.2% in 2024, according to an estimate."""
    field = "Economy - Unemployment rate - Unemployment rate 2024"
    m = of.match(field, rf"({NUMBER})%{ESTIMATE}")
    return m and f"Unemployment in {of.the} stood at {m[1]}% in {m['year']}{_estimated(m)}."


def _estimated(m: re.Match[str]) -> str:
    return ", according to an estimate" if m["estimate"] else ""
