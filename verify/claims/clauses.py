"""The clauses of a sentence, found by its marks and small words, each with its subject and verbs.

A clause is what one value is said in: in "the war stopped on 24 June, and Mr Trump called it the
12 Day War" the date belongs to the war that stopped and not to what Mr Trump called it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verify.claims import lexicon
from verify.claims.words import Token, is_finite_verb, verb_lemma

_BREAKS = frozenset(";:—–()")
_OPENERS = frozenset(
    "while when where which who whom whose that because although though whereas if unless after"
    " before since as until once whether".split()
)
_COORDINATORS = frozenset("and but or nor so yet then".split())
_NOMINATIVE = frozenset("i you he she it we they".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [start, end) of a sentence; the subject is [start, verb).

    `verbs` are the lemmas of its verbs that say something: no auxiliaries.
    `parent` is the number of the clause that it hangs on, -1 for none; `antecedent` is the token
    of the noun that a relative clause describes, -1 for none.
    """

    start: int
    end: int
    verb: int
    verbs: tuple[str, ...] = ()
    parent: int = -1
    antecedent: int = -1


def find_clauses(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """The clauses of a sentence in order; together they cover all its tokens."""
    if not tokens:
        return ()
    finite = [is_finite_verb(tokens, i) for i in range(len(tokens))]
    starts = [0]
    had_verb = finite[0]
    for at in range(1, len(tokens)):
        if _opens(tokens, starts[-1], at, had_verb=had_verb):
            starts.append(at)
            had_verb = False
        had_verb = had_verb or finite[at]
    ends = [*starts[1:], len(tokens)]
    clauses: list[Clause] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        verb = _first_verb(tokens, finite, start, end)
        antecedent = _antecedent(tokens, start) if number else -1
        verbs = _verbs(tokens, finite, start, end)
        clauses.append(Clause(start, end, verb, verbs, number - 1, antecedent))
    return tuple(clauses)


def clause_at(clauses: tuple[Clause, ...], token: int) -> int:
    """The number of the clause that holds a token."""
    return next(n for n, c in enumerate(clauses) if c.start <= token < c.end)


def _first_verb(tokens: tuple[Token, ...], finite: Sequence[bool], start: int, end: int) -> int:
    """The verb of the clause [start, end), behind its subject; -1 for none. A participle that leads
    in has the subject behind it: "Founded in 1650, Elbia became"."""
    verbs = [i for i in range(start, end) if finite[i]]
    if len(verbs) > 1 and verbs[0] == start and _participle(tokens, start):
        comma = next((i for i in range(start, verbs[1]) if tokens[i].text == ","), verbs[1])
        if comma + 1 < verbs[1]:
            return verbs[1]
    return verbs[0] if verbs else -1


def _opens(tokens: tuple[Token, ...], begun: int, at: int, *, had_verb: bool) -> bool:
    """Whether a new clause begins at `at`, where the one from `begun` on had a verb or not."""
    token, before = tokens[at], tokens[at - 1]
    if before.text in _BREAKS:
        # "(SCO)" is a name beside a name; "(which it denies)" is a clause.
        return before.text not in "()" or _bracketed_verb(tokens, at - 1)
    if token.text in _BREAKS:
        return False
    if token.lower in _OPENERS:
        if token.lower == "that" and before.lower in {"so", "all", "than"}:
            return False
        if token.lower in {"as", "since", "after", "before", "until"}:
            return _verb_soon(tokens, at + 1) and (had_verb or before.text == ",")
        return _verb_soon(tokens, at + 1, limit=14)
    if token.lower in _COORDINATORS:
        if not had_verb:
            return False
        after = at + 1
        if after < len(tokens) and (
            is_finite_verb(tokens, after) or _past_after_and(tokens, after)
        ):
            return True
        return before.text == "," and _verb_soon(tokens, after, limit=12, over_commas=True)
    if token.lower in _NOMINATIVE and before.is_word and "NOUN" in before.tags:
        return at + 1 < len(tokens) and _verb_soon(tokens, at + 1, limit=2)
    if token.is_capital and had_verb and before.tags == {"NOUN"} and not before.is_capital:
        return _name_and_verb(tokens, at)  # "the ceasefire Mr Trump announced"
    described = before.tags == {"NOUN"} and not had_verb and _participle(tokens, at)
    if described and any(t.text == "," for t in tokens[begun:at]):
        return True  # "Calder, the lens maker founded in 1948, ..."
    if before.text == "," and _participle(tokens, at):
        # ", founded in 1988, ..." but not "Belarus, its tenth member, joined in 2024"
        return had_verb or sum(t.text == "," for t in tokens[begun:at]) == 1
    relative = tokens[begun].lower in {"which", "who", "where", "whose"}
    if before.text == "," and had_verb and relative and is_finite_verb(tokens, at):
        return True  # "The alliance, which has 32 members, agreed"
    if before.text == "," and _participle(tokens, begun) and is_finite_verb(tokens, at):
        return True  # "..., returns in May"
    if before.text == "," and had_verb and token.lower.endswith("ing"):
        # ", saying it had ...", ", reaching 5m": a participle with something of its own.
        return "VERB" in token.tags
    if before.text == "," and had_verb and _begins_a_phrase(token):
        return _verb_soon(tokens, at + 1, limit=4)  # "one died, six escaped", ", the firm said"
    if before.text == "," and not had_verb and _led_in(tokens, begun):
        return not _all_capital(tokens, begun, at)
    return False


def _begins_a_phrase(token: Token) -> bool:
    return token.is_number or token.lower in lexicon.DETERMINERS | lexicon.NUMBER_WORDS


def _bracketed_verb(tokens: tuple[Token, ...], mark: int) -> bool:
    step = 1 if tokens[mark].text == "(" else -1
    i = mark + step
    while 0 <= i < len(tokens) and tokens[i].text not in "()":
        if is_finite_verb(tokens, i):
            return True
        i += step
    return False


def _participle(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a participle with a phrase of its own stands here: "founded in", "led by"."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        "VERB" in token.tags
        and not token.tags & {"NOUN"}
        and not token.lower.endswith(("ing", "s"))
        and token.lower != verb_lemma(token.lower)
        and after is not None
        and after.lower in lexicon.PREPOSITIONS
    )


def _name_and_verb(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name and then its verb stand here."""
    i = at
    while i < len(tokens) and (tokens[i].is_capital or tokens[i].text == "."):
        i += 1
    return at < i < len(tokens) and is_finite_verb(tokens, i)


def _led_in(tokens: tuple[Token, ...], begun: int) -> bool:
    """Whether the clause so far is a lead-in such as "At the summit in The Hague,"."""
    word = tokens[begun]
    return word.lower in lexicon.PREPOSITIONS and word.lower not in {"of"}


def _all_capital(tokens: tuple[Token, ...], begun: int, at: int) -> bool:
    """A lead-in that is only a list of names is no clause."""
    return sum(t.text == "," for t in tokens[begun:at]) > 1


def _past_after_and(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return token.lower.endswith("ed") and "VERB" in token.tags and "NOUN" not in token.tags


def _verb_soon(
    tokens: tuple[Token, ...], at: int, limit: int = 9, over_commas: bool = False
) -> bool:
    """Whether a verb comes before the next mark that ends a clause."""
    for i in range(at, min(at + limit, len(tokens))):
        if tokens[i].text in _BREAKS or (tokens[i].text == "," and not over_commas):
            return False
        if is_finite_verb(tokens, i):
            return True
    return False


def _antecedent(tokens: tuple[Token, ...], start: int) -> int:
    """The noun before a relative clause, -1 where the clause is none."""
    token = tokens[start]
    relative = {"which", "who", "whom", "that", "where", "whose"} | _NOMINATIVE
    if token.lower not in relative and not token.is_capital:
        return -1
    before = start - 1
    if before >= 0 and tokens[before].text == ",":
        if token.lower not in relative - _NOMINATIVE:
            return -1  # "In a letter to the board, Ann Bell said"
        before -= 1
    if before < 0 or not ("NOUN" in tokens[before].tags or tokens[before].is_capital):
        return -1
    if token.lower in {"that", *_NOMINATIVE} and _is_told(tokens, before):
        own = start + 1 < len(tokens) and not is_finite_verb(tokens, start + 1)
        return -1 if own or token.lower != "that" else before
    return before


_TELLING = frozenset("tell inform assure notify remind warn advise convince persuade".split())


def _is_told(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a noun is the one who hears what comes next: "told the commission it has sold"."""
    for i in range(at - 1, max(at - 8, -1), -1):
        if not tokens[i].is_word:
            return False
        if verb_lemma(tokens[i].lower) in _TELLING:
            return True
    return False


def _verbs(
    tokens: tuple[Token, ...], finite: Sequence[bool], start: int, end: int
) -> tuple[str, ...]:
    """Lemmas of the verbs among the tokens [start, end) that say something."""
    found = []
    for i in range(start, end):
        token = tokens[i]
        if token.lower in lexicon.AUXILIARIES or not token.is_word:
            continue
        if token.lower in lexicon.ORDINAL_WORDS:
            continue  # to third something is rare
        lemma = verb_lemma(token.lower)
        if not lemma or (token.is_capital and (i > 0 or not token.lower.endswith("ed"))):
            continue
        noun = token.lower.endswith("ing") and "NOUN" in token.tags  # the meeting
        participle = token.lower.endswith(("ed", "ing")) or "NOUN" not in token.tags
        participle = participle and not noun
        to_do = i > 0 and tokens[i - 1].lower == "to"
        if finite[i] or participle or to_do:
            again = i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].lower == "re"
            found.append(f"re-{lemma}" if again else lemma)
    return tuple(dict.fromkeys(found))
