"""Heads of state and of government."""

from __future__ import annotations

import calendar
import re

from factbook.sentences import Subject
from factbook.wording import normal_case

MONTHS = tuple(calendar.month_name)[1:]
OFFICES = (
    "Acting President|Acting Prime Minister|Interim President|Interim Prime Minister"
    "|Transitional President|Caretaker Prime Minister|President|Prime Minister|Premier|Chancellor"
    "|Chief Minister|Taoiseach|Supreme Leader|King|Queen|Emperor|Prince|Grand Duke|Pope|Governor"
)
HOLDER = re.compile(
    rf"(?P<office>{OFFICES})(?: \(Prime Minister\))? (?P<name>(?!of\b|and\b)[^();,]+)"
    r" \(since (?P<since>(?:\d{1,2} )?[A-Z][a-z]+ \d{4})\)(?:[;,] represented by .*)?"
)
BARE_TITLES = {"King", "Queen", "Emperor", "Prince", "Grand Duke", "Pope"}
RANKS = re.compile(r"\b(General|Gen|Col|Capt|Sr|Sir|Dr|Sultan|Chief|Grand)\b")


def holder(of: Subject, field: str) -> tuple[str, str, str] | None:
    """Office, name and since-date; None when the text says more than that."""
    m = HOLDER.fullmatch(of.country.get(field))
    if not m or RANKS.search(m["name"]):
        return None
    month = next((name for name in MONTHS if name.startswith(m["since"].split()[-2])), None)
    if month is None:
        return None
    day = m["since"].split()[:-2]
    since = " ".join([*day, month, m["since"].split()[-1]])
    name = normal_case(m["name"])
    return m["office"], of.people.get(name, name), since


def heads(of: Subject) -> dict[str, str]:
    """One or two sentences, by the name of their fact."""
    state = holder(of, "Government - Executive branch - chief of state")
    government = holder(of, "Government - Executive branch - head of government")
    if state and state == government:
        return {"head-of-state": _sentence(of, state, "head of state and of government")}
    facts = {}
    if state:
        facts["head-of-state"] = _sentence(of, state, "head of state")
    if government:
        facts["head-of-government"] = _sentence(of, government, "head of government")
    return facts


def _sentence(of: Subject, held: tuple[str, str, str], part: str) -> str:
    office, name, since = held
    if office in BARE_TITLES:
        return f"{office} {name} has been {part} of {of.the} since {since}."
    if name in of.present_terms:
        # Re-elected: the Factbook gives the date of the present term, not of the first.
        return f"{name} is {office} of {of.the} and its {part}; the present term began on {since}."
    return f"{name} has been {office} of {of.the} and its {part} since {since}."
