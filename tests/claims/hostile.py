"""Texts that are meant to slow a pattern down or to break a span, for every part of the grammar."""

from __future__ import annotations

import time
from collections.abc import Callable

from hypothesis import strategies as st

_WORDS = (
    "between from to and or about at least up first second third last only one two twenty hundred"
    " thousand million half a dozen per cent % percentage point $ £ US$ m km ft in h °C - – — , . :"
    " / ( ) 's ’s May June Jun 24 2025 1,200 3.4 12 13/7/2025 18:00 Monday last week ago early Q1"
    " since Olympic members part-time people the most populous largest best of in year to fiscal"
    " thousands of several 8-3/4 15/16 5/8 ½ barrel per share aged times fold below zero crore lakh"
    " XXIII Games penultimate its world's '25 '90s week ending on 26/6 BC 3Q FY25 Christmas Eve"
    " AD 5th 22nd century 1990s 0 00 7 \u00a0 \u202f \r\n \n\n \u0301 \u00ad 👩‍👩‍👧 🇫🇷 ſ K ı İ ½ ²"
    " ٣ －"
).split(" ")
words = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)
glued = st.lists(st.sampled_from(_WORDS), max_size=10).map("".join)
any_text = st.one_of(words, glued, st.text(max_size=80), st.text("0123456789,. -–/", max_size=60))

_SIZE = 50_000
SLOW: dict[str, str] = {
    name: (piece * (_SIZE // len(piece) + 1))[:_SIZE]
    for name, piece in {
        "digits": "7",
        "spaces": " ",
        "commas": ",",
        "newlines": "\n",
        "hyphens": "-",
        "grouped digits": "111,",
        "indian digits": "11,",
        "decimals": "1.",
        "dashed digits": "1-",
        "slashed digits": "1/",
        "spaced digits": "1 ",
        "phones": "+44 20 7946 ",
        "ones": "one ",
        "thousands": "one thousand ",
        "hundreds": "hundred and ",
        "tens": "twenty-",
        "ranges": "1 to ",
        "hedges": "about ",
        "money": "$1 ",
        "currencies": "US$",
        "units": "1 square ",
        "months": "May ",
        "days": "24 May, ",
        "day lists": "1, 2, ",
        "weekdays": "Monday, ",
        "years": "2024-",
        "parts": "early the end of ",
        "ordinals": "first ",
        "nths": "22nd ",
        "superlatives": "the most ",
        "largest": "the largest ",
        "since": "first trip since ",
        "one of": "one of the first ",
        "will": "will Monday ",
        "vague": "thousands of ",
        "vague of vague": "tens of hundreds of ",
        "fractions": "1-1/",
        "spaced fractions": "1 1/2 ",
        "rates": "$1 per ",
        "per 100": "1 km per 100 ",
        "fields": "the largest in the ",
        "owners": "the world's ",
        "romans": "the IX ",
        "day and month": "on 6/7 ",
        "weeks of": "week of 3 ",
        "from years": "from 2010 to ",
        "short years": "June '",
        "ages": "aged between ",
        "letters": "a",
        "compounds": "12 part-",
        "emoji": "👩‍👩‍👧",
        "marks": "e\u0301",
    }.items()
}


def seconds(call: Callable[[], object]) -> float:
    """The processor's time that a call takes, the best of four: other work is no fault of it."""
    best = float("inf")
    for _ in range(4):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
        if best < 0.7:
            break
    return best


def quick(call: Callable[[str], object], text: str) -> bool:
    """Whether a text takes less than a second or, on a slow machine, time that grows as it does.

    A quarter of the text takes a quarter of the time then, and a sixteenth where time grows with
    the square of the length.
    """
    whole = seconds(lambda: call(text))
    return whole < 1 or whole < 8 * seconds(lambda: call(text[: len(text) // 4]))
