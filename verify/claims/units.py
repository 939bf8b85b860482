"""Units: what stands after a number, and the unit it is brought to.

Values of one dimension come in one unit, so that they compare without a table elsewhere.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from verify.claims.spelling import any_of, fold

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
    ("m", "1000", "km kms kilometre kilometres kilometer kilometers"),
    ("m", "1/100", "cm cms centimetre centimetres centimeter centimeters"),
    ("m", "1/1000", "mm mms millimetre millimetres millimeter millimeters"),
    ("m", "1609.344", "mile miles mi"),
    ("m", "0.3048", "ft foot feet"),
    ("m", "0.0254", "inch inches"),
    ("m", "0.9144", "yard yards"),
    ("m", "1852", "nautical-mile nautical-miles"),
    ("m", "201.168", "furlong furlongs"),
    ("m", "1/1000000", "micron microns micrometre micrometres micrometer micrometers"),
    ("m", "1/1000000000", "nanometre nanometres nanometer nanometers"),
    ("m2", "1", "square-metre square-metres square-meter square-meters sq-m m2 m²"),
    ("m2", "1000000", "square-kilometre square-kilometres square-kilometer square-kilometers"
     " sq-km km2 km²"),
    ("m2", "2589988.11", "square-mile square-miles sq-mi sq-mile sq-miles mi2 mi²"),
    ("m2", "0.09290304", "square-foot square-feet sq-ft sq-feet"),
    ("m2", "10000", "hectare hectares ha"),
    ("m2", "4046.8564", "acre acres"),
    ("m3", "1", "cubic-metre cubic-metres cubic-meter cubic-meters m3 m³"),
    ("m3", "1000000000", "cubic-kilometre cubic-kilometres km3 km³"),
    ("m3", "0.028316847", "cubic-foot cubic-feet cu-ft"),
    ("m3", "4168181825", "cubic-mile cubic-miles cu-mi"),
    ("m3", "1/1000", "litre litres liter liters"),
    ("m3", "1/1000000", "ml millilitre millilitres milliliter milliliters"),
    ("m3", "0.1", "hectolitre hectolitres hectoliter hectoliters"),
    ("m3", "0.00454609", "imperial-gallon imperial-gallons"),
    ("m3", "0.003785412", "us-gallon us-gallons u-s-gallon u-s-gallons"),
    ("gallon", "1", "gallon gallons gal"),
    ("m3/s", "1", "m3/s m³/s"),
    ("m3/s", "0.028316847", "cu-ft/s cubic-feet-per-second"),
    ("m3", "0.158987", "barrel barrels bbl bbls"),
    ("m3 per day", "0.158987", "bpd b/d"),
    ("kg", "1", "kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos"),
    ("kg", "1/1000", "gram grams gramme grammes"),
    ("kg", "1000", "tonne tonnes metric-ton metric-tons metric-tonne"
     " metric-tonnes ton tons"),
    ("kg", "1000000", "kilotonne kilotonnes kiloton kilotons"),
    ("kg", "1000000000", "megatonne megatonnes megaton megatons"),
    ("kg", "1016.0469", "long-ton long-tons"),
    ("kg", "907.18474", "short-ton short-tons"),
    ("kg", "100", "quintal quintals"),
    ("kg", "1/1000000", "mg milligram milligrams"),
    ("kg", "1/1000000000", "µg microgram micrograms"),
    ("kg", "0.0002", "carat carats"),
    ("kg", "6.35029318", "stone"),
    ("kg", "0.45359237", "lb lbs"),
    ("kg", "0.0311034768", "troy-ounce troy-ounces"),
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
    ("kelvin", "1", "kelvin kelvins"),
    ("W", "1", "watt watts"),
    ("W", "745.69987", "horsepower hp bhp"),
    ("W", "1000", "kw kilowatt kilowatts"),
    ("W", "1000000", "mw megawatt megawatts"),
    ("W", "1000000000", "gw gigawatt gigawatts"),
    ("Wh", "1000", "kwh kilowatt-hour kilowatt-hours"),
    ("Wh", "1000000", "mwh megawatt-hour megawatt-hours"),
    ("Wh", "1000000000", "gwh gigawatt-hour gigawatt-hours"),
    ("Wh", "1000000000000", "twh terawatt-hour terawatt-hours"),
    ("Hz", "1", "hz hertz"),
    ("Hz", "1000", "khz kilohertz"),
    ("Hz", "1000000", "mhz megahertz"),
    ("Hz", "1000000000", "ghz gigahertz"),
    ("byte", "1000000", "mb megabyte megabytes"),
    ("byte", "1000000000", "gb gigabyte gigabytes"),
    ("byte", "1000000000000", "tb terabyte terabytes"),
    ("V", "1", "volt volts"),
    ("V", "1000", "kv kilovolt kilovolts"),
    ("dB", "1", "db decibel decibels"),
    ("kcal", "1", "kcal calorie calories kilocalorie kilocalories"),
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


def _with_gaps(pattern: str) -> str:
    """The pattern for spellings that may be written apart: sq km, sq. km, km / h."""
    return pattern.replace(r"\-", r"\.?[\s\u00a0-]?").replace("/", r"\s?/\s?")


UNIT = re.compile(
    r"[\s\u00a0-]?(?P<unit>"
    + _with_gaps(any_of(s for row in _TABLE for s in row[2].split()))
    + r"|(?<=\d)(?-i:[CFh]|in(?!\s+(?:the|its|his)\b)))(?![A-Za-z²³]|(?<!h)\d|/[A-Za-z])",
    re.IGNORECASE,
)
_SAID = {
    "day": (("1", "days"),), "month": (("12", "years"), ("1", "months")),
    "minute": (("60", "hours"), ("1", "minutes")), "m": (("1000", "km"), ("1", "metres")),
    "m2": (("1000000", "sq km"), ("1", "square metres")), "m3": (("1", "cubic metres"),),
    "m3/s": (("1", "m3/s"),), "gallon": (("1", "gallons"),),
    "kg": (("1000", "tonnes"), ("1", "kg")),
    "km/h": (("1", "km/h"),), "°C": (("1", "°C"),), "°F": (("1", "°F"),),
    "degree": (("1", "degrees"),), "kelvin": (("1", "kelvins"),),
    "W": (("1000000", "megawatts"), ("1", "watts")), "Wh": (("1000", "kWh"),),
    "Hz": (("1", "hertz"),), "byte": (("1000000", "megabytes"),), "V": (("1", "volts"),),
    "dB": (("1", "decibels"),), "kcal": (("1", "calories"),),
    "hectopascal": (("1", "hectopascals"),), "light-year": (("1", "light-years"),),
    "times": (("1", "-fold"),), "%": (("1", "%"),), "pp": (("1", "percentage points"),),
}  # fmt: skip


def words_of(unit: str, value: Decimal) -> tuple[Decimal, str]:
    """How to write a canonical unit, and how many of it one of these is: years for 24 months."""
    for by, words in _SAID.get(unit, ()):
        if (value and value % Decimal(by) == 0) or by == _SAID[unit][-1][0]:
            return Decimal(by), words
    return Decimal(1), ""


_TIGHT = {"h": "hour", "in": "inch", "C": "°c", "F": "°f"}


def unit_of(written: str) -> tuple[str, Fraction]:
    """Canonical unit of what `UNIT` matched as `unit`, and how many of it one of these is."""
    return _UNITS[_key(_TIGHT.get(written, written))]


PERCENT = re.compile(
    r"[\s\u00a0-]?(?:(?P<bp>basis[\s-]points?\b|bps\b)"
    r"|(?P<pp>(?:of\s+)?(?:an?\s+)?(?:percentage|per\s?cent|pct|%)[\s-]points?\b|ppts?\b|pps?\b)"
    r"|(?P<pc>%|per\s?cent\b|pct\b))",
    re.IGNORECASE,
)
