"""Words of a text with their exact places, lemmas and possible parts of speech.

There is no parser on the default path: a dictionary (lemminflect) says what a word can be, and
the order of the words decides among that. What cannot be decided is left open by the callers.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from verify.claims import lexicon
from verify.claims.dictionary import lemmas

_WORD = re.compile(
    r"""
    \d+(?:[.,]\d+)*              # numbers, with their separators
    | [^\W\d_](?:\.[^\W\d_])+\.? # U.S., a.m.
    | [^\W_](?:[\w\u00ad\u0300-\u036f]|['’](?!s\b)(?=\w))*  # words, without their 's
    | ['’]s\b
    | \S
    """,
    re.VERBOSE,
)
_UNCHANGING = frozenset(
    "beat bet burst cast cost cut hit hurt let put quit set shed shut split spread upset".split()
)
"""Verbs whose past is as their present: "the terminal cost 41 million"."""
_NUMERAL = lexicon.APPROXIMATORS | lexicon.NUMBER_WORDS
_BEFORE_VERBS = lexicon.PRONOUNS | lexicon.MODALS | {"to"}
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Token(NamedTuple):
    """One word or mark. `lower` is spelt plainly, `tags` what a dictionary says it can be."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tags: frozenset[str]
    is_word: bool
    """Whether it begins with a letter."""
    is_number: bool
    """Whether it is written in digits."""
    is_capital: bool
    """Whether it starts with a capital letter."""
    is_content: bool
    """Whether it is a word that carries meaning."""


def plain(text: str) -> str:
    """Lower case, straight apostrophes, no soft hyphens or zero-width marks."""
    return text.translate(_INVISIBLE).replace("’", "'").casefold()


def _tags(lower: str) -> tuple[str, frozenset[str]]:
    """Lemma and possible parts of speech of a lower-case word."""
    if lower in lexicon.FUNCTION_WORDS or lower.partition("'")[0] in lexicon.PRONOUNS:
        return lower, frozenset({"X"})
    found = lemmas(lower)
    # A noun's lemma wins where it differs in nothing but number; a verb's where only a verb fits.
    for tag in ("VERB", "NOUN", "ADJ", "ADV", "AUX"):
        if tag in found and (tag != "VERB" or "NOUN" not in found):
            return lexicon.SPELLINGS.get(found[tag][0], found[tag][0]).casefold(), frozenset(found)
    return lexicon.SPELLINGS.get(lower, lower), frozenset(found)


@lru_cache(maxsize=100_000)
def verb_lemma(lower: str) -> str:
    """The lemma of a word read as a verb, or "" where it cannot be one."""
    if lower in lexicon.FUNCTION_WORDS:
        return ""
    verbs = lemmas(lower).get("VERB", ())
    return verbs[0].casefold() if verbs else ""


@lru_cache(maxsize=4096)
def tokenize(text: str) -> tuple[Token, ...]:
    """Every word and mark of a text, in order, with spans in code points."""
    return tuple(Token(m.start(), m.end(), *_looked_up(m.group())) for m in _WORD.finditer(text))


@lru_cache(maxsize=100_000)
def _looked_up(text: str) -> tuple[str, str, str, frozenset[str], bool, bool, bool, bool]:
    """What a token of this text is wherever it stands."""
    lower, first = plain(text), text[0]
    lemma, tags = _tags(lower) if lower[:1].isalpha() else (lower, frozenset[str]())
    is_word = first.isalpha()
    is_content = is_word and "X" not in tags and lower not in lexicon.EMPTY
    return text, lower, lemma, tags, is_word, first.isdigit(), first.isupper(), is_content


_RELATIVES = frozenset({"which", "who"})


def is_finite_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word at `at` most likely is a verb with a subject of its own."""
    token = tokens[at]
    if token.lower in lexicon.AUXILIARIES and not (token.text == "May" and at):
        return True
    if "VERB" not in token.tags or (token.is_capital and at > 0):
        return False
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before and before.lower in (lexicon.DETERMINERS | lexicon.PREPOSITIONS) - _RELATIVES:
        return False
    if token.lower.endswith("ing"):
        return False
    only_verb = not token.tags & {"NOUN", "ADJ", "ADV"}
    changed = token.lower != verb_lemma(token.lower) and not token.lower.endswith("s")
    past = changed or token.lower in _UNCHANGING
    if only_verb or (past and "NOUN" not in token.tags):
        # "the planned visit": between a determiner and a noun it is an adjective.
        attributive = after is not None and "NOUN" in after.tags and not after.is_capital
        attributive = attributive and not (before is not None and before.is_capital)
        return not (attributive and _determined(tokens, at))
    if past or token.lower.endswith("s"):
        # "trips", "rose": a verb where something that can be an object or adverbial follows
        # and something that can be a subject stands before.
        follows = after is None or (
            after.lower in lexicon.DETERMINERS
            or after.lower in lexicon.PREPOSITIONS
            or after.is_capital
            or after.is_number
            or "ADV" in after.tags
            or after.lower in _NUMERAL
        )
        precedes = before is not None and (
            before.is_capital
            or "NOUN" in before.tags
            or before.lower in lexicon.PRONOUNS | _RELATIVES
        )
        if before and after and after.lower in lexicon.PREPOSITIONS and not changed:
            # "member states in": two nouns in a row, unless the first is a name or a pronoun.
            precedes = before.is_capital or before.lower in lexicon.PRONOUNS | _RELATIVES
        return follows and precedes
    return before is not None and before.lower in _BEFORE_VERBS


def _determined(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a determiner stands up to three words before."""
    for token in reversed(tokens[max(0, at - 3) : at]):
        if token.lower in lexicon.DETERMINERS or token.lower == "'s":
            return True
        if not token.is_word or token.lower in lexicon.PREPOSITIONS:
            return False
    return False


def content_lemmas(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """Lemmas of the words that carry meaning, in order, each once."""
    return tuple(dict.fromkeys(t.lemma for t in tokens if t.is_content))
