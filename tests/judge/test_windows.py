# ruff: noqa: E501 - a case is one line
"""Ranks in their window, and places in a contest."""

from __future__ import annotations

import pytest

from tests.judge.checking import Case, cases, check

WINDOWS = """
It was Norrland's worst drought since 1976. | It was Norrland's worst drought since 1976. | superlative supported
It was Norrland's worst drought since 1976. | It was Norrland's worst drought since 1995. | superlative refuted
It was Norrland's worst drought since 1995. | It was Norrland's worst drought since 1976. | superlative refuted
It was Anton Reyle's first visit to Tavoria since 2008. | It was Anton Reyle's first visit to Tavoria since 2011. | superlative refuted
The drought was the worst in Norrland in 10 years. | The drought was the worst in Norrland in 20 years. | superlative supported
The drought was the worst in Norrland since 2010. | The drought was the worst in Norrland on record. | superlative supported
The drought was Norrland's worst since 1950. | The drought was Norrland's second-worst since 2010. | superlative refuted
The drought was Norrland's second-worst since 2010. | The drought was Norrland's worst since 1950. | superlative refuted
It was Norrland's worst drought. | It was Norrland's third-worst drought since 1950. | superlative refuted
It was Norrland's worst drought since 1976. | It was Norrland's worst drought since 1995. | date refuted
The drought was Norrland's worst since 2010. | The drought was Norrland's second-worst since 1950. | superlative not_enough_evidence
The drought was Norrland's worst since 2010. | The drought was Norrland's second-worst since 1950. | date not_enough_evidence
The drought was Norrland's second-worst since 1950. | The drought was Norrland's worst since 2010. | superlative not_enough_evidence
The drought was the worst in Norrland in 20 years. | The drought was the worst in Norrland in 10 years. | superlative not_enough_evidence
The drought was the worst in Norrland since 1976. | The drought was the worst in Norrland in 20 years. | superlative not_enough_evidence
It was Anton Reyle's first visit to Tavoria. | It was Anton Reyle's first visit to Tavoria since 2011. | superlative not_enough_evidence
It was Anton Reyle's first visit to Tavoria since 2011. | It was Anton Reyle's third visit to Tavoria. | superlative not_enough_evidence
The drought was Norrland's worst since the war. | The drought was Norrland's second-worst since 2010. | superlative not_enough_evidence
The drought was the worst in Norrland on record. | The drought was the worst in Norrland since 1976. | superlative not_enough_evidence
"""

PLACES = """
Orla Keane finished third in the Velde marathon. | Orla Keane finished fourth in the Velde marathon. | ordinal refuted
Orla Keane finished third in the Velde marathon. | Orla Keane came fourth in the marathon in Velde on Sunday. | ordinal refuted
Orla Keane came third in the 100 metres in Velde. | Orla Keane was placed fourth in the 100 metres in Velde. | ordinal refuted
Orla Keane finished third in the Velde marathon. | Orla Keane came third in the marathon in Velde. | ordinal supported
Orla Keane finished third in the Velde marathon. | Orla Keane finished fourth in the Oslo marathon. | ordinal not_enough_evidence
Orla Keane finished third in the 100 metres in Velde. | Orla Keane came fourth in the 200 metres in Velde. | ordinal not_enough_evidence
Orla Keane finished third in the Velde marathon in 2023. | Orla Keane finished fourth in the Velde marathon in 2024. | ordinal not_enough_evidence
Orla Keane finished third in the Velde marathon. | Ulla Lund finished fourth in the Velde marathon, behind Orla Keane. | ordinal not_enough_evidence
Orla Keane finished third in the Velde marathon. | Orla Keane qualified fourth for the Velde marathon. | ordinal not_enough_evidence
Orla Keane finished third. | Orla Keane finished fourth. | ordinal not_enough_evidence
"""


@pytest.mark.parametrize("case", cases(WINDOWS), ids=str)
def test_ranks_are_of_one_window(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", cases(PLACES), ids=str)
def test_places_are_of_one_contest(case: Case) -> None:
    check(case)
