"""What holds for the tests of claims."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import find_claims
from verify.drafts import draft_from_text


@pytest.fixture(scope="session", autouse=True)
def _loaded() -> None:
    """Dictionary and tables are there before any test's deadline runs."""
    find_claims(
        draft_from_text("The bloc, founded in 2001, has ten members.", as_of=dt.date(2025, 1, 1))
    )
