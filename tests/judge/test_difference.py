"""How far two values are apart, in the words that an editor would use."""

from __future__ import annotations

import pytest

from tests.judge.checking import verdicts

# draft | source | how far apart
APART = """
The border of Elbia is 1,959 kilometres long. | The border of Elbia is 1,599 kilometres long. | 360 km too much
Elbia spends 2.5% of GDP on defence. | Elbia spends 3.5% of GDP on defence. | 1.0 percentage points too little
The war in Elbia lasted 14 days. | The war in Elbia lasted 12 days. | 2 days too much
The call to Torva lasted two hours. | The call to Torva lasted one hour. | 1 hour too much
The bridge at Torva cost $3.4m. | The bridge at Torva cost $4.3m. | $900,000 too little
Elbia has 65 million inhabitants. | Elbia has 89,177,357 inhabitants. | 24,177,357 too few
The ferry Astoria sank on 12 March 1987. | The ferry Astoria sank on 21 March 1987. | 9 days too early
"""  # noqa: E501 - a case is one line


@pytest.mark.parametrize("row", APART.strip().splitlines())
def test_amounts_and_days_are_apart_in_their_own_units(row: str) -> None:
    draft, source, apart = row.split(" | ")
    (verdict,) = verdicts(draft, source)
    (evidence,) = verdict.evidence
    assert evidence.comparison is not None
    assert evidence.comparison.difference == apart
