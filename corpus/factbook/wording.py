"""Small words: articles, lists, numbers and names as a sentence wants them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

WITH_ARTICLE = re.compile(
    r"(United |Democratic Republic|Republic of|Central African|Dominican Rep|Federated |European U)"
    r"|(Islands|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Isle of Man|West Bank"
    r"|Gaza Strip)$"
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
PARTICLES = {"al", "bin", "da", "de", "del", "della", "der", "dos", "el", "e", "la", "ould", "von"}
ROMAN = re.compile(r"[IVX]+")


def with_article(name: str) -> str:
    """As in "the Netherlands"."""
    return f"the {name}" if WITH_ARTICLE.match(name) or WITH_ARTICLE.search(name) else name


def starting(words: str) -> str:
    """With a capital letter, to open a sentence."""
    return words[0].upper() + words[1:]


def spelled(number: int) -> str:
    """In words up to nine: "seven"."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def listed(names: Sequence[str]) -> str:
    """As in "Dutch, French and German"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def singular(currency: str, irregular: Mapping[str, str]) -> str:
    """One "Iranian rial" of many "Iranian rials"."""
    return irregular.get(currency) or currency.removesuffix("s")


def normal_case(name: str) -> str:
    """A name as newspapers print it: the Factbook puts the surname in capitals.

    "XI Jinping" -> "Xi Jinping", "Bart DE WEVER" -> "Bart De Wever", and inside a surname
    "REBELO DE SOUSA" -> "Rebelo de Sousa".
    """
    words = name.split()
    before = ["", *words]
    return " ".join(
        _word(word, inside=last.isupper()) for last, word in zip(before, words, strict=False)
    )


def _word(word: str, *, inside: bool) -> str:
    """One word; `inside` where the one before it was in capitals too."""
    if inside and word.isupper() and word.lower() in PARTICLES:
        return word.lower()
    if len(word.strip(".")) == 1 or (inside and ROMAN.fullmatch(word)):
        return word
    return "-".join(_piece(piece) for piece in word.split("-"))


def _piece(piece: str) -> str:
    if not piece.isupper():
        return piece
    if piece in {"AL", "EL"}:
        return piece.lower()
    return "Mc" + piece[2:].capitalize() if piece.startswith("MC") else piece.capitalize()
