"""Who borders whom, and how long each border is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factbook.sentences import NUMBER, Subject
from factbook.wording import listed, spelled, starting, with_article

FIELD = "Geography - Land boundaries - border countries"
ENTRY = re.compile(rf"(?P<name>[^\d;,]+?)(?: \([^)]*\))? (?P<length>{NUMBER}) km(?: \([^)]*\))?")


def lengths(of: Subject, names: Mapping[str, str]) -> dict[str, list[str]] | None:
    """The neighbours and the kilometres of each stretch of border; None if not all is plain.

    `names` gives the name we use for one of the Factbook's.
    """
    text = of.country.get(FIELD)
    found: dict[str, list[str]] = {}
    for entry in re.split(r"; | and (?=[A-Z])(?!Herzegovina)|, (?=[A-Z])", text) if text else ():
        m = ENTRY.fullmatch(entry.strip())
        name = names.get(re.sub(r" \(.*", "", m["name"]).removeprefix("The ")) if m else None
        if m is None or name is None:
            return None
        found.setdefault(name, []).append(m["length"])
    return found


def neighbours(of: Subject, names: Mapping[str, str], lands: frozenset[str]) -> str | None:
    """Iran borders seven countries: Afghanistan, Armenia ... and Turkmenistan.

    `lands` are neighbours that are no countries of their own.
    """
    found = lengths(of, names)
    if found is None:
        return None
    if not found:
        none = of.match("Geography - Land boundaries - total", "0 km")
        return f"{starting(of.the)} has no land neighbours." if none else None
    countries = [with_article(name) for name in sorted(found) if name not in lands]
    others = [with_article(name) for name in sorted(found) if name in lands]
    if not countries:
        return None
    many = f"{spelled(len(countries))} countries: " if len(countries) > 1 else "one country, "
    also = f" It also borders {listed(others)}." if others else ""
    return f"{starting(of.the)} borders {many}{listed(countries)}.{also}"
