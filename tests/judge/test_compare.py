# ruff: noqa: E501 - a case is one line
"""Two values of one sort: the same, different, or less precise, with the reason in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verify.claims import read_claims
from verify.judge.compare import compare
from verify.judge.compare_dates import say_dates
from verify.judge.compare_ranks import rank_word
from verify.records import (
    Claim,
    Comparison,
    Hedge,
    Kind,
    Membership,
    Ordinal,
    Outcome,
    Quantity,
    Role,
    Sentence,
    Span,
    Value,
    When,
)

DAY = dt.date(2025, 6, 26)

# draft | source | kind | outcome ("-": the two do not compare)
ROWS = """
The ten-member bloc met. | The bloc has 10 members. | count | same
The 9-member bloc met. | The bloc has 10 members. | count | different
A dozen people came. | 12 people came. | count | same
Two million people came. | 2,000,000 people came. | count | same
Iran has 89 million people. | Iran has 89,177,357 people. | count | same
Iran has about 89 million people. | Iran has 89,177,357 people. | count | same
Iran has 65 million people. | Iran has 89,177,357 people. | count | different
Sales were 3.4 million units. | Sales were 3.5 million units. | count | different
More than 600 people were killed. | At least 627 people were killed. | count | same
At least 627 people were killed. | 627 people were killed. | count | same
More than 700 people were killed. | 627 people were killed. | count | different
More than 600 people were killed. | 6,000 people were killed. | count | different
Nearly 1,000 people came. | 987 people came. | count | same
Fewer than 500 people came. | 600 people came. | count | different
Between 10 and 20 people came. | 15 people came. | count | same
Between 10 and 20 people came. | 25 people came. | count | different
Revenue was $3.4 billion. | Revenue was $3.5 billion. | money | different
Revenue was $3.4 billion. | Revenue was $3.42 billion. | money | same
Revenue was $3.4 billion. | Revenue was $3.4 million. | money | different
Revenue was $3.4 billion. | Revenue was £3.4 billion. | money | different
Revenue was $3.4 billion. | Revenue was £2.7 billion. | money | -
The company paid €5 million. | The company paid 5 million euros. | money | same
The company paid $5m. | The company paid US$5 million. | money | same
The company paid $5m. | The company paid $6m. | money | different
The border is 100 kilometres long. | The border is 62 miles long. | quantity | same
The border is 100 miles long. | The border is 100 kilometres long. | quantity | different
The border is 1,959 kilometres long. | The border is 1,458 kilometres long. | quantity | different
Iran covers 1.65 million square kilometres. | Iran covers 1,648,195 square kilometres. | quantity | same
The plane weighs 2 tonnes. | The plane weighs 2,000 kilograms. | quantity | same
The plane weighs 2 tonnes. | The plane is 2 metres long. | quantity | -
The call lasted two hours. | The call lasted 120 minutes. | duration | same
The war lasted two weeks. | The war lasted 14 days. | duration | same
The war lasted 14 days. | The war lasted 12 days. | duration | different
Unemployment fell to 4.3%. | Unemployment fell to 4.3 per cent. | percentage | same
Unemployment fell to 4.3%. | Unemployment fell to 4.8 per cent. | percentage | different
Profit rose 5% in May. | Profit fell 5% in May. | percentage | different
Profit rose by 5%. | Profit grew 5 percent. | percentage | same
The rate rose 2 percentage points. | The rate is 2%. | percentage | -
A quarter of voters agreed. | 25% of voters agreed. | percentage | same
It was founded in June 2001. | It was founded on 15 June 2001. | date | same
It was founded on 15 June 2001. | It was founded in June 2001. | date | compatible
It was founded on 15 June 2001. | It was founded in 2001. | date | compatible
It was founded in 2001. | It was founded on 15 June 2001. | date | same
It was founded in 2000. | It was founded on 15 June 2001. | date | different
They met on Monday. | They met on 23 June 2025. | date | same
They met on Tuesday. | They met on 23 June 2025. | date | different
They met last week. | They met on 19 June 2025. | date | same
They met yesterday. | They met on 24 June. | date | different
Vladimir Putin is the president of Russia. | Russian President Vladimir Putin spoke. | role | same
Putin is the president of Russia. | Russian President Vladimir Putin spoke. | role | same
Sergei Shoigu is Russia's defence minister. | Russia's Defence Minister Andrei Belousov spoke. | role | different
Volodymyr Zelensky is the president of Ukraine. | Ukraine's President Volodymyr Zelenskyy spoke. | role | same
Abbas Araqchi is Iran's foreign minister. | Iran's Foreign Minister Abbas Araghchi spoke. | role | same
Mohammed Dar is Iran's foreign minister. | Iran's Foreign Minister Abbas Araghchi spoke. | role | different
Mombasa is the capital of Kenya. | Kenya's capital, Nairobi, is large. | role | different
Iran borders Iraq and Turkey. | Iran borders Iraq, Turkey and Armenia. | membership | same
The members are Belarus, India, Iran and Mongolia. | The members are Belarus, China, India and Iran. | membership | different
The members are Belarus, India and Iran. | The members are Belarus, China, India and Iran. | membership | different
The members include Belarus and India. | The members are Belarus, China, India and Iran. | membership | same
The members include Belarus and Mongolia. | The members are Belarus, China, India and Iran. | membership | different
The members include Belarus and Mongolia. | The members include Belarus and India. | membership | -
It was the 23rd meeting. | It was the 22nd meeting. | ordinal | different
It was the twenty-second meeting. | It was the 22nd meeting. | ordinal | same
It was the last meeting. | It was the third meeting. | ordinal | -
Kenya is the third-largest economy in Africa. | Kenya is the second-largest economy in Africa. | superlative | different
Kenya is the largest economy in Africa. | Kenya is the oldest economy in Africa. | superlative | -
Kenya is Africa's third-largest economy. | Kenya is the third-largest economy in Africa. | superlative | same
Kenya is Africa's third-largest economy. | Kenya is the 60th-largest economy in the world. | superlative | -
Thousands of people came. | 4,500 people came. | count | same
4,500 people came. | Thousands of people came. | count | compatible
Thousands of people came. | 90 people came. | count | different
Oil rose to $80 a barrel. | Oil rose to $80 a tonne. | money | -
Oil rose to $80 a barrel. | Oil rose to $85. | money | different
He ruled from 2010 to 2014. | He ruled from 2010 to 2015. | date | different
He ruled from 2010 to 2014. | He ruled from 3 May 2010 to 2 June 2014. | date | same
He ruled from 2010 to 2014. | He ruled between 2010 and 2014. | date | same
""".strip().splitlines()


def only(sentence: str) -> Claim:
    """The one claim of a sentence."""
    (claim,) = read_claims(sentence, DAY)
    return claim


def made(value: Value, kind: Kind) -> Claim:
    """A claim with nothing but a value."""
    sentence = Sentence(span=Span(start=0, end=1), text="x")
    return Claim(
        id="c1",
        kind=kind,
        span=sentence.span,
        text="x",
        sentence=sentence,
        resolved="x",
        value=value,
    )


def compared(one: Claim, other: Claim) -> Comparison:
    found = compare(one, other)
    assert found is not None
    return found


@pytest.mark.parametrize("row", ROWS)
def test_compare(row: str) -> None:
    draft, source, kind, outcome = (part.strip() for part in row.split("|"))
    claim = only(draft)
    found = compare(claim, only(source))
    if outcome == "-":
        assert found is None
        return
    assert found is not None
    assert claim.kind == kind
    assert (found.outcome, found.rule) == (outcome, f"{kind}.mismatch")
    assert found.claim_value in found.reason or kind in {
        "ordinal",
        "superlative",
        "role",
        "membership",
    }


def test_points_are_no_percent() -> None:
    found = compare(only("The rate rose 2 percentage points."), only("The rate rose 2%."))
    assert found is not None
    assert (found.outcome, found.rule) == (Outcome.DIFFERENT, "percentage.points")


@pytest.mark.parametrize(
    ("draft", "source", "reason"),
    [
        (
            "The 9-member bloc met.",
            "The bloc has 10 members.",
            "the draft says 9-member bloc, the source says 10 members, 1 too few",
        ),
        (
            "It was the 23rd meeting.",
            "It was the 22nd meeting.",
            "the draft says 23rd, the source says 22nd",
        ),
        (
            "Sergei Shoigu is Russia's defence minister.",
            "Russia's Defence Minister Andrei Belousov spoke.",
            "the draft names Sergei Shoigu as defence minister, the source names Andrei Belousov",
        ),
        (
            "They met on Tuesday.",
            "They met on 23 June 2025.",
            "the draft says Tuesday (24 June 2025), the source says 23 June 2025",
        ),
        (
            "The members are Belarus, India and Iran.",
            "The members are Belarus, China, India and Iran.",
            "the source's full list has China as well",
        ),
        (
            "Profit rose 5% in May.",
            "Profit fell 5% in May.",
            "the draft says a rise of 5%, the source a fall of 5%",
        ),
    ],
)
def test_reason(draft: str, source: str, reason: str) -> None:
    assert compared(only(draft), only(source)).reason == reason


def test_values_of_two_sorts_do_not_compare() -> None:
    assert compare(only("It was the 23rd meeting."), only("The bloc has 10 members.")) is None
    assert compare(only("The bloc has 10 members."), only("They met on Monday.")) is None


def test_a_date_that_can_be_read_in_two_ways_does_not_compare() -> None:
    day = dt.date(2025, 6, 7)
    sure, unsure = (made(When(start=day, end=day, certain=c), Kind.DATE) for c in (True, False))
    assert compare(sure, unsure) is None
    assert compare(unsure, sure) is None
    assert compared(sure, sure).outcome is Outcome.SAME


@pytest.mark.parametrize(
    ("first", "last", "text", "said"),
    [
        ("2025-06-26", "2025-06-26", "26 June", "26 June 2025"),
        ("2025-06-23", "2025-06-23", "Monday", "Monday (23 June 2025)"),
        ("2025-06-01", "2025-06-30", "June 2025", "June 2025"),
        ("2024-01-01", "2024-12-31", "2024", "2024"),
        ("2019-01-01", "2021-12-31", "2019-21", "2019 to 2021"),
        ("2025-06-16", "2025-06-22", "last week", "last week (16 to 22 June 2025)"),
        ("2025-05-28", "2025-06-03", "28 May", "28 May to 3 June 2025"),
        ("2024-02-01", "2024-02-29", "February 2024", "February 2024"),
    ],
)
def test_say_dates(first: str, last: str, text: str, said: str) -> None:
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert say_dates(When(start=start, end=end, text=text)) == said


@pytest.mark.parametrize(
    ("rank", "word"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (22, "22nd"), (113, "113th"),
     (-1, "last"), (0, "only"), (-2, "last but one")],
)  # fmt: skip
def test_rank_word(rank: int, word: str) -> None:
    assert rank_word(rank) == word


numbers = st.decimals(min_value=-(10**12), max_value=10**12, places=3)
units = st.sampled_from(["", "%", "m", "USD", "minute"])
steps = st.sampled_from([Decimal(n) for n in ("0", "0.1", "1", "1000")])


@st.composite
def quantities(draw: st.DrawFn, hedge: st.SearchStrategy[Hedge]) -> Quantity:
    low, high = sorted((draw(numbers), draw(numbers)))
    if draw(st.booleans()):
        high = low
    return Quantity(
        low=low, high=high, unit=draw(units), hedge=draw(hedge), precision=draw(steps), text="n"
    )


dates = st.tuples(st.dates(), st.dates()).map(lambda d: When(start=min(d), end=max(d)))
ordinals = st.builds(Ordinal, rank=st.integers(-1, 200), quality=st.sampled_from(["", "large"]))
names = st.sampled_from(
    ["Dong Jun", "Iran", "Aziz Nasirzadeh", "Shanghai Cooperation Organisation"]
)
roles = st.builds(
    Role, office=st.sampled_from(["president", "defence minister"]), of=names, holder=names
)
lists = st.builds(
    Membership, group=names, members=st.lists(names, min_size=1).map(tuple), closed=st.booleans()
)
values = st.one_of(
    quantities(st.sampled_from(Hedge)).map(lambda v: made(v, Kind.QUANTITY)),
    dates.map(lambda v: made(v, Kind.DATE)),
    ordinals.map(lambda v: made(v, Kind.ORDINAL)),
    roles.map(lambda v: made(v, Kind.ROLE)),
    lists.map(lambda v: made(v, Kind.MEMBERSHIP)),
)


@given(values)
def test_every_value_is_the_same_as_itself(claim: Claim) -> None:
    assert compared(claim, claim).outcome is Outcome.SAME


@given(quantities(st.just(Hedge.EXACT)), quantities(st.just(Hedge.EXACT)))
def test_exact_quantities_compare_alike_both_ways(one: Quantity, other: Quantity) -> None:
    a, b = (
        made(one, Kind.QUANTITY),
        made(other.model_copy(update={"unit": one.unit}), Kind.QUANTITY),
    )
    assert compared(a, b).outcome is compared(b, a).outcome


@given(numbers, st.sampled_from([Decimal(n) for n in ("1", "1000", "1000000")]))
def test_a_number_agrees_with_its_rounding_only(number: Decimal, step: Decimal) -> None:
    rounded = (number / step).to_integral_value() * step
    fine = made(Quantity(low=number, high=number, precision=Decimal("0.001")), Kind.QUANTITY)
    for off, outcome in ((Decimal(0), Outcome.SAME), (2 * step, Outcome.DIFFERENT)):
        value = rounded + off
        rough = made(Quantity(low=value, high=value, precision=step), Kind.QUANTITY)
        if outcome is Outcome.SAME and abs(number - value) > abs(value) * Decimal("0.02"):
            continue  # rounded to so few digits that it is another number
        assert compared(rough, fine).outcome is outcome
