# ruff: noqa: E501 - a case is one line
"""A draft's claim beside one source: what is compared, and the traps that must not refute."""

from __future__ import annotations

import datetime as dt

import pytest

from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge import Context, judge
from verify.records import Hit, Label, Passage, Verdict

DAY = dt.date(2025, 6, 26)

# draft | source | verdict
ALIGNED = """
Iran has 31 provinces. | Iran is divided into 31 provinces. | supported
Iran has 30 provinces. | Iran is divided into 31 provinces. | refuted
NATO has 30 members. | NATO has 32 members. | refuted
The nine-member Shanghai Cooperation Organisation met in Qingdao. | The Shanghai Cooperation Organisation has 10 member states. | refuted
At least 627 people were killed in Iran. | At least 627 people were killed in Iran by Israel. | supported
Iran covers 1.65 million square kilometres. | Iran has an area of 1,648,195 square kilometres. | supported
Iran's border with Iraq is 1,959 kilometres long. | Iran's border with Iraq is 1,599 kilometres long. | refuted
The war between Israel and Iran lasted 14 days. | The 12-day war between Israel and Iran ended on 24 June. | refuted
Russia's defence minister, Sergei Shoigu, came to Qingdao. | Russia's Defence Minister Andrei Belousov came to Qingdao. | refuted
China's defence minister, Dong Jun, came to Qingdao. | Chinese Defence Minister Dong Jun spoke in Qingdao. | supported
The Shanghai Cooperation Organisation was founded on 15 June 2001. | The Shanghai Cooperation Organisation was founded in Shanghai on 15 June 2001. | supported
The Shanghai Cooperation Organisation was founded on 15 June 1996. | The Shanghai Cooperation Organisation was founded in Shanghai on 15 June 2001. | refuted
Iran's defence minister met Dong Jun in Qingdao on Tuesday. | Iran's defence minister met Dong Jun in Qingdao on Monday. | refuted
The capital of Kenya is Mombasa. | Nairobi is the capital of Kenya. | refuted
Unemployment in Kenya was 5.4% in 2023. | Unemployment in Kenya was 5.7% in 2023. | refuted
Halcyon Foods reported revenue of £3.42bn in 2024. | The revenue of Halcyon Foods was £3.42 billion in 2024. | supported
Halcyon Foods reported revenue of £3.42bn in 2024. | The revenue of Halcyon Foods was £3.31 billion in 2024. | refuted
Dong Jun chaired the 23rd meeting of the defence ministers of the Shanghai Cooperation Organisation. | Dong Jun chaired the 22nd meeting of the defence ministers of the Shanghai Cooperation Organisation. | refuted
The members of the Shanghai Cooperation Organisation are Belarus, China, India and Mongolia. | The members of the Shanghai Cooperation Organisation are Belarus, China, India and Iran. | refuted
Kenya gained independence in 1964. | Kenya gained independence on 12 December 1963. | refuted
"""

