"""Units and currencies: what stands after or before a number, and the unit it is brought to.

Values of one dimension come in one unit, so that they compare without a table elsewhere.
"""

from __future__ import annotations

import re
from fractions import Fraction

from verify.claims.spelling import fold

_TABLE = (
    # canonical unit, how many of it one of these is, spellings
    ("day", "1", "day days"),
    ("day", "7", "week weeks wk wks"),
    ("day", "14", "fortnight fortnights"),
    ("month", "1", "month months mth mths"),
    ("month", "12", "year years yr yrs"),
    ("month", "120", "decade decades"),
    ("month", "1200", "century centuries"),
    ("minute", "60", "hour hours hr hrs"),
    ("minute", "1", "minute minutes min mins"),
    ("minute", "1/60", "second seconds sec secs"),
    ("m", "1", "m metre metres meter meters"),
    ("m", "1000", "km kilometre kilometres kilometer kilometers"),
    ("m", "1/100", "cm centimetre centimetres centimeter centimeters"),
    ("m", "1/1000", "mm millimetre millimetres millimeter millimeters"),
    ("m", "1609.344", "mile miles mi"),
    ("m", "0.3048", "ft foot feet"),
    ("m", "0.0254", "inch inches"),
    ("m", "0.9144", "yard yards"),
    ("m", "1852", "nautical-mile nautical-miles"),
    ("m2", "1", "square-metre square-metres square-meter square-meters sq-m m2 m²"),
    ("m2", "1000000", "square-kilometre square-kilometres square-kilometer square-kilometers"
     " sq-km km2 km²"),
    ("m2", "2589988.11", "square-mile square-miles sq-mi sq-mile sq-miles"),
    ("m2", "0.09290304", "square-foot square-feet sq-ft sq-feet"),
    ("m2", "10000", "hectare hectares ha"),
    ("m2", "4046.8564", "acre acres"),
    ("m3", "1", "cubic-metre cubic-metres cubic-meter cubic-meters m3 m³"),
    ("m3", "1000000000", "cubic-kilometre cubic-kilometres km3 km³"),
    ("m3", "0.028316847", "cubic-foot cubic-feet cu-ft"),
    ("m3", "4168181825", "cubic-mile cubic-miles cu-mi"),
    ("m3", "1/1000", "litre litres liter liters"),
    ("m3", "1/1000000", "ml millilitre millilitres milliliter milliliters"),
    ("m3/s", "1", "m3/s m³/s"),
    ("m3/s", "0.028316847", "cu-ft/s cubic-feet-per-second"),
    ("m3", "0.158987", "barrel barrels"),
    ("kg", "1", "kg kilogram kilograms kilogramme kilogrammes kilo kilos"),
    ("kg", "1/1000", "gram grams gramme grammes"),
    ("kg", "1000", "tonne tonnes metric-ton metric-tons ton tons"),
    ("kg", "0.45359237", "lb lbs"),
    ("kg", "0.0283495", "ounce ounces oz"),
    ("kg", "27.2155", "bushel bushels"),
    ("km/h", "1", "km/h kph kmh kilometres-per-hour kilometers-per-hour kilometres-an-hour"
     " kilometers-an-hour km-per-hour km-an-hour"),
    ("km/h", "3.6", "m/s metres-per-second metres-a-second meters-per-second"),
    ("km/h", "1.609344", "mph miles-per-hour miles-an-hour"),
    ("km/h", "1.852", "knot knots"),
    ("°C", "1", "°c degrees-celsius degree-celsius celsius degrees-centigrade degrees-c"),
    ("°F", "1", "°f degrees-fahrenheit degree-fahrenheit fahrenheit degrees-f"),
    ("degree", "1", "degree degrees"),
    ("W", "1", "watt watts"),
    ("W", "1000", "kw kilowatt kilowatts"),
    ("W", "1000000", "mw megawatt megawatts"),
    ("W", "1000000000", "gw gigawatt gigawatts"),
    ("Wh", "1000", "kwh kilowatt-hour kilowatt-hours"),
    ("Wh", "1000000", "mwh megawatt-hour megawatt-hours"),
    ("Wh", "1000000000", "gwh gigawatt-hour gigawatt-hours"),
    ("Wh", "1000000000000", "twh terawatt-hour terawatt-hours"),
    ("hectopascal", "1", "hpa millibar millibars hectopascal hectopascals"),
    ("light-year", "1", "light-year light-years"),
)  # fmt: skip
DURATIONS = frozenset({"day", "month", "minute"})


def _key(written: str) -> str:
    return re.sub(r"[\s\u00a0.-]", "", fold(written))


_UNITS = {
    _key(spelling): (canonical, Fraction(factor))
    for canonical, factor, spellings in _TABLE
    for spelling in spellings.split()
}


def _with_gaps(spelling: str) -> str:
    """A pattern for a spelling that may be written apart: sq km, sq. km, km / h."""
    return re.escape(spelling).replace(r"\-", r"\.?[\s\u00a0-]?").replace("/", r"\s?/\s?")


