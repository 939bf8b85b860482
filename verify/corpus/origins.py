"""Which passages are copies of one another, and so count as one source."""

from __future__ import annotations

import hashlib
import re
import unicodedata

WORD = re.compile(r"\w+")


def origin(text: str) -> str:
    """A key (16 hex digits) shared by passages with the same words in the same order, whatever
    their case, punctuation and spacing.

    Finds verbatim wire copy. Copies with a word changed need keys chosen over a whole corpus
    (MinHash): that pass would stand in the index build and write over what is given here.
    """
    words = WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
