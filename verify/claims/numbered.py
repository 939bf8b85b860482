"""Numbers that name a thing, date it or give a share of it, and count nothing: No. 10, Apollo 11,
page 4, in 2016, one in five.
"""

from __future__ import annotations

import re

from verify.claims import lexicon
from verify.claims.numbers import Number
from verify.claims.spelling import any_of, fold, word_set

NUMBERED = word_set(
    "no. no number nos. flight route article section page pages chapter phase group room gate"
    " boeing airbus type level grade class figure fig. table area highway step top id version"
    " channel bus platform volume vol. part episode act scene verse psalm clause paragraph exhibit"
    " category magnitude terminal apartment suite interstate junction district ward tier zone"
    " sector schedule appendix annex model mark apollo formula windows iphone bbc radio case per"
    " aged age week round day stage lane pier unit block lot size"
)
_YEAR_LEAD = word_set("in since by until till during") | lexicon.MONTHS.keys()
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
_OF_SO_MANY = re.compile(rf"\b{_COUNT}\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE)
_IN_SO_MANY = re.compile(
    rf"\s(?:in|out\s+of)\s+(?:every\s+)?{_COUNT}\b(?!\s+(?:years|months|weeks|days|hours))",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"\s(?:"
    + any_of(
        word_set(
            "people men women children soldiers troops workers jobs employees students homes houses"
            " deaths cases votes members police refugees prisoners"
        )
    )
    + r")\b"
)


def names_a_thing(text: str, number: Number) -> bool:
    """Whether the words around a number show that it is no count of the noun after it."""
    before = text[max(0, number.start - 24) : number.start].rstrip(" \u00a0\n-#").split()
    last = before[-1].strip("(\"'“‘") if before else ""
    if fold(last) in NUMBERED or (fold(last).rstrip(".") in lexicon.MONTHS and number.low <= 31):
        return True
    if _OF_SO_MANY.search(text, max(0, number.start - 24), number.start):
        return True
    if _IN_SO_MANY.match(text, number.end):
        return True
    if last == "Year":
        return True
    if number.in_words:
        return number.high <= 1 or _is_titled(text, number.start)
    if _looks_like_year(text, number):
        # Four bare digits are a year, unless they are hedged or count people.
        bare = number.hedge_start == number.start or fold(last) in _YEAR_LEAD
        return bare and not PEOPLE.match(text, number.end)
    plain = number.low < 1000 or text[number.start : number.end].isdigit()
    return plain and len(before) > 1 and _is_name(last)  # the Intel 8088


def _is_titled(text: str, start: int) -> bool:
    """Whether a number in words has a capital inside a sentence: the Group of Seven."""
    before = text[max(0, start - 2) : start]
    return text[start].isupper() and bool(before) and before[0].isalnum() and before[-1] == " "


def is_dated_year(text: str, number: Number) -> bool:
    """Whether a number is a year, whatever unit seems to follow: "in 2016 pounds were"."""
    if not _looks_like_year(text, number) or number.hedge_start != number.start:
        return False
    before = text[max(0, number.start - 14) : number.start].split()
    return bool(before) and fold(before[-1].rstrip(".,")) in _YEAR_LEAD


def _looks_like_year(text: str, number: Number) -> bool:
    return 1400 <= number.low <= 2199 and text[number.start : number.end].isdigit()


def _is_name(word: str) -> bool:
    """Whether a word with a capital, right before a number, makes it part of a name."""
    if not word[:1].isupper() or not word[-1].isalnum() or word.endswith(("'s", "’s")):
        return False
    return fold(word) not in lexicon.FUNCTION_WORDS | lexicon.WEEKDAYS.keys()
