"""Free text -> a query for the word index."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")
MOST_WORDS = 64
"""A claim has about twenty; beyond this a query only grows slower."""

_STOP_WORDS = (
    "a about after all also an and any are as at be been before being but by can could did do does"
    " for from had has have he her hers him his how i if in into is it its may me might more most"
    " must my no nor not of on or our ours said say says shall she should so some such than that"
    " the their theirs them then there these they this those to too us very was we were what when"
    " where which while who whom whose why will with would you your yours"
)
STOP_WORDS = frozenset(_STOP_WORDS.split())


def word_query(text: str) -> str:
    """An FTS5 query that finds any of the words, "" where there is none.

    Every word is quoted, so nothing in the text can act as an operator.
    """
    words = list(dict.fromkeys(word.lower() for word in WORD.findall(text)))
    telling = [word for word in words if word not in STOP_WORDS] or words
    return " OR ".join(f'"{word}"' for word in telling[:MOST_WORDS])
