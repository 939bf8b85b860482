"""What holds for the tests of claims."""

from __future__ import annotations

from verify.claims.split.tagger import tag_words
from verify.claims.words import tokenize


def pytest_sessionstart() -> None:
    """Load dictionary and table now, so that no test's deadline has to."""
    tag_words(tokenize("Words are loaded once."))
