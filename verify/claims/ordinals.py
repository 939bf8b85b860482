"""Places in a series and superlatives: 22nd edition, first trip since, the only, second-largest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.fields import field_after, field_before
from verify.claims.lookalikes import STREET
from verify.claims.phrases import noun_phrase_end
from verify.claims.roman import from_roman
from verify.claims.spelling import any_of, fold, word_set
from verify.claims.words import tokenize
from verify.records import Kind, Ordinal

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# "The final of the cup", "the final was played": a match, and no rank.
_THE_MATCH = (
    r"\s+(?:of|was|is|were|will|between|at|on|in|against|to|and|when|where|by|after|before)\b"
    r"|\s*[.,;:!?)]"
)
_ORDINAL = re.compile(
    rf"""
      (?<![\w.,-]) (?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,4}})(?:st|nd|rd|th)\b
    | \b(?:
        (?P<near>penultimate|second[\s-]last|(?:second|next)[\s-]to[\s-]last|last\s+but\s+one)
      | (?:(?P<tens>{any_of(_TENS)})[\s-])?(?P<word>{any_of(lexicon.ORDINAL_WORDS)})
      | (?P<edge>last|only|sole|inaugural|(?<!-)final(?!{_THE_MATCH}))
      | the\s+(?P<roman>(?-i:[IVXLC]{{1,7}}))
      )\b
    | (?:\b(?:the|its|his|her|their)|['’]s)\s+
      (?P<most>(?:most|least)\s+(?P<adverb>[a-z]+)|(?P<est>[a-z]{{2,}}est)|best|worst)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUALITY = re.compile(
    r"[\s-](?:most\s+(?P<adverb>[a-z]+)|(?P<est>[a-z]{2,}est)|best|worst)\b", re.IGNORECASE
)
# A window ends where the sentence goes on: "since 2005 | with", "in ten years | and is".
_ON = r"(?:(?!\s(?:with|that|while|but|and\s(?:is|was|were|more|for))\b)[^.;:,!?])"
_SINCE = re.compile(
    rf"[^.;:!?]{{0,40}}?\b(?:since\s+(?P<since>{_ON}+)|in\s+(?P<span>(?:more\s+than\s+|nearly\s+"
    r"|over\s+|almost\s+|about\s+|at\s+least\s+)?(?:\d+|[a-z]+)\s+(?:years?|months?|decades?"
    r"|generations?|century|games|matches)\b)"
    r"|(?P<memory>on\s+record|of\s+all\s+time|in\s+(?:living\s+memory|recorded\s+history))\b)"
    r"|\s+(?P<ever>ever(?!-)|in\s+(?:(?:the|its|his|her|their)\s+)?(?:[\w-]+['’]s?\s+)?history)\b"
)
_MONTH = any_of(lexicon.MONTHS)
_COUNTED = r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|dozen|few|several|couple|hundred)\b"

# --- what is no rank, by the words around it ---------------------------------------------------

# "two-thirds", "one second", "a split second", "every third": fractions, seconds, steps.
_NO_RANK_BEFORE = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|split|every|each|per|few|hundred"
    r"|and)|\d)[\s-]$",
    re.IGNORECASE,
)
# "one of the world's largest", "among the first": many have that rank together.
_ONE_OF = re.compile(
    r"\b(?:(?:one|some|several|many|two|three|four|five|ten|part)\s+of|among|amongst)\s+"
    r"(?:[\w-]+\s+){0,2}(?:[\w-]+['’]?)?$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\ban?\s+$", re.IGNORECASE)
