"""Noun phrases without a name: which thing they bring into a text, and what they stand beside."""

from __future__ import annotations

from verify.claims import lexicon
from verify.claims.names import Name
from verify.claims.namewords import COMPANY_ENDINGS, DEMONYMS
from verify.claims.nounwords import BODIES, EVENTS, LANDS
from verify.claims.places import adjectives
from verify.claims.words import Token, is_finite_verb, plain
from verify.records import Sentence

_THINGS = BODIES | LANDS | EVENTS
_NOW = frozenset("today yesterday tomorrow this last next".split()) | lexicon.WEEKDAYS.keys()
# Words that end a phrase; "and", and the prepositions that hang more on it, go on.
_ENDING = (
    (lexicon.CONJUNCTIONS - {"and"})
    | lexicon.PRONOUNS
    | (lexicon.PREPOSITIONS - {"of", "between", "in", "for", "at"})
)


def noun_after(tokens: tuple[Token, ...], at: int) -> int:
    """The noun that a determiner belongs to: at most five words on, -1 for none."""
    for i in range(at + 1, min(at + 6, len(tokens))):
        token = tokens[i]
        if token.lower == token.lemma and token.lemma in _THINGS:
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if following and following.lemma in _THINGS:
                continue
            return i
        if not token.is_word and token.text != "-":
            return -1
        if token.lower in lexicon.FUNCTION_WORDS and token.lower != "led":
            return -1
    return -1


def things_in(sentence: Sentence, tokens: tuple[Token, ...]) -> list[tuple[int, int, str]]:
    """Start, end and noun of phrases that bring an event or a work into the text and tell which:
    "an annual gathering of officials of ..."."""
    found = []
    for at, token in enumerate(tokens):
        if token.lower not in {"a", "an", "the"}:
            continue
        noun = noun_after(tokens, at)
        if noun < 0 or tokens[noun].lemma not in EVENTS:
            continue
        last = _phrase_end(tokens, noun)
        glued = last + 1 < len(tokens) and tokens[last + 1].text in {"-", "'", "’", "'s", "’s"}
        told = last > noun and any(
            t.is_capital and t.lower not in lexicon.MONTHS for t in tokens[noun + 1 : last + 1]
        )
        named = any(t.is_capital for t in tokens[at + 1 : noun])
        if glued or not (told or named):
            continue
        found.append((tokens[at + 1].start, tokens[last].end, tokens[noun].lemma))
    return found


def _phrase_end(tokens: tuple[Token, ...], noun: int) -> int:
    """The last token of a noun phrase with the phrases that "of", "between", "in" hang on it."""
    last = noun
    i = noun + 1
    while i < len(tokens):
        token = tokens[i]
        if token.text in {",", ".", ";", ":", "(", ")", "“", "”"} or is_finite_verb(tokens, i):
            break
        if token.lower.endswith(("n’t", "n't")) or token.lower in _NOW:
            break
        if token.lower.endswith("ing") and "VERB" in token.tags and "NOUN" not in token.tags:
            break
        if token.lower in _ENDING:
            break
        if token.is_word and token.lower not in lexicon.FUNCTION_WORDS:
            last = i
        i += 1
    return last


def describes_noun(name: Name, sentence: Sentence, tokens: tuple[Token, ...], after: int) -> bool:
    """Whether a name only describes the noun after it, the token `after`: "SCO ministers"."""
    if sentence.text[name.end : name.end + 1] == "-" or is_adjective(name.text):
        return True
    if after >= len(tokens) or sentence.text[name.end : tokens[after].start] != " ":
        return False
    following = tokens[after]
    if "NOUN" not in following.tags or following.is_capital:
        return False
    return not is_finite_verb(tokens, after)


def is_adjective(name: str) -> bool:
    """ "French", "East European": an adjective of a country or of a part of the world."""
    spelt = plain(name)
    return spelt in adjectives() or spelt.split()[-1] in DEMONYMS


def is_common_noun(name: Name, text: str, tokens: tuple[Token, ...], at: int) -> bool:
    """ "the City", "the Church", "U.S. Goods": a word of the dictionary names too little."""
    token = tokens[at]
    if name.end == token.end and token.lower in COMPANY_ENDINGS:
        return True  # "Ltd" of a name that was not found whole
    if name.end > token.end or not token.tags or token.text.isupper():
        return False
    plural = "NOUN" in token.tags and token.lemma != token.lower and token.lower.endswith("s")
    return plural or text[: name.start].rstrip().lower().endswith("the")
