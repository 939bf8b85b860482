"""Who is the subject of the clauses of a sentence, and who speaks in it."""

from __future__ import annotations

from bisect import bisect_left

from verify.claims import lexicon
from verify.claims.mentions import Mention
from verify.claims.namewords import TITLES
from verify.claims.nounwords import SAYING
from verify.claims.words import Token, is_finite_verb
from verify.records import Sentence

_BE = frozenset("is are was were be been became become becomes remains remained".split())
_OPENERS = frozenset(
    "while when where which who whom whose that because although though whereas if unless after"
    " before since as until once whether".split()
)
_SUBORDINATING = _OPENERS - {"as", "after", "before"}
_ENDING = lexicon.FUNCTION_WORDS - {"the", "a"}
_MARKS = frozenset(",;:.–—“”\"'‘’()<>[]")


def tell_subjects(
    found: list[Mention],
    ends: dict[int, int],
    tokens: tuple[Token, ...],
    verbs: frozenset[int],
    sentence: Sentence,
) -> None:
    """Of each mention, which ends before the token `ends`: the verb that it is the subject of."""
    starts = [t.start for t in tokens]
    at = {n: bisect_left(starts, m.at - sentence.span.start) for n, m in enumerate(found)}
    order = sorted(range(len(found)), key=at.__getitem__, reverse=True)
    following = -1
    for n in order:
        mention, after = found[n], ends[n]
        owner = after < len(tokens) and tokens[after].text in {"'s", "’s", "'", "’"}
        if mention.aside or owner:
            following = -1
            continue
        apposed = at[n] > 0 and tokens[at[n] - 1].text == ","
        verb = _own_verb(tokens, after, verbs, apposed)
        joined = after < len(tokens) and tokens[after].text in {"and", "or", ",", "&"}
        if verb >= 0:
            mention.verb = verb
            mention.speaks = tokens[verb].lower in SAYING
            mention.stative = tokens[verb].lower in _BE
        elif joined and following >= 0 and _beside(tokens, after + 1, at[following]):
            other = found[following]
            mention.verb, mention.speaks, mention.stative = other.verb, other.speaks, other.stative
        elif _inverted(tokens, at[n]):
            mention.speaks = True
        elif mention.person and at[n] and tokens[at[n] - 1].lower in {"is", "was"}:
            mention.verb = at[n] - 1  # "the guest was Ann Bell"
        mention.subject = mention.leads and _main(tokens, at[n], verbs)
        following = n


def tell_subject(
    mention: Mention, tokens: tuple[Token, ...], verbs: frozenset[int], at: int, end: int
) -> None:
    """The same of a word or phrase from the token `at` to an offset."""
    after = bisect_left(tokens, end, key=lambda t: t.start)
    verb = _own_verb(tokens, after, verbs)
    if verb >= 0 and not in_phrase(tokens, at):
        mention.verb = verb
        mention.speaks = tokens[verb].lower in SAYING
        mention.stative = tokens[verb].lower in _BE
        mention.subject = _main(tokens, at, verbs)


def _beside(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether nothing but a small word stands between."""
    return all(t.lower in {"the", "and", "or"} for t in tokens[start:at]) and at - start < 3


def _own_verb(
    tokens: tuple[Token, ...], after: int, verbs: frozenset[int], apposed: bool = False
) -> int:
    """The verb of which a name that ends at `after` is the subject, -1 for none: next to it, or
    behind something in commas or brackets. `apposed` stands in commas itself."""
    i = _over_brackets(tokens, after)
    i = _over_adverbs(tokens, i)
    if i in verbs:
        return i
    if i < len(tokens) and tokens[i].text == ",":
        if apposed and _over_adverbs(tokens, i + 1) in verbs:
            return _over_adverbs(tokens, i + 1)
        for comma in range(i + 1, min(i + 40, len(tokens))):
            if tokens[comma].text in ";:.“”":
                return -1
            if tokens[comma].text == ",":
                verb = _over_adverbs(tokens, comma + 1)
                if verb in verbs:
                    return verb
    return -1


def _over_brackets(tokens: tuple[Token, ...], i: int) -> int:
    while i < len(tokens) and tokens[i].text in {"(", "<", "["}:
        close = {"(": ")", "<": ">", "[": "]"}[tokens[i].text]
        end = next((j for j in range(i, min(i + 30, len(tokens))) if tokens[j].text == close), -1)
        if end < 0:
            return i
        i = end + 1
    return i


def _over_adverbs(tokens: tuple[Token, ...], i: int) -> int:
    while i < len(tokens) and (tokens[i].lower in {"also", "then"} or tokens[i].tags == {"ADV"}):
        i += 1
    return i


def _inverted(tokens: tuple[Token, ...], at: int) -> bool:
    """ ", said Edward White": the speaker after the verb, with what tells of him between."""
    for i in range(at - 1, max(0, at - 7), -1):
        if tokens[i].lower in SAYING:
            return tokens[i - 1].text in {",", "”", '"', "'", "’"}
        if tokens[i].lower in _ENDING or not tokens[i].is_word:
            return False
    return False


def _main(tokens: tuple[Token, ...], at: int, verbs: frozenset[int]) -> bool:
    """Whether the clause that begins with the token is the main one."""
    first = min(verbs, default=len(tokens))
    lead = tokens[:at]
    if at <= first:
        comma = any(t.text == "," for t in lead)
        return comma or not any(t.lower in _SUBORDINATING for t in lead)
    opened = lead[0].lower in _OPENERS or lead[0].lower in {"asked", "besides"}
    led = tokens[at - 1].lower == "the" or tokens[at - 1].lower in TITLES
    behind = tokens[at - 1].text == "," or (at > 1 and led and tokens[at - 2].text == ",")
    return opened and behind


def in_phrase(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether it belongs to a phrase with a preposition: "in Leeds", "with the late Ann Bell"."""
    for i in range(first - 1, max(-1, first - 6), -1):
        token = tokens[i]
        if token.lower in lexicon.PREPOSITIONS:
            return True
        if token.text in _MARKS or token.is_number or is_finite_verb(tokens, i):
            return False
        if token.lower in lexicon.CONJUNCTIONS or token.lower in lexicon.WEEKDAYS:
            return False
        if token.lower.endswith("ing") and token.tags == {"VERB"}:
            return False
    return False