_PART_OF = re.compile(r"(?:^|\s)an?\s$", re.IGNORECASE)
_RANKED_ANYHOW = word_set(
    "term time title goal medal victory win season year defeat prize cap championship place trophy"
)
_IDLY = re.compile(r"\b(?:at(?:\s+its)?|his|her|their|my|our)\s$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:\b(?:the|his|her|its|their|my|our)|['’]s)\s+$", re.IGNORECASE)
_NO_RANK_AFTER = re.compile(
    rf"""\s+(?:of\s+)?(?:{_MONTH})\b          # the 5th of June
      | [\s-](?:centur|millenni)
      | \s+to\s+none\b
      | \s+(?:{_COUNTED})                      # the first two matches
      | \s+(?:World\s+War|Reich|Lad(?:y|ies)|Gentleman|Minister|Secretary|Sea\s+Lord|Family|Nations?
              |People|World|part(?:y|ies)|countries)\b
      | -(?!(?:ever|place|placed|ranked|seeded|minute|round|straight|largest|biggest|highest)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPANY = re.compile(r"First\s+[A-Z](?!mendment)")
_EVER = re.compile(
    r"[\s-](?:ever|placed|ranked|seeded|straight|successive|consecutive)\b", re.IGNORECASE
)
_COMES = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|c[ao]mes?|coming|placed|tied|rank(?:s|ed|ing)?|qualif(?:y|ied|ies)|lies"
    r"|lying|sits?|stands?)\s+(?:(?:in|for|joint|equal|only|a\s+(?:distant|close))[\s-])?$",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(r"\b(?:is|are|was|were|currently|now)\s+$", re.IGNORECASE)
_IN_A_FIELD = re.compile(r"\s+in\s+(?:the|its|his|her|their)\s", re.IGNORECASE)
# "was his first abroad", "the largest in Europe", "the first to arrive": the noun is left out.
_STANDS_ALONE = re.compile(
    r"\s+(?:abroad|overseas|(?:(?:known|confirmed|recorded|believed|reported|thought)\s+)?to\s+(?!(?:the|an?|his|her|its|their|mid|late|early)\b)[a-z]+|since\b|ever\b|of\s+(?:the|its|his|her|their|two|three|four|five"
    r"|six)\b|(?P<where>in)\s+(?:\d|[A-Z]|an?\b|the\b|its\b|his\b|her\b|more\b|nearly\b|[a-z]+\s+years))"
)

_BY = re.compile(
    r"\s+(?:in\s+terms\s+of|by)\s+(?:(?:total|nominal|gross|annual|land|market)\s+)?(?:area|population"
    r"|volume|value|size|length|height|weight|number|mass|revenue|sales|assets|output|production"
    r"|purchasing|capitali[sz]ation|gdp|GDP|membership|circulation|turnover|wealth|income)\b"
)
"""What a thing is ranked by."""

# Nouns that come in numbered series, where "first" is a place in it and no distinction.
_SERIES = word_set(
    "edition meeting summit session anniversary round season episode conference congress floor"
    " century term chapter phase stage volume day week month year quarter half leg assembly"
    " amendment periodical issue match game test race lap set generation dynasty republic"
    " birthday round-table forum festival place"
)
_NO_CLAIM = word_set(
    "quarter half century hour sense estate lady class floor degree aid hand name person instance"
    " step thought nature wind opinion guess fiddle sight glance light world heaven column party"
    " responder base cousin helping"
)
_NO_CLAIM_FIRST = word_set("quarter qtr half class degree aid hand party")  # first quarter results
_NO_EDGE = word_set(
    "name dividend resort straw word minute gasp respect rite laugh whistle score say call ditch"
    " touch"
)
_TIMES = (
    word_set(
        "week month year weekend night summer winter spring autumn season day hour minute decade"
        " quarter time fiscal academic christmas easter evening fall"
    )
    | lexicon.WEEKDAYS.keys()
    | lexicon.MONTHS.keys()
)
_FEATS = word_set("time trip visit woman man")


# "the XXIII Olympiad", but "the I in it", "the XX chromosomes".
_NUMBERED_GAMES = re.compile(
    r"\s+(?:(?:Ordinary|Extraordinary|International|World|Party|Plenary|Summer|Winter)\s+){0,2}"
    r"(?:Olympiad|Olympic|Paralympic|Games|Congress|Conference|Session|Assembly|Corps|Legion"
    r"|Summit|Biennale|Dynasty)\b"
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
    found: list[Ranked] = []
    for match in _ORDINAL.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        ranked = _ranked(match, text)
        if ranked:
            found.append(ranked)
    return tuple(found)


def find_rank_words(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and rank of every ordinal in words or figures, whatever it ranks."""
    for match in _ORDINAL.finditer(text):
        rank = _number(match) if match["digits"] or match["word"] else None
        if rank is not None:
            yield match.start(), match.end(), rank


@dataclass(frozen=True, slots=True)
class _Rank:
    """A rank at text[start:end], without its noun. `word` is first, last, only; "" in figures."""

    start: int
    end: int
    rank: int
    quality: str
    word: str


def _ranked(m: re.Match[str], text: str) -> Ranked | None:
    rank = _superlative(m) if m["most"] else _place(m, text)
    if rank is None or _ONE_OF.search(text, max(0, m.start() - 40), m.start()):
        return None
    return _with_noun(text, rank)


def _superlative(m: re.Match[str]) -> _Rank | None:
    quality = _quality(m)
    if m.string[m.end() : m.end() + 1] == "-" and not m["est"]:
        return None  # the best-selling book
    # Of "the most goals" the goals are the noun.
    end = m.start("adverb") - 1 if quality == "most" else m.end()
    return _Rank(m.start("most"), end, 1, quality, "most") if quality else None


def _place(m: re.Match[str], text: str) -> _Rank | None:
    """A place in a series, or by a quality: third, third-largest."""
    rank = _number(m)
    if rank is None or (m["roman"] and not _NUMBERED_GAMES.match(text, m.end())):
        return None
    if m["near"] or m["roman"]:
        return _Rank(m.start("roman") if m["roman"] else m.start(), m.end(), rank, "", "")
    word = "" if m["digits"] else fold(m["edge"] or m["word"])
    if (after := _QUALITY.match(text, m.end())) and (quality := _quality(after)):
        return _Rank(m.start(), after.end(), rank, quality, word)
    if _NO_RANK_AFTER.match(text, m.end()) or STREET.match(text, m.end()):
        return None
    if rank == 0 and not _ARTICLE.search(text, max(0, m.start() - 8), m.start()):
        return None  # only 12
    if m["word"] and _NO_RANK_BEFORE.search(text, max(0, m.start() - 8), m.start()):
        return None
    if rank > 2 and text.startswith(" of ", m.end()) and _is_part(text, m):
        return None  # a third of the members
    if word == "first" and _COMPANY.match(text, m.start()):
        return None
    return _Rank(m.start(), m.end(), rank, "", word)


def _is_part(text: str, m: re.Match[str]) -> bool:
    return not m["digits"] and _PART_OF.search(text, max(0, m.start() - 3), m.start()) is not None


def _number(m: re.Match[str]) -> int | None:
    if m["digits"]:
        return int(m["digits"].replace(",", ""))
    if m["near"]:
        return -2
    if m["roman"]:
        return from_roman(m["roman"])
    if m["edge"]:
        return {"only": 0, "sole": 0, "inaugural": 1}.get(fold(m["edge"]), -1)
    tens = (_TENS.index(fold(m["tens"])) + 2) * 10 if m["tens"] else 0
    rank = lexicon.ORDINAL_WORDS[fold(m["word"])]
    return tens + rank if not tens or rank < 10 else None


def _quality(m: re.Match[str]) -> str:
    """The lemma of the quality of a superlative; "most" for most goals, "" where it is none."""
    if m["adverb"]:
        token = tokenize(fold(m["adverb"]))[0]
        if token.lower in {"recent", "part"}:
            return ""  # the most recent figures, for the most part
        if "most" in m.re.groupindex and fold(m["most"]).startswith("least"):
            return f"least {token.lemma}"
        countable = token.tags == {"NOUN"} or ("NOUN" in token.tags and token.lemma != token.lower)
        return "most" if countable else token.lemma
    token = tokenize(fold(re.split(r"[\s-]", m.group())[-1]))[0]
    if not m["est"]:
        return token.lemma
    if token.lower == "latest" or "ADJ" not in token.tags:
        return ""  # the latest figures; the forest
    return token.lemma if token.lemma != token.lower or token.lower == "eldest" else ""


def _with_noun(text: str, rank: _Rank) -> Ranked | None:
    """The rank with the noun phrase that it ranks; None where there is none, or one of an idiom."""
    ever = _EVER.match(text, rank.end)
    start = ever.end() if ever else rank.end
    start += text[start : start + 1] in {" ", "-", "\u00a0"}
    end = noun_phrase_end(text, start)
    nouns = [t.lemma for t in tokenize(text[start:end]) if t.is_word]
    place = not nouns and _is_place(text, rank)
    if nouns and not rank.quality and _is_idiom(text, rank, nouns):
        return None
    if not nouns:
        if not place and not _is_alone(text, rank):
            return None
        start = end = rank.end
    since = _SINCE.match(text, end)
    written = text[rank.start : since.end() if since else end].rstrip()
    noun = nouns[-1] if nouns else ""
    alone = rank.rank <= 1 and noun not in _SERIES and not place
    distinct = rank.quality or (rank.word and (since or alone or noun in _FEATS))
    kind = Kind.SUPERLATIVE if distinct else Kind.ORDINAL
    field = ""
    if distinct:
        named = not rank.quality
        field = field_after(text, end, not nouns, named) or field_before(text, rank.start)
    value = Ordinal(
        rank=rank.rank, since=_since(since), field=field, quality=rank.quality, text=written
    )
    return Ranked(rank.start, rank.start + len(written), kind, value, start, end)


def _is_idiom(text: str, rank: _Rank, nouns: list[str]) -> bool:
    """Nouns that a rank makes no claim about: second half, last week, first aid, a second ship."""
    before = text[max(0, rank.start - 7) : rank.start]
    if (
        nouns[-1] in _NO_CLAIM
        or "quarter" in nouns
        or nouns[0] in _NO_CLAIM_FIRST
        or (nouns == ["place"] and fold(before) == "in the ")
    ):
        return True
    if rank.rank == -1:
        return nouns[0] in _TIMES or nouns[-1] in _NO_EDGE
    another = rank.word == "second" and rank.rank == 2 and _ANOTHER.search(before) is not None
    return another and nouns[-1] not in _RANKED_ANYHOW


def _is_place(text: str, rank: _Rank) -> bool:
    """Whether it is a place in a contest, with no noun: finished third, is second in the league."""
    if _COMES.search(text, max(0, rank.start - 24), rank.start):
        return True
    stands = _STANDS_IN.search(text, max(0, rank.start - 12), rank.start)
    return stands is not None and _IN_A_FIELD.match(text, rank.end) is not None


def _is_alone(text: str, rank: _Rank) -> bool:
    after = _STANDS_ALONE.match(text, rank.end)
    if after is None:
        # "the second-largest by area" ranks, "second by train" and "loved best by all" do not.
        return rank.quality not in {"", "good", "best"} and _BY.match(text, rank.end) is not None
    if _IDLY.search(text, max(0, rank.start - 8), rank.start):
        return False  # did her best to, at first to
    # "arrived first in London": without an article only what follows "to" or "since" ranks.
    led = rank.quality or _ARTICLE.search(text, max(0, rank.start - 8), rank.start)
    return bool(led) or not after["where"]


def _since(match: re.Match[str] | None) -> str:
    """What follows "since", or "in" of "in five years"; the whole of "on record"."""
    return " ".join(match[match.lastgroup or "ever"].split()) if match else ""
