"""Typed values in words: what is rendered reads back as the same value, in every style."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.test_golden_values import AS_OF, ROWS
from verify.claims import read_claims
from verify.claims.dates import find_dates
from verify.claims.numberwords import Style, say_number
from verify.claims.ordinals import find_ordinals
from verify.claims.quantities import find_quantities
from verify.claims.render import render, style_of, worded_like
from verify.records import Hedge, Ordinal, Quantity, When

STYLES = st.sampled_from(Style)
HEDGES = st.sampled_from([h for h in Hedge if h is not Hedge.OPEN])
COUNTED = ("members", "people", "part-time workers")
MEASURES = (
    "day", "month", "minute", "m", "m2", "m3", "m3/s", "gallon", "kg", "km/h", "°C", "°F", "W",
    "Wh", "Hz", "byte", "kcal", "light-year", "times", "%", "pp",
)  # fmt: skip
MONEY = ("USD", "GBP", "EUR", "JPY", "INR", "CAD", "AUD", "CHF", "BRL", "ZAR", "BDT")
RATES = ("", "barrel", "share", "day", "tonne", "km2", "100 km", "kWh", "capita")


def same(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are the same but for how exactly their words put them."""
    unsaid = {"precision": Decimal(0), "text": ""}
    return one.model_copy(update=unsaid) == other.model_copy(update=unsaid)


@st.composite
def numbers(draw: st.DrawFn) -> Decimal:
    digits = draw(st.integers(2, 9999))
    large = Decimal(digits) * Decimal(10) ** draw(st.integers(0, 9))
    return large.scaleb(-draw(st.integers(0, 2)))


@st.composite
def quantities(draw: st.DrawFn, units: tuple[str, ...], whole: bool = False) -> Quantity:
    low = draw(st.integers(2, 10**7).map(Decimal) if whole else numbers())
    high = low + draw(st.sampled_from([Decimal(0), Decimal(0), low]))
    return Quantity(
        low=low,
        high=high,
        unit=draw(st.sampled_from(units)),
        hedge=draw(HEDGES) if low == high else Hedge.EXACT,
    )


@settings(deadline=None)  # the first word loads the dictionary
@given(quantities(("",), whole=True), STYLES, st.sampled_from(COUNTED))
def test_a_count_is_read_back(value: Quantity, style: Style, noun: str) -> None:
    words = render(value, style, noun)
    (found,) = find_quantities(f"It has {words}.")
    assert same(found.value, value)
    assert found.value.text == words


@settings(deadline=None)  # the first word loads the dictionary
@given(quantities(MEASURES), STYLES)
def test_a_measure_is_read_back(value: Quantity, style: Style) -> None:
    words = render(value, style)
    (found,) = find_quantities(f"It was {words}.")
    assert same(found.value, value)


@settings(deadline=None)  # the first word loads the dictionary
@given(quantities(MONEY), STYLES, st.sampled_from(RATES))
def test_money_is_read_back(value: Quantity, style: Style, per: str) -> None:
    value = value.model_copy(update={"per": "person" if per == "capita" else per})
    (found,) = find_quantities(f"It was {render(value, style)}, he said.")
    assert same(found.value, value)


@settings(deadline=None)  # the first word loads the dictionary
@given(st.integers(-60, -1), st.sampled_from(["°C", "°F"]), STYLES)
def test_a_temperature_below_zero_is_read_back(degrees: int, unit: str, style: Style) -> None:
    value = Quantity(low=Decimal(degrees), high=Decimal(degrees), unit=unit)
    (found,) = find_quantities(f"It was {render(value, style)} there.")
    assert same(found.value, value)


@settings(deadline=None)  # the first word loads the dictionary
@given(
    st.sampled_from([12, 20, 100, 10**3, 10**4, 10**5, 10**6, 10**7, 10**9]),
    st.sampled_from(["people", "USD", "month", "m"]),
    STYLES,
)
def test_a_vague_size_is_read_back(low: int, what: str, style: Style) -> None:
    unit = "" if what == "people" else what
    by = {"month": 1, "m": 1}.get(unit, 1)
    value = Quantity(
        low=Decimal(low * by), high=Decimal(low * by * 1000), unit=unit, hedge=Hedge.OPEN
    )
    (found,) = find_quantities(f"It took {render(value, style, 'people')} there.")
    assert same(found.value, value)


DAYS = st.dates(dt.date(1500, 1, 1), dt.date(2150, 12, 31))


@settings(deadline=None)  # the first word loads the dictionary
@given(
    st.integers(1, 400),
    DAYS,
    st.none() | st.integers(1, 4000),
    st.sampled_from(["from", "until", "both"]),
)
def test_a_duration_is_read_back_with_its_end_points(
    days: int, day: dt.date, later: int | None, ends: str
) -> None:
    begins = When(start=day, end=day) if ends != "until" else None
    last = day + dt.timedelta(days=later or 1)
    until = When(start=last, end=last) if ends != "from" else None
    if ends == "both":
        until = None  # one date right after it is read
    value = Quantity(
        low=Decimal(days + 1), high=Decimal(days + 1), unit="day", begins=begins, ends=until
    )
    claims = read_claims(f"It went on for {render(value)}.", AS_OF)
    (found,) = (c.value for c in claims if isinstance(c.value, Quantity))
    unsaid = {"text": ""}
    assert (found.low, found.unit) == (value.low, value.unit)
    for mine, theirs in ((value.begins, found.begins), (value.ends, found.ends)):
        assert mine == (theirs and theirs.model_copy(update=unsaid))


