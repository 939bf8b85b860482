"""Quantities: a number with what it counts or measures, and numbers that measure nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import SLOW, any_text, quick
from verify.claims.quantities import Measured, find_quantities, noun_phrase_end
from verify.records import Hedge

_SIGNS = {
    Hedge.EXACT: "", Hedge.ABOUT: "~", Hedge.AT_LEAST: ">=", Hedge.MORE_THAN: ">",
    Hedge.AT_MOST: "<=", Hedge.LESS_THAN: "<",
}  # fmt: skip


def say(measured: Measured) -> str:
    """E.g. "duration 12 day: 12-day"."""
    value = measured.value
    low, high = f"{value.low:f}", f"{value.high:f}"
    number = _SIGNS[value.hedge] + (low if low == high else f"{low}..{high}")
    return f"{measured.kind.value} {number} {value.unit}".rstrip() + f": {value.text}"


MEASURED = [
    # counts
    ("the 10-member bloc", "count 10: 10-member bloc"),
    ("a ten-member bloc", "count 10: ten-member bloc"),
    ("its ten full member states", "count 10: ten full member states"),
    ("over 1,200 part-time workers in Leeds", "count >1200: over 1,200 part-time workers"),
    ("10 state-owned companies", "count 10: 10 state-owned companies"),
    ("an 80,000-seat stadium", "count 80000: 80,000-seat stadium"),
    ("twenty-two ministers came", "count 22: twenty-two ministers"),
    ("12 ministers met in Oslo", "count 12: 12 ministers"),
    ("ten people left", "count 10: ten people"),
    ("two hundred or so people", "count ~200: two hundred or so people"),
    ("50 or more people", "count >=50: 50 or more people"),
    ("three or four ships", "count 3..4: three or four ships"),
    ("between 10 and 12 people were hurt", "count 10..12: 10 and 12 people"),
    ("3 to 4 million people", "count 3000000..4000000: 3 to 4 million people"),
    ("an estimated 2,000 people", "count ~2000: an estimated 2,000 people"),
    ("half a million people", "count 500000: half a million people"),
    ("then Jonas Reid’s 27 league goals", "count 27: 27 league goals"),
    ("two dozen soldiers", "count 24: two dozen soldiers"),
    ("1,00,000 voters", "count 100000: 1,00,000 voters"),
    ("5m people", "count 5000000: 5m people"),
    ("one million people", "count 1000000: one million people"),
    ("a 2.5 million-strong union", "count 2500000: 2.5 million-strong union"),
    ("killed 1500 people", "count 1500: 1500 people"),
    ("about 1,900 houses", "count ~1900: about 1,900 houses"),
    # percentages
    ("nearly 5 per cent", "percentage ~5 %: nearly 5 per cent"),
    ("grew 12.5%", "percentage 12.5 %: 12.5%"),
    ("12 pct lower", "percentage 12 %: 12 pct"),
    ("five percent", "percentage 5 %: five percent"),
    ("growth of 10-12% a year", "percentage 10..12 %: 10-12%"),
    ("40 per cent to 50 per cent", "percentage 40..50 %: 40 per cent to 50 per cent"),
    ("between 40% and 50%", "percentage 40..50 %: 40% and 50%"),
    ("rose from 5 to 7 per cent", "percentage 5 %: 5; percentage 7 %: 7 per cent"),
    ("rose from 5% to 7%", "percentage 5 %: 5%; percentage 7 %: 7%"),
    ("up 2 percentage points", "percentage 2 pp: 2 percentage points"),
    ("up 0.5 of a percentage point", "percentage 0.5 pp: 0.5 of a percentage point"),
    ("up half a percentage point", "percentage 0.5 pp: half a percentage point"),
    ("a cut of 25 basis points", "percentage 0.25 pp: 25 basis points"),
    ("two-thirds of members", "percentage ~66.67 %: two-thirds"),
    ("three-quarters of voters", "percentage ~75 %: three-quarters"),
    ("about half of the members", "percentage ~50 %: about half"),
    # money
    ("revenue of £3.4m.", "money 3400000 GBP: £3.4m"),
    ("$1.2 trillion in debt", "money 1200000000000 USD: $1.2 trillion"),
    ("a $3.4 million deal", "money 3400000 USD: $3.4 million"),
    ("US$5m, A$3bn and C$2,000", "money 5000000 USD: US$5m; money 3000000000 AUD: A$3bn;"
     " money 2000 CAD: C$2,000"),
    ("30 euros, 200 yuan and 500 rupees", "money 30 EUR: 30 euros; money 200 CNY: 200 yuan;"
     " money 500 INR: 500 rupees"),
    ("Rs 500 crore", "money 5000000000 INR: Rs 500 crore"),
    ("Rs500 crore", "money 5000000000 INR: Rs500 crore"),
    ("500€ or EUR500m", "money 500 EUR: 500€; money 500000000 EUR: EUR500m"),
    ("5 million Canadian dollars", "money 5000000 CAD: 5 million Canadian dollars"),
    ("between 1.2bn and 1.5bn euros", "money 1200000000..1500000000 EUR: 1.2bn and 1.5bn euros"),
    ("£1.5-2bn", "money 1500000000..2000000000 GBP: £1.5-2bn"),
    ("$10-$12 million", "money 10000000..12000000 USD: $10-$12 million"),
    ("from 5 to 7 million dollars", "money 5000000 USD: 5; money 7000000 USD: 7 million dollars"),
    ("more than $30,000", "money >30000 USD: more than $30,000"),
    ("up 15p to £1.20", "money 0.15 GBP: 15p; money 1.2 GBP: £1.20"),
    ("30 mln dlrs", "money 30000000 USD: 30 mln dlrs"),
    ("50 mln Australian dlrs", "money 50000000 AUD: 50 mln Australian dlrs"),
    ("30 million crowns", "money 30000000 crown: 30 million crowns"),
    # durations
    ("a 12-day war", "duration 12 day: 12-day"),
    ("two weeks", "duration 14 day: two weeks"),
    ("a five-year plan", "duration 60 month: five-year"),
    ("a 40-year-old man", "duration 480 month: 40-year"),
    ("two hours and 14 minutes", "duration 134 minute: two hours and 14 minutes"),
    ("2 hours, 14 minutes and 30 seconds", "duration 134.5 minute:"
     " 2 hours, 14 minutes and 30 seconds"),
    ("1h 12m and 1h12m", "duration 72 minute: 1h 12m; duration 72 minute: 1h12m"),
    ("three years and six months", "duration 42 month: three years and six months"),
    ("two and a half years", "duration 30 month: two and a half years"),
    ("half an hour", "duration 30 minute: half an hour"),
    ("lasted about an hour", "duration ~60 minute: about an hour"),
    ("more than a year in jail", "duration >12 month: more than a year"),
    ("it took a week", "duration 7 day: a week"),
    ("an hour-long call", "duration 60 minute: an hour"),
    ("for one day", "duration 1 day: one day"),
    ("10 to 12 days", "duration 10..12 day: 10 to 12 days"),
    ("a 10-to-15-year sentence", "duration 120..180 month: 10-to-15-year"),
    # measures
    ("a 330-metre-tall tower", "quantity 330 m: 330-metre"),
    ("it is 330m tall", "quantity 330 m: 330m"),
    ("the 100m sprint", "quantity 100 m: 100m"),
    ("12 miles", "quantity 19312.128 m: 12 miles"),
    ("he is 6ft 2in", "quantity 1.8796 m: 6ft 2in"),
    ("6 feet 2 inches tall", "quantity 1.8796 m: 6 feet 2 inches"),
    ("500 km2, 500 sq km, 500 sq. km", "quantity 500000000 m2: 500 km2;"
     " quantity 500000000 m2: 500 sq km; quantity 500000000 m2: 500 sq. km"),
    ("1.65 million square kilometres", "quantity 1650000000000 m2: 1.65 million square kilometres"),
    ("at 265 km / h", "quantity 265 km/h: 265 km / h"),
    ("at 70 mph", "quantity 112.65408 km/h: 70 mph"),
    ("300 tonnes", "quantity 300000 kg: 300 tonnes"),
    ("39°C, 39 °C and 39C", "quantity 39 °C: 39°C; quantity 39 °C: 39 °C; quantity 39 °C: 39C"),
    ("-5°C or minus 5 degrees Celsius", "quantity -5 °C: -5°C;"
     " quantity -5 °C: minus 5 degrees Celsius"),
    ("5 million to 7 million barrels", "quantity 794935..1112909 m3:"
     " 5 million to 7 million barrels"),
    ("a flow of 680 m3/s", "quantity 680 m3/s: 680 m3/s"),
    ("four mln tonnes", "quantity 4000000000 kg: four mln tonnes"),
    ("a 200-pound bomb", "quantity 90.718474 kg: 200-pound"),
    ("more than two million tonnes", "quantity >2000000000 kg: more than two million tonnes"),
]  # fmt: skip
NOTHING_MEASURED = [
    "the thousands who came, in their hundreds, by the dozen",
    "No. 10 said, number 7 said, #5 shirts",
    "a Boeing 737 crashed",
    "the Apollo 11 astronauts landed",
    "COVID-19 cases, F-16 jets, G20 leaders, 5G networks",
    "24/7 support",
    "call 020 7946 0958 now",
    "at 9 a.m. sharp",
    "at 9:30 local time",
    "at 9 local time",
    "at 18:00 GMT, at 1800 GMT",
    "won 3-1",
    "won 2 -- 1 there",
    "closes at 1330 PDT",
    "a 2-0 win",
    "lost 1-3 at home",
    "page 45 lists",
    "chapter 7 ends",
    "Article 5 commitments",
    "one of the ministers",
    "no one knows, one by one",
    "one person died",
    "a one-off payment",
    "one day she will",
    "twice a day, per mile or a mile, a year ago, about a week after",
    "a second ship, second-hand cars",
    "World War II ended",
    "Python 3.11 features",
    "ID 48213 users",
    "in the 1990s people left",
    "in 2024 people left",
    "in 2016 pounds were",
    "the 2024 elections",
    "since 2008 yuan trading has grown",
    "John Smith (45) said, John Smith, 45, said",
    "10 Downing Street",
    "221 Baker Street",
    "1600 Pennsylvania Avenue",
    "2025-06-24 reports",
    "one in five adults",
    "3 out of 10 voters",
    "12 per 100,000",
    "sales of 3.4bn",
    "a 5-4 ruling",
    "24 June, June 24 people",
    "the 12 won by the Greens",
    "10 more",
    "category 5 hurricanes",
    "the under-21 team",
    "the first half of 1988",
    "from 499 BC to 449 BC",
    "deposits 4.57 billion vs 4.83 billion",
]


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_quantities_are_read_as_written(text: str, expected: str) -> None:
    assert "; ".join(say(q) for q in find_quantities(text)) == expected


@pytest.mark.parametrize("text", NOTHING_MEASURED)
def test_numbers_that_measure_nothing(text: str) -> None:
    assert [say(q) for q in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "attributive"),
    [
        ("a 12-day war", True),
        ("12 days", False),
        ("a ten-member bloc", True),
        ("ten members", False),
    ],
)
def test_a_hyphen_makes_it_attributive(text: str, attributive: bool) -> None:
    (measured,) = find_quantities(text)
    assert measured.attributive is attributive


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("134 minutes", "two hours and 14 minutes"),
        ("90 seconds", "1.5 minutes"),
        ("three years", "36 months"),
        ("a fortnight's 14 days", "two weeks"),
        ("1.2 km", "1,200 metres"),
        ("6 feet", "72 inches"),
        ("5%", "five per cent"),
        ("£3.4m", "3.4 million pounds"),
        ("Rs 1 crore", "Rs 100 lakh"),
        ("50 basis points", "half a percentage point"),
    ],
)
def test_one_value_written_in_two_ways(one: str, other: str) -> None:
    (a,), (b,) = find_quantities(one), find_quantities(other)
    assert (a.value.low, a.value.unit) == (b.value.low, b.value.unit)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("part-time workers in Leeds", "part-time workers"),
        ("full member states", "full member states"),
        ("ministers met in Oslo", "ministers"),
        ("European countries, and", "European countries"),
        ("people - including two", "people"),
        ("major industrialised nations met", "major industrialised nations"),
        ("other British clearing banks", "other British clearing banks"),
        ("people injured in", "people"),
        ("forints last year", "forints"),
        ("member states of it", "member states"),
        ("of them", ""),
        ("and two", ""),
        ("June", ""),
        ("", ""),
    ],
)
def test_where_a_noun_phrase_ends(text: str, phrase: str) -> None:
    assert text[: noun_phrase_end(text, 0)] == phrase


@given(
    st.integers(1, 999_999),
    st.sampled_from([("per cent", "%"), ("tonnes", "kg"), ("days", "day"), ("euros", "EUR")]),
)
def test_a_number_with_its_unit_is_read_back(number: int, unit: tuple[str, str]) -> None:
    text = f"It was {number:,} {unit[0]} then."
    (measured,) = find_quantities(text)
    assert measured.value.low == number * (1000 if unit[1] == "kg" else 1)
    assert measured.value.unit == unit[1]
    assert measured.value.text == f"{number:,} {unit[0]}"


@given(any_text)
def test_spans_are_exact(text: str) -> None:
    end = 0
    for measured in find_quantities(text):
        assert end <= measured.start < measured.end <= len(text)
        assert measured.value.text == text[measured.start : measured.end]
        assert measured.value.low <= measured.value.high
        assert measured.value.precision >= Decimal(0)
        end = measured.end


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_a_hostile_text_takes_no_longer(text: str) -> None:
    assert quick(find_quantities, text)
