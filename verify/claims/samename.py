"""Whether two names can mean the same person, place or organisation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from verify.claims import lexicon
from verify.claims import namewords as words
from verify.claims.places import country
from verify.claims.words import plain


class Sameness(IntEnum):
    """How surely two names mean one. A SHORT form can be another's as well: Averil is short for
    Averil Town and for Averil Rovers."""

    OTHER = 0
    SHORT = 1
    SAME = 2


def same_name(one: str, other: str) -> bool:
    """Whether two names can mean the same one.

    Countries meet in their adjectives; people by surname or by another transcription of it;
    organisations by their initials.
    """
    return how_same(one, other) is not Sameness.OTHER


def contains_name(names: Iterable[str], name: str) -> bool:
    """Whether one of `names` can mean `name`."""
    return any(same_name(n, name) for n in names)


@lru_cache(maxsize=200_000)
def how_same(one: str, other: str) -> Sameness:
    """How surely two names mean the same one."""
    first, second = country(one), country(other)
    if first or second:
        return Sameness.SAME if first == second else Sameness.OTHER
    a, b = key(one), key(other)
    if a == b or _initials_meet(one, other, a, b):
        return Sameness.SAME
    if not a or not b or _told_apart(a, b):
        return Sameness.OTHER
    a, b = _without_ending(a), _without_ending(b)
    if a == b:
        return Sameness.SAME
    if _unnumbered(a) == _unnumbered(b):
        return Sameness.SHORT  # Halcyon, Halcyon-2
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return _short_form(short[0], long)
    if short[0] == "".join(w[0] for w in long[:-1]) and short[1:] == long[-1:]:
        return Sameness.SAME  # J. K. Rowling, Joanne Kathleen Rowling
    if len(long) > len(short):
        return _fuller_form(short, long)
    return _transcription(a, b)


@lru_cache(maxsize=100_000)
def key(name: str) -> tuple[str, ...]:
    """The words of a name that tell it apart: no titles, accents, possessives or hyphens."""
    plainly = "".join(
        c for c in unicodedata.normalize("NFKD", plain(name)) if not unicodedata.combining(c)
    )
    plainly = re.sub(r"'s\b|'$|(?<=\w)\.(?=\w)|\.", _undotted, plainly)
    plainly = re.sub(r"(?<=\bco)-(?=op|ord)", "", plainly)
    found = [lexicon.SPELLINGS.get(w, w) for w in re.findall(r"\w+", plainly)]
    while len(found) > 1 and found[0] in words.TITLES and found[-1] not in words.KINDS:
        del found[0]
    kept = tuple("saint" if w == "st" else w for w in found if w not in _LINKS)
    return _joined_initials(kept) or tuple(found)


_LINKS = frozenset("the of and for".split())


def _undotted(match: re.Match[str]) -> str:
    """A dot inside "J.K. Rowling" parts two words; "U.S." is one."""
    return " " if match.group() == "." and match.end() < len(match.string) else ""


def _joined_initials(found: tuple[str, ...]) -> tuple[str, ...]:
    """J. K. Rowling as "jk rowling": single letters in a row are one word."""
    joined: list[str] = []
    single = False
    for word in found:
        if len(word) == 1 and word.isalpha() and single:
            joined[-1] += word
        else:
            joined.append(word)
        single = len(word) == 1 and word.isalpha()
    return tuple(joined)


# --- organisations ----------------------------------------------------------------------------


@lru_cache(maxsize=100_000)
def _initials(name: str) -> frozenset[str]:
    """The first letters of its words, and of those with a capital: Shanghai Co-operation
    Organisation -> sco."""
    firsts = re.findall(r"([^\W_])[^\W_]*", re.sub(r"(?<=\bCo)-(?=[Oo]p|[Oo]rd)", "", name))
    capitals = (letter for letter in firsts if letter.isupper())
    return frozenset({"".join(firsts).casefold(), "".join(capitals).casefold()})


def _initials_meet(one: str, other: str, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one of two names is written by the initials of the other: SCO, BoJ."""
    short, long = (one, other) if len(a) < len(b) else (other, one)
    letters = key(short)
    if len(letters) != 1 or len(letters[0]) < 2:
        return False
    if len(letters[0]) < 3 and not short.replace(".", "").isupper():
        return False
    return letters[0] in _initials(long)