# what the source speaks of instead | draft | source
TRAPS = """
another company | Halcyon Foods reported revenue of £3.42bn in 2024. | Meridian Mills reported revenue of £2.10bn in 2024.
another year | Halcyon Foods reported revenue of £3.42bn in 2024. | Halcyon Foods reported revenue of £2.10bn in 2022.
another year | Unemployment in Kenya was 5.4% in 2023. | Unemployment in Kenya was 5.7% in 2019.
another currency | Halcyon Foods reported revenue of £3.42bn in 2024. | Halcyon Foods reported revenue of $4.30bn in 2024.
a forecast | Halcyon Foods reported revenue of £3.42bn in 2024. | Analysts had expected Halcyon Foods to report revenue of £3.10bn in 2024.
next year's forecast | Halcyon Foods reported revenue of £3.42bn in 2024. | Halcyon Foods expects revenue of £4.30bn in 2025.
a change | Halcyon Foods reported revenue of £3.42bn in 2024. | The revenue of Halcyon Foods rose by £200m in 2024.
profit | Halcyon Foods reported revenue of £3.42bn in 2024. | Halcyon Foods made a profit of £212m in 2024.
the experts' meeting | The 22nd meeting of the SCO defence ministers was held in Qingdao. | The 23rd meeting of the SCO expert working group on defence was held in Qingdao.
observers | The Shanghai Cooperation Organisation has 10 members. | The Shanghai Cooperation Organisation has two observers.
partners | The Shanghai Cooperation Organisation has 10 members. | The Shanghai Cooperation Organisation has 14 dialogue partners.
part of the whole | Iran has 89 million people. | Tehran has 9 million people.
the other side | At least 627 people were killed in Iran. | At least 28 people were killed in Israel.
another war | The war between Israel and Iran began on 13 June. | The war between Iraq and Iran began on 22 September 1980.
an exercise | The war between Israel and Iran lasted 12 days. | The exercise in Qingdao lasted three days.
a sub-event | Israel struck the nuclear site at Natanz on 22 June. | Israel struck the base at Tabriz on 13 June.
another member's entry | The Shanghai Cooperation Organisation was founded on 15 June 2001. | India joined the Shanghai Cooperation Organisation on 9 June 2017.
another country | Kenya gained independence in 1963. | Uganda gained independence in 1962.
another country's minister | China's defence minister, Dong Jun, came to Qingdao. | Russia's Defence Minister Andrei Belousov came to Qingdao.
another office | China's defence minister, Dong Jun, came to Qingdao. | China's Foreign Minister Wang Yi came to Qingdao.
another country's capital | The capital of Kenya is Nairobi. | Kampala is the capital of Uganda.
an open list | The members of the Shanghai Cooperation Organisation include Belarus and Iran. | The members of the Shanghai Cooperation Organisation include China and India.
ranked among others | Kenya is the third-largest country in Africa. | Kenya is the fifth-largest country in the world.
another noun with the same adjective | Kenya has five major lakes. | Kenya has two major ports.
other countries | Kenya asked four countries for tankers. | Envoys of 27 countries visited Kenya.
what it rose from | Halcyon Foods raised its bid to £48m from £46m. | Halcyon Foods had bid £46m.
another's filing | Arden Partners told the Markets Board it has bought 55,900 shares of Supreme Mills. | In a filing with the Markets Board, Harlow Fund said it has bought 81,001 shares of Centre Foods.
a captain and his nation | British captain Edward Marsh discovered the Osk Islands in 1609. | Velde Island was discovered by the British in 1821.
another crop | In addition, sales of soybeans totaled 68,200 tonnes. | Wheat sales totaled 119,300 tonnes.
what stands on the Earth | The surface of the Earth is approximately 71% water. | Its surface gravity is roughly a third of the Earth's.
another one ranked | Kenya is the third-largest member of the African Union. | Sudan is the fifth-largest member of the African Union.
the next in office | Edward Marsh was the 36th president of Elbia. | John Holt was the 35th president of Elbia.
another contract | Harlow Foods signed a contract worth three million dollars with Arden Mills. | Harlow Foods signed a letter to buy Centre Mills for 3.5 million dollars.
near, and not rounded | The Osk River is 2,625 km long. | The river flows for 2,574 km through Norland.
the whole | Spain will spend 2.1% of GDP on defence. | NATO members will spend 5% of GDP on defence.
"""


def verdicts(draft: str, source: str) -> list[Verdict]:
    claims = find_claims(draft_from_text(draft, as_of=DAY)).claims
    known = tuple(dict.fromkeys(n for c in claims for n in c.frame.wider_names))
    passage = Passage(id=1, document="d/1", text=source, published=DAY)
    hit = Hit(passage=passage, score=1.0, similarity=0.6)
    return [judge(c, [hit], Context(known, (), DAY)) for c in claims]


def on_values(draft: str, source: str) -> list[Verdict]:
    """What else a draft states is for the stance model."""
    return [v for v in verdicts(draft, source) if v.claim.value is not None]


@pytest.mark.parametrize("row", ALIGNED.strip().splitlines())
def test_aligned(row: str) -> None:
    draft, source, label = (part.strip() for part in row.split("|"))
    (verdict,) = on_values(draft, source)
    assert verdict.label == label
    (evidence,) = verdict.evidence
    assert evidence.span.of(source) == evidence.sentence
    assert evidence.comparison is not None
    assert evidence.comparison.aligned_by
    refuted = verdict.label is Label.REFUTED
    assert verdict.rule == (f"{verdict.claim.kind.value}.mismatch" if refuted else "")
    assert verdict.cause == evidence.comparison.reason


@pytest.mark.parametrize("row", TRAPS.strip().splitlines())
def test_trap(row: str) -> None:
    _, draft, source = (part.strip() for part in row.split("|"))
    found = on_values(draft, source)
    assert [v.label for v in found] == [Label.NOT_ENOUGH_EVIDENCE] * len(found)
    assert found


def test_a_source_beside_the_point_does_not_hide_one_to_it() -> None:
    source = "Tehran has 23 districts. Iran is divided into 31 provinces. It has 89 million people."
    (verdict,) = verdicts("Iran has 30 provinces.", source)
    assert verdict.label is Label.REFUTED
    assert verdict.evidence[0].sentence == "Iran is divided into 31 provinces."
