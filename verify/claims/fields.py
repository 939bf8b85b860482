"""Whom something is ranked among: the largest "in Europe", "the world's" largest."""

from __future__ import annotations

import re

from verify.claims import lexicon
from verify.claims.phrases import noun_phrase_end
from verify.claims.spelling import any_of, fold, word_set

_OWNER = re.compile(
    r"(?P<field>(?:the\s+)?(?:[\w.-]+\s+){0,2}?[\w.-]+)(?:['’]s|(?<=s)['’])\s+(?:(?:joint|only)[\s-])?$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\s+(?:anywhere\s+)?(?:in|(?P<of>of)|among|amongst|on(?=\s+(?:the|its|our)\s|\s+[A-Z])|across|within|outside)\s+(?!which|whom|whose|all\s+time)"
)
_DETERMINER = re.compile(
    r"(?:(?:all|both|any)\s+)?(?:(?:the|its|his|her|their|our|these|those|all)\s+)?"
    r"(?:(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+)?(?=\w)",
    re.IGNORECASE,
)
_CAPITAL = r"[A-Z][\w-]*(?:['’](?!s\b)\w+)?"
_NAME = re.compile(
    rf"(?:(?:[A-Z]\.){{2,}}|{_CAPITAL})(?:\s+(?:(?:of|and|the)\s+){{0,2}}{_CAPITAL}){{0,4}}(?<!-)"
)
_TIMES = word_set(
    "year month week day decade century quarter half season time years months weeks days decades"
    " centuries spring summer autumn winter morning evening games matches past last next history"
    " record generation generations particular addition fact turn case"
    " number numbers terms size area population"
)
_MONTH = re.compile(rf"(?:{any_of(lexicon.MONTHS)}|{any_of(lexicon.WEEKDAYS)})\b", re.IGNORECASE)


def field_before(text: str, start: int) -> str:
    """Whose the rank that begins at `start` is: "the world's" largest; "" where nobody's."""
    lead = text[max(0, start - 40) : start]
    match = _OWNER.search(lead)
    return _trimmed(match["field"]) if match else ""


def _trimmed(words: str) -> str:
    """ "in the world" without what stands before the phrase: no verb, no preposition."""
    kept: list[str] = []
    for word in reversed(words.split()):
        lower = fold(word)
        if lower in {"the", "a"}:
            kept.append(word)
            break
        if kept and (not word[0].isupper() or lower in lexicon.FUNCTION_WORDS):
            break
        kept.append(word)
    return " ".join(reversed(kept))


def field_after(text: str, end: int, alone: bool, named: bool) -> str:
    """What follows "in", "among" right at `end`, where it is no time, or "of" where the rank stands
    `alone`, without a noun; "" without any. If `named` it must be a name: "the first decline in
    income" has no field."""
    among = _AMONG.match(text, end)
    if among is None or (among["of"] and not alone):
        return ""
    start = among.end()
    determiner = _DETERMINER.match(text, start)
    at = determiner.end() if determiner else start
    if text[start].isdigit() or text[at].isdigit() or _MONTH.match(text, at):
        return ""
    name = _NAME.match(text, at)
    if named and not name:
        return ""
    last = name.end() if name else at
    if at > start or not name:  # "the Australian continent"
        last = max(last, noun_phrase_end(text, at, limit=4))
    if (
        last <= at
        or text.startswith(("'s", "’s"), last)
        or {fold(word) for word in text[at:last].split()} & _TIMES
    ):
        return ""
    return " ".join(text[start:last].split())
