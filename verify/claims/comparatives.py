"""Comparatives: larger than Finland, less expensive than the tunnel, as tall as the mast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from verify.claims import lexicon
from verify.claims.comparands import DETERMINERS, PLACED, Text, is_dimension, side_end
from verify.claims.dictionary import lemmas
from verify.claims.names import Name
from verify.claims.spelling import word_set
from verify.claims.words import Token, is_finite_verb, verb_lemma
from verify.records import Comparative

_Degree = Literal["more", "less", "equal"]
_TURNED: Mapping[_Degree, _Degree] = {"more": "less", "less": "more", "equal": "equal"}
_AMOUNTS: Mapping[str, _Degree] = {"more": "more", "less": "less", "fewer": "less"}
_IRREGULAR = {"better": "good", "worse": "bad", "farther": "far", "further": "far"}
_NO_QUALITY = word_set("well soon long far much many good often late early")
"""Of "as ... as": as well as, as soon as, as good as new."""

_COPULAS = word_set("is are was were be been being become becomes became remain remains remained")
_DEGREES = word_set("much far even still also now not never lot bit little somewhat any just too")
_EXACTLY = word_set("just also exactly still now not")
_ARTICLES = word_set("a an the")
# "5 per cent higher", "a third larger", "twice the size": a quantity, and no comparative besides.
_MEASURED = lexicon.NUMBER_WORDS | word_set(
    "% percent cent times twice double half third thirds quarter quarters fold no"
    " nearly almost hardly barely scarcely"
)
_TOGETHER = word_set("combined together put")
_SUPPOSING = word_set("if whether unless may might could would should can cannot must seem seems")
_REACH = 5


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparative with its span, from its first word to what it is compared with."""

    start: int
    end: int
    value: Comparative


@dataclass(frozen=True, slots=True)
class _Quality:
    """A quality and its degree, from the token `first` on."""

    first: int
    quality: str
    degree: _Degree


def find_comparatives(
    text: str, tokens: Sequence[Token], names: Sequence[Name]
) -> tuple[Compared, ...]:
    """All comparatives of a text that say what they compare with, in order."""
    read = Text(text, tokens, [t.start for t in tokens], {n.start: n.end for n in names})
    found: list[Compared] = []
    for at, token in enumerate(tokens):
        quality: _Quality | None = None
        if token.lower == "than":
            quality = _more_or_less(read, at)
        elif token.lower == "as" and read.lower(at - 2) == "as":
            quality = _equal(read, at - 2)
        if quality is None or _is_supposed(read, quality.first):
            continue
        one = _compared(read, quality, at + 1)
        if one and not (found and one.start < found[-1].end):
            found.append(one)
    return tuple(found)


def _is_simile(read: Text, at: int) -> bool:
    """Whether a noun without article or name stands behind "as": as cold as ice."""
    token = read.tokens[at]
    return token.start not in read.names and token.lower not in DETERMINERS | PLACED


def _compared(read: Text, quality: _Quality, at: int) -> Compared | None:
    """The quality with what stands from the token `at` on."""
    end = side_end(read, at)
    if end <= at or (quality.degree == "equal" and _is_simile(read, at)):
        return None
    than = read.text[read.tokens[at].start : read.tokens[end - 1].end]
    name = quality.quality
    if is_dimension(read, end):
        name = f"{name} {read.tokens[end + 1].lemma}"
        end += 2
    if not _ends(read, end):
        return None
    start, stop = read.tokens[quality.first].start, read.tokens[end - 1].end
    value = Comparative(quality=name, degree=quality.degree, than=than, text=read.text[start:stop])
    return Compared(start, stop, value)


def _ends(read: Text, at: int) -> bool:
    """Whether what is compared with ends before a token: "than Finland is", but not "than the
    bank had said", "than Finland and Denmark together"."""
    if at >= len(read.tokens):
        return True
    word, after = read.tokens[at], read.lower(at + 1)
    if word.lower in _TOGETHER or word.text == "-":
        return False
    if is_finite_verb(tuple(read.tokens[at : at + 2]), 0):
        return word.lower in lexicon.AUXILIARIES and not after[:1].isalnum()
    if word.lower not in {"and", "or"}:
        return True
    rest = tuple(read.tokens[at : at + 9])
    if any(t.lower in _TOGETHER for t in rest):
        return False
    goes_on = any(is_finite_verb(rest, n) for n in range(1, len(rest)))
    return goes_on or after in _AMOUNTS or (len(rest) > 1 and bool(_base(rest[1])))


def _is_supposed(read: Text, at: int) -> bool:
    """Whether what leads to a token says only what may be: if it is, might be."""
    for before in range(at - 1, max(at - 12, -1), -1):
        word = read.lower(before)
        if word in _SUPPOSING:
            return True
        if word in {",", ";", ":", "."}:
            return False
    return False


# --- the quality ------------------------------------------------------------------------------


