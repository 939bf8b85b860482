"""A draft's claims beside a few sources of one sentence each, as a row of a table has them."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge import Context, judge
from verify.records import Hit, Passage, Verdict

DAY = dt.date(2025, 6, 26)
"""The day of every draft, and of a source that has no other."""
_DATED = re.compile(r"(?:(\d{4}-\d\d-\d\d|undated)\s+)?(.*)")


class Case(NamedTuple):
    """A draft, its sources, and the label of every claim of one kind."""

    draft: str
    sources: tuple[str, ...]
    kind: str
    label: str


def cases(rows: str) -> list[Case]:
    """Rows of `draft | source | source ... | kind label`."""
    found = []
    for row in rows.strip().splitlines():
        draft, *sources, last = (part.strip() for part in row.split("|"))
        kind, label = last.split()
        found.append(Case(draft, tuple(sources), kind, label))
    return found


def verdicts(draft: str, *sources: str) -> list[Verdict]:
    """What is made of each typed claim of a draft; a source may begin with its day or "undated"."""
    claims = find_claims(draft_from_text(draft, as_of=DAY)).claims
    known = tuple(dict.fromkeys(n for c in claims for n in c.frame.wider_names))
    hits = [Hit(passage=_passage(n, s), score=1.0, similarity=0.6) for n, s in enumerate(sources)]
    context = Context(known, (), DAY)
    return [judge(c, hits, context) for c in claims if c.value is not None]


def check(case: Case) -> None:
    """Every claim of the kind has the label, and there is one."""
    found = [v for v in verdicts(case.draft, *case.sources) if v.claim.kind == case.kind]
    assert {v.label.value for v in found} == {case.label}, [
        (v.claim.text, v.label.value, v.cause) for v in found
    ]


def _passage(number: int, source: str) -> Passage:
    match = _DATED.fullmatch(source)
    assert match is not None
    day = {None: DAY, "undated": None}.get(match[1], match[1])
    published = dt.date.fromisoformat(day) if isinstance(day, str) else day
    return Passage(id=number, document=f"d/{number}", text=match[2], published=published)
