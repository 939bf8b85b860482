"""Whether a source and a draft tell of one thing at one time: by their days, and by whom they are
about. Only then can another value contradict."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from verify.claims import lexicon
from verify.claims.names import contains_name, find_names
from verify.claims.offices import find_offices
from verify.claims.senses import CHANGE_VERBS
from verify.judge.align import Context
from verify.judge.comparatives import is_of_time
from verify.judge.parallel import figures_apart
from verify.records import Claim, Ordinal, Passage, Quantity, When

_OWN_DAYS = dt.timedelta(days=60)
"""What lies so near to the day of a text is news of its own: this year's fair, last year's."""
_ANOTHER_YEAR = dt.timedelta(days=200)
"""What is numbered has come to another number by then."""
ONE_STORY = dt.timedelta(days=10)
"""Reports further apart may say of another day what they say in the same words."""
_LATEST = re.compile(r"\b[Ll]atest\b")
_SAME_WORDS = 0.75


def same_story(claim: Claim, statement: Claim, passage: Passage, context: Context) -> bool:
    """Whether a passage can contradict: by its date, and by whom it is about."""
    published = passage.published
    moving = (
        "change" in claim.frame.marks
        or not CHANGE_VERBS.isdisjoint(claim.frame.verb)
        or is_of_time(claim.value)
        or _LATEST.search(claim.sentence.text) is not None
    )
    if moving and published and claim.frame.period is None:
        return abs(context.as_of - published) <= ONE_STORY  # what moved in another week
    mine, theirs = claim.value, statement.value
    if isinstance(mine, Quantity | When) and _each_names_its_own(claim, statement, context.known):
        return False
    if published and isinstance(mine, Ordinal) and not mine.quality and not _is_office(claim):
        timeless = claim.frame.period is None and statement.frame.period is None
        if timeless and abs(context.as_of - published) > _ANOTHER_YEAR:
            return False  # the 8th meeting, nine years ago
    if isinstance(mine, When) and figures_apart(claim.sentence.text, statement.sentence.text):
        return False  # 160 km/h on Monday, 110 km/h on Tuesday
    if published and isinstance(mine, When) and isinstance(theirs, When):
        near = all(
            abs(day - when.start) <= _OWN_DAYS
            for day, when in ((context.as_of, mine), (published, theirs))
        )
        if near and abs(context.as_of - published) > 3 * _OWN_DAYS:
            return False
    title = passage.title
    if statement.frame.subject or not title or not is_name(title):
        return True
    # "She is a five-time champion", on the page of somebody whom the draft does not name.
    return contains_name((*context.known, *claim.frame.wider_names), title)


def _each_names_its_own(claim: Claim, statement: Claim, known: Sequence[str]) -> bool:
    """Whether each statement names somebody or something that the other side does not know at all:
    one fund has bought shares of a bank, and another of a mill. In the same words it may be one
    name, spelt in two ways."""
    mine, there = claim.sentence.text, statement.sentence.text
    terms = claim.frame.terms
    if lexicon.said(terms, statement.frame.wider_terms) >= _SAME_WORDS * len(terms) > 2:
        return False
    about, draft = statement.frame.wider_names, (*known, *claim.frame.wider_names)
    own = (n for n in claim.frame.names if n in mine and n not in claim.text)
    theirs = (n for n in statement.frame.names if n in there and n not in statement.text)
    return any(not contains_name(about, n) for n in own) and any(
        not contains_name(draft, n) for n in theirs
    )


@lru_cache(maxsize=20_000)
def is_name(title: str) -> bool:
    """Whether a title is one name and nothing else."""
    return any(name.text == title for name in find_names(title))


def _is_office(claim: Claim) -> bool:
    """Whether a rank is that of the holder of an office, which stays."""
    return bool(find_offices(claim.text)) or bool(find_offices(" ".join(claim.frame.head)))
