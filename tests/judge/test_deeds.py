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


@pytest.mark.parametrize("case", cases(ROWS), ids=str)
def test_counts_and_durations_are_of_one_deed(case: Case) -> None:
    check(case)
