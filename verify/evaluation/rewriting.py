"""A sentence said otherwise: reordered, shortened, with other words, numerals and units.

What is said stays true, and what cannot be said otherwise without a look at the grammar stays as it
is. The value that a plant is about is left out of the sentence (`GAP`) while it is rewritten, and
is put into other words by itself, so that the true and the changed value end up in the same
sentence.
"""

from __future__ import annotations

import re

from verify.claims.dictionary import lemmas
from verify.evaluation.changewords import AMOUNT, MONTHS, SMALL, WEEKDAYS, any_of
from verify.evaluation.rewritevalues import is_fixed, rewrite_value

GAP = "\ue000"
"""Stands for the value."""
_STEP = rf"(?=\s(?:by\s|to\s|from\s)?(?:about\s|nearly\s|over\s)?[$£]?[\d{GAP}])"
_WORDS = {
    r"(?<!\bis )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )said": "stated",
    rf"rose{_STEP}": "climbed",
    rf"fell{_STEP}": "dropped",
    "bought": "acquired",
    "began": "started",
    r"also (?!,)": "",
    r"because(?! of\b)": "since",
    r"located(?=\s(?:in|on|at|near|within|along|between)\b)": "situated",
    r"(?<=, )however(?=,)": "though",
    r"(?<!the )(?<!its )(?<!his )(?<!her )(?<!their )(?<!these )(?<!those )(?<!next )(?<!last )"
    r"(?<!past )(?<!previous )several(?=\s[a-z]+s\b)": "a number of",
    r"large(?=\s(?:numbers?|amounts?|parts?|areas?|quantit|sums?|cit|port))": "big",
    r"main(?=\s(?:reason|cause|type|kind|source|part|island|ingredient|categor|class|festival|cit"
    r"|character|purpose|component|export|religion|goal|subject|theme|port|town|difference))": (
        "principal"
    ),
    "usually": "generally",
    r"(?:also )?(?<!best )(?<!better )(?<!well )(?<!become )(?<!became )known as(?! an?\b)": (
        "called"
    ),
    "built": "constructed",
    r"(?<!thin )(?<!plastic )(?<!photographic )(?<!feature )film(?![\s-](?:of|festival)\b)": (
        "movie"
    ),
    r"(?<!theatre )(?<!theater )(?<!opera )(?<!dance )(?<!ballet )(?<!holding )company": "firm",
    r"agreed to(?=\s[a-z]+\b)(?! by\b)": "consented to",
    r"\ba previously": "an earlier",
    r"previously(?= [a-z]+ed\b)": "earlier",
    r"(?<!as )compared with": "against",
    "mln": "million",
    "bln": "billion",
    "pct": "percent",
    "dlrs": "dollars",
    "dlr": "dollar",
}
"""Words and others for them, only where both mean the same whatever stands around them."""
_SYNONYMS = tuple((re.compile(rf"(?<![\w-]){old}(?![\w-])"), new) for old, new in _WORDS.items())
_ROUGHLY = re.compile(r"\babout(?=\s[$£]?\d)")

_VERB = (
    r"\s(?:(?:is|are|was|were|has|had|have|said|told|reported|announced)\b"
    rf"|[a-z]+(?:s|ed)\s(?:(?:the|an?|its|his|her|their)\b|[\d{GAP}]))"
)
"""What a subject goes on with behind an aside; a noun in -s may as well be the next of a list."""
_TICKER = re.compile(r"\s?<[A-Z][A-Z0-9]*(?:\.[A-Z]+)?>")
_BRACKETED = re.compile(r"<([^<>]*)>")
_ASIDE = re.compile(r"\s\([^()]*\)(?!\s[A-Z])")
"""A bracket, but for one in the midst of a name: Cocos (Keeling) Islands."""
_RELATIVE = re.compile(
    rf", (?:which|who|where)\b(?:[^,;:.()-]|(?<=\w)[-](?=\w)|(?<=\d)[.,](?=\d))*"
    rf"(?:(?=\.$)|,(?={_VERB}))"
)
_APPOSITION = re.compile(rf", (?:a|an|the) [a-z][^,;:]{{5,60}},(?={_VERB})")
_ATTRIBUTION = re.compile(r", (?:[A-Z][\w.]+|the \w+|it|he|she|they|[a-z]+ \w+) (?:also )?said\.$")

