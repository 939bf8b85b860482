# ruff: noqa: E501 - a case is one line
"""Of which time a figure is: what names no time speaks of the day it was published."""

from __future__ import annotations

import pytest

from tests.judge.checking import Case, cases, check

ROWS = """
In 2019 Kestrel Airlines had 4,200 employees. | 2019-08-01 Kestrel Airlines has 3,500 employees. | count refuted
Kestrel Airlines had 4,200 employees in 2019. | 2025-06-01 In 2019 Kestrel Airlines had 3,500 employees. | count refuted
In June Kestrel Airlines had 4,200 employees. | Kestrel Airlines has 3,500 employees. | count refuted
At least 600 people were killed in Velde on Monday. | 2025-06-24 At least 270 people were killed in Velde. | count refuted
In 2014 Halcyon Foods bought Meridian Mills for $19bn. | Halcyon Foods, which bought Meridian Mills for $22bn, makes bread. | money refuted
In 2019 Kestrel Airlines had 4,200 employees. | Kestrel Airlines has 4,200 employees. | count supported
Halcyon Foods made a profit of $155m. | Halcyon Foods made a profit of $150m, compared with $212m a year ago. | money refuted
Halcyon Foods made a profit of $212m. | Halcyon Foods made a profit of $150m, against a year-earlier profit of $212m. | money refuted
Halcyon Foods made a profit of $155m, up from $130m a year earlier. | Halcyon Foods made a profit of $155m, up from $130m a year earlier. | money supported
Kestrel Airlines was the third-largest airline in Tavoria in 2024. | Kestrel Airlines was the second-largest airline in Tavoria in 2024. | superlative refuted
In 2019 Kestrel Airlines had 4,200 employees. | 2025-06-01 Kestrel Airlines has 3,500 employees. | count not_enough_evidence
Kestrel Airlines had 4,200 employees in 2019. | undated Kestrel Airlines has 3,500 employees. | count not_enough_evidence
Kestrel Airlines had 4,200 employees in 2019. | 2018-06-01 Kestrel Airlines has 3,500 employees. | count not_enough_evidence
Unemployment in Tavoria was 5.4% in 2019. | Unemployment in Tavoria is 4.1%. | percentage not_enough_evidence
Harlow Stores said sales for the first nine weeks of its year were $277m. | Harlow Stores said sales for the four weeks ended February 28 were $113m. | money not_enough_evidence
Harlow Stores said sales for the first nine weeks of its year were $277m. | Harlow Stores said sales for the first nine weeks of its year were $237m. | money refuted
Harlow Stores posted a loss of $44m for the full year 2024. | Harlow Stores posted a loss of $22m for the first quarter. | money not_enough_evidence
Harlow Stores set up a reserve in the quarter ended March 31. | Harlow Stores changed its auditor for the fiscal year ended September 30, 2024. | date not_enough_evidence
Harlow Stores sold 5,000 cars in the 2023/24 season. | Harlow Stores sold 6,000 cars in the 2024/25 season. | count not_enough_evidence
The latest poll gave the Tavoria Greens a lead of 17 points. | 2025-05-20 A poll gave the Tavoria Greens a lead of nine points. | count not_enough_evidence
The latest poll gave the Tavoria Greens a lead of 17 points. | 2025-06-24 A poll gave the Tavoria Greens a lead of nine points. | count refuted
At least 600 people were killed in Velde on Monday. | 2025-06-08 At least 270 people were killed in Velde. | count not_enough_evidence
In 2014 Halcyon Foods made a profit of $19m. | Halcyon Foods made a profit of $22m. | money not_enough_evidence
Halcyon Foods made a profit of $150m. | Halcyon Foods made a profit of $212m a year earlier. | money not_enough_evidence
Halcyon Foods made a profit of $150m. | The year-earlier profit of Halcyon Foods was $212m. | money not_enough_evidence
Halcyon Foods sold 18,000 cars. | Halcyon Foods sold 15,000 cars in the prior year. | count not_enough_evidence
Kestrel Airlines was the third-largest airline in Tavoria in 2024. | Kestrel Airlines was the second-largest airline in Tavoria in 2023. | superlative not_enough_evidence
"""


@pytest.mark.parametrize("case", cases(ROWS), ids=str)
def test_a_figure_is_of_one_time(case: Case) -> None:
    check(case)
