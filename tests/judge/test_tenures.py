# ruff: noqa: E501 - a case is one line
"""Who holds an office when: a predecessor contradicts nobody."""

from __future__ import annotations

import pytest

from tests.judge.checking import Case, cases, check

ROWS = """
Ines Carvalho is Tavoria's foreign minister. | Tavoria's foreign minister, Orla Keane, spoke. | role refuted
Ines Carvalho is Tavoria's foreign minister. | 2025-02-01 Tavoria's foreign minister, Orla Keane, spoke. | role refuted
Ines Carvalho is Tavoria's foreign minister. | Tavoria's foreign minister, Ines Carvalho, spoke. | 2023-02-01 Tavoria's foreign minister, Orla Keane, spoke. | role supported
The capital of Tavoria is Velde. | 2010-02-01 Lowick is the capital of Tavoria. | role refuted
Ines Carvalho is Tavoria's foreign minister. | 2010-02-01 Tavoria's foreign minister, Orla Keane, spoke. | role not_enough_evidence
Ines Carvalho is Tavoria's foreign minister. | Tavoria's former foreign minister, Orla Keane, spoke. | role not_enough_evidence
Ines Carvalho is Tavoria's foreign minister. | Orla Keane was foreign minister of Tavoria until 2020. | role not_enough_evidence
Tavoria's former foreign minister, Ines Carvalho, spoke. | Tavoria's former foreign minister, Orla Keane, died. | role not_enough_evidence
Ines Carvalho is Tavoria's foreign minister. | Tavoria's then foreign minister, Orla Keane, signed it. | role not_enough_evidence
In 2015 Ines Carvalho was Tavoria's foreign minister. | Tavoria's foreign minister, Orla Keane, spoke. | role not_enough_evidence
"""


@pytest.mark.parametrize("case", cases(ROWS), ids=str)
def test_holders_of_one_time(case: Case) -> None:
    check(case)
