"""Words that a second clause leaves out: "sales rose 5%, profit 7%", "the second in 2019"."""

from __future__ import annotations

from verify.claims import lexicon
from verify.claims.words import Token, is_finite_verb
from verify.records import Replacement, Sentence, Span

_UNITS = frozenset("% percent pct points point".split())
_MONEY = frozenset("$£€¥")
_LINKS = frozenset("and but while the its their".split())
_PARTITIVE = frozenset("of to in from as".split())


def left_out(sentence: Sentence, tokens: tuple[Token, ...]) -> list[Replacement]:
    """What stands at empty spans of a sentence, with the words before that say so."""
    found = [*_verbs(tokens), *_nouns(tokens)]
    base = sentence.span.start
    return [
        Replacement(
            span=Span(start=tokens[at].start, end=tokens[at].start).shift(base),
            text="",
            by=sentence.text[tokens[first].start : tokens[last].end] + " ",
            source=Span(start=tokens[first].start, end=tokens[last].end).shift(base),
        )
        for at, first, last in sorted(found)
    ]


# --- "sales rose 5%, profit 7%" ---------------------------------------------------------------


def _verbs(tokens: tuple[Token, ...]) -> list[tuple[int, int, int]]:
    """Where a verb is left out, and the first and last token of what stands for it."""
    found: list[tuple[int, int, int]] = []
    given: tuple[int, int, str] | None = None
    for at, token in enumerate(tokens):
        if not (token.is_number or token.text in _MONEY) or (at and tokens[at - 1].text in _MONEY):
            continue
        unit = _unit(tokens, at)
        lead = _lead(tokens, at)
        if not unit:
            given = None
        elif lead is not None:
            given = (*lead, unit)
        elif given and unit == given[2]:
            link = tokens[at - 1].lower
            linked = link in {"by", "to"} and link == tokens[given[1]].lower
            if _bare_subject(tokens, at - linked):
                found.append((at - linked, given[0], given[0] if linked else given[1]))
        elif given and not _begins_range(tokens, at):
            given = None
    return found


def _unit(tokens: tuple[Token, ...], at: int) -> str:
    """The unit of a quantity, "" for none: only like is set beside like."""
    if tokens[at].text in _MONEY:
        return tokens[at].text
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return ""
    if after.lower == "per" and at + 2 < len(tokens) and tokens[at + 2].lower == "cent":
        return "%"
    return "%" if after.lower in {"%", "percent", "pct"} else after.lower * (after.lower in _UNITS)


def _lead(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """The verb right before a quantity, with its "by"."""
    i = at - 1
    if i >= 0 and tokens[i].lower in lexicon.APPROXIMATORS:
        i -= 1
    last = i
    if i >= 0 and tokens[i].lower in {"by", "to"}:
        i -= 1
    if i > 0 and is_finite_verb(tokens, i) and tokens[i].lower not in lexicon.MODALS:
        return i, last
    return None


def _bare_subject(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether nothing but a comma or "and" and one to three nouns stands before a quantity."""
    i = at - 1
    while i >= 0 and tokens[i].is_word and tokens[i].tags & {"NOUN", "ADJ"} and at - i < 4:
        i -= 1
    nouns = range(i + 1, at)
    if not nouns or "NOUN" not in tokens[at - 1].tags or tokens[at - 1].lower in lexicon.EMPTY:
        return False
    if tokens[i + 1].lower in {"up", "down", "against", "compared"}:
        return False
    while i >= 0 and tokens[i].lower in _LINKS:
        i -= 1
    return (
        i >= 0 and i < nouns[0] and (tokens[i].text in {",", ";"} or tokens[i + 1].lower == "and")
    )


def _begins_range(tokens: tuple[Token, ...], at: int) -> bool:
    """ "to £3m", "from 4%": more of the same quantity."""
    return at > 0 and tokens[at - 1].lower in lexicon.PREPOSITIONS


# --- "the second in 2019" ---------------------------------------------------------------------


def _nouns(tokens: tuple[Token, ...]) -> list[tuple[int, int, int]]:
    """Where the noun after an ordinal is left out that one before it has."""
    found: list[tuple[int, int, int]] = []
    given: tuple[int, int] | None = None
    for at in range(1, len(tokens)):
        if tokens[at].lower not in lexicon.ORDINAL_WORDS or tokens[at - 1].lower != "the":
            continue
        noun = _noun_run(tokens, at + 1)
        if noun >= 0:
            given = (at + 1, noun) if given is None else None
        elif given and _alone(tokens, at):
            found.append((at + 1, *given))
    return found


def _noun_run(tokens: tuple[Token, ...], first: int) -> int:
    """The last token of the nouns that begin here, -1 for none."""
    i = first
    while i < len(tokens) and i < first + 3 and tokens[i].tags & {"NOUN", "ADJ"}:
        if is_finite_verb(tokens, i):
            break
        i += 1
    if i == first or "NOUN" not in tokens[i - 1].tags or tokens[i - 1].is_capital:
        return -1
    return i - 1


def _alone(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether an ordinal has no noun of its own, and is no part: "the second of three"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.lower in _PARTITIVE - {"in"}:
        return False
    dated = at + 2 < len(tokens) and (
        tokens[at + 2].is_number
        or tokens[at + 2].lower in lexicon.MONTHS
        or tokens[at + 2].is_capital
    )
    return (after.lower in {"in", "on", "at"} and dated) or is_finite_verb(tokens, at + 1)
