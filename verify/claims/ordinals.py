"""Places in a series and superlatives: 22nd edition, first trip since, last, only, second-largest."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.quantities import noun_phrase_end
from verify.claims.words import tokenize
from verify.records import Kind, Ordinal

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORD = "|".join(sorted(lexicon.ORDINAL_WORDS, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"""
    (?<![\w.,-]) (?P<digits>\d{{1,4}})(?:st|nd|rd|th)\b
    | \b(?:(?P<tens>{"|".join(_TENS)})[\s-])?(?P<word>{_WORD})\b
    | \b(?P<edge>last|final|only|sole|inaugural|latest)\b
    | \b(?:the|its|his|her|their|['’]s)\s+(?P<most>(?:most|least)\s+(?P<adverb>[a-z]+)|(?P<est>[a-z]{{2,}}est)|best|worst)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUALITY_AFTER = re.compile(r"[\s-](?:most\s+([a-z]+)|([a-z]{2,}est)|best|worst)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"[^.;:!?\n]{0,40}?\b(?:since|in\s+(?:more\s+than\s+|nearly\s+|over\s+)?(?:\d+|[a-z]+)\s+(?:years|months|decades|games|matches))\b[^.;:,!?\n]*"
)
# Nouns that come in numbered series, where "first" is a place in it and no distinction.
_SERIES = frozenset(
    "edition meeting summit session anniversary round season episode conference congress floor"
    " century term chapter phase stage volume day week month year quarter half leg assembly"
    " amendment periodical issue match game test race lap set generation dynasty republic"
    " birthday round-table forum festival".split()
)
_NO_CLAIM = frozenset(
    "quarter half century lady class floor degree aid hand name person place instance step".split()
)
_NOT_SUPERLATIVE = frozenset(
    "forest interest request harvest contest protest arrest guest west east rest test quest crest"
    " chest nest priest invest suggest honest latest modest manifest earnest tempest digest conquest"
    " midwest northwest southwest northeast southeast bequest unrest interest inquest vest pest"
    " best worst west zest jest fest behest".split()
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """An ordinal with its span (noun phrase and "since ..." included) and its noun's place."""

    start: int
    end: int
    kind: Kind
    value: Ordinal
    noun_start: int
    noun_end: int


def find_ordinals(text: str) -> tuple[Ranked, ...]:
    """All ordinals and superlatives of a text that rank something, in order."""
    found = []
    for match in _ORDINAL.finditer(text):
        ranked = _read(match, text)
        if ranked and not (found and ranked.start < found[-1].end):
            found.append(ranked)
    return tuple(found)


def _read(m: re.Match[str], text: str) -> Ranked | None:
    start, end = m.span()
    quality = ""
    if m["most"]:
        start = m.start("most")
        if m["est"] and (m["est"].lower() in _NOT_SUPERLATIVE or not _is_superlative(m["est"])):
            return None
        rank, quality = 1, _quality(m["adverb"] or m["most"])
    else:
        rank = _rank(m)
        if rank is None:
            return None
        if after := _QUALITY_AFTER.match(text, end):
            quality, end = _quality(after[1] or after.group()), after.end()
            if after[2] and not _is_superlative(after[2]):
                return None
    if m["digits"] and re.match(r"\s+(?:of\s+)?(?:" + "|".join(lexicon.MONTHS) + r")\b|[-\s]centur",
                                text[end:], re.IGNORECASE):  # fmt: skip
        return None
    noun_start = end + (1 if text[end : end + 1] in {" ", "-", "\u00a0"} else 0)
    noun_end = noun_phrase_end(text, noun_start)
    if noun_end <= noun_start and not _stands_alone(text, end):
        return None
    nouns = [t.lemma for t in tokenize(text[noun_start:noun_end]) if t.is_word]
    if nouns and nouns[-1] in _NO_CLAIM and not quality:
        return None
    if (
        m["edge"]
        and m["edge"].lower() in {"last", "latest", "final"}
        and _is_time(nouns, text, start)
    ):
        return None
    if m["edge"] and m["edge"].lower() == "only" and not _has_article(text, start):
        return None
    since = _SINCE.match(text, noun_end)
    value = Ordinal(
        rank=rank,
        quality=quality,
        since=_since_words(since.group()) if since else "",
        text=text[start : since.end() if since else max(noun_end, end)].rstrip(),
    )
    word = not m["digits"]
    special = word and (
        quality
        or since
        or rank <= 1
        and not (nouns and nouns[-1] in _SERIES)
        or bool(nouns and nouns[-1] in {"time", "trip", "visit", "woman", "man"})
    )
    kind = Kind.SUPERLATIVE if special else Kind.ORDINAL
    return Ranked(
        start, start + len(value.text), kind, value, noun_start, max(noun_end, noun_start)
    )


def _rank(m: re.Match[str]) -> int | None:
    if m["digits"]:
        return int(m["digits"])
    if m["edge"]:
        edge = m["edge"].lower()
        return {"only": 0, "sole": 0, "inaugural": 1}.get(edge, -1)
    tens = (_TENS.index(m["tens"].lower()) + 2) * 10 if m["tens"] else 0
    rank = lexicon.ORDINAL_WORDS[m["word"].lower()]
    return tens + rank if not tens or rank < 10 else None


def _quality(written: str) -> str:
    words = tokenize(written.strip(" -"))
    return words[-1].lemma if words else ""


def _is_superlative(word: str) -> bool:
    token = tokenize(word.lower())[0]
    return "ADJ" in token.tags and token.lemma != token.lower


def _stands_alone(text: str, end: int) -> bool:
    """ "was his first abroad", "the tenth to": a noun left out."""
    return (
        re.match(r"\s+(?:abroad|overseas|to\s+[a-z]+|since|of\s+(?:the|its|his|her))\b", text[end:])
        is not None
    )


def _is_time(nouns: list[str], text: str, start: int) -> bool:
    """ "last week", "the last two days": a date and no distinction."""
    times = {"week", "month", "year", "weekend", "night", "summer", "winter", "spring", "autumn",
             "season", "day", "hour", "minute", "decade", "quarter", "time"}  # fmt: skip
    if nouns and nouns[0] in times | set(lexicon.WEEKDAYS) | set(lexicon.MONTHS):
        return True
    return re.match(
        r"(?:last|final|latest)\s+(?:\d|few|two|three|four|five|six|ten|several)",
        text[start:],
        re.IGNORECASE,
    ) is not None or (text[start : start + 6].lower() == "latest")


def _has_article(text: str, start: int) -> bool:
    return (
        re.search(
            r"\b(?:the|his|her|its|their)\s+$|['’]s\s+$",
            text[max(0, start - 8) : start],
            re.IGNORECASE,
        )
        is not None
    )


def _since_words(text: str) -> str:
    at = re.search(r"\b(?:since|in)\b", text)
    return text[at.end() :].strip() if at else ""