_SPELLINGS = sorted((s for row in _TABLE for s in row[2].split()), key=len, reverse=True)
UNIT = re.compile(
    r"[\s\u00a0-]?(?P<unit>"
    + "|".join(_with_gaps(s) for s in _SPELLINGS)
    + r"|(?<=\d)(?-i:[CFh]))(?![A-Za-z²³]|(?<!h)\d|/[A-Za-z])",
    re.IGNORECASE,
)
_TIGHT = {"h": "hour", "C": "°c", "F": "°f"}


def unit_of(written: str) -> tuple[str, Fraction]:
    """Canonical unit of what `UNIT` matched as `unit`, and how many of it one of these is."""
    return _UNITS[_key(_TIGHT.get(written, written))]


_DOLLARS = r"(?:dollars?|dlrs?)"
_CURRENCIES = (
    # code, before the number, after it. A longer name stands before the one it ends with, so that
    # "Canadian dollars" is not read as dollars.
    ("CAD", r"CA?\$|CAD", rf"Canadian\s{_DOLLARS}"),
    ("AUD", r"AU?\$|AUD", rf"Australian\s{_DOLLARS}"),
    ("NZD", r"NZ\$|NZD", rf"New\sZealand\s{_DOLLARS}"),
    ("HKD", r"HK\$|HKD", rf"Hong\sKong\s{_DOLLARS}"),
    ("SGD", r"S\$|SGD", rf"Singapore\s{_DOLLARS}"),
    ("TWD", r"NT\$|TWD", rf"(?:New\s)?Taiwan\s{_DOLLARS}"),
    ("BRL", r"R\$|BRL", r"(?:Brazilian\s)?reais"),
    ("USD", r"US\s?\$|\$|USD", rf"(?:(?:US|U\.S\.|American)\s)?{_DOLLARS}"),
    ("EUR", r"€|EUR", r"euros?"),
    ("GBP", r"£|GBP", r"(?:British\s)?pounds?(?:\ssterling)?|sterling|stg"),
    ("CNY", r"CN¥|RMB|CNY", r"(?:Chinese\s)?yuan|renminbi"),
    ("JPY", r"¥|JPY", r"(?:Japanese\s)?yen"),
    ("INR", r"₹|INR|Rs\.?", r"(?:Indian\s)?rupees?"),
    ("RUB", r"₽|RUB", r"(?:Russian\s)?rou?bles?"),
    ("CHF", r"CHF", r"(?:Swiss\s)?francs?"),
    ("KRW", r"₩|KRW", r"(?:South\s)?Korean\swon|won"),
    ("SEK", r"SEK", r"(?:Swedish\s)?(?:krona|kronor)"),
    ("NOK", r"NOK", r"Norwegian\s(?:krone|kroner)"),
    ("DKK", r"DKK", r"Danish\s(?:krone|kroner)"),
    ("ZAR", r"ZAR", r"(?:South\sAfrican\s)?rand"),
    ("TRY", r"₺|TRY", r"(?:Turkish\s)?liras?"),
    ("MXN", r"MXN", r"(?:Mexican\s)?pesos?"),
    ("THB", r"THB", r"(?:Thai\s)?baht"),
    ("IDR", r"IDR", r"(?:Indonesian\s)?rupiah"),
    ("MYR", r"MYR", r"(?:Malaysian\s)?ringgit"),
    ("ILS", r"₪|ILS", r"(?:Israeli\s)?shekels?"),
    ("AED", r"AED", r"(?:UAE\s)?dirhams?"),
    ("SAR", r"SAR", r"(?:Saudi\s)?riyals?"),
    ("NGN", r"₦|NGN", r"(?:Nigerian\s)?naira"),
    ("PLN", r"PLN", r"(?:Polish\s)?zlot(?:y|ys|ych)"),
    ("HUF", r"HUF", r"(?:Hungarian\s)?forints?"),
    ("DEM", r"DM", r"(?:West\s)?(?:German\s)?marks"),
    ("ITL", "", r"(?:Italian\s)?lire"),
    ("crown", "", r"(?:Swedish|Norwegian|Danish|Czech)?\s?crowns"),
    ("cent", "", r"cents?|cts"),
    ("pence", "", r"pence|(?<=\d)p"),
)
MONEY_SIGN = "(?:" + "|".join(before for _, before, _ in _CURRENCIES if before) + ")"
"""What may stand right before an amount of money, as a pattern."""
MONEY_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:"
    + "|".join(f"(?P<{code}>{before})" for code, before, _ in _CURRENCIES if before)
    + r")[\s\u00a0]?$"
)
MONEY_AFTER = re.compile(
    r"[\s\u00a0-]?(?:"
    + "|".join(
        f"(?P<{code}>{'|'.join(filter(None, (before, after)))})"
        for code, before, after in _CURRENCIES
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
PERCENT = re.compile(
    r"[\s\u00a0-]?(?:(?P<bp>basis[\s-]points?\b|bps\b)"
    r"|(?P<pp>(?:of\s+)?(?:an?\s+)?(?:percentage|per\s?cent)[\s-]points?\b|pp\b)"
    r"|(?P<pc>%|per\s?cent\b|pct\b))",
    re.IGNORECASE,
)
