"""Shares as people write them."""

from __future__ import annotations

import pytest

from verify.rates import read_rate


@pytest.mark.parametrize(
    ("written", "share"),
    [("1%", 0.01), ("0.5 %", 0.005), (" 0.02 ", 0.02), ("0", 0), ("100%", 1), ("1", 1)],
)
def test_a_share_is_read(written: str, share: float) -> None:
    assert read_rate(written) == pytest.approx(share)


@pytest.mark.parametrize("written", ["", "%", "one", "-1%", "101%", "2", "nan", "inf"])
def test_what_is_none_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_rate(written)