def _told_apart(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether a word that only one of them has makes it another one: Women, Under-21, B, II."""
    if _telling(a) != _telling(b):
        return True
    teams = {a[-1], b[-1]} & {"b", "c"}
    if teams and teams & (set(a) ^ set(b)):
        return True
    return bool(_numbers(a) and _numbers(b) and _numbers(a) != _numbers(b))


@lru_cache(maxsize=100_000)
def _telling(name: tuple[str, ...]) -> frozenset[str]:
    """The words of a name that make another one of it: women, u21, 3b."""
    return frozenset(
        w for w in name if w in words.QUALIFIERS or (_DESIGNATION.fullmatch(w) and not w.isdigit())
    )


_DESIGNATION = re.compile(r"\d+|[a-z]{1,2}\d+[a-z]?|\d+[a-z]{1,2}")
_ROMAN = re.compile(r"i{1,3}|iv|vi{0,3}|ix|xi{0,3}")


@lru_cache(maxsize=100_000)
def _numbers(name: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers of a name: Halcyon-2, Artemis II."""
    roman = name[-1:] if _ROMAN.fullmatch(name[-1]) else ()
    return (*(w for w in name if w.isdigit()), *roman)


@lru_cache(maxsize=100_000)
def _unnumbered(name: tuple[str, ...]) -> tuple[str, ...]:
    numbers = _numbers(name)
    return tuple(w for w in name if w not in numbers) or name


@lru_cache(maxsize=100_000)
def _without_ending(name: tuple[str, ...]) -> tuple[str, ...]:
    """Without "plc", "Group", "FC": what a name may have or lack."""
    while len(name) > 1 and name[-1] in words.COMPANY_ENDINGS:
        name = name[:-1]
    return name[1:] if len(name) > 1 and name[0] in {"fc", "afc", "cf", "ac", "sc"} else name


def _short_form(short: str, long: tuple[str, ...]) -> Sameness:
    """A surname alone, or the first word of an organisation: Trump, Harland (Foods)."""
    if len(long) == 1:
        return Sameness.SHORT if _alike(short, long[0]) and len(short) > 6 else Sameness.OTHER
    if short == long[-1] and short in words.NICKNAMES:
        return Sameness.SHORT
    if short in words.GENERIC or short in words.KINDS or len(short) < 2:
        return Sameness.OTHER
    return Sameness.SHORT if short in {long[0], long[-1]} else Sameness.OTHER


def _fuller_form(short: tuple[str, ...], long: tuple[str, ...]) -> Sameness:
    """George Bush and George W. Bush; Golden Heron and Golden Heron Award."""
    if (
        (_alike(short[0], long[0]) or _initial(short[0], long[0]))
        and _alike(short[-1], long[-1])
        and short[-1] not in words.KINDS
    ):
        return _same_middles(short[1:-1], long[1:-1])
    if not set(short) <= set(long):
        return Sameness.OTHER
    if long[-1] in words.KINDS and long[-1] not in short and words.KINDS & set(short):
        return Sameness.OTHER  # Bank of England, Bank of England Museum
    # "Apple Watch Edition" may be more than an Apple Watch, and there is many a "Central Bank".
    longer = short == long[: len(short)] and short[-1] != long[-1]
    common = all(w in words.KINDS or w in words.GENERIC for w in short)
    return Sameness.SHORT if longer or common else Sameness.SAME


def _same_middles(short: tuple[str, ...], long: tuple[str, ...]) -> Sameness:
    """Middle names may be left out, but George W. Bush is not George H. W. Bush."""
    if not short:
        return Sameness.SAME
    met = all(any(s == w or _initial(s, w) for w in long) for s in short)
    return Sameness.SAME if met and short[0][0] == long[0][0] else Sameness.OTHER


# --- people -----------------------------------------------------------------------------------


def _transcription(a: tuple[str, ...], b: tuple[str, ...]) -> Sameness:
    """The same words spelt in another way, at least one of them alike to the letter."""
    if sorted(a) == sorted(b):
        return Sameness.SAME  # Sato Kenjiro, Kenjiro Sato
    pairs = list(zip(a, b, strict=True))
    telling = any(
        _alike(x, y) and x not in words.KINDS and x not in words.GENERIC for x, y in pairs
    )
    if telling and all(_alike(x, y) or _initial(x, y) for x, y in pairs):
        return Sameness.SAME
    return Sameness.OTHER


def _initial(one: str, other: str) -> bool:
    """J. for John; JK for Joanne."""
    short, long = sorted((one, other), key=len)
    letters = len(short) == 1 or (len(short) == 2 and not set(short) & set("aeiouy"))
    return letters and short[0] == long[0]


_GIVEN = """
mohammed mohammad muhammad mohamed mohamad muhammed
alexander aleksandr alexandr aleksander alyaksandr alexandre oleksandr
michael mikhail mykhailo michail mike mick
dmitry dmitri dmytro dimitri
nicholas nikolai nicolas mykola nick
sergei serhiy serge sergio
joseph joe josef
william bill will
robert bob rob
thomas tom tommy
timothy tim
james jim jimmy
anthony tony
edward ed ted eddie
richard rick dick
charles charlie chuck
daniel dan danny
david dave
andrew andy drew
benjamin ben
christopher chris
matthew matt
stephen steven steve
peter pete
donald don
ronald ron
kenneth ken
gregory greg
jeffrey jeff geoffrey geoff
samuel sam
frederick fred
elizabeth liz beth
katherine catherine kate cathy kathy
margaret maggie
jennifer jenny
susan sue
barbara barb
"""
_FAMILY = {w: n for n, line in enumerate(_GIVEN.strip().splitlines()) for w in line.split()}
# How scripts that are not Latin are written in it varies in these, and in doubled letters.
_SOUNDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"^ye", "e"), (r"(?<=[aeou])[yi](?=[aeo])", ""), (r"tch|tsch", "ch"), (r"ph", "f"),
        (r"kh|gh|q", "h"), (r"ck|c(?=[aou])", "k"), (r"sch", "sh"), (r"ou|oo", "u"), (r"w", "v"),
        (r"ya|ia", "a"), (r"ks|x", "ks"), (r"[yj]", "i"), (r"ei|ai|ey", "e"), (r"(.)\1+", r"\1"),
        (r"(?<=[aeiou])h$", ""),
    )
)  # fmt: skip


@lru_cache(maxsize=100_000)
def _sound(word: str) -> str:
    for pattern, by in _SOUNDS:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=100_000)
def _alike(one: str, other: str) -> bool:
    """The same word, a pet form of it or another transcription: Andrey, Andrei."""
    if one == other:
        return True
    if one[0].isdigit() or other[0].isdigit():
        return False
    if one in _FAMILY and _FAMILY[one] == _FAMILY.get(other):
        return True
    return min(len(one), len(other)) > 3 and _sound(one) == _sound(other)