_CENTURY = r"(?:early |late |mid)?[\s-]?\d{1,2}(?:st|nd|rd|th) century"
_TIME = (
    rf"(?:(?:(?:early|late|mid)[\s-])?(?:(?:{any_of(MONTHS)}) )?(?:\d{{1,2}}, )?[12]\d{{3}}"
    rf"|the (?:early |late |mid-?)?[12]\d{{2}}0s|the {_CENTURY}|{any_of(MONTHS)}(?: \d{{1,2}})?"
    rf"|{any_of(WEEKDAYS)}|recent (?:weeks|months|years|decades)"
    rf"|the (?:past|last) (?:{any_of(SMALL)}) (?:weeks|months|years|decades))"
)
_FRONTED = re.compile(rf"^((?:In|On|During|Since|By) {_TIME}), (\S[^:;]*)\.$")
_TRAILING = re.compile(rf"^([^,:;]+?) ((?:in|on|during|since) {_TIME})\.$")
"""Only a time can move without a look at the grammar."""
_MORE_CLAUSES = re.compile(
    r", |--|[()]|\b(?:that|which|who|whom|whose|when|while|where|as|because|if|although|though"
    r"|after|before|until|since|than|but|so|how|whether|said|says|told)\b|\b[12]\d{3}\b|\bcentur"
    r"|\w+ed by\b|\band (?:\w+ed|was|were|is|are|has|had|then|it|he|she|they|the \w+ \w+ed)\b"
    r"|\b(?:year|month|week|day|period|quarter|decade)s?\b|[a-z]ing\b"
)
"""Of two clauses the time goes with one, and of two times neither may move to the other."""
_ENDS_OPEN = re.compile(
    r"(?:\.|\b(?:as|of|to|in|for|from|with|by|at|and|or|early|late|later|only|just))$"
)
_OPENER = "The A An It He She They Its His Her Their This These In On At Both Some Most".split()


def rewrite(sentence: str, value: str = "") -> str:
    """The sentence in other words and another order, shorter where that is possible. `value` stands
    in its gap, if it has one.
    """
    text = _BRACKETED.sub(r"\1", _TICKER.sub("", sentence))
    for pattern, left in ((_ASIDE, ""), (_ATTRIBUTION, "."), (_RELATIVE, ""), (_APPOSITION, "")):
        text = _left_out(pattern, left, text)
    text = _moved(text, value)
    text = AMOUNT.sub(lambda m: _amount(m, text), text)
    text = _ROUGHLY.sub("roughly", text)
    for pattern, new in _SYNONYMS:
        text = pattern.sub(new, text)
    return re.sub(r"\s+(?=[,.])|(?<=\s)\s+", "", text).strip()


def _left_out(pattern: re.Pattern[str], left: str, text: str) -> str:
    """The text without what a pattern finds, unless the value is in it."""
    return pattern.sub(lambda m: m.group() if GAP in m.group() else left, text)


def _amount(found: re.Match[str], text: str) -> str:
    """An amount in other words, but for one whose form belongs to what stands around it."""
    near = text[max(found.start() - 5, 0) : found.end() + 5]
    if GAP in near or is_fixed(text, found.start(), found.end()):
        return found.group()
    return rewrite_value(found.group())


def _moved(text: str, value: str) -> str:
    """The time at one end of a sentence of one clause at its other end."""
    if found := _FRONTED.match(text):
        rest = found[2]
        if _is_simple(rest, value):
            return f"{rest[0].upper()}{rest[1:]} {found[1][0].lower()}{found[1][1:]}."
        return text
    found = _TRAILING.match(text)
    if found and len(found[1].split()) > 4 and _is_simple(found[1], value):
        lowered = _lowered(found[1])
        return f"{found[2][0].upper()}{found[2][1:]}, {lowered}." if lowered else text
    return text


def _is_simple(clause: str, value: str) -> bool:
    """Whether a time is as true of the clause at its other end."""
    whole = clause.replace(GAP, value)
    hindered = _MORE_CLAUSES.search(whole) or _ENDS_OPEN.search(whole) or clause.startswith(GAP)
    return not hindered and len(whole.split()) <= 25


def _lowered(text: str) -> str:
    """A sentence's beginning within another; "" where its first word may be a name or not."""
    first = text.split(maxsplit=1)[0]
    if first in _OPENER:
        return text[0].lower() + text[1:]
    return "" if lemmas(first.casefold()) else text
