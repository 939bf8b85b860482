"""Where the noun phrase after a number or a rank ends: "1,200 part-time workers | in Leeds"."""

from __future__ import annotations

from verify.claims import lexicon
from verify.claims.spelling import word_set
from verify.claims.words import Token, is_finite_verb, tokenize

_STOP = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.AUXILIARIES | lexicon.PRONOUNS
    | lexicon.DETERMINERS | lexicon.MONTHS.keys() | {"'s"}
) - {"over", "like"}  # fmt: skip
# Nouns by the dictionary that are verbs after a noun in news.
_MOSTLY_VERBS = word_set("left rose fell met shared saw bit lay wound felt border")
_REACH = 120


def noun_phrase_end(text: str, start: int, limit: int = 5) -> int:
    """Where the noun phrase that begins at `start` ends; `start` when there is none.

    A phrase is up to `limit` words that can be adjectives or nouns and ends with a noun;
    words joined by hyphens ("part-time") count as one.
    """
    end, seen, position = start, 0, start
    tokens = tokenize(text[start : start + _REACH])
    for at, token in enumerate(tokens):
        gap = text[position : start + token.start]
        if token.text == "-" and not gap and at > 0 and _goes_on(tokens, at):
            position = start + token.end
            continue
        if gap.strip(" \u00a0\n") or "\n\n" in gap or not token.is_word:
            break
        if token.lower in _STOP or seen == limit:
            break
        joined = position > start and text[position - 1] == "-"
        seen += not joined
        position = start + token.end
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
    """Whether the word at `at`, after a noun, is no more of its phrase: a verb or an adverb."""
    token = tokens[at]
    if token.lower in _MOSTLY_VERBS:
        return True
    # "ten member states" at the end of a text: with nothing after it, a noun is a noun.
    if at + 1 < len(tokens) and is_finite_verb(tokens, at):
        return True
    return bool(token.tags) and not token.tags & {"NOUN", "ADJ"}
