"""Where the noun phrase after a number or a rank ends: "1,200 part-time workers | in Leeds"."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from verify.claims import lexicon
from verify.claims.spelling import word_set
from verify.claims.words import Token, is_finite_verb, tokenize, verb_lemma

_OTHERS = word_set(
    "'s vs versus today yesterday tomorrow tonight themselves himself herself itself"
    " one two three four five six seven eight nine ten eleven twelve twenty fifty"
    " hundred thousand million billion dozen"
)
_STOP = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.AUXILIARIES | lexicon.PRONOUNS
    | lexicon.DETERMINERS | lexicon.MONTHS.keys() | lexicon.WEEKDAYS.keys() | _OTHERS
) - {"over", "like"}  # fmt: skip
# Nouns and adjectives by the dictionary that are verbs or adverbs after a noun in news.
_CLOSING = word_set("last next left rose fell met shared saw bit lay wound felt border comes says")
_REACH = 25
"""Tokens that are looked at: more than a phrase has."""


def noun_phrase_end(text: str, start: int, limit: int = 5) -> int:
    """Where the noun phrase that begins at `start` ends; `start` when there is none.

    A phrase is up to `limit` words that can be adjectives or nouns and ends with a noun;
    words joined by hyphens ("part-time") count as one.
    """
    end, seen, position = start, 0, start
    every = tokenize(text)
    first = bisect_left(every, start, key=attrgetter("start"))
    tokens = every[first : first + _REACH]
    for at, token in enumerate(tokens):
        gap = text[position : token.start]
        if token.text == "-" and not gap and at > 0 and _goes_on(tokens, at):
            position = token.end
            continue
        if gap.strip(" \u00a0\n") or "\n\n" in gap or not token.is_word:
            break
        if token.lower in _STOP or token.lower.endswith("n't") or seen == limit:
            break
        joined = position > start and text[position - 1] == "-"
        seen += not joined
        position = token.end
        if end > start and not joined and _closes(tokens, at):
            break
        if "NOUN" in token.tags or joined or (not token.tags and seen <= 3):
            end = position
        elif not (token.tags & {"VERB", "ADJ", "ADV"} and seen <= 3):
            break
    return end


def _goes_on(tokens: tuple[Token, ...], hyphen: int) -> bool:
    after = hyphen + 1
    return after < len(tokens) and tokens[after].start == tokens[hyphen].end


def _closes(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word at `at`, after a noun, is no more of the phrase: a verb, a name."""
    token, before = tokens[at], tokens[at - 1]
    if token.lower in _CLOSING:
        return True
    if "ADJ" in before.tags or before.lower == "other":
        return False  # "six major industrialised nations", but "six people injured"
    if token.is_capital and not before.is_capital:
        return True  # "the first time | Leeds had won"
    # "ten member states" at the end of a text: with nothing after it, a noun is a noun.
    inflected = token.lower != verb_lemma(token.lower)
    if at + 1 < len(tokens) and inflected and is_finite_verb(tokens, at):
        return True
    return bool(token.tags) and not token.tags & {"NOUN", "ADJ"}
