"""A tagged sentence as a row of units: noun phrases, verb groups, small words and marks.

Each tag is written as one letter, so that a unit is a match of a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verify.claims.words import Token, verb_lemma

_LETTERS = {
    "DT": "d", "PDT": "d", "PRP$": "d", "JJ": "j", "JJR": "j", "JJS": "j", "NN": "n", "NNS": "n",
    "NNP": "N", "NNPS": "N", "FW": "N", "CD": "c", "POS": "p", "PRP": "o", "EX": "o", "HYPH": "h",
    "SYM": "s", "$": "s", "VBG": "g", "VBN": "b", "VBD": "D", "VBZ": "Z", "VBP": "Z", "MD": "m",
    "VB": "v", "RB": "r", "RBR": "r", "RBS": "r", "IN": "i", "TO": "t", "CC": "&", "WDT": "w",
    "WP": "w", "WP$": "w", "WRB": "y", ",": ",", ";": ";", ":": ":", "--": "-", "(": "(", ")": ")",
    "''": '"', "``": '"', ".": ".",
}  # fmt: skip
# Runs are bounded, so that a text of nothing but adjectives takes no longer than another. A year
# (e) is followed by no name: "in 2008 | Mahoney".
_UNIT = re.compile(
    r"(?P<np>o|d(?=r?[ZDmi])|(?:d++(?:r?[jbg])*+|r?)"
    r"(?:[jcnNphs]|e(?!N)|(?<=d)e|(?<=[pjh])[bg]|(?<=[cjp])r|(?<=j)[&,](?=j+n)){0,30}(?:[nNc]|e))"
    r"|(?P<v>[ZDm](?:r{0,3}[vbg]){0,5})|(?P<to>tr?v[bg]{0,2})|(?P<vn>b[bg]?)|(?P<vg>gb?)"
    r"|(?P<vb>v)|(?P<i>[it])|(?P<w>w)|(?P<y>y)|(?P<cc>&)|(?P<r>r+)|(?P<mark>[,;:()\-\".])|(?P<x>.)"
)
SAYING = frozenset(
    "say tell announce add claim report state warn confirm insist argue note explain admit declare"
    " write reveal show find estimate suggest believe conclude predict allege acknowledge stress"
    " assert maintain contend disclose testify remark observe indicate know recall learn".split()
)
"""Verbs after which "that" brings what is said."""
_PRONOMINAL = frozenset("many few several most much".split())
_TITLE_WORDS = 14


class Unit(NamedTuple):
    """Tokens [start, end) of one kind: np, v (finite), to, vn, vg, vb (other verbs), i
    (preposition or subordinator), w (who, which, that, whose), y (where, when, how), cc, r
    (adverb), a mark by its own sign, or x."""

    kind: str
    start: int
    end: int


def find_units(tokens: Sequence[Token], tags: Sequence[str]) -> tuple[Unit, ...]:
    """The units of a sentence in order; together they cover all its tokens."""
    letters = [_LETTERS.get(tag, "x") for tag in tags]
    for at, token in enumerate(tokens):
        if letters[at] == "c" and len(token.text) == 4 and token.text.isdigit():
            letters[at] = "e"
        elif letters[at] == "h" and _stands_free(tokens, at):
            letters[at] = "-"
        elif token.lower.endswith("n't"):
            letters[at] = "m"
        elif letters[at] == "j" and token.lower in _PRONOMINAL:
            letters[at] = "d"
        elif token.lower == "that" and tags[at] == "DT" and _brings_clause(tokens, tags, at):
            letters[at] = "i"
    _name_titles(tokens, letters)
    found = []
    for match in _UNIT.finditer("".join(letters)):
        kind = match.lastgroup or "x"
        found.append(Unit(match.group() if kind == "mark" else kind, match.start(), match.end()))
    return tuple(found)


def _brings_clause(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Whether "that" is no demonstrative: "said that inflation", "and that exports"."""
    said = at > 0 and tags[at - 1][0] == "V" and verb_lemma(tokens[at - 1].lower) in SAYING
    return said or tags[at + 1 : at + 2] == ("NNS",)


def _stands_free(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen has space on both sides, and so is a dash."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at - 1].end < tokens[at].start
        and tokens[at].end < tokens[at + 1].start
    )


def _name_titles(tokens: Sequence[Token], letters: list[str]) -> None:
    """A short quotation that begins with a capital and ends without a mark is a name."""
    at = 0
    while at < len(letters):
        if letters[at] != '"':
            at += 1
            continue
        reach = range(at + 1, min(at + _TITLE_WORDS, len(letters)))
        end = next((i for i in reach if letters[i] == '"'), -1)
        if end > at + 1 and tokens[at + 1].is_capital and letters[end - 1] not in ",.;o":
            if letters[at + 1] != "o":
                letters[at : end + 1] = "N" * (end + 1 - at)
            at = end
        at += 1
