# ruff: noqa: E501 - a case is one line
"""What is had and what is done are counted apart, and so is what lasted."""

from __future__ import annotations

import pytest

from tests.judge.checking import Case, cases, check

ROWS = """
Kestrel Airlines has 4,200 employees. | Kestrel Airlines employs 3,500 people. | count refuted
Kestrel Airlines has 40 aircraft. | Kestrel Airlines flies 35 aircraft. | count refuted
Kestrel Airlines has 40 aircraft. | Kestrel Airlines's 35 aircraft were grounded. | count refuted
The nine-member Velde Forum met in Tavoria. | The Velde Forum has 10 members. | count refuted
Halcyon Foods opened 12 shops. | Halcyon Foods opened 15 shops. | count refuted
Halcyon Foods has 120 shops. | Halcyon Foods runs 150 shops. | count refuted
Kestrel Airlines acquired 12 aircraft. | Kestrel Airlines bought 15 aircraft. | count refuted
Lyndale United has sold 18,500 season tickets. | Fans of Lyndale United have bought 15,800 season tickets. | count refuted
The quake in Velde destroyed 300 homes. | The quake destroyed 500 homes in Velde. | count refuted
Kestrel Airlines hired 200 staff. | Kestrel Airlines has taken on 200 staff. | count supported
The strike at Kestrel Airlines lasted 12 days. | The strike at Kestrel Airlines lasted 14 days. | duration refuted
The strike at Kestrel Airlines lasted 12 days. | The 14-day strike at Kestrel Airlines ended on Monday. | duration refuted
The trade talks in Velde lasted three days. | The talks in Velde lasted five days. | duration refuted
Kestrel Airlines hired 200 staff. | Kestrel Airlines has 950 staff. | count not_enough_evidence
Kestrel Airlines has 950 staff. | Kestrel Airlines hired 200 staff. | count not_enough_evidence
The airline Kestrel hired 200 staff in Velde in May. | The airline Kestrel employs 950 staff in Velde in May. | count not_enough_evidence
Kestrel Airlines ordered 12 aircraft. | Kestrel Airlines sold 14 aircraft. | count not_enough_evidence
Kestrel Airlines has 200 new aircraft. | Kestrel Airlines has 42 aircraft. | count not_enough_evidence
Kestrel Airlines has another 12 aircraft. | Kestrel Airlines has 42 aircraft. | count not_enough_evidence
Kestrel Airlines has 4,200 employees. | Some 600 employees of Kestrel Airlines went on strike. | count not_enough_evidence
The Progress Party won 240 seats. | The Progress Party lost 140 seats. | count not_enough_evidence
The Progress Party won 240 seats. | The Progress Party holds 230 seats. | count not_enough_evidence
Lyndale United scored 80 goals. | Lyndale United conceded 40 goals. | count not_enough_evidence
The quake in Velde destroyed 300 homes. | The quake in Velde damaged 900 homes. | count not_enough_evidence
The strike at Kestrel Airlines lasted 12 days. | Talks to end the strike at Kestrel Airlines lasted three days. | duration not_enough_evidence
The talks at Kestrel Airlines lasted three hours. | The strike at Kestrel Airlines lasted three days. | duration not_enough_evidence
The murder trial of Orla Keane lasted six weeks. | The appeal in the trial of Orla Keane lasted three days. | duration not_enough_evidence
"""

PARTS = """
The Progress Party won 240 of 543 seats in Tavoria. | The Progress Party won 250 of 543 seats in Tavoria. | count refuted
The Progress Party won 240 of the 543 seats in Tavoria. | The Progress Party won 250 seats in Tavoria. | count refuted
The Progress Party won 240 of 543 seats in Tavoria. | The Progress Party won 240 of 545 seats in Tavoria. | count refuted
The Progress Party won 240 of 543 seats in Tavoria. | The Progress Party won 240 seats in Tavoria. | count supported
Teams sprayed 26,000 of 60,000 homes in Velde. | Teams fumigated 26,000 of the 40,000 homes in Velde. | count refuted
Halcyon Foods has 188 mln shares. | Halcyon Foods has 166 million shares. | count refuted
The Progress Party won 240 of the 543 seats in Tavoria. | The Progress Party won 12 of the 24 seats in Tavoria. | count not_enough_evidence
The Progress Party won 240 of the 543 seats. | The parliament of Tavoria has 543 seats. | count not_enough_evidence
The parliament of Tavoria has 540 seats. | The Progress Party won 240 of 543 seats in Tavoria. | count not_enough_evidence
Kestrel Airlines bought two of the three aircraft. | Kestrel Airlines has three aircraft. | count not_enough_evidence
Halcyon Foods has 188 mln shares. | Halcyon Foods has 12 mln members. | count not_enough_evidence
"""


@pytest.mark.parametrize("case", cases(PARTS), ids=str)
def test_a_part_is_not_its_whole(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", cases(ROWS), ids=str)
def test_counts_and_durations_are_of_one_deed(case: Case) -> None:
    check(case)
