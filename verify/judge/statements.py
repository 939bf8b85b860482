"""What a passage asserts, read once for all the claims that it is found for."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from verify.claims import read_claims, read_figures
from verify.records import Claim, Passage


def statements(passage: Passage) -> tuple[Claim, ...]:
    """The claims of a passage, read as a draft's are."""
    return _read(passage.text, passage.published, passage.title)


def figures(passage: Passage) -> tuple[Claim, ...]:
    """The bare figures of a passage, read where a draft's may meet them."""
    return _read_figures(passage.text, passage.published, passage.title)


@lru_cache(maxsize=20_000)
def _read(text: str, published: dt.date | None, title: str) -> tuple[Claim, ...]:
    return read_claims(text, published, title)


@lru_cache(maxsize=20_000)
def _read_figures(text: str, published: dt.date | None, title: str) -> tuple[Claim, ...]:
    return read_figures(text, published, title)
