"""Whether a name begins at a word."""

from __future__ import annotations

import re
from functools import lru_cache

from verify.claims import lexicon
from verify.claims import namewords as words
from verify.claims.nameends import name_end
from verify.claims.places import country
from verify.claims.spelling import word_set
from verify.claims.wordline import Line

_HEAD_MARKS = frozenset({".", "!", "?", "“", '"', "‘", ":", "•", "—", "–"})
_DIRECTIONS = word_set(
    "western eastern northern southern central north east south west new old saint st"
)


_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
"""iPhone, eBay."""


@lru_cache(maxsize=4096)
def heads(text: str) -> frozenset[str]:
    """The words of which a capital tells nothing: at the head of a sentence or, in a line of
    capitals, all."""
    line = Line(text)
    return frozenset(
        token.lower
        for at, token in enumerate(line.tokens)
        if token.is_capital and (line.shouted or _head(line, at))
    )


def starts_name(line: Line, at: int) -> bool:
    """Whether a name begins at the token `at`."""
    token = line.tokens[at]
    if not token.is_capital:
        return _particle(line, at) or _CAMEL.match(token.text) is not None
    if not line.capital(at) or line.glued(at) or line.calendar(at):
        return False
    word, follows = token.lower.rstrip("."), line.capital(at + 1) and not line.gap(at + 1).strip()
    if word in words.NEVER or ("'" in word and word.partition("'")[0] in lexicon.PRONOUNS):
        return False
    if country(token.text):
        return True
    if line.in_office(at - 1) and "NOUN" in token.tags and token.lemma != word and follows:
        return False  # "Minister for Trade Negotiations Ann Bell"
    if len(word) == 1:
        initial = line.is_mark(at + 1, ".") or (line.is_mark(at + 1, "-") and not line.gap(at + 2))
        return (initial and line.capital(at + 2)) or (follows and word not in {"i", "a"})
    head = _head(line, at)
    if head and word in lexicon.NUMBER_WORDS and not follows:
        return False  # "Seventeen countries signed"
    if word in words.UNNAMED_ALONE:
        if line.is_mark(at + 1, ".") and word == "st":
            return True
        after = line.lower(at + 1)
        ranked = word in lexicon.ORDINAL_WORDS and not (after in words.TITLES or country(after))
        return follows and not (head and not ranked and token.lower not in _DIRECTIONS)
    if word == "the":
        return follows and not head
    if word in words.TITLES:
        goes_on = line.is_mark(at + 1, ".") or (
            word in words.BEFORE_OF and line.lower(at + 1) == "of"
        )
        return follows or goes_on or (token.text.isupper() and not line.shouted)
    if word == "may" and line.lower(at + 1) == "day":
        return True
    if token.lower in lexicon.FUNCTION_WORDS or word == "now":
        return token.text.isupper() and not line.shouted
    return not head or _starts_sentence(line, at, follows)


def _starts_sentence(line: Line, at: int, follows: bool) -> bool:
    """Whether a word with a capital at the head of a sentence is a name all the same."""
    token = line.tokens[at]
    word, after = token.lower, line.token(at + 1)
    hyphen = line.is_mark(at + 1, "-")
    hyphened = hyphen and not line.capital(at + 2) and not line.digits(at + 2)
    if word in words.HEAD_ONLY or (follows and word in words.APPOSED):
        return False
    if word in line.known or (token.text.isupper() and len(word) > 1):
        return True
    if hyphened:
        return not token.tags and word not in words.PREFIXES
    joined = line.is_mark(at + 1, "&") or (hyphen and line.digits(at + 2))
    if hyphen and line.capital(at + 2) and not line.gap(at + 2) and word not in words.PREFIXES:
        return True  # Martin-Trigona
    if not token.tags or joined:
        return True
    if follows and not line.calendar(at + 1):
        if token.tags <= {"ADV"}:
            return False
        # "Meeting Putin, he said" begins with a participle, "Sporting Calvena were" does not.
        participle = "VERB" in token.tags and word.endswith("ing")
        return not participle or line.verb(name_end(line, at))
    singular = "NOUN" in token.tags and token.lemma == word and word not in words.MASS_AGENTS
    if after is None or not singular:
        return False
    if word in words.BEFORE_OF and after.lower == "of" and line.capital(at + 2):
        return True  # Bank of England
    if after.lower == "and" and line.tokens[name_end(line, at) - 1].lower in words.COMPANY_ENDINGS:
        return True  # "Fertility and Genetics Research Inc"
    if after.lower == "'s":
        return "VERB" not in token.tags
    if line.in_office(at + 1) and after.is_capital:
        return True  # "Apple CEO"
    if after.text == "," and line.is_mark(at - 1, ":") and line.capital(at + 2):
        return True  # "three clubs: Arsenal, Chelsea and Fulham"
    return after.lower in words.SPEAKING or (after.lower in words.BEATING and line.capital(at + 2))


def _particle(line: Line, at: int) -> bool:
    """Whether a name begins with a small word: von der Leyen, al-Qaeda."""
    token = line.tokens[at]
    if token.lower not in words.LEADING_PARTICLES or not token.text.islower():
        return False
    if at and line.tokens[at - 1].lower in lexicon.DETERMINERS:
        return token.lower in {"al", "el"} and line.is_mark(at + 1, "-") and line.capital(at + 2)
    if line.is_mark(at + 1, "-"):
        return line.capital(at + 2) and line.gap(at + 2) == ""
    following = at + 1
    while following < at + 3 and line.lower(following) in words.PARTICLES:
        following += 1
    return line.capital(following)


def _head(line: Line, at: int) -> bool:
    """Whether the word stands at the head of a sentence or of what is said in it."""
    if at == 0:
        return True
    before = line.tokens[at - 1].text
    if before == "." and at > 1 and line.tokens[at - 2].is_capital and line.gap(at - 1) == "":
        return len(line.tokens[at - 2].text) > 4  # "Rep. Smith", "St. Petersburg"
    return before in _HEAD_MARKS or (before in {"'", "-", "*", "("} and at == 1)