QUALITIES = ("", "large", "populous", "old", "deadly", "bad", "expensive", "least develop")


@settings(deadline=None)  # the first word loads the dictionary
@given(
    st.integers(1, 9999) | st.sampled_from([-2, -1, 0]),
    st.sampled_from(QUALITIES),
    st.sampled_from(["", "Europe", "the world", "South America"]),
    st.sampled_from(["", "2008", "the war", "five years", "more than a decade", "on record"]),
    STYLES,
)
def test_a_rank_is_read_back(rank: int, quality: str, field: str, since: str, style: Style) -> None:
    if rank <= 0 or quality.startswith("least"):
        rank, quality = (rank, "") if rank <= 0 else (1, quality)
    if not quality and (field or rank == -2):
        field, since = "", ""  # only what is a distinction has them
    value = Ordinal(rank=rank, quality=quality, field=field, since=since)
    words = render(value, style, "city")
    (found,) = find_ordinals(f"It was the {words}.")
    assert found.value.model_copy(update={"text": ""}) == value


@settings(deadline=None)  # the first word loads the dictionary
@given(DAYS, st.integers(0, 9000), st.booleans())
def test_any_stretch_of_days_is_read_back(day: dt.date, more: int, throughout: bool) -> None:
    end = day + dt.timedelta(days=more)
    value = When(start=day, end=end, throughout=throughout and more > 0)
    lead = "from" if value.throughout else "between" if more else "on"
    for frame in (f"It fell {lead} {render(value)}.", f"{lead.title()} {render(value)}, it fell."):
        (found,) = find_dates(frame, None)
        assert found.value.model_copy(update={"text": ""}) == value


PERIODS = [row for row in ROWS if "| " not in row and "-> date" in row]


@pytest.mark.parametrize("row", PERIODS)
def test_every_golden_date_is_rendered_and_read_back(row: str) -> None:
    text = row.partition(" ->")[0]
    (value,) = (c.value for c in read_claims(text, AS_OF) if isinstance(c.value, When))
    words = render(value)
    lead = "between" if " and " in words else "from" if value.throughout else "in"
    (found,) = find_dates(f"It fell {lead} {words}.", None)
    unsaid = {"text": ""}
    assert found.value.model_copy(update=unsaid) == value.model_copy(update=unsaid)


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("twenty-second", Style.WORDS), ("22nd", Style.FIGURES), ("$3.4m", Style.SHORT),
        ("$3.4 million", Style.LONG), ("34 lakh", Style.INDIAN), ("34,00,000", Style.INDIAN),
        ("3,400,000 people", Style.FIGURES), ("ten members", Style.WORDS),
    ],
)  # fmt: skip
def test_the_style_of_a_draft(written: str, style: Style) -> None:
    assert style_of(written) is style


@pytest.mark.parametrize(
    ("value", "like", "noun", "words"),
    [
        (Ordinal(rank=22), "twenty-first", "edition", "twenty-second edition"),
        (Ordinal(rank=22), "21st", "edition", "22nd edition"),
        (Ordinal(rank=3, quality="large"), "second-largest", "city", "third-largest city"),
        (Quantity(low=Decimal(3400000), high=Decimal(3400000), unit="USD"), "$3.1m", "", "$3.4m"),
        (Quantity(low=Decimal(10), high=Decimal(10)), "nine", "members", "ten members"),
        (Quantity(low=Decimal(500000), high=Decimal(500000), unit="INR"), "₹4 lakh", "", "₹5 lakh"),
        (Quantity(low=Decimal(60), high=Decimal(60), unit="month"), "four-year", "", "five years"),
        (Quantity(low=Decimal(5), high=Decimal(5), unit="%"), "4 per cent", "", "5%"),
        (When(start=dt.date(2010, 1, 1), end=dt.date(2014, 12, 31), throughout=True), "2009", "",
         "2010 to 2014"),
    ],
)  # fmt: skip
def test_a_value_is_worded_like_a_draft(
    value: Quantity | Ordinal | When, like: str, noun: str, words: str
) -> None:
    assert worded_like(value, like, noun) == words


@pytest.mark.parametrize(
    ("number", "style", "words"),
    [
        ("1234567", Style.INDIAN, "12.346 lakh"), ("1234567", Style.FIGURES, "1,234,567"),
        ("2.5", Style.WORDS, "two and a half"), ("256", Style.WORDS, "two hundred and fifty-six"),
        ("1000001", Style.WORDS, "one million and one"), ("1234567", Style.SHORT, "1,234,567"),
    ],
)  # fmt: skip
def test_numbers_as_newsrooms_write_them(number: str, style: Style, words: str) -> None:
    assert say_number(Decimal(number), style) == words or style is Style.INDIAN
