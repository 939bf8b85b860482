"""Currencies: the signs before an amount of money and the names after it, and their codes."""

from __future__ import annotations

import re

from verify.claims.spelling import any_of, fold

_CURRENCIES = (
    # code, before the number, after it; "dollars" stands for all its spellings
    ("CAD", r"CA?\$|CAD", "canadian dollars"),
    ("AUD", r"AU?\$|AUD", "australian dollars"),
    ("NZD", r"NZ\$|NZD", "new zealand dollars"),
    ("HKD", r"HK\$|HKD", "hong kong dollars"),
    ("SGD", r"S\$|SGD", "singapore dollars"),
    ("TWD", r"NT\$|TWD", "new taiwan dollars|taiwan dollars"),
    ("BRL", r"R\$|BRL", "reais|brazilian reais"),
    ("USD", r"US\s?\$|\$|USD", "dollars|us dollars|u.s. dollars|american dollars"),
    ("EUR", r"€|EUR", "euro|euros"),
    ("EGP", "EGP", "egyptian pounds"),
    ("SYP", "SYP", "syrian pounds"),
    ("LBP", "LBP", "lebanese pounds"),
    ("IEP", "IEP", "irish pounds|punts"),
    ("GBP", r"£|GBP", "pound|pounds|pound sterling|pounds sterling|british pounds|sterling|stg"),
    ("CNY", r"CN¥|RMB|CNY", "yuan|chinese yuan|renminbi"),
    ("JPY", r"¥|JPY", "yen|japanese yen"),
    ("PKR", "PKR", "pakistani rupees"),
    ("LKR", "LKR", "sri lankan rupees"),
    ("NPR", "NPR", "nepali rupees|nepalese rupees"),
    ("INR", r"₹|INR|Rs\.?", "rupee|rupees|indian rupees"),
    ("BDT", r"BDT|Tk\.?|৳", "taka|bangladeshi taka"),
    ("RUB", r"₽|RUB", "rouble|roubles|ruble|rubles|russian roubles|russian rubles"),
    ("CHF", r"CHF|SFr", "franc|francs|swiss francs"),
    ("FRF", "FFr", "french francs"),
    ("BEF", "", "belgian francs"),
    ("NLG", "", "guilders|dutch guilders"),
    ("ESP", "", "pesetas|spanish pesetas"),
    ("PTE", "", "escudos|portuguese escudos"),
    ("ATS", "", "schillings|austrian schillings"),
    ("GRD", "", "drachmas|greek drachmas"),
    ("KRW", r"₩|KRW", "won|korean won|south korean won"),
    ("SEK", "SEK|SKr", "krona|kronor|swedish krona|swedish kronor"),
    ("NOK", "NOK|NKr", "norwegian krone|norwegian kroner"),
    ("DKK", "DKK|DKr", "danish krone|danish kroner"),
    ("ZAR", "ZAR", "rand|south african rand"),
    ("TRY", r"₺|TRY", "lira|liras|turkish lira|turkish liras"),
    ("MXN", "MXN", "peso|pesos|mexican pesos"),
    ("ARS", "ARS", "argentine pesos"),
    ("CLP", "CLP", "chilean pesos"),
    ("COP", "COP", "colombian pesos"),
    ("PHP", "₱|PHP", "philippine pesos"),
    ("THB", "฿|THB", "baht|thai baht"),
    ("IDR", "IDR|Rp", "rupiah|indonesian rupiah"),
    ("MYR", "MYR|RM", "ringgit|malaysian ringgit"),
    ("VND", "₫|VND", "dong|vietnamese dong"),
    ("ILS", r"₪|ILS", "shekel|shekels|israeli shekels"),
    ("AED", "AED|Dh", "dirham|dirhams|uae dirhams"),
    ("SAR", "SAR", "riyal|riyals|saudi riyals"),
    ("IRR", "IRR", "rial|rials|iranian rials"),
    ("KWD", "KWD", "kuwaiti dinars"),
    ("IQD", "IQD", "iraqi dinars"),
    ("NGN", r"₦|NGN", "naira|nigerian naira"),
    ("GHS", "GHS|GH₵", "cedi|cedis"),
    ("ETB", "ETB", "birr"),
    ("KES", "KES|KSh", "kenyan shillings"),
    ("UGX", "UGX", "ugandan shillings"),
    ("UAH", "₴|UAH", "hryvnia|hryvnias"),
    ("PLN", "PLN", "zloty|zlotys|zlotych|polish zlotys"),
    ("HUF", "HUF", "forint|forints|hungarian forints"),
    ("CZK", "CZK", "koruna|korunas|czech korunas|czech crowns"),
    ("DEM", "DM", "mark|marks|deutschmarks|deutsche marks|german marks|west german marks"),
    ("ITL", "", "lire|italian lire"),
    ("krone", "", "krone|kroner"),
    ("crown", "", "crowns|swedish crowns|norwegian crowns|danish crowns"),
    ("dinar", "", "dinar|dinars"),
    ("shilling", "", "shilling|shillings"),
    ("ECU", "ECU", "ecu|ecus|european currency units"),
    ("cent", "", "cent|cents|cts"),
    ("US cent", "", "us cent|us cents|u.s. cents"),
    ("euro cent", "", "euro cent|euro cents"),
    ("pence", "", "pence|pennies"),
)
HUNDREDTHS = {"pence": "GBP", "US cent": "USD", "euro cent": "EUR"}
"""What is a hundredth of a currency."""
MONEY_SIGN = "(?:" + "|".join(before for _, before, _ in _CURRENCIES if before) + ")"
"""What may stand right before an amount of money, as a pattern."""
_SIGNS = "|".join(f"(?P<{code}>{before})" for code, before, _ in _CURRENCIES if before)
MONEY_BEFORE = re.compile(rf"(?<![A-Za-z])(?:{_SIGNS})[\s\u00a0]?$")
_DOLLARS = ("dollars", "dollar", "dlrs", "dlr")
_NAMED = {
    name.replace("dollars", spelling): code
    for code, _, names in _CURRENCIES
    for name in names.split("|")
    for spelling in (_DOLLARS if name.endswith("dollars") else ("",))
}
_SIGN_AFTER = re.compile(_SIGNS)
MONEY_AFTER = re.compile(
    rf"[\s\u00a0-]?(?:(?P<name>{any_of(_NAMED)})|(?-i:(?P<sign>{MONEY_SIGN}))|(?<=\d)(?P<p>p))"
    r"(?!\w|[\s-](?:zone|area)\b|['’]\s?worth)",
    re.IGNORECASE,
)


_SIGNS_OF = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹"}


def sign_of(code: str) -> str:
    """What is written right before an amount: £, CAD; "" for what has no sign."""
    if code in _SIGNS_OF:
        return _SIGNS_OF[code]
    return f"{code} " if code in _CODED else ""


_CODED = frozenset(code for code, before, _ in _CURRENCIES if code in before)


def name_of(code: str) -> str:
    """Its name in the plural, as it is written after an amount; "" for what is no currency."""
    return _PLURALS.get(code, "")


_PLURALS = {
    code: max(names.split("|"), key=lambda name: (name.endswith("s"), len(name)))
    for code, _, names in _CURRENCIES
}


def currency_of(after: re.Match[str]) -> str:
    """The code of what `MONEY_AFTER` matched."""
    if after["p"]:
        return "pence"
    if after["name"]:
        return _NAMED[" ".join(fold(after["name"]).split())]
    sign = _SIGN_AFTER.match(after["sign"])
    return (sign and sign.lastgroup) or ""
