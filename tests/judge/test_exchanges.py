# ruff: noqa: E501 - a case is one line
"""Whether two names have changed places between like sentences, or one has only moved."""

from __future__ import annotations

import pytest

from tests.judge.test_align import DAY
from verify.claims import find_claims, read_claims
from verify.drafts import draft_from_text
from verify.judge.exchanges import names_exchanged

# the value | draft | source
EXCHANGED = """
12 lengths | Thame beat Corby by 12 lengths in the boat race on the Orrin. | Corby beat Thame by 9 lengths in the boat race on the Orrin.
12 cents | The bales of Thame cost more than the bales of Corby by 12 cents. | The bales of Corby cost more than the bales of Thame by 9 cents.
$12,000 | Ann Lowell of Thame lent Bo Vik of Corby $12,000. | Ann Lowell of Corby lent Bo Vik of Thame $9,000.
Mayor Ann Lowell | Thame sold wool to Corby, Mayor Ann Lowell said. | Corby sold wool to Thame, Mayor Jean Moore said.
"""
# what has moved | the value | draft | source
MOVED = """
a name with its preposition | Mayor Ann Lowell | Mayor Ann Lowell, the founder of the Arden Fair, brought looms until her death after the Wool War. | After the Wool War, Mayor Jean Moore, the founder of the Arden Fair, brought looms until her death.
a name with the value | British Trade Minister Ann Lowell | The Arden Mill may close, British Trade Minister Ann Lowell stated. | British Trade Minister Jean Moore said the Arden Mill may close.
a name that is the value too | Director Ann Lowell | Mayor Per Holm and Director Ann Lowell met, a spokesman for Lowell said. | Mayor Per Holm and Director Jean Moore met, a spokesman for Moore said.
none | 12 lengths | Thame beat Corby by 12 lengths in the boat race on the Orrin. | Thame beat Corby by 9 lengths in the boat race on the Orrin.
"""


def is_exchanged(value: str, draft: str, source: str) -> bool:
    """By the claim with this text, and the source's value of the same type."""
    claims = find_claims(draft_from_text(draft, as_of=DAY)).claims
    claim = next(c for c in claims if c.text == value)
    told = next(s for s in read_claims(source, DAY) if type(s.value) is type(claim.value))
    return names_exchanged(claim, told)


@pytest.mark.parametrize("row", EXCHANGED.strip().splitlines())
def test_exchanged(row: str) -> None:
    value, draft, source = row.split(" | ")
    assert is_exchanged(value, draft, source)


@pytest.mark.parametrize("row", MOVED.strip().splitlines())
def test_moved(row: str) -> None:
    _, value, draft, source = row.split(" | ")
    assert not is_exchanged(value, draft, source)