def _more_or_less(read: Text, than: int) -> _Quality | None:
    """The comparative right before "than", with the noun that it may have."""
    last, dimension = than - 1, ""
    if is_dimension(read, than - 2) and read.lower(than + 1) not in lexicon.PREPOSITIONS:
        last, dimension = than - 3, read.tokens[than - 1].lemma
    for at in range(last, max(last - _REACH, -1), -1):
        token = read.tokens[at]
        own = read.tokens[at + 1 : last + 1]
        if token.lower in _AMOUNTS and own:
            found = _of_amount(token.lower, own)
            return _placed(read, at, own, found, dimension) if found else None
        if base := _base(token):
            if own and not _is_noun(own[-1]):
                return None  # better known than
            quality, degree = _scaled(base, "more")
            words = " ".join((quality, *(t.lemma for t in own)))
            return _placed(read, at, own or (token,), (words, degree), dimension)
        if token.text != "-" and not token.tags & {"NOUN", "ADJ", "ADV", "VERB"}:
            return None
    return None


def _of_amount(word: str, own: Sequence[Token]) -> tuple[str, _Degree] | None:
    """ "more copper", "less expensive": the quality and its degree."""
    last = own[-1]
    if not (last.tags & {"NOUN", "ADJ", "ADV"} or last.lower.endswith("ed")):
        return None
    if len(own) == 1:
        adjective = lemmas(last.lower).get("ADJ", ())
        base = last.lemma if "NOUN" in last.tags or not adjective else adjective[0]
        base = last.lower if last.lower.endswith("ed") else base
        return _scaled(base, _AMOUNTS[word]) if base not in _NO_QUALITY else None
    words = (t.lower if t.lower.endswith("ed") else t.lemma for t in own if t.is_word)
    return " ".join(words), _AMOUNTS[word]


def _placed(
    read: Text, first: int, own: Sequence[Token], found: tuple[str, _Degree], dimension: str
) -> _Quality | None:
    """The quality, where it is said of a subject: behind "is", or of how or how much it does."""
    before = _over(read, first - 1, _DEGREES, articles="NOUN" in own[-1].tags)
    word = read.lower(before)
    if word in _MEASURED or word[:1].isdigit() or before < 0:
        return None
    does = own[-1].tags & {"NOUN", "ADV"} and _is_verb(read, before)
    if not does and word.removesuffix("n't") not in _COPULAS:
        return None
    quality, degree = found
    return _Quality(first, f"{quality} {dimension}".rstrip(), degree)


def _over(read: Text, at: int, skipped: frozenset[str], *, articles: bool = False) -> int:
    """The token before what only says by how much: far, slightly, a little; and the article."""
    for _ in range(_REACH):
        word = read.lower(at)
        little = word == "a" and read.lower(at + 1) in {"lot", "bit", "little"}
        loosely = word.endswith("ly") and word not in _MEASURED and skipped is _DEGREES
        if not (word in skipped or little or loosely or (articles and word in _ARTICLES)):
            break
        at -= 1
    return at


def _is_verb(read: Text, at: int) -> bool:
    """Whether the word at a place is what a subject does: grew, has, had produced."""
    tokens = tuple(read.tokens[max(at - 3, 0) : at + 2])
    here = min(at, 3)
    if is_finite_verb(tokens, here):
        return True
    return bool(verb_lemma(read.lower(at))) and read.lower(at - 1) in lexicon.AUXILIARIES


def _equal(read: Text, at: int) -> _Quality | None:
    """ "as tall as" behind "is"; the first "as" stands at a place."""
    token = read.tokens[at + 1]
    before = read.lower(_over(read, at - 1, _EXACTLY))
    forms = lemmas(token.lower).get("ADJ", ())
    if not forms or forms[0] in _NO_QUALITY - {"long"}:
        return None
    if before.removesuffix("n't") not in _COPULAS:
        return None
    quality, degree = _scaled(forms[0], "equal")
    return _Quality(at, quality, degree)


def _base(token: Token) -> str:
    """The adjective or adverb that a word is the comparative of; "" where it is none."""
    if token.is_capital:
        return ""  # Longer Street
    if token.lower in _IRREGULAR:
        return _IRREGULAR[token.lower]
    if not token.lower.endswith("er"):
        return ""
    forms = lemmas(token.lower)
    base = (*forms.get("ADJ", ()), *forms.get("ADV", ()), "")[0]
    if base == token.lower or (token.lower in forms.get("NOUN", ()) and base not in lexicon.SCALES):
        return ""  # a number is not more numb
    return base


def _is_noun(token: Token) -> bool:
    """Whether a word can be a noun and is no participle."""
    participle = token.lower not in {verb_lemma(token.lower), ""} and "VERB" in token.tags
    return "NOUN" in token.tags and (not participle or token.lower.endswith(("s", "ing")))


def _scaled(base: str, degree: _Degree) -> tuple[str, _Degree]:
    """An adjective as a quality and its degree: smaller is less large."""
    quality, opposite = lexicon.SCALES.get(base, (base, False))
    return quality, _TURNED[degree] if opposite else degree
